// Gathers what the book knows about one invitation; what it means is for core to say.
import { emailKey, linkedInKey } from '#core/contacts/identity.ts';
import { ContactId } from '#core/contacts/model.ts';
import { nameKey } from '#core/contacts/names.ts';
import { EventId } from '#core/events/model.ts';
import { vettingCase } from '#core/invitations/evidence.ts';
import type {
  CandidateFacts,
  IntroductionFact,
  NamedEvent,
  NamedPerson,
  VettingFacts,
} from '#core/invitations/evidence.ts';
import { phraseIndex, phrasesIn } from '#core/invitations/phrase-index.ts';
import type { Invitation, InvitationId, Vetting } from '#core/invitations/model.ts';
import { vet } from '#core/invitations/vet.ts';
import { tieOf } from '#core/network/tie.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { namesOf } from '#db/contacts/queries.ts';
import { encountersWith } from '#db/events/encounters.ts';
import { ownerEvidence, ownerTie } from '#db/network/queries.ts';
import { ownerId, policyOf } from '#db/settings/queries.ts';

/** More people of one name than this are not told apart by looking at each. */
const MOST_CANDIDATES = 50;

/** Words of a message that are looked up as names of people, two or three at a time. */
const MOST_WORDS = 300;

/** The verdict on an invitation by everything the book holds now. */
export const vetting = (book: ReadBook, invitation: Invitation, now: DateTime): Vetting =>
  vet(vettingCase(vettingFacts(book, invitation, now)));

export function vettingFacts(book: ReadBook, invitation: Invitation, now: DateTime): VettingFacts {
  const candidates = candidatesFor(book, invitation, now);
  const aside = new Set([...candidates.map(({ contactId }) => contactId), ownerId(book)]);
  return {
    today: now.slice(0, 10),
    policy: policyOf(book),
    invitation,
    candidates,
    namedEvents: eventsNamedIn(book, invitation.message),
    namedPeople: peopleNamedIn(book, invitation.message, now).filter(
      ({ contactId }) => !aside.has(contactId),
    ),
    sameMessageFrom: sameMessageFrom(book, invitation.id),
    sameOrgInWeek: sameOrgInWeek(book, invitation),
    connections: countConnections(book),
  };
}

function candidatesFor(book: ReadBook, invitation: Invitation, now: DateTime): CandidateFacts[] {
  const ids = book
    .statement(
      `select f.id from (
         select p.contact_id as id, 0 as rank from property p
           where p.key = @url and p.key <> '' and p.name = 'URL'
         union all select p.contact_id, 0 from property p
           where p.key = @email and p.key <> '' and p.name = 'EMAIL'
         union all select id, 1 from contact where name_key = @name and @name <> '') f
       join contact c on c.id = f.id and c.deleted_at is null
       where f.id is not @owner group by f.id order by min(f.rank), f.id limit ${MOST_CANDIDATES}`,
    )
    .pluck()
    .all({
      url: linkedInKey(invitation.url) ?? '',
      email: emailKey(invitation.email) ?? '',
      name: nameKey(invitation.fn),
      owner: ownerId(book) ?? null,
    });
  return ids.map((id) => candidate(book, ContactId.parse(id), now));
}

function candidate(book: ReadBook, contactId: ContactId, now: DateTime): CandidateFacts {
  const evidence = ownerEvidence(book, contactId, now);
  const connected = evidence.find(({ kind }) => kind === 'li_connected');
  const encounters = encountersWith(book, contactId);
  const { fn = '', org = '' } = namesOf(book, [contactId]).get(contactId) ?? {};
  const keys = (name: 'URL' | 'EMAIL') =>
    // Old addresses count: people rename their profiles.
    book
      .statement(`select distinct key from property where contact_id = ? and name = ? and key <> ''`)
      .pluck()
      .all(contactId, name)
      .map(String);
  return {
    contactId,
    fn,
    org,
    urlKeys: keys('URL'),
    emailKeys: keys('EMAIL'),
    connected: connected !== undefined,
    connectedOn: connected?.on,
    tie: tieOf(evidence, now),
    encounters,
    introductions: encounters.flatMap(({ introducedBy, metOn }): IntroductionFact[] =>
      introducedBy === undefined
        ? []
        : [
            {
              introducerId: introducedBy.id,
              introducer: introducedBy.fn,
              ownerLevel: ownerTie(book, introducedBy.id, now).level,
              // They met: whatever was asked beforehand, the owner took part.
              consented: true,
              on: metOn,
            },
          ],
    ),
  };
}

function eventsNamedIn(book: ReadBook, message: string): NamedEvent[] {
  if (message === '') return [];
  const rows = book.statement('select id, summary, dtstart from event').all() as {
    id: number;
    summary: string;
    dtstart: string | null;
  }[]; // the columns named
  const found = new Set(
    phrasesIn(
      phraseIndex(
        rows.map(({ id, summary }) => ({ id, name: summary })),
        'events',
      ),
      message,
    ),
  );
  return rows
    .filter(({ id }) => found.has(id))
    .map(({ id, summary, dtstart }) => ({
      eventId: EventId.parse(id),
      summary,
      dtstart: dtstart ?? undefined,
    }));
}

/** Looks up every two and three words of the message as a name: the book may hold 100 000, a note holds fifty words. */
function peopleNamedIn(book: ReadBook, message: string, now: DateTime): NamedPerson[] {
  const words = message.match(/[\p{L}\p{M}'’.-]+/gu)?.slice(0, MOST_WORDS) ?? [];
  const keys = new Set<string>();
  for (const at of words.keys()) {
    for (const length of [2, 3]) {
      const key = nameKey(words.slice(at, at + length).join(' '));
      if (key.includes(' ')) keys.add(key);
    }
  }
  if (keys.size === 0) return [];
  const rows = book
    .statement(
      'select id, fn from contact where deleted_at is null and name_key in (select value from json_each(?)) limit 20',
    )
    .all(JSON.stringify([...keys])) as { id: number; fn: string }[]; // the columns named
  const found = new Set(
    phrasesIn(
      phraseIndex(
        rows.map(({ id, fn }) => ({ id, name: fn })),
        'people',
      ),
      message,
    ),
  );
  return rows
    .filter(({ id }) => found.has(id))
    .map(({ id, fn }) => {
      const contactId = ContactId.parse(id);
      return { contactId, fn, ownerLevel: ownerTie(book, contactId, now).level };
    });
}

const sameMessageFrom = (book: ReadBook, id: InvitationId): string[] =>
  book
    .statement(
      `select distinct o.fn from invitation i join invitation o on o.message_key = i.message_key and o.message_key <> '' and o.id <> i.id
         and o.direction = 'incoming' and o.name_key <> i.name_key
       where i.id = ? and i.message_key <> '' limit 20`,
    )
    .pluck()
    .all(id)
    .map(String);

function sameOrgInWeek(book: ReadBook, { org, sentAt, id }: Invitation): number {
  if (org === '' || sentAt === undefined) return 0;
  return Number(
    book
      .statement(
        `select count(*) from invitation where direction = 'incoming' and id <> ? and lower(org) = lower(?)
         and abs(julianday(sent_at) - julianday(?)) <= 7`,
      )
      .pluck()
      .get(id, org, sentAt),
  );
}

interface Counted {
  readonly version: string;
  readonly connections: number;
}

/** A list of invitations asks for the same number a hundred times over, and it takes a look at every connection. */
const counted = new WeakMap<ReadBook, Counted>();

/** The owner's connections on LinkedIn, as far as the book knows. */
function countConnections(book: ReadBook): number {
  // The first changes with every other connection's commit, the second with every change of our own.
  const version = `${String(book.statement('pragma data_version').pluck().get())} ${String(book.statement('select total_changes()').pluck().get())}`;
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
