import { z } from 'zod';
import { ContactId } from '#core/contacts/model.ts';
import { Encounter, EncounterForm, EncounterId, Event, EventForm, EventId } from '#core/events/model.ts';
import { command, Page, paged, query } from './base.ts';

export const events = {
  list: query
    .input(z.strictObject({ text: z.string().max(200).default(''), page: Page }))
    .output(paged(Event)),
  get: query
    .input(z.strictObject({ id: EventId }))
    .output(z.strictObject({ event: Event, encounters: z.array(Encounter) })),
  create: command.input(EventForm).output(z.strictObject({ id: EventId })),
  update: command.input(z.strictObject({ id: EventId, form: EventForm })).output(z.void()),
  delete: command.input(z.strictObject({ id: EventId })).output(z.void()),
  /** Logs somebody met, at an event or not; a new person is created in the same step. */
  logEncounter: command
    .input(EncounterForm)
    .output(z.strictObject({ id: EncounterId, contactId: ContactId })),
  deleteEncounter: command.input(z.strictObject({ id: EncounterId })).output(z.void()),
};
