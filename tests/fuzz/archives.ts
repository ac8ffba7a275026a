// Sound archives of every kind that is opened, to be damaged: a zip, a tar, both kinds of gzip, archives in archives.
import { gzipSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';
import { ArchiveError, openDropped } from '#db/imports/archive.ts';
import { DamagedEntry, fileInMemory } from '#db/imports/dropped.ts';
import { zip64Of, tarOf } from '#tests/db/archive-maker.ts';
import { textOf, FUZZ_FILES } from './files.ts';

export interface FuzzArchive {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const FILES = Object.fromEntries(FUZZ_FILES.slice(0, 8).map((file) => [`Export/${file.name}`, textOf(file)]));
const LETTERS = 'From a@example.org Fri Sep 16 22:26:51 2016\nFrom: a@example.org\n\nHello\n\n'.repeat(20);
const packed = (files: Readonly<Record<string, string>>, level: 0 | 6) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])), { level });
const long = { [`${'folder/'.repeat(30)}all.vcf`]: FILES['Export/Connections.csv'] ?? '' };

export const FUZZ_ARCHIVES: readonly FuzzArchive[] = [
  { name: 'deflated.zip', bytes: packed(FILES, 6) },
  { name: 'stored.zip', bytes: packed(FILES, 0) },
  { name: 'large.zip', bytes: zip64Of('Connections.csv', FILES['Export/Connections.csv'] ?? '') },
  {
    name: 'twice.zip.zip',
    bytes: zipSync({ 'x.zip': packed(FILES, 6), 'y.tar.gz': gzipSync(tarOf(FILES)) }),
  },
  { name: 'plain.tar', bytes: tarOf({ ...FILES, ...long }) },
  { name: 'gnu.tar', bytes: tarOf({ ...FILES, ...long }, { style: 'gnu' }) },
  { name: 'prefix.tar', bytes: tarOf({ ...FILES, ...long }, { style: 'prefix' }) },
  { name: 'all.tgz', bytes: gzipSync(tarOf(FILES)) },
  { name: 'mail.mbox.gz', bytes: gzipSync(LETTERS) },
];

/** Opens an archive and everything in it; answers the names of what came out whole. ArchiveError says it cannot. */
export async function unpack(name: string, bytes: Uint8Array): Promise<string[]> {
  const names: string[] = [];
  try {
    for await (const { entry } of openDropped([fileInMemory(name, bytes)])) {
      if (entry === undefined) continue;
      for await (const chunk of entry.chunks()) if (chunk.length === 0) throw new Error('an empty piece');
      names.push(entry.name);
    }
  } catch (error) {
    if (!(error instanceof ArchiveError || error instanceof DamagedEntry)) throw error;
  }
  return names;
}
