// Logging somebody met: a new person is added in the same step, a new event in the step before.
import type { ContactForm } from '#core/contacts/model.ts';
import type { Channel, EventId } from '#core/events/model.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { splitName } from '#renderer/people/names.ts';
import type { PickedEvent } from '#renderer/meetings/EventPicker.tsx';
import type { Picked } from '#renderer/people/PersonPicker.tsx';
import { i18n } from '#renderer/strings/i18n.ts';

export interface Place {
  readonly event?: PickedEvent | undefined;
  readonly metOn?: PartialDate | undefined;
  /** Where it was, besides the event's own place. */
  readonly location?: string | undefined;
}

export interface Met {
  readonly who: Picked;
  readonly introducer: Picked | undefined;
  readonly note: string;
  readonly channel: Channel;
  readonly place: Place;
  /** What else is known of somebody new: addresses, company, tags. */
  readonly details?: Partial<ContactForm> | undefined;
}

/**
 * Writes it into the book and says so, with Undo. Answers where, with the id of an event just added; undefined
 * when it failed, and the problem has been shown then.
 */
export async function logMet({
  who,
  introducer,
  note,
  channel,
  place,
  details,
}: Met): Promise<Place | undefined> {
  const done = await act(
    async () => {
      const eventId = await eventIdOf(place.event);
      await client.events.logEncounter({
        who:
          who.kind === 'known'
            ? { kind: 'known', contactId: who.id }
            : { kind: 'new', contact: { ...details, ...splitName(who.fn) } },
        channel,
        note: note.trim(),
        location: place.location ?? '',
        ...(eventId === undefined ? {} : { eventId }),
        ...(place.metOn === undefined ? {} : { metOn: place.metOn }),
        ...(introducer?.kind === 'known' ? { introducedBy: introducer.id } : {}),
      });
      return eventId;
    },
    i18n.t('events:met.logged', { fn: who.fn }),
  );
  if (done === undefined) return undefined;
  const { event } = place;
  if (event === undefined || done.result === undefined) return place;
  return { ...place, event: { kind: 'known', id: done.result, summary: event.summary } };
}

/** The event's id; one that is new is added to the book. */
export async function eventIdOf(event: PickedEvent | undefined): Promise<EventId | undefined> {
  if (event?.kind !== 'new') return event?.id;
  return (await client.events.create({ summary: event.summary })).id;
}
