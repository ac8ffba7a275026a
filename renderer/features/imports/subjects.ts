// Which records of a tab are about people, which about invitations, and so on: a plan keeps those of a kind together.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ImportItem } from '#core/imports/model.ts';
import { client } from '#renderer/client/client.ts';
import type { TabOf } from './choices.ts';

export type Subject = ImportItem['subject'];

/** A stretch of a tab whose records are about one subject: 0-based place of the first, and how many. */
export interface Stretch {
  readonly subject: Subject;
  readonly offset: number;
  readonly count: number;
}

type SubjectAt = (index: number) => Promise<Subject | undefined>;

/**
 * The stretches of a list of `total` records, in order. It asks for a few records only, about 20 for each change of
 * subject in a list of a million, because records of one subject stand together.
 */
export async function stretchesOf(total: number, subjectAt: SubjectAt): Promise<Stretch[]> {
  if (total === 0) return [];
  const [first, last] = await Promise.all([subjectAt(0), subjectAt(total - 1)]);
  if (first === undefined || last === undefined) return [];
  const starts: { readonly subject: Subject; readonly offset: number }[] = [{ subject: first, offset: 0 }];
  let from = 0;
  let here: Subject = first;
  while (here !== last) {
    const next = await endOf({ from, to: total - 1, subject: here }, subjectAt);
    if (next === undefined) return [];
    ({ offset: from, subject: here } = next);
    starts.push(next);
  }
  return starts.map(({ subject, offset }, at) => ({
    subject,
    offset,
    count: (starts[at + 1]?.offset ?? total) - offset,
  }));
}

/** The first place after `from` at which the subject is another, which it is at `to`; found by halving. */
async function endOf(
  { from, to, subject }: { readonly from: number; readonly to: number; readonly subject: Subject },
  subjectAt: SubjectAt,
): Promise<{ readonly subject: Subject; readonly offset: number } | undefined> {
  let [same, other] = [from, to];
  let found = await subjectAt(to);
  while (other - same > 1) {
    const middle = Math.floor((same + other) / 2);
    const there = await subjectAt(middle);
    if (there === undefined) return undefined;
    if (there === subject) same = middle;
    else [other, found] = [middle, there];
  }
  return found === undefined ? undefined : { subject: found, offset: other };
}

/** The stretches of a tab, or of what a search finds in it; while `isStale` those of the search before. */
export function useStretches(tab: TabOf): {
  readonly stretches: readonly Stretch[];
  readonly isStale: boolean;
} {
  const { id, action, search } = tab;
  const found = useQuery({
    // Not under `imports`: a plan never changes, and what is decided about records does not move them.
    queryKey: [['plan-stretches'], { id, action, search }],
    queryFn: () => readStretches(tab),
    placeholderData: keepPreviousData,
  });
  return { stretches: found.data ?? [], isStale: found.isPlaceholderData };
}

/** Asks the book for the stretches of a tab. */
export async function readStretches({ id, action, search }: TabOf): Promise<Stretch[]> {
  const itemAt = (offset: number) => client.imports.items({ id, action, search, page: { offset, limit: 1 } });
  const { total } = await itemAt(0);
  return stretchesOf(total, async (offset) => (await itemAt(offset)).rows[0]?.subject);
}
