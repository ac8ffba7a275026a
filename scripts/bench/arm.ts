// What every arm shares: how it is told what to do, and the one line it answers with.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { type Book, openBook } from '#db/client.ts';
import { connectInProcess } from '#scripts/in-process-client.ts';
import { BUILT_WORKER, bookOf, type PreparedBook, SEEDS, SOURCE_WORKER } from './prepare.ts';

/** One measurement. `ms` is what the arm is about; `figures` are further numbers, milliseconds unless their name says more. */
export interface ArmResult {
  readonly arm: string;
  readonly n: number;
  readonly rows: number;
  readonly ms: number;
  /** The most memory the process ever held, in MiB. */
  readonly rssMb: number;
  /** What the work came to. Two arms are compared only when these agree. */
  readonly correct: Readonly<Record<string, number>>;
  readonly figures: Readonly<Record<string, number>>;
}

export interface ArmTask {
  /** People. */
  readonly n: number;
  readonly seed: number;
  /** Where prepared files are kept between arms. */
  readonly shared: string;
  /** A folder of this process alone, deleted at its end. */
  readonly own: string;
  readonly workerUrl: URL;
}

type Measured = Pick<ArmResult, 'rows' | 'ms' | 'correct'> & Partial<Pick<ArmResult, 'figures' | 'rssMb'>>;

const BYTES_IN_MB = 1_048_576;

/** Runs one arm as the program it is: reads its words, measures, prints one line of JSON. */
export async function runArm(arm: string, measure: (task: ArmTask) => Promise<Measured>): Promise<void> {
  const { values } = parseArgs({
    options: {
      n: { type: 'string', default: '10000' },
      seed: { type: 'string', default: String(SEEDS.judging) },
      shared: { type: 'string' },
      source: { type: 'boolean', default: false },
    },
  });
  const own = mkdtempSync(path.join(tmpdir(), 'acquaint-bench-'));
  try {
    const measured = await measure({
      n: Number(values.n),
      seed: Number(values.seed),
      shared: values.shared ?? own,
      own,
      workerUrl: values.source ? SOURCE_WORKER : BUILT_WORKER,
    });
    // maxRSS is in KiB on every system.
    const rssMb = Math.round((process.resourceUsage().maxRSS * 1024) / BYTES_IN_MB);
    const result: ArmResult = { arm, n: Number(values.n), rssMb, figures: {}, ...measured };
    console.log(JSON.stringify(result));
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/** Opens a book the way a window has it, and waits until its search index is there. */
export async function openedBook(task: ArmTask, file: string) {
  const book: Book = await openBook({ file, workerUrl: task.workerUrl });
  const { client, disconnect } = connectInProcess(book);
  await client.contacts.find({ text: 'a' });
  return {
    client,
    close: async (): Promise<void> => {
      disconnect();
      await book.close();
    },
  };
}

/** A copy of the prepared book of `task.n` people, to be changed at will. */
export async function copyOfBook(task: ArmTask, kind: PreparedBook = 'linkedin'): Promise<string> {
  const file = path.join(task.own, 'copy.acquaint');
  copyFileSync(await bookOf(task, kind), file);
  return file;
}

/** Milliseconds that `work` took, with its answer. */
export async function timed<Answer>(work: () => Promise<Answer> | Answer) {
  const start = performance.now();
  const answer = await work();
  return { ms: performance.now() - start, answer };
}

/** The smallest value that at least `share` of the samples do not exceed (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}

/** The middle and the slow end, under names that begin with `prefix`. */
export function spread(samples: readonly number[], prefix = ''): Record<string, number> {
  const name = (end: string) => (prefix === '' ? end : prefix + end.toUpperCase());
  return { [name('p50')]: percentile(samples, 0.5), [name('p95')]: percentile(samples, 0.95) };
}

export const total = (samples: readonly number[]): number => samples.reduce((sum, one) => sum + one, 0);
