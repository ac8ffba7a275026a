import { once } from 'node:events';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { openWritable } from '#db/book.ts';
import { listBatches } from '#db/imports/queries.ts';
import { keepStagedFor } from '#db/imports/staging.ts';
import type { StagedItem } from '#db/imports/staging.ts';
import type { StagedMessage, StageMessage } from '#db/threads.ts';
import { WriterThread } from '#db/writer-thread.ts';
import { tempFolder } from './temp-folder.ts';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));
const NOW = '2026-01-02T03:04:05Z';

const item = (line: number): StagedItem => ({
  entryName: 'Connections.csv',
  line,
  subject: 'contact',
  action: 'create',
  fn: `Person ${line}`,
  detail: '',
  contactId: undefined,
  plan: JSON.stringify({ changes: [], issues: [], filler: 'x'.repeat(2000) }),
});

async function keeping(pieces: readonly (readonly StagedItem[])[], fullAfterPages?: number) {
  const book = openWritable(path.join(tempFolder(), 'staging.acquaint'), MIGRATIONS);
  const pages = Number(book.sqlite.pragma('page_count', { simple: true }));
  if (fullAfterPages !== undefined) book.sqlite.pragma(`max_page_count = ${pages + fullAfterPages}`);
  const writer = new WriterThread(book, false, []);
  const { port1, port2 } = new MessageChannel();
  keepStagedFor(writer, port2);
  const say = (message: StageMessage) => port1.postMessage(message);
  const counts = { create: 1, update: 0, same: 0, review: 0, unusable: 0 };
  say({
    kind: 'stage',
    call: 7,
    batch: { fileName: 'a.zip', entries: [], counts, owner: undefined, now: NOW },
  });
  for (const items of pieces) say({ kind: 'stage-items', items });
  say({ kind: 'stage-end' });
  const [answer] = (await once(port1, 'message')) as [StagedMessage];
  port1.close();
  return { answer, book, writer };
}

describe('keeping a plan in pieces', () => {
  it('keeps every piece, in order, as one batch', async () => {
    const { answer, book } = await keeping([[item(1), item(2)], [], [item(3)]]);
    expect(answer).toMatchObject({ kind: 'staged', call: 7 });
    expect(book.statement('select line from import_item order by id').pluck().all()).toEqual([1, 2, 3]);
    expect(listBatches(book)).toMatchObject([{ fileName: 'a.zip', state: 'staged' }]);
    book.close();
  });

  it('keeps nothing when the disk is full, says so, and lets the next command in', async () => {
    const many = Array.from({ length: 500 }, (_, at) => item(at));
    const { answer, book, writer } = await keeping([many, many], 20);
    expect(answer).toEqual({ kind: 'not-staged', call: 7, why: 'disk_full' });
    expect(listBatches(book)).toEqual([]);
    expect(await writer.command({ code: 'test', undoable: false }, NOW, () => 'done')).toBe('done');
    book.close();
  });

  it('waits for the command that is running', async () => {
    const { book, writer } = await keeping([[item(1)]]);
    const endTurn = await writer.takeTurn();
    const { port1, port2 } = new MessageChannel();
    keepStagedFor(writer, port2);
    const counts = { create: 0, update: 0, same: 0, review: 0, unusable: 0 };
    const batch = { fileName: 'b.zip', entries: [], counts, owner: undefined, now: NOW };
    port1.postMessage({ kind: 'stage', call: 1, batch } satisfies StageMessage);
    port1.postMessage({ kind: 'stage-end' } satisfies StageMessage);
    const answered = once(port1, 'message');
    await new Promise((resolve) => setImmediate(resolve));
    expect(listBatches(book)).toHaveLength(1);
    endTurn();
    await answered;
    expect(listBatches(book)).toHaveLength(2);
    port1.close();
    book.close();
  });
});
