// The words of planning: what it asks of the book, and what a planned record is.
import { linkedInKey } from '#core/contacts/identity.ts';
import type { ContactId, PropertyName } from '#core/contacts/model.ts';
import { nameKey } from '#core/contacts/names.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import type { EventId } from '#core/events/model.ts';
import type { EvidenceKind, TieLevel } from '#core/network/model.ts';
import type { LetterOf } from './letter.ts';
import type { EventVersion } from './event-version.ts';
import type { DiaryOf, EncounterSaid, ReminderSaid } from './diary.ts';
import type { OwnOf } from './own-records.ts';
import type {
  ContactDraft,
  EventDraft,
  FieldChange,
  ImportItem,
  InvitationDraft,
  LetterDraft,
  MeetingDraft,
  Issue,
  ItemChoice,
  ListedDraft,
  OwnerDraft,
  ParsedEntry,
  SourceKind,
} from './model.ts';

/** A value an import said, by property name. */
export interface ImportedValue {
  readonly name: PropertyName;
  /** Of a `PHOTO` its `propertyKey` will do, which is then also what a change has for `before`. */
  readonly value: string;
  /**
   * The kinds of files that said so, as exactly as the book knows; all kinds of the batch where it keeps no more. Shared
   * by the values of one batch, so that 100 000 people cost a handful of sets.
   */
  readonly kinds: ReadonlySet<SourceKind>;
}

/** What the book knows a person by. */
export type KeyKind = 'url' | 'email' | 'tel' | 'uid';

/**
 * What planning asks of the book. Every call must be a map lookup: a file has 100 000 rows. The lists of people for a key
 * or a name are the same arrays each time, and in the order in which people came into the book.
 */
export interface BookLookup {
  /** Nobody is in the book yet: it need not be asked by name, which spares working out 100 000 keys. */
  readonly isEmpty?: boolean;
  /** Live people who have this key (`linkedInKey`, `emailKey`, `telKey`, a card's UID), whoever said so. */
  contactsByKey(kind: KeyKind, key: string): readonly ContactId[];
  /**
   * Live people of whom somebody says an FN with this `nameKey`, the owner left out. An imported FN counts beside the
   * owner's own that stands above it: the next export still calls them by it.
   */
  contactsByName(nameKey: string): readonly ContactId[];
  /** What a person is called: every FN that somebody says, the owner included. */
  namesOf(id: ContactId): readonly string[];
  /** All LinkedIn keys of a person, whoever said so. */
  linkedInKeysOf(id: ContactId): readonly string[];
  /** What imports said last, FN and N (as `serialiseN` writes it) included; never what the owner typed. */
  importedValues(id: ContactId): readonly ImportedValue[];
  /**
   * `importedValues` in the order in which they were said, in one text as `textSaid` writes it; where it is answered,
   * most people of a file that comes again need not be looked at value by value.
   */
  importedText?(id: ContactId): string | undefined;
  /**
   * What imports said before, and later ones have replaced. Asked only where a record may be several people, so a query
   * each time will do.
   */
  formerValues(id: ContactId): readonly ImportedValue[];
  /** Which kinds of files have said something about a person so far. */
  importedFrom(id: ContactId): ReadonlySet<SourceKind>;
  /** The days on which the owner and this person became connections; more than one where cards have been merged. */
  connectedOn(id: ContactId): readonly PartialDate[];
  /** Everybody an earlier Connections.csv named who is a connection still. */
  connections(): Iterable<{ readonly contactId: ContactId; readonly fn: string }>;
  /** How many cards have become one in this person: as many rows of one file may be theirs. At least 1. */
  cardsOf(id: ContactId): number;
  /** The invitation stored under an `invitationKey`. */
  invitationByKey(key: string): KnownInvitation | undefined;
  /** Invitations of one direction with this `linkedInKey` or this `nameKey`, whoever wrote them down. */
  invitationsOf(
    direction: InvitationDraft['direction'],
    urlKey: string,
    nameKey: string,
  ): readonly KnownInvitation[];
  /** The event an import made of this UID. */
  eventByUid(uid: string): EventId | undefined;
  /** The event of this folded name (`fold` of its summary) on this day; of those without a day for an empty one. */
  eventByName(summaryKey: string, dtstart: string): EventId | undefined;
  /** What the book says of an event; undefined where it is the owner's own, or several that have become one. */
  eventSaid?(id: EventId): KnownEvent | undefined;
  /** The newest state of the event with this UID that imports have brought. */
  eventVersion?(uid: string): EventVersion | undefined;
  /** The days on which somebody was met at an event. */
  daysMet(event: EventId, id: ContactId): readonly string[];
  /** What an import said last that somebody on an event's list answered (a Partstat). */
  partstatOf(event: EventId, id: ContactId): string | undefined;
  /** What imports said last about two people (`other` undefined: the owner), by kind. */
  evidenceBetween(id: ContactId, other: ContactId | undefined): readonly KnownEvidence[];
  /** All meetings with a person, whoever wrote them down. */
  encountersOf(id: ContactId): readonly KnownEncounter[];
  /** All reminders about a person that have a row, whoever wrote them. */
  remindersOf(id: ContactId): readonly KnownReminder[];
  /** How often the owner wants to hear of everybody with a tag (folded), in days. */
  tagCadence(tagKey: string): number | undefined;
  /** Why two people are not to be introduced; undefined where they may be. */
  pairKept(a: ContactId, b: ContactId): string | undefined;
  /** What the book holds under the `ownKey` of a record, in the words of a plan; absent where it holds none of it. */
  ownUnder?(key: string): readonly KnownOwn[];
  /** The newest letter of theirs that an import has kept; absent where none is. */
  letterOf?(id: ContactId): KnownLetter | undefined;
  ownerId(): ContactId | undefined;
  /** Whether one of the keys (`keysToAskFor`) is a forgotten person's; absent where nobody has been forgotten. */
  readonly isForgotten?: ((keys: readonly string[]) => boolean) | undefined;
  /** People in the trash who have this key; absent where nobody is in it. */
  readonly trashedByKey?: ((kind: KeyKind, key: string) => readonly ContactId[]) | undefined;
}

/** Evidence an import has stored. */
export interface KnownEvidence {
  readonly kind: EvidenceKind;
  readonly on: string;
  readonly count: number;
  readonly text: string;
}

/** A letter an import has stored. */
export type KnownLetter = Pick<LetterDraft, 'messageId' | 'on'>;

/** An event an import has made. */
export interface KnownEvent {
  readonly summary: string;
  readonly location: string;
  readonly dtstart: string;
  readonly dtend: string;
  readonly url: string;
  readonly description: string;
  /** Which of these (by their names here) the owner has changed since. */
  readonly owners: ReadonlySet<string>;
  /** Meetings imports have told of and the owner has not touched. */
  readonly meetings: readonly KnownMeeting[];
}

/** A meeting an import has told of: its row, so that it can be put back. */
export interface KnownMeeting {
  readonly id: number;
  readonly contactId: ContactId;
  readonly on: string;
  readonly location: string;
  readonly channel: string;
  readonly createdAt: string;
  readonly batchId: number;
  readonly line: number | null;
}

/** A meeting in the book. */
export interface KnownEncounter extends EncounterSaid {
  readonly eventId?: EventId;
  readonly introducedBy?: ContactId;
}

/** A reminder in the book. */
export interface KnownReminder extends ReminderSaid {
  readonly eventId?: EventId;
}

/** An invitation, an introduction, a letter and the like in the book. */
export interface KnownOwn {
  /** Its row. */
  readonly id: number;
  readonly said: OwnOf<PersonAt, EventAt>;
}

/** An invitation in the book. */
export interface KnownInvitation {
  readonly id: number;
  readonly fn: string;
  readonly url: string;
  readonly message: string;
  readonly headline: string;
  /** When it was sent or, where nobody says so, came into the book. */
  readonly on: string;
  readonly pending: boolean;
}

/** An invitation to store. */
export interface PlannedInvitation extends InvitationDraft {
  readonly key: string;
  /** The stored one it is; absent for a new one, and in plans of before it was told by more than its key. */
  readonly id?: number;
  /** Accepted when the other person is a connection, by this import or in the book. */
  readonly state: 'pending' | 'accepted';
}

/**
 * A person a plan speaks of: in the book already, or whoever the record at this place of the plan (0-based, over all
 * its items) turns out to be once it is applied. A record that is left out makes nobody, and what hangs on it is left
 * out with it.
 */
export type PersonAt = { readonly contactId: ContactId } | { readonly item: number };

/** Evidence to store; the newer of two of one kind about one pair takes the older one's place. */
export interface PlannedEvidence {
  readonly kind: EvidenceKind;
  readonly person: PersonAt;
  /** Absent: the owner. */
  readonly other?: PersonAt;
  readonly on?: PartialDate;
  readonly count: number;
  readonly level?: TieLevel;
  readonly text: string;
}

/** A letter that can be answered, in the place of an older one of the same person. */
export type PlannedLetter = LetterOf<PersonAt>;

/** Somebody met at an event, on days that are not stored yet. */
export interface PlannedMeeting extends Pick<MeetingDraft, 'on' | 'channel' | 'note'> {
  readonly person: PersonAt;
}

/** Somebody on the list of an event. */
export interface PlannedListing extends Omit<ListedDraft, 'person'> {
  readonly person: PersonAt;
}

/** An event to store, or one that is there (`eventId`) with people newly met at it or on its list. */
export interface PlannedEvent {
  readonly draft: Omit<EventDraft, 'met' | 'listed' | 'issues' | 'line'>;
  readonly eventId?: EventId;
  /** Only what no import has said so far. Absent in plans of before lists were kept. */
  readonly listed?: readonly PlannedListing[];
  /** Only days that are not stored yet. */
  readonly met: readonly PlannedMeeting[];
  /** Meetings the book has that did not take place, by a newer state of the event. */
  readonly unmet?: readonly KnownMeeting[];
}

/** An event of the book, or what the record at this place of the plan makes. */
export type EventAt = { readonly eventId: EventId } | { readonly item: number };

/** What the owner has written down, to store where the book says nothing of it yet. */
export type PlannedDiary = DiaryOf<PersonAt, EventAt>;

/** An item to pin; `contactId` of an invitation is the other person, when they are in the book already. */
export interface PlannedItem extends Omit<
  ImportItem,
  'id' | 'choice' | 'joins' | 'leftOut' | 'changes' | 'issues' | 'evidence' | 'letter' | 'diary'
> {
  readonly changes: readonly FieldChange[];
  readonly issues: readonly Issue[];
  readonly contact?: ContactDraft;
  /**
   * Of a contact or the owner: the person whom the record at this place of the plan turns out to be, which may stand
   * before or behind this one. Never together with `contactId`.
   */
  readonly intoItem?: number;
  /** What is done unless the owner says otherwise; absent: `take`. */
  readonly usual?: ItemChoice;
  readonly invitation?: PlannedInvitation;
  readonly owner?: OwnerDraft;
  readonly event?: PlannedEvent;
  readonly evidence?: PlannedEvidence;
  readonly letter?: PlannedLetter;
  readonly diary?: PlannedDiary;
}

export interface PlannedEntry {
  readonly entryName: string;
  readonly parsed: ParsedEntry;
}

/**
 * The key under which an invitation is stored once: direction, other person (profile, else name) and moment. The same
 * row of a later export has the same key.
 */
export const invitationKey = (
  draft: Pick<InvitationDraft, 'direction' | 'url' | 'fn'> & { readonly sentAt?: string | undefined },
) => `${draft.direction}|${linkedInKey(draft.url) ?? `~${nameKey(draft.fn)}`}|${draft.sentAt ?? ''}`;
