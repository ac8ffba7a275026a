// Where cards begin and end, also where a lost line break has put that in the middle of a line.
import { isBlank, nameEnd } from './lines.ts';

const COLON = 58;

export const skipBlanks = (text: string, from: number, end: number): number => {
  let at = from;
  while (at < end && isBlank(text.charCodeAt(at))) at++;
  return at;
};

/** The position behind `BEGIN:VCARD` (or END), in any case, with spaces around the colon; -1 for anything else. */
export function behindMarker(text: string, start: number, end: number, word: 'BEGIN' | 'END'): number {
  const colon = skipBlanks(text, start + word.length, end);
  if (colon >= end || text.charCodeAt(colon) !== COLON) return -1;
  if (text.slice(start, start + word.length).toUpperCase() !== word) return -1;
  const at = skipBlanks(text, colon + 1, end);
  return at + 5 <= end && text.slice(at, at + 5).toUpperCase() === 'VCARD' ? at + 5 : -1;
}

const GROUPED = /[\w-]{1,60}\.(?=BEGIN[ \t]*:)/iy;

/** Where the word stands that may begin a card: behind a group, which even BEGIN may have (RFC 2426 §4). */
export function behindGroup(text: string, start: number): number {
  // Nearly every line between two cards is a plain BEGIN.
  if (text.startsWith('BEGIN', start)) return start;
  GROUPED.lastIndex = start;
  return GROUPED.test(text) ? GROUPED.lastIndex : start;
}

/** The position behind a BEGIN:VCARD that stands alone on its line, or right before a property; else -1. */
export function behindBegin(text: string, start: number, end: number): number {
  const behind = behindMarker(text, start, end, 'BEGIN');
  if (behind < 0) return -1;
  const rest = skipBlanks(text, behind, end);
  return rest === end || nameEnd(text, rest, end) > 0 ? rest : -1;
}

/** The position behind an END:VCARD and the blanks after it; -1 when the line is none. */
export function behindEnd(text: string, start: number, end: number): number {
  const behind = behindMarker(text, start, end, 'END');
  return behind < 0 ? -1 : skipBlanks(text, behind, end);
}

const LINE_BREAKS = /[\r\n\s]*/y;
const FIRST_LINE = /VERSION[ \t]*[;:]/iy;
const NEXT_CARD = /BEGIN[ \t]*:[ \t]*VCARD|$/iy;

const matchesAt = (pattern: RegExp, text: string, at: number): boolean => {
  pattern.lastIndex = at;
  return pattern.test(text);
};

function behindBreaks(text: string, at: number): number {
  LINE_BREAKS.lastIndex = at;
  LINE_BREAKS.test(text);
  return LINE_BREAKS.lastIndex;
}

/**
 * Does a card really start at a `BEGIN:VCARD` found inside a line? A note may speak of one: so only at the line's end,
 * and where the next line is how cards start.
 */
export function startsInside(text: string, at: number, end: number): boolean {
  if (skipBlanks(text, at + 'BEGIN:VCARD'.length, end) !== end) return false;
  return matchesAt(FIRST_LINE, text, behindBreaks(text, end));
}

/** Does the card really end at an `END:VCARD` found inside a line? Only where another one, or nothing, follows. */
export function endsInside(text: string, at: number): boolean {
  return matchesAt(NEXT_CARD, text, behindBreaks(text, at + 'END:VCARD'.length));
}
