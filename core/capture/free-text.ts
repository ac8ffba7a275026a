// Reads the words no marker claims: name, title, company, place, and what is left as a note.
import { looksNamed, type Part, reachOf } from './extents.ts';
import type { Lexicon } from './lexicon.ts';
import { type Chip, type ChipKind, SINGLE_KINDS } from './model.ts';
import { findName } from './person-name.ts';
import { chipOver, hasRole, isCompany, isEventLike, type Piece, startsRole, trimmed } from './pieces.ts';

interface Reading {
  readonly line: string;
  readonly lexicon: Lexicon;
  /** Kinds of which the line has one already. */
  readonly has: Set<ChipKind>;
  readonly chips: Chip[];
}

function put({ line, has, chips }: Reading, kind: ChipKind, parts: readonly Part[]): void {
  const chip = chipOver(line, kind, parts);
  if (chip === undefined) return;
  if (SINGLE_KINDS.has(kind)) has.add(kind);
  chips.push(chip);
}

const isSmall = (parts: readonly Part[]) => parts[0]?.type === 'word' && !looksNamed(parts[0].text);

/** How far a title goes that is followed by something else without a comma: `Senior engineer | likes boats`. */
function titleLength(parts: readonly Part[], lexicon: Lexicon): number {
  let length = 0;
  for (const part of parts) {
    if (part.type !== 'word' || !(lexicon.roles.has(part.key) || lexicon.roleStarts.has(part.key))) break;
    length += 1;
  }
  const reach = reachOf(parts.slice(Math.max(0, length - 1)), { most: 8, stops: () => false });
  return isSmall(parts.slice(Math.max(0, length - 1)))
    ? Math.max(1, length)
    : Math.max(0, length - 1) + reach;
}

/** A piece that begins with a title, whole or in part; the rest is something said. */
function putTitle(reading: Reading, parts: readonly Part[], isWhole: boolean): void {
  const length = isWhole ? parts.length : titleLength(parts, reading.lexicon);
  put(reading, 'title', parts.slice(0, length));
  if (length < parts.length) putNote(reading, parts.slice(length));
}

function putNote(reading: Reading, parts: readonly Part[]): void {
  const words = trimmed(parts, reading.lexicon);
  if (words.length > 0) put(reading, 'note', words);
}

/** Pieces between commas of which the last stands before the company are one title: `VP Sales, EMEA @Acme`. */
function withWhatFollows(pieces: readonly Piece[], at: number): number {
  let last = at;
  while (pieces[last]?.after === 'comma' && pieces[last + 1]?.before === 'comma') last += 1;
  return pieces[last]?.after === 'org' && last - at <= 3 ? last : at;
}

/** What a piece behind the name is. */
function kindOf(reading: Reading, piece: Piece, parts: readonly Part[]): ChipKind {
  const { has, lexicon } = reading;
  const isTitle = startsRole(parts, lexicon) || (piece.before === 'comma' && hasRole(parts, lexicon));
  if (!has.has('title') && (isTitle || piece.after === 'org')) return 'title';
  if (!has.has('org') && isCompany(parts)) return 'org';
  if (piece.before === 'bracket' && !has.has('org') && mayBeCompany(parts)) return 'org';
  return piece.before === 'comma' ? kindBehindComma(reading, parts) : 'note';
}

/** In brackets behind a name: `(Acme)`, `(acme)`, but not `(she/her)` nor a sentence. */
const mayBeCompany = (parts: readonly Part[]) =>
  parts.length <= 3 && parts.every((part) => part.type === 'word' && !part.text.includes('/'));

/** Name, title, company, place is the order in which people write them. */
function kindBehindComma({ has, lexicon }: Reading, parts: readonly Part[]): ChipKind {
  const isShort = parts.length <= 3;
  const mayBeNamed = isShort || !isSmall(parts);
  if (!has.has('event') && isEventLike(parts, lexicon)) return 'event';
  if (!has.has('org')) return !mayBeNamed ? 'note' : has.has('title') ? 'org' : 'title';
  return !has.has('place') && !isSmall(parts) && isShort ? 'place' : 'note';
}

/** What is said in quotes at the end of a piece is a note of its own. */
function withoutQuote(reading: Reading, parts: readonly Part[]): readonly Part[] {
  const last = parts.at(-1);
  if (last?.type !== 'quote') return parts;
  put(reading, 'note', [last]);
  return parts.slice(0, -1);
}

function putPiece(reading: Reading, pieces: readonly Piece[], at: number): number {
  const piece = pieces[at]!;
  const parts = withoutQuote(reading, trimmed(piece.parts, reading.lexicon));
  if (parts.length === 0) return at;
  const kind = kindOf(reading, piece, parts);
  if (kind === 'note') {
    putNote(reading, parts);
    return at;
  }
  if (kind !== 'title') {
    put(reading, kind, parts);
    return at;
  }
  const last = withWhatFollows(pieces, at);
  const all = pieces.slice(at, last + 1).flatMap((one) => one.parts);
  putTitle(reading, last > at ? all : parts, last > at || piece.before === 'comma' || piece.after === 'org');
  return last;
}

/** The chips of the free words. `has`: the kinds the line has already; more are added as they are found. */
export function readFree(
  line: string,
  pieces: readonly Piece[],
  lexicon: Lexicon,
  has: Set<ChipKind>,
): Chip[] {
  const reading: Reading = { line, lexicon, has, chips: [] };
  const name = has.has('name') ? undefined : findName(pieces, lexicon);
  const rest: Piece[] = [];
  for (const [at, piece] of pieces.entries()) {
    if (name === undefined || at < name.at || at >= name.at + name.pieces) rest.push(piece);
    else if (at === name.at) {
      put(reading, 'name', name.parts);
      if (name.rest.length > 0) rest.push({ parts: name.rest, before: 'inline', after: piece.after });
    }
  }
  for (let at = 0; at < rest.length; at++) at = putPiece(reading, rest, at);
  return reading.chips;
}
