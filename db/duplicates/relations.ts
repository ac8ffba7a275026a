// Relations that two people cannot have once they are one, and words that would count twice.
import { doNotIntroduce, encounter, evidence, introduction, introductionStep } from '#db/schema.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { keptApart } from './tables.ts';

const idsOf = (book: WriteBook, sql: string, ...bound: readonly number[]): number[] =>
  book
    .statement(sql)
    .pluck()
    .all(...bound)
    .map(Number);

/** Takes out what would relate a person to themselves; whom they introduced to themselves stays met. */
export function takeOutRelations(book: WriteBook, one: number, other: number): void {
  const both = [one, other, other, one] as const;
  for (const id of idsOf(
    book,
    'select id from evidence where (contact_id = ? and other_id = ?) or (contact_id = ? and other_id = ?)',
    ...both,
  ))
    book.remove(evidence, id);
  for (const id of idsOf(
    book,
    'select id from introduction where (a_id = ? and b_id = ?) or (a_id = ? and b_id = ?)',
    ...both,
  )) {
    for (const step of idsOf(book, 'select id from introduction_step where introduction_id = ?', id))
      book.remove(introductionStep, step);
    book.remove(introduction, id);
  }
  for (const id of idsOf(
    book,
    'select id from do_not_introduce where (a_id = ? and b_id = ?) or (a_id = ? and b_id = ?)',
    ...both,
  ))
    book.remove(doNotIntroduce, id);
  for (const id of idsOf(
    book,
    `select id from encounter where (contact_id = ? and introduced_by_id = ?) or (contact_id = ? and introduced_by_id = ?)`,
    ...both,
  ))
    book.update(encounter, id, { introducedById: null });
}

/**
 * A person vouches for another once, however many cards they had: the newest answer stays, as when somebody is asked
 * again.
 */
export function dropDoubleWords(book: WriteBook, id: number): void {
  const rows = book
    .statement(
      `select id, contact_id as "from", other_id as "about" from evidence
       where (contact_id = @id or other_id = @id) and other_id is not null and kind in ('vouched', 'disowned')
         and superseded_by is null
       order by "on", id`,
    )
    .all({ id }) as { id: number; from: number; about: number }[]; // the columns named
  const newest = new Map(rows.map((row) => [`${row.from} ${row.about}`, row.id]));
  for (const row of rows)
    if (newest.get(`${row.from} ${row.about}`) !== row.id) book.remove(evidence, row.id);
}

interface PairRow {
  readonly id: number;
  readonly a: number;
  readonly b: number;
}

/** Whom `from` is not is whom `to` is not either; of two answers about one pair the one that was there stays. */
export function pointPairs(book: WriteBook, from: number, to: number): void {
  const rows = book
    .statement('select id, a_id as a, b_id as b from kept_apart where a_id = ? or b_id = ?')
    .all(from, from) as PairRow[]; // the columns named
  for (const { id, a, b } of rows) pointPair(book, id, { to, other: a === from ? b : a });
}

/** Makes a row of `kept_apart` say that `to` and `other` are two; takes it out where that is said or makes no sense. */
export function pointPair(book: WriteBook, id: number, { to, other }: { to: number; other: number }): void {
  const [a, b] = to < other ? [to, other] : [other, to];
  const said = book.statement('select id from kept_apart where a_id = ? and b_id = ?').pluck().get(a, b);
  if (a === b || (typeof said === 'number' && said !== id)) book.remove(keptApart, id);
  else book.update(keptApart, id, { a, b });
}

/** Says of two people that they are two; nothing new when that is said already. */
export function keepApart(book: WriteBook, one: number, other: number, now: string): void {
  const [a, b] = one < other ? [one, other] : [other, one];
  const said = book.statement('select 1 from kept_apart where a_id = ? and b_id = ?').get(a, b);
  if (said === undefined) book.insert(keptApart, { a, b, decidedAt: now });
}
