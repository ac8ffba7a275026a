// The shape of every handler: what it is given follows from the contract's lane, so a query cannot write.
import type { ContractProcedure, InferSchemaInput, InferSchemaOutput } from '@orpc/contract';
import type { AnySchema, ErrorMap } from '@orpc/contract';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from './book.ts';
import type { WriteBook } from './history/journal.ts';
import type { LockFlag } from './lock/flag.ts';
import type { JobsThread } from './jobs-thread.ts';
import type { ReaderThread } from './reader-thread.ts';
import type { WriterThread } from './writer-thread.ts';

interface Call<Input> {
  readonly input: Input;
  readonly now: DateTime;
  readonly signal: AbortSignal | undefined;
  readonly lock: LockFlag;
}

/** A query sees a book it can only read, and what the reader thread keeps in memory. */
export interface QueryCall<Input> extends Call<Input> {
  readonly book: ReadBook;
  readonly reader: ReaderThread;
}

/** A command runs inside one transaction and never waits: SQLite is synchronous, and so is it. */
export interface CommandCall<Input> extends Call<Input> {
  readonly book: WriteBook;
  readonly writer: WriterThread;
}

/** A command that reports progress holds the writer for as long as it runs and owns its transaction. */
export interface LongCommandCall<Input> extends Call<Input> {
  readonly writer: WriterThread;
}

export interface JobCall<Input> extends Call<Input> {
  readonly jobs: JobsThread;
}

type Handler<Lane, In, Out> = Lane extends 'write'
  ? [Out] extends [AsyncIteratorObject<unknown, unknown, void>]
    ? (call: LongCommandCall<In>) => Out
    : (call: CommandCall<In>) => Out
  : Lane extends 'read'
    ? (call: QueryCall<In>) => Out | Promise<Out>
    : (call: JobCall<In>) => Out | Promise<Out>;

type HandlerFor<Procedure> =
  Procedure extends ContractProcedure<
    infer In extends AnySchema,
    infer Out extends AnySchema,
    infer _ extends ErrorMap,
    infer Meta
  >
    ? Meta extends { lane: infer Lane }
      ? Handler<Lane, InferSchemaOutput<In>, InferSchemaInput<Out>>
      : never
    : never;

/** One handler for each procedure of a feature: a missing or surplus one does not compile. */
export type HandlersFor<Feature> = { readonly [Verb in keyof Feature]: HandlerFor<Feature[Verb]> };
