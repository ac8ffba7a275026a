// People in the format of a file, part by part.
import { zipSync } from 'fflate';
import { toCsv } from '#core/exports/csv.ts';
import { toMarkdown } from '#core/exports/markdown.ts';
import type { ExportFormat } from '#core/exports/model.ts';
import { toVCard } from '#core/exports/vcard.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { documentOf } from './document.ts';
import { exportedPerson } from './people.ts';

/** Whom to put into which format. */
export interface Content {
  readonly ids: readonly ContactId[];
  readonly format: ExportFormat;
  readonly withPrivate: boolean;
  readonly now: DateTime;
}

/** The file, part by part; one part a person where the format allows it. */
export function* contentOf(
  book: ReadBook,
  { ids, format, withPrivate, now }: Content,
): Generator<Uint8Array> {
  const person = (id: ContactId) => exportedPerson(book, id, withPrivate);
  switch (format) {
    case 'vcard-4':
    case 'vcard-3': {
      const version = format === 'vcard-4' ? '4.0' : '3.0';
      for (const id of ids) yield Buffer.from(toVCard(person(id), version));
      return;
    }
    case 'json':
      for (const text of documentOf(book, { ids, withPrivate, now })) yield Buffer.from(text);
      return;
    case 'markdown': {
      const files = toMarkdown(ids.map(person));
      yield zipSync(Object.fromEntries(files.map(({ name, text }) => [name, Buffer.from(text)])));
      return;
    }
    default:
      yield Buffer.from(toCsv(ids.map(person), LAYOUT[format]));
  }
}

const LAYOUT = { 'csv-google': 'google', 'csv-outlook': 'outlook', 'csv-acquaint': 'acquaint' } as const;
