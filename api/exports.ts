// People on their way out, as files other programs read.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { ExportFormat } from '#core/exports/model.ts';
import { job } from './base.ts';
import { People } from './people.ts';

/** A piece of the file, base64, at most 1 MiB of it; `done` of `total` people are in the pieces so far. */
export const ExportPiece = z.strictObject({
  base64: z.string(),
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
});

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
};
