// Logging where the owner met an inviter: it becomes evidence the moment it is written down.
import type { EventId } from '#core/events/model.ts';
import type { Invitation } from '#core/invitations/model.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { splitName } from '#renderer/people/names.ts';
import { i18n } from '#renderer/strings/i18n.ts';

interface Remembered {
  /** The event's name, or a place where it was at no event. */
  readonly place: string;
  readonly eventId: EventId | undefined;
  readonly metOn: PartialDate | undefined;
  readonly note: string;
}

/**
 * Writes it into the book; an inviter who is not in it yet is added with what the invitation says, so that the
 * book recognises them by their page. Answers whether it is there.
 */
export async function logMeeting(
  invitation: Invitation,
  { place, eventId, metOn, note }: Remembered,
): Promise<boolean> {
  const { contactId, fn, org, url, email, headline } = invitation;
  const contact = {
    ...splitName(fn),
    org,
    title: headline.slice(0, 300),
    urls: url === '' ? [] : [url],
    emails: email === '' ? [] : [email],
  };
  const done = await act(
    () =>
      client.events.logEncounter({
        who: contactId === undefined ? { kind: 'new', contact } : { kind: 'known', contactId },
        note: note.trim(),
        location: eventId === undefined ? place.trim().slice(0, 300) : '',
        ...(eventId === undefined ? {} : { eventId }),
        ...(metOn === undefined ? {} : { metOn }),
      }),
    i18n.t('invitations:done.met', { fn }),
  );
  return done !== undefined;
}
