// The lock, attacked: from another window, in the middle of an answer, by guessing, by a new start, by undo.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openWritable } from '#db/book.ts';
import { LockFlag, newLockMemory } from '#db/lock/flag.ts';
import { guardedStream, refuseWhileLocked } from '#db/lock/guard.ts';
import { keepLock, newLock } from '#db/lock/kept.ts';
import { watchLock } from '#db/lock/watch.ts';
import { WriterThread } from '#db/writer-thread.ts';
import { connectInProcess, drain } from '#scripts/in-process-client.ts';
import { PROCEDURES } from '#tests/api/suite.ts';
import { testBook } from './harness.ts';
import { tempFolder } from './temp-folder.ts';

const PASSPHRASE = 'open sesame';
const MIGRATIONS = path.resolve(import.meta.dirname, '../../db/migrations');
const LOCKED = { code: 'LOCKED' };

async function aLockedBook() {
  const book = await testBook();
  const { id } = await book.client.contacts.create({ given: 'Ana', family: 'Ruiz' });
  await book.client.lock.choose({ passphrase: PASSPHRASE });
  await book.client.lock.lock();
  return { ...book, id };
}

describe('a locked book', () => {
  it('answers nothing but the lock, to any window', async () => {
    const { book, client, id } = await aLockedBook();
    const { client: other } = connectInProcess(book);
    for (const window of [client, other]) {
      await expect(window.contacts.get({ id })).rejects.toMatchObject(LOCKED);
      await expect(window.contacts.find({ text: 'ana' })).rejects.toMatchObject(LOCKED);
      await expect(window.contacts.create({ given: 'Eve' })).rejects.toMatchObject(LOCKED);
      await expect(window.book.summary()).rejects.toMatchObject(LOCKED);
      await expect(window.lock.configure({ idleMinutes: 0, atStart: false })).rejects.toMatchObject(LOCKED);
      await expect(window.lock.remove({ passphrase: PASSPHRASE })).rejects.toMatchObject(LOCKED);
      await expect(window.lock.choose({ passphrase: 'mine now' })).rejects.toMatchObject(LOCKED);
      await expect(window.exports.people({ format: 'csv-google' })).rejects.toMatchObject(LOCKED);
      expect((await window.lock.state()).isLocked).toBe(true);
    }
    expect((await other.lock.unlock({ passphrase: PASSPHRASE })).isRight).toBe(true);
    expect((await client.contacts.list({ page: {} })).total).toBe(1);
  });

  it('refuses every procedure that is not named, whatever will be added', () => {
    const flag = new LockFlag(newLockMemory());
    flag.set(true);
    const answered = PROCEDURES.filter((code) => {
      try {
        refuseWhileLocked(code, flag);
        return true;
      } catch {
        return false;
      }
    });
    expect(answered.toSorted()).toEqual([
      'book.changes',
      'lock.active',
      'lock.lock',
      'lock.state',
      'lock.unlock',
    ]);
  });

  it('ends a stream of people in the middle, and lets an import go on', async () => {
    const flag = new LockFlag(newLockMemory());
    const pieces = async function* () {
      yield 'one';
      flag.set(true);
      yield 'two';
    };
    const said: unknown[] = [];
    await expect(async () => {
      for await (const piece of guardedStream('exports.people', flag, pieces())) said.push(piece);
    }).rejects.toMatchObject(LOCKED);
    expect(said).toEqual(['one']);
    flag.set(false);
    const all: unknown[] = [];
    for await (const piece of guardedStream('imports.apply', flag, pieces())) all.push(piece);
    expect(all).toEqual(['one', 'two']);
    flag.set(false);
    expect(
      await drain(guardedStream('exports.people', flag, (async function* () {})()) as never),
    ).toBeDefined();
  });

  it('is locked when it is opened again, and after a crash', async () => {
    const { book, file } = await aLockedBook();
    await book.close();
    const again = await testBook({ file });
    await expect(again.client.contacts.list({ page: {} })).rejects.toMatchObject(LOCKED);
    await again.client.lock.unlock({ passphrase: PASSPHRASE });
    await again.client.lock.configure({ idleMinutes: 0, atStart: false });
    await again.book.close();
    const third = await testBook({ file });
    expect((await third.client.contacts.list({ page: {} })).total).toBe(1);
    await third.client.lock.configure({ idleMinutes: 0, atStart: true });
    await third.book.close();
    const fourth = await testBook({ file });
    await expect(fourth.client.contacts.list({ page: {} })).rejects.toMatchObject(LOCKED);
  });

  it('is not opened by undo, and keeps nothing of the lock in its history', async () => {
    const { client, file } = await aLockedBook();
    await expect(client.book.undo({})).rejects.toMatchObject(LOCKED);
    await client.lock.unlock({ passphrase: PASSPHRASE });
    expect((await client.book.undo({}))?.code).toBe('contacts.create');
    await client.lock.lock();
    await expect(client.book.redo()).rejects.toMatchObject(LOCKED);
    const sqlite = new Database(file, { readonly: true });
    const kept = sqlite
      .prepare(`select count(*) from journal_change where table_name = 'setting'`)
      .pluck()
      .get();
    expect(kept).toBe(0);
    const stored = String(sqlite.prepare(`select value from setting where key = 'lock'`).pluck().get());
    expect(stored).not.toContain(PASSPHRASE);
    sqlite.close();
  });

  it('is opened by whoever may start the program with --remove-lock, as is said when it is set', async () => {
    const { book, file } = await aLockedBook();
    await book.close();
    const { client } = await testBook({ file, removesLock: true });
    expect((await client.contacts.list({ page: {} })).total).toBe(1);
    expect((await client.lock.state()).isSet).toBe(false);
  });
});

describe('guessing', () => {
  it('waits longer and longer, for a right guess as well, and over a new start', async () => {
    const { client, book, file } = await aLockedBook();
    const guess = async (passphrase: string) => client.lock.unlock({ passphrase });
    expect(await guess('one')).toEqual({ isRight: false, waitMs: 0 });
    expect(await guess('two')).toEqual({ isRight: false, waitMs: 0 });
    expect((await guess('three')).waitMs).toBeGreaterThan(4000);
    expect(await guess(PASSPHRASE)).toMatchObject({ isRight: false });
    await book.close();
    const again = await testBook({ file });
    expect((await again.client.lock.state()).waitMs).toBeGreaterThan(0);
    expect(await again.client.lock.unlock({ passphrase: PASSPHRASE })).toMatchObject({ isRight: false });
  });

  it('all at once from many windows is no more than one after the other', async () => {
    const { client } = await aLockedBook();
    const tries = await Promise.all(
      Array.from({ length: 12 }, async (_, at) => client.lock.unlock({ passphrase: `guess ${at}` })),
    );
    expect(tries.filter(({ waitMs }) => waitMs === 0)).toHaveLength(2);
    expect(await client.lock.unlock({ passphrase: PASSPHRASE })).toMatchObject({ isRight: false });
  });

  it('of the current passphrase counts as well when another one is chosen', async () => {
    const { client } = await testBook();
    await client.lock.choose({ passphrase: PASSPHRASE });
    for (const current of ['a', 'b', 'c'])
      expect((await client.lock.choose({ passphrase: 'mine now', current })).isRight).toBe(false);
    expect((await client.lock.choose({ passphrase: 'mine now', current: PASSPHRASE })).isRight).toBe(false);
    await expect(client.lock.choose({ passphrase: 'abc' })).rejects.toMatchObject({ code: 'BAD_REQUEST' });
  });
});

describe('being away', () => {
  function watched(idleMinutes: 0 | 5) {
    const folder = tempFolder();
    mkdirSync(folder, { recursive: true });
    const book = openWritable(path.join(folder, 'idle.acquaint'), MIGRATIONS);
    keepLock(book, newLock(PASSPHRASE, { idleMinutes, atStart: false }));
    const flag = new LockFlag(newLockMemory());
    let now = Date.UTC(2026, 4, 4);
    let look = () => {};
    const writer = new WriterThread(book, false, []);
    const lockNow = watchLock(
      writer,
      flag,
      { isStart: true },
      { now: () => now, every: (_, looking) => void (look = looking) },
    );
    const after = async (minutes: number) => {
      now += minutes * 60_000;
      look();
      const endTurn = await writer.takeTurn();
      endTurn();
      return flag.isLocked;
    };
    return { flag, after, lockNow, close: () => book.close(), at: () => now };
  }

  it('locks after the minutes, counted from the last key in any window', async () => {
    const { after, flag, close, at } = watched(5);
    expect(await after(4.9)).toBe(false);
    flag.touch(at());
    expect(await after(4.9)).toBe(false);
    expect(await after(0.2)).toBe(true);
    close();
  });

  it('never locks by itself where the owner has not asked for it, and at once when the system does', async () => {
    const { after, lockNow, flag, close } = watched(0);
    expect(await after(100_000)).toBe(false);
    lockNow();
    expect(await after(0)).toBe(true);
    expect(flag.isLocked).toBe(true);
    close();
  });
});
