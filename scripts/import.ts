// npm run import -- FILE… --book PATH: an import without a window. --help says the rest.
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Client } from '#api/contract.ts';
import { ItemAction } from '#core/imports/model.ts';
import type { ImportBatchId, ImportItem, Reading } from '#core/imports/model.ts';
import { openBook } from '#db/client.ts';
import { openDropped } from '#db/imports/archive.ts';
import { connectInProcess, drain } from './in-process-client.ts';
import { droppedFiles, filesAt, type NamedFile, upload } from './import/files.ts';
import { type ImportOptions, readImportOptions, USAGE, WrongWords } from './import/options.ts';
import { batchLines, countsLine, itemLine, sentenceFor, TABS } from './import/words.ts';
import { isStale } from './launch/freshness.ts';

/** Where the words go: answers, and complaints. */
export interface Terminal {
  readonly print: (line: string) => void;
  readonly complain: (line: string) => void;
}

const PROJECT = path.resolve(import.meta.dirname, '..');
/** Records shown of each kind when nobody asked for JSON. */
const SHOWN = 20;

/** Runs the command; answers the exit code. */
export async function runImport(
  words: readonly string[],
  directory: string,
  terminal: Terminal,
): Promise<number> {
  let isJson = words.includes('--json');
  try {
    const options = readImportOptions(words, directory);
    if (options === 'help') {
      terminal.print(USAGE);
      return 0;
    }
    isJson = options.json;
    await withBook(options, (client, book) =>
      options.undo === undefined
        ? importInto(client, book, options, terminal)
        : takeBack(client, options.undo, options, terminal),
    );
    return 0;
  } catch (error) {
    const message =
      error instanceof WrongWords
        ? error.message
        : (sentenceFor(error) ?? `A mistake of ours: ${String(error)}`);
    if (isJson) terminal.print(JSON.stringify({ kind: 'error', message }));
    else terminal.complain(message);
    return error instanceof WrongWords ? 2 : 1;
  }
}

interface OpenedBook {
  readonly isNew: boolean;
}

/** Opens the book for `work` alone. A plan for a book that is not there is made in one that leaves no trace. */
async function withBook(
  { book: file, dryRun, undo }: ImportOptions,
  work: (client: Client, book: OpenedBook) => Promise<void>,
): Promise<void> {
  const isNew = !existsSync(file);
  if (isNew && undo !== undefined) throw new WrongWords(`There is no book at ${file}.`);
  const own = isNew && dryRun ? mkdtempSync(path.join(tmpdir(), 'acquaint-plan-')) : undefined;
  try {
    const book = await openBook({
      file: own === undefined ? file : path.join(own, 'plan.acquaint'),
      workerUrl: workerUrl(),
    });
    const { client, disconnect } = connectInProcess(book);
    try {
      await work(client, { isNew });
    } finally {
      disconnect();
      await book.close();
    }
  } finally {
    if (own !== undefined) rmSync(own, { recursive: true, force: true });
  }
}

/** The built threads start faster; they are used as long as they are what the sources say. */
const workerUrl = () =>
  isStale(PROJECT, ['api', 'assets', 'core', 'db'])
    ? new URL('../db/worker.ts', import.meta.url)
    : new URL('../out/book/worker.mjs', import.meta.url);

async function importInto(
  client: Client,
  { isNew }: OpenedBook,
  options: ImportOptions,
  { print }: Terminal,
): Promise<void> {
  const { book, dryRun, json } = options;
  const files = filesAt(options.files);
  const batchId = await staged(client, files, options);
  let isSettled = false;
  try {
    const batch = await client.imports.get({ id: batchId });
    if (json) print(JSON.stringify({ kind: 'batch', book, created: isNew && !dryRun, dryRun, batch }));
    else {
      print(`${book}${isNew ? (dryRun ? ' (not there yet)' : ' (new)') : ''}`);
      for (const line of batchLines(batch)) print(line);
    }
    for (const action of ItemAction.options) await showItems(client, { batchId, action, json }, print);
    if (options.takeConflicts)
      await client.imports.chooseAll({ id: batchId, action: 'review', choice: 'join' });
    if (!dryRun) {
      const { result } = await drain(await client.imports.apply({ id: batchId }));
      isSettled = true;
      if (json) print(JSON.stringify({ kind: 'result', applied: true, batchId, counts: result.counts }));
      else {
        print(`\nDone, as import ${batchId}: ${countsLine(result.counts)}.`);
        print(`To take it back: npm run import -- --undo ${batchId} --book ${JSON.stringify(book)}`);
      }
    } else if (json)
      print(JSON.stringify({ kind: 'result', applied: false, batchId: null, counts: batch.counts }));
    else print('\nNothing was changed.');
  } finally {
    // Nobody would come back for a plan that was left lying.
    if (!isSettled) await client.imports.discard({ id: batchId });
  }
}

/** Sends the files and has them read as asked; answers the batch. */
async function staged(
  client: Client,
  files: readonly NamedFile[],
  { encoding, as, region }: ImportOptions,
): Promise<ImportBatchId> {
  const reading: Reading = { ...(encoding && { encoding }), ...(as && { kind: as }) };
  const names: string[] = [];
  if (encoding ?? as)
    // Readings go by the names of entries, and only the archive knows them.
    for await (const { entry } of openDropped(droppedFiles(files))) if (entry) names.push(entry.name);
  // Not by assignment: one of the names may be `__proto__`.
  const readings = Object.fromEntries(names.map((name) => [name, reading] as const));
  const uploadId = await upload(client, files);
  const stream = await client.imports.stage({
    uploadId,
    fileName: files[0]?.name ?? '',
    readings,
    ...(region !== undefined && { region }),
  });
  return (await drain(stream)).result.batchId;
}

const PAGE = 500;

interface Shown {
  readonly batchId: ImportBatchId;
  readonly action: ItemAction;
  readonly json: boolean;
}

async function showItems(
  client: Client,
  { batchId, action, json }: Shown,
  print: Terminal['print'],
): Promise<void> {
  const page = (offset: number, limit: number) =>
    client.imports.items({ id: batchId, action, page: { offset, limit } });
  if (!json) {
    const { total, rows } = await page(0, SHOWN);
    if (total === 0) return;
    print(`\n${TABS[action]} (${total})`);
    for (const item of rows) print(itemLine(item));
    if (total > rows.length) print(`  … and ${total - rows.length} more`);
    return;
  }
  let rows: readonly ImportItem[];
  for (let offset = 0; ; offset += rows.length) {
    ({ rows } = await page(offset, PAGE));
    for (const item of rows) print(JSON.stringify({ kind: 'item', item }));
    if (rows.length === 0) return;
  }
}

async function takeBack(
  client: Client,
  id: ImportBatchId,
  { json }: ImportOptions,
  { print }: Terminal,
): Promise<void> {
  const { removed, kept } = await client.imports.revert({ id });
  if (json) print(JSON.stringify({ kind: 'undone', batchId: id, removed, kept }));
  else print(`Import ${id} was taken back: ${removed} removed, ${kept} kept because they are yours by now.`);
}

if (import.meta.main) {
  // Whoever reads along may stop (`| head`): the import goes on all the same.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  // npm runs scripts in the project's folder; paths are meant from where they were typed.
  process.exitCode = await runImport(process.argv.slice(2), process.env['INIT_CWD'] ?? process.cwd(), {
    print: (line) => console.log(line),
    complain: (line) => console.error(line),
  });
}
