// Every arm of the bench as the program it is, on two hundred people: fast enough to run with the tests.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ARM_NAMES, type ArmName, runArmProcess } from '#scripts/bench/arms.ts';
import { BUDGETS } from '#scripts/bench/budgets.ts';
import { judge, type Round, valueOf } from '#scripts/bench/judge.ts';
import { bookOf, SOURCE_WORKER } from '#scripts/bench/prepare.ts';

const PROJECT = path.resolve(import.meta.dirname, '..', '..');
const N = 200;
const SEED = 7;
let shared: string;
const results: Record<string, NonNullable<Round[ArmName]>> = {};

beforeAll(async () => {
  // The arms that start the program need it built; `npm test` has done that.
  if (!existsSync(path.join(PROJECT, 'out', 'loopback', 'main.mjs')))
    spawnSync(process.execPath, [path.join(PROJECT, 'scripts', 'build.ts'), '--quiet'], { cwd: PROJECT });
  shared = mkdtempSync(path.join(tmpdir(), 'acquaint-bench-test-'));
  await bookOf({ n: N, seed: SEED, shared, workerUrl: SOURCE_WORKER }, 'network');
}, 180_000);

afterAll(() => rmSync(shared, { recursive: true, force: true }));

describe('the arm', () => {
  it.each(ARM_NAMES)(
    '%s answers with one line that has every number it is judged by',
    async (arm) => {
      const result = await runArmProcess(arm, { n: N, seed: SEED, shared, source: true });
      results[arm] = result;
      expect(result).toMatchObject({ arm, n: N });
      const figures = BUDGETS.flatMap(({ ours, rival }) => [ours, rival]).filter((side) => side.arm === arm);
      for (const { figure } of figures) expect(valueOf(result, figure)).toBeGreaterThanOrEqual(0);
    },
    120_000,
  );

  it('and its rivals do the same work, so that no ratio is refused', () => {
    const refused = BUDGETS.map((comparison) => judge(comparison, N, [results])).filter(
      ({ verdict }) => verdict === 'refused' || verdict === 'not run',
    );
    expect(refused).toEqual([]);
  });

  it('that fails says why', async () => {
    await expect(
      runArmProcess('door', { n: 5, seed: SEED, shared: '/dev/null/no', source: true }),
    ).rejects.toThrow(/^door ended with 1: /);
  });
});
