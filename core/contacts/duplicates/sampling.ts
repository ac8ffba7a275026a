// What is learnt about a book before its pairs are judged: chance agreements, its name order, its habits with dates.
import { FAMILY, FIELD_COUNT, GIVEN, patternOf, SAME, SIMILAR } from './agreement.ts';
import { compareRecords } from './compare-records.ts';
import type { Comparing } from './compare-records.ts';
import { PatternCounter } from './pattern-counter.ts';
import type { Prepared } from './prepared.ts';

const MOST_DRAWN = 100_000;
const DRAWS_A_PAUSE = 2000;

/**
 * How often each pattern occurs among pairs that no blocking key brought together. Up to some 450 records every pair is
 * looked at; beyond that a fixed sequence of pairs stands for them, so that the same book always gives the same weights. Pauses
 * (yields) now and then.
 */
export function* randomPatterns(
  prepared: readonly Prepared[],
  comparing: Comparing,
): Generator<void, PatternCounter> {
  const counts = new PatternCounter();
  const comparison = new Uint8Array(FIELD_COUNT);
  const look = (a: number, b: number) => {
    compareRecords(prepared[a]!, prepared[b]!, comparing, comparison);
    if (couldBeCandidate(comparison)) return;
    counts.add(patternOf(comparison));
  };
  const size = prepared.length;
  if ((size * (size - 1)) / 2 <= MOST_DRAWN) {
    for (let a = 0; a < size; a++) {
      for (let b = a + 1; b < size; b++) look(a, b);
      yield;
    }
    return counts;
  }
  // Weyl sequences with two steps that are coprime to nearly every size: even, and without dice.
  for (let draw = 0, a = 0, b = 0; draw < MOST_DRAWN; draw++) {
    a = (a + 7_368_787) % size;
    b = (b + 3_266_489 + (draw % 7)) % size;
    if (a !== b) look(a, b);
    if (draw % DRAWS_A_PAUSE === 0) yield;
  }
  return counts;
}

/** Shares a key or a name: such a pair is a candidate and counted there. */
function couldBeCandidate(comparison: Uint8Array): boolean {
  for (let field = 0; field < GIVEN; field++) if (comparison[field] === SAME) return true;
  return comparison[GIVEN]! <= SIMILAR && comparison[FAMILY]! <= SIMILAR;
}

/** The rank of every slot when people are ordered by family name, given name, birthday and company. */
export function nameOrder(prepared: readonly Prepared[], { words, values }: Comparing): Uint32Array {
  const keys = prepared.map(({ family, given, bday, org, addresses }) =>
    [
      words.text(family.whole),
      words.text(given.whole),
      bday,
      words.text(org.whole),
      values.text(addresses[0]?.code ?? 0),
    ].join('|'),
  );
  const order = Uint32Array.from(keys.keys()).sort((a, b) =>
    keys[a]! < keys[b]! ? -1 : keys[a]! > keys[b]! ? 1 : a - b,
  );
  const ranks = new Uint32Array(prepared.length);
  order.forEach((slot, rank) => {
    ranks[slot] = rank;
  });
  return ranks;
}

/** One birthday in 365 is 1 January; where it is one in thirty, the source writes it for "day not known". */
const VAGUE_SHARE = 1 / 30;
const FEWEST_DATES = 50;

export function hasVagueNewYear(prepared: readonly Prepared[]): boolean {
  let full = 0;
  let newYear = 0;
  for (const { bday } of prepared) {
    if (bday < 10_000 || bday % 100 === 0) continue;
    full += 1;
    if (bday % 10_000 === 101) newYear += 1;
  }
  return full >= FEWEST_DATES && newYear / full > VAGUE_SHARE;
}
