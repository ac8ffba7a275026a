import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel, type MessagePort } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { openWritable } from '#db/book.ts';
import { listBatches } from '#db/imports/queries.ts';
import { keepStagedFor } from '#db/imports/staging.ts';
import type { StagedBatch, StagedPiece } from '#db/imports/staging.ts';
import type { StagedMessage, StageMessage } from '#db/threads.ts';
import { WriterThread } from '#db/writer-thread.ts';
import { tempFolder } from './temp-folder.ts';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));
const NOW = '2026-01-02T03:04:05Z';

const piece = (first: number, records = 1): StagedPiece => ({
  subject: 'contact',
  action: 'create',
  records,
  first,
  last: first + records - 1,
  items: new TextEncoder().encode(JSON.stringify([{ filler: 'x'.repeat(2000 * records) }])),
});

const batchOf = (fileName: string, more: Partial<StagedBatch> = {}): StagedBatch => ({
  fileName,
  hash: '',
  entries: [],
  counts: { create: 1, update: 0, same: 0, review: 0, unusable: 0, left: 0 },
  owner: undefined,
  replaces: undefined,
  profiles: [],
  now: NOW,
  ...more,
});

/** What is said once the plan is kept, or not. */
async function answered(port: MessagePort): Promise<StagedMessage> {
  for (;;) {
    const [message] = (await once(port, 'message')) as [StagedMessage];
    if (message.kind !== 'stage-kept') return message;
  }
}

async function keeping(pieces: readonly StagedPiece[], fullAfterPages?: number) {
  const book = openWritable(path.join(tempFolder(), 'staging.acquaint'), MIGRATIONS);
  const pages = Number(book.sqlite.pragma('page_count', { simple: true }));
  if (fullAfterPages !== undefined) book.sqlite.pragma(`max_page_count = ${pages + fullAfterPages}`);
  const writer = new WriterThread(book, false, []);
  const { port1, port2 } = new MessageChannel();
  keepStagedFor(writer, port2);
  const say = (message: StageMessage) => port1.postMessage(message);
  say({ kind: 'stage', call: 7, batch: batchOf('a.zip') });
  for (const one of pieces) say({ kind: 'stage-piece', piece: one });
  say({ kind: 'stage-end', ready: undefined });
  const answer = await answered(port1);
  port1.close();
  return { answer, book, writer };
}

describe('keeping a plan in pieces', () => {
  it('keeps every piece, in order, as one batch', async () => {
    const { answer, book } = await keeping([piece(0, 2), piece(2), piece(3, 4)]);
    expect(answer).toMatchObject({ kind: 'staged', call: 7 });
    expect(book.statement('select typeof(items) from import_plan').pluck().all()).toEqual([
      'text',
      'text',
      'text',
    ]);
    expect(book.statement('select first from import_plan order by id').pluck().all()).toEqual([0, 2, 3]);
    expect(listBatches(book)).toMatchObject([{ fileName: 'a.zip', state: 'staged' }]);
    book.close();
  });

  it('keeps nothing when the disk is full, says so, and lets the next command in', async () => {
    const { answer, book, writer } = await keeping([piece(0, 500), piece(500, 500)], 20);
    expect(answer).toEqual({ kind: 'not-staged', call: 7, why: 'disk_full' });
    expect(listBatches(book)).toEqual([]);
    expect(await writer.command({ code: 'test', undoable: false }, NOW, () => 'done')).toBe('done');
    book.close();
  });

  it('waits for the command that is running', async () => {
    const { book, writer } = await keeping([piece(0)]);
    const endTurn = await writer.takeTurn();
    const { port1, port2 } = new MessageChannel();
    keepStagedFor(writer, port2);
    port1.postMessage({ kind: 'stage', call: 1, batch: batchOf('b.zip') } satisfies StageMessage);
    port1.postMessage({ kind: 'stage-end', ready: undefined } satisfies StageMessage);
    const answer = answered(port1);
    await new Promise((resolve) => setImmediate(resolve));
    expect(listBatches(book)).toHaveLength(1);
    endTurn();
    await answer;
    expect(listBatches(book)).toHaveLength(2);
    port1.close();
    book.close();
  });
});
