// Where the book's tables point at a person: what a merge moves, and what an unmerge moves back.
import { TREATMENT_PROPERTIES } from '#core/contacts/model.ts';
import type { Row } from '#db/history/journal.ts';

/** One column that holds a person's key, by the names SQLite has for it. */
export interface Reference {
  readonly table: string;
  readonly column: string;
}

/** Columns that a merge simply points at the card that stays. */
export const MOVED: readonly Reference[] = [
  { table: 'property', column: 'contact_id' },
  { table: 'encounter', column: 'contact_id' },
  { table: 'encounter', column: 'introduced_by_id' },
  { table: 'attendee', column: 'contact_id' },
  { table: 'reminder', column: 'contact_id' },
  { table: 'evidence', column: 'contact_id' },
  { table: 'evidence', column: 'other_id' },
  { table: 'received_letter', column: 'contact_id' },
  { table: 'mutual', column: 'contact_id' },
  { table: 'introduction', column: 'a_id' },
  { table: 'introduction', column: 'b_id' },
  // Two people may be said not to be introduced twice, after a merge: both words go back to where they were said.
  { table: 'do_not_introduce', column: 'a_id' },
  { table: 'do_not_introduce', column: 'b_id' },
  // People merged into the one who is merged now come along.
  { table: 'merge', column: 'survivor_id' },
  { table: 'contact', column: 'merged_into_id' },
];

/** Columns of pairs in which order matters and nobody stands twice. */
export const PAIRED: readonly Reference[] = [
  { table: 'kept_apart', column: 'a_id' },
  { table: 'kept_apart', column: 'b_id' },
];

/** Columns that go on naming the card that was merged. */
export const STAYING: readonly Reference[] = [{ table: 'merge', column: 'absorbed_id' }];

const PEOPLE = new Set([...MOVED, ...PAIRED].map(({ table, column }) => `${table}.${column}`));

/** True for a column whose number is a person's key. */
export const namesPerson = (table: string, column: string): boolean => PEOPLE.has(`${table}.${column}`);

/**
 * What tells a row from a later one under the same key, in the tables whose keys are used again: remembered beside what
 * a merge changed of it. Neither is ever changed, but for the day of what the owner rewrites in place.
 */
const IDENTITY: Readonly<Record<string, readonly string[]>> = {
  property: ['name', 'batch_id', 'recorded_at'],
  evidence: ['kind', 'batch_id', 'created_at'],
  attendee: ['event_id', 'batch_id', 'created_at'],
};

export const identityOf = (table: string): readonly string[] => IDENTITY[table] ?? [];

const REWRITTEN: readonly unknown[] = [
  'N',
  'FN',
  'NICKNAME',
  'ORG',
  'TITLE',
  'NOTE',
  ...TREATMENT_PROPERTIES,
];

/** True when the row under that key today is the one that is remembered. */
export function isSameRow(table: string, remembered: Row, current: Row): boolean {
  const isRewritten = current['batch_id'] === null && REWRITTEN.includes(current['name']);
  return identityOf(table).every(
    (column) =>
      remembered[column] === undefined ||
      remembered[column] === current[column] ||
      (column === 'recorded_at' && isRewritten),
  );
}
