// The door's inner side: every procedure parsed once, given its capability, run in its transaction, errors closed.
import { implement, lazy, ORPCError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { getEventIteratorSchemaDetails } from '@orpc/contract';
import type { AnyContractProcedure } from '@orpc/contract';
import type { AnyRouter, Lazy } from '@orpc/server';
import type { MessagePort } from 'node:worker_threads';
import type { Lane } from '#api/lane-names.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { JobsThread } from './jobs-thread.ts';
import type { LockFlag } from './lock/flag.ts';
import { guardedStream, refuseWhileLocked } from './lock/guard.ts';
import type { ReaderThread } from './reader-thread.ts';
import { FEATURES } from './served.ts';
import type { Loaded } from './served.ts';
import type { Settling } from './settling.ts';
import { troubleOf } from './trouble.ts';
import type { WriterThread } from './writer-thread.ts';

/** The thread that answers; one of the three. */
export type Thread =
  | { readonly lane: 'read'; readonly reader: ReaderThread }
  | { readonly lane: 'write'; readonly writer: WriterThread }
  | { readonly lane: 'jobs'; readonly jobs: JobsThread };

/** Long enough to be felt as a stutter; logged with the procedure's name and nothing else. */
const SLOW_MS = 40;

/** Deeds that undo does not take back: they are about looking, or have their own way back. */
const NOT_UNDOABLE = new Set([
  'book.setPreferences',
  'book.undo',
  'book.redo',
  'lock.lock',
  'lock.unlock',
  'lock.choose',
  'lock.configure',
  'lock.remove',
  'imports.choose',
  'imports.chooseAll',
  'imports.leaveOut',
  'imports.discard',
  'imports.revert',
]);

/** What a command needs that is loaded when it is wanted: it may not wait inside its transaction. */
const LOADED_BEFORE: Readonly<Record<string, () => Promise<void>>> = {
  'letters.save': async () => (await import('./letters/checker.ts')).loadChecker(),
};

interface Invocation {
  readonly input: unknown;
  readonly now: DateTime;
  readonly signal: AbortSignal | undefined;
  readonly lock: LockFlag;
}
type AnyHandler = (call: object) => unknown;
/** What one thread serves on every port it is given: its own lane's procedures, while the book is not locked. */
export function server(thread: Thread, rest: Omit<Serving, 'thread'>) {
  const rpc = new RPCHandler(buildRouter({ thread, ...rest }));
  return {
    /** `first` is a frame that has been read from the port already. */
    serve(port: MessagePort, first?: unknown): void {
      rpc.upgrade(port);
      if (first !== undefined) port.dispatchEvent(new MessageEvent('message', { data: first }));
      port.start();
    },
  };
}

/** A feature's procedures of one lane, loaded when the first of them is asked for. */
function buildRouter(serving: Serving) {
  const router: Record<string, Lazy<AnyRouter>> = {};
  for (const [feature, load] of Object.entries(FEATURES)) {
    router[feature] = lazy(async () => ({ default: servedOf(feature, await load(), serving) }));
  }
  return router;
}

interface Serving {
  readonly thread: Thread;
  readonly lock: LockFlag;
  readonly log: (line: string) => void;
  readonly settling?: Settling | undefined;
}

function servedOf(feature: string, { contract, handlers }: Loaded, serving: Serving) {
  const { thread, lock, log, settling } = serving;
  const os = implement(contract);
  const served: Record<string, unknown> = {};
  for (const [verb, procedure] of Object.entries<AnyContractProcedure>(contract)) {
    const lane = procedure['~orpc'].meta['lane'] as Lane; // set by every builder of api/base.ts
    // `run` gives every handler the call of its own lane, which is what it takes.
    const handler = (handlers as Readonly<Record<string, AnyHandler>>)[verb];
    if (lane !== thread.lane || handler === undefined) continue;
    const isLong = getEventIteratorSchemaDetails(procedure['~orpc'].outputSchema) !== undefined;
    const answering: Answering = { thread, handler, code: `${feature}.${verb}`, isLong, log, settling };
    served[verb] = implementerOf(os, verb).handler(({ input, signal }) =>
      answer(answering, { input, now: new Date().toISOString(), signal, lock }),
    );
  }
  // A plain record of procedures is what a router is; `implement` cannot type one built by a loop.
  return served as unknown as AnyRouter;
}

interface Implementer {
  handler(run: (call: { input: unknown; signal: AbortSignal | undefined }) => Promise<unknown>): unknown;
}

function implementerOf(os: unknown, verb: string): Implementer {
  // `os` has one implementer for each procedure of the contract that `verb` was just read from.
  return (os as Record<string, Implementer>)[verb]!;
}

interface Answering {
  readonly thread: Thread;
  readonly handler: AnyHandler;
  readonly code: string;
  /** The answer is a stream of progress. */
  readonly isLong: boolean;
  readonly log: (line: string) => void;
  readonly settling: Settling | undefined;
}

async function answer(answering: Answering, call: Invocation): Promise<unknown> {
  const { code, log, settling } = answering;
  const start = performance.now();
  settling?.begins();
  try {
    refuseWhileLocked(code, call.lock);
    const result = await run(answering, call);
    if (isStream(result)) return guardedStream(code, call.lock, result);
    // What has been changed is changed; what was read is not told any more.
    if (answering.thread.lane !== 'write') refuseWhileLocked(code, call.lock);
    return result;
  } catch (error) {
    throw explained(error, code, log);
  } finally {
    settling?.ends();
    const ms = performance.now() - start;
    if (ms > SLOW_MS) log(`slow ${code} ${ms.toFixed(0)} ms`);
  }
}

const isStream = (result: unknown): result is AsyncIterable<unknown> =>
  typeof result === 'object' && result !== null && Symbol.asyncIterator in result;

async function run({ thread, handler, code, isLong }: Answering, call: Invocation): Promise<unknown> {
  if (thread.lane === 'read') return handler({ ...call, book: thread.reader.book, reader: thread.reader });
  if (thread.lane === 'jobs') return handler({ ...call, jobs: thread.jobs });
  const { writer } = thread;
  // It reports progress, and holds the writer's turn itself for as long as it runs.
  if (isLong) return handler({ ...call, writer });
  await LOADED_BEFORE[code]?.();
  return writer.command({ code, undoable: !NOT_UNDOABLE.has(code) }, call.now, (book) => {
    const result = handler({ ...call, book, writer });
    if (result instanceof Promise) throw new Error(`${code} must not wait inside its transaction`);
    return result;
  });
}

/** Errors a person can act on keep their code; anything else is ours, logged here and INTERNAL outside. */
export function explained(error: unknown, code: string, log: (line: string) => void): unknown {
  if (error instanceof ORPCError) return error;
  const why = troubleOf(error);
  if (why !== undefined) return new ORPCError('BOOK_UNAVAILABLE', { data: { why } });
  log(`failed ${code} ${error instanceof Error ? (error.stack ?? error.message) : typeof error}`);
  return error;
}
