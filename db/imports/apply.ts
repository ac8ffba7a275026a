// Doing what the preview showed: one transaction, straight prepared statements, every value with its batch and line.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { z } from 'zod';
import type { Progress } from '#api/imports.ts';
import { propertyKey } from '#core/contacts/identity.ts';
import { ContactId } from '#core/contacts/model.ts';
import type { PropertyName } from '#core/contacts/model.ts';
import { serialiseN } from '#core/contacts/structured-name.ts';
import type { ActionCounts, ContactDraft, FieldChange, OwnerDraft } from '#core/imports/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { countContacts, projection, reproject, standingId } from '#db/contacts/queries.ts';
import { conflict } from '#db/problems.ts';
import { keepImportEntry } from '#db/history/queries.ts';
import { Recorder } from '#db/history/journal.ts';
import { applyInvitation, settleAccepted } from '#db/invitations/import.ts';
import { setOwnerId } from '#db/settings/queries.ts';
import type { WriterThread } from '#db/writer-thread.ts';
import { indexLater } from './late-indexes.ts';
import { batchById } from './queries.ts';
import type { KeptPlan } from './staging.ts';
import { importBatch } from './tables.ts';

/** Often enough that progress moves and a cancel is heard, rarely enough that it costs nothing. */
const RECORDS_A_TURN = 2000;

interface ItemRow {
  readonly id: number;
  readonly line: number;
  readonly subject: 'contact' | 'invitation' | 'owner' | 'entry';
  readonly action: keyof ActionCounts;
  readonly contactId: number | null;
  readonly choice: 'take' | 'skip' | 'join';
  readonly plan: string;
}

/** What one record is applied with. */
interface Applying {
  readonly book: Recorder;
  readonly batchId: number;
  readonly now: DateTime;
}

type ProgressAndCounts = AsyncGenerator<z.infer<typeof Progress>, { counts: ActionCounts }>;

/**
 * Applies a staged batch, yielding progress; ending the iteration early rolls everything back. Throws CONFLICT
 * `not_staged` when it has been applied or taken back already.
 */
export async function* applyBatch(writer: WriterThread, id: number, now: DateTime): ProgressAndCounts {
  const endTurn = await writer.takeTurn();
  const { book } = writer;
  const recorder = new Recorder(book);
  try {
    book.sqlite.exec('begin immediate');
    const batch = batchById(book, id);
    if (batch.state !== 'staged') throw conflict('not_staged');
    const counts: ActionCounts = { create: 0, update: 0, same: 0, review: 0, unusable: 0 };
    const total = Number(
      book.statement('select count(*) from import_item where batch_id = ?').pluck().get(id),
    );
    const applying: Applying = { book: recorder, batchId: id, now };
    const indexNow = indexLater(book.sqlite, { adding: addedPeople(book, id), there: countContacts(book) });
    let done = 0;
    for (let after = 0; ;) {
      const items = nextItems(book, id, after);
      const last = items.at(-1);
      if (last === undefined) break;
      for (const item of items) {
        if (item.choice === 'skip') continue;
        // People come first; whatever follows looks them up.
        if (item.subject !== 'contact') indexNow();
        applyItem(applying, item);
        counts[item.action] += 1;
      }
      after = last.id;
      done += items.length;
      yield { phase: 'writing', done, total };
      await nextTurn();
    }
    indexNow();
    settleAccepted(recorder);
    const rowChanges = [...recorder.changes];
    recorder.update(importBatch, id, { state: 'applied', appliedAt: now, counts });
    keepImportEntry(book, id, batch.fileName, { changes: rowChanges, now });
    book.sqlite.exec('commit');
    recorder.touchAll();
    writer.tell(recorder.summary());
    return { counts };
  } finally {
    // Reached with the transaction open after an error, or when the window stopped listening.
    if (book.sqlite.inTransaction) book.sqlite.exec('rollback');
    endTurn();
  }
}

/** How many people the batch adds, as far as that can be told before the owner's choices are looked at. */
const addedPeople = (book: ReadBook, batchId: number): number =>
  Number(
    book
      .statement(
        `select count(*) from import_item where batch_id = ? and subject = 'contact' and action in ('create', 'review')`,
      )
      .pluck()
      .get(batchId),
  );

function nextItems(book: ReadBook, batchId: number, after: number): ItemRow[] {
  return book
    .statement(
      // The plus keeps SQLite off the index by batch, through which it would read and sort the whole batch every time.
      `select id, line, subject, action, contact_id as "contactId", choice, plan from import_item
       where +batch_id = ? and id > ? order by id limit ${RECORDS_A_TURN}`,
    )
    .all(batchId, after) as ItemRow[]; // the columns named, written by staging.ts
}

function applyItem(applying: Applying, item: ItemRow): void {
  if (item.action === 'unusable' || item.action === 'same') return;
  const { contact, invitation, owner, changes } = JSON.parse(item.plan) as KeptPlan; // written by stage.ts
  const id = personOf(applying.book, item);
  if (invitation !== undefined) return applyInvitation(applying, item.action, invitation);
  if (owner !== undefined) return applyOwner(applying, item, owner, changes);
  if (contact === undefined) return;
  const joins = item.action === 'update' || item.choice === 'join';
  if (id !== undefined && joins) return applyChanges(applying, id, contact, changes);
  addContact(applying, contact);
}

/** Whom the plan was made for: whoever they are part of, where people have been merged since. */
const personOf = (book: ReadBook, { contactId }: ItemRow): ContactId | undefined =>
  contactId === null ? undefined : standingId(book, ContactId.parse(contactId));

/** Another member's archive (`review`) never makes anybody the owner. */
function applyOwner(
  applying: Applying,
  item: ItemRow,
  owner: OwnerDraft,
  changes: readonly FieldChange[],
): void {
  if (item.action === 'review') return;
  const properties = [
    ...(owner.url === '' ? [] : [{ name: 'URL' as const, value: owner.url, type: 'linkedin' }]),
    ...(owner.headline === undefined ? [] : [{ name: 'TITLE' as const, value: owner.headline, type: '' }]),
  ];
  const card: ContactDraft = {
    line: item.line,
    fn: owner.fn,
    n: owner.n,
    properties,
    issues: [],
  };
  const known = personOf(applying.book, item);
  if (known !== undefined && changes.length > 0) applyChanges(applying, known, card, changes);
  setOwnerId(applying.book, known ?? addContact(applying, card));
}

type Value = { readonly name: PropertyName; readonly value: string; readonly type: string };

const valuesOf = (draft: ContactDraft): Value[] => [
  { name: 'N', value: serialiseN(draft.n), type: '' },
  { name: 'FN', value: draft.fn, type: '' },
  ...draft.properties,
];

const INSERT_CONTACT =
  'insert into contact (fn, org, title, sort_key, name_key, org_key, created_at, batch_id) values (?, ?, ?, ?, ?, ?, ?, ?)';
const INSERT_PROPERTY =
  'insert into property (contact_id, name, value, type, key, recorded_at, batch_id, line) values (?, ?, ?, ?, ?, ?, ?, ?)';
const insertProperties = (count: number) =>
  `${INSERT_PROPERTY}${', (?, ?, ?, ?, ?, ?, ?, ?)'.repeat(count - 1)}`;
const INSERT_CONNECTED = `insert into evidence (kind, contact_id, "on", created_at, batch_id, line) values ('li_connected', ?, ?, ?, ?, ?)`;

function addContact({ book, batchId, now }: Applying, draft: ContactDraft): ContactId {
  const values = valuesOf(draft);
  const row = projection(values);
  const id = ContactId.parse(
    Number(
      book
        .statement(INSERT_CONTACT)
        .run(row.fn, row.org, row.title, row.sortKey, row.nameKey, row.orgKey, now, batchId).lastInsertRowid,
    ),
  );
  const cells: (string | number)[] = [];
  for (const { name, value, type } of values)
    cells.push(id, name, value, type, propertyKey(name, value), now, batchId, draft.line);
  book.statement(insertProperties(values.length)).run(...cells);
  if (draft.connectedOn !== undefined)
    book.statement(INSERT_CONNECTED).run(id, draft.connectedOn, now, batchId, draft.line);
  return id;
}

/**
 * Adds what the plan shows to a person already there: a change with `before` replaces that imported value, which is
 * kept as history; one without adds a value. The owner's own values stand above both and are not touched.
 */
function applyChanges(
  applying: Applying,
  id: ContactId,
  draft: ContactDraft,
  changes: readonly FieldChange[],
): void {
  const { book, batchId, now } = applying;
  const supersede = book.statement(
    `update property set superseded_by = ? where contact_id = ? and name = ? and value = ?
     and batch_id is not null and superseded_by is null`,
  );
  for (const { name, before, after } of changes) {
    if (before !== '') supersede.run(batchId, id, name, before);
    if (after === '') continue;
    const type = draft.properties.find((one) => one.name === name && one.value === after)?.type ?? '';
    book
      .statement(INSERT_PROPERTY)
      .run(id, name, after, type, propertyKey(name, after), now, batchId, draft.line);
  }
  connect(applying, id, draft);
  reproject(book, id);
}

function connect({ book, batchId, now }: Applying, id: ContactId, draft: ContactDraft): void {
  if (draft.connectedOn === undefined) return;
  const there = book
    .statement(
      `select 1 from evidence where contact_id = ? and other_id is null and kind = 'li_connected' and "on" = ?`,
    )
    .get(id, draft.connectedOn);
  if (there === undefined)
    book.statement(INSERT_CONNECTED).run(id, draft.connectedOn, now, batchId, draft.line);
}
