// One line of an exported WhatsApp chat: when, who, and whether somebody said something. What was said is not looked at.
import { fold } from '#core/shared/fold.ts';
import { monthNamed } from './month-names.ts';

/** A date as its three numbers, in the order written. */
export interface Stamp {
  readonly numbers: readonly [number, number, number];
  readonly separator: string;
  /** Written with AM or PM in Latin capitals, as where the month comes first. */
  readonly isEnglish: boolean;
}

export interface ChatLine {
  readonly stamp: Stamp;
  /** Who wrote; undefined for a notice of WhatsApp's own (`Ana created the group`). */
  readonly sender: string | undefined;
  /** Written by WhatsApp: iPhones put an invisible mark before their notices, also before those under somebody's name. */
  readonly marked: boolean;
}

const MARKS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g;
const LONGEST_STAMP = 60;
const LONGEST_SENDER = 120;

/** Digits of Arabic, Persian and Indian scripts, and every space, as one would type them on an English keyboard. */
const typed = (text: string) =>
  text
    .replace(MARKS, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u3000]/g, ' ')
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .replace(/[০-৯]/g, (digit) => String(digit.charCodeAt(0) - 0x9e6));

const WORDS = '[\\p{L}\\p{M}][\\p{L}\\p{M}. ]{0,15}';
const DATE = '(\\d{1,4})([./-]|[年년]) ?(\\d{1,2})(?:[./-]|[月월]) ?(\\d{1,4})(?:[.日일]| ?г\\.?)?';
const TIME = '\\d{1,2}(?:[:.h٫]| h )\\d{2}(?:[:.]\\d{2}| min(?: \\d{2} s)?)?';
/** A date and a time of any locale: `13/6/26, 12:34`, `2026. 3. 5. 오후 1:23`, `5.03.26 г., 13:23`, `26-12-20, 5:46 p.m.` */
const STAMP = new RegExp(`^${DATE}[,،、]? *(?:${WORDS}[,.]? *)?${TIME} *(${WORDS})?$`, 'u');
/** Vietnamese has the time first: `21:07:08, 5/3/2026`. */
const TIME_FIRST = new RegExp(`^${TIME}(?: ${WORDS})?,? ${DATE}$`, 'u');
/** Versions before 2016, and a few since, write the month in letters, often without the year: `5 Mar 21:07`. */
const DAY_AND_WORD = new RegExp(
  `^(\\d{1,2})\\.? (?:de )?(\\p{L}[\\p{L}\\p{M}]*)\\.?,?(?: (?:de )?(\\d{4}))?,? (?:${WORDS} )?${TIME} *(?:${WORDS})?$`,
  'u',
);
const WORD_AND_DAY = new RegExp(
  `^(\\p{L}[\\p{L}\\p{M}]*)\\.? (\\d{1,2})(?:, (\\d{4}))?,? ${TIME} *(?:${WORDS})?$`,
  'u',
);

function stampOf(text: string): Stamp | undefined {
  const plain = typed(text).trim();
  const match = STAMP.exec(plain) ?? TIME_FIRST.exec(plain);
  if (!match) return namedStamp(plain);
  const [, a = '', separator = '', b = '', c = '', half = ''] = match;
  return { numbers: [+a, +b, +c], separator, isEnglish: /^[AP]M$/.test(half.trim()) };
}

/** The year is 0 where nobody wrote it. */
function namedStamp(plain: string): Stamp | undefined {
  const [, day, word, year] = DAY_AND_WORD.exec(plain) ?? [];
  const [, otherWord, otherDay, otherYear] = day === undefined ? (WORD_AND_DAY.exec(plain) ?? []) : [];
  const month = monthNamed(fold(word ?? otherWord ?? ''));
  if (month === undefined) return undefined;
  const numbers = [Number(year ?? otherYear ?? 0), month, Number(day ?? otherDay)] as const;
  return { numbers, separator: ' ', isEnglish: false };
}

/** A digit, or what may be the name of a month before one. */
const BEGINNING = /^(?:[\d٠-٩۰-۹०-९০-৯]|\p{L}[\p{L}\p{M}]{1,11}\.? \d{1,2},? )/u;

/** Where the stamp ends and the rest begins: behind `] `, ` - ` or, in exports before 2016, `: `. */
function parted(line: string): { stamp: Stamp; rest: string } | undefined {
  const start = line.slice(0, LONGEST_STAMP);
  const plain = start.replace(/^[\u200e\u200f\u202a-\u202e\ufeff]+/, '');
  const skipped = start.length - plain.length;
  if (plain.startsWith('[')) {
    const close = plain.indexOf(']');
    const stamp = close < 0 ? undefined : stampOf(plain.slice(1, close));
    return stamp && { stamp, rest: line.slice(skipped + close + 1) };
  }
  if (!BEGINNING.test(plain)) return undefined;
  const dash = / [-–—] /.exec(plain);
  const stamp = dash && stampOf(plain.slice(0, dash.index));
  if (dash && stamp) return { stamp, rest: line.slice(skipped + dash.index + 3) };
  const colon = plain.search(/: (?!\d)/);
  const old = colon < 0 ? undefined : stampOf(plain.slice(0, colon));
  return old && { stamp: old, rest: line.slice(skipped + colon + 2) };
}

/** A name as shown: without invisible marks, and without the `~` before people who are not in the address book. */
const shownName = (text: string) =>
  text
    .replace(MARKS, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/^\s*~\s*/, '')
    .trim();

/**
 * Reads one physical line; undefined for the second and later lines of a message, and for anything else. Looks only at
 * its beginning, so it is linear however long the line is.
 */
export function readChatLine(line: string): ChatLine | undefined {
  const found = parted(line);
  if (!found) return undefined;
  const head = found.rest.slice(0, LONGEST_SENDER + 2);
  const end = /:(?=[\s\u200e\u200f]|$)/.exec(head)?.index ?? -1;
  const sender = end < 0 ? '' : shownName(head.slice(0, end));
  const marked =
    /^\s*[\u200e\u200f]/.test(head.slice(end + 1)) && !/^\s*[\u200e\u200f]*</.test(head.slice(end + 1));
  return { stamp: found.stamp, sender: sender === '' ? undefined : sender, marked };
}
