// People in the book: SQL in, domain values out. Only this feature writes `contact` and `property`.
import { and, desc, eq, inArray, isNull } from 'drizzle-orm';
import { propertyKey } from '#core/contacts/identity.ts';
import { ContactId } from '#core/contacts/model.ts';
import type { ContactForm, ContactSummary, StructuredName } from '#core/contacts/model.ts';
import { nameKey } from '#core/contacts/names.ts';
import { formattedName, parseN, sortKey } from '#core/contacts/structured-name.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { fold } from '#core/shared/fold.ts';
import type { ReadBook } from '#db/book.ts';
import { conflict, notFound } from '#db/problems.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { importBatch } from '#db/imports/tables.ts';
import { confidentialPeople } from '#db/manners/preferences.ts';
import { ownerId } from '#db/settings/queries.ts';
import { currentRows } from './properties.ts';
import type { PropertyRow } from './properties.ts';
import { saveForm } from './save-form.ts';
import { contact } from './tables.ts';

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
  const confidential = confidentialPeople(book);
  return rows.map((row) => ({
    ...row,
    isOwner: row.id === owner,
    ...(confidential.has(row.id) && { isConfidential: true as const }),
  }));
}

/** One window of everybody, in list order. */
export function idsInOrder(book: ReadBook, offset: number, limit: number): ContactId[] {
  return book
    .statement('select id from contact where deleted_at is null order by sort_key, id limit ? offset ?')
    .pluck()
    .all(limit, offset)
    .map((id) => ContactId.parse(id));
}

const MOST_HOLDERS = 8;

/** Who has one of these addresses as a current value, by the key each is matched by. */
export function idsWithAddress(book: ReadBook, addresses: readonly string[]): ContactId[] {
  const kinds = ['EMAIL', 'TEL', 'URL'] as const;
  const keys = kinds.flatMap((name) =>
    addresses.map((address) => [name, propertyKey(name, address)] as const),
  );
  const statement = book
    .statement(
      `select distinct p.contact_id from property p join contact c on c.id = p.contact_id and c.deleted_at is null
       where p.key = ? and p.name = ? and p.hidden = 0 and p.superseded_by is null order by p.contact_id limit ${MOST_HOLDERS}`,
    )
    .pluck();
  const found = keys.flatMap(([name, key]) => (key === '' ? [] : statement.all(key, name)));
  return [...new Set(found)].map((id) => ContactId.parse(id)).slice(0, MOST_HOLDERS);
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
  const { family, given, additional = '', prefix = '', suffix } = form;
  const fn =
    formattedName({ family, given, additional, prefix, suffix }) ||
    form.nickname ||
    form.org ||
    form.emails.find(Boolean) ||
    form.tels.find(Boolean) ||
    '';
  if (fn === '') throw conflict('no_name');
  return fn;
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
  const first = { FN: '', N: '', ORG: '', TITLE: '', NICKNAME: '', EMAIL: '', TEL: '' };
  for (const { name, value } of rows)
    if (Object.hasOwn(first, name)) first[name as keyof typeof first] ||= value; // one of them, then
  const { ORG: org, TITLE: title } = first;
  const n = parseN(first.N);
  const fn = first.FN || formattedName(n) || first.NICKNAME || org || first.EMAIL || first.TEL;
  return listRow({ fn, n, org, title });
}

/** The list row of somebody of whom that is known which it shows. */
export const listRow = ({ fn, n, org, title }: Shown) => ({
  fn,
  org,
  title,
  sortKey: sortKey(fn, n),
  nameKey: nameKey(fn),
  orgKey: fold(org),
});

interface Shown {
  readonly fn: string;
  readonly n: StructuredName;
  readonly org: string;
  readonly title: string;
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
