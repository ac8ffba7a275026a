// What the book knows that may ask for something: gathered by whoever reads it, judged in due.ts.
import type { ContactId } from '#core/contacts/model.ts';
import type { EventId } from '#core/events/model.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import type { Cadence, Day, Outcome, ReminderId, ReminderKind } from './model.ts';

/** A reminder the owner has made, put off or settled. */
export interface ReminderRow {
  readonly id: ReminderId;
  readonly contactId: ContactId;
  readonly kind: ReminderKind;
  readonly eventId?: EventId;
  readonly event: string;
  readonly dueOn: Day;
  readonly text: string;
  readonly createdOn: Day;
  readonly settled?: { readonly on: Day; readonly outcome: Outcome };
}

/** One time the owner wrote down that they met somebody; no import of an old calendar is one. */
export interface Occasion {
  readonly contactId: ContactId;
  /** The last day of it: the event's end, else the day they met. */
  readonly on: Day;
  readonly eventId?: EventId;
  readonly event: string;
}

/** Somebody the owner chose to keep in touch with. */
export interface Kept {
  readonly contactId: ContactId;
  readonly cadence: Cadence;
  /** The day from which it counts where there has been no contact: when it was chosen, or the card was made. */
  readonly since: Day;
}

export interface ReminderFacts {
  /** The owner's own card: never reminded of. */
  readonly owner: ContactId | undefined;
  readonly rows: readonly ReminderRow[];
  readonly occasions: readonly Occasion[];
  readonly birthdays: readonly { readonly contactId: ContactId; readonly bday: PartialDate }[];
  readonly kept: readonly Kept[];
  /** The newest day on which something is known to have passed between the owner and each of the people above. */
  readonly lastContact: ReadonlyMap<ContactId, PartialDate>;
}
