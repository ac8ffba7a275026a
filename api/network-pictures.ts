// What the further pictures of the network are drawn from: numbers and names, no words.
import { z } from 'zod';
import { ContactId } from '#core/contacts/model.ts';
import { EventId } from '#core/events/model.ts';
import { HowMet } from '#core/network/how-met.ts';
import { TieLevel } from '#core/network/model.ts';
import { PartialDate } from '#core/shared/dates.ts';

const Count = z.int().nonnegative();

/** The people met by month or year, and the events at which most of them were. */
export const OverTime = z.strictObject({
  periods: z.array(z.strictObject({ period: z.string(), people: Count, by: z.partialRecord(HowMet, Count) })),
  events: z.array(z.strictObject({ id: EventId, summary: z.string(), on: z.string(), people: Count })),
});
export type OverTime = z.infer<typeof OverTime>;

/** Everybody who came from one place, and who of them introduced whom, in the order of a tree. */
export const NetworkSource = z.strictObject({
  origin: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.enum(['event', 'import']), id: z.int().positive() }),
    z.strictObject({ kind: z.enum(['met', 'typed']) }),
  ]),
  /** The event's or the file's; empty for others. */
  name: z.string(),
  /** When the event began. */
  on: z.string().optional(),
  people: Count,
  branches: z.array(z.strictObject({ id: ContactId, fn: z.string(), depth: Count, people: Count })),
  /** Branches there was no room for. */
  leftOut: Count,
  /** People who introduced nobody. */
  others: Count,
});
export type NetworkSource = z.infer<typeof NetworkSource>;

/** The people of one level, the latest met first. */
export const NetworkCircle = z.strictObject({
  level: TieLevel,
  people: Count,
  withoutRecord: Count,
  drawn: z.array(
    z.strictObject({
      id: ContactId,
      fn: z.string(),
      org: z.string(),
      lastOn: PartialDate.optional(),
      /** Whole months; absent where no interaction is on record. */
      silent: Count.optional(),
    }),
  ),
});
export type NetworkCircle = z.infer<typeof NetworkCircle>;
