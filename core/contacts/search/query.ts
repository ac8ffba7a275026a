// The query language of the search box: words and facets, joined by AND, OR and NOT. Any text is a query.
import { isUsable } from './facets.ts';
import type { FacetName, FacetValue } from './facets.ts';
import { queryTokens } from './query-tokens.ts';
import type { QueryToken } from './query-tokens.ts';
import type { QueryWords } from './query-words.ts';

export interface WordQuery {
  readonly kind: 'word';
  /** One word or several; all of them are looked for. */
  readonly text: string;
}

export interface FacetQuery {
  readonly kind: 'facet';
  readonly name: FacetName;
  /** Any of them; none: whoever has a value at all. */
  readonly values: readonly FacetValue[];
}

export interface NotQuery {
  readonly kind: 'not';
  readonly of: Query;
}

export interface JoinedQuery {
  /** `and` of nothing is everybody. */
  readonly kind: 'and' | 'or';
  readonly of: readonly Query[];
}

/**
 * What is looked for. As `parseQuery` makes it, nothing stands in something of its own kind, `and` and `or` join at
 * least two (or nothing at all, at the top), and `not` is never doubled.
 */
export type Query = WordQuery | FacetQuery | NotQuery | JoinedQuery;

/** What the owner should know about their query; the catalogue has the words. */
export type QueryHint =
  /** There is no such facet: it was looked for as words. */
  | { readonly code: 'unknownFacet'; readonly name: string }
  /** The facet can do nothing with the value: it was passed over. */
  | { readonly code: 'badValue'; readonly name: FacetName; readonly value: string };

export interface ParsedQuery {
  readonly query: Query;
  readonly hints: readonly QueryHint[];
}

/** Everybody. */
export const EVERYBODY: JoinedQuery = { kind: 'and', of: [] };

/** Brackets within brackets, deeper than this, are passed over. */
const DEEPEST = 20;

/**
 * Reads a query: `words`, `facet:value`, `facet:"two words"`, `facet:=whole` for a whole value, `facet:a,b` for any
 * of them, `facet:` for whoever has a value; `-` or NOT before what must not be, AND (or nothing) between what must
 * all be, OR, which binds less, and brackets. Operators are in capitals. What makes no sense is passed over, so that
 * half a query is one too: it never throws. Linear. `words` are those of a language, besides the canonical ones.
 */
export function parseQuery(text: string, words?: QueryWords): ParsedQuery {
  const tokens = queryTokens(text, words);
  const query = new Parser(tokens).alternatives(0) ?? EVERYBODY;
  return { query, hints: tokens.flatMap(hintsOf) };
}

function hintsOf(token: QueryToken): QueryHint[] {
  if (token.kind === 'word')
    return token.unknown === undefined ? [] : [{ code: 'unknownFacet', name: token.unknown }];
  if (token.kind !== 'facet') return [];
  const { name, values } = token;
  return values
    .filter((value) => !isUsable(name, value.text))
    .map((value) => ({ code: 'badValue', name, value: value.text }));
}

class Parser {
  readonly #tokens: readonly QueryToken[];
  #at = 0;

  constructor(tokens: readonly QueryToken[]) {
    this.#tokens = tokens;
  }

  /** Up to the bracket that closes these, or the end; undefined where nothing is asked. */
  alternatives(depth: number): Query | undefined {
    const found: (Query | undefined)[] = [];
    let all: Query[] = [];
    let negated = false;
    let passedOver = 0;
    const add = (query: Query | undefined): void => {
      if (query !== undefined) all.push(negated ? negation(query) : query);
      negated = false;
    };
    for (let token = this.#next(); token !== undefined; token = this.#next()) {
      if (token.kind === 'close') {
        if (passedOver > 0) passedOver -= 1;
        else if (depth > 0) break;
      } else if (token.kind === 'open') {
        if (depth < DEEPEST) add(this.alternatives(depth + 1));
        else passedOver += 1;
      } else if (token.kind === 'or') {
        found.push(joined('and', all));
        all = [];
        negated = false;
      } else if (token.kind === 'not') negated = !negated;
      else add(ofToken(token));
    }
    return joined('or', [...found, joined('and', all)]);
  }

  #next(): QueryToken | undefined {
    return this.#tokens[this.#at++];
  }
}

/** AND says what is so anyway. */
function ofToken(token: QueryToken): Query | undefined {
  if (token.kind === 'word') return { kind: 'word', text: token.text };
  return token.kind === 'facet' ? { kind: 'facet', name: token.name, values: token.values } : undefined;
}

/** The opposite. */
export const negation = (query: Query): Query =>
  query.kind === 'not' ? query.of : { kind: 'not', of: query };

/** All or any of these, in the form that Query promises; undefined for nothing. */
export function joined(kind: 'and' | 'or', parts: readonly (Query | undefined)[]): Query | undefined {
  const of = parts.flatMap((part) => {
    if (part === undefined) return [];
    return part.kind === kind ? part.of : [part];
  });
  return of.length > 1 ? { kind, of } : of[0];
}

/** The parts that must all be. */
export const clausesOf = (query: Query): readonly Query[] => (query.kind === 'and' ? query.of : [query]);

/** Every facet a query names. */
export function facetsIn(query: Query): Set<FacetName> {
  if (query.kind === 'facet') return new Set([query.name]);
  if (query.kind === 'word') return new Set();
  const parts = query.kind === 'not' ? [query.of] : query.of;
  return new Set(parts.flatMap((part) => [...facetsIn(part)]));
}
