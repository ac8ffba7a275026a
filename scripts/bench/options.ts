// What `npm run bench` is asked to do.
import { parseArgs } from 'node:util';
import { ARM_NAMES, type ArmName } from './arms.ts';
import { BUDGETS } from './budgets.ts';

export interface BenchOptions {
  /** The gate of continuous integration: one size, few rounds, slack. */
  readonly quick: boolean;
  readonly sizes: readonly number[];
  readonly rounds: number;
  readonly arms: readonly ArmName[];
  readonly seed: number;
  /** Write docs/PERFORMANCE.md and docs/performance.json. */
  readonly write: boolean;
}

const QUICK_ROUNDS = 3;
const ROUNDS = 5;
const START_ONLY = 0;

const whole = (name: string, text: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0)
    throw new Error(`--${name} needs whole numbers, not ${text}.`);
  return value;
};

/**
 * Reads the words after `npm run bench --`.
 *
 * @throws with a sentence when a word, an arm or a number makes no sense.
 */
export function readBenchOptions(
  words: readonly string[],
  seeds: { readonly tuning: number; readonly judging: number },
): BenchOptions {
  const { values } = parseArgs({
    args: [...words],
    options: {
      quick: { type: 'boolean', default: false },
      rounds: { type: 'string' },
      only: { type: 'string' },
      sizes: { type: 'string' },
      tune: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
    },
  });
  const { quick, write } = values;
  const rounds =
    values.rounds === undefined ? (quick ? QUICK_ROUNDS : ROUNDS) : whole('rounds', values.rounds);
  if (rounds === 0) throw new Error('--rounds needs at least one.');
  const standard = quick ? [10_000] : [START_ONLY, 10_000, 100_000];
  const sizes = values.sizes?.split(',').map((text) => whole('sizes', text)) ?? standard;
  const seed = values.tune ? seeds.tuning : seeds.judging;
  return { quick, sizes, rounds, arms: chosenArms(values.only), seed, write };
}

/** The arms named and those they are compared with, each once, in the order of the list. */
function chosenArms(only: string | undefined): ArmName[] {
  if (only === undefined) return ARM_NAMES;
  const named = only.split(',');
  const unknown = named.filter((name) => !ARM_NAMES.some((arm) => arm === name));
  if (unknown.length > 0)
    throw new Error(`No such arm: ${unknown.join(', ')}. There are: ${ARM_NAMES.join(', ')}.`);
  const rivals = BUDGETS.filter(({ ours }) => named.includes(ours.arm)).map(({ rival }) => rival.arm);
  return ARM_NAMES.filter((arm) => named.includes(arm) || rivals.includes(arm));
}
