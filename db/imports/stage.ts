// Reading and planning what was uploaded, on the jobs thread; nothing in the book changes yet.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ORPCError } from '@orpc/server';
import type { z } from 'zod';
import type { imports, Progress } from '#api/imports.ts';
import type { EntryReport, ImportBatchId, ParsedEntry, Reading } from '#core/imports/model.ts';
import { countActions, planImport } from '#core/imports/plan.ts';
import type { PlannedEntry } from '#core/imports/plan.ts';
import { lookAt, withCorrespondence } from '#core/imports/read-entry.ts';
import type { ReadEntry } from '#core/imports/read-entry.ts';
import { newCorrespondence } from '#core/imports/sources/correspondence.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { JobsThread } from '#db/jobs-thread.ts';
import { conflict, notFound } from '#db/problems.ts';
import { troubleOf } from '#db/trouble.ts';
import { ArchiveError, openDropped } from './archive.ts';
import type { Dropped, DroppedFile } from './dropped.ts';
import { inPieces } from './kept.ts';
import { bookLookup } from './lookup.ts';
import { ownerWords } from './owner-words.ts';
import { Pictures } from './pictures.ts';
import { knownReading, profileOf } from './profiles.ts';
import type { Profile } from './keep-profile.ts';
import { batchById } from './queries.ts';
import { readDropped } from './read-dropped.ts';
import { readyRows } from './ready-rows.ts';
import { spoolFolderOf } from './spool.ts';
import type { StagedBatch } from './staging.ts';

type InputOf<Verb extends 'stage' | 'look'> = z.output<
  NonNullable<(typeof imports)[Verb]['~orpc']['inputSchema']>
>;
type LookAnswer = z.input<NonNullable<(typeof imports)['look']['~orpc']['outputSchema']>>;

interface Call {
  readonly now: DateTime;
  readonly signal: AbortSignal | undefined;
}

type Unreadable = ConstructorParameters<typeof ArchiveError>[0];

const unreadable = (why: Unreadable | 'not_recognised' | 'no_rows' | 'disk_full', detail: string) =>
  new ORPCError('UNREADABLE_FILE', { data: { why, detail } });

/** How an entry would be read. Throws NOT_FOUND when the upload is over or has no such entry. */
export async function look(
  jobs: JobsThread,
  { uploadId, entryName, reading }: InputOf<'look'>,
): Promise<LookAnswer> {
  jobs.attend();
  for await (const { entry } of opened(jobs.uploads.peek(uploadId))) {
    if (entry?.name !== entryName) continue;
    const { rows, kinds, ...rest } = lookAt(entry.name, entry.bytes ?? entry.head, reading);
    return { ...rest, rows: rows.map((row) => [...row]), kinds: [...kinds] };
  }
  throw notFound('entry');
}

/**
 * Reads the files, plans every record against the book and has the writer keep the plan. Throws UNREADABLE_FILE
 * when there is nothing in them to import, CONFLICT `not_staged` when the batch to be replaced is a plan no more; ending
 * the iteration, or aborting, leaves no trace.
 */
export async function* stage(
  jobs: JobsThread,
  input: InputOf<'stage'>,
  call: Call,
): AsyncGenerator<z.infer<typeof Progress>, { batchId: ImportBatchId }> {
  const pictures = new Pictures(spoolFolderOf(jobs.book.file));
  try {
    return yield* staged(jobs, pictures, input, call);
  } finally {
    pictures.remove();
  }
}

async function* staged(
  jobs: JobsThread,
  pictures: Pictures,
  { uploadId, fileName, readings, replaces, region }: InputOf<'stage'>,
  { now, signal }: Call,
): AsyncGenerator<z.infer<typeof Progress>, { batchId: ImportBatchId }> {
  jobs.attend();
  if (replaces !== undefined && batchById(jobs.book, replaces).state !== 'staged')
    throw conflict('not_staged');
  const all: ReadEntry[] = [];
  const profiles: Profile[] = [];
  const owner = ownerWords(jobs.book);
  const correspondence = newCorrespondence({ ...owner, now });
  const context = { now, ...owner, ...(region !== undefined && { defaultRegion: region }), correspondence };
  const pause = async () => {
    jobs.attend();
    await nextTurn();
    signal?.throwIfAborted();
  };
  for await (const { entry, report } of opened(jobs.uploads.peek(uploadId))) {
    if (report !== undefined) {
      all.push({ report });
      continue;
    }
    // How many there are shows when the last has been unpacked.
    yield { phase: 'reading', done: all.length, total: all.length + 1 };
    await pause();
    const reading = readingOf(readings, entry.name) ?? knownReading(jobs.book, entry) ?? {};
    const profile = profileOf(entry, reading);
    if (profile !== undefined) profiles.push(profile);
    const read = await readDropped(entry, { ...context, reading }, pause);
    all.push(read.parsed === undefined ? read : { ...read, parsed: partedOnDisk(pictures, read.parsed) });
  }
  const done = withCorrespondence(all, correspondence);
  const said = done.map(({ report }) => report);
  const read = done.flatMap(({ report: { entryName }, parsed }) => (parsed ? { entryName, parsed } : []));
  refuseNothing(said, read, fileName);
  yield { phase: 'planning', done: 0, total: said.reduce((sum, { records }) => sum + records, 0) };
  await pause();
  const planned = planImport(read, bookLookup(jobs.book));
  yield { phase: 'writing', done: 0, total: planned.length };
  const found = planned.find(({ subject }) => subject === 'owner')?.owner;
  const batch: StagedBatch = {
    fileName,
    hash: jobs.uploads.hash(uploadId),
    now,
    entries: said,
    counts: countActions(planned),
    owner: found === undefined ? undefined : { fn: found.fn, url: found.url },
    replaces,
    profiles,
  };
  const entryNames = said.map(({ entryName }) => entryName);
  // The batch it was staged as before is about to go, and must not take it along.
  jobs.uploadStagedAs(uploadId, undefined);
  const rows = readyRows(planned, spoolFolderOf(jobs.book.file), pictures.whole);
  const ready = jobs.uploads.keepReady(uploadId, rows);
  const batchId = await jobs.keepStaged(batch, inPieces(planned, entryNames, pictures.whole), ready);
  jobs.uploadStagedAs(uploadId, batchId);
  return { batchId };
}

function partedOnDisk(pictures: Pictures, parsed: ParsedEntry): ParsedEntry {
  try {
    return pictures.parted(parsed);
  } catch (error) {
    if (troubleOf(error) === 'disk_full') throw unreadable('disk_full', '');
    throw error;
  }
}

/** What the owner said of this entry; names are other people's words, `__proto__` may be one. */
const readingOf = (readings: Readonly<Record<string, Reading>>, name: string): Reading | undefined =>
  Object.hasOwn(readings, name) ? readings[name] : undefined;

/** One after the other; what makes nothing of any of them is said in words. */
async function* opened(files: readonly DroppedFile[]): AsyncGenerator<Dropped> {
  try {
    yield* openDropped(files);
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
