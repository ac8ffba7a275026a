// Who would become visible by accepting, by name: for the one card that is open.
import { ContactId } from '#core/contacts/model.ts';
import type { Exposed, Invitation } from '#core/invitations/model.ts';
import type { Policy } from '#core/invitations/policy.ts';
import type { ReadBook } from '#db/book.ts';
import { confidentialPeople } from '#db/manners/preferences.ts';
import { versionOf } from './received.ts';

/** Names enough to see what it is about; the number says the rest. */
const MOST_NAMED = 12;

interface Person {
  readonly contactId: ContactId;
  readonly fn: string;
}

interface Kept {
  readonly version: string;
  readonly secret: ReadonlySet<unknown>;
  readonly connections: readonly Person[];
}

const kept = new WeakMap<ReadBook, Kept>();

/** Confidential people, and those of them who are connections, by name. */
function confidentialIn(book: ReadBook): Kept {
  const version = versionOf(book);
  const known = kept.get(book);
  if (known?.version === version) return known;
  const secret = confidentialPeople(book);
  const rows = book
    .statement(
      `select c.id, c.fn from json_each(?) j join contact c on c.id = j.value and c.deleted_at is null
       where exists (select 1 from evidence v where v.contact_id = c.id and v.kind = 'li_connected'
         and v.other_id is null and v.superseded_by is null) order by c.sort_key, c.id`,
    )
    .all(JSON.stringify([...secret])) as { readonly id: number; readonly fn: string }[]; // the columns named
  const connections = rows.map(({ id, fn }) => ({ contactId: ContactId.parse(id), fn }));
  const found = { version, secret, connections };
  kept.set(book, found);
  return found;
}

/** Confidential connections an open list would show, and the shared ones no setting hides. */
export function exposedBy(book: ReadBook, invitation: Invitation, policy: Policy): Exposed {
  const { secret, connections } = confidentialIn(book);
  const shared = invitation.mutuals.map(({ contactId, fn }) => ({
    fn,
    ...(contactId === undefined ? {} : { contactId }),
    ...(contactId !== undefined && secret.has(contactId) ? { isConfidential: true as const } : {}),
  }));
  // Whom they share is said under that; the inviter learns nothing of themselves.
  const aside = new Set([...shared.map(({ contactId }) => contactId), invitation.contactId]);
  const shown = policy.connectionsVisible ? connections.filter(({ contactId }) => !aside.has(contactId)) : [];
  return {
    confidential: shown.slice(0, MOST_NAMED).map((person) => ({ ...person, isConfidential: true as const })),
    confidentialCount: shown.length,
    shared,
  };
}
