// Texts that were put together of several people's, when one of those leaves.
import type { ContactId } from '#core/contacts/model.ts';
import { currentRows, spokenRows } from '#db/contacts/properties.ts';
import type { PropertyRow } from '#db/contacts/properties.ts';
import { property } from '#db/contacts/tables.ts';
import { rowFromJson } from '#db/history/journal.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { separatorOf } from './single-values.ts';
import { mergeChange } from './tables.ts';

/** A text that some merge put together and nobody has written on since. */
interface Joined {
  readonly changeId: number;
  readonly after: string;
  readonly row: PropertyRow;
}

/**
 * Takes the words of the one who left out of what other merges have put together, as long as they are there word for
 * word and nobody who stays says the same.
 */
export function partJoined(
  book: WriteBook,
  { survivorId, absorbedId }: { survivorId: ContactId; absorbedId: ContactId },
): void {
  const left = spokenRows(book, survivorId);
  const joined = left.flatMap((row) => joinedBy(book, row) ?? []);
  if (joined.length === 0) return;
  const own = left.filter((row) => !joined.some((one) => one.row.id === row.id));
  for (const { name, value } of currentRows(book, absorbedId)) {
    const separator = separatorOf(name);
    if (separator === undefined || value === '') continue;
    if (own.some((row) => row.name === name && row.value === value)) continue;
    for (const { changeId, after, row } of joined) {
      const rest = row.name === name ? without(row.value, value, separator) : undefined;
      if (rest === undefined) continue;
      book.update(property, row.id, { value: rest });
      book.update(mergeChange, changeId, { after: JSON.stringify({ ...rowFromJson(after), value: rest }) });
    }
  }
}

function joinedBy(book: WriteBook, row: PropertyRow): Joined | undefined {
  if (separatorOf(row.name) === undefined) return undefined;
  const change = book
    .statement(
      `select id as "changeId", after from merge_change
       where table_name = 'property' and row_id = ? and before is null and after is not null`,
    )
    .get(row.id) as { changeId: number; after: string } | undefined; // the columns named
  return change !== undefined && rowFromJson(change.after)['value'] === row.value
    ? { ...change, row }
    : undefined;
}

/** The text without one of its parts; undefined when it is no part of it. */
function without(text: string, part: string, separator: string): string | undefined {
  const whole = separator + text + separator;
  const at = whole.indexOf(separator + part + separator);
  if (at < 0) return undefined;
  const rest = whole.slice(0, at) + whole.slice(at + separator.length + part.length);
  return rest === separator ? undefined : rest.slice(separator.length, -separator.length);
}
