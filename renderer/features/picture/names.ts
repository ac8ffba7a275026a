import { useCallback, useRef, useState } from 'react';
import { ContactId } from '#core/contacts/model.ts';
import { client } from '#renderer/client/client.ts';
import { sayProblem } from '#renderer/client/commands.ts';

export interface Names {
  readonly known: ReadonlyMap<number, string>;
  /** Asks for the names of these people, of each once. */
  readonly want: (ids: readonly number[]) => void;
}

/** Names by key, fetched as the picture comes to show them. */
export function useNames(): Names {
  const [known, setKnown] = useState<ReadonlyMap<number, string>>(new Map());
  const asked = useRef(new Set<number>());
  const want = useCallback((ids: readonly number[]) => {
    const fresh = ids.filter((id) => !asked.current.has(id)).slice(0, 1000);
    if (fresh.length === 0) return;
    for (const id of fresh) asked.current.add(id);
    client.network
      .names({ ids: fresh.map((id) => ContactId.parse(id)) })
      .then(
        (found) =>
          setKnown((before) => new Map([...before, ...found.map(({ id, fn }) => [id, fn] as const)])),
        sayProblem,
      );
  }, []);
  return { known, want };
}
