// One property of one person among many, said by the owner: the organisation, the title.
import { changedValue } from '#core/contacts/bulk-edit.ts';
import type { BulkChange, BulkProperty } from '#core/contacts/bulk-edit.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { project } from './queries.ts';
import { sayOne } from './save-form.ts';

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
