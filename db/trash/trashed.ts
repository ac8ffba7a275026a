// Who is in the trash: deleted by the owner, still there with everything, for thirty days.
import type { Trashed } from '#api/trash.ts';
import { ContactId } from '#core/contacts/model.ts';
import { daysLeft } from '#core/contacts/trash.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { tokens } from '#core/shared/fold.ts';
import type { ReadBook } from '#db/book.ts';
import { contact } from '#db/contacts/tables.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { notFound } from '#db/problems.ts';
import { IN_TRASH } from './in-trash.ts';

interface Wanted {
  readonly text: string;
  readonly page: { readonly offset: number; readonly limit: number };
}

/** One window of the trash, who went in last first; of those whose name has every word that is looked for. */
export function trashedPage(
  book: ReadBook,
  { text, page }: Wanted,
  now: DateTime,
): { total: number; rows: Trashed[] } {
  const words = JSON.stringify(tokens(text));
  const found = `from contact where ${IN_TRASH}
    and not exists (select 1 from json_each(?) j where instr(sort_key, j.value) = 0)`;
  const rows = book
    .statement(
      `select id, fn, org, title, deleted_at as "deletedAt" ${found} order by deleted_at desc, id desc limit ? offset ?`,
    )
    .all(words, page.limit, page.offset) as Omit<Trashed, 'daysLeft'>[]; // the columns named
  return {
    total: Number(book.statement(`select count(*) ${found}`).pluck().get(words)),
    rows: rows.map((row) => ({ ...row, daysLeft: daysLeft(row.deletedAt, now) })),
  };
}

/** One of them. Throws NOT_FOUND when they are not in the trash. */
export function trashedPerson(book: ReadBook, id: ContactId, now: DateTime): Trashed {
  const row = book
    .statement(
      `select id, fn, org, title, deleted_at as "deletedAt" from contact where id = ? and ${IN_TRASH}`,
    )
    .get(id) as Omit<Trashed, 'daysLeft'> | undefined; // the columns named
  if (row === undefined) throw notFound('contact');
  return { ...row, daysLeft: daysLeft(row.deletedAt, now) };
}

/** Everybody in the trash. */
export const allTrashed = (book: ReadBook): ContactId[] => everybody(book).map(({ id }) => id);

/** Those whose time in the trash is over. */
export const expired = (book: ReadBook, now: DateTime): ContactId[] =>
  everybody(book)
    .filter(({ deletedAt }) => daysLeft(deletedAt, now) === 0)
    .map(({ id }) => id);

function everybody(book: ReadBook): { readonly id: ContactId; readonly deletedAt: DateTime }[] {
  const rows = book
    .statement(`select id, deleted_at as "deletedAt" from contact where ${IN_TRASH} order by id`)
    .all() as { readonly id: number; readonly deletedAt: DateTime }[]; // the columns named
  return rows.map(({ id, deletedAt }) => ({ id: ContactId.parse(id), deletedAt }));
}

/** True for somebody in the trash. */
export const isTrashed = (book: ReadBook, id: ContactId): boolean =>
  book.statement(`select 1 from contact where id = ? and ${IN_TRASH}`).get(id) !== undefined;

/** Throws NOT_FOUND when one of them is not in the trash. */
export function refuseUnlessTrashed(book: ReadBook, ids: readonly ContactId[]): void {
  if (!ids.every((id) => isTrashed(book, id))) throw notFound('contact');
}

/** Takes people out of the trash; everything about them is as it was. */
export function restore(book: WriteBook, ids: readonly ContactId[]): void {
  refuseUnlessTrashed(book, ids);
  for (const id of ids) book.update(contact, id, { deletedAt: null });
}
