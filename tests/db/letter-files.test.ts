// Letters on their way out, read back by two parsers that know nothing of each other, and of the one that wrote them.
import * as fc from 'fast-check';
import PostalMime from 'postal-mime';
import type { Address } from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { mailboxesIn } from '#core/formats/mail/addresses.ts';
import { decodeEncodedWords } from '#core/formats/mail/encoded-words.ts';
import { fieldText, headerFields } from '#core/formats/mail/header-fields.ts';
import { bodyText } from '#core/formats/mail/mime.ts';
import { mailtoLink } from '#core/shared/links.ts';
import { emlFile } from '#db/introductions/eml.ts';

const CASES = 2000;

/** What names and subjects are made of, the awkward more often than in life. */
const awkward = fc.constantFrom(
  'Ruiz, Ana',
  '"Z" Ångström',
  'Jürgen Groß',
  '山田 太郎',
  '김민준',
  'أحمد علي',
  'שרה כהן',
  '👩‍🚀 Ada',
  'O’Neil (Ltd.)',
  'a@b <c@d.test>',
  'Ana\r\nBcc: evil@example.test',
  'x\r\n\r\n<html>',
  '=?UTF-8?B?ZXZpbA==?=',
  'semi; colon: group:;',
  'back\\slash',
  '\u202Egnp.exe',
  'tab\there',
  'nul\0here',
  '\ud800 half',
  'e\u0301',
);
const words = fc.oneof(
  { weight: 3, arbitrary: awkward },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 60 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 40 }) },
  { weight: 1, arbitrary: fc.tuple(awkward, awkward).map((both) => both.join(' ')) },
);
const subjects = fc.oneof(
  { weight: 4, arbitrary: words },
  {
    weight: 1,
    arbitrary: fc.array(awkward, { minLength: 60, maxLength: 90 }).map((all) => all.join(' ').slice(0, 1000)),
  },
  { weight: 1, arbitrary: fc.constantFrom('x'.repeat(1000), 'ü'.repeat(1000), '好'.repeat(1000)) },
);
const bodies = fc.oneof(
  fc.array(words, { maxLength: 8 }).map((lines) => lines.join('\n')),
  fc.constantFrom(
    '.\n..\nFrom here on',
    'y'.repeat(5000),
    '漢'.repeat(3000),
    'trailing \t \nspace',
    '\n\n\n',
    '',
  ),
);
const addresses = fc.constantFrom(
  'ana@example.org',
  'b.o+tag@sub.example.test',
  "o'neil@example.test",
  'x_y@example.co.test',
);
const person = fc.record({ fn: words, email: addresses });
const letters = fc.record({
  to: fc.array(person, { minLength: 1, maxLength: 3 }),
  cc: fc.array(person, { maxLength: 2 }),
  bcc: fc.array(person, { maxLength: 2 }),
  subject: subjects,
  body: bodies,
});

/** One line, as a head of a letter can hold it: the only thing that may differ from what was given. */
const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\s*\p{Cc}+\s*/gu, ' ')
    .trim();
/** Folding white space is one blank to every reader (RFC 5322 §2.2.3), so how many there were cannot be told. */
const blanks = (text: string): string => oneLine(text).replaceAll(/\s+/g, ' ').trim();
const people = (all: readonly { fn: string; email: string }[]) =>
  all.map(({ fn, email }) => ({ name: blanks(fn), address: email }));
const lines = (text: string): string => text.toWellFormed().replaceAll(/\r\n?/g, '\n').replace(/\n+$/, '');

function byPostal(all: readonly Address[] | undefined) {
  return (all ?? []).map(({ name, address }) => ({ name: blanks(name), address }));
}

function byImporter(text: string) {
  const bytes = new TextEncoder().encode(text);
  const { fields, bodyAt } = headerFields(bytes);
  const head = (name: string) =>
    mailboxesIn(fieldText(fields, name)).map(({ name: fn, address }) => ({ name: blanks(fn), address }));
  return {
    to: head('to'),
    cc: head('cc'),
    bcc: head('bcc'),
    subject: blanks(decodeEncodedWords(fieldText(fields, 'subject'))),
    body: lines(bodyText(fields, bytes.subarray(bodyAt)).plain),
    names: fields.map(({ name }) => name.toLowerCase()),
  };
}

/** RFC 5322 §2.1.1: 998 octets a line at most, and nothing but CRLF ends one. */
function wellFormed(text: string): void {
  const bytes = Buffer.from(text, 'utf8');
  expect(bytes.every((byte) => byte < 0x80)).toBe(true);
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  expect(Math.max(...text.split('\r\n').map((line) => line.length))).toBeLessThanOrEqual(998);
}

describe('a letter as a message file', () => {
  it(`is what was written, for two parsers, in ${CASES} letters`, { timeout: 180_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(letters, async (letter) => {
        const { text } = await emlFile(letter);
        wellFormed(text);
        const expected = {
          to: people(letter.to),
          cc: people(letter.cc),
          bcc: people(letter.bcc),
          subject: blanks(letter.subject),
          body: lines(letter.body),
        };
        const { names, ...own } = byImporter(text);
        expect(own).toEqual(expected);
        expect(new Set(names).size).toBe(names.length);
        expect(names).toContain('x-unsent');
        const read = await PostalMime.parse(text);
        expect({
          to: byPostal(read.to),
          cc: byPostal(read.cc),
          bcc: byPostal(read.bcc),
          subject: blanks(read.subject ?? ''),
          body: lines(read.text ?? ''),
        }).toEqual(expected);
      }),
      { numRuns: CASES },
    );
  });
});

/** RFC 6068 §2 by hand: what stands between the marks, percent-decoded once; a plus is a plus. */
function byHand(href: string) {
  const [head = '', ...rest] = href.slice('mailto:'.length).split('?');
  const fields = new Map(
    rest
      .join('?')
      .split('&')
      .filter((field) => field !== '')
      .map((field) => {
        const at = field.indexOf('=');
        return [field.slice(0, at), field.slice(at + 1)] as const;
      }),
  );
  const list = (text = '') => (text === '' ? [] : text.split(',').map(decodeURIComponent));
  const said = (name: string) => decodeURIComponent(fields.get(name) ?? '');
  return {
    to: list(head),
    cc: list(fields.get('cc')),
    bcc: list(fields.get('bcc')),
    subject: said('subject'),
    body: said('body'),
    names: [...fields.keys()],
  };
}

/** The WHATWG URL parser of the platform, as a browser would hand it on. */
function byUrl(href: string) {
  const url = new URL(href);
  // A comma that is part of an address is written as %2C, and only then decoded.
  const list = (text: string) => (text === '' ? [] : text.split(',').map(decodeURIComponent));
  const raw = (name: string) => new RegExp(`[?&]${name}=([^&]*)`).exec(url.search)?.[1] ?? '';
  return {
    to: list(url.pathname),
    cc: list(raw('cc')),
    bcc: list(raw('bcc')),
    subject: url.searchParams.get('subject') ?? '',
    body: url.searchParams.get('body') ?? '',
    names: [...url.searchParams.keys()],
  };
}

describe('a letter as a link', () => {
  it(`is what was written, for two parsers, or not made at all, in ${CASES} letters`, () => {
    let made = 0;
    fc.assert(
      fc.property(letters, ({ to, cc, bcc, subject, body }) => {
        const [a, b, c] = [to, cc, bcc].map((all) => all.map(({ email }) => email));
        const href = mailtoLink({ to: a!, cc: c!, bcc: b!, subject, body });
        if (href === undefined) return;
        made += 1;
        expect(href.length).toBeLessThanOrEqual(1800);
        expect(href).toMatch(/^mailto:[\x21-\x7e]+$/);
        const read = byHand(href);
        expect(byUrl(href)).toEqual(read);
        const { names, ...rest } = read;
        expect(rest).toEqual({
          to: a,
          cc: c,
          bcc: b,
          subject: oneLine(subject),
          body: body.toWellFormed().replaceAll(/\r\n?|\n/g, '\r\n'),
        });
        expect(names.every((name) => ['cc', 'bcc', 'subject', 'body'].includes(name))).toBe(true);
        expect(new Set(names).size).toBe(names.length);
      }),
      { numRuns: CASES },
    );
    expect(made).toBeGreaterThan(CASES / 2);
  });
});
