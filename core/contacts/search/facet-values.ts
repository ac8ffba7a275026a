// The values of one facet: each once, whoever has it behind it, laid out so that it crosses to another thread as it is.
import { datesMeant, valueKey } from './facets.ts';
import type { FacetValue, ValueFacet } from './facets.ts';
import { packed, stringAt } from './index-build.ts';
import type { PackedStrings } from './index-build.ts';
import { isUnspaced } from './words.ts';
import { tokens } from '#core/shared/fold.ts';

/** In the order of their keys. */
export interface FacetValues {
  /** The folded words of each value, a space before every word, a line feed after the last. */
  readonly keys: PackedStrings;
  /** Each value as most people have it written. */
  readonly labels: PackedStrings;
  /** Of tags: however else each is written, a line each; of other facets nothing. */
  readonly otherwise: PackedStrings;
  /** Value `i` is that of `slots[starts[i]]` up to `slots[starts[i + 1]]`. */
  readonly starts: Uint32Array;
  readonly slots: Uint32Array;
}

/** Days are kept as they are; other values as `valueKey` says. */
const keyOf = (facet: ValueFacet, text: string): string => (facet === 'met' ? text : valueKey(text));

/** One way of writing a value, and how often it is written so. */
interface Spelling {
  readonly text: string;
  /** The place of its value. */
  readonly at: number;
  count: number;
}

interface Kind {
  readonly key: string;
  readonly spellings: Spelling[];
}

/** Collects who has which value of one facet, in any order. */
export class ValueCollector {
  readonly #facet: ValueFacet;
  readonly #kinds: Kind[] = [];
  readonly #byKey = new Map<string, number>();
  readonly #byText = new Map<string, Spelling>();
  /** Pairs of a value and a person. */
  readonly #pairs: number[] = [];

  constructor(facet: ValueFacet) {
    this.#facet = facet;
  }

  add(slot: number, text: string): void {
    // Employers repeat thousands of times; folding them once is most of the work.
    const spelling = this.#byText.get(text) ?? this.#newSpelling(text);
    spelling.count += 1;
    this.#pairs.push(spelling.at, slot);
  }

  #newSpelling(text: string): Spelling {
    const key = keyOf(this.#facet, text);
    let at = this.#byKey.get(key);
    if (at === undefined) {
      at = this.#kinds.length;
      this.#kinds.push({ key, spellings: [] });
      this.#byKey.set(key, at);
    }
    const spelling = { text, at, count: 0 };
    this.#kinds[at]!.spellings.push(spelling);
    this.#byText.set(text, spelling);
    return spelling;
  }

  finish(): FacetValues {
    const order = this.#kinds.map((kind, at) => ({ ...kind, at }));
    order.sort((a, b) => (a.key < b.key ? -1 : 1));
    const rank = new Uint32Array(order.length);
    order.forEach(({ at }, place) => (rank[at] = place));
    return {
      keys: packed(order.map(({ key }) => ` ${key}\n`)),
      labels: packed(order.map(({ spellings }) => mostWritten(spellings))),
      otherwise: packed(this.#facet === 'tag' ? order.map(({ spellings }) => others(spellings)) : []),
      ...laidOut(this.#pairs, rank),
    };
  }
}

function mostWritten(spellings: readonly Spelling[]): string {
  let best = '';
  let most = 0;
  for (const { text, count } of spellings) {
    if (count > most || (count === most && text < best)) [best, most] = [text, count];
  }
  return best;
}

function others(spellings: readonly Spelling[]): string {
  if (spellings.length === 1) return '';
  const label = mostWritten(spellings);
  return spellings.flatMap(({ text }) => (text === label ? [] : [text])).join('\n');
}

/** Sorts pairs of value and person by value; a person stands once behind a value. */
function laidOut(pairs: readonly number[], rank: Uint32Array): Pick<FacetValues, 'starts' | 'slots'> {
  const next = new Uint32Array(rank.length + 1);
  for (let at = 0; at < pairs.length; at += 2) next[rank[pairs[at]!]! + 1]! += 1;
  for (let at = 0; at < rank.length; at += 1) next[at + 1]! += next[at]!;
  const ends = next.slice(1);
  const all = new Uint32Array(pairs.length / 2);
  for (let at = 0; at < pairs.length; at += 2) all[next[rank[pairs[at]!]!]!++] = pairs[at + 1]!;
  const starts = new Uint32Array(rank.length + 1);
  let kept = 0;
  ends.forEach((end, value) => {
    const from = value === 0 ? 0 : ends[value - 1]!;
    const own = all.subarray(from, end).sort();
    own.forEach((slot, at) => {
      // `kept` never runs ahead of what is read.
      if (at === 0 || slot !== own[at - 1]) all[kept++] = slot;
    });
    starts[value + 1] = kept;
  });
  return { starts, slots: all.slice(0, kept) };
}

export const valueCount = ({ labels }: FacetValues): number => labels.ends.length - 1;

/** The places of the values that are what was typed, ascending. The same as `isLike`, for many values at once. */
export function valuesLike(values: FacetValues, facet: ValueFacet, wanted: FacetValue): number[] {
  if (facet === 'met') return placesOf(values.keys, ` ${datesMeant(wanted.text) ?? '\0'}`, () => true);
  const words = tokens(wanted.text);
  if (wanted.exact || words.length === 0) {
    const whole = ` ${valueKey(wanted.text)}\n`;
    return placesOf(values.keys, whole, (key) => key === whole);
  }
  const parts = words
    .map((word) => (isUnspaced(word) ? word : ` ${word}`))
    .sort((a, b) => b.length - a.length);
  return placesOf(values.keys, parts[0]!, (key) => parts.every((part) => key.includes(part)));
}

/** The places of the strings that hold `part` and pass the test. One walk over the text. */
function placesOf(strings: PackedStrings, part: string, test: (text: string) => boolean): number[] {
  const { text, ends } = strings;
  const found: number[] = [];
  let place = 0;
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, ends[place + 1])) {
    while (ends[place + 1]! <= at) place += 1;
    if (test(stringAt(strings, place))) found.push(place);
  }
  return found;
}
