// Building the search index: sorted words, and behind each the people who have it.
import { nameWords, otherWords } from './words.ts';
import type { SearchDoc } from './words.ts';

/**
 * Strings laid end to end with their borders, so that a hundred thousand of them are two objects to the
 * garbage collector and cross to another thread as they are.
 */
export interface PackedStrings {
  readonly text: string;
  /** One more than there are strings: string `i` is `text.slice(ends[i], ends[i + 1])`. */
  readonly ends: Uint32Array;
}

/** What never changes until the next merge. People are numbered by place in the list, from 0. */
export interface SearchBase {
  readonly ids: Int32Array;
  readonly sortKeys: PackedStrings;
  /** All words, sorted by code unit, each once. */
  readonly words: PackedStrings;
  /** Word `i` has `postings[starts[i]]` up to `postings[starts[i + 1]]`. */
  readonly starts: Uint32Array;
  /** Twice the person's place, plus one where the word is part of their name. */
  readonly postings: Uint32Array;
}

export const stringAt = ({ text, ends }: PackedStrings, at: number): string =>
  text.slice(ends[at], ends[at + 1]);

/** List order: by sort key, then by id, so that equal names keep still. */
export function inListOrder(a: { sortKey: string; id: number }, b: { sortKey: string; id: number }): number {
  if (a.sortKey === b.sortKey) return a.id - b.id;
  return a.sortKey < b.sortKey ? -1 : 1;
}

/** Builds the part of the index that is looked up by binary search. */
export function buildBase(docs: readonly SearchDoc[]): SearchBase {
  const ordered = [...docs].sort(inListOrder);
  const collector = postingCollector();
  const wordsOfText = new Map<string, readonly string[]>();
  ordered.forEach((doc, place) => {
    for (const word of nameWords(doc.fn)) collector.add(word, place, true);
    for (const text of doc.more) {
      // Employers and events repeat thousands of times; folding them once is half of the build.
      let words = wordsOfText.get(text);
      if (words === undefined) {
        words = otherWords(text);
        wordsOfText.set(text, words);
      }
      for (const word of words) collector.add(word, place, false);
    }
  });
  return {
    ids: Int32Array.from(ordered, (doc) => doc.id),
    sortKeys: packed(ordered.map((doc) => doc.sortKey)),
    ...collector.finish(),
  };
}

export function packed(strings: readonly string[]): PackedStrings {
  const ends = new Uint32Array(strings.length + 1);
  let length = 0;
  strings.forEach((text, at) => {
    length += text.length;
    ends[at + 1] = length;
  });
  return { text: strings.join(''), ends };
}

export interface PostingCollector {
  /** A person's name words come first: a word is kept once a person, as part of the name if it is one. */
  readonly add: (word: string, place: number, inName: boolean) => void;
  /** Sorts the words and places every pair behind its word; people stay in list order within a word. */
  readonly finish: () => Pick<SearchBase, 'words' | 'starts' | 'postings'>;
}

/** Takes (word, person) pairs in list order and lays them out word by word. */
export function postingCollector(): PostingCollector {
  const wordIds = new Map<string, number>();
  let lastPlace: Int32Array<ArrayBuffer> = new Int32Array(1024).fill(-1);
  let pairs: Uint32Array<ArrayBuffer> = new Uint32Array(4096);
  let count = 0;
  const idOfWord = (word: string): number => {
    const known = wordIds.get(word);
    if (known !== undefined) return known;
    const wordId = wordIds.size;
    wordIds.set(word, wordId);
    if (wordId === lastPlace.length) {
      const wider = new Int32Array(wordId * 2).fill(-1);
      wider.set(lastPlace);
      lastPlace = wider;
    }
    return wordId;
  };
  return {
    add(word, place, inName) {
      const wordId = idOfWord(word);
      if (lastPlace[wordId] === place) return;
      lastPlace[wordId] = place;
      if (count + 2 > pairs.length) {
        const wider = new Uint32Array(pairs.length * 2);
        wider.set(pairs);
        pairs = wider;
      }
      pairs[count] = wordId;
      pairs[count + 1] = place * 2 + (inName ? 1 : 0);
      count += 2;
    },
    finish: () => laidOut(wordIds, pairs.subarray(0, count)),
  };
}

function laidOut(
  wordIds: ReadonlyMap<string, number>,
  pairs: Uint32Array,
): Pick<SearchBase, 'words' | 'starts' | 'postings'> {
  const words = [...wordIds.keys()].sort(byCodeUnit);
  const rank = new Uint32Array(words.length);
  words.forEach((word, at) => {
    rank[wordIds.get(word)!] = at;
  });
  const starts = new Uint32Array(words.length + 1);
  for (let at = 0; at < pairs.length; at += 2) starts[rank[pairs[at]!]! + 1]! += 1;
  for (let at = 0; at < words.length; at += 1) starts[at + 1]! += starts[at]!;
  const next = starts.slice();
  const postings = new Uint32Array(pairs.length / 2);
  for (let at = 0; at < pairs.length; at += 2) {
    const word = rank[pairs[at]!]!;
    postings[next[word]!] = pairs[at + 1]!;
    next[word]! += 1;
  }
  return { words: packed(words), starts, postings };
}

const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
