// What happens to files on their way: bytes that flip, pieces that are lost, doubled or come from elsewhere, and whole
// files saved anew in other encodings or with other line ends.
import fc from 'fast-check';

/** Copies of a piece, and lines without an end, make no file longer than this. */
export const LONGEST = 200_000;

/** One kind of damage, as places between 0 and 1 so that it fits every file. */
export type Damage =
  | { readonly how: 'bytes'; readonly changes: readonly (readonly [at: number, byte: number])[] }
  | { readonly how: 'cut'; readonly at: number }
  | { readonly how: 'gap'; readonly from: number; readonly length: number }
  | { readonly how: 'copies'; readonly from: number; readonly length: number; readonly times: number }
  | { readonly how: 'put'; readonly at: number; readonly what: string; readonly times: number }
  | {
      readonly how: 'splice';
      readonly at: number;
      readonly other: number;
      readonly from: number;
      readonly length: number;
    };

const place = fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true });
const byte = fc.oneof(
  fc.integer({ min: 0, max: 255 }),
  fc.constantFrom(0, 10, 13, 34, 44, 58, 59, 61, 92, 123, 125, 255),
);

/** Latin-1 of the bytes that are put in: byte order marks, lone surrogates, NULs, and what opens something. */
const PIECES = [
  '\xEF\xBB\xBF',
  '\xFF\xFE',
  '\xFE\xFF',
  '\xED\xA0\x80',
  '\xED\xB0\x80',
  '\xF4\x90\x80\x80',
  '\xC0\x80',
  '\0',
  '\0\0\0\0',
  '"',
  '""',
  '\\',
  '[',
  '{"a":',
  '(',
  '<',
  '<p>',
  '&#',
  '=',
  '=\n',
  '=?utf-8?q?',
  '\r',
  '\n',
  '\x85',
  '\xE2\x80\xA8',
  ' ',
  '\t',
  '\n ',
  ',',
  ';',
  ':',
  '-',
  '%',
  '/',
  '9',
  'a',
  'a@',
  'BEGIN:VCARD\r\n',
  'END:VCARD\r\n',
  'BEGIN:VCALENDAR\r\n',
  'BEGIN:VEVENT\r\n',
  'BEGIN:VTIMEZONE\r\n',
  'AGENT:\r\nBEGIN:VCARD\r\n',
  'RRULE:FREQ=SECONDLY\r\n',
  'RRULE:FREQ=YEARLY;BYDAY=5FR;COUNT=999999999\r\n',
  'From a@example.org Fri Sep 16 22:26:51 2016\n',
  'Content-Type: multipart/mixed; boundary=a\n\n--a\n',
  'dn: cn=a\n',
  'dn:: ',
  'Notes:\n',
  'x='.repeat(50),
] as const;

const few = fc.constantFrom(1, 1, 1, 2, 3, 30);
// Long files take their time: they are one in a hundred.
const many = fc.oneof(
  { weight: 100, arbitrary: few },
  { weight: 1, arbitrary: fc.constantFrom(3000, 100_000) },
);

/** Damage to a place. */
export const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({
    how: fc.constant('bytes' as const),
    changes: fc.array(fc.tuple(place, byte), { minLength: 1, maxLength: 12 }),
  }),
  fc.record({ how: fc.constant('cut' as const), at: place }),
  fc.record({ how: fc.constant('gap' as const), from: place, length: fc.integer({ min: 1, max: 80 }) }),
  fc.record({
    how: fc.constant('copies' as const),
    from: place,
    length: fc.integer({ min: 1, max: 200 }),
    times: many,
  }),
  fc.record({ how: fc.constant('put' as const), at: place, what: fc.constantFrom(...PIECES), times: many }),
  fc.record({
    how: fc.constant('splice' as const),
    at: place,
    other: place,
    from: place,
    length: fc.integer({ min: 1, max: 400 }),
  }),
);

/** The bytes with damage done to them from `start` on; nothing before is touched. Splices come out of `others`. */
export function damaged(
  bytes: Uint8Array,
  start: number,
  what: Damage,
  others: readonly Uint8Array[] = [bytes],
): Uint8Array {
  const at = (where: number) => start + Math.floor(where * (bytes.length - start));
  switch (what.how) {
    case 'bytes': {
      const copy = bytes.slice();
      if (start < bytes.length) for (const [where, value] of what.changes) copy[at(where)] = value;
      return copy;
    }
    case 'cut':
      return bytes.slice(0, at(what.at));
    case 'gap':
      return joined(bytes.slice(0, at(what.from)), bytes.slice(at(what.from) + what.length));
    case 'copies': {
      const from = at(what.from);
      return put(bytes, from, bytes.slice(from, from + what.length), what.times);
    }
    case 'put':
      return put(bytes, at(what.at), Buffer.from(what.what, 'latin1'), what.times);
    case 'splice': {
      const other = others[Math.floor(what.other * others.length)] ?? bytes;
      const from = Math.floor(what.from * other.length);
      return put(bytes, at(what.at), other.slice(from, from + what.length), 1);
    }
  }
}

function put(bytes: Uint8Array, at: number, piece: Uint8Array, times: number): Uint8Array {
  const often = Math.min(times, Math.floor(LONGEST / Math.max(1, piece.length)));
  return joined(bytes.slice(0, at), ...Array.from({ length: often }, () => piece), bytes.slice(at));
}

function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

const utf16 = (text: string, isBig: boolean): Buffer => {
  const bytes = Buffer.from(text, 'utf16le');
  return isBig ? bytes.swap16() : bytes;
};

/** What editors and programs make of a whole file when they save it; whoever is in it stays in it. */
export const SAVED_ANEW = {
  'utf-8 with its mark': (text: string) => Buffer.from(`\uFEFF${text}`),
  'utf-16 little with its mark': (text: string) => utf16(`\uFEFF${text}`, false),
  'utf-16 big with its mark': (text: string) => utf16(`\uFEFF${text}`, true),
  'latin 1': (text: string) => Buffer.from(text, 'latin1'),
  'lines of Windows': (text: string) => Buffer.from(text.replaceAll(/\r?\n/g, '\r\n')),
  'lines of Unix': (text: string) => Buffer.from(text.replaceAll('\r\n', '\n')),
  'lines of old Macs': (text: string) => Buffer.from(text.replaceAll(/\r?\n/g, '\r')),
  'blank lines before and after': (text: string) => Buffer.from(`\n\n${text}\n\n\n`),
} as const satisfies Readonly<Record<string, (text: string) => Uint8Array>>;
