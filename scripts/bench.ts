// npm run bench -- [--quick] [--rounds N] [--only ARM,…] [--sizes N,…] [--tune] [--write]
// Measures the app against what is possible, in ratios: see docs/PERFORMANCE.md and scripts/bench/budgets.ts.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type ArmName, runArmProcess } from './bench/arms.ts';
import { BUDGETS, QUICK_SLACK } from './bench/budgets.ts';
import { judge, rotated } from './bench/judge.ts';
import { type BenchOptions, readBenchOptions } from './bench/options.ts';
import { BUILT_WORKER, bookOf, SEEDS } from './bench/prepare.ts';
import { lineOf, markdown, type SizeRun, surroundings } from './bench/report.ts';
import { isStale } from './launch/freshness.ts';

const PROJECT = path.resolve(import.meta.dirname, '..');

function build(): void {
  if (!isStale(PROJECT)) return;
  console.error('Building…');
  const { status } = spawnSync(process.execPath, [path.join(PROJECT, 'scripts', 'build.ts'), '--quiet'], {
    stdio: 'inherit',
    cwd: PROJECT,
  });
  if (status !== 0) throw new Error('What cannot be built cannot be measured.');
}

/** Every round of every arm at one size. An arm that fails is told and left out: its ratios are then not run. */
async function measure(n: number, { rounds, arms, seed }: BenchOptions, shared: string): Promise<SizeRun> {
  await bookOf({ n, seed, shared, workerUrl: BUILT_WORKER }, n === 0 ? 'linkedin' : 'network');
  const done: Partial<Record<ArmName, Awaited<ReturnType<typeof runArmProcess>>>>[] = [];
  const wanted = arms.filter((arm) => n > 0 || arm.startsWith('start-'));
  for (let round = 0; round < rounds; round += 1) {
    const results: (typeof done)[number] = {};
    for (const arm of rotated(wanted, round)) {
      try {
        results[arm] = await runArmProcess(arm, { n, seed, shared });
        console.error(`${n} people, round ${round + 1}: ${arm} ${results[arm].ms.toFixed(1)} ms`);
      } catch (error) {
        console.error(error instanceof Error ? error.message : String(error));
      }
    }
    done.push(results);
  }
  return { n, rounds: done };
}

async function bench(options: BenchOptions): Promise<boolean> {
  build();
  const shared = mkdtempSync(path.join(tmpdir(), 'acquaint-bench-shared-'));
  try {
    const samples: SizeRun[] = [];
    for (const n of options.sizes) samples.push(await measure(n, options, shared));
    const slack = options.quick ? QUICK_SLACK : 1;
    const judgements = samples.flatMap(({ n, rounds }) =>
      BUDGETS.filter(
        ({ ours, rival }) =>
          (n > 0 || ours.arm.startsWith('start-')) &&
          options.arms.includes(ours.arm) &&
          options.arms.includes(rival.arm),
      ).map((comparison) => judge(comparison, n, rounds, slack)),
    );
    for (const judgement of judgements) console.log(lineOf(judgement));
    if (options.write) {
      const report = {
        measuredOn: new Date().toISOString().slice(0, 10),
        ...surroundings(),
        seed: options.seed,
        judgements,
        samples,
      };
      writeFileSync(path.join(PROJECT, 'docs', 'PERFORMANCE.md'), markdown(report));
      writeFileSync(path.join(PROJECT, 'docs', 'performance.json'), `${JSON.stringify(report, null, 1)}\n`);
    }
    return judgements.every(({ verdict }) => verdict === 'within');
  } finally {
    rmSync(shared, { recursive: true, force: true });
  }
}

try {
  const passed = await bench(readBenchOptions(process.argv.slice(2), SEEDS));
  process.exitCode = passed ? 0 : 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
