// Fellegi–Sunter match weights, learned from the book itself by expectation–maximisation (Fellegi & Sunter 1969;
// Winkler 1988), with priors that carry small books.
import {
  DIFFERENT,
  EQUIVALENT,
  FIELD_COUNT,
  INITIAL,
  LEVELS,
  MISSING,
  PARTIAL,
  readPattern,
  RENAMED,
  SAME,
  SIMILAR,
} from './agreement.ts';
import { LINKAGE_FIELDS } from './model.ts';
import type { LinkageField } from './model.ts';

/** Chances of each agreement, by field × agreement: among pairs of one person (`m`), among pairs of two (`u`). */
export interface MatchModel {
  readonly m: Float64Array;
  readonly u: Float64Array;
  /** Chance that two records drawn at random are one person. */
  readonly lambda: number;
}

/** How often each pattern of agreements was seen. */
export type PatternCounts = Iterable<readonly [pattern: number, count: number]>;

/** Chances before anything was seen: what clerks and earlier studies find in address books. Each row need not add up. */
type Row = readonly [
  same: number,
  equivalent: number,
  initial: number,
  similar: number,
  partial: number,
  renamed: number,
  different: number,
];
const M: Readonly<Record<LinkageField, Row>> = {
  profile: [0.95, 0, 0, 0, 0, 0.03, 0.02],
  email: [0.55, 0.06, 0, 0.05, 0.04, 0, 0.3],
  tel: [0.5, 0.15, 0, 0.05, 0, 0, 0.3],
  identifier: [0.9, 0, 0, 0.06, 0.02, 0, 0.02],
  given: [0.72, 0.1, 0.03, 0.07, 0.05, 0, 0.03],
  family: [0.84, 0.03, 0.003, 0.06, 0.04, 0, 0.03],
  bday: [0.88, 0.03, 0, 0.05, 0.02, 0, 0.02],
  street: [0.5, 0.08, 0, 0.12, 0.1, 0, 0.2],
  place: [0.6, 0.1, 0, 0.06, 0.08, 0, 0.16],
  org: [0.45, 0.1, 0, 0.05, 0.1, 0, 0.3],
  title: [0.3, 0.1, 0, 0.05, 0.2, 0, 0.35],
};
const U: Readonly<Record<LinkageField, Row>> = {
  profile: [1e-6, 0, 0, 0, 0, 1e-6, 0.999],
  email: [2e-6, 1e-4, 0, 1e-5, 1e-3, 0, 0.998],
  tel: [1e-5, 1e-5, 0, 1e-5, 0, 0, 0.999],
  identifier: [1e-6, 0, 0, 1e-5, 1e-4, 0, 0.999],
  given: [0.004, 0.004, 0.03, 0.006, 0.03, 0, 0.93],
  family: [0.001, 0.001, 0.002, 0.004, 0.02, 0, 0.97],
  bday: [5e-5, 1e-3, 0, 2e-3, 0.03, 0, 0.96],
  street: [2e-4, 1e-4, 0, 1e-4, 0.03, 0, 0.97],
  place: [0.01, 0.01, 0, 0.003, 0.1, 0, 0.87],
  org: [0.004, 0.002, 0, 0.001, 0.02, 0, 0.97],
  title: [0.01, 0.01, 0, 0.005, 0.08, 0, 0.89],
};

/** Worth of the priors in pairs seen: a few dozen duplicates of the owner's own outweigh them. */
const PRIOR_MATCHES = 25;
const PRIOR_OTHERS = 400;
const ROUNDS = 30;
/** What was never seen by chance is still at least so likely, as a share of its prior: a sample is only a sample. */
const UNSEEN = 0.2;
/** The share of people who are in a book twice before anything is known. */
const PRIOR_DUPLICATES = 0.01;

/**
 * Names and birthdays of one person may be wrong, but not in more than so many cases. Without this bound, learning can
 * drift off to another kind of pair that is common in a book: colleagues, or a household.
 */
const MOST_DIFFERENT: Partial<Record<LinkageField, number>> = {
  given: 0.2,
  family: 0.2,
  bday: 0.2,
  profile: 0.03,
  identifier: 0.15,
};

const at = (field: number, level: number) => field * LEVELS + level;
const LEVEL_ORDER = [SAME, EQUIVALENT, INITIAL, SIMILAR, PARTIAL, RENAMED, DIFFERENT];

function priorOf(rows: Readonly<Record<LinkageField, Row>>): Float64Array {
  const chances = new Float64Array(FIELD_COUNT * LEVELS);
  LINKAGE_FIELDS.forEach((field, index) => {
    for (const level of LEVEL_ORDER) chances[at(index, level)] = Math.max(rows[field][level] ?? 0, 1e-7);
    chances[at(index, MISSING)] = 1;
  });
  return chances;
}

const PRIOR_M = priorOf(M);
const PRIOR_U = priorOf(U);

/** Chance, for a pattern, that the pair is one person. */
function chanceOf(pattern: Uint8Array, { m, u, lambda }: MatchModel): number {
  let odds = lambda / (1 - lambda);
  for (let field = 0; field < FIELD_COUNT; field++) {
    const cell = at(field, pattern[field]!);
    odds *= m[cell]! / u[cell]!;
  }
  return odds / (1 + odds);
}

/**
 * Learns the model from the candidate pairs' patterns and from pairs drawn at random, which stand for all the others.
 * `pairs` is the number of all pairs there are. Deterministic; with no pairs at all it is the prior. Pauses (yields) after
 * every round.
 */
export function* learn(
  candidates: PatternCounts,
  random: PatternCounts,
  pairs: number,
): Generator<void, MatchModel> {
  const rows = [...candidates].map(([pattern, count]) => ({
    levels: readPattern(pattern, new Uint8Array(FIELD_COUNT)),
    count,
  }));
  const others = countLevels(random, pairs);
  const people = (1 + Math.sqrt(1 + 8 * pairs)) / 2;
  const fewest = Math.max(0.5, PRIOR_DUPLICATES * people * 0.1);
  let model: MatchModel = {
    m: PRIOR_M,
    u: PRIOR_U,
    lambda: Math.min(0.1, Math.max(0.5, PRIOR_DUPLICATES * people) / Math.max(pairs, 10)),
  };
  for (let round = 0; round < ROUNDS; round++) {
    const matched = new Float64Array(FIELD_COUNT * LEVELS);
    const unmatched = others.slice();
    let matches = fewest;
    for (const { levels, count } of rows) {
      const chance = chanceOf(levels, model) * count;
      matches += chance;
      for (let field = 0; field < FIELD_COUNT; field++) {
        const cell = at(field, levels[field]!);
        matched[cell]! += chance;
        unmatched[cell]! += count - chance;
      }
    }
    model = {
      m: normalised(matched, { prior: PRIOR_M, worth: PRIOR_MATCHES, floor: 0, bounded: true }),
      u: normalised(unmatched, { prior: PRIOR_U, worth: PRIOR_OTHERS, floor: UNSEEN, bounded: false }),
      lambda: Math.min(0.5, matches / Math.max(pairs, 10)),
    };
    yield;
  }
  return model;
}

/** Agreements among pairs drawn at random, scaled to as many pairs as there are. */
function countLevels(random: PatternCounts, pairs: number): Float64Array {
  const levels = new Float64Array(FIELD_COUNT * LEVELS);
  const pattern = new Uint8Array(FIELD_COUNT);
  let drawn = 0;
  for (const [, count] of random) drawn += count;
  for (const [code, count] of random) {
    readPattern(code, pattern);
    for (let field = 0; field < FIELD_COUNT; field++)
      levels[at(field, pattern[field]!)]! += (count * pairs) / drawn;
  }
  return levels;
}

interface Shaping {
  readonly prior: Float64Array;
  readonly worth: number;
  /** No chance falls below this share of its prior. */
  readonly floor: number;
  readonly bounded: boolean;
}

function normalised(counts: Float64Array, { prior, worth, floor, bounded }: Shaping): Float64Array {
  const chances = new Float64Array(FIELD_COUNT * LEVELS);
  LINKAGE_FIELDS.forEach((name, field) => {
    let sum = 0;
    for (const level of LEVEL_ORDER) {
      const cell = at(field, level);
      chances[cell] = counts[cell]! + worth * prior[cell]!;
      sum += chances[cell];
    }
    for (const level of LEVEL_ORDER) {
      const cell = at(field, level);
      chances[cell] = Math.max(chances[cell]! / sum, floor * prior[cell]!);
    }
    chances[at(field, MISSING)] = 1;
    const most = bounded ? MOST_DIFFERENT[name] : undefined;
    if (most !== undefined) bound(chances, field, most);
  });
  return chances;
}

/** Brings the chance of `different` down to `most` and gives the rest to the others in proportion. */
function bound(chances: Float64Array, field: number, most: number): void {
  const different = at(field, DIFFERENT);
  const now = chances[different]!;
  if (now <= most) return;
  const scale = (1 - most) / (1 - now);
  for (const level of LEVEL_ORDER) chances[at(field, level)]! *= scale;
  chances[different] = most;
}

/**
 * Match weights in bits by field × agreement: log2(m/u), 0 where a value is missing. Mailboxes that merely repeat the name
 * both have (`partial`) follow from it, and are worth next to nothing beside it, whatever was counted.
 */
export function weightsOf({ m, u }: MatchModel): Float64Array {
  const weights = m.map((chance, cell) => (cell % LEVELS === MISSING ? 0 : Math.log2(chance / u[cell]!)));
  const named = at(LINKAGE_FIELDS.indexOf('email'), PARTIAL);
  weights[named] = Math.min(weights[named]!, MOST_FOR_A_NAMED_MAILBOX);
  return weights;
}

const MOST_FOR_A_NAMED_MAILBOX = 0.5;

/** The weight to start from: log2 of the odds that two records drawn at random are one person. */
export const priorWeight = ({ lambda }: MatchModel): number => Math.log2(lambda / (1 - lambda));
