// The import on the command line, on real books.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { openBook } from '#db/client.ts';
import { runImport } from '#scripts/import.ts';
import { filesAt } from '#scripts/import/files.ts';
import { readImportOptions, WrongWords } from '#scripts/import/options.ts';
import { WORKER } from '#tests/db/harness.ts';
import { tempFolder } from '#tests/db/temp-folder.ts';
import { aConnection, connectionsCsv, zipOf } from '#tests/fixtures/linkedin.ts';

const CSV = connectionsCsv(
  aConnection({ first: 'Ana', last: 'Ruiz', slug: 'ana-ruiz' }),
  aConnection({ first: 'Ben', last: 'Okafor', slug: 'ben-okafor' }),
);

/** A folder with files, and the command typed in it. */
function at(files: Record<string, string | Uint8Array>) {
  const folder = tempFolder();
  for (const [name, content] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), content);
  }
  const run = async (...words: string[]) => {
    const lines: string[] = [];
    const complaints: string[] = [];
    const terminal = {
      print: (line: string) => lines.push(line),
      complain: (line: string) => complaints.push(line),
    };
    const code = await runImport(words, folder, terminal);
    return { code, said: lines.join('\n'), complaints: complaints.join('\n'), lines };
  };
  return { folder, run };
}

// Books open slowly from source, and one test opens several.
describe('npm run import', { timeout: 120_000 }, () => {
  it('imports a file into a new book, says what it did, and takes it back', async () => {
    const { folder, run } = at({ 'Connections.csv': CSV });
    const { code, said } = await run('Connections.csv', '--book', 'my.acquaint');
    expect(code).toBe(0);
    expect(said).toContain('my.acquaint (new)');
    expect(said).toContain('Connections.csv – linkedin-connections, 2 records, utf-8');
    expect(said).toMatch(/^2 new, 0 changed/m);
    expect(said).toMatch(/new \(2\)\n {2}Ana Ruiz .*\(Connections\.csv:5\)/);
    expect(said).toContain('--undo 1 --book');
    expect(fs.existsSync(path.join(folder, 'my.acquaint'))).toBe(true);

    const again = await run('Connections.csv', '--book', 'my.acquaint', '--dry-run');
    expect(again.said).toMatch(/^0 new, 0 changed, 2 the same/m);
    expect(again.said).not.toContain('(new)');

    const undone = await run('--undo', '1', '--book', 'my.acquaint');
    expect(undone).toMatchObject({ code: 0, complaints: '' });
    expect(undone.said).toMatch(/^Import 1 was taken back: 2 removed/);
    expect((await run('Connections.csv', '--book', 'my.acquaint', '--dry-run')).said).toMatch(/^2 new/m);
  });

  it('shows a plan without leaving a trace', async () => {
    const { folder, run } = at({ 'Connections.csv': CSV });
    const { code, said } = await run('Connections.csv', '--book', 'my.acquaint', '--dry-run');
    expect([code, said.includes('(not there yet)'), said.includes('Nothing was changed.')]).toEqual([
      0,
      true,
      true,
    ]);
    expect(fs.readdirSync(folder)).toEqual(['Connections.csv']);
  });

  it('tells everything as JSON lines', async () => {
    const { run } = at({ 'Basic.zip': zipOf({ 'Connections.csv': CSV, 'a.jpg': 'x' }) });
    const { code, lines } = await run('Basic.zip', '--book', 'my.acquaint', '--json');
    expect(code).toBe(0);
    const said = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(said.map(({ kind }) => kind)).toEqual(['batch', 'item', 'item', 'result']);
    expect(said[0]).toMatchObject({
      created: true,
      dryRun: false,
      batch: { fileName: 'Basic.zip', counts: { create: 2 } },
    });
    expect(said[1]).toMatchObject({ item: { fn: 'Ana Ruiz', action: 'create' } });
    expect(said[3]).toMatchObject({ applied: true, batchId: 1, counts: { create: 2 } });
  });

  it('reads folders, and files the way they are said to be', async () => {
    const windows = Buffer.from(CSV.replace('Ana', 'Юля'), 'utf8');
    const { run } = at({ 'export/Connections.csv': windows, 'export/notes/a.md': '# x' });
    const { code, said } = await run('export', '--book', 'my.acquaint', '--encoding', 'UTF-8');
    expect(code).toBe(0);
    expect(said).toContain('export/Connections.csv – linkedin-connections, 2 records, utf-8');
    expect(said).toContain('export/notes/a.md – left alone: not a kind we know');
    expect(said).toContain('Юля');
    const wrong = await run('export', '--book', 'other.acquaint', '--encoding', 'windows-1251', '--dry-run');
    expect(wrong.said).toContain('windows-1251');
    expect(wrong.said).not.toContain('Юля');
  });

  it('shows twenty records of a kind, and all of them as JSON', async () => {
    const many = connectionsCsv(
      ...Array.from({ length: 520 }, (_, n) => aConnection({ first: `Ana${n}`, slug: `a${n}` })),
    );
    const { run } = at({ 'Connections.csv': many });
    const { said } = await run('Connections.csv', '--book', 'my.acquaint', '--dry-run');
    expect(said).toContain('… and 500 more');
    const { lines } = await run('Connections.csv', '--book', 'my.acquaint', '--dry-run', '--json');
    expect(lines.filter((line) => line.startsWith('{"kind":"item"'))).toHaveLength(520);
  });

  it('says in words what is wrong, and leaves the book as it was', async () => {
    const { folder, run } = at({
      'a.png': Buffer.from('89504e470d0a1a0a0000', 'hex'),
      'x.zip': zipOf({ 'a.csv': 'x' }).subarray(0, 40),
      'my.acquaint': 'no book',
      'ok.csv': CSV,
    });
    const broken = await run('x.zip', '--book', 'new.acquaint');
    expect(broken).toMatchObject({ code: 1, said: '' });
    expect(broken.complaints).toMatch(/^The archive is damaged/);
    expect((await run('a.png', '--book', 'new.acquaint')).complaints).toMatch(/^No file in it is of a kind/);
    expect((await run('none.csv', '--book', 'new.acquaint')).complaints).toMatch(/ENOENT/);
    expect((await run('ok.csv', '--book', 'my.acquaint')).complaints).toBe(
      'This file is not an Acquaint book.',
    );
    expect(fs.readFileSync(path.join(folder, 'my.acquaint'), 'utf8')).toBe('no book');
    const asJson = await run('x.zip', '--book', 'new.acquaint', '--json');
    expect(JSON.parse(asJson.said)).toMatchObject({ kind: 'error', message: broken.complaints });
    expect((await run('--undo', '7', '--book', 'new.acquaint')).complaints).toBe(
      'There is no such import in this book.',
    );
  });

  it('does not touch a book that is open', async () => {
    const { folder, run } = at({ 'ok.csv': CSV });
    const book = await openBook({ file: path.join(folder, 'my.acquaint'), workerUrl: WORKER });
    try {
      expect(await run('ok.csv', '--book', 'my.acquaint')).toMatchObject({
        code: 1,
        complaints: 'This book is open in Acquaint. Close it there first.',
      });
    } finally {
      await book.close();
    }
  });

  it('runs as the program npm starts', () => {
    const { folder } = at({ 'Connections.csv': CSV });
    const project = path.resolve(import.meta.dirname, '..', '..');
    const words = [
      'scripts/run.mjs',
      'scripts/import.ts',
      'Connections.csv',
      '--book',
      'my.acquaint',
      '--dry-run',
    ];
    const env = { ...process.env, INIT_CWD: folder };
    const { status, stdout } = spawnSync(process.execPath, words, { cwd: project, env, encoding: 'utf8' });
    expect([status, stdout.includes('2 new')]).toEqual([0, true]);
  });
});

describe('the words of npm run import', () => {
  it('are taken from where they were typed', () => {
    const options = readImportOptions(
      ['a.vcf', '/b.csv', '--book', 'my.acquaint', '--as', 'VCARD'],
      '/home/ana',
    );
    expect(options).toEqual({
      book: path.resolve('/home/ana/my.acquaint'),
      files: [path.resolve('/home/ana/a.vcf'), path.resolve('/b.csv')],
      dryRun: false,
      json: false,
      takeConflicts: false,
      as: 'vcard',
    });
    expect(readImportOptions(['--help'], '/')).toBe('help');
  });

  it.each([
    [[], /Which book/],
    [['--book', 'b'], /Which files/],
    [['--book', '', 'a'], /Which book/],
    [['a', '--book', 'b', '--undo', '1'], /reads no files/],
    [['--book', 'b', '--undo', 'one'], /number of an import/],
    [['a', '--book', 'b', '--as', 'cards'], /--as knows .*vcard/],
    [['a', '--book', 'b', '--encoding', 'ebcdic'], /--encoding knows .*utf-8/],
    [['a', '--book', 'b', '--colour'], /colour/],
  ])('%j are not understood', async (words, sentence) => {
    expect(() => readImportOptions(words, '/')).toThrow(WrongWords);
    expect(() => readImportOptions(words, '/')).toThrow(sentence);
    const terminal = { print: () => undefined, complain: () => undefined };
    expect(await runImport(words, '/', terminal)).toBe(2);
  });

  it.runIf(process.platform !== 'win32')('lead to files in the order of their names, links left out', () => {
    const { folder } = at({ 'export/b.csv': '1', 'export/a/c.csv': '22', 'x.csv': '' });
    const elsewhere = at({ 'private.csv': '1' }).folder;
    fs.symlinkSync(elsewhere, path.join(folder, 'export', 'folder'));
    fs.symlinkSync(path.join(elsewhere, 'private.csv'), path.join(folder, 'export', 'file.csv'));
    const files = filesAt([path.join(folder, 'x.csv'), path.join(folder, 'export')]);
    expect(files.map(({ name, size }) => [name, size])).toEqual([
      ['x.csv', 0],
      ['export/a/c.csv', 2],
      ['export/b.csv', 1],
    ]);
  });
});
