// The program: opens the book, serves the page to one browser, prints the address, stops when it is no longer needed.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BookTrouble } from '#api/errors.ts';
import { type Book, openBook } from '#db/client.ts';
import { type LoopbackArguments, ownBook, readArguments } from './arguments.ts';
import type { Loopback } from './server.ts';

// The same file runs as source and built (out/loopback/main.mjs); only what lies beside it differs.
const built = import.meta.filename.endsWith('.mjs');
const beside = (source: string, output: string) => new URL(built ? output : source, import.meta.url);

const TROUBLES: Readonly<Record<BookTrouble, string>> = {
  locked: 'This book is already open in another Acquaint. Close that one first.',
  read_only: 'This book cannot be changed: the file or its folder is read-only.',
  corrupt: 'This book is damaged. Copies are kept in the folder beside it.',
  newer: 'This book was written by a newer version of Acquaint.',
  disk_full: 'There is no room left on the disk.',
  not_a_book: 'This file is not an Acquaint book.',
  no_folder: 'The folder of this book does not exist or cannot be opened.',
  gone: 'The book has stopped answering.',
};

const troubleOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error) || !('why' in error) || typeof error.why !== 'string') return undefined;
  const { why } = error;
  return Object.entries(TROUBLES).find(([trouble]) => trouble === why)?.[1];
};

/** Prints what went wrong in one sentence and ends the program. */
const giveUp = (error: unknown): never => {
  console.error(troubleOf(error) ?? (error instanceof Error ? error.message : String(error)));
  process.exit(1);
};

const appVersion = (): string => {
  const about: unknown = JSON.parse(
    readFileSync(fileURLToPath(beside('../package.json', '../../package.json')), 'utf8'),
  );
  return (about as { version: string }).version; // our own package.json
};

/** Where the book is and, for the demo, how to leave nothing behind. */
const bookFor = (asked: LoopbackArguments): { file: string; discard: () => void } => {
  if (!asked.demo) {
    const own = ownBook({ platform: process.platform, home: homedir(), env: process.env });
    return { file: asked.book ?? own, discard: () => undefined };
  }
  const folder = mkdtempSync(path.join(tmpdir(), 'acquaint-demo-'));
  return {
    file: path.join(folder, 'demo.db'),
    discard: () => rmSync(folder, { recursive: true, force: true }),
  };
};

async function run(words: readonly string[]): Promise<void> {
  const asked = readArguments(words);
  const version = appVersion();
  const { file, discard } = bookFor(asked);
  let book: Book | undefined;
  let host: Loopback | undefined;
  let stopping = false;

  const stop = async (code: number) => {
    if (stopping) return;
    stopping = true;
    // Whatever hangs while it is being closed, the program still ends.
    setTimeout(() => process.exit(code || 1), 5000).unref();
    await host?.close();
    await book?.close();
    discard();
    process.exit(code);
  };
  const stopNow = (code: number) => {
    stop(code).catch(giveUp);
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stopNow(0));
  // Started by scripts/start.mjs: when that is gone, however it went, nobody could stop this program any more.
  process.on('disconnect', () => stopNow(0));

  try {
    const workerUrl = beside('../db/worker.ts', '../book/worker.mjs');
    const opening = openBook({
      file,
      workerUrl,
      demo: asked.demo,
      removesLock: asked.removesLock ?? false,
    });
    // Node's HTTP is loaded on this thread while the book's own looks at the file.
    const [opened, { serveLoopback }] = await Promise.all([opening, import('./server.ts')]);
    book = opened;
    host = await serveLoopback({
      book,
      version,
      pageDirectory: fileURLToPath(beside('../out/renderer', '../renderer')),
      onAbandoned: () => {
        console.log('The last page was closed, so Acquaint has stopped.');
        stopNow(0);
      },
    });
  } catch (error) {
    await book?.close();
    discard();
    throw error;
  }
  if (stopping) return;
  console.log(host.url);
  process.send?.({ url: host.url });
}

run(process.argv.slice(2)).catch(giveUp);
