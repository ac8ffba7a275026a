// The words of planning: what it asks of the book, and what a planned record is.
import { linkedInKey } from '#core/contacts/identity.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { nameKey } from '#core/contacts/names.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import type { ContactDraft, ImportItem, InvitationDraft, OwnerDraft, ParsedEntry } from './model.ts';

/** A value an import said, by property name. */
export interface ImportedValue {
  readonly name: ContactDraft['properties'][number]['name'];
  readonly value: string;
}

/** What planning asks of the book. Every call must be a map lookup: a file has 100 000 rows. */
export interface BookLookup {
  /** Live people who have this key (`linkedInKey` or `emailKey`), whoever said so. */
  contactsByKey(kind: 'url' | 'email', key: string): readonly ContactId[];
  /** Live people whose FN has this `nameKey`, the owner left out. */
  contactsByName(nameKey: string): readonly ContactId[];
  /** What a person is called: every FN that somebody says, the owner included. */
  namesOf(id: ContactId): readonly string[];
  /** All LinkedIn keys of a person, whoever said so. */
  linkedInKeysOf(id: ContactId): readonly string[];
  /** What imports said last, FN and N (as `serialiseN` writes it) included; never what the owner typed. */
  importedValues(id: ContactId): readonly ImportedValue[];
  /** The days on which the owner and this person became connections; more than one where cards have been merged. */
  connectedOn(id: ContactId): readonly PartialDate[];
  /** How many cards have become one in this person: as many rows of one file may be theirs. At least 1. */
  cardsOf(id: ContactId): number;
  /** The invitation stored under an `invitationKey`. */
  invitationByKey(key: string): { readonly pending: boolean } | undefined;
  ownerId(): ContactId | undefined;
}

/** An invitation to store. */
export interface PlannedInvitation extends InvitationDraft {
  readonly key: string;
  /** Accepted when the other person is a connection, by this import or in the book. */
  readonly state: 'pending' | 'accepted';
}

/** An item to pin; `contactId` of an invitation is the other person, when they are in the book already. */
export interface PlannedItem extends Omit<ImportItem, 'id' | 'choice'> {
  readonly contact?: ContactDraft;
  readonly invitation?: PlannedInvitation;
  readonly owner?: OwnerDraft;
}

export interface PlannedEntry {
  readonly entryName: string;
  readonly parsed: ParsedEntry;
}

/**
 * The key under which an invitation is stored once: direction, other person (profile, else name) and moment. The same
 * row of a later export has the same key.
 */
export const invitationKey = (draft: Pick<InvitationDraft, 'direction' | 'url' | 'fn' | 'sentAt'>) =>
  `${draft.direction}|${linkedInKey(draft.url) ?? `~${nameKey(draft.fn)}`}|${draft.sentAt ?? ''}`;
