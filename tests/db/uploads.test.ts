import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { ORPCError } from '@orpc/server';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { Spool, spoolFolderOf } from '#db/imports/spool.ts';
import { type UploadLimits, Uploads } from '#db/imports/uploads.ts';
import { tempFolder } from './temp-folder.ts';

/** Anything above four bytes goes to the disk. */
const SMALL: UploadLimits = { fileBytes: 1000, totalBytes: 1500, heldFileBytes: 4, heldBytes: 10 };

const newFolder = () => spoolFolderOf(path.join(tempFolder(), 'my.acquaint'));
const why = (work: () => unknown) => {
  try {
    work();
    return 'done';
  } catch (error) {
    if (!(error instanceof ORPCError)) throw error;
    const { why: reason, detail, what } = error.data as { why?: string; detail?: string; what?: string };
    return reason === undefined ? `no ${what}` : `${reason} ${detail}`;
  }
};
const base64 = (text: string | Uint8Array) => Buffer.from(text).toString('base64');
const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString();
const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest('hex');
const entriesIn = (folder: string) => (fs.existsSync(folder) ? fs.readdirSync(folder) : []);
const isWindows = process.platform === 'win32';

afterEach(() => vi.restoreAllMocks());

/** Sends files in pieces of three bytes. */
function sent(uploads: Uploads, files: Record<string, string>) {
  const names = Object.keys(files);
  const uploadId = uploads.begin(names.map((name) => ({ name, size: Buffer.byteLength(files[name]!) })));
  names.forEach((name, index) => {
    const bytes = Buffer.from(files[name]!);
    for (let at = 0; at < bytes.length; at += 3)
      uploads.add(uploadId, index, base64(bytes.subarray(at, at + 3)));
  });
  return uploadId;
}

describe('Uploads', () => {
  it('gives files back whole, in pieces and from any place, wherever they were kept', () => {
    const uploads = new Uploads(newFolder(), SMALL);
    const files = { 'a.vcf': 'abc', 'b.vcf': 'BEGIN:VCARD', 'none.csv': '', 'c.mbox': 'From Ana' };
    const uploadId = sent(uploads, files);
    const got = uploads.peek(uploadId);
    expect(got.map((file) => [file.name, file.size, textOf(file.bytes())])).toEqual(
      Object.entries(files).map(([name, text]) => [name, text.length, text]),
    );
    expect(got.map((file) => [...file.chunks()].map(textOf).join(''))).toEqual(Object.values(files));
    expect(textOf(got[1]!.read(6, 5))).toBe('VCARD');
    expect(textOf(got[1]!.read(6, 50))).toBe('VCARD');
    expect(textOf(got[1]!.read(20, 5))).toBe('');
    // Read twice, because the owner may want it read differently.
    expect(uploads.peek(uploadId)).toHaveLength(4);
    uploads.close();
  });

  it('writes what is large beside the book, for nobody else to read, and under no name of the owner', () => {
    const folder = newFolder();
    const uploads = new Uploads(folder, SMALL);
    const uploadId = sent(uploads, { '../secret name.mbox': 'From Ana, with all her letters' });
    expect(path.basename(folder)).toBe('my.acquaint.imports');
    const [own = ''] = entriesIn(folder);
    expect(own).toMatch(/^upload-\w{6}$/);
    if (!isWindows) {
      expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
      expect(fs.statSync(path.join(folder, own)).mode & 0o777).toBe(0o700);
      // One that is there already is closed to others as well.
      fs.chmodSync(folder, 0o755);
      new Spool(folder).remove();
      expect(fs.statSync(folder).mode & 0o777).toBe(0o700);
      // The file itself has lost its name already.
      expect(entriesIn(path.join(folder, own))).toEqual([]);
    }
    uploads.drop(uploadId);
    expect(fs.existsSync(folder)).toBe(false);
    expect(why(() => uploads.peek(uploadId))).toBe('no upload');
  });

  it('keeps small files in memory alone', () => {
    const folder = newFolder();
    const uploads = new Uploads(folder, SMALL);
    sent(uploads, { a: 'abc', b: 'def', c: 'ghi' });
    expect(fs.existsSync(folder)).toBe(false);
    sent(uploads, { a: 'abc', b: 'def', c: 'ghi', d: 'jkl' });
    expect(entriesIn(folder)).toHaveLength(1);
    uploads.close();
  });

  it('forgets an upload when the next begins, when it is closed, and what a crash has left when it starts', () => {
    const folder = newFolder();
    const uploads = new Uploads(folder, SMALL);
    const first = sent(uploads, { a: 'From Ana' });
    const [file] = uploads.peek(first);
    sent(uploads, { b: 'From Ben' });
    expect(entriesIn(folder)).toHaveLength(1);
    expect(why(() => uploads.peek(first))).toBe('no upload');
    expect(() => file?.read(0, 4)).toThrow('upload_incomplete');
    uploads.close();
    uploads.close();
    expect(fs.existsSync(folder)).toBe(false);

    fs.mkdirSync(path.join(folder, 'upload-abc123'), { recursive: true });
    fs.writeFileSync(path.join(folder, 'upload-abc123', 'spool'), 'private');
    expect(new Uploads(folder, SMALL)).toBeDefined();
    expect(fs.existsSync(folder)).toBe(false);
  });

  it('removes the file when its thread ends', () => {
    const before = process.listenerCount('exit');
    const folder = newFolder();
    const spool = new Spool(folder);
    expect(process.listenerCount('exit')).toBe(before + 1);
    const atExit = process.listeners('exit').at(-1);
    atExit?.call(process, 0);
    expect(fs.existsSync(folder)).toBe(false);
    expect(process.listenerCount('exit')).toBe(before);
    expect(() => spool.read(0, 1)).toThrow('over');
  });

  it.runIf(!isWindows)('does not follow a folder that somebody else has put there', () => {
    const folder = newFolder();
    const elsewhere = tempFolder();
    const uploads = new Uploads(folder, SMALL);
    fs.symlinkSync(elsewhere, folder);
    expect(() => uploads.begin([{ name: 'a', size: 100 }])).toThrow('not a folder');
    expect(fs.readdirSync(elsewhere)).toEqual([]);
  });

  it('refuses what is too large, empty, more than announced, incomplete or unknown', () => {
    const uploads = new Uploads(newFolder(), SMALL);
    expect(why(() => uploads.begin([{ name: 'a', size: 1001 }]))).toBe('too_large 1000');
    expect(
      why(() =>
        uploads.begin([
          { name: 'a', size: 800 },
          { name: 'b', size: 800 },
        ]),
      ),
    ).toBe('too_large 1500');
    expect(why(() => uploads.begin([{ name: 'a', size: 0 }]))).toBe('empty a');
    const uploadId = uploads.begin([{ name: 'a', size: 5 }]);
    uploads.add(uploadId, 0, base64('abcd'));
    expect(why(() => uploads.add(uploadId, 0, base64('ef')))).toBe('upload_incomplete a');
    expect(why(() => uploads.add(uploadId, 1, base64('e')))).toBe('no upload');
    expect(why(() => uploads.peek(uploadId))).toBe('upload_incomplete a');
    uploads.add(uploadId, 0, base64('e'));
    expect(textOf(uploads.peek(uploadId)[0]!.bytes())).toBe('abcde');
    uploads.close();
  });

  it('says that the disk is full, before and while it is written to', () => {
    const uploads = new Uploads(newFolder(), SMALL);
    const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    const stats = Object.assign(fs.statfsSync('.'), { bavail: 1, bsize: 4096 });
    vi.spyOn(fs, 'statfsSync').mockReturnValueOnce(stats);
    expect(why(() => uploads.begin([{ name: 'a', size: 100 }]))).toBe('disk_full ');
    const uploadId = uploads.begin([{ name: 'a', size: 100 }]);
    vi.spyOn(fs, 'writeSync').mockImplementationOnce(() => {
      throw full;
    });
    expect(why(() => uploads.add(uploadId, 0, base64('abc')))).toBe('disk_full ');
    uploads.close();
  });

  it('hashes the content of all files in order, in whatever order they were sent', () => {
    const uploads = new Uploads(newFolder(), SMALL);
    expect(uploads.hash(sent(uploads, { a: 'From Ana' }))).toBe(sha256('From Ana'));
    const twice = sent(uploads, { e: '', a: 'From Ana', f: '', b: 'abc', g: '' });
    expect([uploads.hash(twice), uploads.hash(twice)]).toEqual(Array(2).fill(sha256('From Anaabc')));
    const turned = uploads.begin([
      { name: 'a', size: 8 },
      { name: 'b', size: 3 },
    ]);
    uploads.add(turned, 1, base64('abc'));
    uploads.add(turned, 0, base64('From Ana'));
    expect(uploads.hash(turned)).toBe(sha256('From Anaabc'));
    const mixed = uploads.begin([
      { name: 'a', size: 8 },
      { name: 'b', size: 3 },
    ]);
    uploads.add(mixed, 1, base64('a'));
    uploads.add(mixed, 0, base64('From Ana'));
    uploads.add(mixed, 1, base64('bc'));
    expect(uploads.hash(mixed)).toBe(sha256('From Anaabc'));
    uploads.close();
  });

  it('gives back any files, cut in any pieces', () => {
    const uploads = new Uploads(newFolder(), SMALL);
    const pieces = fc.array(fc.uint8Array({ maxLength: 12 }), { maxLength: 8 });
    fc.assert(
      fc.property(fc.array(pieces, { minLength: 1, maxLength: 5 }), (files) => {
        const whole = files.map((parts) => Buffer.concat(parts));
        fc.pre(whole.some(({ length }) => length > 0));
        const uploadId = uploads.begin(whole.map(({ length }, at) => ({ name: `${at}`, size: length })));
        files.forEach((parts, at) => parts.forEach((part) => uploads.add(uploadId, at, base64(part))));
        expect(uploads.peek(uploadId).map((file) => Buffer.from(file.bytes()).toString('hex'))).toEqual(
          whole.map((bytes) => bytes.toString('hex')),
        );
        expect(uploads.hash(uploadId)).toBe(sha256(Buffer.concat(whole)));
      }),
    );
    uploads.close();
  });
});
