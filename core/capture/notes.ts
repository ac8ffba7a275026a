// Takes out what was talked about: behind a dash, a semicolon or `note:`. Addresses and tags at its ends stay what they are.
import { type DateContext, findDate } from './date-reader.ts';
import { phraseAt } from './lexicon.ts';
import { type Chip, fitting } from './model.ts';
import { startsRole } from './pieces.ts';
import type { Part } from './extents.ts';
import { keyAt, textAt, type Token } from './tokens.ts';

export interface Split {
  /** All that is not a note, in order. */
  readonly main: readonly Token[];
  readonly notes: readonly Chip[];
}

const isContent = (token: Token) => token.type === 'word' || token.type === 'quote';

/** How many words `note:` takes at a token; 0 when it does not stand there. */
function noteLabel(tokens: readonly Token[], at: number, { lexicon }: DateContext): number {
  const found = phraseAt(lexicon.labels, (step) => keyAt(tokens, at + step));
  if (found?.means !== 'note') return 0;
  return textAt(tokens, at + found.length - 1)?.endsWith(':') === true ? found.length : 0;
}

/** A dash that stands for a comma: `Ana Ruiz – CTO – …`, `– via Tom`; the first before a title, any before an introducer. */
function isLikeComma(
  tokens: readonly Token[],
  at: number,
  { lexicon }: DateContext,
  isFirst: boolean,
): boolean {
  const marker = phraseAt(lexicon.markers, (step) => keyAt(tokens, at + 1 + step));
  if (marker?.means === 'introducer') return true;
  const next: Part[] = [];
  for (const token of tokens.slice(at + 1, at + 3)) {
    if (token.type !== 'word') break;
    next.push(token);
  }
  return isFirst && startsRole(next, lexicon);
}

/** Where the first note begins, and how many tokens say so. */
function firstNote(
  tokens: readonly Token[],
  context: DateContext,
): { at: number; length: number } | undefined {
  let dashes = 0;
  for (const [at, token] of tokens.entries()) {
    if (token.type === 'semi') return { at, length: 1 };
    if (token.type === 'dash') {
      dashes += 1;
      if (at === 0 || !isLikeComma(tokens, at, context, dashes === 1)) return { at, length: 1 };
    }
    const label = noteLabel(tokens, at, context);
    if (label > 0) return { at, length: label };
  }
  return undefined;
}

/** Pieces between semicolons; the first is opened by whatever opened the note. */
function piecesOf(tokens: readonly Token[]): Token[][] {
  const pieces: Token[][] = [[]];
  for (const token of tokens) {
    if (token.type === 'semi') pieces.push([]);
    else pieces.at(-1)!.push(token);
  }
  return pieces;
}

/** A label other than the note's own at the head of a piece. */
function isOtherLabel(piece: readonly Token[], { lexicon }: DateContext): boolean {
  const label = phraseAt(lexicon.labels, (step) => keyAt(piece, step));
  if (label === undefined || label.means === 'note') return false;
  return textAt(piece, label.length - 1)?.endsWith(':') === true;
}

/** A piece that is a day and nothing else. */
function isDate(piece: readonly Token[], context: DateContext): boolean {
  const date = findDate(piece.slice(0, 12), context);
  return date !== undefined && date.from === 0 && !piece.slice(date.to).some(isContent);
}

/** A piece behind a semicolon that is no talk: `; @Acme`, `; via Tom`, `; yesterday`. */
function isPlain(piece: readonly Token[], context: DateContext): boolean {
  const [first] = piece;
  if (first === undefined || !piece.some(isContent)) return true;
  if (first.type === 'word' && first.text.startsWith('@')) return true;
  if (phraseAt(context.lexicon.markers, (step) => keyAt(piece, step))?.means === 'introducer') return true;
  const words: Part[] = [];
  for (const token of piece.slice(0, 2)) if (token.type === 'word') words.push(token);
  return startsRole(words, context.lexicon) || isOtherLabel(piece, context) || isDate(piece, context);
}

/** The day at the end of a note, behind a comma, where the line has none yet. */
function trailingDate(piece: readonly Token[], context: DateContext): number {
  const comma = piece.findLastIndex(({ type }) => type === 'comma');
  if (comma <= 0 || piece.length - comma > 12) return piece.length;
  const tail = piece.slice(comma + 1);
  const date = findDate(tail, context);
  return date !== undefined && date.from === 0 && date.to === tail.length ? comma : piece.length;
}

interface Noting {
  readonly line: string;
  readonly context: DateContext;
  readonly main: Token[];
  readonly notes: Chip[];
  /** Whether a day stands outside the notes already. */
  hasDate: boolean;
}

function takeNote(noting: Noting, piece: readonly Token[], start: number | undefined): void {
  const { line, context, main, notes } = noting;
  const until = noting.hasDate ? piece.length : trailingDate(piece, context);
  if (until < piece.length) noting.hasDate = true;
  const from = piece.findIndex(isContent);
  const last = piece.slice(0, until).findLastIndex(isContent);
  const first = piece[from];
  const end = piece[last];
  if (first === undefined || end === undefined || last < from) {
    main.push(...comma(piece), ...piece);
    return;
  }
  main.push(...comma(piece), ...piece.slice(0, from));
  main.push(...piece.slice(last + 1));
  const isQuote = first === end && first.type === 'quote';
  const value = fitting('note', isQuote ? first.value : line.slice(first.start, end.end));
  const begins = from === 0 && start !== undefined ? start : first.start;
  notes.push({ kind: 'note', text: line.slice(begins, end.end), value, start: begins, end: end.end });
}

/** Keeps what stood on the two sides of a note apart. */
const comma = ([first]: readonly Token[]): Token[] =>
  first === undefined ? [] : [{ type: 'comma', start: first.start, end: first.start }];

/** Parts the notes from the rest of the line. */
export function splitNotes(line: string, tokens: readonly Token[], context: DateContext): Split {
  const begin = firstNote(tokens, context);
  if (begin === undefined) return { main: tokens, notes: [] };
  const main = tokens.slice(0, begin.at);
  const noting: Noting = { line, context, main, notes: [], hasDate: findDate(main, context) !== undefined };
  const opener = tokens[begin.at]!;
  const pieces = piecesOf(tokens.slice(begin.at + begin.length));
  for (const [at, piece] of pieces.entries()) {
    const isTalk = at === 0 && opener.type !== 'semi';
    const label = noteLabel(piece, 0, context);
    if (!isTalk && isPlain(piece, context)) {
      noting.main.push(...comma(piece), ...piece);
      noting.hasDate ||= findDate(piece, context) !== undefined;
    } else if (label > 0) takeNote(noting, piece.slice(label), piece[0]?.start);
    else takeNote(noting, piece, at === 0 && opener.type === 'word' ? opener.start : undefined);
  }
  return { main: noting.main, notes: noting.notes };
}
