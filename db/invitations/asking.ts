// What bears on asking mutual connections: goodwill, what they said before, where they work, what the owner has noted.
import { ContactId } from '#core/contacts/model.ts';
import { readPosition } from '#core/contacts/positions.ts';
import { UNTOUCHED } from '#core/introductions/goodwill.ts';
import { companyOf } from '#core/invitations/company.ts';
import type { Asking, Reliability } from '#core/invitations/model.ts';
import { NOT_ASKED } from '#core/manners/model.ts';
import { tieOf } from '#core/network/tie.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { ledgersOf } from '#db/introductions/goodwill.ts';
import { wordsAbout } from '#db/manners/preferences.ts';
import { evidenceBetween } from '#db/network/queries.ts';

/** One mutual connection who is in the book, with whom they are asked about. */
export interface Asked {
  readonly mutualId: number;
  readonly contactId: ContactId;
  readonly invitationId: number;
  /** The inviter's card, where they are in the book. */
  readonly inviterId: ContactId | undefined;
  readonly org: string;
  readonly headline: string;
}

const NO_ANSWERS: Reliability = { answers: 0, disowned: 0 };

/** Everything about asking many people, by the mutual connection. */
export function askingOf(book: ReadBook, asked: readonly Asked[], now: DateTime): Map<number, Asking> {
  if (asked.length === 0) return new Map();
  const people = [...new Set(asked.map(({ contactId }) => contactId))];
  const goodwill = ledgersOf(book, people, now.slice(0, 10));
  const notAsked = notAskedAmong(book, people);
  const reliability = reliabilityOf(book, people);
  const works = worksOf(book, people);
  const pairs = asked.flatMap(({ contactId, inviterId }) =>
    inviterId === undefined ? [] : [[contactId, inviterId] as const],
  );
  const evidence = evidenceBetween(book, pairs);
  const before = disownedBefore(book, asked);
  return new Map(
    asked.map((one) => {
      const { mutualId, contactId, inviterId } = one;
      const between = inviterId === undefined ? [] : (evidence.get(`${contactId} ${inviterId}`) ?? []);
      const { level, certainty } = tieOf(between, now, 'others');
      const worksAt = works.get(contactId)?.get(companyOf(one));
      return [
        mutualId,
        {
          goodwill: goodwill.get(contactId) ?? UNTOUCHED,
          reliability: reliability.get(contactId) ?? NO_ANSWERS,
          isNotAsked: notAsked.has(contactId),
          hasDisowned: before.has(mutualId) || between.some(({ kind }) => kind === 'disowned'),
          knows: { level, certainty },
          ...(worksAt !== undefined && { worksAt }),
        },
      ];
    }),
  );
}

/** Who does not want to be asked, as the owner has noted; of two cards that became one either is enough. */
export const notAskedAmong = (book: ReadBook, people: readonly ContactId[]): ReadonlySet<number> =>
  new Set(
    wordsAbout(book, people, ['X-REFERENCE-POLICY']).flatMap(({ contactId, value }) =>
      value === NOT_ASKED ? [contactId] : [],
    ),
  );

/** How often people who were asked did not really know whom they were shown to know; without those never asked. */
export function reliabilityOf(book: ReadBook, people: readonly ContactId[]): Map<number, Reliability> {
  const rows = book
    .statement(
      `select m.contact_id as id, count(distinct m.invitation_id) as answers,
         count(distinct case when m.answer = 'not_really' then m.invitation_id end) as disowned
       from json_each(?) j join mutual m on m.contact_id = j.value
       where m.answer is not null and m.answer <> 'no_reply' group by m.contact_id`,
    )
    .all(JSON.stringify(people)) as (Reliability & { readonly id: number })[]; // the columns named
  return new Map(rows.map(({ id, answers, disowned }) => [id, { answers, disowned }]));
}

/** Where people work now: the folded company, as invitations have theirs, and how it is written. Former jobs are none. */
function worksOf(book: ReadBook, people: readonly ContactId[]): Map<number, Map<string, string>> {
  const ids = JSON.stringify(people);
  const rows = book
    .statement(
      `select c.id, 'ORG' as name, c.org as value from json_each(@ids) j join contact c on c.id = j.value where c.org <> ''
       union all
       select p.contact_id, p.name, p.value from json_each(@ids) j join property p on p.contact_id = j.value
         where p.name = 'X-POSITION' and p.hidden = 0 and p.superseded_by is null`,
    )
    .all({ ids }) as { readonly id: number; readonly name: string; readonly value: string }[]; // the columns named
  const works = new Map<number, Map<string, string>>();
  for (const { id, name, value } of rows) {
    const job = name === 'ORG' ? { org: value, to: undefined } : readPosition(value);
    if (job === undefined || job.to !== undefined) continue;
    const company = companyOf({ org: job.org, headline: '' });
    if (company === '') continue;
    const known = works.get(id);
    if (known === undefined) works.set(id, new Map([[company, job.org]]));
    else if (!known.has(company)) known.set(company, job.org);
  }
  return works;
}

/** Mutual connections who said on an earlier invitation from the same page that they do not really know its owner. */
function disownedBefore(book: ReadBook, asked: readonly Asked[]): ReadonlySet<unknown> {
  return new Set(
    book
      .statement(
        `select m.id from json_each(?) j join mutual m on m.id = j.value join invitation i on i.id = m.invitation_id
         join mutual p on p.contact_id = m.contact_id and p.id <> m.id and p.answer = 'not_really'
         join invitation o on o.id = p.invitation_id
         where (i.url_key <> '' and o.url_key = i.url_key) or (i.email <> '' and o.email = i.email)`,
      )
      .pluck()
      .all(JSON.stringify(asked.map(({ mutualId }) => mutualId))),
  );
}
