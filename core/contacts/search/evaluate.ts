// Answers a query: words by the search index, facets as sets of people, joined as the query says, best first.
import { search } from '#core/contacts/search-index.ts';
import type { SearchHits, SearchIndex } from '#core/contacts/search-index.ts';
import { hasBit, intersect, inverted, noBits, setBit, unite } from './bits.ts';
import type { Bits } from './bits.ts';
import { isOwnerWord, levelMeant } from './facets.ts';
import { bitsWhere, peopleWith, slotOf } from './facet-index.ts';
import type { FacetIndex } from './facet-index.ts';
import { clausesOf } from './query.ts';
import type { FacetQuery, Query } from './query.ts';
import { queryWords } from './words.ts';

/** What a query is asked of. */
export interface SearchedBook {
  readonly words: SearchIndex;
  readonly facets: FacetIndex;
  /** The owner's tie to each person by slot, as the place of its level; 0 where nothing is known. Only `level` asks. */
  readonly levels: Uint32Array;
  /** The owner's own card, where the book knows it. */
  readonly ownerId: number | undefined;
}

/**
 * Everybody whom the query means: first those in whose name all the words stand, then the others, in list order. What
 * says nothing (a facet with no usable value, a word without a letter) is left out of it, also under a NOT.
 */
export function findPeople(query: Query, book: SearchedBook): SearchHits {
  const words: string[] = [];
  const others: Query[] = [];
  for (const clause of clausesOf(query)) {
    if (clause.kind === 'word') words.push(clause.text);
    else others.push(clause);
  }
  const hits = search(book.words, words.join(' '));
  const within = new Evaluation(book).all(others);
  return within === undefined ? hits : kept(hits, within, book.facets);
}

/** The people found as a set; undefined where it is everybody. */
export function peopleFound(query: Query, book: SearchedBook): Bits | undefined {
  return new Evaluation(book).of(query);
}

/** Those of the hits who are within; the hits, which are nobody else's, are written over. */
function kept({ ids, byName }: SearchHits, within: Bits, facets: FacetIndex): SearchHits {
  let count = 0;
  let named = 0;
  for (let at = 0; at < ids.length; at += 1) {
    const id = ids[at]!;
    const slot = slotOf(facets, id);
    if (slot < 0 || !hasBit(within, slot)) continue;
    ids[count++] = id;
    if (at < byName) named += 1;
  }
  return { ids: ids.subarray(0, count), byName: named };
}

class Evaluation {
  readonly #book: SearchedBook;

  constructor(book: SearchedBook) {
    this.#book = book;
  }

  of(query: Query): Bits | undefined {
    switch (query.kind) {
      case 'word':
        return this.#word(query.text);
      case 'facet':
        return this.#facet(query);
      case 'not': {
        const bits = this.of(query.of);
        return bits === undefined ? undefined : inverted(bits);
      }
      case 'and':
        return this.all(query.of);
      case 'or':
        return this.#joined(query.of, unite);
    }
  }

  all(parts: readonly Query[]): Bits | undefined {
    return this.#joined(parts, intersect);
  }

  #joined(parts: readonly Query[], join: (bits: Bits, other: Bits) => void): Bits | undefined {
    let joined: Bits | undefined;
    for (const part of parts) {
      const bits = this.of(part);
      if (bits === undefined) continue;
      if (joined === undefined) joined = bits;
      else join(joined, bits);
    }
    return joined;
  }

  #word(text: string): Bits | undefined {
    if (queryWords(text).length === 0) return undefined;
    const { facets, words } = this.#book;
    const bits = noBits(facets.size);
    for (const id of search(words, text).ids) {
      const slot = slotOf(facets, id);
      if (slot >= 0) setBit(bits, slot);
    }
    return bits;
  }

  #facet(facet: FacetQuery): Bits | undefined {
    const { name, values } = facet;
    if (name === 'level') return this.#levels(facet);
    if (name === 'is') return values.some(({ text }) => isOwnerWord(text)) ? this.#owner() : undefined;
    return peopleWith(this.#book.facets, { name, values });
  }

  #levels({ values }: FacetQuery): Bits | undefined {
    const wanted = values.flatMap(({ text, exact }) => {
      const height = levelMeant(text);
      return height === undefined ? [] : [{ height, exact }];
    });
    if (wanted.length === 0) return undefined;
    return bitsWhere(this.#book.facets, this.#book.levels, (level) =>
      wanted.some(({ height, exact }) => (exact ? level === height : level >= height)),
    );
  }

  #owner(): Bits {
    const { facets, ownerId } = this.#book;
    const bits = noBits(facets.size);
    const slot = ownerId === undefined ? -1 : slotOf(facets, ownerId);
    if (slot >= 0) setBit(bits, slot);
    return bits;
  }
}
