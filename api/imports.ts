import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { Encoding } from '#core/formats/encodings.ts';
import {
  ActionCounts,
  ColumnMapping,
  ImportBatch,
  ImportBatchId,
  ImportItem,
  ItemAction,
  ItemChoice,
  Reading,
  SourceKind,
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
          .max(20_000),
      }),
    )
    .output(z.strictObject({ uploadId: UploadId })),
  chunk: job
    .input(
      z.strictObject({ uploadId: UploadId, file: z.int().nonnegative(), base64: z.string().max(1_500_000) }),
    )
    .output(z.void()),
  /** The beginning of one entry of an upload as it would be read, for the screen on which that is put right. */
  look: job
    .input(
      z.strictObject({ uploadId: UploadId, entryName: z.string().max(1000), reading: Reading.default({}) }),
    )
    .output(
      z.strictObject({
        /** Its first characters, decoded; at most 4 000. */
        head: z.string().max(4000),
        encoding: Encoding,
        /** The first 20 rows of a table, as cells; none of anything else. */
        rows: z.array(z.array(z.string())),
        mapping: ColumnMapping.optional(),
        /** What it could be read as, the likeliest first. */
        kinds: z.array(SourceKind),
      }),
    ),
  /**
   * Reads what was uploaded, plans it against the book and stores the plan; nothing in the book changes yet. The upload
   * stays open, so that it can be read differently: `readings` say how, by entry name, and `replaces` names the batch
   * staged before, which is discarded when the new one is kept. Applying or discarding ends the upload, as does the next
   * `begin`.
   */
  stage: job
    .input(
      z.strictObject({
        uploadId: UploadId,
        fileName: z.string().max(1000),
        readings: z.record(z.string().max(1000), Reading).default({}),
        replaces: ImportBatchId.optional(),
        /** ISO 3166-1 alpha-2; absent: the country of the owner's preferences. */
        region: z
          .string()
          .regex(/^[A-Z]{2}$/)
          .optional(),
      }),
    )
    .output(eventIterator(Progress, z.strictObject({ batchId: ImportBatchId }))),
  list: query.output(z.array(ImportBatch)),
  get: query.input(z.strictObject({ id: ImportBatchId })).output(ImportBatch),
  /** Records of one tab of the preview; `search` is looked for in names and details, however they are spelt. */
  items: query
    .input(
      z.strictObject({
        id: ImportBatchId,
        action: ItemAction,
        search: z.string().max(200).default(''),
        page: Page,
      }),
    )
    .output(paged(ImportItem)),
  /** The owner's choice for records of the preview; `join` only where the plan is `review` and names somebody. */
  choose: command
    .input(
      z.strictObject({
        id: ImportBatchId,
        itemIds: z.array(z.int().positive()).max(5000),
        choice: ItemChoice,
      }),
    )
    .output(z.void()),
  /** The same for every record of a tab, or every one that `search` finds in it; those it cannot be said of stay. */
  chooseAll: command
    .input(
      z.strictObject({
        id: ImportBatchId,
        action: ItemAction,
        search: z.string().max(200).default(''),
        choice: ItemChoice,
      }),
    )
    .output(z.void()),
  /** Which of a record's changes, by their place, the owner does not want; somebody new keeps their name. */
  leaveOut: command
    .input(
      z.strictObject({
        id: ImportBatchId,
        itemId: z.int().positive(),
        leftOut: z.array(z.int().nonnegative()).max(5000),
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
