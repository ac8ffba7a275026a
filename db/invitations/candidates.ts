// People of the book who may be an inviter, with all that vetting asks about them.
import { emailKey, linkedInKey } from '#core/contacts/identity.ts';
import { ContactId } from '#core/contacts/model.ts';
import { nameKey } from '#core/contacts/names.ts';
import type { CandidateFacts, IntroductionFact } from '#core/invitations/evidence.ts';
import type { Invitation } from '#core/invitations/model.ts';
import { tieOf } from '#core/network/tie.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { encountersWith } from '#db/events/encounters.ts';
import { ownerEvidenceOf, ownerTie } from '#db/network/queries.ts';

/** More people of one name than this are not told apart by looking at each. */
const MOST_CANDIDATES = 50;

/** Everybody sharing a strong key or the name with the inviter, those by key first; never the owner. */
export function candidatesFor(
  book: ReadBook,
  invitation: Invitation,
  { owner, now }: { readonly owner: ContactId | undefined; readonly now: DateTime },
): CandidateFacts[] {
  const found = book
    .statement(
      `select c.id, c.fn, c.org from (
         select p.contact_id as id, 0 as rank from property p
           where p.key = @url and p.key <> '' and p.name = 'URL'
         union all select p.contact_id, 0 from property p
           where p.key = @email and p.key <> '' and p.name = 'EMAIL'
         union all select id, 1 from contact where name_key = @name and @name <> '') f
       join contact c on c.id = f.id and c.deleted_at is null
       where f.id is not @owner group by f.id order by min(f.rank), f.id limit ${MOST_CANDIDATES}`,
    )
    .all({
      url: linkedInKey(invitation.url) ?? '',
      email: emailKey(invitation.email) ?? '',
      name: nameKey(invitation.fn),
      owner: owner ?? null,
    }) as Found[]; // the columns named
  if (found.length === 0) return [];
  const ids = found.map(({ id }) => ContactId.parse(id));
  const evidence = ownerEvidenceOf(book, ids, now);
  const keys = keysOf(book, ids);
  const met = metAmong(book, ids);
  const asked = introductionsTo(book, ids, now);
  return found.map(({ id, fn, org }): CandidateFacts => {
    const contactId = ContactId.parse(id);
    const known = evidence.get(contactId) ?? [];
    const meetings = met.has(id) ? meetingsWith(book, contactId, now) : NEVER_MET;
    const connected = known.find(({ kind }) => kind === 'li_connected');
    const of = (name: string) => (keys.get(id) ?? []).flatMap((row) => (row.name === name ? [row.key] : []));
    return {
      contactId,
      fn,
      org,
      urlKeys: of('URL'),
      emailKeys: of('EMAIL'),
      connected: connected !== undefined,
      connectedOn: connected?.on,
      connectedBatch: connected && connectedBatch(book, contactId),
      tie: tieOf(known, now),
      encounters: meetings.encounters,
      introductions: [...meetings.introductions, ...(asked.get(id) ?? [])],
    };
  });
}

/** The import that says they are a connection; undefined where the owner does. */
function connectedBatch(book: ReadBook, id: ContactId): number | undefined {
  const batch = book
    .statement(
      `select batch_id from evidence where contact_id = ? and kind = 'li_connected' and other_id is null
         and superseded_by is null and batch_id is not null order by id desc limit 1`,
    )
    .pluck()
    .get(id);
  return typeof batch === 'number' ? batch : undefined;
}

interface Found {
  readonly id: number;
  readonly fn: string;
  readonly org: string;
}

interface Key {
  readonly id: number;
  readonly name: string;
  readonly key: string;
}

/** Their addresses, old ones included: people rename their profiles. */
function keysOf(book: ReadBook, ids: readonly ContactId[]): Map<number, Key[]> {
  const rows = book
    .statement(
      `select distinct p.contact_id as id, p.name, p.key from json_each(?) j
       join property p on p.contact_id = j.value where p.name in ('URL', 'EMAIL') and p.key <> ''`,
    )
    .all(JSON.stringify(ids)) as Key[]; // the columns named
  return Map.groupBy(rows, ({ id }) => id);
}

/** Most people of a large book were never met: asking so is cheaper than reading nothing of each. */
const metAmong = (book: ReadBook, ids: readonly ContactId[]): Set<unknown> =>
  new Set(
    book
      .statement(
        'select distinct m.contact_id from json_each(?) j join encounter m on m.contact_id = j.value',
      )
      .pluck()
      .all(JSON.stringify(ids)),
  );

const NEVER_MET = { encounters: [], introductions: [] };

interface Introduced {
  readonly id: number;
  readonly introducerId: number;
  readonly introducer: string;
  readonly at: string;
}

/** By whom the owner was introduced to these people because they had asked for it; the newest first. */
function introductionsTo(
  book: ReadBook,
  ids: readonly ContactId[],
  now: DateTime,
): Map<number, IntroductionFact[]> {
  const rows = book
    .statement(
      `select i.b_id as id, c.id as "introducerId", c.fn as introducer, s.at from json_each(?) j
       join introduction i on i.b_id = j.value and i.direction = 'requested'
       join introduction_step s on s.introduction_id = i.id and s.step = 'introduce'
       join contact c on c.id = i.a_id and c.deleted_at is null
       order by s.at desc, s.id desc`,
    )
    .all(JSON.stringify(ids)) as Introduced[]; // the columns named
  const facts = new Map<number, IntroductionFact[]>();
  for (const { id, introducerId, introducer, at } of rows) {
    const fact: IntroductionFact = {
      introducerId: ContactId.parse(introducerId),
      introducer,
      ownerLevel: ownerTie(book, ContactId.parse(introducerId), now).level,
      // The owner asked for it, and whoever introduces has asked the other side.
      consented: true,
      on: at.slice(0, 10),
    };
    facts.set(id, [...(facts.get(id) ?? []), fact]);
  }
  return facts;
}

function meetingsWith(book: ReadBook, contactId: ContactId, now: DateTime) {
  const encounters = encountersWith(book, contactId);
  const introductions = encounters.flatMap(({ introducedBy, metOn }): IntroductionFact[] =>
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
  );
  return { encounters, introductions };
}
