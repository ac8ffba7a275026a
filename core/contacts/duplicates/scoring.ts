// The weight of one pair: the sum of its fields' weights, with the rarity of what the two share.
import {
  DIFFERENT,
  EMAIL,
  FAMILY,
  FIELD_COUNT,
  GIVEN,
  LEVELS,
  MISSING,
  readPattern,
  SAME,
  TEL,
} from './agreement.ts';
import type { Comparison } from './agreement.ts';
import type { Comparing } from './compare-records.ts';
import { chanceOfSharing } from './frequencies.ts';
import type { Frequencies } from './frequencies.ts';
import type { DuplicateKind, DuplicateTier } from './model.ts';
import type { Prepared } from './prepared.ts';
import { isSecondProfile, mustStayApart, SUGGESTED, tierOf } from './tiers.ts';

/** What agreements are worth in this book. */
export interface Scale {
  /** Bits by field × agreement. */
  readonly weights: Float64Array;
  readonly prior: number;
  /** Chance of each agreement among pairs of one person, by field × agreement. */
  readonly m: Float64Array;
}

export interface Scored {
  readonly kind: DuplicateKind;
  readonly tier: DuplicateTier;
  readonly weight: number;
}

export interface Judging {
  readonly comparing: Comparing;
  readonly frequency: Frequencies;
  readonly scale: Scale;
  readonly pattern: number;
}

/** More than sharing a value can ever add to its plain weight, in bits. */
const MOST_RARITY = 14;
/** Pairs below this are not worth remembering, whatever a cluster says. */
const HOPELESS = -16;

/** Both names speak against it, and no key speaks for it: nobody would look at such a pair twice. */
export function isHopeless(comparison: Comparison): boolean {
  if (comparison[GIVEN] !== DIFFERENT || comparison[FAMILY] !== DIFFERENT) return false;
  for (let field = 0; field < GIVEN; field++) if (comparison[field] === SAME) return false;
  return true;
}

const scratch = new Uint8Array(FIELD_COUNT);

/** Bits for one person, prior included; far below zero without looking closer where nothing could lift it. */
export function pairWeight(a: Prepared, b: Prepared, { frequency, scale, pattern }: Judging): number {
  readPattern(pattern, scratch);
  let weight = scale.prior;
  let shared = 0;
  for (let field = 0; field < FIELD_COUNT; field++) {
    weight += scale.weights[field * LEVELS + scratch[field]!]!;
    if (scratch[field] === SAME) shared += 1;
  }
  if (shared === 0 || weight + shared * MOST_RARITY < HOPELESS) return weight;
  for (let field = 0; field < FIELD_COUNT; field++)
    if (scratch[field] === SAME) weight += rarity(a, b, field, { frequency, scale });
  return weight;
}

/** What the rarity of a shared value adds to, or its commonness takes from, the plain weight of sharing one. */
function rarity(
  a: Prepared,
  b: Prepared,
  field: number,
  { frequency, scale }: Pick<Judging, 'frequency' | 'scale'>,
): number {
  const chance = chanceOfSharing(frequency, a, b, field);
  if (chance === undefined) return 0;
  const cell = field * LEVELS + SAME;
  return Math.log2(scale.m[cell]! / chance) - scale.weights[cell]!;
}

/** Bits by field, rarity included. */
export function fieldWeights(
  a: Prepared,
  b: Prepared,
  {
    comparison,
    frequency,
    scale,
  }: { readonly comparison: Comparison; readonly frequency: Frequencies; readonly scale: Scale },
): Float64Array {
  const weights = new Float64Array(FIELD_COUNT);
  for (let field = 0; field < FIELD_COUNT; field++) {
    const code = comparison[field]!;
    if (code === MISSING) continue;
    weights[field] = scale.weights[field * LEVELS + code]!;
    if (code === SAME) weights[field]! += rarity(a, b, field, { frequency, scale });
  }
  return weights;
}

/** What is said of a pair; undefined when nothing is. */
export function scoreOf(a: Prepared, b: Prepared, judging: Judging): Scored | undefined {
  const weight = pairWeight(a, b, judging);
  readPattern(judging.pattern, scratch);
  if (mustStayApart(scratch))
    return isSecondProfile(scratch) ? { kind: 'clone', tier: 'possibly', weight } : undefined;
  const shared = sharedKeys(a, b, judging);
  const tier = tierOf(scratch, weight, shared);
  if (weight < SUGGESTED && tier !== 'surely') return undefined;
  return { kind: 'same', tier, weight };
}

function sharedKeys(a: Prepared, b: Prepared, { comparing, frequency }: Judging) {
  const holders = (id: number | undefined) => (id === undefined ? 0 : (frequency.values.get(id) ?? 0));
  const email = scratch[EMAIL] === SAME ? a.emails.find((id) => b.emails.includes(id)) : undefined;
  const tel = scratch[TEL] === SAME ? a.tels.find((id) => b.tels.includes(id)) : undefined;
  return {
    email: email === undefined ? '' : comparing.values.text(email).slice(1),
    emailHolders: holders(email),
    telHolders: holders(tel),
  };
}
