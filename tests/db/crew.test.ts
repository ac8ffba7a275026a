import { once } from 'node:events';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openBook } from '#db/client.ts';
import type { Book } from '#db/client.ts';
import { tempFolder } from './temp-folder.ts';

const workerUrl = new URL('told-worker.ts', import.meta.url);
const ends: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0)) await end();
});

/** A book whose threads only tell what they hear, and all that they have told. */
async function toldBook() {
  const file = path.join(tempFolder(), 'told.acquaint');
  const channel = new BroadcastChannel(`told ${file}`);
  const told: string[] = [];
  channel.addEventListener('message', ({ data }: { readonly data: unknown }) => told.push(String(data)));
  const book = await openBook({ file, workerUrl });
  ends.push(
    () => channel.close(),
    () => book.close(),
  );
  const tells = (what: string) => expect.poll(() => told).toContain(what);
  return { book, told, tells, say: (what: string) => channel.postMessage(what) };
}

/** A window: a port to each of the three. */
function aWindow(book: Book) {
  const ports = { read: book.connect('read'), write: book.connect('write'), jobs: book.connect('jobs') };
  for (const port of Object.values(ports)) port.start();
  return ports;
}

const of = (role: string, told: readonly string[]) => told.filter((what) => what.startsWith(`${role} `));

describe('starting the book’s threads', () => {
  it('leaves the jobs thread and writing for when a window’s first questions are answered', async () => {
    const { book, told, tells, say } = await toldBook();
    aWindow(book);
    await tells('reader connect');
    expect(of('jobs', told)).toEqual([]);
    expect(of('writer', told)).toEqual(['writer starts', 'writer open']);
    say('reader says settled');
    await tells('jobs connect');
    await tells('writer connect');
    expect(of('jobs', told)).toEqual(['jobs starts', 'jobs open', 'jobs connect']);
    expect(of('writer', told)).toEqual(['writer starts', 'writer open', 'writer begin', 'writer connect']);
  });

  it('opens the file for writing before anybody reads it', async () => {
    const { told, tells } = await toldBook();
    await tells('reader open');
    expect(told.indexOf('writer open')).toBeLessThan(told.indexOf('reader starts'));
  });

  it.each([
    ['jobs', 'jobs'],
    ['write', 'writer'],
  ] as const)('begins at the first frame on the lane %s, and loses none of them', async (lane, role) => {
    const { book, told, tells } = await toldBook();
    const port = aWindow(book)[lane];
    const frames = Array.from({ length: 50 }, (_, at) => `frame ${at}`);
    for (const frame of frames) port.postMessage(frame);
    await tells(`${role} hears frame 49`);
    expect(of(role, told).filter((what) => what.includes('hears'))).toEqual(
      frames.map((frame) => `${role} hears ${frame}`),
    );
    // Nobody has asked the other.
    expect(of(role === 'jobs' ? 'writer' : 'jobs', told)).not.toContain(
      `${role === 'jobs' ? 'writer' : 'jobs'} connect`,
    );
  });

  it('begins by itself where no window comes', async () => {
    const { told } = await toldBook();
    await expect.poll(() => told, { timeout: 10_000 }).toContain('jobs open');
  });

  it('closes ports that nobody has spoken on, with the book', async () => {
    const { book } = await toldBook();
    const { write, jobs } = aWindow(book);
    const gone = Promise.all([once(write, 'close'), once(jobs, 'close')]);
    await book.close();
    await gone;
  });

  it('locks a book that has not begun to write', async () => {
    const { book, told, tells } = await toldBook();
    book.lock();
    await tells('writer lock');
    expect(of('writer', told)).toEqual(['writer starts', 'writer open', 'writer begin', 'writer lock']);
  });
});
