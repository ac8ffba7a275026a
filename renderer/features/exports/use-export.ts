// One export at a time, with its progress; leaving the dialog stops it.
import { useEffect, useRef, useState } from 'react';
import { sayProblem } from '#renderer/client/commands.ts';
import { saveBlob } from '#renderer/drafts/hand-over.ts';
import { useStore } from '#renderer/store/store.ts';
import type { Following, Progress } from './take-out.ts';

interface Taken {
  readonly blob: Blob;
  readonly fileName: string;
  /** What to say when it is done. */
  readonly said: string;
}

/** `take` gathers the file that is wished for; it is offered as a download, and said so. */
export function useExport<Wish>(
  onDone: () => void,
  take: (wish: Wish, following: Following) => Promise<Taken>,
) {
  const [progress, setProgress] = useState<Progress>();
  const running = useRef<AbortController>(undefined);
  useEffect(() => () => running.current?.abort(), []);
  const save = async (wish: Wish) => {
    const controller = new AbortController();
    running.current = controller;
    setProgress({ done: 0, total: 0 });
    try {
      const { blob, fileName, said } = await take(wish, {
        signal: controller.signal,
        onProgress: setProgress,
      });
      saveBlob(fileName, blob);
      useStore.getState().showToast({ text: said, tone: 'done' });
      onDone();
    } catch (error) {
      if (!controller.signal.aborted) sayProblem(error);
    } finally {
      setProgress(undefined);
    }
  };
  return { progress, save, stop: () => running.current?.abort() };
}
