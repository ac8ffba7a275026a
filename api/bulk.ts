// What is done with many people in one deed. Each is one entry of the history, however many people it is about.
import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { ContactId } from '#core/contacts/model.ts';
import { BULK_PROPERTIES } from '#core/contacts/bulk-edit.ts';
import { EventForm, EventId } from '#core/events/model.ts';
import { command, job, query } from './base.ts';
import { QueryText } from './contacts.ts';
import { MOST_PICKED } from './limits.ts';
import { People, PeopleChanged, PeopleProgress } from './people.ts';

/** A tag as somebody writes it (vCard CATEGORIES). */
export const Tag = z.string().trim().min(1).max(200);

const Tags = z.array(Tag).min(1).max(20);
const Text = z.string().trim().min(1).max(500);

/** What becomes of a property people have one of. `replace`: only where it says `from`, however that is spelt. */
export const BulkEdit = z.strictObject({
  property: z.enum(BULK_PROPERTIES),
  change: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('set'), to: Text }),
    z.strictObject({ kind: z.literal('replace'), from: Text, to: Text }),
    z.strictObject({ kind: z.literal('clear') }),
  ]),
});

const about = <Shape extends z.ZodRawShape>(shape: Shape) =>
  command
    .input(z.strictObject({ people: People, ...shape }))
    .output(eventIterator(PeopleProgress, PeopleChanged));

export const bulk = {
  /** The keys of one stretch of a list, for choosing from one row to another that has not been looked at. */
  ids: query
    .input(
      z.strictObject({
        text: QueryText.default(''),
        offset: z.int().nonnegative(),
        limit: z.int().positive().max(MOST_PICKED),
      }),
    )
    .output(z.array(ContactId)),
  /** How many of these people an edit would change. */
  preview: job.input(z.strictObject({ people: People, edit: BulkEdit })).output(PeopleChanged),
  /** `Name <address>` of everybody who has an address, the preferred one, as the head of a letter takes them (RFC 5322). */
  addresses: job
    .input(z.strictObject({ people: People }))
    .output(z.strictObject({ text: z.string(), with: z.int(), without: z.int() })),
  /** Gives everybody these tags; whoever has one already keeps it as it is written. */
  tag: about({ tags: Tags }),
  /** Takes these tags away, however they are written. */
  untag: about({ tags: Tags }),
  edit: about({ edit: BulkEdit }),
  /** Logs that the owner met them at an event; whoever was met there already is left alone, as is the owner. A new event is made in the same deed. */
  meet: about({
    event: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('known'), id: EventId }),
      z.strictObject({ kind: z.literal('new'), form: EventForm }),
    ]),
  }),
  /** Says that a card is confidential (vCard CLASS, RFC 2426 §3.7.1), or takes that back. */
  classify: about({ confidential: z.boolean() }),
  /** Deletes people; the owner's own card stays. */
  delete: about({}),
};
