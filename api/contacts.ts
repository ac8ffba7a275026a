import { z } from 'zod';
import { ContactForm, ContactId, ContactSummary, Property } from '#core/contacts/model.ts';
import { HowWeKnow } from '#core/network/how-we-know.ts';
import { Encounter } from '#core/events/model.ts';
import { Tie } from '#core/network/model.ts';
import { command, Page, paged, query } from './base.ts';

export const ContactPage = z.strictObject({
  id: ContactId,
  fn: z.string(),
  org: z.string(),
  title: z.string(),
  isOwner: z.boolean(),
  form: ContactForm,
  properties: z.array(Property),
  howWeKnow: z.array(HowWeKnow),
  encounters: z.array(Encounter),
  tie: Tie,
  invitations: z.array(
    z.strictObject({
      id: z.int(),
      direction: z.enum(['incoming', 'outgoing']),
      sentAt: z.string().optional(),
      message: z.string(),
    }),
  ),
});

export const contacts = {
  /** One window of the book in name order, or of what a search finds, best first. */
  list: query
    .input(z.strictObject({ text: z.string().max(200).default(''), page: Page }))
    .output(paged(ContactSummary)),
  /** The few best matches for a name being typed. */
  find: query
    .input(z.strictObject({ text: z.string().max(200), limit: z.int().positive().max(50).default(8) }))
    .output(z.array(ContactSummary)),
  get: query.input(z.strictObject({ id: ContactId })).output(ContactPage),
  create: command.input(ContactForm).output(z.strictObject({ id: ContactId })),
  update: command.input(z.strictObject({ id: ContactId, form: ContactForm })).output(z.void()),
  delete: command.input(z.strictObject({ id: ContactId })).output(z.void()),
  /** Says which person of the book the owner is. */
  setOwner: command.input(z.strictObject({ id: ContactId })).output(z.void()),
};
