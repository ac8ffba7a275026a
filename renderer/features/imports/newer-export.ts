// What a newer export of LinkedIn says about people the book knows already: who joined, who moved on, who left.
import { useQuery } from '@tanstack/react-query';
import type { FieldChange, ImportBatch, ImportItem } from '#core/imports/model.ts';
import { client } from '#renderer/client/client.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { readStretches } from './subjects.ts';
import type { Stretch } from './subjects.ts';

/** People, not values: somebody who changed both job and name counts in both. */
export interface Newer {
  readonly joined: number;
  readonly job: number;
  readonly name: number;
  /** Neither of the two: a mailbox, a day. */
  readonly otherwise: number;
  /** Where there are too many to look at each: all whose record changed. */
  readonly changed: number;
  readonly left: number;
}

const JOB: ReadonlySet<string> = new Set(['ORG', 'TITLE', 'ROLE']);
const NAME: ReadonlySet<string> = new Set(['FN', 'N', 'URL']);

/** How many of these people changed what. */
export function changedWhat(
  people: readonly { readonly changes: readonly Pick<FieldChange, 'name'>[] }[],
): Pick<Newer, 'job' | 'name' | 'otherwise'> {
  const counts = { job: 0, name: 0, otherwise: 0 };
  for (const { changes } of people) {
    const isJob = changes.some(({ name }) => JOB.has(name));
    const isName = changes.some(({ name }) => NAME.has(name));
    if (isJob) counts.job += 1;
    if (isName) counts.name += 1;
    if (!isJob && !isName) counts.otherwise += 1;
  }
  return counts;
}

/** More changed people than this are counted together: reading them all would keep the page waiting. */
const MOST_READ = 5000;
const MOST_A_PAGE = 500;

const people = (stretches: readonly Stretch[]): Stretch | undefined =>
  stretches.find(({ subject }) => subject === 'contact');

/** Whether a batch is a newer export of connections the book has heard of before. */
export const isNewer = ({ entries, counts }: Pick<ImportBatch, 'entries' | 'counts'>): boolean =>
  entries.some(({ kind }) => kind === 'linkedin-connections') &&
  counts.same + counts.update + counts.left > 0;

/** Counts what changed, from the counts of the batch and, for what changed, from its records. */
export async function readNewer({ id, counts }: Pick<ImportBatch, 'id' | 'counts'>): Promise<Newer> {
  const tab = (action: ImportItem['action']) => ({ id, action, search: '' });
  const [created, updated] = await Promise.all([readStretches(tab('create')), readStretches(tab('update'))]);
  const base = {
    joined: people(created)?.count ?? 0,
    job: 0,
    name: 0,
    otherwise: 0,
    changed: 0,
    left: counts.left,
  };
  const stretch = people(updated);
  if (stretch === undefined) return base;
  if (stretch.count > MOST_READ) return { ...base, changed: stretch.count };
  const found: ImportItem[] = [];
  while (found.length < stretch.count) {
    const limit = Math.min(MOST_A_PAGE, stretch.count - found.length);
    const page = { offset: stretch.offset + found.length, limit };
    const { rows } = await client.imports.items({ ...tab('update'), page });
    if (rows.length === 0) break;
    found.push(...rows);
  }
  return { ...base, ...changedWhat(found) };
}

/** The same for the screen; undefined until it is known. A plan never changes, so it is asked for once. */
export function useNewer(batch: ImportBatch): Newer | undefined {
  const found = useQuery({
    queryKey: [['plan-newer'], { id: batch.id }],
    queryFn: () => readNewer(batch),
    enabled: isNewer(batch),
  });
  return found.data;
}

/** "12 joined", "3 changed job", …; what is nothing is left out. */
export const newerWords = (newer: Newer): string[] =>
  (['joined', 'job', 'name', 'otherwise', 'changed', 'left'] as const)
    .filter((what) => newer[what] > 0)
    .map((what) => i18n.t(`imports:newer.${what}`, { count: newer[what] }));
