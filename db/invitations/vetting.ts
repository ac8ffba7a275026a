// Gathers what the book knows about one invitation; what it means is for core to say.
import type { ContactId } from '#core/contacts/model.ts';
import { companyOf } from '#core/invitations/company.ts';
import { vettingCase } from '#core/invitations/evidence.ts';
import type { VettingCase, VettingFacts } from '#core/invitations/evidence.ts';
import type { Invitation, Verdict, Vetting } from '#core/invitations/model.ts';
import type { Policy } from '#core/invitations/policy.ts';
import { verdictOf, vet } from '#core/invitations/vet.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { ownerId, policyOf } from '#db/settings/queries.ts';
import { candidatesFor } from './candidates.ts';
import { eventsNamedIn } from './named-events.ts';
import { peopleNamedIn } from './named-people.ts';
import { receivedIn, type Received, versionOf } from './received.ts';

/** What every vetting of one moment shares: read once for a list. */
interface Shared {
  readonly now: DateTime;
  readonly policy: Policy;
  readonly owner: ContactId | undefined;
  readonly ownerOrgs: readonly string[];
  readonly received: Received;
  readonly connections: number;
}

function sharedBy(book: ReadBook, now: DateTime): Shared {
  const owner = ownerId(book);
  return {
    now,
    policy: policyOf(book),
    owner,
    ownerOrgs: owner === undefined ? [] : orgsOf(book, owner),
    received: receivedIn(book),
    connections: countConnections(book),
  };
}

/** An invitation with everything the book holds about it now. */
export const caseOf = (book: ReadBook, invitation: Invitation, now: DateTime): VettingCase =>
  vettingCase(factsOn(book, invitation, sharedBy(book, now)));

/** The verdict on it. */
export const vetting = (book: ReadBook, invitation: Invitation, now: DateTime): Vetting =>
  vet(caseOf(book, invitation, now));

/** What the rules decide on, of many invitations, in their order. */
export function casesOf(book: ReadBook, invitations: readonly Invitation[], now: DateTime): VettingCase[] {
  const shared = sharedBy(book, now);
  return invitations.map((invitation) => vettingCase(factsOn(book, invitation, shared)));
}

/** The verdicts alone on many invitations, in their order. */
export const verdicts = (book: ReadBook, invitations: readonly Invitation[], now: DateTime): Verdict[] =>
  casesOf(book, invitations, now).map(verdictOf);

export const vettingFacts = (book: ReadBook, invitation: Invitation, now: DateTime): VettingFacts =>
  factsOn(book, invitation, sharedBy(book, now));

function factsOn(book: ReadBook, invitation: Invitation, shared: Shared): VettingFacts {
  const { now, policy, owner, ownerOrgs, received, connections } = shared;
  const candidates = candidatesFor(book, invitation, shared);
  const ids = candidates.map(({ contactId }) => contactId);
  const aside = new Set<number | undefined>([...ids, owner]);
  const senders = received.notes.sendersOf(invitation.id);
  return {
    today: now.slice(0, 10),
    policy,
    invitation,
    candidates,
    namedEvents: eventsNamedIn(book, invitation, { owner, candidates: ids }),
    namedPeople: peopleNamedIn(book, invitation.message, { now, candidates: ids }).filter(
      ({ contactId }) => !aside.has(contactId),
    ),
    ownerOrgs,
    sameMessageFrom: senders.same,
    nearMessageFrom: senders.nearly,
    sameOrgInWeek: received.weeks.othersInWeek(companyOf(invitation), invitation.sentAt),
    connections,
  };
}

/** Organisations on a card, past ones included. */
const orgsOf = (book: ReadBook, id: ContactId): string[] =>
  book
    .statement(`select distinct value from property where contact_id = ? and name = 'ORG' and value <> ''`)
    .pluck()
    .all(id)
    .map(String);

interface Counted {
  readonly version: string;
  readonly connections: number;
}

/** A list of invitations asks for the same number a hundred times over, and it takes a look at every connection. */
const counted = new WeakMap<ReadBook, Counted>();

/** The owner's connections on LinkedIn, as far as the book knows. */
function countConnections(book: ReadBook): number {
  const version = versionOf(book);
  const known = counted.get(book);
  if (known?.version === version) return known.connections;
  const connections = Number(
    book
      .statement(
        `select count(distinct contact_id) from evidence where kind = 'li_connected' and other_id is null and superseded_by is null
         and contact_id not in (select id from contact where deleted_at is not null)`,
      )
      .pluck()
      .get(),
  );
  counted.set(book, { version, connections });
  return connections;
}
