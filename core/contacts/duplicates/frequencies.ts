// How common each value is in this book: sharing a rare one says more (term-frequency adjustment, Winkler 1989).
import { BDAY, EMAIL, FAMILY, GIVEN, IDENTIFIER, ORG, PLACE, PROFILE, TEL, TITLE } from './agreement.ts';
import type { Prepared } from './prepared.ts';

/** Occurrences by value; what a value is, depends on the field. */
export interface Frequencies {
  readonly given: Map<number, number>;
  readonly family: Map<number, number>;
  readonly values: Map<number, number>;
  readonly bdays: Map<number, number>;
  readonly places: Map<number, number>;
  readonly orgs: Map<number, number>;
  readonly titles: Map<number, number>;
  /** Records that have the field at all. */
  readonly known: Float64Array;
}

/**
 * What the world outside the book adds: how often one typical value occurs, and the number of records that knowledge is
 * worth. It keeps a name that is alone in a book of fifty from passing for a rarity.
 */
const WORLD: ReadonlyMap<number, { readonly chance: number; readonly worth: number }> = new Map([
  [PROFILE, { chance: 1e-7, worth: 1000 }],
  [EMAIL, { chance: 1e-6, worth: 1000 }],
  [TEL, { chance: 1e-6, worth: 1000 }],
  [IDENTIFIER, { chance: 1e-7, worth: 1000 }],
  [GIVEN, { chance: 0.003, worth: 300 }],
  [FAMILY, { chance: 0.0007, worth: 1000 }],
  [BDAY, { chance: 4e-5, worth: 20_000 }],
  [PLACE, { chance: 0.003, worth: 300 }],
  [ORG, { chance: 0.002, worth: 300 }],
  [TITLE, { chance: 0.01, worth: 100 }],
]);

export const frequencies = (fields: number): Frequencies => ({
  given: new Map(),
  family: new Map(),
  values: new Map(),
  bdays: new Map(),
  places: new Map(),
  orgs: new Map(),
  titles: new Map(),
  known: new Float64Array(fields),
});

/** Counts a record in (`by` = 1) or out (−1). */
export function count(frequency: Frequencies, record: Prepared, by: 1 | -1): void {
  const { known } = frequency;
  for (const [field, { counts, valuesOf }] of COUNTED) {
    const ids = valuesOf(record);
    if (ids.length === 0) continue;
    known[field]! += by;
    const map = counts(frequency);
    for (const id of ids) map.set(id, (map.get(id) ?? 0) + by);
  }
}

interface Counted {
  readonly counts: (frequency: Frequencies) => Map<number, number>;
  readonly valuesOf: (record: Prepared) => readonly number[];
}

const NOTHING: readonly number[] = [];
const single = (id: number | undefined): readonly number[] => (id === undefined || id === 0 ? NOTHING : [id]);

const ofValues = (frequency: Frequencies) => frequency.values;

/** Where each field's values are counted, and which a record has. A code and a town are both places. */
const COUNTED: ReadonlyMap<number, Counted> = new Map([
  [PROFILE, { counts: ofValues, valuesOf: (record) => record.profiles }],
  [EMAIL, { counts: ofValues, valuesOf: (record) => record.emails }],
  [TEL, { counts: ofValues, valuesOf: (record) => record.tels }],
  [IDENTIFIER, { counts: ofValues, valuesOf: (record) => record.identifiers }],
  [GIVEN, { counts: ({ given }) => given, valuesOf: (record) => single(record.given.words[0]) }],
  [FAMILY, { counts: ({ family }) => family, valuesOf: (record) => single(record.family.whole) }],
  [BDAY, { counts: ({ bdays }) => bdays, valuesOf: (record) => single(record.bday) }],
  [PLACE, { counts: ({ places }) => places, valuesOf: (record) => placesOf(record) }],
  [ORG, { counts: ({ orgs }) => orgs, valuesOf: (record) => single(record.org.whole) }],
  [TITLE, { counts: ({ titles }) => titles, valuesOf: (record) => single(record.title.whole) }],
]);

/** Codes and towns as numbers that do not meet: even and odd. */
function placesOf({ addresses }: Prepared): number[] {
  const places: number[] = [];
  for (const { code, locality } of addresses) {
    if (code !== 0) places.push(code * 2);
    if (locality !== 0) places.push(locality * 2 + 1);
  }
  return places;
}

/**
 * Chance that somebody else has the very value that these two share in `field`: what takes the place of `u` there.
 * Undefined where frequency says nothing, or where they do not share a value as it is.
 */
export function chanceOfSharing(
  frequency: Frequencies,
  a: Prepared,
  b: Prepared,
  field: number,
): number | undefined {
  const world = WORLD.get(field);
  if (world === undefined) return undefined;
  const times = occurrences(frequency, a, b, field);
  if (times === undefined) return undefined;
  // Without the two themselves: what is asked is whether a third would have it.
  const others = Math.max(0, times - 2) + world.chance * world.worth;
  return Math.min(1, others / (Math.max(0, frequency.known[field]! - 2) + world.worth));
}

/** How often the rarest value occurs that both have in `field`; undefined when they share none. */
function occurrences(frequency: Frequencies, a: Prepared, b: Prepared, field: number): number | undefined {
  const counted = COUNTED.get(field);
  if (counted === undefined) return undefined;
  const counts = counted.counts(frequency);
  const others = counted.valuesOf(b);
  let least: number | undefined;
  for (const id of counted.valuesOf(a)) {
    if (!others.includes(id)) continue;
    const times = counts.get(id) ?? 0;
    if (least === undefined || times < least) least = times;
  }
  return least;
}

/** Below this share of the book a value counts as rare. */
const RARE = 0.0005;
const RARE_AT_MOST = 3;
/** In a smaller book nearly every name is alone, which says nothing about the name. */
const FEWEST_TO_BE_RARE = 300;

/** True when what the two share in `field` is rare in this book, its owner's names and numbers aside. */
export function isRareHere(frequency: Frequencies, a: Prepared, b: Prepared, field: number): boolean {
  if (field !== GIVEN && field !== FAMILY && field !== ORG && field !== PLACE) return false;
  if (frequency.known[field]! < FEWEST_TO_BE_RARE) return false;
  const times = occurrences(frequency, a, b, field);
  return times !== undefined && times <= Math.max(RARE_AT_MOST, RARE * frequency.known[field]!);
}
