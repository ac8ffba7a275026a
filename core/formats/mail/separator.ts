// The line between two letters of an mbox (RFC 4155 and what programs make of it), told from a sentence that begins alike.

const WEEKDAY = '(?:mon|tue|wed|thu|fri|sat|sun)';
const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)';
const TIME = '\\d{1,2}:\\d{2}(?::\\d{2})?';
const ZONE = '(?:[+-]\\d{2}:?\\d{2}|[a-z]{1,5}(?:[+-]\\d{1,4})?)';

/**
 * Dates of envelopes: asctime's `Sat Jan  3 01:05:34 1996` with a zone before or behind the year (Takeout: `Fri Sep 16
 * 22:26:51 +0000 2016`; `MET DST 1996`), RFC 5322's `Sat, 3 Jan 1996 01:05:34 +0000`, ISO 8601.
 */
const ENVELOPE_DATES: readonly RegExp[] = [
  new RegExp(
    `(?:^| )${WEEKDAY},? +${MONTH} +\\d{1,2},? +${TIME}(?: +${ZONE}){0,2} +\\d{2,4}(?: +${ZONE}| +\\(.{1,40}\\))?(?: +remote from .{1,200}| +forwarded by .{1,200})?$`,
    'i',
  ),
  new RegExp(`(?:^| )(?:${WEEKDAY},? +)?\\d{1,2}[ -]${MONTH}[ -]\\d{4},? +${TIME}(?: +${ZONE})?$`, 'i'),
  new RegExp(`(?:^| )\\d{4}-\\d{2}-\\d{2}[t ]${TIME}(?:\\.\\d+)?(?: ?${ZONE})?$`, 'i'),
];

const FROM = [70, 114, 111, 109, 32] as const;
/** A sender of 254 and a date; no separator is longer. */
export const LONGEST_SEPARATOR = 512;

/** True when the bytes at `start` read `From `. */
export const beginsWithFrom = (bytes: Uint8Array, start: number) =>
  bytes[start] === FROM[0] &&
  bytes[start + 1] === FROM[1] &&
  bytes[start + 2] === FROM[2] &&
  bytes[start + 3] === FROM[3] &&
  bytes[start + 4] === FROM[4];

/** True for a separator of letters: `From `, a sender (or `-`, or nothing), and the date of an envelope. */
export function isSeparator(line: string): boolean {
  if (!line.startsWith('From ') || line.length > LONGEST_SEPARATOR) return false;
  // A sentence may end in a date as well, but hardly has no more than one word in front of it.
  const rest = line.slice(5).trim().replace(/ {2,}/g, ' ');
  return ENVELOPE_DATES.some((form) => {
    const match = form.exec(rest);
    return match !== null && isSender(rest.slice(0, match.index).trim());
  });
}

/**
 * True for `From ana@example.org` and nothing behind it: a separator of programs that leave the date out (RFC 4155 wants it).
 * Only to be believed where the file begins with one; in a text it may be a signature's.
 */
export const isBareSeparator = (line: string): boolean =>
  /^From (?:[^\s@<>]{1,64}@[^\s@<>]{1,255}|MAILER-DAEMON|-)\s*$/.test(line);

/** One word, something quoted or with an `@`, or an archive's `ana at example.org`. */
const isSender = (text: string) =>
  !text.includes(' ') || /^".*"/.test(text) || /@|^<.*>$/.test(text) || /^\S+ at \S+$/.test(text);
