// Making one person of several: every value and link moves to the card that stays, and is remembered for the way back.
import { mergeFields } from '#core/contacts/duplicates/merge-choices.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { currentProperties, currentRows, isSingleValued, twinKey } from '#db/contacts/properties.ts';
import { project } from '#db/contacts/queries.ts';
import { contact, property } from '#db/contacts/tables.ts';
import { rowFromJson } from '#db/history/journal.ts';
import type { RowChange, WriteBook } from '#db/history/journal.ts';
import { conflict, notFound } from '#db/problems.ts';
import { ownerId } from '#db/settings/queries.ts';
import { identityOf, MOVED } from './references.ts';
import { dropDoubleWords, keepApart, pointPairs, takeOutRelations } from './relations.ts';
import { settleSingles } from './single-values.ts';
import type { MergePlan } from './single-values.ts';
import { merge, mergeChange } from './tables.ts';

/** One group to be made one person, as `contacts.merge` is asked. */
export interface MergeGroup {
  readonly survivorId: ContactId;
  readonly absorbedIds: readonly ContactId[];
  /** Keys of properties that shall not stand. */
  readonly hide: readonly number[];
  /** Keys of people who are somebody else. */
  readonly apart: readonly ContactId[];
}

/**
 * Merges each group into its survivor and answers the keys of the merges, one for each person absorbed. Throws CONFLICT
 * `same_person` when somebody is named twice, `owner_absorbed` when the owner's own card would go, NOT_FOUND when
 * somebody is gone.
 */
export function mergeGroups(book: WriteBook, groups: readonly MergeGroup[], now: DateTime): number[] {
  const ids = groups.flatMap(({ survivorId, absorbedIds, apart }) => [survivorId, ...absorbedIds, ...apart]);
  if (new Set(ids).size < ids.length) throw conflict('same_person');
  const owner = ownerId(book);
  if (groups.some(({ absorbedIds }) => absorbedIds.some((id) => id === owner)))
    throw conflict('owner_absorbed');
  const there = book
    .statement(
      'select count(*) from json_each(?) j join contact c on c.id = j.value where c.deleted_at is null',
    )
    .pluck()
    .get(JSON.stringify(ids));
  if (there !== ids.length) throw notFound('contact');
  return groups.flatMap((group) => mergeGroup(book, group, now));
}

function mergeGroup(
  book: WriteBook,
  { survivorId, absorbedIds, hide, apart }: MergeGroup,
  now: DateTime,
): number[] {
  for (const other of apart) keepApart(book, survivorId, other, now);
  const hidden = new Set(hide);
  const ids = [survivorId, ...absorbedIds];
  const people = ids.map((contactId) => ({
    contactId,
    properties: currentProperties(book, contactId).filter(({ id }) => !hidden.has(id)),
  }));
  const plan: MergePlan = {
    survivorId,
    fields: mergeFields(people),
    leftOut: hidden.size === 0 ? [] : ids.flatMap((id) => withTwins(book, id, hidden)),
    joined: new Map(),
    now,
  };
  const mergeIds = absorbedIds.map((absorbedId) => absorb(book, absorbedId, plan));
  project(book, survivorId);
  return mergeIds;
}

/** The rows of one card that say what a row to be hidden says: a card shows them as one. */
function withTwins(book: WriteBook, id: ContactId, hidden: ReadonlySet<number>): number[] {
  const rows = currentRows(book, id).filter(({ name }) => !isSingleValued(name));
  const keys = new Set(rows.filter((row) => hidden.has(row.id)).map(twinKey));
  return rows.filter((row) => keys.has(twinKey(row))).map((row) => row.id);
}

function absorb(book: WriteBook, absorbedId: ContactId, plan: MergePlan): number {
  const { survivorId, now } = plan;
  const mergeId = book.insert(merge, { survivorId, absorbedId, mergedAt: now });
  const start = book.changes.length;
  takeOutRelations(book, survivorId, absorbedId);
  pointPairs(book, absorbedId, survivorId);
  for (const { table, column } of MOVED) {
    const ids = book.statement(`select id from "${table}" where "${column}" = ?`).pluck().all(absorbedId);
    for (const id of ids) book.patch(table, Number(id), { [column]: survivorId });
  }
  dropDoubleWords(book, survivorId);
  for (const id of plan.leftOut) {
    if (book.rowOf('property', id)?.['contact_id'] === survivorId)
      book.update(property, id, { hidden: true });
  }
  settleSingles(book, plan);
  book.update(contact, absorbedId, { mergedIntoId: survivorId, deletedAt: now });
  remember(book, mergeId, book.changes.slice(start));
  return mergeId;
}

/** Keeps what a merge changed, each row once: as it was before all of it, and as it was left. */
function remember(book: WriteBook, mergeId: number, changes: readonly RowChange[]): void {
  const rows = Map.groupBy(changes, ({ tableName, rowId }) => `${tableName} ${rowId}`);
  for (const steps of rows.values()) {
    const [first, last] = [steps[0]!, steps.at(-1)!]; // groupBy makes no empty groups
    const { tableName, rowId } = first;
    const kept = changedColumns(tableName, first.before, last.after);
    if (kept !== undefined) book.insert(mergeChange, { mergeId, tableName, rowId, ...kept });
  }
}

type BeforeAfter = Pick<RowChange, 'before' | 'after'>;

function changedColumns(
  tableName: string,
  before: string | null,
  after: string | null,
): BeforeAfter | undefined {
  if (before === null || after === null)
    return before === null && after === null ? undefined : { before, after };
  const was = rowFromJson(before);
  const is = rowFromJson(after);
  const changed = Object.keys(was).filter((column) => was[column] !== is[column]);
  if (changed.length === 0) return undefined;
  const columns = [...changed, ...identityOf(tableName)];
  const only = (row: typeof was) =>
    JSON.stringify(Object.fromEntries(columns.map((column) => [column, row[column]])));
  return { before: only(was), after: only(is) };
}
