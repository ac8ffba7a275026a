// Taking one person out of another again, at any later time: column by column, and only where nobody has changed it since.
import type { ContactId } from '#core/contacts/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { project } from '#db/contacts/queries.ts';
import { contact, property } from '#db/contacts/tables.ts';
import { rowFromJson } from '#db/history/journal.ts';
import type { Row, WriteBook } from '#db/history/journal.ts';
import { partJoined } from './joined-parts.ts';
import { changesOf, hasHidden, laterChanges, mergeById } from './merged.ts';
import type { KeptChange } from './merged.ts';
import { isSameRow, namesPerson } from './references.ts';
import { keepApart, pointPair } from './relations.ts';
import { bringBack, correctRemembered, pointBack, survivorsOf } from './taken-out.ts';
import { merge, mergeChange } from './tables.ts';

/** What `contacts.unmerge` is asked. */
export interface UnmergeRequest {
  readonly mergeId: number;
  /** Keys of properties that stay with the survivor. */
  readonly stays: readonly number[];
  readonly keepApart: boolean;
}

/** One merge being taken back. */
export interface Unmerging {
  readonly mergeId: number;
  readonly mergedAt: DateTime;
  readonly survivorId: ContactId;
  readonly absorbedId: ContactId;
  readonly stays: ReadonlySet<number>;
}

/**
 * Takes the person of one merge out again and answers who is back. What the merge moved goes back unless it stays by
 * wish, is gone, or has been pointed elsewhere since; what it hid or took out comes back unless that was changed since;
 * what came after the merge stays. The name always goes back. Throws NOT_FOUND when there is no such merge (any more).
 */
export function unmerge(book: WriteBook, request: UnmergeRequest, now: DateTime): ContactId {
  const { id: mergeId, ...people } = mergeById(book, request.mergeId);
  const unmerging: Unmerging = { ...people, mergeId, stays: new Set(request.stays) };
  const { survivorId, absorbedId } = people;
  const changes = changesOf(book, mergeId);
  book.update(contact, absorbedId, { mergedIntoId: null, deletedAt: null });
  // Newest first, as undo does: what belongs to something comes back after it.
  for (const change of changes.toReversed()) putBack(book, change, unmerging);
  for (const { id } of changes) book.remove(mergeChange, id);
  book.remove(merge, mergeId);
  partJoined(book, { survivorId, absorbedId });
  if (request.keepApart) keepApart(book, survivorId, absorbedId, now);
  for (const id of [survivorId, absorbedId]) project(book, id);
  return absorbedId;
}

function putBack(book: WriteBook, change: KeptChange, unmerging: Unmerging): void {
  const { tableName, rowId, before, after } = change;
  if (tableName === 'contact' && rowId === unmerging.absorbedId) return;
  if (before !== null && after === null) return bringBack(book, change, unmerging);
  const current = book.rowOf(tableName, rowId);
  if (after === null) return;
  if (current === undefined || !isSameRow(tableName, rowFromJson(after), current))
    return correctRemembered(book, change, unmerging.absorbedId);
  if (before === null) return takeAway(book, { rowId, current, added: rowFromJson(after) }, unmerging);
  if (tableName === 'kept_apart') return pairBack(book, rowId, current, unmerging);
  changeBack(book, { change, current, was: rowFromJson(before), left: rowFromJson(after) }, unmerging);
}

function changeBack(book: WriteBook, moved: Moved, unmerging: Unmerging): void {
  const { change, current } = moved;
  const isProperty = change.tableName === 'property';
  if (isProperty && staysHere(current, unmerging)) return;
  const columns = columnsBack(book, moved, unmerging);
  const more = isProperty ? shownAgain(book, current, columns, unmerging) : {};
  book.patch(change.tableName, change.rowId, { ...columns, ...more });
}

const NAMES: readonly unknown[] = ['N', 'FN'];

const staysHere = (row: Row, { stays }: Unmerging): boolean =>
  stays.has(Number(row['id'])) && !NAMES.includes(row['name']);

/** A text the merge put together goes, unless the owner has written on it since. */
function takeAway(
  book: WriteBook,
  { rowId, current, added }: { rowId: number; current: Row; added: Row },
  { survivorId }: Unmerging,
): void {
  // Only properties are added by a merge.
  if (current['value'] === added['value'] && current['contact_id'] === survivorId)
    book.remove(property, rowId);
}

function pairBack(book: WriteBook, id: number, row: Row, { survivorId, absorbedId }: Unmerging): void {
  const [a, b] = [Number(row['a_id']), Number(row['b_id'])];
  if (a === survivorId || b === survivorId)
    pointPair(book, id, { to: absorbedId, other: a === survivorId ? b : a });
}

interface Moved {
  readonly change: KeptChange;
  readonly current: Row;
  /** The columns the merge changed, before it. */
  readonly was: Row;
  /** The same as the merge left them. */
  readonly left: Row;
}

/** What the changed columns say again, as far as they still say what the merge made them say. */
function columnsBack(
  book: WriteBook,
  { change, current, was, left }: Moved,
  { mergeId, survivorId, absorbedId }: Unmerging,
): Row {
  const back: Record<string, Row[string]> = {};
  for (const column of Object.keys(was).filter((name) => was[name] !== left[name])) {
    const value = was[column] ?? null;
    const isPerson = namesPerson(change.tableName, column);
    if (handOn(book, change, { column, value, absorbedId: isPerson ? absorbedId : undefined })) continue;
    // The survivor of then may have been merged into somebody since: their rows have moved along.
    const expected = isPerson && left[column] !== null ? survivorId : left[column];
    if (current[column] !== expected) continue;
    const isOther = isPerson && value !== absorbedId && value !== null;
    const again = isOther ? pointBack(book, change, column, { person: Number(value), mergeId }) : value;
    if (again !== undefined) back[column] = again;
  }
  return back;
}

/**
 * Where a later merge has changed the column again, it is that one which puts it back, to what was before both. Whom a
 * row names (`absorbedId`) merely moves along with later merges; only one that made it name nobody has changed that.
 */
function handOn(
  book: WriteBook,
  change: KeptChange,
  { column, value, absorbedId }: { column: string; value: Row[string]; absorbedId: ContactId | undefined },
): boolean {
  const later = laterChanges(book, change).find(({ by, before, after }) => {
    if (absorbedId === undefined) return column in rowFromJson(before);
    const was = rowFromJson(before)[column];
    return (
      rowFromJson(after)[column] === null &&
      typeof was === 'number' &&
      survivorsOf(book, absorbedId, by).has(was)
    );
  });
  if (later === undefined) return false;
  const before = JSON.stringify({ ...rowFromJson(later.before), [column]: value });
  book.update(mergeChange, later.id, { before });
  return true;
}

/** A value that goes back shows again where only something that came after the merge has put it out of sight. */
function shownAgain(book: WriteBook, current: Row, back: Row, { mergedAt }: Unmerging): Row {
  if (back['contact_id'] === undefined) return {};
  const isHidden = current['hidden'] === 1 && back['hidden'] === undefined;
  const replaced = book
    .statement('select 1 from import_batch where id = ? and applied_at >= ?')
    .get(current['superseded_by'], mergedAt);
  return {
    ...(isHidden && hasHidden(book, Number(current['id'])) ? { hidden: 0 } : {}),
    ...(replaced === undefined ? {} : { superseded_by: null }),
  };
}
