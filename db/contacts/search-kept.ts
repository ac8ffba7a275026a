// The facets as the reader keeps them: read by the jobs thread after opening, brought up to date before every question.
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

/** How the jobs thread is told. */
export interface FacetAsking {
  /** Another index is needed, at leisure; it comes with this number. */
  readonly another: (asked: number) => void;
  /** Somebody waits for the one that is being read. */
  readonly hurry: () => void;
}

export class KeptFacets {
  readonly #book: ReadBook;
  readonly #ask: FacetAsking;
  #index: FacetIndex | undefined;
  #coming = Promise.withResolvers<void>();
  /** An index is being read: from the opening on, and after everything has changed, without being asked for. */
  #isComing = true;
  /** How often everything has changed: an index read before the last time is of no use. */
  #version = 0;
  /** How often another one was asked for: one that was under way before the last time does not know enough. */
  #asked = 0;
  /** Whoever was changed since the index was last brought up to date. */
  #pending = new Set<ContactId>();
  /** Whoever was changed since the coming index may have been begun: it may not know. */
  #sinceBegun = new Set<ContactId>();

  constructor(book: ReadBook, ask: FacetAsking) {
    this.#book = book;
    this.#ask = ask;
  }

  /** The facets with every change heard of so far. Waits for them right after opening or bulk work. */
  async now(): Promise<FacetIndex> {
    // Everything may change once more while one waits.
    while (this.#index === undefined) {
      this.#ask.hurry();
      await this.#coming.promise;
    }
    if (this.#pending.size === 0) return this.#index;
    const ids = [...this.#pending];
    this.#pending.clear();
    this.#index = withDocs(this.#index, ids, facetDocs(this.#book, ids));
    if (this.#index.recent.size > RECENT_LIMIT && !this.#isComing) {
      this.#isComing = true;
      this.#ask.another((this.#asked += 1));
    }
    return this.#index;
  }

  heard({ contacts, facets }: Pick<Changes, 'contacts' | 'facets'>): void {
    if (contacts === 'all') return this.#startOver();
    if (facets === 'all') return this.#askAnew();
    for (const id of facets) {
      if (this.#index !== undefined) this.#pending.add(id);
      if (this.#isComing) this.#sinceBegun.add(id);
    }
    if (this.#pending.size > PENDING_LIMIT) this.#askAnew();
  }

  /** Too much has changed to be read one by one, and the jobs thread does not know that the facets have. */
  #askAnew(): void {
    this.#drop();
    this.#ask.another((this.#asked += 1));
  }

  /** `version`: how often everything had changed, as far as the jobs thread knew, when it began. */
  adopt({
    base,
    version,
    asked,
  }: {
    readonly base: FacetBase;
    readonly version: number;
    readonly asked: number;
  }): void {
    if (version !== this.#version || asked !== this.#asked) return;
    this.#index = overFacetBase(base);
    this.#pending = this.#sinceBegun;
    this.#sinceBegun = new Set();
    this.#isComing = false;
    this.#coming.resolve();
  }

  #startOver(): void {
    // The jobs thread has heard the same and reads it.
    this.#version += 1;
    this.#drop();
  }

  #drop(): void {
    // Whoever waits already goes on waiting, for the next one.
    if (this.#index !== undefined) this.#coming = Promise.withResolvers<void>();
    this.#index = undefined;
    this.#isComing = true;
    this.#pending = new Set();
    this.#sinceBegun = new Set();
  }
}
