// Saved views: SQL in, domain values out. Only this feature writes `saved_view`.
import { eq } from 'drizzle-orm';
import { ViewId } from '#api/views.ts';
import type { SavedView, ViewForm } from '#api/views.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { fold } from '#core/shared/fold.ts';
import type { ReadBook } from '#db/book.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { notFound } from '#db/problems.ts';
import { savedView } from './tables.ts';

/** All views by name. */
export const listViews = (book: ReadBook): SavedView[] =>
  book
    .select()
    .from(savedView)
    .all()
    .map((row) => ({ key: fold(row.summary), row }))
    .sort((a, b) => (a.key === b.key ? a.row.id - b.row.id : a.key < b.key ? -1 : 1))
    .map(({ row }) => ({ id: ViewId.parse(row.id), name: row.summary, text: row.query }));

/** Saves a query under a name; a view that is called so already is given the new query. */
export function saveView(book: WriteBook, { name, text }: ViewForm, now: DateTime): ViewId {
  const same = listViews(book).find((view) => fold(view.name) === fold(name));
  if (same === undefined)
    return ViewId.parse(book.insert(savedView, { summary: name, query: text, createdAt: now }));
  book.update(savedView, same.id, { summary: name, query: text });
  return same.id;
}

/** Throws NOT_FOUND when the view is not in the book. */
export function renameView(book: WriteBook, id: ViewId, name: string): void {
  viewRow(book, id);
  book.update(savedView, id, { summary: name });
}

/** Throws NOT_FOUND when the view is not in the book. */
export function deleteView(book: WriteBook, id: ViewId): void {
  viewRow(book, id);
  book.remove(savedView, id);
}

function viewRow(book: ReadBook, id: ViewId) {
  const row = book.select().from(savedView).where(eq(savedView.id, id)).get();
  if (row === undefined) throw notFound('view');
  return row;
}
