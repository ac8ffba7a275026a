import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import {
  ActionCounts,
  ImportBatch,
  ImportBatchId,
  ImportItem,
  ItemAction,
  ItemChoice,
} from '#core/imports/model.ts';
import { command, job, Page, paged, query } from './base.ts';

export const UploadId = z.string().min(1).max(64).brand<'Upload'>();

/** How far long work has come, in records. */
export const Progress = z.strictObject({
  phase: z.enum(['reading', 'planning', 'writing']),
  done: z.int().nonnegative(),
  total: z.int().nonnegative(),
});

/** 1 MiB of file, base64: frames stay small and no path ever crosses the border. */
export const CHUNK_BYTES = 1_048_576;

export const imports = {
  /** Opens an upload; `files` are the names and sizes of what was dropped (one file, or a folder's files). */
  begin: job
    .input(
      z.strictObject({
        files: z
          .array(z.strictObject({ name: z.string().max(1000), size: z.int().nonnegative() }))
          .min(1)
          .max(2000),
      }),
    )
    .output(z.strictObject({ uploadId: UploadId })),
  chunk: job
    .input(
      z.strictObject({ uploadId: UploadId, file: z.int().nonnegative(), base64: z.string().max(1_500_000) }),
    )
    .output(z.void()),
  /** Reads what was uploaded, plans it against the book and stores the plan; nothing in the book changes yet. */
  stage: job
    .input(z.strictObject({ uploadId: UploadId, fileName: z.string().max(1000) }))
    .output(eventIterator(Progress, z.strictObject({ batchId: ImportBatchId }))),
  list: query.output(z.array(ImportBatch)),
  get: query.input(z.strictObject({ id: ImportBatchId })).output(ImportBatch),
  items: query
    .input(z.strictObject({ id: ImportBatchId, action: ItemAction, page: Page }))
    .output(paged(ImportItem)),
  /** The owner's choice for records of the preview; `join` only where the plan is `review`. */
  choose: command
    .input(
      z.strictObject({
        id: ImportBatchId,
        itemIds: z.array(z.int().positive()).max(5000),
        choice: ItemChoice,
      }),
    )
    .output(z.void()),
  /** Does what the preview shows, in one transaction. */
  apply: command
    .input(z.strictObject({ id: ImportBatchId }))
    .output(eventIterator(Progress, z.strictObject({ counts: ActionCounts }))),
  /** Takes a whole batch back; what the owner added since stays. */
  revert: command
    .input(z.strictObject({ id: ImportBatchId }))
    .output(z.strictObject({ removed: z.int(), kept: z.int() })),
  /** Throws a staged plan away. */
  discard: command.input(z.strictObject({ id: ImportBatchId })).output(z.void()),
};
