// One import: a batch of items, each with a plan that is shown, pinned, applied as shown, and revertible.
import { z } from 'zod';
import { ContactId, Parameters, PropertyName, StructuredName } from '#core/contacts/model.ts';
import type { AttendeeRole, Channel, EventKind, Partstat } from '#core/events/model.ts';
import { EvidenceKind } from '#core/network/model.ts';
import type { TieLevel } from '#core/network/model.ts';
import { Encoding } from '#core/formats/encodings.ts';
import { idOf } from '#core/shared/brand.ts';
import { DateTime, PartialDate } from '#core/shared/dates.ts';
import { OtherFile } from './other-files.ts';
import type { EventVersion } from './event-version.ts';
import { DIARY, DiaryShown } from './diary.ts';
import type { DiaryOf } from './diary.ts';
import type { LetterOf } from './letter.ts';

export const ImportBatchId = idOf('ImportBatch');
export type ImportBatchId = z.infer<typeof ImportBatchId>;

/** What kind of file an entry turned out to be, by its content. */
export const SourceKind = z.enum([
  'linkedin-connections',
  'linkedin-invitations',
  'linkedin-profile',
  'linkedin-messages',
  'linkedin-contacts',
  'linkedin-positions',
  'linkedin-education',
  'linkedin-recommendations',
  'linkedin-endorsements',
  'linkedin-events',
  'linkedin-company-follows',
  'linkedin-registration',
  'linkedin-email-addresses',
  'linkedin-phone-numbers',
  'linkedin-notes',
  'vcard',
  'jcard',
  'google-csv',
  'outlook-csv',
  'thunderbird-csv',
  'windows-mail-csv',
  'yahoo-csv',
  'csv',
  'ldif',
  'facebook-friends',
  'whatsapp-chat',
  'telegram',
  'icalendar',
  'mailbox',
  'mail-message',
  'monica',
  'contrack',
  'nametag',
  'acquaint',
]);
export type SourceKind = z.infer<typeof SourceKind>;

/** Why a record, a line or a whole file could not be used; the catalogue has the words. */
export const IssueCode = z.enum([
  'UNAVAILABLE_MEMBER',
  'NO_NAME',
  'BAD_DATE',
  'BAD_URL',
  'BAD_EMAIL',
  'BAD_DIRECTION',
  'WRONG_COLUMN_COUNT',
  'UNCLOSED_QUOTE',
  'LINE_TOO_LONG',
  'DUPLICATE_IN_FILE',
  'UNDECODABLE_TEXT',
  'NO_HEADER',
  'NO_ROWS',
  /** A card, a record or an object that ends in the middle; what came before is kept. */
  'CUT_OFF',
  /** A line that is not of the format; the record around it is kept. */
  'BAD_LINE',
  /** A room, a device, a list of people: nothing to keep as a person. */
  'NOT_A_PERSON',
  /** A picture that is too large, or of no kind the book can show. */
  'PHOTO_LEFT_OUT',
  /** A value so long that the book would not take it from its owner either. */
  'VALUE_TOO_LONG',
  /** More people than came to know each other: the event is kept, meetings are not. */
  'CROWD',
  /** It names somebody who is neither in the file nor in the book. */
  'NOBODY_KNOWN',
  /** It says of the owner what is only said of others. */
  'ABOUT_OWNER',
  /** Both whom it names are one person in the book. */
  'SAME_PERSON',
  /** The book says otherwise by now, and that stands. */
  'BOOK_STANDS',
  /** More of them in one file than the book reads. */
  'TOO_MANY_RECORDS',
  /** Somebody whom the owner has forgotten: left out unless they say otherwise. */
  'FORGOTTEN',
  /** Somebody who is in the trash: left out unless the owner brings them back. */
  'IN_TRASH',
  /** All that is left of a record about somebody who was forgotten later. */
  'ERASED',
]);
export type IssueCode = z.infer<typeof IssueCode>;

export const Issue = z.strictObject({
  /** 1-based line in the entry; 0 for the entry as a whole. */
  line: z.int().nonnegative(),
  code: IssueCode,
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});
export type Issue = z.infer<typeof Issue>;

export const DraftProperty = z.strictObject({
  name: PropertyName,
  /** Written as PropertyName says. */
  value: z.string(),
  type: z.string(),
  parameters: Parameters.optional(),
});
export type DraftProperty = z.infer<typeof DraftProperty>;

/** A person as one record of a file describes them. */
export interface ContactDraft {
  readonly line: number;
  readonly fn: string;
  readonly n: StructuredName;
  /** All but FN and N, which are above. */
  readonly properties: readonly DraftProperty[];
  /** LinkedIn "Connected On". */
  readonly connectedOn?: PartialDate;
  /** What other records of this very file call it (PersonRef.uid), where that means nothing outside; never kept. */
  readonly ref?: string;
  /** Small things wrong with a record that is still usable. */
  readonly issues: readonly Issue[];
}

/** An invitation as one record of a file describes it; `fn` and `url` are the other person's, never the owner's. */
export interface InvitationDraft {
  readonly line: number;
  readonly direction: 'incoming' | 'outgoing';
  readonly fn: string;
  readonly url: string;
  readonly message: string;
  readonly sentAt?: DateTime;
  readonly headline?: string;
  readonly issues: readonly Issue[];
}

/** The archive's owner, as far as the file tells. */
export interface OwnerDraft {
  readonly fn: string;
  readonly n: StructuredName;
  readonly url: string;
  readonly headline?: string;
  /** Their mailboxes and numbers, positions and schools: whatever else the file says about them. */
  readonly properties?: readonly DraftProperty[];
}

/** Somebody a record names without describing them. Keys find them; a name alone only among the records of one archive. */
export interface PersonRef {
  readonly fn: string;
  readonly email?: string;
  /** A LinkedIn profile. */
  readonly url?: string;
  readonly tel?: string;
  /** The UID of a card in the same file. */
  readonly uid?: string;
  /** Tells namesakes apart. */
  readonly org?: string;
}

/** What a record says about two people, or about the owner and one person. */
export interface EvidenceDraft {
  readonly line: number;
  readonly kind: EvidenceKind;
  readonly person: PersonRef;
  /** Absent: the owner. For `related` and `li_recommended` the fact reads person → other. */
  readonly other?: PersonRef;
  /** The newest day it happened. */
  readonly on?: PartialDate;
  /** How often: letters exchanged, endorsements given. */
  readonly count?: number;
  /** For what the owner has stated, in our own files. */
  readonly level?: TieLevel;
  /** Words that make it recognisable: a relation's type, a chat's name, a skill. Never a letter's or a message's text. */
  readonly text: string;
}

/** A letter as one record of a file has it. */
export type LetterDraft = LetterOf<PersonRef> & { readonly line: number };

/** Somebody whom the owner met at an event. */
export interface MeetingDraft {
  readonly person: PersonRef;
  /** Oldest first; none: the day of the event. */
  readonly on: readonly PartialDate[];
  /** How they came to meet, and what it was about, where the source knows: only our own files do. */
  readonly channel?: Channel;
  readonly note?: string;
}

/** Somebody on an event's list, there or not. */
export interface ListedDraft {
  readonly person: PersonRef;
  readonly partstat: Partstat;
  readonly role: AttendeeRole;
}

/** An event of a calendar, with the people it names. */
export interface EventDraft {
  readonly line: number;
  /** iCalendar UID, or what is as good; empty where the source has none. */
  readonly uid: string;
  readonly summary: string;
  readonly location: string;
  readonly url: string;
  readonly description: string;
  readonly dtstart?: PartialDate;
  readonly dtend?: PartialDate;
  readonly kind?: EventKind;
  /** Whose event it is, as text. */
  readonly organizer?: string;
  /** It comes again: the name of its series. */
  readonly series?: string;
  /**
   * Everybody on its list and what they answered, also of a crowd, and who declined. That makes nobody a person of the
   * book: those who are none by another record are left out.
   */
  readonly listed?: readonly ListedDraft[];
  /** Absent where the record speaks for a part of the event only: one time of a series, somebody's answer. */
  readonly version?: EventVersion;
  /** Whom the owner met there and on which days, oldest first; nobody where it is a crowd or the owner declined. */
  readonly met: readonly MeetingDraft[];
  readonly issues: readonly Issue[];
}

/** What the owner has written down of people; events by the UID that the same file gives them. */
export type DiaryDraft = DiaryOf<PersonRef, string> & { readonly line: number };

/** Everything a parser could make of one entry. Total: bad records are issues, never exceptions. */
export interface ParsedEntry {
  readonly kind: SourceKind;
  readonly contacts: readonly ContactDraft[];
  readonly invitations: readonly InvitationDraft[];
  readonly events?: readonly EventDraft[];
  readonly evidence?: readonly EvidenceDraft[];
  readonly letters?: readonly LetterDraft[];
  /** What the owner has written down of people: only our own file says. */
  readonly diary?: readonly DiaryDraft[];
  readonly owner?: OwnerDraft;
  /** Records that could not be used, and what is wrong with the entry itself. */
  readonly issues: readonly Issue[];
}

/** Which column of a table means what: a property's name with its type, `GIVEN`, `FAMILY`, or nothing. */
export const ColumnMapping = z.strictObject({
  delimiter: z.enum([',', ';', '\t', '|']),
  /** 1-based line of the header; 0 when there is none. */
  headerLine: z.int().nonnegative(),
  dateOrder: z.enum(['ymd', 'dmy', 'mdy']),
  columns: z.array(z.strictObject({ name: z.string().max(100), type: z.string().max(100) })).max(500),
});
export type ColumnMapping = z.infer<typeof ColumnMapping>;

/** How the owner wants one entry read, where what was recognised is not it. */
export const Reading = z.strictObject({
  kind: SourceKind.optional(),
  encoding: Encoding.optional(),
  mapping: ColumnMapping.optional(),
});
export type Reading = z.infer<typeof Reading>;

/** What detection says about one entry of what was dropped. */
export const EntryReport = z.strictObject({
  entryName: z.string(),
  kind: SourceKind.optional(),
  encoding: Encoding.optional(),
  records: z.int().nonnegative(),
  /** Why it is what we think, or why it is left alone. */
  verdict: z.enum([
    'recognised',
    'sensitive',
    'not_people',
    'not_supported_yet',
    'unknown',
    'unreadable',
    'too_large',
    'unsafe_name',
  ]),
  /** For a recognised entry: the header that was found, or the words that gave it away. */
  because: z.string(),
  /** For a table: how its columns are understood, to be corrected. */
  mapping: ColumnMapping.optional(),
  /** For what is not read: what it is, where its owner could do something about it. */
  other: OtherFile.optional(),
});
export type EntryReport = z.infer<typeof EntryReport>;

/** `left`: somebody an earlier export of the same source named, and this one does not. */
export const ItemAction = z.enum(['create', 'update', 'same', 'review', 'unusable', 'left']);
export type ItemAction = z.infer<typeof ItemAction>;

/**
 * What the owner wants done with a record: as planned; left out; or, for `review`, joined with the person of the
 * same name instead of becoming a new one. Nothing is joined without being asked.
 */
export const ItemChoice = z.enum(['take', 'skip', 'join']);
export type ItemChoice = z.infer<typeof ItemChoice>;

/** One value: what imports said before (empty: nothing), and what this one says. */
export const FieldChange = z.strictObject({
  name: PropertyName,
  before: z.string(),
  after: z.string(),
  type: z.string().default(''),
  parameters: Parameters.optional(),
});
export type FieldChange = z.infer<typeof FieldChange>;

/** One record with its pinned plan. `review` means: somebody of that name is there, but nothing proves it is them. */
export const ImportItem = z.strictObject({
  id: idOf('ImportItem'),
  entryName: z.string(),
  line: z.int().nonnegative(),
  subject: z.enum(['contact', 'invitation', 'owner', 'event', 'evidence', 'letter', ...DIARY, 'entry']),
  action: ItemAction,
  fn: z.string(),
  detail: z.string(),
  /** For `update` and `same`: whom it matched; for `review`: the person of the same name. */
  contactId: ContactId.optional(),
  /** Said about a person whom another record of the same batch makes. */
  joins: z.strictObject({ entryName: z.string(), line: z.int().nonnegative(), fn: z.string() }).optional(),
  /** Of a fact about two people: what it says, and who the other one is (empty: the owner). */
  evidence: z
    .strictObject({
      kind: EvidenceKind,
      on: PartialDate.optional(),
      count: z.int().nonnegative(),
      text: z.string(),
      other: z.string(),
    })
    .optional(),
  /** Of a letter that can be answered: its day. Its subject is the detail. */
  letter: z.strictObject({ on: PartialDate }).optional(),
  /** Of what the owner has written down: what it says. */
  diary: DiaryShown.optional(),
  /** What applying it changes; of somebody new, all that is said about them. */
  changes: z.array(FieldChange),
  /** Which of `changes`, by their place, the owner does not want. */
  leftOut: z.array(z.int().nonnegative()),
  issues: z.array(Issue),
  choice: ItemChoice,
});
export type ImportItem = z.infer<typeof ImportItem>;

export const ActionCounts = z.strictObject({
  create: z.int().nonnegative(),
  update: z.int().nonnegative(),
  same: z.int().nonnegative(),
  review: z.int().nonnegative(),
  unusable: z.int().nonnegative(),
  left: z.int().nonnegative().default(0),
});
export type ActionCounts = z.infer<typeof ActionCounts>;

export const BatchState = z.enum(['staged', 'applied', 'reverted']);
export type BatchState = z.infer<typeof BatchState>;

export const ImportBatch = z.strictObject({
  id: ImportBatchId,
  fileName: z.string(),
  state: BatchState,
  /** SHA-256 of what was dropped, lower-case hexadecimal; empty for batches from before it was kept. */
  hash: z.string(),
  stagedAt: DateTime,
  appliedAt: DateTime.optional(),
  revertedAt: DateTime.optional(),
  /** When these very files were last applied, as another batch that still stands. */
  appliedBefore: DateTime.optional(),
  entries: z.array(EntryReport),
  counts: ActionCounts,
  owner: z.strictObject({ fn: z.string(), url: z.string() }).optional(),
});
export type ImportBatch = z.infer<typeof ImportBatch>;
