import path from 'node:path';
import { afterEach } from 'vitest';
import { openBook } from '#db/client.ts';
import type { Book, BookOptions } from '#db/client.ts';
import { connectInProcess } from '#scripts/in-process-client.ts';
import { tempFolder } from './temp-folder.ts';

export const WORKER = new URL('../../db/worker.ts', import.meta.url);

const open: Book[] = [];

/** A real book on real threads, as a window sees it. Closed after the test. */
export async function testBook(options: Partial<BookOptions> = {}) {
  const file = options.file ?? path.join(tempFolder(), 'test.acquaint');
  const log: string[] = [];
  const book = await openBook({ file, workerUrl: WORKER, log: (line) => log.push(line), ...options });
  open.push(book);
  return { book, file, log, ...connectInProcess(book) };
}

afterEach(async () => {
  await Promise.all(open.splice(0).map((book) => book.close()));
});
