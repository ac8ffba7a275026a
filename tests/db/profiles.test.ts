// A table that has been put right once is read right the next time, and a mailbox too large to hold as it comes in.
import { describe, expect, it } from 'vitest';
import type { ReadingContext } from '#core/imports/source-format.ts';
import { DamagedEntry, type DroppedEntry } from '#db/imports/dropped.ts';
import { keepProfile } from '#db/imports/keep-profile.ts';
import { knownReading, profileOf } from '#db/imports/profiles.ts';
import { readDropped } from '#db/imports/read-dropped.ts';
import { emptyBook, NOW } from './planned-batch.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

const entryOf = (text: string): DroppedEntry => {
  const bytes = bytesOf(text);
  const chunks = async function* () {
    yield bytes;
  };
  return { name: 'people.csv', size: bytes.length, head: bytes, bytes, chunks };
};

const columns = [
  { name: 'FN', type: '' },
  { name: 'EMAIL', type: '' },
];
const mapping = { delimiter: ';' as const, headerLine: 2, dateOrder: 'dmy' as const, columns };

describe('how a table was read', () => {
  it('is known again by its header, wherever that stands, however it is written', () => {
    const book = emptyBook();
    const entry = entryOf('Our club\nWer;Póst\nAna Ruiz;ana@example.org\n');
    expect(knownReading(book, entry)).toBeUndefined();
    keepProfile(book, profileOf(entry, { kind: 'csv', mapping, encoding: 'utf-8' })!, NOW);
    expect(knownReading(book, entryOf('WER;post\nBo Falk;bo@example.org\n'))).toEqual({
      kind: 'csv',
      mapping: { ...mapping, headerLine: 1 },
    });
    expect(knownReading(book, entryOf('Wer;Telefon\n'))).toBeUndefined();
    keepProfile(book, profileOf(entry, { mapping: { ...mapping, delimiter: ',' } })!, NOW);
    expect(knownReading(book, entry)).toEqual({ mapping: { ...mapping, delimiter: ',' } });
    book.close();
  });

  it('is not remembered of a table without a header', () => {
    expect(
      profileOf(entryOf('Ana;ana@example.org\n'), { mapping: { ...mapping, headerLine: 0 } }),
    ).toBeUndefined();
    expect(
      profileOf(entryOf('Ana;ana@example.org\n'), { mapping: { ...mapping, headerLine: 9 } }),
    ).toBeUndefined();
    expect(profileOf(entryOf('a,b\n'), {})).toBeUndefined();
  });
});

const CONTEXT: ReadingContext = {
  now: NOW,
  ownerEmails: new Set(['me@example.org']),
  ownerNames: new Set(),
  defaultRegion: undefined,
  reading: {},
};

const letter = (from: string, to: string, on: string) =>
  `From x@example.org Thu Jan  1 00:00:00 2025\nFrom: ${from}\nTo: ${to}\nDate: ${on}\nMessage-ID: <${from}${on}>\nSubject: Hello\n\nWords.\n\n`;

const MBOX = [
  letter('Ana Ruiz <ana@example.org>', 'Me <me@example.org>', 'Thu, 2 Jan 2025 10:00:00 +0000'),
  letter('Me <me@example.org>', 'Ana Ruiz <ana@example.org>', 'Fri, 3 Jan 2025 10:00:00 +0000'),
].join('');

function streamed(text: string, isDamaged: boolean): DroppedEntry {
  const bytes = bytesOf(text);
  const chunks = async function* () {
    for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7);
    if (isDamaged) throw new DamagedEntry('all.mbox');
  };
  return { name: 'all.mbox', size: 1e9, head: bytes, chunks };
}

describe('what is too large to be held', () => {
  it.each([false, true])('is read as it comes in when it is a mailbox; damaged: %s', async (isDamaged) => {
    let pauses = 0;
    const { report, parsed } = await readDropped(streamed(MBOX, isDamaged), CONTEXT, async () => {
      pauses += 1;
    });
    expect(report).toMatchObject({ kind: 'mailbox', verdict: 'recognised' });
    expect(parsed?.evidence?.map(({ kind, person }) => [kind, person.email])).toContainEqual([
      'mail_two_way',
      'ana@example.org',
    ]);
    expect(parsed?.issues.some(({ code }) => code === 'CUT_OFF')).toBe(isDamaged);
    expect(pauses).toBeGreaterThan(2);
  });

  it('is ended by whoever waits no longer', async () => {
    const reading = readDropped(streamed(MBOX, false), CONTEXT, () => Promise.reject(new Error('enough')));
    await expect(reading).rejects.toThrow('enough');
  });

  it('is reported when it is anything else', async () => {
    const { report, parsed } = await readDropped(
      streamed('First Name,Last Name\n', false),
      CONTEXT,
      async () => undefined,
    );
    expect(report).toMatchObject({ verdict: 'too_large', records: 0 });
    expect(parsed).toBeUndefined();
  });
});
