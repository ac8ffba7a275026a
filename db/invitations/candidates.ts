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
import { ownerEvidence, ownerTie } from '#db/network/queries.ts';

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
  return found.map((one) => candidate(book, one, now));
}

interface Found {
  readonly id: number;
  readonly fn: string;
  readonly org: string;
}

function candidate(book: ReadBook, { id, fn, org }: Found, now: DateTime): CandidateFacts {
  const contactId = ContactId.parse(id);
  const evidence = ownerEvidence(book, contactId, now);
  const connected = evidence.find(({ kind }) => kind === 'li_connected');
  // Most people of a large book were never met: asking so is cheaper than reading nothing.
  const met = book.statement('select 1 from encounter where contact_id = ? limit 1').get(contactId);
  const encounters = met === undefined ? [] : encountersWith(book, contactId);
  const all = book
    .statement(
      // Old addresses count: people rename their profiles.
      `select distinct name, key from property where contact_id = ? and name in ('URL', 'EMAIL') and key <> ''`,
    )
    .all(contactId) as { name: string; key: string }[]; // the columns named
  const keys = (name: 'URL' | 'EMAIL') => all.flatMap((row) => (row.name === name ? [row.key] : []));
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
