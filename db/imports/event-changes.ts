// A newer state of an event, put into the book and taken out of it again.
import { EVENT_FIELDS, summaryKey } from '#core/imports/plan-event-changes.ts';
import type { KnownMeeting } from '#core/imports/planned.ts';
import type { ReadBook } from '#db/book.ts';
import { choicesIn, usualChoice } from './choices.ts';
import { itemsIn } from './kept.ts';
import type { KeptChange, KeptItem } from './kept.ts';

/** Writes what a record changes of an event, but for what is left out and for what has become something else since. */
export function changeEvent(book: ReadBook, id: number, item: KeptItem, leftOut: readonly number[]): void {
  const { changes = [], event } = item;
  if (changes.length === 0 && event?.unmet === undefined) return;
  for (const [at, [name, before, after]] of changes.entries())
    if (!leftOut.includes(at)) replace(book, id, name, { before, after });
  rekey(book, id);
  if (staysWhen(item, leftOut)) return;
  const remove = book.statement('delete from encounter where id = ? and event_id = ? and met_on = ?');
  for (const { id: row, on } of event?.unmet ?? []) remove.run(row, id, on);
}

/** The owner does not want the event on its new day, or called off: then its meetings stay where they are, too. */
export function staysWhen(
  { changes = [], event }: Pick<KeptItem, 'changes' | 'event'>,
  leftOut: readonly number[],
): boolean {
  const telling = event?.draft.version?.isCancelled === true ? 'DESCRIPTION' : 'DTSTART';
  return leftOut.some((at) => changes[at]?.[0] === telling);
}

/** Takes back what a batch has changed of events, where it still stands. Goes before the events that it made. */
export function takeBackEventChanges(book: ReadBook, batchId: number): void {
  const pieces = book
    .statement(
      `select items from import_plan where batch_id = ? and subject = 'event' and action = 'update' order by id desc`,
    )
    .pluck()
    .all(batchId);
  const choices = choicesIn(book, batchId);
  for (const text of pieces)
    for (const item of itemsIn(String(text))) {
      const { choice, leftOut } = choices.get(item.at) ?? {
        choice: usualChoice('update', item),
        leftOut: [],
      };
      if (choice !== 'skip') takeBack(book, item, leftOut);
    }
}

function takeBack(book: ReadBook, item: KeptItem, leftOut: readonly number[]): void {
  const { changes = [], event } = item;
  const id = event?.eventId;
  if (id === undefined) return;
  for (const [at, [name, before, after]] of changes.entries())
    if (!leftOut.includes(at)) replace(book, id, name, { before: after, after: before });
  rekey(book, id);
  if (staysWhen(item, leftOut)) return;
  for (const meeting of event?.unmet ?? []) putBack(book, id, meeting);
}

function replace(
  book: ReadBook,
  id: number,
  name: KeptChange[0],
  { before, after }: { readonly before: string; readonly after: string },
): void {
  const column = Object.entries(EVENT_FIELDS).find(([field]) => field === name)?.[1];
  if (column === undefined) return;
  // Of the two that may be missing, missing is null.
  const value = after === '' && column.startsWith('dt') ? null : after;
  book
    .statement(`update event set ${column} = ? where id = ? and coalesce(${column}, '') = ?`)
    .run(value, id, before);
}

function rekey(book: ReadBook, id: number): void {
  const row = book.statement('select summary, location from event where id = ?').get(id);
  if (row === undefined) return;
  const key = summaryKey(row as { summary: string; location: string }); // the columns named
  book.statement('update event set summary_key = ? where id = ?').run(key, id);
}

/** A meeting of a batch that has been taken back meanwhile, or with somebody who is gone, stays away. */
function putBack(book: ReadBook, eventId: number, meeting: KnownMeeting): void {
  book
    .statement(
      `insert or ignore into encounter
         (id, contact_id, event_id, met_on, location, channel, created_at, batch_id, line)
       select @id, @contactId, @eventId, @on, @location, @channel, @createdAt, @batchId, @line
       where exists (select 1 from import_batch where id = @batchId and state = 'applied')
         and exists (select 1 from contact where id = @contactId)
         and exists (select 1 from event where id = @eventId)`,
    )
    .run({ ...meeting, eventId });
}
