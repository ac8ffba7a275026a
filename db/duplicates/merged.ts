// Who has been merged into whom, and what of theirs is still there to go back.
import { and, asc, desc, eq } from 'drizzle-orm';
import type { z } from 'zod';
import type { Merged } from '#api/contacts.ts';
import { ContactId } from '#core/contacts/model.ts';
import type { ReadBook } from '#db/book.ts';
import { spokenRows, toProperties } from '#db/contacts/properties.ts';
import { contact } from '#db/contacts/tables.ts';
import { rowFromJson } from '#db/history/journal.ts';
import type { Row, RowChange } from '#db/history/journal.ts';
import { notFound } from '#db/problems.ts';
import { isSameRow } from './references.ts';
import { merge, mergeChange } from './tables.ts';

/** One change a merge has kept, with its own key. */
export interface KeptChange extends RowChange {
  readonly id: number;
}

/** Throws NOT_FOUND when there is no such merge (any more). */
export function mergeById(book: ReadBook, id: number) {
  const row = book.select().from(merge).where(eq(merge.id, id)).get();
  if (row === undefined) throw notFound('merge');
  return { ...row, survivorId: ContactId.parse(row.survivorId), absorbedId: ContactId.parse(row.absorbedId) };
}

/** What a merge changed, in the order it did. */
export const changesOf = (book: ReadBook, mergeId: number): KeptChange[] =>
  book.select().from(mergeChange).where(eq(mergeChange.mergeId, mergeId)).orderBy(asc(mergeChange.id)).all();

/** Everybody who has been merged into this person, newest first. */
export function mergedInto(book: ReadBook, id: ContactId): z.input<typeof Merged>[] {
  const merges = book
    .select({ mergeId: merge.id, mergedAt: merge.mergedAt, fn: contact.fn })
    .from(merge)
    .innerJoin(contact, eq(contact.id, merge.absorbedId))
    .where(eq(merge.survivorId, id))
    .orderBy(desc(merge.id))
    .all();
  if (merges.length === 0) return [];
  const spoken = spokenRows(book, id);
  return merges.map(({ mergeId, mergedAt, fn }) => {
    const moved = movedColumns(book, mergeId);
    const mine = new Set(moved.get('property.contact_id'));
    const count = (...columns: string[]) => {
      const here = columns.map((column) => {
        const [table, name] = column.split('.');
        const ids = JSON.stringify(moved.get(column) ?? []);
        // What is kept as history alone is no tie.
        const counted = table === 'evidence' ? 'and superseded_by is null' : '';
        return Number(
          book
            .statement(
              `select count(*) from "${table}" where "${name}" = ? and id in (select value from json_each(?)) ${counted}`,
            )
            .pluck()
            .get(id, ids),
        );
      });
      return here.reduce((sum, one) => sum + one, 0);
    };
    return {
      // The row's own key.
      mergeId: mergeId as z.infer<typeof Merged>['mergeId'],
      fn,
      mergedAt,
      properties: toProperties(
        book,
        spoken.filter((row) => mine.has(row.id)),
      ),
      links: {
        encounters: count('encounter.contact_id'),
        ties: count('evidence.contact_id', 'evidence.other_id'),
        invitations: count('mutual.contact_id'),
        introductions: count('introduction.a_id', 'introduction.b_id'),
      },
    };
  });
}

/** Rows a merge moved, by the column in which it did. */
function movedColumns(book: ReadBook, mergeId: number): Map<string, number[]> {
  const moved = new Map<string, number[]>();
  for (const { tableName, rowId, before, after } of changesOf(book, mergeId)) {
    if (before === null || after === null) continue;
    // The table's name is one of ours, as the merge wrote it.
    const current = book.statement(`select * from "${tableName}" where id = ?`).get(rowId) as Row | undefined;
    if (current === undefined || !isSameRow(tableName, rowFromJson(after), current)) continue;
    for (const column of Object.keys(rowFromJson(before))) {
      const key = `${tableName}.${column}`;
      moved.set(key, [...(moved.get(key) ?? []), rowId]);
    }
  }
  return moved;
}

/** True when some merge has put this property out of sight. */
export const hasHidden = (book: ReadBook, propertyId: number): boolean =>
  book
    .select({ before: mergeChange.before })
    .from(mergeChange)
    .where(and(eq(mergeChange.tableName, 'property'), eq(mergeChange.rowId, propertyId)))
    .all()
    .some(({ before }) => before !== null && rowFromJson(before)['hidden'] === 0);

/** What later merges changed of the same row, in order. */
export const laterChanges = (book: ReadBook, { id, tableName, rowId }: KeptChange) =>
  book
    .statement(
      `select id, merge_id as "by", before, after from merge_change
       where table_name = ? and row_id = ? and id > ? and before is not null and after is not null order by id`,
    )
    .all(tableName, rowId, id) as { id: number; by: number; before: string; after: string }[]; // the columns named
