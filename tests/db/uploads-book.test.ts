// Large uploads of a real book: on the disk beside it while they may be read, and nowhere afterwards.
import fs from 'node:fs';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { spoolFolderOf } from '#db/imports/spool.ts';
import { stageFiles } from '#scripts/in-process-client.ts';
import { aConnection, connectionsCsv } from '#tests/fixtures/linkedin.ts';
import { testBook } from './harness.ts';

const CSV = connectionsCsv(aConnection({ first: 'Ana', last: 'Ruiz', slug: 'ana-ruiz' }));
/** More than is kept in memory; the filling is a picture nobody reads, stored as it is. */
const large = () => ({
  name: 'Basic.zip',
  bytes: zipSync({
    'Connections.csv': strToU8(CSV),
    'photo.jpg': [new Uint8Array(12 * 1_048_576), { level: 0 }],
  }),
});

describe('a large upload', { timeout: 60_000 }, () => {
  it('waits beside the book, is read from there, and goes when its plan is discarded', async () => {
    const { client, file } = await testBook();
    const { result } = await stageFiles(client, [large()]);
    const { counts, entries } = await client.imports.get({ id: result.batchId });
    expect(counts.create).toBe(1);
    expect(entries.map(({ entryName, verdict }) => `${entryName} ${verdict}`)).toEqual([
      'Connections.csv recognised',
      'photo.jpg unknown',
    ]);
    expect(fs.existsSync(spoolFolderOf(file))).toBe(true);
    await client.imports.discard({ id: result.batchId });
    await expect.poll(() => fs.existsSync(spoolFolderOf(file))).toBe(false);
  });

  it('goes when the book is closed, and what a crash has left goes when it is opened', async () => {
    const { book, client, file, disconnect } = await testBook();
    await stageFiles(client, [large()]);
    expect(fs.existsSync(spoolFolderOf(file))).toBe(true);
    disconnect();
    await book.close();
    expect(fs.existsSync(spoolFolderOf(file))).toBe(false);
    fs.mkdirSync(spoolFolderOf(file));
    fs.writeFileSync(`${spoolFolderOf(file)}/spool`, 'private');
    await testBook({ file });
    // The thread that cleans up starts when nobody asks for anything else.
    await expect.poll(() => fs.existsSync(spoolFolderOf(file)), { timeout: 10_000 }).toBe(false);
  });
});
