// npm start on a machine without a display: the program as a whole, from the first line it prints to its clean end.
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ask, closed, openLane, openSession } from './client.ts';

const PROJECT = path.resolve(import.meta.dirname, '..', '..');
const RUN = path.join(PROJECT, 'scripts', 'run.mjs');
const START = path.join('scripts', 'start.mjs');

interface Started {
  readonly child: ChildProcess;
  readonly said: () => { out: string; err: string };
  readonly ended: Promise<number | null>;
}

let temporary: string;
let home: string;
const children: ChildProcess[] = [];

beforeEach(() => {
  temporary = mkdtempSync(path.join(tmpdir(), 'acquaint-program-'));
  home = mkdtempSync(path.join(tmpdir(), 'acquaint-home-'));
});

afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(temporary, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
});

/** Starts it as `npm start` does, in a home of its own and without a display. */
function start(...words: string[]): Started {
  const { DISPLAY: _x, WAYLAND_DISPLAY: _wayland, ...rest } = process.env;
  const env = {
    ...rest,
    HOME: home,
    USERPROFILE: home,
    APPDATA: home,
    XDG_CONFIG_HOME: '',
    TMPDIR: temporary,
    TEMP: temporary,
    TMP: temporary,
  };
  const child = spawn(process.execPath, [RUN, START, '--no-open', ...words], { cwd: PROJECT, env });
  children.push(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (text: Buffer) => (out += text.toString()));
  child.stderr.on('data', (text: Buffer) => (err += text.toString()));
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return { child, said: () => ({ out, err }), ended };
}

/** The address it prints, as soon as it does. */
async function addressOf(program: Started) {
  const url = await vi.waitFor(
    () => {
      const printed = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}/.exec(program.said().out)?.[0];
      if (printed === undefined) throw new Error(JSON.stringify(program.said()));
      return printed;
    },
    { timeout: 15_000, interval: 50 },
  );
  return { url, port: Number(new URL(url).port), close: () => Promise.resolve() };
}

describe('npm start', () => {
  it('prints an address that works, and ends on Ctrl-C without a trace', async () => {
    const program = start('--demo');
    const host = await addressOf(program);
    const page = await ask(host, {});
    expect([page.status, page.body]).toEqual([200, expect.stringContaining('<title>Acquaint</title>')]);
    const end = closed(await openLane(host, await openSession(host)));
    program.child.kill('SIGINT');
    expect(await program.ended).toBe(0);
    expect((await end).code).toBe(1001);
    expect(program.said().err).toBe('');
    expect(readdirSync(temporary)).toEqual([]);
    expect(readdirSync(home)).toEqual([]);
    await expect(ask(host, {})).rejects.toThrow('ECONNREFUSED');
  });

  it('keeps the owner’s book in the data folder, closed to everybody else', async () => {
    const program = start();
    await addressOf(program);
    program.child.kill('SIGTERM');
    expect(await program.ended).toBe(0);
    expect(readdirSync(home, { recursive: true }).map(String)).toContainEqual(
      expect.stringMatching(/Acquaint.book.book\.acquaint$/),
    );
  });

  it('does not outlive what started it, however that ended', async () => {
    const program = start('--demo');
    const host = await addressOf(program);
    program.child.kill('SIGKILL');
    await vi.waitFor(() => expect(ask(host, {})).rejects.toThrow('ECONNREFUSED'), { timeout: 10_000 });
  });

  it('says in one sentence why a book cannot be opened', async () => {
    const file = path.join(home, 'letters.txt');
    writeFileSync(file, 'Dear diary, this has never been a database.'.repeat(40));
    const program = start('--book', file);
    expect(await program.ended).toBe(1);
    expect(program.said().err).toBe('This file is not an Acquaint book.\n');
  });

  it('says in one sentence that the book is open elsewhere', async () => {
    const file = path.join(home, 'one.acquaint');
    await addressOf(start('--book', file));
    const second = start('--book', file);
    expect(await second.ended).toBe(1);
    expect(second.said().err).toBe('This book is already open in another Acquaint. Close that one first.\n');
  });

  it('explains itself when asked something it does not know', async () => {
    const program = start('--port', '80');
    expect(await program.ended).toBe(1);
    expect(program.said().err).toContain('npm start -- [--demo | --book PATH]');
    expect(program.said().err).not.toContain('    at ');
  });
});
