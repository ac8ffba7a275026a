// Mailboxes of programs that leave a date out, keep what was thrown away, or write a date their own way.
import { describe, expect, it } from 'vitest';
import { read } from '../../fixtures/reading.ts';

const OWNER = { ownerEmails: new Set(['olive@example.org']), ownerNames: new Set(['olive owner']) };
const DAY = 'Tue, 10 Mar 2026 09:01:00 +0100';
let letters = 0;

/** One letter behind a separator; `more` are header lines. */
const letter = (separator: string, from: string, to: string, more: readonly string[] = []) =>
  [
    separator,
    `From: ${from}`,
    `To: ${to}`,
    `Message-ID: <${++letters}@example.org>`,
    ...(more.some((line) => line.startsWith('Date:')) ? [] : [`Date: ${DAY}`]),
    ...more,
    '',
    'hi',
    '',
    '',
  ].join('\n');
const ANA = 'Ana Ruiz <ana@example.net>';
const OLIVE = 'Olive Owner <olive@example.org>';
const FULL = 'From x@y Tue Mar 10 09:00:00 2026';

const readMail = (text: string, name = 'x.mbox') => read(text, name, OWNER);
const tiesIn = (text: string) =>
  (readMail(text).parsed?.evidence ?? []).map(
    ({ person, on, count = 1 }) => `${person.fn} ${on ?? ''} ×${count}`,
  );

describe('separators without a date', () => {
  const both = letter('From ana@example.net', ANA, OLIVE) + letter('From olive@example.org', OLIVE, ANA);

  it('part letters where the file begins with one', () => {
    expect(readMail(both).report.kind).toBe('mailbox');
    expect(tiesIn(both)).toEqual(['Ana Ruiz 2026-03-10 ×2']);
  });
  it('part nothing elsewhere: there it is text', () => {
    const quoting = `${letter(FULL, ANA, OLIVE)}From mallory@example.net\nFrom: Mallory <mallory@example.net>\nTo: ${OLIVE}\n\n`;
    expect(tiesIn(quoting + letter(FULL, OLIVE, ANA))).toEqual(['Ana Ruiz 2026-03-10 ×2']);
  });
  it('leave a letter that has kept its envelope one letter', () => {
    expect(readMail(letter('From ana@example.net', ANA, OLIVE), 'x.eml').report.kind).toBe('mail-message');
  });
});

describe('what was thrown away', () => {
  const exchange = (more: readonly string[]) =>
    letter(FULL, ANA, OLIVE, more) + letter(FULL, OLIVE, ANA, more);

  it.each([
    ['X-Mozilla-Status: 0008', []],
    ['X-Mozilla-Status: 0009', []],
    ['X-Mozilla-Status: 100b', []],
    ['X-Status: D', []],
    ['X-Status: AD', []],
    ['X-Mozilla-Status: 0001', ['Ana Ruiz 2026-03-10 ×2']],
    ['X-Mozilla-Status: 0017', ['Ana Ruiz 2026-03-10 ×2']],
    ['X-Mozilla-Status: ', ['Ana Ruiz 2026-03-10 ×2']],
    ['X-Status: A', ['Ana Ruiz 2026-03-10 ×2']],
  ])('%s', (line, ties) => expect(tiesIn(exchange([line]))).toEqual(ties));
});

it.each(['X-Autoreply: yes', 'X-Autorespond: out of office'])('an answer nobody wrote is none: %s', (line) =>
  expect(tiesIn(letter(FULL, ANA, OLIVE, [line]) + letter(FULL, OLIVE, ANA))).toEqual([]),
);

it('reads a date with a blank before the comma of its weekday', () => {
  const more = ['Date: Tue , 10-Mar-26 09:06:07 EST'];
  expect(tiesIn(letter(FULL, ANA, OLIVE, more) + letter(FULL, OLIVE, ANA, more))).toEqual([
    'Ana Ruiz 2026-03-10 ×2',
  ]);
});
