// Finds what needs no context: e-mail addresses, links, telephone numbers, tags.
import { looksLikeEmail } from '#core/contacts/identity.ts';
import { type Chip, fitting } from './model.ts';

/** A piece of the line, by its offsets. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

const CHUNK = /[^\s,;，；、|]+/gu;
const OPENING = /^[<([{'’]+/u;
const CLOSING = /[>)\]}'’.,:!?…]+$/u;
/** Networks people write without `https://`. */
const LINK =
  /^(?:https?:\/\/[^\s/]+|www\.[^\s/.]+\.[^\s/]+|(?:[a-z0-9-]+\.)*(?:linkedin\.com|xing\.com|github\.com|gitlab\.com|twitter\.com|x\.com|facebook\.com|instagram\.com|mastodon\.social|bsky\.app|youtube\.com|medium\.com|orcid\.org|behance\.net|dribbble\.com)\/\S)/iu;
/** A host with a path and an ending of letters: `acme.io/team`, but not `and/or`. */
const HOST_AND_PATH = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,24}\/\S/u;
const TAG = /^#[\p{L}\p{N}\p{M}_][\p{L}\p{N}\p{M}_/-]*$/u;
const LONGEST_CHUNK = 2100;

const HAS_MARK = /[@#./]/;

/** E-mail addresses, links and tags within one span of the line. */
export function addressesIn(line: string, span: Span): Chip[] {
  const found: Chip[] = [];
  for (const match of line.slice(span.start, span.end).matchAll(CHUNK)) {
    const [chunk] = match;
    if (chunk.length > LONGEST_CHUNK || !HAS_MARK.test(chunk)) continue;
    const chip = addressOf(chunk, span.start + match.index);
    if (chip !== undefined) found.push(chip);
  }
  return found;
}

function addressOf(chunk: string, at: number): Chip | undefined {
  const opening = OPENING.exec(chunk)?.[0].length ?? 0;
  const closing = closingOf(chunk.slice(opening));
  const inner = chunk.slice(opening, chunk.length - closing);
  const isBracketed = chunk.startsWith('<') && chunk.charAt(opening + inner.length) === '>';
  const start = isBracketed ? at : at + opening;
  const end = at + opening + inner.length + (isBracketed ? 1 : 0);
  const text = chunk.slice(start - at, end - at);
  const chip = (kind: Chip['kind'], value: string): Chip => ({
    kind,
    text,
    value: fitting(kind, value),
    start,
    end,
  });
  const bare = inner.replace(/^mailto:/i, '');
  if (looksLikeEmail(bare)) return chip('email', bare);
  if (LINK.test(inner) || HOST_AND_PATH.test(inner)) return chip('url', inner);
  if (TAG.test(inner) && /\p{L}/u.test(inner)) return chip('tag', inner.slice(1));
  return undefined;
}

/** How many signs at the end belong to the sentence; a bracket that the link itself opened stays with it. */
function closingOf(inner: string): number {
  const length = CLOSING.exec(inner.slice(-20))?.[0].length ?? 0;
  const isOwnBracket = inner.includes('(') && inner.charAt(inner.length - length) === ')';
  return isOwnBracket ? length - 1 : length;
}

/** Digits and what people put between them. A `+` or an opening bracket may stand before. */
const NUMBER = /(?:tel:)?(?:\+|\(|\d)(?:[\d()./\u00a0 -]{5,40})\d/giu;
const INTERNATIONAL = /^(?:tel:)?(?:\+|\(\+|00)/i;
/** A day in figures beside a number is no part of it. */
const DAY_BEFORE = /^(?:\d{1,2}([-./])\d{1,2}\1(?:\d{4}|\d{2})?|\d{4}-\d{2}-\d{2})(?:[ \u00a0]+|$)/u;
const DAY_BEHIND = /(?:[ \u00a0]+)(?:\d{1,2}([-./])\d{1,2}\1(?:\d{4}|\d{2})?|\d{4}-\d{2}-\d{2})$/u;

/** Telephone numbers within one span of the line, with their country code or without. */
export function telephonesIn(line: string, span: Span): Chip[] {
  const found: Chip[] = [];
  const piece = line.slice(span.start, span.end);
  for (const match of piece.matchAll(NUMBER)) {
    const behindDay = match[0].replace(DAY_BEFORE, '');
    const at = match.index + match[0].length - behindDay.length;
    const text = behindDay.replace(DAY_BEHIND, '');
    if (text === '' || !isAlone(piece, at, text.length) || !isDialled(text)) continue;
    const start = span.start + at;
    const value = fitting('tel', text.replace(/^tel:/i, ''));
    found.push({ kind: 'tel', text, value, start, end: start + text.length });
  }
  return found;
}

const isAlone = (piece: string, at: number, length: number) =>
  !/[\p{L}\p{N}@#&._/-]$/u.test(piece.slice(Math.max(0, at - 2), at)) &&
  !/^[\p{L}\p{N}@_/]/u.test(piece.slice(at + length, at + length + 2));

/** As many digits as can be dialled (E.164), grouped as numbers are; a year or a span of years is none. */
function isDialled(text: string): boolean {
  const digits = text.replace(/\D/g, '');
  if (digits.length < 7 || digits.length > 15) return false;
  if (INTERNATIONAL.test(text)) return digits.length >= 8;
  if (/^\d{4}\s*-\s*\d{4}$/.test(text)) return false;
  if (/^[(0]/.test(text)) return true;
  return digits.length >= 9 || /^\d{3}[ .-]\d{4}$/.test(text);
}
