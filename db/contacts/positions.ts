// A person's jobs: the owner's own list, and what the files of the years have shown.
import {
  POSITION_PROPERTY,
  type PositionForm,
  positionValue,
  readPosition,
  type Saying,
  type SeenPosition,
  seenPositions,
} from '#core/contacts/positions.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { propertyKey } from '#core/contacts/identity.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { currentRows, withoutTwins } from './properties.ts';
import { contactRow } from './queries.ts';
import { property } from './tables.ts';

/** Throws NOT_FOUND when the person is not in the book. */
export function positionsOf(
  book: ReadBook,
  id: ContactId,
): { positions: PositionForm[]; seen: SeenPosition[] } {
  contactRow(book, id);
  const rows = withoutTwins(currentRows(book, id).filter(({ name }) => name === POSITION_PROPERTY));
  return {
    positions: rows.flatMap(({ value }) => readPosition(value) ?? []).toSorted(newestFirst),
    seen: seenPositions(sayings(book, id)),
  };
}

/** A job without an end is one they have; of others the later one comes first. */
function newestFirst(a: PositionForm, b: PositionForm): number {
  const [one, other] = [a, b].map(({ from = '', to = '9999' }) => `${to} ${from}`);
  return one! < other! ? 1 : one! > other! ? -1 : 0;
}

/** Every organisation and title of imports and of the owner, with the time for which it stood. */
function sayings(book: ReadBook, id: ContactId): Saying[] {
  return book
    .statement(
      `select p.name, p.value, p.recorded_at as "from", b.applied_at as "until" from property p
       left join import_batch b on b.id = p.superseded_by
       where p.contact_id = ? and p.name in ('ORG', 'TITLE') and p.hidden = 0 and p.value <> '' order by p.id`,
    )
    .all(id)
    .map((row) => {
      const { name, value, from, until } = row as Omit<Saying, 'until'> & { until: string | null }; // the columns named
      return { name, value, from, ...(until !== null && { until }) };
    });
}

/** The owner's list becomes this one; what an import said of the same kind is kept out of sight. */
export function savePositions(
  book: WriteBook,
  { id, positions }: { readonly id: ContactId; readonly positions: readonly PositionForm[] },
  now: DateTime,
): void {
  contactRow(book, id);
  const wanted = new Set(positions.map(positionValue));
  for (const row of currentRows(book, id)) {
    if (row.name !== POSITION_PROPERTY || wanted.delete(row.value)) continue;
    if (row.batchId === null) book.remove(property, row.id);
    else book.update(property, row.id, { hidden: true });
  }
  for (const value of wanted) {
    const key = propertyKey(POSITION_PROPERTY, value);
    book.insert(property, { contactId: id, name: POSITION_PROPERTY, value, key, recordedAt: now });
  }
}
