// Exports on the jobs thread: read, put into a format, and handed out in pieces, so that no window ever waits.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { zipSync } from 'fflate';
import type { z } from 'zod';
import type { ExportPiece, exports } from '#api/exports.ts';
import { toCsv } from '#core/exports/csv.ts';
import { toMarkdown } from '#core/exports/markdown.ts';
import { FILE_OF } from '#core/exports/model.ts';
import type { ExportFormat } from '#core/exports/model.ts';
import { toVCard } from '#core/exports/vcard.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import type { HandlersFor } from '#db/handler.ts';
import { notFound } from '#db/problems.ts';
import { documentOf } from './document.ts';
import { exportedPerson, peopleToExport } from './people.ts';

/** Bytes of a piece; base64 makes them a third more. */
const PIECE = 786_432;

export const exportHandlers: HandlersFor<typeof exports> = {
  async *people({ jobs, input, now, signal }) {
    const { format, withPrivate } = input;
    const ids = peopleToExport(jobs.book, input.ids);
    if (ids.length === 0) throw notFound('contact');
    yield* piecesOf(contentOf(jobs.book, { ids, format, withPrivate, now }), ids.length, signal);
    const { ending, mediaType } = FILE_OF[format];
    return { fileName: `${fileStem(jobs.book, ids, now)}${ending}`, mediaType, people: ids.length };
  },
};

/** One person's file is called like them; several like the day. */
function fileStem(book: ReadBook, ids: readonly ContactId[], now: DateTime): string {
  const [only, second] = ids;
  const isOne = only !== undefined && second === undefined;
  return isOne ? exportedPerson(book, only, false).fn : `Acquaint ${now.slice(0, 10)}`;
}

interface Content {
  readonly ids: readonly ContactId[];
  readonly format: ExportFormat;
  readonly withPrivate: boolean;
  readonly now: DateTime;
}

/** The file, part by part; one part a person where the format allows it. */
function* contentOf(book: ReadBook, { ids, format, withPrivate, now }: Content): Generator<Uint8Array> {
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

async function* piecesOf(
  parts: Iterable<Uint8Array>,
  total: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<z.infer<typeof ExportPiece>> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  let done = 0;
  for (const part of parts) {
    done += 1;
    waiting.push(part);
    length += part.length;
    while (length >= PIECE) {
      const all = Buffer.concat(waiting, length);
      yield { base64: all.toString('base64', 0, PIECE), done: Math.min(done, total), total };
      waiting = [all.subarray(PIECE)];
      length -= PIECE;
      // The thread answers others in between, and hears when nobody wants the rest.
      await nextTurn();
      signal?.throwIfAborted();
    }
  }
  yield { base64: Buffer.concat(waiting, length).toString('base64'), done: total, total };
}
