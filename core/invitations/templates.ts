// One message from several inviters: a template is visible in the owner's own list, word for word or nearly so.
import { fold } from '#core/shared/fold.ts';
import { readMessage } from './message.ts';
import { BANDS, type Gist, gistOf, likeness, ROWS } from './shingles.ts';
import { words } from './words.ts';

/**
 * A key that is equal for two messages saying the same, whoever signs: folded words without the inviter's own
 * name. Undefined when the message says nothing (stock and generic text prove no template).
 */
export function messageKey(message: string, inviterFn: string): string | undefined {
  const { note } = readMessage(message);
  if (note !== 'own') return undefined;
  const own = new Set(fold(inviterFn).split(/[^\p{L}\p{N}]+/u));
  const rest = words(message).filter((word) => !own.has(word.text));
  return rest.length < 6 ? undefined : rest.map((word) => word.text).join(' ');
}

/** Word pairs two notes must share to count as one template with a few words filled in. */
export const NEARLY = 0.5;
/** Inviters named for one note; a template sent by hundreds is known after a few. */
const MOST_NAMED = 20;
const MOST_COMPARED = 100;

/** One received note: who sent it and its `messageKey`. */
export interface ReceivedNote {
  readonly fn: string;
  /** Whose two invitations are one inviter's. */
  readonly inviter: string;
  readonly key: string;
}

/** Others who sent the same note, by name, each once. */
export interface Senders {
  readonly same: readonly string[];
  readonly nearly: readonly string[];
}

/**
 * All notes the owner received, ready to be asked who else sent one: MinHash sketches in bands of a hash table
 * (Leskovec, Rajaraman, Ullman, “Mining of Massive Datasets”, ch. 3), every candidate then compared exactly. Notes
 * come and go one by one; a question looks at the few that share a band, never at all.
 */
export class ReceivedNotes {
  readonly #notes = new Map<number, ReceivedNote & { readonly gist: Gist | undefined }>();
  readonly #bands = new Map<number, Set<number>>();
  readonly #byKey = new Map<string, Set<number>>();

  get size(): number {
    return this.#notes.size;
  }

  ids(): IterableIterator<number> {
    return this.#notes.keys();
  }

  /** Takes a note in, or what has changed of it. */
  keep(id: number, note: ReceivedNote): void {
    const known = this.#notes.get(id);
    if (known?.key === note.key && known.fn === note.fn && known.inviter === note.inviter) return;
    this.remove(id);
    const gist = gistOf(note.key);
    this.#notes.set(id, { ...note, gist });
    added(this.#byKey, note.key, id);
    for (const band of bandsOf(gist)) added(this.#bands, band, id);
  }

  remove(id: number): void {
    const note = this.#notes.get(id);
    if (note === undefined) return;
    this.#notes.delete(id);
    taken(this.#byKey, note.key, id);
    for (const band of bandsOf(note.gist)) taken(this.#bands, band, id);
  }

  /** Who else sent this note, exactly and nearly; in the order received (by id). Nobody for an unknown id. */
  sendersOf(id: number): Senders {
    const note = this.#notes.get(id);
    if (note === undefined) return { same: [], nearly: [] };
    const same = this.#named(note, this.#byKey.get(note.key) ?? []);
    const near = this.#near(note);
    return { same, nearly: this.#named(note, near).filter((fn) => !same.includes(fn)) };
  }

  #near({ gist, key }: Pick<ReceivedNote, 'key'> & { readonly gist: Gist | undefined }): number[] {
    if (gist === undefined) return [];
    const looked = new Set<number>();
    const found: number[] = [];
    for (const band of bandsOf(gist)) {
      for (const id of this.#bands.get(band) ?? []) {
        // A template sent by hundreds is plain after a few; a busy table is not worth more.
        if (found.length >= MOST_NAMED || looked.size >= MOST_COMPARED)
          return found.toSorted((a, b) => a - b);
        if (looked.has(id)) continue;
        looked.add(id);
        const other = this.#notes.get(id);
        if (other?.gist === undefined || other.key === key) continue;
        if (likeness(gist, other.gist) >= NEARLY) found.push(id);
      }
    }
    return found.toSorted((a, b) => a - b);
  }

  #named(note: ReceivedNote, ids: Iterable<number>): string[] {
    const names = new Set<string>();
    for (const id of ids) {
      const other = this.#notes.get(id);
      if (other === undefined || other.inviter === note.inviter) continue;
      names.add(other.fn);
      if (names.size >= MOST_NAMED) break;
    }
    return [...names];
  }
}

/** One number a band: its place and the rows in it. */
function bandsOf(gist: Gist | undefined): number[] {
  if (gist === undefined) return [];
  return Array.from({ length: BANDS }, (_, band) => {
    let hash = Math.imul(band + 1, 0x9e_37_79_b1);
    for (let row = 0; row < ROWS; row += 1)
      hash = Math.imul(hash ^ (gist.sketch[band * ROWS + row] ?? 0), 0x85_eb_ca_6b) ^ (hash >>> 15);
    // Bands must not meet in one table: the place takes the upper digits.
    return band * 0x1_00_00_00_00 + (hash >>> 0);
  });
}

function added<Key>(map: Map<Key, Set<number>>, key: Key, id: number): void {
  const ids = map.get(key);
  if (ids) ids.add(id);
  else map.set(key, new Set([id]));
}

function taken<Key>(map: Map<Key, Set<number>>, key: Key, id: number): void {
  const ids = map.get(key);
  ids?.delete(id);
  if (ids?.size === 0) map.delete(key);
}
