import path from 'node:path';
import { afterEach } from 'vitest';
import { openBook } from '#db/client.ts';
import type { Book, BookOptions } from '#db/client.ts';
import { isStale } from '#scripts/launch/freshness.ts';
import { connectInProcess } from '#scripts/in-process-client.ts';
import { tempFolder } from './temp-folder.ts';

/** The built threads start ten times as fast; they are used when nothing has changed since they were built. */
export const WORKER = isStale(process.cwd(), ['assets', 'core', 'api', 'db'])
  ? new URL('../../db/worker.ts', import.meta.url)
  : new URL('../../out/book/worker.mjs', import.meta.url);

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
