// Finding people by a query: plain words by the search index alone, facets with what only they need.
import { ContactId } from '#core/contacts/model.ts';
import type { ContactSummary } from '#core/contacts/model.ts';
import { search } from '#core/contacts/search-index.ts';
import type { SearchHits } from '#core/contacts/search-index.ts';
import { findPeople, peopleFound } from '#core/contacts/search/evaluate.ts';
import type { SearchedBook } from '#core/contacts/search/evaluate.ts';
import type { FacetName } from '#core/contacts/search/facets.ts';
import { bySlot, valueShares } from '#core/contacts/search/facet-shares.ts';
import type { ValueShare } from '#core/contacts/search/facet-shares.ts';
import { clausesOf, facetsIn, parseQuery } from '#core/contacts/search/query.ts';
import { heightOf } from '#core/network/link.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReaderThread } from '#db/reader-thread.ts';
import { ownerId } from '#db/settings/queries.ts';
import { idsInOrder, summaries } from './queries.ts';

interface Page {
  readonly offset: number;
  readonly limit: number;
}

/** One window of those whom a query finds, best first. */
export async function foundPage(
  reader: ReaderThread,
  { text, page }: { readonly text: string; readonly page: Page },
  now: DateTime,
): Promise<{ total: number; rows: ContactSummary[] }> {
  const { ids } = await found(reader, text, now);
  return { total: ids.length, rows: rowsOf(reader, ids, page) };
}

/** Everybody whom a query finds, best first. */
export const idsFound = async (reader: ReaderThread, text: string, now: DateTime): Promise<Int32Array> =>
  (await found(reader, text, now)).ids;

/** The few best matches for a name being typed, which is words and nothing else. */
export async function bestMatches(
  reader: ReaderThread,
  { text, limit }: { readonly text: string; readonly limit: number },
): Promise<ContactSummary[]> {
  return rowsOf(reader, search(await reader.index(), text).ids, { offset: 0, limit });
}

/** What can be chosen of a facet, counted among those whom a query finds. */
export async function facetValues(
  reader: ReaderThread,
  asked: {
    readonly text: string;
    readonly facet: FacetName;
    readonly find: string;
    readonly limit: number;
  },
  now: DateTime,
): Promise<ValueShare[]> {
  const { query } = parseQuery(asked.text);
  const book = await searched(reader, new Set([...facetsIn(query), asked.facet]), now);
  const among = peopleFound(query, book);
  return valueShares(asked.facet, book, { among, text: asked.find, limit: asked.limit });
}

/** One stretch of the keys of those whom a query finds; everybody, in list order, where it is empty. */
export async function keysFound(
  reader: ReaderThread,
  { text, offset, limit }: { readonly text: string } & Page,
  now: DateTime,
): Promise<ContactId[]> {
  if (text.trim() === '') return idsInOrder(reader.book, offset, limit);
  const { ids } = await found(reader, text, now);
  return Array.from(ids.slice(offset, offset + limit), (id) => ContactId.parse(id));
}

async function found(reader: ReaderThread, text: string, now: DateTime): Promise<SearchHits> {
  const { query } = parseQuery(text);
  const clauses = clausesOf(query);
  const words = clauses.flatMap((clause) => (clause.kind === 'word' ? [clause.text] : []));
  if (words.length === clauses.length) return search(await reader.index(), words.join(' '));
  return findPeople(query, await searched(reader, facetsIn(query), now));
}

const NO_LEVELS = new Uint32Array();

async function searched(
  reader: ReaderThread,
  names: ReadonlySet<FacetName>,
  now: DateTime,
): Promise<SearchedBook> {
  const graph = names.has('level') ? await reader.network(now) : undefined;
  const facets = await reader.facets();
  // Last, so that whoever is found is there.
  const words = await reader.index();
  return {
    words,
    facets,
    levels: graph === undefined ? NO_LEVELS : bySlot(facets, graph.ids, (node) => heightOf(graph.own[node]!)),
    ownerId: names.has('is') ? ownerId(reader.book) : undefined,
  };
}

const rowsOf = (reader: ReaderThread, ids: Int32Array, { offset, limit }: Page): ContactSummary[] =>
  summaries(
    reader.book,
    Array.from(ids.slice(offset, offset + limit), (id) => ContactId.parse(id)),
  );
