// Files larger than they may become in memory: a mailbox, and a zip of cards with pictures, sent and planned.
// 3 KiB of each for one of --n, at least 1 MiB and at most 300; `growth` is MiB of memory on top of an open book.
import { closeSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { Zip, ZipPassThrough } from 'fflate';
import type { Client } from '#api/contract.ts';
import { drain } from '#scripts/in-process-client.ts';
import { filesAt, upload } from '../../import/files.ts';
import { openedBook, runArm } from '../arm.ts';

const MIB = 1_048_576;
const MOST_MIB = 300;
const BYTES_OF_ONE = 3146;
const PEOPLE = 200;
const BODY_LINES = 250;
const PHOTO_BYTES = 24_000;
const CARDS_A_FILE = 200;

/** Calls `make` with a writer until so many bytes are written. */
function written(file: string, make: (write: (bytes: Uint8Array) => number) => void): void {
  const opened = openSync(file, 'w');
  let size = 0;
  try {
    make((bytes) => {
      writeSync(opened, bytes);
      size += bytes.length;
      return size;
    });
  } finally {
    closeSync(opened);
  }
}

/** Letters both ways with so many people, over and over. */
function makeMailbox(file: string, bytes: number): void {
  const line = 'Nothing of this is ever read, and there is a lot of it in any mailbox: '.padEnd(76, '.');
  const body = `${line}\n`.repeat(BODY_LINES);
  const letter = (at: number) => {
    const person = `Person ${at % PEOPLE} <person${at % PEOPLE}@example.org>`;
    const owner = 'Olive Owner <olive@example.org>';
    const isSent = Math.floor(at / PEOPLE) % 2 === 1;
    const [from, to] = isSent ? [owner, person] : [person, owner];
    const label = isSent ? 'Sent' : 'Inbox';
    return `From ${at}@xxx Fri Sep 16 22:26:51 +0000 2016\nX-Gmail-Labels: ${label}\nFrom: ${from}\nTo: ${to}\nDate: Fri, 16 Sep 2016 22:26:51 +0000\nMessage-ID: <${at}@example.org>\nSubject: Hello\n\n${body}\n`;
  };
  written(file, (write) => {
    for (let at = 0; write(Buffer.from(letter(at))) < bytes;) at += 1;
  });
}

/** Looks like a JPEG to whoever only looks at its first bytes, and packs as badly as one. */
function photo(seed: number): string {
  const words = new Uint32Array(PHOTO_BYTES / 4);
  let state = seed * 2_654_435_761 + 1;
  for (let at = 0; at < words.length; at++) {
    // xorshift32 (Marsaglia 2003)
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[at] = state;
  }
  const bytes = Buffer.from(words.buffer);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes.toString('base64');
}

const card = (at: number) =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person ${at}\r\nN:${at};Person;;;\r\nEMAIL:person${at}@example.org\r\nPHOTO;ENCODING=b;TYPE=JPEG:${photo(at)}\r\nEND:VCARD\r\n`;

/** A zip of files of so many cards; answers how many cards. */
function makeCards(file: string, bytes: number): number {
  let cards = 0;
  written(file, (write) => {
    const zipped = { size: 0 };
    const zip = new Zip((error, chunk) => {
      if (error) throw error;
      zipped.size = write(chunk);
    });
    while (zipped.size < bytes) {
      const entry = new ZipPassThrough(`Contacts/${cards}.vcf`);
      zip.add(entry);
      const text = Array.from({ length: CARDS_A_FILE }, () => card((cards += 1))).join('');
      entry.push(Buffer.from(text), true);
    }
    zip.end();
  });
  return cards;
}

const rssNow = () => process.memoryUsage().rss / MIB;

/** Sends and plans a file; answers the most memory it took and what came of it. */
async function stagedLarge(client: Client, file: string) {
  const before = rssNow();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, rssNow())), 20);
  const start = performance.now();
  try {
    const uploadId = await upload(client, filesAt([file]));
    const sent = performance.now();
    most = Math.max(most, rssNow());
    const afterSending = most;
    const { result } = await drain(await client.imports.stage({ uploadId, fileName: path.basename(file) }));
    most = Math.max(most, rssNow());
    const { entries, counts } = await client.imports.get({ id: result.batchId });
    const records = entries.reduce((sum, entry) => sum + entry.records, 0);
    await client.imports.discard({ id: result.batchId });
    return {
      records,
      create: counts.create,
      figures: {
        growth: most - before,
        sending: afterSending - before,
        sendMs: sent - start,
        stageMs: performance.now() - sent,
      },
    };
  } finally {
    clearInterval(watch);
  }
}

const named = (prefix: string, figures: Readonly<Record<string, number>>) =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]) => [`${prefix}.${name}`, Math.round(value)] as const),
  );

await runArm('import-large', async (task) => {
  const bytes = Math.min(Math.max(task.n * BYTES_OF_ONE, MIB), MOST_MIB * MIB);
  const mailbox = path.join(task.own, 'All mail.mbox');
  const cards = path.join(task.own, 'Contacts.zip');
  makeMailbox(mailbox, bytes);
  const made = makeCards(cards, bytes);
  const { client, close } = await openedBook(task, path.join(task.own, 'new.acquaint'));
  const start = performance.now();
  const mail = await stagedLarge(client, mailbox);
  const vcards = await stagedLarge(client, cards);
  const ms = performance.now() - start;
  await close();
  return {
    rows: made,
    ms,
    correct: { cards: made, cardsRead: vcards.records, people: vcards.create, fromMail: mail.create },
    figures: { ...named('mbox', mail.figures), ...named('zip', vcards.figures) },
  };
});
