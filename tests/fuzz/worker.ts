// One file damaged over and over, on a thread of its own so that a case without an end can be ended from outside.
import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import type { SourceKind } from '#core/imports/model.ts';
import { FORMATS } from '#core/imports/formats.ts';
import { FUZZ_ARCHIVES, unpack } from './archives.ts';
import {
  bytesOf,
  missingOf,
  MOST_MS,
  namesIn,
  plain,
  lookedAt,
  planTwice,
  read,
  seen,
  soundNames,
  startOf,
  timed,
} from './checks.ts';
import { type Damage, damage, damaged } from './damage.ts';
import { FUZZ_FILES, type FuzzFile } from './files.ts';

export interface FuzzTask {
  readonly target: string;
  readonly seed: number;
  readonly from: number;
  readonly cases: number;
  /** The case at hand, and how often a case has begun: what the watchdog looks at. */
  readonly watched: SharedArrayBuffer;
}

export interface FuzzFailure {
  readonly at: number;
  readonly message: string;
}

/** What can be damaged: files by kind and name, archives by name. */
export const TARGETS: readonly string[] = [
  ...FUZZ_FILES.map(({ kind, name }) => `${kind}/${name}`),
  ...FUZZ_ARCHIVES.map(({ name }) => `archive/${name}`),
];

/** What else is done with a file, in one case of so many: it costs more than reading it. */
const LOOKED = 16;
const READ_OTHERWISE = 8;
const PLANNED = 4;

interface Case {
  readonly damages: readonly Damage[];
  readonly count: number;
  readonly kind: SourceKind;
}

const KINDS = FORMATS.flatMap(({ kinds }) => kinds);
const cases: fc.Arbitrary<Case> = fc.record({
  damages: fc.array(damage, { minLength: 1, maxLength: 3 }),
  count: fc.nat({ max: 1000 }),
  kind: fc.constantFrom(...KINDS),
});

/** The case of that number: the same for the same seed, whatever ran before. */
export const caseOf = (seed: number, at: number): Case =>
  fc.sample(cases, { seed: seed + at * 7919, numRuns: 1 })[0]!; // as many as asked for

const damagedBy = (
  bytes: Uint8Array,
  start: number,
  damages: readonly Damage[],
  others: readonly Uint8Array[],
) => damages.reduce((sofar, what) => damaged(sofar, start, what, others), bytes);

function fileCheck(file: FuzzFile): (one: Case, at: number) => void {
  const whole = bytesOf(file);
  const all = FUZZ_FILES.map(bytesOf);
  const counts = file.isSummedUp ? 0 : file.records.length;
  const sound = Array.from({ length: counts }, (_, count) => plain(soundNames(file, count)));
  return ({ damages, count, kind }, at) => {
    const spared = counts === 0 ? 0 : count % counts;
    const start = spared === 0 ? 0 : startOf(file, spared);
    const bytes = damagedBy(whole, start, damages, start === 0 ? all : [whole]);
    if (at % LOOKED === 0) lookedAt(file.name, bytes);
    if (at % READ_OTHERWISE === 0) timed(`reading as ${kind}`, () => read(file.name, bytes, { kind }));
    const answer = timed('reading', () => read(file.name, bytes));
    const lost = start === 0 ? [] : missingOf(sound[spared] ?? [], namesIn(answer));
    if (lost.length > 0) throw new Error(`lost: ${lost.join(', ')} (read as ${answer.report.kind})`);
    if (answer.parsed) seen(answer.parsed);
    if (answer.parsed && at % PLANNED === 0) planTwice(answer.parsed);
  };
}

function checkOf(target: string): (one: Case, at: number) => void | Promise<void> {
  const [kind, name = ''] = target.split('/', 2);
  const file = FUZZ_FILES.find((one) => one.kind === kind && one.name === name);
  if (file) return fileCheck(file);
  const archive = FUZZ_ARCHIVES.find((one) => one.name === name);
  if (archive === undefined) throw new Error(`no ${target}`);
  const all = FUZZ_ARCHIVES.map(({ bytes }) => bytes);
  return async ({ damages }) => {
    const start = performance.now();
    await unpack(archive.name, damagedBy(archive.bytes, 0, damages, all));
    const ms = performance.now() - start;
    // Inflating is done on other threads, so it is the clock on the wall here, with room for a busy machine.
    if (ms > 3 * MOST_MS) throw new Error(`slow: unpacking took ${ms.toFixed(0)} ms`);
  };
}

/** What went wrong and where in our own sources, short enough that the same mistake is told once. */
function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const where = /(?:core|db)\/[\w./-]+\.ts:\d+/.exec(error.stack ?? '')?.[0] ?? '';
  return `${error.message.slice(0, 300)} ${where}`.trim();
}

async function run({ target, seed, from, cases: most, watched }: FuzzTask): Promise<void> {
  const check = checkOf(target);
  const state = new Int32Array(watched);
  for (let at = from; at < most; at += 1) {
    Atomics.store(state, 0, at);
    Atomics.add(state, 1, 1);
    try {
      await check(caseOf(seed, at), at);
    } catch (error) {
      const failure: FuzzFailure = { at, message: messageOf(error) };
      parentPort?.postMessage(failure);
    }
  }
}

// Only a worker has a parent; the list of targets is imported by the program as well.
if (parentPort) await run(workerData as FuzzTask); // what main.ts gives
