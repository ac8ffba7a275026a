// Changes a query as clicking does: one value of one facet at a time, the rest left as it was typed.
import type { FacetName, FacetValue } from './facets.ts';
import { clausesOf, EVERYBODY, joined, negation } from './query.ts';
import type { FacetQuery, Query } from './query.ts';

/** A facet that must be true of everybody found, or must not be. */
export interface FacetClause {
  readonly name: FacetName;
  readonly values: readonly FacetValue[];
  readonly negated: boolean;
}

/** Facets of which one value says it all: of two levels or days only one counts. */
const SINGLE: ReadonlySet<FacetName> = new Set<FacetName>(['level', 'since', 'before', 'is']);

/** What a clause of a query says as one facet; undefined for words and for what is in brackets. */
export function facetClauseOf(clause: Query): FacetClause | undefined {
  const negated = clause.kind === 'not';
  const of = negated ? clause.of : clause;
  return of.kind === 'facet' ? { name: of.name, values: of.values, negated } : undefined;
}

const isSame = (a: FacetValue, b: FacetValue): boolean => a.text === b.text && a.exact === b.exact;

/** Whether a value has been chosen. */
export const hasValue = (
  query: Query,
  { name, negated }: Omit<FacetClause, 'values'>,
  value: FacetValue,
): boolean =>
  clausesOf(query).some((clause) => {
    const own = facetClauseOf(clause);
    return own?.name === name && own.negated === negated && own.values.some((one) => isSame(one, value));
  });

/**
 * The query with a value chosen, or no longer chosen. A second value of a facet is one more that may be; where only one
 * makes sense it takes the place of the first.
 */
export function withToggled(
  query: Query,
  { name, negated }: Omit<FacetClause, 'values'>,
  value: FacetValue,
): Query {
  const clauses = clausesOf(query);
  const at = clauses.findIndex((clause) => {
    const own = facetClauseOf(clause);
    return own?.name === name && own.negated === negated;
  });
  const before = at < 0 ? [] : (facetClauseOf(clauses[at]!)?.values ?? []);
  const isChosen = before.some((one) => isSame(one, value));
  const rest = SINGLE.has(name) ? [] : before.filter((one) => !isSame(one, value));
  const values = isChosen ? rest : [...rest, value];
  const facet: FacetQuery = { kind: 'facet', name, values };
  const next = values.length === 0 ? undefined : negated ? negation(facet) : facet;
  const edited: (Query | undefined)[] =
    at < 0 ? [...clauses, next] : clauses.map((one, place) => (place === at ? next : one));
  return joined('and', edited) ?? EVERYBODY;
}

/** The query without one of the things that must all be. */
export const withoutClause = (query: Query, clause: Query): Query =>
  joined(
    'and',
    clausesOf(query).filter((one) => one !== clause),
  ) ?? EVERYBODY;
