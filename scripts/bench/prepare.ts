// The files that arms start from, made once a run and kept: the files, the imported books, the book with a network.
import { copyFileSync, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { openBook } from '#db/client.ts';
import { connectInProcess, drain, stageFiles } from '#scripts/in-process-client.ts';
import { entries, googleCsv, vcards } from './address-books.ts';
import { connectionsCsv, people } from './generate.ts';
import { plantNetwork } from './plant.ts';

/** Whatever is tuned is tuned on one, and judged on people never seen before. */
export const SEEDS = { tuning: 1, judging: 20_260 } as const;

export const BUILT_WORKER = new URL('../../out/book/worker.mjs', import.meta.url);
export const SOURCE_WORKER = new URL('../../db/worker.ts', import.meta.url);

/** Which files are meant. */
export interface Prepared {
  readonly n: number;
  readonly seed: number;
  readonly shared: string;
  readonly workerUrl: URL;
}

/** Makes `name` in the shared folder unless it is there; nobody ever sees half of it. */
async function kept(
  { shared }: Prepared,
  name: string,
  make: (file: string) => Promise<void> | void,
): Promise<string> {
  const file = path.join(shared, name);
  if (existsSync(file)) return file;
  mkdirSync(shared, { recursive: true });
  const unfinished = `${file}.${process.pid}`;
  await make(unfinished);
  renameSync(unfinished, file);
  return file;
}

/** The files that are imported: what each is called by whoever gives it, and its text for n people of a seed. */
export const IMPORTED_FILES = {
  linkedin: {
    name: 'Connections.csv',
    text: (n: number, seed: number) => connectionsCsv(people(n, seed)),
  },
  google: { name: 'contacts.csv', text: (n: number, seed: number) => googleCsv(entries(n, seed)) },
  vcard: { name: 'contacts.vcf', text: (n: number, seed: number) => vcards(entries(n, seed)) },
} as const;

export type ImportedFile = keyof typeof IMPORTED_FILES;

/** Where that file lies, with n made-up people in it. */
export const fileOf = (wanted: Prepared, of: ImportedFile): Promise<string> =>
  kept(wanted, `${wanted.n}-${wanted.seed}-${IMPORTED_FILES[of].name}`, (file) =>
    writeFileSync(file, IMPORTED_FILES[of].text(wanted.n, wanted.seed)),
  );

export type PreparedBook = ImportedFile | 'network';

/** A closed book with those people imported; `network` is LinkedIn's with events and ties among them. */
export const bookOf = (wanted: Prepared, kind: PreparedBook): Promise<string> =>
  kept(wanted, `${kind}-${wanted.n}-${wanted.seed}.acquaint`, async (file) => {
    if (kind !== 'network') return imported(wanted, kind, file);
    copyFileSync(await bookOf(wanted, 'linkedin'), file);
    const sqlite = new Database(file);
    plantNetwork(sqlite, wanted.n, wanted.seed);
    settle(sqlite);
  });

async function imported(wanted: Prepared, of: ImportedFile, file: string): Promise<void> {
  const book = await openBook({ file, workerUrl: wanted.workerUrl });
  const { client, disconnect } = connectInProcess(book);
  if (wanted.n > 0) {
    const bytes = readFileSync(await fileOf(wanted, of));
    const { result } = await stageFiles(client, [{ name: IMPORTED_FILES[of].name, bytes }]);
    await drain(await client.imports.apply({ id: result.batchId }));
  }
  disconnect();
  await book.close();
  settle(new Database(file));
}

/** Everything into the one file, so that it can be copied alone. */
function settle(sqlite: Database.Database): void {
  sqlite.pragma('wal_checkpoint(truncate)');
  sqlite.close();
}
