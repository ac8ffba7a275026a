// A finished plan on its way from the jobs thread to the writer, and how the writer keeps it.
import type { MessagePort } from 'node:worker_threads';
import { ImportBatchId } from '#core/imports/model.ts';
import type { ActionCounts, EntryReport } from '#core/imports/model.ts';
import type { PlannedItem } from '#core/imports/plan.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { Recorder } from '#db/history/journal.ts';
import type { StagedMessage, StageMessage } from '#db/threads.ts';
import { troubleOf } from '#db/trouble.ts';
import type { WriterThread } from '#db/writer-thread.ts';
import { importBatch } from './tables.ts';

/** What a record's row keeps of its plan: what the preview shows and what apply does, nothing worked out twice. */
export type KeptPlan = Pick<PlannedItem, 'changes' | 'issues'> &
  Partial<Pick<PlannedItem, 'contact' | 'invitation' | 'owner'>>;

/** One record as the writer stores it; `plan` is a `KeptPlan` as JSON, made on the jobs thread. */
export interface StagedItem {
  readonly entryName: string;
  readonly line: number;
  readonly subject: string;
  readonly action: string;
  readonly fn: string;
  readonly detail: string;
  readonly contactId: number | undefined;
  readonly plan: string;
}

export interface StagedBatch {
  readonly fileName: string;
  readonly entries: readonly EntryReport[];
  readonly counts: ActionCounts;
  readonly owner: { readonly fn: string; readonly url: string } | undefined;
  readonly now: DateTime;
}

const INSERT_ITEM =
  'insert into import_item (batch_id, entry_name, line, subject, action, fn, detail, contact_id, plan) values (?, ?, ?, ?, ?, ?, ?, ?, ?)';

/** Has the writer keep every plan the jobs thread finishes, one after the other. */
export function keepStagedFor(writer: WriterThread, jobs: MessagePort): void {
  let keeping: Promise<Keeping> | undefined;
  jobs.on('message', (message: StageMessage) => {
    if (message.kind === 'stage') keeping = begin(writer, jobs, message.call, message.batch);
    // Pieces wait in line behind the writer's turn, and behind each other, as promises do.
    else if (message.kind === 'stage-items') void keeping?.then((kept) => kept.add(message.items));
    else void keeping?.then((kept) => kept.end());
  });
}

/** One plan being kept: a transaction of its own, from its first piece to its end. */
interface Keeping {
  add(items: readonly StagedItem[]): void;
  end(): void;
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
  tried(() => {
    sqlite.exec('begin immediate');
    batchId = insertBatch(book, batch);
  });
  return {
    add: (items) =>
      tried(() => {
        const insert = book.statement(INSERT_ITEM);
        for (const { entryName, line, subject, action, fn, detail, contactId, plan } of items) {
          insert.run(batchId, entryName, line, subject, action, fn, detail, contactId ?? null, plan);
        }
      }),
    end() {
      tried(() => sqlite.exec('commit'));
      endTurn();
      if (trouble === undefined) writer.tell(book.summary());
      jobs.postMessage(answerTo(call, batchId, trouble));
    },
  };
}

function insertBatch(book: Recorder, { fileName, entries, counts, owner, now }: StagedBatch): ImportBatchId {
  const values = { fileName, entries, counts, state: 'staged', stagedAt: now };
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
