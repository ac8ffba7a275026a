// One property of one person among many, said by the owner: the organisation, the title, whether the card is confidential.
import { changedValue } from '#core/contacts/bulk-edit.ts';
import type { BulkChange, BulkProperty } from '#core/contacts/bulk-edit.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { project } from './queries.ts';
import { sayOne } from './save-form.ts';
import { property } from './tables.ts';

interface Edited {
  readonly book: WriteBook;
  readonly id: ContactId;
  readonly now: DateTime;
}

/** The column of a list row that shows the property. */
export const COLUMN_OF: Readonly<Record<BulkProperty, 'org' | 'title'>> = { ORG: 'org', TITLE: 'title' };

/**
 * Says it of somebody, above every import. Answers whether that changes what their card shows. The units of an
 * organisation go with it: another one has its own.
 */
export function editOne(edited: Edited, name: BulkProperty, change: BulkChange): boolean {
  const { book, id } = edited;
  const column = COLUMN_OF[name];
  // A text column that is never null.
  const shown = book.statement(`select ${column} from contact where id = ?`).pluck().get(id) as string;
  const value = changedValue(shown, change);
  if (value === shown) return false;
  sayOne(edited, { name, value });
  project(book, id);
  return true;
}

interface ClassRow {
  readonly id: number;
  readonly value: string;
  readonly batchId: number | null;
}

/** vCard CLASS of a card only the owner should pass on (RFC 2426 §3.7.1). */
const CONFIDENTIAL = 'CONFIDENTIAL';

/** Says that a card is confidential, or that it is not. Answers whether that is new. */
export function classifyOne({ book, id, now }: Edited, confidential: boolean): boolean {
  const rows = book
    .statement(
      `select id, value, batch_id as "batchId" from property
       where contact_id = ? and name = 'CLASS' and hidden = 0 and superseded_by is null order by id`,
    )
    .all(id) as ClassRow[]; // the columns named
  const isIt = ({ value }: ClassRow): boolean => value.trim().toUpperCase() === CONFIDENTIAL;
  if (rows.some(isIt) === confidential) return false;
  for (const row of rows) {
    if (!confidential && !isIt(row)) continue;
    if (row.batchId === null) book.remove(property, row.id);
    else book.update(property, row.id, { hidden: true });
  }
  if (confidential)
    book.insert(property, { contactId: id, name: 'CLASS', value: CONFIDENTIAL, recordedAt: now });
  return true;
}
