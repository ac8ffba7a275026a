// One import: a batch of items, each with a plan that is shown, pinned, applied as shown, and revertible.
import { z } from 'zod';
import { ContactId, PropertyName, StructuredName } from '#core/contacts/model.ts';
import { idOf } from '#core/shared/brand.ts';
import { DateTime, PartialDate } from '#core/shared/dates.ts';

export const ImportBatchId = idOf('ImportBatch');
export type ImportBatchId = z.infer<typeof ImportBatchId>;

/** What kind of file an entry turned out to be, by its content. */
export const SourceKind = z.enum(['linkedin-connections', 'linkedin-invitations', 'linkedin-profile']);
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
]);
export type IssueCode = z.infer<typeof IssueCode>;

export const Issue = z.strictObject({
  /** 1-based line in the entry; 0 for the entry as a whole. */
  line: z.int().nonnegative(),
  code: IssueCode,
  params: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});
export type Issue = z.infer<typeof Issue>;

export const DraftProperty = z.strictObject({ name: PropertyName, value: z.string(), type: z.string() });
export type DraftProperty = z.infer<typeof DraftProperty>;

/** A person as one record of a file describes them. */
export interface ContactDraft {
  readonly line: number;
  readonly fn: string;
  readonly n: StructuredName;
  /** EMAIL, TEL, URL, ORG, TITLE as written; FN and N are above. */
  readonly properties: readonly DraftProperty[];
  /** LinkedIn "Connected On". */
  readonly connectedOn?: PartialDate;
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
  readonly issues: readonly Issue[];
}

/** The archive's owner, as far as the file tells. */
export interface OwnerDraft {
  readonly fn: string;
  readonly n: StructuredName;
  readonly url: string;
  readonly headline?: string;
}

/** Everything a parser could make of one entry. Total: bad records are issues, never exceptions. */
export interface ParsedEntry {
  readonly kind: SourceKind;
  readonly contacts: readonly ContactDraft[];
  readonly invitations: readonly InvitationDraft[];
  readonly owner?: OwnerDraft;
  /** Records that could not be used, and what is wrong with the entry itself. */
  readonly issues: readonly Issue[];
}

export const Encoding = z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']);
export type Encoding = z.infer<typeof Encoding>;

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
    'not_supported_yet',
    'unknown',
    'unreadable',
    'too_large',
    'unsafe_name',
  ]),
  /** For a recognised entry: the header that was found. */
  because: z.string(),
});
export type EntryReport = z.infer<typeof EntryReport>;

export const ItemAction = z.enum(['create', 'update', 'same', 'review', 'unusable']);
export type ItemAction = z.infer<typeof ItemAction>;

/**
 * What the owner wants done with a record: as planned; left out; or, for `review`, joined with the person of the
 * same name instead of becoming a new one. Nothing is joined without being asked.
 */
export const ItemChoice = z.enum(['take', 'skip', 'join']);
export type ItemChoice = z.infer<typeof ItemChoice>;

export const FieldChange = z.strictObject({ name: PropertyName, before: z.string(), after: z.string() });
export type FieldChange = z.infer<typeof FieldChange>;

/** One record with its pinned plan. `review` means: somebody of that name is there, but nothing proves it is them. */
export const ImportItem = z.strictObject({
  id: idOf('ImportItem'),
  entryName: z.string(),
  line: z.int().nonnegative(),
  subject: z.enum(['contact', 'invitation', 'owner', 'entry']),
  action: ItemAction,
  fn: z.string(),
  detail: z.string(),
  /** For `update` and `same`: whom it matched; for `review`: the person of the same name. */
  contactId: ContactId.optional(),
  changes: z.array(FieldChange),
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
});
export type ActionCounts = z.infer<typeof ActionCounts>;

export const BatchState = z.enum(['staged', 'applied', 'reverted']);
export type BatchState = z.infer<typeof BatchState>;

export const ImportBatch = z.strictObject({
  id: ImportBatchId,
  fileName: z.string(),
  state: BatchState,
  stagedAt: DateTime,
  appliedAt: DateTime.optional(),
  revertedAt: DateTime.optional(),
  entries: z.array(EntryReport),
  counts: ActionCounts,
  owner: z.strictObject({ fn: z.string(), url: z.string() }).optional(),
});
export type ImportBatch = z.infer<typeof ImportBatch>;
