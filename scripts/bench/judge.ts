// What the samples say: the median of the ratios of each round, and no ratio at all between unequal work.
import type { ArmName } from './arms.ts';
import type { ArmResult } from './arm.ts';

/** One number of one arm: `ms`, `rssMb` or one of its figures. */
export interface Side {
  readonly arm: ArmName;
  readonly figure: string;
}

export interface Comparison {
  readonly id: string;
  readonly title: string;
  readonly ours: Side;
  readonly rival: Side;
  /** The ratio ours / rival must not be above this. */
  readonly budget: number;
  /** Counts of both that must be equal. */
  readonly same?: readonly string[];
  /** Counts of which ours must not have less. */
  readonly noLess?: readonly string[];
  /** Counts of ours and what they must be; `n` stands for the number of people. */
  readonly must?: Readonly<Record<string, number | 'n'>>;
}

/** One round at one size: what each arm answered. */
export type Round = Readonly<Partial<Record<ArmName, ArmResult>>>;

export type Verdict = 'within' | 'over' | 'refused' | 'not run';

export interface Judgement {
  readonly id: string;
  readonly title: string;
  readonly n: number;
  readonly budget: number;
  readonly verdict: Verdict;
  /** The median of `ratios`; absent when refused. */
  readonly ratio?: number;
  readonly ratios: readonly number[];
  readonly why?: string;
}

/** The middle value; of an even number of values the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new Error('nothing has no middle');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >>> 1;
  return sorted.length % 2 === 1 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2;
}

/** Judges one comparison at one size over all rounds; `slack` multiplies the budget. */
export function judge(comparison: Comparison, n: number, rounds: readonly Round[], slack = 1): Judgement {
  const { id, title, ours, rival } = comparison;
  const budget = comparison.budget * slack;
  const base = { id, title, n, budget };
  const ratios: number[] = [];
  for (const round of rounds) {
    const [mine, theirs] = [round[ours.arm], round[rival.arm]];
    if (mine === undefined || theirs === undefined) continue;
    const why = unequal(comparison, mine, theirs);
    if (why !== undefined) return { ...base, verdict: 'refused', ratios: [], why };
    ratios.push(valueOf(mine, ours.figure) / valueOf(theirs, rival.figure));
  }
  if (ratios.length === 0) return { ...base, verdict: 'not run', ratios };
  const ratio = median(ratios);
  return { ...base, verdict: ratio <= budget ? 'within' : 'over', ratio, ratios };
}

/** Why the two cannot be compared, in words; undefined when they did the same work. */
function unequal(
  { same = [], noLess = [], must = {} }: Comparison,
  ours: ArmResult,
  rival: ArmResult,
): string | undefined {
  for (const count of same) {
    if (countOf(ours, count) !== countOf(rival, count))
      return `${count}: ${ours.arm} has ${countOf(ours, count)}, ${rival.arm} has ${countOf(rival, count)}`;
  }
  for (const count of noLess) {
    if (countOf(ours, count) < countOf(rival, count))
      return `${count}: ${ours.arm} has only ${countOf(ours, count)}, ${rival.arm} has ${countOf(rival, count)}`;
  }
  for (const [count, wanted] of Object.entries(must)) {
    const expected = wanted === 'n' ? ours.n : wanted;
    if (countOf(ours, count) !== expected)
      return `${count}: ${ours.arm} has ${countOf(ours, count)} instead of ${expected}`;
  }
  return undefined;
}

function countOf({ arm, correct }: ArmResult, name: string): number {
  const count = correct[name];
  if (count === undefined) throw new Error(`${arm} does not count ${name}`);
  return count;
}

/** A number of a result by its name. */
export function valueOf(result: ArmResult, figure: string): number {
  const value = figure === 'ms' || figure === 'rssMb' ? result[figure] : result.figures[figure];
  if (value === undefined || !Number.isFinite(value)) throw new Error(`${result.arm} has no ${figure}`);
  return value;
}

/** The order of a round: the arms as they are listed, begun one further in every round. */
export function rotated<Item>(items: readonly Item[], round: number): Item[] {
  const start = items.length === 0 ? 0 : round % items.length;
  return [...items.slice(start), ...items.slice(0, start)];
}
