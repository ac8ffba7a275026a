// Saves what a line says: the person, what somebody known gains by it, and the meeting; and takes one line back.
import type { ContactId } from '#core/contacts/model.ts';
import { newPerson, noteOf, saidOf } from '#core/capture/captured-person.ts';
import type { Said } from '#core/capture/written-line.ts';
import { client } from '#renderer/client/client.ts';
import { sayProblem, undo } from '#renderer/client/commands.ts';
import type { Picked } from '#renderer/people/PersonPicker.tsx';
import { useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { eventIdOf } from './log-met.ts';
import type { Place } from './log-met.ts';

export interface CapturedMeeting {
  readonly said: readonly Said[];
  /** Somebody of the book the owner has said it is; undefined: a new person. */
  readonly same: Extract<Picked, { kind: 'known' }> | undefined;
  /** Who introduced them, where the owner has chosen; a name nobody was chosen for goes into the note. */
  readonly introducedBy: ContactId | undefined;
  readonly place: Place;
  /** A picture of them to keep, as a `data:` URI. */
  readonly photo: string | undefined;
}

/** One line of the running list. */
export interface Logged {
  readonly contactId: ContactId;
  readonly fn: string;
  readonly note: string;
  /** Its entry of the history. */
  readonly undo: number | undefined;
  /** Where it was, with the id of an event just added. */
  readonly place: Place;
}

/** The note of the line, and an introducer nobody was chosen for. */
function noteWith(said: readonly Said[], introducedBy: ContactId | undefined): string {
  const name = saidOf(said, 'introducer');
  const unknown =
    name === '' || introducedBy !== undefined ? '' : i18n.t('events:capture.introducedBy', { name });
  return [noteOf(said), unknown]
    .filter((text) => text !== '')
    .join('\n\n')
    .slice(0, 20_000);
}

/** Writes it into the book; undefined when it failed, and the problem has been shown then. */
export async function logCaptured({
  said,
  same,
  introducedBy,
  place,
  photo,
}: CapturedMeeting): Promise<Logged | undefined> {
  try {
    const eventId = await eventIdOf(place.event);
    const note = noteWith(said, introducedBy);
    const person = { ...newPerson(said), ...photoPart(photo) };
    const { contactId } = await client.events.logEncounter({
      who:
        same === undefined
          ? { kind: 'new', contact: person }
          : { kind: 'known', contactId: same.id, additions: person },
      note,
      location: place.location ?? '',
      ...(eventId === undefined ? {} : { eventId }),
      ...(place.metOn === undefined ? {} : { metOn: place.metOn }),
      ...(introducedBy === undefined ? {} : { introducedBy }),
    });
    return {
      contactId,
      fn: same?.fn ?? saidOf(said, 'name'),
      note,
      undo: (await client.book.summary()).undo?.id,
      place:
        place.event === undefined || eventId === undefined
          ? place
          : { ...place, event: { kind: 'known', id: eventId, summary: place.event.summary } },
    };
  } catch (error) {
    sayProblem(error);
    return undefined;
  }
}

/** A form without `photo` leaves the one there is. */
const photoPart = (photo: string | undefined) => (photo === undefined ? {} : { photo });

/** Takes a line back; false when it could not be, and the problem has been shown then. */
export async function takeBack({ undo: id }: Logged): Promise<boolean> {
  try {
    if (id !== undefined) await client.book.undo({ id });
    return true;
  } catch (error) {
    sayProblem(error);
    return false;
  }
}

/** Says that it was saved, with an Undo, where no running list is left to do it from. */
export function sayLogged({ fn, undo: id }: Logged): void {
  useStore.getState().showToast({
    text: i18n.t('events:met.logged', { fn }),
    tone: 'done',
    ...(id === undefined ? {} : { action: { label: i18n.t('app:undo.undo'), run: () => void undo(id) } }),
  });
}
