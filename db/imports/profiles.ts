// How the owner had tables read: a table with the same header is read the same way the next time, without a word.
import type { Reading } from '#core/imports/model.ts';
import { Reading as ReadingSchema } from '#core/imports/model.ts';
import { lookAt } from '#core/imports/read-entry.ts';
import { fold } from '#core/shared/fold.ts';
import type { ReadBook } from '#db/book.ts';
import type { DroppedEntry } from './dropped.ts';
import type { Profile } from './keep-profile.ts';

/** A header stands near the top. */
const LINES = 40;

const headLines = (entry: DroppedEntry, reading: Reading): string[] =>
  lookAt(entry.name, entry.bytes ?? entry.head, { encoding: reading.encoding })
    .head.split(/\r\n|\r|\n/)
    .slice(0, LINES)
    .map((line) => fold(line).trim());

/** What there is to remember of how the owner wants an entry read; nothing of a table without a header. */
export function profileOf(entry: DroppedEntry, reading: Reading): Profile | undefined {
  const { kind, mapping } = reading;
  if (mapping === undefined || mapping.headerLine === 0) return undefined;
  const header = headLines(entry, reading)[mapping.headerLine - 1];
  return header === undefined || header === '' ? undefined : { header, reading: { kind, mapping } };
}

/** How a table with this header was read the last time; undefined for one that has never been put right. */
export function knownReading(book: ReadBook, entry: DroppedEntry): Reading | undefined {
  if (book.statement('select 1 from column_profile limit 1').get() === undefined) return undefined;
  const find = book.statement('select mapping from column_profile where header = ?').pluck();
  for (const [at, header] of headLines(entry, {}).entries()) {
    const text = header === '' ? undefined : find.get(header);
    if (typeof text !== 'string') continue;
    const { success, data } = ReadingSchema.safeParse(JSON.parse(text));
    if (success && data.mapping !== undefined)
      return { ...data, mapping: { ...data.mapping, headerLine: at + 1 } };
  }
  return undefined;
}
