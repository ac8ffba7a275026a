// People and events on their way out, as files other programs read.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { EventId, SeriesName } from '#core/events/model.ts';
import { ExportFormat } from '#core/exports/model.ts';
import { job } from './base.ts';
import { People } from './people.ts';

/** A piece of the file, base64, at most 1 MiB of it; `done` of `total` people or events are in the pieces so far. */
export const ExportPiece = z.strictObject({
  base64: z.string(),
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
});

const EventsWanted = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('one'), id: EventId }),
  z.strictObject({ kind: z.literal('series'), name: SeriesName }),
  z.strictObject({ kind: z.literal('all') }),
]);

export const exports = {
  /** One file of these people, or of everybody, piece by piece. */
  people: job
    .input(
      z.strictObject({
        format: ExportFormat,
        /** Absent: everybody. Those who are gone are left out. */
        people: People.optional(),
        /** Notes and what the owner said about people are private: they go along only when asked for. */
        withPrivate: z.boolean().default(false),
        /** Of everybody, those the owner calls confidential too; whoever is named in `ids` goes along anyway. */
        withConfidential: z.boolean().default(false),
      }),
    )
    .output(
      eventIterator(
        ExportPiece,
        z.strictObject({
          fileName: z.string(),
          mediaType: z.string(),
          people: z.int().nonnegative(),
          /** Confidential people who stayed behind. */
          leftOut: z.int().nonnegative(),
        }),
      ),
    ),
  /**
   * An iCalendar file of events. `leftOut`: how many have no day on which they begin, which a calendar cannot hold. Throws
   * CONFLICT `no_day` when none has one.
   */
  events: job
    .input(
      z.strictObject({
        which: EventsWanted,
        /** Organisers, and people with their answers: only when asked for. */
        withNames: z.boolean().default(false),
        withNotes: z.boolean().default(false),
      }),
    )
    .output(
      eventIterator(
        ExportPiece,
        z.strictObject({
          fileName: z.string(),
          mediaType: z.string(),
          events: z.int().nonnegative(),
          leftOut: z.int().nonnegative(),
        }),
      ),
    ),
};
