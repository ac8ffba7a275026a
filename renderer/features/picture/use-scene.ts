import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { PictureScope } from '#api/network.ts';
import { orpc } from '#renderer/client/queries.ts';
import type { LayoutAnswer, LayoutWish } from './layout-messages.ts';
import { unpack, weightOf } from './scene.ts';
import type { Drawn, Scene } from './scene.ts';

export interface SceneState {
  readonly scene: Scene | undefined;
  /** Everybody has come to rest. */
  readonly isSettled: boolean;
  readonly error: Error | null;
}

/** The picture of a scope: asked of the book, laid out in a worker, shown as soon as everybody has a first place. */
export function useScene(scope: PictureScope): SceneState {
  const { data, error } = useQuery(orpc.network.picture.queryOptions({ input: { scope } }));
  const drawn = useMemo(() => (data === undefined ? undefined : unpack(data)), [data]);
  const [layout, setLayout] = useState<LayoutAnswer & { readonly of: Drawn }>();
  useEffect(() => {
    if (drawn === undefined) return undefined;
    const worker = new Worker(new URL('./layout-worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data: answer }: MessageEvent<LayoutAnswer>) =>
      setLayout({ ...answer, of: drawn }),
    );
    const weights = Float64Array.from(drawn.kinds, weightOf);
    worker.postMessage({ count: drawn.ids.length, pairs: drawn.pairs, weights } satisfies LayoutWish);
    return () => worker.terminate();
  }, [drawn]);
  const scene = useMemo(
    () =>
      layout === undefined || layout.of !== drawn
        ? undefined
        : { ...layout.of, community: layout.community, places: layout.places },
    [layout, drawn],
  );
  return { scene, isSettled: scene !== undefined && layout?.isSettled === true, error };
}
