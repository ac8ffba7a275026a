// Reading and planning what was uploaded, on the jobs thread; nothing in the book changes yet.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ORPCError } from '@orpc/server';
import type { z } from 'zod';
import type { Progress } from '#api/imports.ts';
import type { EntryReport, ImportBatchId } from '#core/imports/model.ts';
import { countActions, planImport } from '#core/imports/plan.ts';
import type { PlannedEntry, PlannedItem } from '#core/imports/plan.ts';
import { ownerOf } from '#core/imports/plan-owner.ts';
import { readEntry } from '#core/imports/read-entry.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { JobsThread } from '#db/jobs-thread.ts';
import { ArchiveError, readArchive } from './archive.ts';
import { bookLookup } from './lookup.ts';
import type { KeptPlan, StagedBatch, StagedItem } from './staging.ts';

interface Staging {
  readonly fileName: string;
  readonly now: DateTime;
  readonly signal: AbortSignal | undefined;
}

type Unreadable = ConstructorParameters<typeof ArchiveError>[0];

const unreadable = (why: Unreadable | 'not_recognised' | 'no_rows', detail: string) =>
  new ORPCError('UNREADABLE_FILE', { data: { why, detail } });

/**
 * Reads the files, plans every record against the book and has the writer keep the plan. Throws UNREADABLE_FILE
 * when there is nothing in them to import; ending the iteration, or aborting, leaves no trace.
 */
export async function* stage(
  jobs: JobsThread,
  files: { name: string; bytes: Uint8Array }[],
  { fileName, now, signal }: Staging,
): AsyncGenerator<z.infer<typeof Progress>, { batchId: ImportBatchId }> {
  jobs.attend();
  const { entries, reports } = await opened(files);
  const read: PlannedEntry[] = [];
  const said: EntryReport[] = [...reports];
  for (const [done, { name, bytes }] of entries.entries()) {
    jobs.attend();
    yield { phase: 'reading', done, total: entries.length };
    await nextTurn();
    signal?.throwIfAborted();
    const { report, parsed } = readEntry(name, bytes);
    said.push(report);
    if (parsed !== undefined) read.push({ entryName: name, parsed });
  }
  refuseNothing(said, read, fileName);
  jobs.attend();
  yield { phase: 'planning', done: 0, total: said.reduce((sum, { records }) => sum + records, 0) };
  await nextTurn();
  signal?.throwIfAborted();
  const planned = planImport(read, bookLookup(jobs.book));
  yield { phase: 'writing', done: 0, total: planned.length };
  const owner = ownerOf(read);
  const batch: StagedBatch = {
    fileName,
    now,
    entries: said,
    counts: countActions(planned),
    owner: owner === undefined ? undefined : { fn: owner.fn, url: owner.url },
  };
  return { batchId: await jobs.keepStaged(batch, inPieces(planned)) };
}

/** Large enough that sending costs little, small enough that the writer has something to do at once. */
const PIECE = 2000;

function* inPieces(planned: readonly PlannedItem[]): Generator<StagedItem[]> {
  for (let at = 0; at < planned.length; at += PIECE) yield planned.slice(at, at + PIECE).map(toStaged);
}

async function opened(files: { name: string; bytes: Uint8Array }[]) {
  try {
    return await readArchive(files);
  } catch (error) {
    if (error instanceof ArchiveError) throw unreadable(error.why, error.detail);
    throw error;
  }
}

/** A file without a single record is an answer, not an empty preview. */
function refuseNothing(said: readonly EntryReport[], read: readonly PlannedEntry[], fileName: string): void {
  if (read.length === 0)
    throw unreadable('not_recognised', said.map(({ entryName }) => entryName).join(', ') || fileName);
  if (said.every(({ records }) => records === 0)) throw unreadable('no_rows', fileName);
}

function toStaged(item: PlannedItem): StagedItem {
  const {
    entryName,
    line,
    subject,
    action,
    fn,
    detail,
    contactId,
    changes,
    issues,
    contact,
    invitation,
    owner,
  } = item;
  const plan: KeptPlan = {
    changes,
    issues,
    // What is there already needs no draft: applying it does nothing.
    ...(contact === undefined || action === 'same' ? {} : { contact }),
    ...(invitation === undefined || action === 'same' ? {} : { invitation }),
    ...(owner === undefined ? {} : { owner }),
  };
  return { entryName, line, subject, action, fn, detail, contactId, plan: JSON.stringify(plan) };
}
