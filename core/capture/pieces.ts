// What is left when the marked pieces are known: runs of words, and what stands on either side of them.
import { looksNamed, type Part } from './extents.ts';
import type { Item } from './items.ts';
import { type Lexicon, phraseAt } from './lexicon.ts';
import { type Chip, fitting } from './model.ts';
import type { ChipKind } from './model.ts';
import type { Resolved } from './resolve.ts';

/** `inline`: the rest of a run of which something has been taken off the front. */
export type Side = 'edge' | 'comma' | 'bracket' | 'inline' | ChipKind;

export interface Piece {
  readonly parts: readonly Part[];
  readonly before: Side;
  readonly after: Side;
}

/** A chip over some parts of the line, without the full stop that ends the sentence. */
export function chipOver(
  line: string,
  kind: ChipKind,
  parts: readonly Part[],
  start = parts[0]?.start,
): Chip | undefined {
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined || start === undefined) return undefined;
  const isQuote = parts.length === 1 && first.type === 'quote';
  const end = last.end - (isQuote || last.type === 'quote' ? 0 : stopOf(last.text));
  if (end <= first.start) return undefined;
  const value = fitting(kind, isQuote ? first.value : line.slice(first.start, end));
  return value === '' ? undefined : { kind, text: line.slice(start, end), value, start, end };
}

/** How many signs at a word's end belong to the sentence: `Acme!`, `yesterday.`, but `Jr.` and `Inc.` keep theirs. */
function stopOf(text: string): number {
  const signs = /[:!?…]+$/u.exec(text)?.[0].length ?? 0;
  if (signs > 0 || !text.endsWith('.')) return signs;
  const word = text.slice(0, -1);
  return word.length > 4 && !word.includes('.') ? 1 : 0;
}

const sideOf = (item: Item | undefined, kind: Resolved | undefined): Side => {
  if (item === undefined) return 'edge';
  if (item.type === 'chip') return item.chip.kind;
  if (item.type === 'separator') return item.of === 'bracket' ? 'bracket' : 'comma';
  if (item.type === 'marked' && kind !== undefined && kind !== 'free' && kind !== 'nothing') return kind;
  return 'edge';
};

/** The words an item leaves over: free ones, and those of a marker that marked nothing. */
function partsOf(item: Item, kind: Resolved | undefined): readonly Part[] | undefined {
  if (item.type === 'free') return item.parts;
  if (item.type !== 'marked' || kind !== 'free') return undefined;
  // `met Ana`: the marker itself says nothing more.
  return item.marker === 'met' ? item.parts : [...item.markerParts, ...item.parts];
}

/** The runs of words nothing has claimed, in order; neighbours that nothing parts are one. */
export function piecesOf(
  items: readonly Item[],
  kinds: ReadonlyMap<number, Resolved>,
  lexicon: Lexicon,
): Piece[] {
  const pieces: { parts: Part[]; before: Side; after: Side }[] = [];
  let open: { parts: Part[]; before: Side; after: Side } | undefined;
  let side: Side = 'edge';
  for (const [at, item] of items.entries()) {
    const kind = kinds.get(at);
    const parts = partsOf(item, kind);
    if (parts === undefined) {
      side = sideOf(item, kind);
      if (open !== undefined) open.after = side;
      open = undefined;
      continue;
    }
    if (open === undefined) {
      open = { parts: [], before: side, after: 'edge' };
      pieces.push(open);
    }
    for (const part of parts) open.parts.push(part);
  }
  return pieces.map((piece) => withoutLabel(piece, lexicon));
}

/** `Tel. 030 …`, `mail ana@…`: the word before an address only says what it is. */
function withoutLabel(piece: Piece, { labels }: Lexicon): Piece {
  const last = piece.parts.at(-1);
  if (last?.type !== 'word' || !ADDRESSES.has(piece.after)) return piece;
  const label = phraseAt(labels, (at) => (at === 0 ? last.key : undefined));
  return label?.means === piece.after ? { ...piece, parts: piece.parts.slice(0, -1) } : piece;
}

const ADDRESSES: ReadonlySet<Side> = new Set(['tel', 'email', 'url']);

/** Without the small words at its ends that say nothing: `and`, `with`. */
export function trimmed(parts: readonly Part[], { fillers }: Lexicon): readonly Part[] {
  const isFiller = (part: Part | undefined) =>
    part?.type === 'word' && fillers.has(part.key) && !looksNamed(part.text);
  let from = 0;
  let to = parts.length;
  while (from < to && isFiller(parts[from])) from += 1;
  while (to > from && isFiller(parts[to - 1])) to -= 1;
  return parts.slice(from, to);
}

/** Whether the words begin like a title. */
export function startsRole(parts: readonly Part[], { roles, roleStarts }: Lexicon): boolean {
  const [first, second] = parts;
  if (first?.type !== 'word') return false;
  const pair = second?.type === 'word' ? `${first.key} ${second.key}` : '';
  return roles.has(first.key) || roles.has(pair) || (roleStarts.has(first.key) && second !== undefined);
}

export const hasRole = (parts: readonly Part[], { roles }: Lexicon): boolean =>
  parts.some((part) => part.type === 'word' && roles.has(part.key));

const LEGAL_FORM =
  /^(?:gmbh|mbh|ag|kg|kgaa|ug|ohg|gbr|e\.?k|e\.?v|inc|ltd|llc|llp|plc|corp|co|pty|limited|s\.?a|s\.?l|s\.?l\.?u|s\.?a\.?s|sasu|sarl|eurl|sci|b\.?v|n\.?v|lda|ltda|s\.?p\.?a|s\.?r\.?l|oy|ab|a\/s|aps|asa|sp|z\.o\.o|kft|s\.?r\.?o|university|universität|université|universidad|università|universidade|universiteit|institute|institut|labs|group|gruppe|gruppo|grupo|foundation|stiftung)\.?$/iu;

/** `Acme GmbH`, `Muster AG`: behind another word, a legal form makes a company. */
export const isCompany = (parts: readonly Part[]): boolean =>
  parts.length > 1 && parts.some((part) => part.type === 'word' && LEGAL_FORM.test(part.text));

const LONGEST_WORD = 60;
/** Words that Germanic languages and organisers put at the end of another one. */
const EVENT_END =
  /\p{L}(?:conf|fest|messe|tagung|kongress|konferenz|summit|meetup|hackathon|congres|conferentie|beurs|symposium|stammtisch|treffen|feier|festival|dagen|borrel)$/u;

/** Named like an event: a year, or a word such as `congress` in it or at the end of a longer one: `Buchmesse`, `PyCon`. */
export function isEventLike(parts: readonly Part[], { eventWords }: Lexicon): boolean {
  if (isCompany(parts)) return false;
  return parts.some((part) => {
    const text = part.type === 'word' ? part.text : part.value;
    if (/^(?:19|20)\d\d$/.test(text) || /\p{Ll}Con\d*$/u.test(text)) return true;
    const key = part.type === 'word' ? part.key : text.toLowerCase();
    return eventWords.has(key) || (key.length <= LONGEST_WORD && EVENT_END.test(key));
  });
}
