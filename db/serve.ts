// The door's inner side: every procedure parsed once, given its capability, run in its transaction, errors closed.
import { implement, ORPCError } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import { getEventIteratorSchemaDetails } from '@orpc/contract';
import type { AnyContractProcedure } from '@orpc/contract';
import type { MessagePort } from 'node:worker_threads';
import { bookContract } from '#api/contract.ts';
import type { Lane } from '#api/base.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { bulkHandlers } from './bulk/handlers.ts';
import { contactHandlers } from './contacts/handlers.ts';
import { duplicateHandlers } from './duplicates/handlers.ts';
import { eventHandlers } from './events/handlers.ts';
import { exportHandlers } from './exports/handlers.ts';
import { holdingsHandlers } from './holdings/handlers.ts';
import { importHandlers } from './imports/handlers.ts';
import { introductionHandlers } from './introductions/handlers.ts';
import { invitationHandlers } from './invitations/handlers.ts';
import { auditHandlers } from './invitations/audit-handlers.ts';
import { ruleHandlers } from './invitations/rule-handlers.ts';
import type { JobsThread } from './jobs-thread.ts';
import { loadChecker } from './letters/checker.ts';
import { letterHandlers } from './letters/handlers.ts';
import { mannersHandlers } from './manners/handlers.ts';
import type { LockFlag } from './lock/flag.ts';
import { guardedStream, refuseWhileLocked } from './lock/guard.ts';
import { lockHandlers } from './lock/handlers.ts';
import { networkHandlers } from './network/handlers.ts';
import type { ReaderThread } from './reader-thread.ts';
import { reminderHandlers } from './reminders/handlers.ts';
import { bookHandlers } from './settings/handlers.ts';
import { tagHandlers } from './tags/handlers.ts';
import { trashHandlers } from './trash/handlers.ts';
import { troubleOf } from './trouble.ts';
import { viewHandlers } from './views/handlers.ts';
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
const LOADED_BEFORE: Readonly<Record<string, () => Promise<void>>> = { 'letters.save': loadChecker };

interface Invocation {
  readonly input: unknown;
  readonly now: DateTime;
  readonly signal: AbortSignal | undefined;
  readonly lock: LockFlag;
}
type AnyHandler = (call: object) => unknown;
type Handlers = Readonly<Record<string, Readonly<Record<string, AnyHandler>>>>;

// Each is checked against its part of the contract where it is written (HandlersFor); `run` gives every handler
// the call of its own lane, which is what it takes.
const handlers = {
  book: bookHandlers,
  contacts: contactHandlers,
  duplicates: duplicateHandlers,
  events: eventHandlers,
  network: networkHandlers,
  invitations: invitationHandlers,
  rules: ruleHandlers,
  audit: auditHandlers,
  introductions: introductionHandlers,
  manners: mannersHandlers,
  reminders: reminderHandlers,
  imports: importHandlers,
  exports: exportHandlers,
  holdings: holdingsHandlers,
  trash: trashHandlers,
  views: viewHandlers,
  letters: letterHandlers,
  bulk: bulkHandlers,
  tags: tagHandlers,
  lock: lockHandlers,
} satisfies { [Feature in keyof typeof bookContract]: object } as unknown as Handlers;

/** What one thread serves on every port it is given: its own lane's procedures, while the book is not locked. */
export function server(thread: Thread, lock: LockFlag, log: (line: string) => void) {
  const router = buildRouter(thread, lock, log);
  const rpc = new RPCHandler(router);
  return {
    serve(port: MessagePort): void {
      rpc.upgrade(port);
      port.start();
    },
  };
}

function buildRouter(thread: Thread, lock: LockFlag, log: (line: string) => void) {
  const os = implement(bookContract);
  const router: Record<string, Record<string, unknown>> = {};
  for (const [feature, procedures] of Object.entries(bookContract)) {
    const served: Record<string, unknown> = {};
    for (const [verb, procedure] of Object.entries<AnyContractProcedure>(procedures)) {
      const lane = procedure['~orpc'].meta['lane'] as Lane; // set by every builder of api/base.ts
      const handler = handlers[feature]?.[verb];
      if (lane !== thread.lane || handler === undefined) continue;
      const isLong = getEventIteratorSchemaDetails(procedure['~orpc'].outputSchema) !== undefined;
      const answering: Answering = { thread, handler, code: `${feature}.${verb}`, isLong, log };
      served[verb] = implementerOf(os, feature, verb).handler(({ input, signal }) =>
        answer(answering, { input, now: new Date().toISOString(), signal, lock }),
      );
    }
    router[feature] = served;
  }
  // A plain record of procedures is what a router is; `implement` cannot type one built by a loop.
  return router as unknown as ConstructorParameters<typeof RPCHandler>[0];
}

interface Implementer {
  handler(run: (call: { input: unknown; signal: AbortSignal | undefined }) => Promise<unknown>): unknown;
}

function implementerOf(os: unknown, feature: string, verb: string): Implementer {
  // `os` has one implementer for each procedure of the contract that `feature` and `verb` were just read from.
  return (os as Record<string, Record<string, Implementer>>)[feature]![verb]!;
}

interface Answering {
  readonly thread: Thread;
  readonly handler: AnyHandler;
  readonly code: string;
  /** The answer is a stream of progress. */
  readonly isLong: boolean;
  readonly log: (line: string) => void;
}

async function answer(answering: Answering, call: Invocation): Promise<unknown> {
  const { code, log } = answering;
  const start = performance.now();
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
