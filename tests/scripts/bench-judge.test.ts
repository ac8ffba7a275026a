// How the bench judges: medians of ratios, and no ratio between unequal work.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArmResult } from '#scripts/bench/arm.ts';
import { percentile } from '#scripts/bench/arm.ts';
import { ARM_NAMES, readLine } from '#scripts/bench/arms.ts';
import { BUDGETS } from '#scripts/bench/budgets.ts';
import { fingerprint, scan, scannedPeople, wordsOf } from '#scripts/bench/keystrokes.ts';
import { type Comparison, judge, median, rotated, type Round } from '#scripts/bench/judge.ts';
import { readBenchOptions } from '#scripts/bench/options.ts';
import { lineOf, markdown, surroundings } from '#scripts/bench/report.ts';

const SEEDS = { tuning: 1, judging: 2 };

const result = (arm: string, ms: number, correct: Record<string, number> = { people: 7 }): ArmResult => ({
  arm,
  n: 7,
  rows: 7,
  ms,
  rssMb: 100,
  correct,
  figures: { p95: ms * 2 },
});

const comparison: Comparison = {
  id: 'import',
  title: 'ours ÷ raw',
  ours: { arm: 'import-ours', figure: 'ms' },
  rival: { arm: 'import-raw', figure: 'ms' },
  budget: 0.8,
  same: ['people'],
};

const round = (ours: number, raw: number, counts: { ours?: number; raw?: number } = {}): Round => ({
  'import-ours': result('import-ours', ours, { people: counts.ours ?? 7 }),
  'import-raw': result('import-raw', raw, { people: counts.raw ?? 7 }),
});

describe('the judgement', () => {
  it('is the median of the ratios of the rounds, not the ratio of the medians', () => {
    const rounds = [round(10, 100), round(90, 100), round(200, 1000)];
    expect(judge(comparison, 7, rounds)).toMatchObject({
      ratio: 0.2,
      verdict: 'within',
      ratios: [0.1, 0.9, 0.2],
    });
  });

  it.each([
    [0.8, 'within'],
    [0.81, 'over'],
  ])('at a ratio of %d is %s the budget of 0.8', (ratio, verdict) => {
    expect(judge(comparison, 7, [round(ratio * 100, 100)]).verdict).toBe(verdict);
  });

  it('allows what the slack allows and no more', () => {
    expect(judge(comparison, 7, [round(100, 100)], 1.3).verdict).toBe('within');
    expect(judge(comparison, 7, [round(105, 100)], 1.3).verdict).toBe('over');
  });

  it('refuses a ratio as soon as one round stored different rows', () => {
    const judged = judge(comparison, 7, [round(1, 100), round(1, 100, { ours: 6 })]);
    expect(judged).toMatchObject({ verdict: 'refused', ratios: [] });
    expect(judged.ratio).toBeUndefined();
    expect(judged.why).toBe('people: import-ours has 6, import-raw has 7');
  });

  it('refuses a ratio when ours found less, and not when it found more', () => {
    const search = { ...comparison, same: [], noLess: ['people'] };
    expect(judge(search, 7, [round(1, 100, { ours: 6 })]).verdict).toBe('refused');
    expect(judge(search, 7, [round(1, 100, { raw: 6 })]).verdict).toBe('within');
  });

  it('refuses a ratio when both left out the same people', () => {
    const whole: Comparison = { ...comparison, must: { people: 'n' } };
    expect(judge(whole, 7, [round(1, 100, { ours: 6, raw: 6 })]).why).toBe(
      'people: import-ours has 6 instead of 7',
    );
  });

  it('leaves out rounds in which one of the two did not run, and says so when that is all of them', () => {
    const half: Round = { 'import-ours': result('import-ours', 5) };
    expect(judge(comparison, 7, [half, round(50, 100)]).ratios).toEqual([0.5]);
    expect(judge(comparison, 7, [half]).verdict).toBe('not run');
  });

  it('compares any figure by its name, and does not make one up', () => {
    const p95 = { ...comparison, ours: { arm: 'import-ours', figure: 'p95' } } as const;
    expect(judge(p95, 7, [round(10, 100)]).ratio).toBe(0.2);
    const p99 = { ...comparison, ours: { arm: 'import-ours', figure: 'p99' } } as const;
    expect(() => judge(p99, 7, [round(10, 100)])).toThrow('import-ours has no p99');
  });
});

describe('the numbers', () => {
  it.each([
    [[3], 3],
    [[1, 9], 5],
    [[9, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
  ])('%j have their middle at %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  it('have a middle that is between the smallest and the biggest, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const middle = median(values);
        expect(middle).toBeGreaterThanOrEqual(Math.min(...values));
        expect(middle).toBeLessThanOrEqual(Math.max(...values));
        expect(median(values.toReversed())).toBe(middle);
      }),
    );
  });

  it('have percentiles by nearest rank', () => {
    const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);
    expect([percentile(hundred, 0.5), percentile(hundred, 0.95), percentile(hundred, 1)]).toEqual([
      50, 95, 100,
    ]);
  });

  it('are gathered in an order that begins one further in every round, with everybody in each', () => {
    expect([0, 1, 2, 3].map((turn) => rotated(['a', 'b', 'c'], turn).join(''))).toEqual([
      'abc',
      'bca',
      'cab',
      'abc',
    ]);
  });
});

describe('an arm’s answer', () => {
  const line = JSON.stringify(result('door', 3));

  it('is exactly one line that says what it is', () => {
    expect(readLine('door', `${line}\n`).ms).toBe(3);
  });

  it.each([
    ['nothing', ''],
    ['two lines', `${line}\n${line}`],
    ['another arm', JSON.stringify(result('vet', 3))],
    ['no time', JSON.stringify({ ...result('door', 3), ms: undefined })],
    ['no memory', JSON.stringify({ ...result('door', 3), rssMb: 0 })],
  ])('is refused when it is %s', (_, text) => {
    expect(() => readLine('door', text)).toThrow('door');
  });
});

describe('the options', () => {
  it('are all arms, three sizes and five rounds when nothing is said', () => {
    const options = readBenchOptions([], SEEDS);
    expect(options).toMatchObject({
      quick: false,
      rounds: 5,
      sizes: [0, 10_000, 100_000],
      seed: 2,
      write: false,
    });
    expect(options.arms).toEqual(ARM_NAMES);
  });

  it('are one size for the gate', () => {
    expect(readBenchOptions(['--quick'], SEEDS)).toMatchObject({ rounds: 3, sizes: [10_000] });
  });

  it('bring along what a chosen arm is compared with', () => {
    expect(readBenchOptions(['--only', 'import-again'], SEEDS).arms).toEqual(['import-ours', 'import-again']);
  });

  it.each([
    [['--only', 'nobody']],
    [['--rounds', '0']],
    [['--rounds', 'x']],
    [['--sizes', '-1']],
    [['--fast']],
  ])('are refused when they are %j', (words) => {
    expect(() => readBenchOptions(words, SEEDS)).toThrow();
  });
});

describe('the scan that says what is right', () => {
  const people = scannedPeople([
    { id: 1, fn: 'Łukasz Öberg', org: 'Acme-Design', emails: 'lo@example.org' },
    { id: 2, fn: 'Luka Berg', org: '', emails: '' },
  ]);

  it.each([
    ['luk', [1, 2]],
    ['luk ber', [2]],
    ['oberg l', [1]],
    ['des', [1]],
    ['org', [1]],
    ['erg', []],
  ])('finds for %j %j', (text, ids) => {
    expect(scan(people, text)).toEqual(ids);
  });

  it('knows sets of people by one number, whatever their order, and tells others apart', () => {
    expect(fingerprint([1, 2, 3])).toBe(fingerprint([3, 1, 2]));
    expect(fingerprint([1, 2])).not.toBe(fingerprint([1, 3]));
    expect(fingerprint([])).toBe(0);
    expect(wordsOf('Ñu, PhD')).toEqual(['nu', 'phd']);
  });
});

describe('the report', () => {
  const samples = [{ n: 10_000, rounds: [round(90, 100), round(70, 100)] }];
  const judgements = [judge(comparison, 10_000, samples[0]!.rounds)];

  it('says over and within, with the ratio and the budget', () => {
    expect(lineOf(judgements[0]!)).toMatch(/^WITHIN +10\s000 +0\.800× of 0\.800× +ours ÷ raw$/);
  });

  it('holds the machine, the versions, every ratio and every arm’s middle', () => {
    const text = markdown({ measuredOn: '2026-01-02', ...surroundings(), seed: 1, judgements, samples });
    expect(text).toContain(process.version);
    expect(text).toMatch(/\| ours ÷ raw \| 10\s000 \| 0\.800× \| 0\.700×–0\.900× \| 0\.800× \| within \|/);
    expect(text).toMatch(/\| import-ours \| 10\s000 \| 80\.0 \| 100 \| p95 160 \|/);
  });

  it('judges only arms that exist, each comparison under a name of its own', () => {
    const names = BUDGETS.flatMap(({ ours, rival }) => [ours.arm, rival.arm]);
    expect(names.filter((name) => !ARM_NAMES.includes(name))).toEqual([]);
    expect(new Set(BUDGETS.map(({ id }) => id)).size).toBe(BUDGETS.length);
  });
});
