import { strToU8, Zip, ZipDeflate, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { ArchiveError, ARCHIVE_LIMITS, openDropped } from '#db/imports/archive.ts';
import { fileInMemory } from '#db/imports/dropped.ts';
import type { EntryReport } from '#core/imports/model.ts';
import { aConnection, connectionsCsv, zipOf } from '#tests/fixtures/linkedin.ts';

const csv = connectionsCsv(aConnection({ slug: 'ada' }));
const file = (name: string, bytes: Uint8Array | string) => ({
  name,
  bytes: typeof bytes === 'string' ? strToU8(bytes) : bytes,
});
/** All that comes out, at once. */
async function readArchive(files: readonly { name: string; bytes: Uint8Array }[], limits = ARCHIVE_LIMITS) {
  const entries: { name: string; bytes: Uint8Array }[] = [];
  const reports: EntryReport[] = [];
  const dropped = files.map(({ name, bytes }) => fileInMemory(name, bytes));
  for await (const { entry, report } of openDropped(dropped, limits)) {
    if (report) reports.push(report);
    else entries.push({ name: entry.name, bytes: entry.bytes ?? strToU8('a stream') });
  }
  return { entries, reports };
}
const read = async (...files: { name: string; bytes: Uint8Array }[]) => {
  const { entries, reports } = await readArchive(files);
  return {
    entries: entries.map(({ name, bytes }) => [name, Buffer.from(bytes).toString()]),
    reports: reports.map(({ entryName, verdict }) => `${entryName} ${verdict}`),
  };
};
const why = (promise: Promise<unknown>) =>
  promise.then(
    () => 'read',
    (error: unknown) => (error instanceof ArchiveError ? error.why : String(error)),
  );

/** Changes bytes of the first central directory entry: offsets as in APPNOTE 4.3.12. */
function patched(zip: Uint8Array, change: (view: DataView) => void): Uint8Array {
  const copy = Buffer.from(zip);
  const at = copy.indexOf(Buffer.of(0x50, 0x4b, 1, 2));
  change(new DataView(copy.buffer, copy.byteOffset + at));
  return copy;
}

describe('openDropped', () => {
  it('reads a lone file, a folder and a zip alike', async () => {
    const expected = [['Connections.csv', csv]];
    expect((await read(file('Connections.csv', csv))).entries).toEqual(expected);
    expect(
      (await read(file('Connections.csv', csv), file('photo.png', Buffer.of(0x89, 0x50, 0, 0, 0, 1))))
        .entries,
    ).toEqual(expected);
    expect((await read(file('Basic.zip', zipOf({ 'Connections.csv': csv })))).entries).toEqual(expected);
  });
  it('L16: reads entries with data descriptors, whose local headers have no sizes', async () => {
    const chunks: Uint8Array[] = [];
    const zip = new Zip((_, chunk) => chunks.push(chunk));
    const entry = new ZipDeflate('Connections.csv');
    zip.add(entry);
    entry.push(strToU8(csv), true);
    zip.end();
    const bytes = Buffer.concat(chunks);
    expect(bytes.readUInt16LE(6) & 8).toBe(8);
    expect((await read(file('x.zip', bytes))).entries).toEqual([['Connections.csv', csv]]);
  });
  it('L17: reads a top folder, a zip in a zip, and goes by content when names lie', async () => {
    const zip = zipOf({ 'Basic_Export/Connections.csv': csv, 'Basic_Export/Jobs/Saved Jobs.csv': 'a,b' });
    const names = ['Basic_Export/Connections.csv', 'Basic_Export/Jobs/Saved Jobs.csv'];
    expect((await read(file('x.zip', zip))).entries.map(([name]) => name)).toEqual(names);
    expect((await read(file('Connections.csv', zip))).entries.map(([name]) => name)).toEqual(names);
    expect((await read(file('Connections.zip', csv))).entries).toEqual([['Connections.zip', csv]]);
    expect((await read(file('x.zip.zip', zipSync({ 'x.zip': zip })))).entries.map(([name]) => name)).toEqual(
      names.map((name) => `x.zip/${name}`),
    );
    const deep = zipSync({ 'a.zip': zipSync({ 'b.zip': zip }), 'Connections.csv': strToU8(csv) });
    expect((await read(file('x.zip', deep))).reports).toEqual(['a.zip/b.zip unknown']);
  });
  it('passes over what operating systems drop, and does not unpack what is no CSV', async () => {
    const { entries, reports } = await read(
      file(
        'x.zip',
        zipOf({
          '__MACOSX/._Connections.csv': 'x',
          'a/.DS_Store': 'x',
          'a/Articles/one.html': 'x',
          'a/me.jpg': 'x',
          'a/b.csv': 'x,y',
        }),
      ),
    );
    expect(entries).toEqual([['a/b.csv', 'x,y']]);
    expect(reports).toEqual(['a/Articles/one.html not_supported_yet', 'a/me.jpg unknown']);
  });
  it.each(['../up.csv', 'a/../../up.csv', '/root.csv', 'C:/drive.csv', '..\\up.csv', 'nul\0l.csv'])(
    'L18: refuses the name %j and reads the rest',
    async (name) => {
      const { entries, reports } = await read(
        file('x.zip', zipOf({ [name]: 'evil', 'Connections.csv': csv })),
      );
      expect(entries).toEqual([['Connections.csv', csv]]);
      expect(reports).toEqual([`${name.replaceAll('\\', '/')} unsafe_name`]);
      const folder = await read(file(name, 'evil'), file('Connections.csv', csv));
      expect(folder.entries).toEqual([['Connections.csv', csv]]);
    },
  );
  it('L18: stops a bomb, whether its headers admit it or lie', async () => {
    const bomb = zipSync({ 'Connections.csv': new Uint8Array(64 * 1_048_576).fill(97) }, { level: 9 });
    expect(await why(readArchive([file('x.zip', bomb)]))).toBe('zip_bomb');
    const lying = patched(bomb, (view) => view.setUint32(24, 100, true));
    expect(await why(readArchive([file('x.zip', lying)]))).toBe('zip_bomb');
    for (const level of [0, 6] as const) {
      const nested = zipSync({ 'inner.zip': [bomb, { level }] });
      expect(await why(readArchive([file('x.zip', nested)]))).toBe('zip_bomb');
    }
    const huge = patched(zipOf({ 'a.csv': 'x' }), (view) => view.setUint32(24, 0xffff_fff0, true));
    expect(await why(readArchive([file('x.zip', huge)]))).toBe('zip_bomb');
  });
  it('keeps to its limits on entries, one entry and all of them', async () => {
    const many = file('x.zip', zipOf({ 'a.csv': 'x', 'b.csv': 'x', 'c.csv': 'x' }));
    const limits = { ...ARCHIVE_LIMITS, entries: 2 };
    expect(await why(readArchive([many], limits))).toBe('too_many_entries');
    expect(await why(readArchive([file('a', 'x'), file('b', 'x'), file('c', 'x')], limits))).toBe(
      'too_many_entries',
    );
    const big = file('x.zip', zipOf({ 'a.csv': 'x'.repeat(50), 'b.csv': 'y' }));
    const { entries, reports } = await readArchive([big], { ...ARCHIVE_LIMITS, entryBytes: 10 });
    expect([entries.map(({ name }) => name), reports.map(({ verdict }) => verdict)]).toEqual([
      ['b.csv'],
      ['too_large'],
    ]);
    expect(await why(readArchive([big], { ...ARCHIVE_LIMITS, totalBytes: 50 }))).toBe('too_large');
  });
  it('says that a zip needs a password', async () => {
    const locked = patched(zipOf({ 'Connections.csv': csv }), (view) => view.setUint16(8, 1, true));
    expect(await why(readArchive([file('x.zip', locked)]))).toBe('encrypted_zip');
  });
  it('says that a zip is broken, and keeps what can be read of a damaged one', async () => {
    const zip = zipOf({ 'a.csv': csv.repeat(50), 'b.csv': csv });
    expect(await why(readArchive([file('x.zip', zip.subarray(0, zip.length - 30))]))).toBe('broken_zip');
    expect(await why(readArchive([file('x.zip', Buffer.of(1, 2, 3, 0, 0, 0, 0, 0, 9))]))).toBe('broken_zip');
    const damaged = Buffer.from(zip);
    damaged.fill(0xff, 40, 60);
    const { entries, reports } = await read(file('x.zip', damaged));
    expect(entries).toEqual([['b.csv', csv]]);
    expect(reports).toEqual(['a.csv unreadable']);
    const inside = zipSync({ 'bad.zip': zip.subarray(0, zip.length - 30), 'c.csv': strToU8(csv) });
    expect(await read(file('x.zip', inside))).toEqual({
      entries: [['c.csv', csv]],
      reports: ['bad.zip unreadable'],
    });
  });
  it('does not believe a checksum that does not fit', async () => {
    const wrong = patched(zipOf({ 'a.csv': csv }), (view) => view.setUint32(16, 1, true));
    expect((await read(file('x.zip', wrong))).reports).toEqual(['a.csv unreadable']);
  });
  it('says that there is nothing', async () => {
    expect(await why(readArchive([]))).toBe('empty');
    expect(await why(readArchive([file('Connections.csv', '')]))).toBe('empty');
    expect(await why(readArchive([file('x.zip', zipSync({}))]))).toBe('empty');
  });
});
