// The first pass over a book: every candidate pair compared, and the match weights learnt from them.
import { FIELD_COUNT, patternOf } from './agreement.ts';
import { blockingKeys } from './blocking.ts';
import { BlockCollector, candidatePairs, MOST_RECORDS } from './blocks.ts';
import type { Blocks } from './blocks.ts';
import { areSurelyTwo, compareRecords } from './compare-records.ts';
import type { Comparing } from './compare-records.ts';
import { count, frequencies } from './frequencies.ts';
import type { Frequencies } from './frequencies.ts';
import { learn, priorWeight, weightsOf } from './match-weights.ts';
import type { MatchModel } from './match-weights.ts';
import type { LinkageRecord } from './model.ts';
import { PatternCounter } from './pattern-counter.ts';
import { lexicon, prepare } from './prepared.ts';
import type { Prepared } from './prepared.ts';
import { hasVagueNewYear, nameOrder, randomPatterns } from './sampling.ts';
import { isHopeless } from './scoring.ts';
import type { Scale, Scored } from './scoring.ts';
import { mustStayApart } from './tiers.ts';

/** Everything needed to judge a new record against the book. Changed in place by `updateLinkage`. */
export interface Linkage {
  readonly records: LinkageRecord[];
  readonly prepared: Prepared[];
  /** Slot of every record that is there today; a changed record gets a new one. */
  readonly slotOf: Map<number, number>;
  readonly comparing: Comparing;
  readonly frequency: Frequencies;
  readonly blocks: Blocks;
  readonly scale: Scale;
  /** What is suggested, by both ends' slots. */
  readonly suggested: Map<number, Map<number, Scored>>;
}

export interface LinkageProgress {
  readonly done: number;
  readonly total: number;
}

/** How many records are prepared between two pauses. */
const RECORDS_A_PAUSE = 256;

/** Pairs that were compared and are not hopeless, by slot, with how they agree. */
export interface Candidates {
  size: number;
  a: Uint32Array;
  b: Uint32Array;
  patterns: Float64Array;
}

/** Prepares, blocks and compares all records and learns what agreements are worth; nobody is judged yet. */
export function* compareAll(
  all: readonly LinkageRecord[],
): Generator<LinkageProgress, { linkage: Linkage; candidates: Candidates }> {
  // By id, so that the same book gives the same weights in whatever order it is read.
  const records = all.toSorted((a, b) => a.id - b.id).slice(0, MOST_RECORDS);
  const total = records.length;
  const words = lexicon();
  const frequency = frequencies(FIELD_COUNT);
  const collector = new BlockCollector();
  const prepared: Prepared[] = [];
  const slotOf = new Map<number, number>();
  const keys: number[] = [];
  for (const [slot, record] of records.entries()) {
    const one = prepare(record, words);
    prepared.push(one);
    slotOf.set(record.id, slot);
    count(frequency, one, 1);
    collector.add(slot, blockingKeys(one, words, keys));
    if (slot % RECORDS_A_PAUSE === 0) yield { done: Math.floor(slot / 4), total };
  }
  const comparing: Comparing = { ...words, vagueNewYear: hasVagueNewYear(prepared) };
  const blocks = collector.blocks();
  yield { done: Math.floor(total / 4), total };
  const candidates: Candidates = {
    size: 0,
    a: new Uint32Array(1 << 16),
    b: new Uint32Array(1 << 16),
    patterns: new Float64Array(1 << 16),
  };
  const counts = new PatternCounter();
  const comparison = new Uint8Array(FIELD_COUNT);
  const visit = (a: number, b: number) => {
    if (areSurelyTwo(prepared[a]!, prepared[b]!, comparing)) return;
    compareRecords(prepared[a]!, prepared[b]!, comparing, comparison);
    const pattern = patternOf(comparison);
    // Two profiles are two people: nothing about duplicates can be learnt from them.
    if (!mustStayApart(comparison)) counts.add(pattern);
    if (!isHopeless(comparison)) keep(candidates, a, b, pattern);
  };
  for (const done of candidatePairs(blocks, total, () => nameOrder(prepared, comparing), visit))
    yield { done: Math.floor(total / 4 + done / 2), total };
  const model = yield* paused(learning(counts, { prepared, comparing }, (total * (total - 1)) / 2), {
    done: Math.floor((total * 3) / 4),
    total,
  });
  const scale: Scale = { weights: weightsOf(model), prior: priorWeight(model), m: model.m };
  const linkage: Linkage = {
    records,
    prepared,
    slotOf,
    comparing,
    frequency,
    blocks,
    scale,
    suggested: new Map(),
  };
  return { linkage, candidates };
}

function* learning(
  counts: PatternCounter,
  { prepared, comparing }: { readonly prepared: readonly Prepared[]; readonly comparing: Comparing },
  pairs: number,
): Generator<void, MatchModel> {
  const random = yield* randomPatterns(prepared, comparing);
  return yield* learn(counts, random, pairs);
}

/** The same work, saying how far all of it has come at every pause. */
function* paused<Result>(
  steps: Generator<void, Result>,
  progress: LinkageProgress,
): Generator<LinkageProgress, Result> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield progress;
  }
}

function keep(candidates: Candidates, a: number, b: number, pattern: number): void {
  if (candidates.size === candidates.a.length) {
    const grown = <Kind extends Uint32Array | Float64Array>(from: Kind, to: Kind): Kind => (to.set(from), to);
    candidates.a = grown(candidates.a, new Uint32Array(candidates.size * 2));
    candidates.b = grown(candidates.b, new Uint32Array(candidates.size * 2));
    candidates.patterns = grown(candidates.patterns, new Float64Array(candidates.size * 2));
  }
  candidates.a[candidates.size] = a;
  candidates.b[candidates.size] = b;
  candidates.patterns[candidates.size] = pattern;
  candidates.size += 1;
}
