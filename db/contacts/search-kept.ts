// The facets as the reader keeps them: made by the jobs thread when somebody first asks, brought up to date before every question.
import type { ContactId } from '#core/contacts/model.ts';
import { overFacetBase, withDocs } from '#core/contacts/search/facet-index.ts';
import type { FacetBase, FacetIndex } from '#core/contacts/search/facet-index.ts';
import type { ReadBook } from '#db/book.ts';
import type { Changes } from '#db/history/journal.ts';
import { facetDocs } from './search-facets.ts';

/** Past so many people edited one by one, another index is asked for; until it is there this one goes on. */
const RECENT_LIMIT = 500;

/** Past so many people edited and not asked about, reading everybody is the shorter way. */
const PENDING_LIMIT = 6000;

export class KeptFacets {
  readonly #book: ReadBook;
  readonly #ask: (version: number) => void;
  #index: FacetIndex | undefined;
  #coming = Promise.withResolvers<void>();
  #isAsked = false;
  /** How often everything has changed: an index read before the last time is of no use. */
  #version = 0;
  /** Whoever was changed since the index was last brought up to date. */
  #pending = new Set<ContactId>();
  /** Whoever was changed since another index was asked for: it may not know. */
  #sinceAsked = new Set<ContactId>();

  /** `ask` has the jobs thread read everybody; what it answers comes back to `adopt` with the same version. */
  constructor(book: ReadBook, ask: (version: number) => void) {
    this.#book = book;
    this.#ask = ask;
  }

  /** The facets with every change heard of so far. Waits for them where nobody has asked before. */
  async now(): Promise<FacetIndex> {
    // Everything may change once more while one waits.
    while (this.#index === undefined) {
      this.#askOnce();
      await this.#coming.promise;
    }
    if (this.#pending.size === 0) return this.#index;
    const ids = [...this.#pending];
    this.#pending.clear();
    this.#index = withDocs(this.#index, ids, facetDocs(this.#book, ids));
    if (this.#index.recent.size > RECENT_LIMIT) this.#askOnce();
    return this.#index;
  }

  heard({ facets }: Pick<Changes, 'facets'>): void {
    if (facets === 'all') return this.#startOver();
    for (const id of facets) {
      if (this.#index !== undefined) this.#pending.add(id);
      if (this.#isAsked) this.#sinceAsked.add(id);
    }
    if (this.#pending.size > PENDING_LIMIT) this.#startOver();
  }

  adopt({ base, version }: { readonly base: FacetBase; readonly version: number }): void {
    if (version !== this.#version) return;
    this.#index = overFacetBase(base);
    this.#pending = this.#sinceAsked;
    this.#sinceAsked = new Set();
    this.#isAsked = false;
    this.#coming.resolve();
  }

  #askOnce(): void {
    if (this.#isAsked) return;
    this.#isAsked = true;
    this.#ask(this.#version);
  }

  #startOver(): void {
    this.#version += 1;
    if (this.#index !== undefined) this.#coming = Promise.withResolvers<void>();
    this.#index = undefined;
    this.#pending = new Set();
    this.#sinceAsked = new Set();
    // Whoever waits is waiting for this one now.
    if (this.#isAsked) this.#ask(this.#version);
  }
}
