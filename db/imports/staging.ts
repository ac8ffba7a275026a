// A finished plan on its way from the jobs thread to the writer, and how the writer keeps it.
import type { MessagePort } from 'node:worker_threads';
import { ImportBatchId } from '#core/imports/model.ts';
import type { ActionCounts, EntryReport } from '#core/imports/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { beginBulk } from '#db/bulk-writing.ts';
import { Recorder } from '#db/history/journal.ts';
import type { ComingMessage, StagedMessage, StageMessage } from '#db/threads.ts';
import { troubleOf } from '#db/trouble.ts';
import type { ReadyFile, WriterThread } from '#db/writer-thread.ts';
import type { KeptPiece } from './kept.ts';
import { keepProfile } from './keep-profile.ts';
import type { Profile } from './keep-profile.ts';
import { discardBatch } from './revert.ts';
import { importBatch } from './tables.ts';

export interface StagedBatch {
  readonly fileName: string;
  /** SHA-256 of what was dropped. */
  readonly hash: string;
  readonly entries: readonly EntryReport[];
  readonly counts: ActionCounts;
  readonly owner: { readonly fn: string; readonly url: string } | undefined;
  /** The batch that goes when this one is kept: the same files, read differently. */
  readonly replaces: ImportBatchId | undefined;
  /** How the owner had tables read, to be remembered. */
  readonly profiles: readonly Profile[];
  readonly now: DateTime;
}

/** A piece as it is sent: its text in UTF-8, handed over rather than copied. */
export type StagedPiece = Omit<KeptPiece, 'items'> & { readonly items: Uint8Array<ArrayBuffer> };

const INSERT_PIECE =
  'insert into import_plan (batch_id, subject, action, records, first, last, items) values (?, ?, ?, ?, ?, ?, cast(? as text))';

/** Has the writer keep every plan the jobs thread finishes, one after the other. */
export function keepStagedFor(writer: WriterThread, jobs: MessagePort): void {
  let keeping: Promise<Keeping> | undefined;
  jobs.on('message', (message: StageMessage) => {
    if (message.kind === 'stage') keeping = begin(writer, jobs, message.call, message.batch);
    // Pieces wait in line behind the writer's turn, and behind each other, as promises do.
    else if (message.kind === 'stage-piece') void keeping?.then((kept) => kept.add(message.piece));
    else void keeping?.then((kept) => kept.end(message.ready));
  });
}

/** One plan being kept: a transaction of its own, from its first piece to its end. */
interface Keeping {
  add(piece: StagedPiece): void;
  /** `ready`: where rows of its new people are. */
  end(ready: string | undefined): void;
}

async function begin(
  writer: WriterThread,
  jobs: MessagePort,
  call: number,
  batch: StagedBatch,
): Promise<Keeping> {
  const endTurn = await writer.takeTurn();
  const { sqlite } = writer.book;
  const book = new Recorder(writer.book);
  let batchId: ImportBatchId | undefined;
  let trouble: { readonly error: unknown } | undefined;
  const tried = (act: () => void) => {
    if (trouble !== undefined) return;
    try {
      act();
    } catch (error) {
      trouble = { error };
      if (sqlite.inTransaction) sqlite.exec('rollback');
    }
  };
  const endBulk = beginBulk(sqlite, { ownKeys: false, appends: true });
  tried(() => {
    sqlite.exec('begin immediate');
    discardReplaced(book, batch);
    batchId = insertBatch(book, batch);
    for (const profile of batch.profiles) keepProfile(book, profile, batch.now);
  });
  return {
    add({ subject, action, records, first, last, items }) {
      tried(() => {
        book
          .statement(INSERT_PIECE)
          .run(batchId, subject, action, records, first, last, Buffer.from(items.buffer));
      });
      const kept: StagedMessage = { kind: 'stage-kept', call };
      jobs.postMessage(kept);
    },
    end(ready) {
      tried(() => sqlite.exec('commit'));
      endBulk();
      if (trouble === undefined && batchId !== undefined)
        writer.ready = ready === undefined ? undefined : readyFile(jobs, batchId, ready);
      endTurn();
      if (trouble === undefined) writer.tell(book.summary());
      jobs.postMessage(answerTo(call, batchId, trouble));
    },
  };
}

const readyFile = (jobs: MessagePort, batchId: ImportBatchId, file: string): ReadyFile => ({
  batchId,
  file,
  foretell(before) {
    const message: ComingMessage = { kind: 'coming', file, before };
    jobs.postMessage(message);
  },
});

/** Whatever has become of the earlier one since it was read, it is in nobody's way. */
function discardReplaced(book: Recorder, { replaces }: StagedBatch): void {
  if (replaces === undefined) return;
  const state = book.statement('select state from import_batch where id = ?').pluck().get(replaces);
  if (state === 'staged') discardBatch(book, replaces);
}

function insertBatch(
  book: Recorder,
  { fileName, hash, entries, counts, owner, now }: StagedBatch,
): ImportBatchId {
  const values = { fileName, hash, entries, counts, state: 'staged', stagedAt: now };
  const named = owner === undefined ? values : { ...values, ownerFn: owner.fn, ownerUrl: owner.url };
  return ImportBatchId.parse(book.insert(importBatch, named));
}

function answerTo(
  call: number,
  batchId: ImportBatchId | undefined,
  trouble: { readonly error: unknown } | undefined,
): StagedMessage {
  return trouble === undefined && batchId !== undefined
    ? { kind: 'staged', call, batchId }
    : { kind: 'not-staged', call, why: troubleOf(trouble?.error) };
}
