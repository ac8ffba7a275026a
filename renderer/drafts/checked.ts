// The privacy check of a letter that is being written: asked a moment after the last key, and again before it leaves.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { DraftRequest } from '#core/introductions/model.ts';
import type { Flag } from '#core/introductions/privacy/model.ts';
import { client } from '#renderer/client/client.ts';
import { orpc } from '#renderer/client/queries.ts';
import type { Letter } from './letter.ts';
import { useSettled } from './settled.ts';

const LONGEST_SUBJECT = 998;
const LONGEST_BODY = 100_000;

interface Checked {
  readonly flags: readonly Flag[];
  /** Whether `flags` are about the letter as it stands now. */
  readonly isCurrent: boolean;
  /** The flags of the letter as it stands now, asked for where they are not known yet; none where the book cannot say. */
  readonly ask: () => Promise<readonly Flag[]>;
}

export function useChecked(request: DraftRequest, { subject, body }: Letter): Checked {
  const text = useSettled(`${subject}\n${body}`);
  const input = { request, subject: subject.slice(0, LONGEST_SUBJECT), body: body.slice(0, LONGEST_BODY) };
  const isSettled = text === `${subject}\n${body}`;
  const { data, isPlaceholderData } = useQuery({
    ...orpc.introductions.check.queryOptions({ input }),
    enabled: isSettled,
    placeholderData: keepPreviousData,
    // Every pause is another letter; nobody comes back to one of them.
    gcTime: 10_000,
  });
  const isCurrent = isSettled && data !== undefined && !isPlaceholderData;
  return {
    flags: data ?? [],
    isCurrent,
    ask: async () => {
      if (isCurrent) return data;
      try {
        return await client.introductions.check(input);
      } catch {
        return [];
      }
    },
  };
}
