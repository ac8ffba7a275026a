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
  readonly items: readonly StagedItem[];
  readonly now: DateTime;
}

const INSERT_ITEM =
  'insert into import_item (batch_id, entry_name, line, subject, action, fn, detail, contact_id, plan) values (?, ?, ?, ?, ?, ?, ?, ?, ?)';

/** Has the writer keep every plan the jobs thread finishes. */
export function keepStagedFor(writer: WriterThread, jobs: MessagePort): void {
  jobs.on('message', ({ call, batch }: StageMessage) => {
    void keepStaged(writer, batch).then(
      (batchId) => jobs.postMessage({ kind: 'staged', call, batchId } satisfies StagedMessage),
      (error: unknown) =>
        jobs.postMessage({ kind: 'not-staged', call, why: troubleOf(error) } satisfies StagedMessage),
    );
  });
}

/** One transaction; a plan that was staged before and never applied makes room for the new one. */
async function keepStaged(writer: WriterThread, batch: StagedBatch): Promise<ImportBatchId> {
  const endTurn = await writer.takeTurn();
  const { sqlite } = writer.book;
  const book = new Recorder(writer.book);
  try {
    sqlite.exec('begin immediate');
    const { fileName, entries, counts, owner, now } = batch;
    const values = { fileName, entries, counts, state: 'staged', stagedAt: now };
    const id = ImportBatchId.parse(
      book.insert(
        importBatch,
        owner === undefined ? values : { ...values, ownerFn: owner.fn, ownerUrl: owner.url },
      ),
    );
    const insert = book.statement(INSERT_ITEM);
    for (const item of batch.items) {
      const { entryName, line, subject, action, fn, detail, contactId, plan } = item;
      insert.run(id, entryName, line, subject, action, fn, detail, contactId ?? null, plan);
    }
    sqlite.exec('commit');
    writer.tell(book.summary());
    return id;
  } finally {
    if (sqlite.inTransaction) sqlite.exec('rollback');
    endTurn();
  }
}
