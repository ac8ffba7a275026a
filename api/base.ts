// The two halves of every procedure's promise: what it may do, and which thread answers it.
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { errors } from './errors.ts';

const errorsOf = oc.errors(errors);

/** Answers from the book without changing it. */
export const query = errorsOf.$meta<{ lane: 'read' }>({ lane: 'read' });
/** Changes the book, in one transaction, undoable. */
export const command = errorsOf.$meta<{ lane: 'write' }>({ lane: 'write' });
/** Long work that reads and reports progress. */
export const job = errorsOf.$meta<{ lane: 'jobs' }>({ lane: 'jobs' });
/** Done by the host, outside the book. */
export const hostCall = errorsOf.$meta<{ lane: 'host' }>({ lane: 'host' });

/** A window on a long list. */
export const Page = z.strictObject({
  offset: z.int().nonnegative().default(0),
  limit: z.int().positive().max(500).default(100),
});

/** One window of a list and how long the whole list is. */
export const paged = <Row extends z.ZodType>(row: Row) =>
  z.strictObject({ total: z.int().nonnegative(), rows: z.array(row) });
