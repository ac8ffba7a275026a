// Which invitations are new, which are still open, and who sent them.
import { linkedInKey } from '#core/contacts/identity.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { nameKey } from '#core/contacts/names.ts';
import type { InvitationDraft } from './model.ts';
import type { BatchIndex, Keyed } from './plan-keys.ts';
import { invitationKey } from './planned.ts';
import type { BookLookup, KnownInvitation, PlannedEntry, PlannedItem } from './planned.ts';
import { completes, sameInvitation, wholeInvitations } from './same-invitation.ts';

/**
 * Plans invitations of all entries in one pass. LinkedIn's file holds accepted ones too and never says so: an
 * invitation is accepted when the other person is a connection, by address, or by name where one side has no address.
 * The same name under another address stays pending: it may be a clone. What e-mail, reminders and the archive tell of one
 * invitation is put together; what the book knows already gets no more than what it lacks.
 */
export function invitationPlanner(entries: readonly PlannedEntry[], index: BatchIndex, book: BookLookup) {
  const seen = new Set<string>();
  const all = wholeInvitations(entries);
  return (entryName: string, draft: InvitationDraft): PlannedItem => {
    const { first, whole } = all.get(draft) ?? { first: draft, whole: draft };
    const key = invitationKey(draft);
    const item = {
      entryName,
      line: draft.line,
      subject: 'invitation',
      fn: draft.fn,
      detail: draft.message,
      changes: [],
    } as const;
    if (seen.has(key)) {
      const issues = [...draft.issues, { line: draft.line, code: 'DUPLICATE_IN_FILE' as const, params: {} }];
      return { ...item, changes: [], action: 'unusable', issues };
    }
    seen.add(key);
    const issues = [...draft.issues];
    if (first !== draft) return { ...item, action: 'same', issues };
    return { ...item, detail: whole.message, issues, ...planned(whole, key, { index, book }) };
  };
}

function planned(
  whole: InvitationDraft,
  key: string,
  { index, book }: { readonly index: BatchIndex; readonly book: BookLookup },
): Pick<PlannedItem, 'action' | 'contactId' | 'invitation'> {
  const contactId = inBook(whole, book);
  const connected = isConnection(whole, index) || isConnected(contactId, book);
  const again = book.invitationByKey(key);
  const stored = again ?? sameInvitation(whole, invitationsLike(whole, book));
  // What the same record has said before it says no more: the owner may have taken it out.
  const isMore = again === undefined && stored !== undefined && completes(whole, stored);
  const state = connected ? 'accepted' : 'pending';
  return {
    action: actionFor(stored, isMore || (stored?.pending === true && connected)),
    ...(contactId !== undefined && { contactId }),
    invitation: { ...whole, key, ...(stored !== undefined && { id: stored.id }), state },
  };
}

const isConnected = (id: ContactId | undefined, book: BookLookup): boolean =>
  id !== undefined && book.connectedOn(id).length > 0;

const invitationsLike = ({ direction, url, fn }: InvitationDraft, book: BookLookup) =>
  book.invitationsOf(direction, linkedInKey(url) ?? '', nameKey(fn));

function actionFor(stored: KnownInvitation | undefined, isNews: boolean): 'create' | 'update' | 'same' {
  if (stored === undefined) return 'create';
  return isNews ? 'update' : 'same';
}

function isConnection({ url, fn }: InvitationDraft, index: BatchIndex): boolean {
  const key = linkedInKey(url);
  if (key !== undefined && index.withKey('url', key).some(isMember)) return true;
  const name = nameKey(fn);
  if (name === '') return false;
  // Only of connections whose address the file does not give may a name count.
  return index.withName(name).some((one) => isMember(one) && (key === undefined || one.url === undefined));
}

const isMember = ({ kind }: Keyed) => kind === 'linkedin-connections';

/** The other person, when the book has them: by address, or the only one of that name where an address is missing. */
function inBook({ url, fn }: InvitationDraft, book: BookLookup): ContactId | undefined {
  const key = linkedInKey(url);
  if (key !== undefined) {
    const [known] = book.contactsByKey('url', key);
    if (known !== undefined) return known;
  }
  const name = nameKey(fn);
  const namesakes = name === '' ? [] : book.contactsByName(name);
  const possible =
    key === undefined ? namesakes : namesakes.filter((id) => book.linkedInKeysOf(id).length === 0);
  // An invitation proves nothing about who is meant: only a connection of that name without an address counts.
  const [only] = possible;
  return possible.length === 1 && only !== undefined && book.connectedOn(only).length > 0 ? only : undefined;
}
