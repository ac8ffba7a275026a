// Search as you type over the whole book: every word typed must begin a word of the person.
import { buildBase, inListOrder, packed, postingCollector, stringAt } from './search/index-build.ts';
import type { SearchBase } from './search/index-build.ts';
import { nameWords, otherWords, queryWords } from './search/words.ts';
import type { SearchDoc } from './search/words.ts';

export type { SearchDoc } from './search/words.ts';

/** A person edited since the last merge. */
interface RecentDoc {
  readonly id: number;
  readonly sortKey: string;
  /** How many people of the base stand before them in the list. */
  readonly rank: number;
  readonly nameWords: readonly string[];
  readonly otherWords: readonly string[];
}

/**
 * The index: typed arrays and strings only, so it crosses to another thread as it is. Never changed in place;
 * an edited index shares everything but the few people edited.
 */
export interface SearchIndex {
  readonly base: SearchBase;
  /** One bit a person of the base: edited or removed since, so no longer found there. */
  readonly hidden: Uint8Array;
  readonly hiddenCount: number;
  /** In list order. */
  readonly recent: readonly RecentDoc[];
}

/** The memory to hand over, rather than to copy, when an index that has just been built is sent to another thread. */
export const buffersOfIndex = ({ base, hidden }: SearchIndex): ArrayBuffer[] =>
  [base.ids, base.sortKeys.ends, base.words.ends, base.starts, base.postings, hidden].map(
    ({ buffer }) => buffer as ArrayBuffer, // nothing here is made on shared memory
  );

export interface SearchHits {
  /** People found: first those whose name has every word, then the others, each group in list order. */
  readonly ids: Int32Array;
  /** How many of them were found by name alone. */
  readonly byName: number;
}

export interface SearchEdits {
  /** People new or changed, whole. */
  readonly changed: readonly SearchDoc[];
  readonly removed: readonly number[];
}

/** So many recently edited people are matched one by one before they are merged into the base. */
const RECENT_LIMIT = 2000;
/** A person's mark is one byte; nobody types more words than this. */
const WORD_LIMIT = 200;

/** The index over all people, given in any order, each id once. Linear in the text, sorts people and words. */
export const buildSearchIndex = (docs: readonly SearchDoc[]): SearchIndex => overBase(buildBase(docs));

const overBase = (base: SearchBase): SearchIndex => ({
  base,
  hidden: new Uint8Array(Math.ceil(base.ids.length / 8)),
  hiddenCount: 0,
  recent: [],
});

/** How many people the index holds. */
export const searchSize = (index: SearchIndex): number =>
  index.base.ids.length - index.hiddenCount + index.recent.length;

/**
 * Everybody in whom each word of `text` begins some word of the name, organisation, e-mail address or event,
 * whatever the case, accents or width; inside Chinese, Japanese and Korean runs a word may begin anywhere.
 * Text without a single letter or digit finds everybody, in list order.
 */
export function search(index: SearchIndex, text: string): SearchHits {
  const words = queryWords(text).slice(0, WORD_LIMIT);
  return hitsOf(index, words.length, markBase(index.base, words), (doc) => matchOf(doc, words));
}

interface Marks {
  readonly name: Uint8Array;
  readonly any: Uint8Array;
}

/** Counts for every person how many of the words they have, in the name and anywhere. */
function markBase(base: SearchBase, words: readonly string[]): Marks {
  const name = new Uint8Array(base.ids.length);
  const any = new Uint8Array(base.ids.length);
  words.forEach((word, count) => {
    const from = base.starts[firstAtLeast(base, word)]!;
    const to = base.starts[firstAtLeast(base, `${word}\uffff`)]!;
    for (let at = from; at < to; at += 1) {
      const posting = base.postings[at]!;
      const place = posting >>> 1;
      if (any[place] === count) any[place] = count + 1;
      if ((posting & 1) === 1 && name[place] === count) name[place] = count + 1;
    }
  });
  return { name, any };
}

/** The place of the first word that is not before `word`; folded text never holds U+FFFF. */
function firstAtLeast({ words }: SearchBase, word: string): number {
  let low = 0;
  let high = words.ends.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (stringAt(words, middle) < word) low = middle + 1;
    else high = middle;
  }
  return low;
}

function matchOf(doc: RecentDoc, words: readonly string[]): 'name' | 'other' | 'none' {
  const begins = (list: readonly string[]) => (word: string) => list.some((one) => one.startsWith(word));
  const inName = begins(doc.nameWords);
  if (words.every(inName)) return 'name';
  const inOther = begins(doc.otherWords);
  return words.every((word) => inName(word) || inOther(word)) ? 'other' : 'none';
}

/** One walk down the list: the people with all `count` words, parted by where the words were found. */
function hitsOf(
  { base, hidden, hiddenCount, recent }: SearchIndex,
  count: number,
  marks: Marks,
  match: (doc: RecentDoc) => 'name' | 'other' | 'none',
): SearchHits {
  const ids = new Int32Array(base.ids.length + recent.length);
  const others = new Int32Array(ids.length);
  let byName = 0;
  let byOther = 0;
  let at = 0;
  const takeRecent = (rank: number): number => {
    for (; at < recent.length && recent[at]!.rank === rank; at += 1) {
      const found = match(recent[at]!);
      if (found === 'name') ids[byName++] = recent[at]!.id;
      else if (found === 'other') others[byOther++] = recent[at]!.id;
    }
    return recent[at]?.rank ?? -1;
  };
  let nextRank = recent[0]?.rank ?? -1;
  for (let place = 0; place < base.ids.length; place += 1) {
    if (place === nextRank) nextRank = takeRecent(place);
    if (marks.any[place] !== count || (hiddenCount > 0 && isHidden(hidden, place))) continue;
    if (marks.name[place] === count) ids[byName++] = base.ids[place]!;
    else others[byOther++] = base.ids[place]!;
  }
  takeRecent(base.ids.length);
  ids.set(others.subarray(0, byOther), byName);
  return { ids: ids.slice(0, byName + byOther), byName };
}

const isHidden = (hidden: Uint8Array, place: number): boolean =>
  ((hidden[place >>> 3]! >>> (place & 7)) & 1) === 1;

/**
 * The index after some people changed or went: a few edits cost microseconds, and past a couple of thousand
 * they are merged into the base. An id given in both lists is removed; a repeated one counts as last given.
 */
export function applyEdits(index: SearchIndex, edits: SearchEdits): SearchIndex {
  const removed = new Set(edits.removed);
  const changed = new Map(edits.changed.map((doc) => [doc.id, doc]));
  for (const id of removed) changed.delete(id);
  const touched = new Set([...removed, ...changed.keys()]);
  const hidden = index.hidden.slice();
  let hiddenCount = index.hiddenCount;
  const hide = (place: number): void => {
    if (isHidden(hidden, place)) return;
    hidden[place >>> 3]! |= 1 << (place & 7);
    hiddenCount += 1;
  };
  for (const place of placesOf(index.base, touched)) hide(place);
  const recent = index.recent.filter((doc) => !touched.has(doc.id));
  for (const doc of changed.values()) recent.push(recentDoc(index.base, doc));
  const edited = { base: index.base, hidden, hiddenCount, recent: recent.sort(inListOrder) };
  return recent.length > RECENT_LIMIT ? mergeEdits(edited) : edited;
}

function placesOf(base: SearchBase, ids: ReadonlySet<number>): number[] {
  const places: number[] = [];
  if (ids.size < 16) {
    for (const id of ids) {
      const place = base.ids.indexOf(id);
      if (place >= 0) places.push(place);
    }
    return places;
  }
  base.ids.forEach((id, place) => {
    if (ids.has(id)) places.push(place);
  });
  return places;
}

function recentDoc(base: SearchBase, doc: SearchDoc): RecentDoc {
  return {
    id: doc.id,
    sortKey: doc.sortKey,
    rank: rankIn(base, doc),
    nameWords: nameWords(doc.fn),
    otherWords: doc.more.flatMap(otherWords),
  };
}

function rankIn({ ids, sortKeys }: SearchBase, doc: SearchDoc): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (inListOrder({ sortKey: stringAt(sortKeys, middle), id: ids[middle]! }, doc) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * The same index with all recent edits laid into the base, without needing the people again. Takes a moment
 * at a hundred thousand people: worth doing when nobody is typing.
 */
export function mergeEdits(index: SearchIndex): SearchIndex {
  if (index.recent.length === 0 && index.hiddenCount === 0) return index;
  const { base } = index;
  const { ids } = search(index, '');
  const placeOf = new Map<number, number>();
  ids.forEach((id, place) => placeOf.set(id, place));
  const sortKeys = Array.from(ids, () => '');
  const collector = postingCollector();
  addBase(index, (place) => placeOf.get(base.ids[place]!)!, { sortKeys, collector });
  const recentInOrder = index.recent.map((doc) => ({ doc, place: placeOf.get(doc.id)! }));
  for (const { doc, place } of recentInOrder) {
    sortKeys[place] = doc.sortKey;
    for (const word of doc.nameWords) collector.add(word, place, true);
    for (const word of doc.otherWords) collector.add(word, place, false);
  }
  return overBase({ ids, sortKeys: packed(sortKeys), ...collector.finish() });
}

interface Merge {
  readonly sortKeys: string[];
  readonly collector: ReturnType<typeof postingCollector>;
}

function addBase(
  index: SearchIndex,
  newPlace: (place: number) => number,
  { sortKeys, collector }: Merge,
): void {
  const { base, hidden } = index;
  for (let place = 0; place < base.ids.length; place += 1) {
    if (!isHidden(hidden, place)) sortKeys[newPlace(place)] = stringAt(base.sortKeys, place);
  }
  for (let word = 0; word + 1 < base.words.ends.length; word += 1) {
    const text = stringAt(base.words, word);
    for (let at = base.starts[word]!; at < base.starts[word + 1]!; at += 1) {
      const posting = base.postings[at]!;
      if (!isHidden(hidden, posting >>> 1)) collector.add(text, newPlace(posting >>> 1), (posting & 1) === 1);
    }
  }
}
