// Deciding about people whom the owner chose: afterwards comes the card that stands.
import { navigate } from '#renderer/store/store.ts';
import type { Comparison } from './comparison.ts';
import { keepApart, mergeGroup } from './decisions.ts';
import type { GroupProps } from './Group.tsx';

/** The two deeds and where each leads. */
export function decideAbout({ people, survivorId }: Comparison): {
  readonly merge: (...asked: Parameters<GroupProps['onMerge']>) => Promise<void>;
  readonly apart: () => Promise<void>;
} {
  const key = people
    .map(({ id }) => id)
    .toSorted((a, b) => a - b)
    .join('-');
  const show = (id: number) => navigate({ section: 'people', id }, { replace: true });
  return {
    merge: async (request, fn) => {
      if (await mergeGroup(key, request, fn)) show(request.survivorId);
    },
    apart: async () => {
      if (await keepApart(key, people)) show(survivorId);
    },
  };
}
