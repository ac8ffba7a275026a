// Who has which value of which facet, over the whole book: a facet becomes a set of people in a fraction of a millisecond.
import { clearBit, inverted, noBits, setBit, unite } from './bits.ts';
import type { Bits } from './bits.ts';
import { dayMeant, flagMeant, isUsable, isValueFacet } from './facets.ts';
import type { ValueFacet } from './facets.ts';
import { flagBit, isTrueOf } from './facet-doc.ts';
import type { DocFacet, FacetDoc, FacetTest } from './facet-doc.ts';
import { valuesLike } from './facet-values.ts';
import type { FacetValues } from './facet-values.ts';

/** Typed arrays and strings only, so that it crosses to another thread as it is. A person is a slot, from 0. */
export interface FacetBase {
  /** The keys of people by slot. */
  readonly ids: Float64Array;
  readonly values: Readonly<Record<ValueFacet, FacetValues>>;
  /** `flagBit`s by slot. */
  readonly flags: Uint32Array;
  /** The first day on record by slot, as a number. */
  readonly since: Uint32Array;
}

/** A base with what has changed since. Never changed in place; an edited one shares everything but the few edited. */
export interface FacetIndex {
  readonly base: FacetBase;
  /** How many slots there are: those of the base, and those of people added since. */
  readonly size: number;
  /** The slot of somebody of the base; -1 for others. */
  readonly baseSlot: (id: number) => number;
  /** The slots of people added since. */
  readonly added: ReadonlyMap<number, number>;
  /** By slot: people edited since, whole; undefined for those who are gone. */
  readonly recent: ReadonlyMap<number, FacetDoc | undefined>;
}

export const overFacetBase = (base: FacetBase): FacetIndex => ({
  base,
  size: base.ids.length,
  baseSlot: slotFinder(base.ids),
  added: new Map(),
  recent: new Map(),
});

/** A table where keys lie close together, as they do unless much was deleted; it is asked for everybody found. */
function slotFinder(ids: Float64Array): (id: number) => number {
  const last = ids.reduce((most, id) => Math.max(most, id), 0);
  if (last > 8 * ids.length + 65_536) {
    const slots = new Map(Array.from(ids, (id, slot) => [id, slot]));
    return (id) => slots.get(id) ?? -1;
  }
  const table = new Int32Array(last + 1).fill(-1);
  ids.forEach((id, slot) => (table[id] = slot));
  return (id) => table[id] ?? -1;
}

/** The slot of somebody; -1 for somebody who is not in the index. */
export function slotOf({ baseSlot, added }: Pick<FacetIndex, 'baseSlot' | 'added'>, id: number): number {
  const slot = baseSlot(id);
  return slot >= 0 ? slot : (added.get(id) ?? -1);
}

/** The index after some people changed or went: those of `ids` who are not among `docs` are gone. */
export function withDocs(index: FacetIndex, ids: readonly number[], docs: readonly FacetDoc[]): FacetIndex {
  const found = new Map(docs.map((doc) => [doc.id, doc]));
  const recent = new Map(index.recent);
  const added = new Map(index.added);
  const slots = { baseSlot: index.baseSlot, added };
  for (const id of ids) {
    if (slotOf(slots, id) < 0) added.set(id, index.base.ids.length + added.size);
    recent.set(slotOf(slots, id), found.get(id));
  }
  return { ...index, size: index.base.ids.length + added.size, added, recent };
}

/** Everybody of whom a facet is true; undefined where it can use none of its values, and so says nothing. */
export function peopleWith(index: FacetIndex, test: FacetTest): Bits | undefined {
  const { name, values } = test;
  const usable = values.filter(({ text }) => isUsable(name, text));
  const asksForAny = values.length === 0 && isValueFacet(name);
  if (usable.length === 0 && !asksForAny) return undefined;
  const bits = noBits(index.size);
  if (isValueFacet(name)) addHolders(bits, index.base.values[name], { name, values: usable });
  else for (const { text } of usable) unite(bits, TESTED[name](index, text));
  for (const [slot, doc] of index.recent) {
    if (doc !== undefined && isTrueOf(doc, test)) setBit(bits, slot);
    else clearBit(bits, slot);
  }
  return bits;
}

function addHolders(
  bits: Bits,
  all: FacetValues,
  { name, values }: FacetTest & { readonly name: ValueFacet },
): void {
  const { slots, starts } = all;
  if (values.length === 0) for (const slot of slots) setBit(bits, slot);
  for (const wanted of values) {
    for (const value of valuesLike(all, name, wanted))
      for (let at = starts[value]!; at < starts[value + 1]!; at += 1) setBit(bits, slots[at]!);
  }
}

// They are asked about usable values only, which mean something.
const TESTED: Readonly<Record<Exclude<DocFacet, ValueFacet>, (index: FacetIndex, text: string) => Bits>> = {
  since(index, text) {
    const from = dayMeant(text)!;
    return bitsWhere(index, index.base.since, (day) => day >= from);
  },
  before(index, text) {
    const to = dayMeant(text)!;
    return bitsWhere(index, index.base.since, (day) => day < to);
  },
  has: (index, text) => flagged(index, text),
  missing: (index, text) => inverted(flagged(index, text)),
};

function flagged(index: FacetIndex, text: string): Bits {
  const bit = flagBit(flagMeant(text)!);
  return bitsWhere(index, index.base.flags, (flags) => (flags & bit) !== 0);
}

/** The people whose value by slot passes; somebody without one does not. One kind of array: two would be half as fast. */
export function bitsWhere(
  { size }: Pick<FacetIndex, 'size'>,
  values: Uint32Array,
  test: (value: number) => boolean,
): Bits {
  const bits = noBits(size);
  for (let slot = 0; slot < values.length; slot += 1) if (test(values[slot]!)) setBit(bits, slot);
  return bits;
}
