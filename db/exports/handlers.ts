// Exports on the jobs thread: read, put into a format, and handed out in pieces, so that no window ever waits.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { z } from 'zod';
import type { ExportPiece, exports } from '#api/exports.ts';
import { FILE_OF } from '#core/exports/model.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { everybody, selectedPeople } from '#db/contacts/selected-people.ts';
import type { HandlersFor } from '#db/handler.ts';
import { conflict, notFound } from '#db/problems.ts';
import { eventById } from '#db/events/queries.ts';
import { calendarOf, eventsWanted, withoutDay } from './events.ts';
import type { EventsWanted } from './events.ts';
import { exportedPerson, withoutConfidential } from './people.ts';

/** Bytes of a piece; base64 makes them a third more. */
const PIECE = 786_432;

export const exportHandlers: HandlersFor<typeof exports> = {
  async *people({ jobs, input, now, signal }) {
    const { format, people, withPrivate, withConfidential } = input;
    const wanted = people === undefined ? everybody(jobs.book) : await selectedPeople(jobs, people, now);
    const isNamed = (people !== undefined && 'ids' in people) || withConfidential;
    const ids = isNamed ? wanted : withoutConfidential(jobs.book, wanted);
    if (ids.length === 0) throw notFound('contact');
    // Formats and their libraries: loaded when somebody exports, not whenever a thread starts.
    const { contentOf } = await import('./content.ts');
    yield* piecesOf(contentOf(jobs.book, { ids, format, withPrivate, now }), ids.length, signal);
    const { ending, mediaType } = FILE_OF[format];
    return {
      fileName: `${fileStem(jobs.book, ids, now)}${ending}`,
      mediaType,
      people: ids.length,
      leftOut: wanted.length - ids.length,
    };
  },
  async *events({ jobs: { book }, input: { which, ...going }, now, signal }) {
    const ids = eventsWanted(book, which);
    if (ids.length === 0) throw notFound('event');
    const leftOut = withoutDay(book, ids);
    // A calendar without an event is none (RFC 5545 §3.6).
    if (leftOut === ids.length) throw conflict('no_day');
    yield* piecesOf(texts(calendarOf(book, ids, { ...going, now })), ids.length, signal);
    const stem = eventStem(book, which, now);
    return { fileName: `${stem}.ics`, mediaType: 'text/calendar', events: ids.length - leftOut, leftOut };
  },
};

function* texts(parts: Iterable<string>): Generator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}

/** A calendar is called like its event or series; all events like the day. */
function eventStem(book: ReadBook, which: EventsWanted, now: DateTime): string {
  if (which.kind === 'one') return eventById(book, which.id).summary;
  return which.kind === 'series' ? which.name : `Acquaint ${now.slice(0, 10)}`;
}

/** One person's file is called like them; several like the day. */
function fileStem(book: ReadBook, ids: readonly ContactId[], now: DateTime): string {
  const [only, second] = ids;
  const isOne = only !== undefined && second === undefined;
  return isOne ? exportedPerson(book, only, false).fn : `Acquaint ${now.slice(0, 10)}`;
}

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
