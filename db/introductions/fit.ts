// What the book knows of two people that makes an introduction worth it or not, and who might gain from one.
import type { IntroductionForm } from '#core/introductions/model.ts';
import { suggestedPairs } from '#core/introductions/suggestions.ts';
import type { Wants } from '#core/introductions/suggestions.ts';
import { doubtsOf } from '#core/introductions/win-win.ts';
import type { Doubt, FitSide } from '#core/introductions/win-win.ts';
import { ContactId } from '#core/contacts/model.ts';
import { linkIn, nodeOf, tiesOf } from '#core/network/graph.ts';
import type { NetworkGraph } from '#core/network/graph.ts';
import { levelOf } from '#core/network/link.ts';
import { atLeast } from '#core/network/model.ts';
import type { Day } from '#core/reminders/model.ts';
import type { ReadBook } from '#db/book.ts';
import { positionsOf } from '#db/contacts/positions.ts';
import { formOf } from '#db/contacts/properties.ts';
import { contactRow, namesOf } from '#db/contacts/queries.ts';
import { refusalFor } from '#db/manners/pairs.ts';
import { OWNERS_WORD, preferenceOf } from '#db/manners/preferences.ts';
import { ownerId } from '#db/settings/queries.ts';
import { wasProposed } from './pairs.ts';

/** Everything to think about before these two are asked. */
export function doubtsAbout(book: ReadBook, graph: NetworkGraph, form: IntroductionForm): Doubt[] {
  const { a, b, purpose, benefitA, benefitB } = form;
  return doubtsOf({
    purpose,
    benefitA,
    benefitB,
    a: sideOf(book, a),
    b: sideOf(book, b),
    knowEachOther: knowEachOther(graph, a, b),
  });
}

function sideOf(book: ReadBook, id: ContactId): FitSide {
  const { fn } = contactRow(book, id);
  const { org, title } = formOf(book, id);
  const { positions, seen } = positionsOf(book, id);
  const ended = [
    ...positions.filter(({ to }) => to !== undefined),
    ...seen.filter(({ seenUntil }) => seenUntil !== undefined),
  ];
  return {
    fn,
    org,
    title,
    formerOrgs: [...new Set(ended.map((one) => one.org))].filter((one) => one !== '' && one !== org),
    offers: preferenceOf(book, id, 'X-OFFERS'),
    seeks: preferenceOf(book, id, 'X-SEEKS'),
  };
}

/** More than having the same name on a list: they have been in touch. */
function knowEachOther(graph: NetworkGraph, one: ContactId, other: ContactId): boolean {
  const [from, to] = [nodeOf(graph, one), nodeOf(graph, other)];
  if (from < 0 || to < 0) return false;
  const link = linkIn(tiesOf(graph, from), to);
  return link !== 0 && atLeast(levelOf(link), 'acquaintance');
}

/** Two people to think about, in the owner's words for them. */
export interface Suggestion {
  readonly seeker: { readonly id: ContactId; readonly fn: string; readonly seeks: string };
  readonly giver: { readonly id: ContactId; readonly fn: string; readonly offers: string };
  readonly isMutual: boolean;
}

/** At most a few pairs whom the owner would introduce: not kept apart, not strangers to it, not brought up in the last year. */
export function suggestions(book: ReadBook, graph: NetworkGraph, today: Day): Suggestion[] {
  const wants = wantsOf(book);
  const matches = suggestedPairs(
    [...wants.values()],
    (one, other) =>
      !knowEachOther(graph, one, other) &&
      refusalFor(book, one, other) === undefined &&
      !wasProposed(book, { a: one, b: other, direction: 'outgoing', isIdeaToo: true }, today),
  );
  const names = namesOf(
    book,
    matches.flatMap(({ seeker, giver }) => [seeker, giver]),
  );
  const nameOf = (id: ContactId): string => names.get(id)?.fn ?? '';
  return matches.map(({ seeker, giver, isMutual }) => ({
    seeker: { id: seeker, fn: nameOf(seeker), seeks: wants.get(seeker)?.seeks ?? '' },
    giver: { id: giver, fn: nameOf(giver), offers: wants.get(giver)?.offers ?? '' },
    isMutual,
  }));
}

interface WantRow {
  readonly id: number;
  readonly name: 'X-OFFERS' | 'X-SEEKS';
  readonly value: string;
}

/** What everybody offers and seeks, read by its own index: it is said of a few. */
function wantsOf(book: ReadBook): Map<ContactId, Wants> {
  const rows = book
    .statement(
      `select p.contact_id as id, p.name, p.value from property p join contact c on c.id = p.contact_id
       where p.name in ('X-OFFERS', 'X-SEEKS') and p.hidden = 0 and p.superseded_by is null and p.value <> ''
         and c.deleted_at is null and ${OWNERS_WORD} order by p.contact_id, p.id`,
    )
    .all() as WantRow[]; // the columns named
  const owner = ownerId(book);
  const wants = new Map<ContactId, Wants>();
  for (const { id: key, name, value } of rows) {
    const id = ContactId.parse(key);
    if (id === owner) continue;
    const before = wants.get(id) ?? { id, offers: '', seeks: '' };
    // The later word stands, as on the person's page.
    wants.set(id, name === 'X-OFFERS' ? { ...before, offers: value } : { ...before, seeks: value });
  }
  return wants;
}
