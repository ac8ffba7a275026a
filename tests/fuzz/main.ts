// npm run fuzz -- [--cases N] [--format NAME] [--seed N] [--from N] [--jobs N]
// Damages sound files of every kind over and over and tells what broke, with the seed and the case that repeat it:
// `npm run fuzz -- --format vcard/all.vcf --seed 1 --from 4711 --cases 4712`. What hangs is ended and told as well.
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { type FuzzFailure, type FuzzTask, TARGETS } from './worker.ts';

const HANG_MS = 20_000;
/** A thread that has not begun yet is loading the sources, which takes a while on a busy machine. */
const START_MS = 300_000;
const LOOK_MS = 500;
/** As many cases of one mistake are told. */
const TOLD = 3;

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: '20000' },
    format: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
    from: { type: 'string', default: '0' },
    jobs: { type: 'string' },
  },
});
const number = (text: string, name: string): number => {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 0)
    throw new Error(`--${name} needs a whole number, not ${text}.`);
  return value;
};
const cases = number(values.cases, 'cases');
const seed = number(values.seed, 'seed');
const from = number(values.from, 'from');
const jobs = number(values.jobs ?? String(Math.max(1, availableParallelism() - 1)), 'jobs');
const targets = TARGETS.filter((target) => target.includes(values.format));
if (targets.length === 0)
  throw new Error(`Nothing is called ${values.format}. There are: ${TARGETS.join(', ')}.`);

const failed = new Map<string, number>();
const told = new Map<string, number>();

function tell(target: string, { at, message }: FuzzFailure): void {
  failed.set(target, (failed.get(target) ?? 0) + 1);
  const mistake = `${target} ${message.replaceAll(/\d+/g, 'n')}`;
  const times = (told.get(mistake) ?? 0) + 1;
  told.set(mistake, times);
  if (times <= TOLD) console.log(`✗ ${target} --seed ${seed} --from ${at} --cases ${at + 1}: ${message}`);
}

/** Runs from one case on until the end or a hang; answers the case to go on with. */
async function part(target: string, begin: number): Promise<number> {
  const watched = new SharedArrayBuffer(8);
  const state = new Int32Array(watched);
  const task: FuzzTask = { target, seed, from: begin, cases, watched };
  const worker = new Worker(new URL('worker.ts', import.meta.url), { workerData: task });
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  worker.on('message', (failure: FuzzFailure) => tell(target, failure));
  worker.once('error', reject);
  worker.once('exit', () => resolve(cases));
  let seen = -1;
  let since = performance.now();
  const watchdog = setInterval(() => {
    const begun = Atomics.load(state, 1);
    if (begun !== seen) {
      seen = begun;
      since = performance.now();
    } else if (performance.now() - since > (begun === 0 ? START_MS : HANG_MS)) {
      const at = begun === 0 ? begin : Atomics.load(state, 0);
      tell(target, { at, message: `hang: no answer after ${HANG_MS} ms` });
      resolve(at + 1);
    }
  }, LOOK_MS);
  try {
    return await promise;
  } finally {
    clearInterval(watchdog);
    await worker.terminate();
  }
}

async function fuzz(target: string): Promise<void> {
  const start = performance.now();
  let at = from;
  while (at < cases) {
    try {
      at = await part(target, at);
    } catch (error) {
      // The thread itself has died: out of memory, most likely. Which case it was, is not known to more than its target.
      tell(target, { at, message: `died: ${error instanceof Error ? error.message : String(error)}` });
      break;
    }
  }
  const seconds = ((performance.now() - start) / 1000).toFixed(0);
  console.log(
    `${failed.has(target) ? '✗' : '✓'} ${target}: ${cases - from} cases, ${failed.get(target) ?? 0} failed, ${seconds} s`,
  );
}

const waiting = [...targets];
await Promise.all(
  Array.from({ length: Math.max(1, jobs) }, async () => {
    for (let target = waiting.shift(); target !== undefined; target = waiting.shift()) await fuzz(target);
  }),
);
process.exitCode = failed.size === 0 ? 0 : 1;
