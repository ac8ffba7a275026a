// What there is to choose from: the values of a facet with the number of people who have each.
import { TIE_LEVELS } from '#core/network/model.ts';
import { clearBit, hasBit, inverted, noBits, sharedBits } from './bits.ts';
import type { Bits } from './bits.ts';
import { FLAGS, isTextFacet, valueKey } from './facets.ts';
import type { FacetName, FacetValue, TextFacet } from './facets.ts';
import { isLike } from './facet-doc.ts';
import { slotOf } from './facet-index.ts';
import type { FacetIndex } from './facet-index.ts';
import { valueCount, valuesLike } from './facet-values.ts';
import { stringAt } from './index-build.ts';
import { peopleFound } from './evaluate.ts';
import type { SearchedBook } from './evaluate.ts';

/** A value to choose, and how many of the people asked about would be found by it. */
export interface ValueShare extends FacetValue {
  readonly people: number;
}

export interface ShareWish {
  /** Only these people are counted; undefined: everybody. */
  readonly among: Bits | undefined;
  /** Only values that are like this text, where the facet's values are words. */
  readonly text: string;
  readonly limit: number;
}

/** Room for the places of values beside their counts in one exact number. */
const PLACES = 2 ** 26;

/**
 * The values of a facet among some people. Words: those of most people first, then by name; years: newest first;
 * levels and what can be missing: all of them, in their order.
 */
export function valueShares(name: FacetName, book: SearchedBook, wish: ShareWish): ValueShare[] {
  if (isTextFacet(name)) return wordShares(name, book.facets, wish);
  const living = everybody(book.facets, wish.among);
  return fixedValues(name, book.facets)
    .map((value) => {
      const found = peopleFound({ kind: 'facet', name, values: [value] }, book);
      return { ...value, people: found === undefined ? 0 : sharedBits(living, found) };
    })
    .filter(({ people }) => people > 0)
    .slice(0, wish.limit);
}

/** Those who are still there. */
function everybody({ size, recent }: FacetIndex, among: Bits | undefined): Bits {
  const bits = among?.slice() ?? inverted(noBits(size));
  for (const [slot, doc] of recent) if (doc === undefined) clearBit(bits, slot);
  // A set that is the opposite of another goes on beyond the last person.
  for (let slot = size; slot < bits.length * 32; slot += 1) clearBit(bits, slot);
  return bits;
}

function fixedValues(name: Exclude<FacetName, TextFacet>, index: FacetIndex): FacetValue[] {
  const loose = (text: string): FacetValue => ({ text, exact: false });
  switch (name) {
    case 'level':
      return [...TIE_LEVELS.slice(1).toReversed().map(loose), { text: TIE_LEVELS[0], exact: true }];
    case 'has':
    case 'missing':
      return FLAGS.map(loose);
    case 'is':
      return [loose('owner')];
    default:
      return yearsOf(name, index).map(loose);
  }
}

function yearsOf(name: 'met' | 'since' | 'before', { base, recent }: FacetIndex): string[] {
  const years = new Set<string>();
  const docs = [...recent.values()].filter((doc) => doc !== undefined);
  if (name === 'met') {
    const { labels } = base.values.met;
    for (let at = 0; at < valueCount(base.values.met); at += 1) years.add(stringAt(labels, at).slice(0, 4));
    for (const doc of docs) for (const date of doc.values.met) years.add(date.slice(0, 4));
  } else {
    for (const day of base.since) years.add(yearOf(day));
    for (const { since } of docs) years.add(yearOf(since));
  }
  return [...years]
    .filter((year) => /^[1-9]\d{3}$/.test(year))
    .sort()
    .toReversed();
}

const yearOf = (day: number): string => String(Math.floor(day / 10_000));

/** The same of a facet whose values are words, which only the facets are asked of. */
export function wordShares(
  name: TextFacet,
  index: FacetIndex,
  { among, text, limit }: ShareWish,
): ValueShare[] {
  const values = index.base.values[name];
  const edited = editedShares(name, index, { among, text });
  const isCounted = (slot: number): boolean =>
    (among === undefined || hasBit(among, slot)) && !index.recent.has(slot);
  const places = text.trim() === '' ? undefined : valuesLike(values, name, { text, exact: false });
  const ranked = new Float64Array(places?.length ?? valueCount(values));
  ranked.forEach((_, at) => {
    const place = places?.[at] ?? at;
    let people = 0;
    for (let post = values.starts[place]!; post < values.starts[place + 1]!; post += 1)
      if (isCounted(values.slots[post]!)) people += 1;
    if (edited.size > 0) people += take(edited, stringAt(values.keys, place).slice(1, -1));
    ranked[at] = people === 0 ? 0 : people * PLACES + (PLACES - 1 - place);
  });
  const first = [...ranked.sort().subarray(-limit)].toReversed().filter((rank) => rank > 0);
  const shares = first.map((rank) => ({
    text: stringAt(values.labels, PLACES - 1 - (rank % PLACES)),
    exact: true,
    people: Math.floor(rank / PLACES),
  }));
  const added = [...edited.values()].map(({ label, people }) => ({ text: label, exact: true, people }));
  return [...shares, ...added].sort((a, b) => b.people - a.people).slice(0, limit);
}

interface EditedShare {
  readonly label: string;
  people: number;
}

/** The count of a value among the people edited since, which is then accounted for. */
function take(edited: Map<string, EditedShare>, key: string): number {
  const people = edited.get(key)?.people ?? 0;
  edited.delete(key);
  return people;
}

function editedShares(
  name: TextFacet,
  { recent }: FacetIndex,
  { among, text }: Pick<ShareWish, 'among' | 'text'>,
): Map<string, EditedShare> {
  const shares = new Map<string, EditedShare>();
  const isWanted = (value: string): boolean =>
    text.trim() === '' || isLike(name, value, { text, exact: false });
  for (const [slot, doc] of recent) {
    if (doc === undefined || (among !== undefined && !hasBit(among, slot))) continue;
    const own = new Map(doc.values[name].filter(isWanted).map((value) => [valueKey(value), value]));
    for (const [key, label] of own) {
      const share = shares.get(key);
      if (share === undefined) shares.set(key, { label, people: 1 });
      else share.people += 1;
    }
  }
  return shares;
}

/** The slots of people by key, for what the book knows by key only; those who are not in the index are left out. */
export function bySlot(
  index: FacetIndex,
  keys: ArrayLike<number>,
  valueAt: (at: number) => number,
): Uint32Array {
  const values = new Uint32Array(index.size);
  for (let at = 0; at < keys.length; at += 1) {
    const slot = slotOf(index, keys[at]!);
    if (slot >= 0) values[slot] = valueAt(at);
  }
  return values;
}
