// Reads files of vCards of any version and condition: every card that is there, whatever stands around it.
import type { Issue } from '#core/imports/model.ts';
import { behindBegin, behindEnd, behindGroup, endsInside, skipBlanks, startsInside } from './boundaries.ts';
import { isBlank, isFoldedName, nameEnd, nextLine } from './lines.ts';
import type { VCard, VCardFile, VCardOptions } from './model.ts';
import {
  begin,
  closeCard,
  closeCards,
  flush,
  goOnAt,
  MOST_CARDS,
  type Reader,
  readerOf,
  report,
} from './open-cards.ts';
import { appendPart, cutSoftBreak, kindOf, startPending } from './pending.ts';
import { type SourceText, sourceText } from './source-text.ts';
import { decodeUndecided, type ValueReader } from './values.ts';

const COLON = 58;
const EQUALS = 61;
const DOT = 46;

/**
 * All cards of a file: vCard 2.1, 3.0 and 4.0 mixed, in any encoding, folded in any of the ways products fold. A card
 * that is damaged costs at most itself; one that is cut off is kept, with an issue. Linear in the length of the file,
 * never throws. Sources: RFC 6350, RFC 2426, versit's vCard 2.1, and the files products really write.
 */
export function readVCards(bytes: Uint8Array, options: VCardOptions = {}): VCardFile {
  return readVCardText(sourceText(bytes, options.encoding), options);
}

/** The same for a file whose text has been looked at already (`sourceText`). */
export function readVCardText(source: SourceText, options: VCardOptions = {}): VCardFile {
  const cards: VCard[] = [];
  const issues = eachVCard(source, options, (card) => void cards.push(card));
  return { cards, issues, encoding: source.encoding };
}

/**
 * Hands over every card as soon as it is read, in their order, so that a large file is never held twice; what is
 * wrong outside the cards is the answer. From the first value on whose code page only the whole file can tell, cards
 * wait until the end.
 */
export function eachVCard(
  source: SourceText,
  { maxCards = MOST_CARDS }: VCardOptions,
  take: (card: VCard) => void,
): readonly Issue[] {
  const values: ValueReader = { isBytes: source.isBytes, undecided: [] };
  const waiting: VCard[] = [];
  const takeOrWait = (card: VCard) => {
    if (values.undecided.length === 0) take(card);
    else waiting.push(card);
  };
  const reader = readerOf(source.text, { values, maxCards, depth: 0, line: 1, take: takeOrWait, readAll });
  readAll(reader);
  decodeUndecided(values);
  for (const card of waiting) take(card);
  if (source.undecodable > 0)
    reader.issues.unshift({ line: 0, code: 'UNDECODABLE_TEXT', params: { letters: source.undecodable } });
  return reader.issues;
}

function readAll(reader: Reader): void {
  const { cursor, text } = reader;
  while (cursor.at < text.length) {
    const { at, line } = cursor;
    takeLine(reader, at, nextLine(cursor), line);
  }
  closeCards(reader, 0);
}

function takeLine(reader: Reader, from: number, end: number, line: number): void {
  const { text, pending, open } = reader;
  const card = open[open.length - 1];
  if (card === undefined) return takeOutside(reader, from, end, line);
  const start = card.indent === 0 ? from : Math.min(skipBlanks(text, from, end), from + card.indent);
  if (pending.isSoft && takeSoftLine(reader, start, end)) return;
  if (start >= end) pending.blanks++;
  else if (isBlank(text.charCodeAt(start))) takeFolded(reader, start, end, line);
  else {
    const named = nameEnd(text, start, end);
    if (named < 0) takeUnnamed(reader, start, end, line);
    else takeNamed(reader, { start, named, end, line });
  }
}

/** A line behind a soft line break belongs to it, whatever it looks like, unless the card ends there. */
function takeSoftLine(reader: Reader, start: number, end: number): boolean {
  const { text, pending, open } = reader;
  cutSoftBreak(pending, text);
  if (start >= end) return true;
  if (behindEnd(text, start, end) >= 0 || behindBegin(text, start, end) >= 0) return false;
  // RFC 2045 knows no indentation; from vCard 3.0 on a line is folded all the same.
  const isFolded = isBlank(text.charCodeAt(start)) && /^[34]/.test(open[open.length - 1]?.card.version ?? '');
  appendPart(pending, text, text.slice(isFolded ? start + 1 : start, end));
  setSoft(reader, end);
  return true;
}

function takeFolded(reader: Reader, start: number, end: number, line: number): void {
  const { text, pending, open } = reader;
  if (pending.start >= 0) {
    appendPart(pending, text, text.slice(start + 1, end));
    setSoft(reader, end);
    return;
  }
  const card = open[open.length - 1];
  const first = skipBlanks(text, start, end);
  // The first line of a card continues nothing: all of it is indented.
  if (first === end || card === undefined || card.card.properties.length > 0) return;
  card.indent = first - start;
  takeLine(reader, start, end, line);
}

/** Does the pending line end in the soft line break of quoted-printable? */
function setSoft({ text, pending }: Reader, end: number): void {
  let last = end - 1;
  while (isBlank(text.charCodeAt(last))) last--;
  if (text.charCodeAt(last) === EQUALS) pending.isSoft = kindOf(pending, text) === 'quoted-printable';
}

/** Producers that fold near here do not break lines anywhere else. */
const FOLDED_FROM = 60;
const FOLDED_TO = 80;
const BASE64_LINE = /^[A-Za-z0-9+/=\s]+$/;

/**
 * A line that is neither indented nor a property: folding without the indentation, a line break inside a note that
 * nobody escaped, or rubbish.
 */
function takeUnnamed(reader: Reader, start: number, end: number, line: number): void {
  const { text, pending } = reader;
  if (pending.start < 0) return report(reader, 'BAD_LINE', line);
  const kind = kindOf(pending, text);
  if (kind !== 'base64' && isFoldedName(text, start, end))
    return startLine(reader, { start, named: -1, end, line });
  const part = text.slice(start, end);
  const isLong = pending.lastLength >= FOLDED_FROM && pending.blanks === 0;
  if (kind === 'text' && !(isLong && pending.lastLength <= FOLDED_TO))
    appendPart(pending, text, `${'\\n'.repeat(Math.min(pending.blanks, 2) + 1)}${part}`);
  else if (kind === 'base64' ? BASE64_LINE.test(part) : kind !== 'other' || isLong) {
    appendPart(pending, text, part);
    setSoft(reader, end);
  } else report(reader, 'BAD_LINE', line);
}

interface NamedLine {
  readonly start: number;
  readonly named: number;
  readonly end: number;
  readonly line: number;
}

function takeNamed(reader: Reader, named: NamedLine): void {
  const { text } = reader;
  const { start, end, line } = named;
  if (mayBeMarker(text, start, named.named) && takeMarker(reader, named)) return;
  const split = splitAt(reader, start, end);
  if (split > start) {
    takeLine(reader, start, split, line);
    return goOnAt(reader, split, line);
  }
  startLine(reader, named);
}

/** Only these letters begin a line that is more than a property: BEGIN and END, behind a group or not. */
function mayBeMarker(text: string, start: number, named: number): boolean {
  const first = text.charCodeAt(start) & ~32;
  if (first === 66 || first === 69) return true;
  return text.charCodeAt(named - 4) === DOT || text.charCodeAt(named - 6) === DOT;
}

function startLine(reader: Reader, { start, named, end, line }: NamedLine): void {
  const { pending } = reader;
  flush(reader);
  startPending(pending, start, end);
  pending.line = line;
  pending.nameEnd = named;
  setSoft(reader, end);
}

/** Where a lost line break has hidden the beginning or the end of a card inside a line; -1 where it has not. */
function splitAt(reader: Reader, start: number, end: number): number {
  const { text } = reader;
  if (reader.nextEnd < start) reader.nextEnd = found(text.indexOf('END:VCARD', start));
  if (reader.nextEnd < end) return endsInside(text, reader.nextEnd) ? reader.nextEnd : -1;
  if (reader.nextBegin < start) reader.nextBegin = found(text.indexOf('BEGIN:VCARD', start));
  if (reader.nextBegin >= end || /agent/i.test(text.slice(start, start + 5))) return -1;
  return startsInside(text, reader.nextBegin, end) ? reader.nextBegin : -1;
}

const found = (at: number): number => (at < 0 ? Number.POSITIVE_INFINITY : at);

/** Takes BEGIN and END, of cards and of whatever else; false for every other line. */
function takeMarker(reader: Reader, { start: from, named, end, line }: NamedLine): boolean {
  const { text } = reader;
  const start = from + text.slice(from, named).lastIndexOf('.') + 1;
  const length = named - start;
  if (length > 8 || text.charCodeAt(named) !== COLON) return false;
  const word = text.slice(start, named).trim().toUpperCase();
  if (word === 'BEGIN') {
    const behind = behindBegin(text, start, end);
    flush(reader);
    if (behind >= 0) begin(reader, line, 0);
    if (behind >= 0 && behind < end) goOnAt(reader, behind, line);
    return true;
  }
  if (word !== 'END') return false;
  const behind = behindEnd(text, start, end);
  flush(reader);
  if (behind >= 0) closeCard(reader);
  if (behind >= 0 && behind < end) goOnAt(reader, behind, line);
  return true;
}

/** Between the cards: mail headers, calendars, signatures, byte order marks of files that were joined. */
function takeOutside(reader: Reader, from: number, end: number, line: number): void {
  const { text } = reader;
  const mark = reader.values.isBytes ? '\u00ef\u00bb\u00bf' : '\ufeff';
  const unmarked = text.startsWith(mark, from) ? from + mark.length : from;
  const first = skipBlanks(text, unmarked, end);
  if (first >= end) return;
  const start = behindGroup(text, first);
  const behind = behindBegin(text, start, end);
  if (behind >= 0) {
    begin(reader, line, first - unmarked);
    if (behind < end) goOnAt(reader, behind, line);
    return;
  }
  const split = splitAt(reader, start, end);
  if (split > start && text.startsWith('BEGIN', split)) goOnAt(reader, split, line);
  else takeJunk(reader, text.slice(start, Math.min(end, start + 40)), line);
}

/** Zeros that fill a telephone's memory, and the end of a file as DOS writes it. */
// oxlint-disable-next-line no-control-regex
const PADDING = /^[\u0000\u001a\s]*$/;

/** What stands inside a calendar or another envelope is not ours to complain about. */
function takeJunk(reader: Reader, beginning: string, line: number): void {
  const envelope = /^(BEGIN|END)\s*:/i.exec(beginning)?.[1]?.toUpperCase();
  if (envelope !== undefined) reader.wrapped = Math.max(0, reader.wrapped + (envelope === 'BEGIN' ? 1 : -1));
  else if (reader.wrapped === 0 && !reader.isJunk && !PADDING.test(beginning)) {
    reader.isJunk = true;
    report(reader, 'BAD_LINE', line);
  }
}
