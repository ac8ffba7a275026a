// Which invitations are new, which are still open, and who sent them.
import { linkedInKey } from '#core/contacts/identity.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { nameKey } from '#core/contacts/names.ts';
import type { InvitationDraft } from './model.ts';
import type { BatchIndex, Keyed } from './plan-keys.ts';
import { type BookLookup, invitationKey, type PlannedItem } from './planned.ts';

/**
 * Plans invitations of all entries in one pass. LinkedIn's file holds accepted ones too and never says so: an
 * invitation is accepted when the other person is a connection, by address, or by name where one side has no address.
 * The same name under another address stays pending: it may be a clone.
 */
export function invitationPlanner(index: BatchIndex, book: BookLookup) {
  const seen = new Set<string>();
  return (entryName: string, draft: InvitationDraft): PlannedItem => {
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
    const contactId = inBook(draft, book);
    const connected =
      isConnection(draft, index) || (contactId !== undefined && book.connectedOn(contactId).length > 0);
    const stored = book.invitationByKey(key);
    const action = stored === undefined ? 'create' : stored.pending && connected ? 'update' : 'same';
    return {
      ...item,
      action,
      ...(contactId !== undefined && { contactId }),
      changes: [],
      issues: [...draft.issues],
      invitation: { ...draft, key, state: connected ? 'accepted' : 'pending' },
    };
  };
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
