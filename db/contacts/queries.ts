// People in the book: SQL in, domain values out. Only this feature writes `contact` and `property`.
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { propertyKey } from '#core/contacts/identity.ts';
import { ContactId } from '#core/contacts/model.ts';
import type { ContactForm, ContactSummary, PropertyName, StructuredName } from '#core/contacts/model.ts';
import { nameKey } from '#core/contacts/names.ts';
import { formattedName, parseN, serialiseN, sortKey } from '#core/contacts/structured-name.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { fold } from '#core/shared/fold.ts';
import type { ReadBook } from '#db/book.ts';
import { conflict, notFound } from '#db/problems.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { importBatch } from '#db/imports/tables.ts';
import { ownerId } from '#db/settings/queries.ts';
import { currentRows, formOf, rowPrecedence, spokenRows, twinKey, withoutTwins } from './properties.ts';
import type { PropertyRow } from './properties.ts';
import { contact, property } from './tables.ts';

const FORM_TEXTS = [
  ['NICKNAME', 'nickname'],
  ['ORG', 'org'],
  ['TITLE', 'title'],
  ['NOTE', 'note'],
] as const;
const FORM_LISTS = [
  ['EMAIL', 'emails'],
  ['TEL', 'tels'],
  ['URL', 'urls'],
] as const;

/** What a list needs of the people named, in the order named; people who are gone are left out. */
export function summaries(book: ReadBook, ids: readonly ContactId[]): ContactSummary[] {
  const rows = book
    .statement(
      `select c.id, c.fn, c.org, c.title, coalesce((select e.summary from encounter m join event e on e.id = m.event_id
         where m.contact_id = c.id order by m.met_on desc limit 1), '') as "metAt"
       from json_each(?) j join contact c on c.id = j.value where c.deleted_at is null order by j.key`,
    )
    .all(JSON.stringify(ids)) as Omit<ContactSummary, 'isOwner'>[]; // the columns named above
  const owner = ownerId(book);
  return rows.map((row) => ({ ...row, isOwner: row.id === owner }));
}

/** One window of everybody, in list order. */
export function idsInOrder(book: ReadBook, offset: number, limit: number): ContactId[] {
  return book
    .statement('select id from contact where deleted_at is null order by sort_key, id limit ? offset ?')
    .pluck()
    .all(limit, offset)
    .map((id) => ContactId.parse(id));
}

export const countContacts = (book: ReadBook): number =>
  Number(book.statement('select count(*) from contact where deleted_at is null').pluck().get());

/** Whose card a person's is today: another's when it has been merged into that one. */
export function standingId(book: ReadBook, id: ContactId): ContactId {
  const survivor = book.statement('select merged_into_id from contact where id = ?').pluck().get(id);
  return typeof survivor === 'number' ? ContactId.parse(survivor) : id;
}

export function contactRow(book: ReadBook, id: ContactId) {
  const row = book
    .select()
    .from(contact)
    .where(and(eq(contact.id, id), isNull(contact.deletedAt)))
    .get();
  if (row === undefined) throw notFound('contact');
  return row;
}

/** Names of people by key; people who are gone are left out. */
export function namesOf(
  book: ReadBook,
  ids: readonly ContactId[],
): Map<ContactId, { fn: string; org: string }> {
  if (ids.length === 0) return new Map();
  const rows = book
    .select({ id: contact.id, fn: contact.fn, org: contact.org })
    .from(contact)
    .where(and(inArray(contact.id, [...new Set(ids)]), isNull(contact.deletedAt)))
    .all();
  return new Map(rows.map(({ id, fn, org }) => [ContactId.parse(id), { fn, org }]));
}

/** Adds a person as the owner describes them. Throws CONFLICT `no_name` when there is nothing to call them by. */
export function createContact(book: WriteBook, form: ContactForm, now: DateTime): ContactId {
  const fn = nameFor(form);
  const id = ContactId.parse(book.insert(contact, { fn, sortKey: '', nameKey: '', createdAt: now }));
  saveForm(book, id, form, now);
  project(book, id);
  return id;
}

/** Records what the owner changed on the form; values the form repeats keep the provenance they had. */
export function updateContact(book: WriteBook, id: ContactId, form: ContactForm, now: DateTime): void {
  contactRow(book, id);
  nameFor(form);
  saveForm(book, id, form, now);
  project(book, id);
}

export function deleteContact(book: WriteBook, id: ContactId, now: DateTime): void {
  contactRow(book, id);
  book.update(contact, id, { deletedAt: now });
}

function nameFor(form: ContactForm): string {
  const fn =
    formattedName(structuredName(form)) ||
    form.nickname ||
    form.org ||
    form.emails.find(Boolean) ||
    form.tels.find(Boolean) ||
    '';
  if (fn === '') throw conflict('no_name');
  return fn;
}

const structuredName = ({ given, family, suffix }: ContactForm): StructuredName => ({
  family,
  given,
  additional: '',
  prefix: '',
  suffix,
});

function saveForm(book: WriteBook, id: ContactId, form: ContactForm, now: DateTime): void {
  const edit: Edit = { book, id, now };
  const before = formOf(book, id);
  const renamed = (['given', 'family', 'suffix'] as const).some((part) => form[part] !== before[part]);
  if (renamed) {
    const n = structuredName(form);
    sayOne(edit, 'N', serialiseN(n));
    sayOne(edit, 'FN', formattedName(n));
  }
  for (const [name, field] of FORM_TEXTS) if (form[field] !== before[field]) sayOne(edit, name, form[field]);
  for (const [name, field] of FORM_LISTS) sayAll(edit, name, form[field]);
}

interface Edit {
  readonly book: WriteBook;
  readonly id: ContactId;
  readonly now: DateTime;
}

function add({ book, id, now }: Edit, name: PropertyName, value: string): void {
  book.insert(property, { contactId: id, name, value, key: propertyKey(name, value), recordedAt: now });
}

/**
 * The owner's word on a value there is one of; empty text says that there is none, whatever an import says. Of several
 * words of the owner's, which a merged card may have, the one that stands is changed.
 */
function sayOne(edit: Edit, name: PropertyName, value: string): void {
  const { book, id, now } = edit;
  const own = spokenRows(book, id)
    .filter((row) => row.name === name && row.batchId === null && !row.hidden)
    .toSorted(rowPrecedence)
    .at(-1);
  if (own === undefined) add(edit, name, value);
  else book.update(property, own.id, { value, recordedAt: now });
}

function sayAll(edit: Edit, name: PropertyName, values: readonly string[]): void {
  const { book, id } = edit;
  const wanted = new Set(values.filter((value) => value !== ''));
  const rows = currentRows(book, id).filter((row) => row.name === name);
  // The same value from two sources is shown once, and stays or goes as one.
  for (const twins of Map.groupBy(rows, twinKey).values()) {
    if (withoutTwins(twins).some((shown) => wanted.has(shown.value))) {
      for (const row of twins) wanted.delete(row.value);
      continue;
    }
    // What an import said is kept, out of sight, so that importing it again does not bring it back.
    for (const row of twins) {
      if (row.batchId === null) book.remove(property, row.id);
      else book.update(property, row.id, { hidden: true });
    }
  }
  for (const value of wanted) add(edit, name, value);
}

/** Brings the list row of a person up to what their properties say. */
export function project(book: WriteBook, id: ContactId): void {
  book.update(contact, id, projection(currentRows(book, id)));
}

/** The same past the journal, for imports: undoing one works the list rows out again instead of remembering them. */
export function reproject(book: ReadBook, id: ContactId): void {
  const row = projection(currentRows(book, id));
  book
    .statement(
      'update contact set fn = ?, org = ?, title = ?, sort_key = ?, name_key = ?, org_key = ? where id = ?',
    )
    .run(row.fn, row.org, row.title, row.sortKey, row.nameKey, row.orgKey, id);
}

/** The list row that follows from a person's current properties. */
export function projection(rows: readonly Pick<PropertyRow, 'name' | 'value'>[]) {
  const value = (name: PropertyName) =>
    rows.find((row) => row.name === name && row.value !== '')?.value ?? '';
  const n = parseN(value('N'));
  const org = value('ORG');
  const fn = value('FN') || formattedName(n) || value('NICKNAME') || org || value('EMAIL') || value('TEL');
  return { fn, org, title: value('TITLE'), sortKey: sortKey(fn, n), nameKey: nameKey(fn), orgKey: fold(org) };
}

/** The newest batch that made this card, if an import did. */
export function originOf(book: ReadBook, row: { batchId: number | null; createdAt: string }) {
  const batch =
    row.batchId === null
      ? undefined
      : book
          .select()
          .from(importBatch)
          .where(eq(importBatch.id, row.batchId))
          .orderBy(desc(importBatch.id))
          .get();
  return { fileName: batch?.fileName, on: row.createdAt };
}
