// What can be meant by what is typed: people, organisations, roles, places, tags, and everybody a query finds.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { ContactSummary } from '#core/contacts/model.ts';
import { queryText } from '#core/contacts/search/query-text.ts';
import { facetsIn } from '#core/contacts/search/query.ts';
import { fold } from '#core/shared/fold.ts';
import { useHeld } from '#renderer/client/held.ts';
import { isOnItsWay } from '#renderer/client/on-its-way.ts';
import { orpc } from '#renderer/client/queries.ts';
import { bookText, readTyped } from '#renderer/people/typed-query.ts';
import type { Target } from './target.ts';

/** Facets of which a value may be typed by itself. */
const FACETS = ['title', 'place', 'tag', 'former'] as const;
type OfferedFacet = (typeof FACETS)[number];

/** Something to choose, and what it asks for. */
export type Offer = { readonly key: string; readonly target: Target } & (
  | { readonly kind: 'person'; readonly person: ContactSummary }
  | { readonly kind: 'org'; readonly org: string; readonly people: number }
  | {
      readonly kind: 'facet';
      readonly facet: OfferedFacet;
      readonly text: string;
      readonly people: number;
    }
  | { readonly kind: 'query'; readonly text: string }
);

const VALUES_OFFERED = 2;

interface Offered {
  readonly offers: readonly Offer[];
  /** The list still answers an earlier text. */
  readonly isPending: boolean;
  /** What is typed is a query, and no name. */
  readonly isQuery: boolean;
}

/** Everything that what is typed may mean, the likeliest first; a query with facets means whoever it finds. */
export function useTargets(text: string): Offered {
  const isQuery = facetsIn(readTyped(text).query).size > 0;
  const asked = { enabled: text !== '' && !isQuery, placeholderData: keepPreviousData };
  const short = text.slice(0, 200);
  const people = useQuery({
    ...orpc.contacts.find.queryOptions({ input: { text: short, limit: 6 } }),
    ...asked,
  });
  const orgs = useQuery({
    ...orpc.network.findOrgs.queryOptions({ input: { text: short, limit: 4 } }),
    ...asked,
  });
  // Lines of a list that is being read do not move; what comes behind them may come later.
  const isComing = isOnItsWay(people) || isOnItsWay(orgs);
  const who = useHeld(people.data, isComing) ?? [];
  const firms = useHeld(orgs.data, isComing) ?? [];
  const titles = useQuery({ ...valuesOf('title', short), ...asked });
  const places = useQuery({ ...valuesOf('place', short), ...asked });
  const tags = useQuery({ ...valuesOf('tag', short), ...asked });
  const former = useQuery({ ...valuesOf('former', short), ...asked });
  if (text === '') return { offers: [], isPending: false, isQuery };
  const all: Offer = { key: 'query', kind: 'query', text, target: { kind: 'found', text: bookText(text) } };
  if (isQuery) return { offers: [all], isPending: false, isQuery };
  const values = [titles, places, tags, former];
  const present = new Set(firms.map(({ org }) => fold(org)));
  return {
    offers: [
      ...who.filter(({ isOwner }) => !isOwner).map(personOffer),
      ...firms.map(orgOffer),
      ...FACETS.flatMap((facet, at) =>
        (values[at]?.data ?? [])
          .filter(({ text: value }) => facet !== 'former' || !present.has(fold(value)))
          .map((value) => facetOffer(facet, value)),
      ),
      // Words find the same people; where there are none, a new name is the likelier meaning.
      ...(who.length === 0 ? [] : [all]),
    ],
    isPending: [people, orgs, ...values].some(isOnItsWay),
    isQuery,
  };
}

const valuesOf = (facet: OfferedFacet, find: string) =>
  orpc.contacts.facetValues.queryOptions({ input: { facet, find, limit: VALUES_OFFERED } });

const personOffer = (person: ContactSummary): Offer => ({
  key: `person ${person.id}`,
  kind: 'person',
  person,
  target: { kind: 'contact', contactId: person.id },
});

const orgOffer = ({ org, people }: { readonly org: string; readonly people: number }): Offer => ({
  key: `org ${org}`,
  kind: 'org',
  org,
  people,
  target: { kind: 'org', org },
});

function facetOffer(
  facet: OfferedFacet,
  { text, exact, people }: { readonly text: string; readonly exact: boolean; readonly people: number },
): Offer {
  const query = queryText({ kind: 'facet', name: facet, values: [{ text, exact }] });
  return {
    key: `${facet} ${text}`,
    kind: 'facet',
    facet,
    text,
    people,
    // A school or a company that all have left is one all the same.
    target: facet === 'former' ? { kind: 'org', org: text } : { kind: 'found', text: query },
  };
}
