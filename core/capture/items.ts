// Cuts the tokens into what is marked (`via Tom`, `@Acme`, `met GopherCon`) and what is not.
import { type Part, reachOf } from './extents.ts';
import { type Lexicon, type Marker, phraseAt } from './lexicon.ts';
import type { Chip, ChipKind } from './model.ts';
import { keyAt, textAt, type Token, type Word } from './tokens.ts';

export type Item =
  | { readonly type: 'chip'; readonly chip: Chip }
  | { readonly type: 'separator'; readonly of: 'comma' | 'semi' | 'dash' | 'bracket' }
  | { readonly type: 'free'; readonly parts: readonly Part[] }
  | Marked;

/** Something behind a marker; `start` is where the marker begins. `parts` may be empty: `met` alone. */
export interface Marked {
  readonly type: 'marked';
  readonly marker: Exclude<Marker, 'unmarked'> | '@' | ChipKind;
  readonly isLabel: boolean;
  readonly markerParts: readonly Word[];
  readonly parts: readonly Part[];
  readonly start: number;
}

interface Found {
  readonly length: number;
  readonly means: Marker | ChipKind;
  readonly isLabel: boolean;
}

/** Looks at tokens for one line; `isEnd` and `labels` only look, nothing is changed. */
class Looking {
  readonly tokens: readonly Token[];
  readonly lexicon: Lexicon;

  constructor(tokens: readonly Token[], lexicon: Lexicon) {
    this.tokens = tokens;
    this.lexicon = lexicon;
  }

  /** `Firma:` or a marker word, written small or at the head of a piece. */
  signAt(at: number): Found | undefined {
    const text = textAt(this.tokens, at);
    if (text === undefined) return undefined;
    const key = (step: number) => keyAt(this.tokens, at + step);
    const label = phraseAt(this.lexicon.labels, key);
    if (label !== undefined && textAt(this.tokens, at + label.length - 1)?.endsWith(':') === true)
      return { ...label, isLabel: true };
    const before = this.tokens[at - 1];
    const isHead = before === undefined || (before.type !== 'word' && before.type !== 'quote');
    if (!isHead && text !== text.toLowerCase()) return undefined;
    const marker = phraseAt(this.lexicon.markers, key);
    return marker && { ...marker, isLabel: false };
  }

  /** The words and quotes from here on that nothing else claims. */
  partsFrom(at: number): Part[] {
    const parts: Part[] = [];
    for (let next = at; next < this.tokens.length; next++) {
      const token = this.tokens[next]!;
      if (token.type !== 'word' && token.type !== 'quote') break;
      if (token.type === 'word' && token.text.startsWith('@')) break;
      const sign = this.signAt(next);
      if (sign !== undefined && (sign.means !== 'unmarked' || sign.isLabel)) {
        if (!this.isWithinPlace(next, parts)) break;
      }
      parts.push(token);
      if (parts.length >= 60) break;
    }
    return parts;
  }

  /** Rivers and seas in the names of towns: Frankfurt am Main, Newcastle upon Tyne, Châlons en Champagne. */
  isWithinPlace(at: number, parts: readonly Part[]): boolean {
    const last = parts.at(-1);
    const joins = /^(?:am|an|im|upon|on|sur|en|aan)$/.test(keyAt(this.tokens, at) ?? '');
    if (!joins || parts.length !== 1 || last?.type !== 'word') return false;
    return /^(?:main|rhein|neckar|see|inn|lech|oder|bodensee|tyne|trent|avon|sea|seine|saone|loire|mer|champagne|provence|rijn|ijssel|zee)$/u.test(
      keyAt(this.tokens, at + 1) ?? '',
    );
  }
}

const isRole = (lexicon: Lexicon) => (part: Part) =>
  part.type === 'word' && (lexicon.roles.has(part.key) || lexicon.roleStarts.has(part.key));

const CLAUSE = /^(?:and|who|which|und|oder|et|qui|y|que|e|che|en|die|wer|about|uber|sobre|su|over)$/;
const isClause = (part: Part) =>
  part.type === 'word' && part.text === part.text.toLowerCase() && CLAUSE.test(part.key);

function atSign(look: Looking, at: number, isNamed: boolean): { item: Marked; next: number } | undefined {
  const token = look.tokens[at];
  if (token?.type !== 'word' || !token.text.startsWith('@')) return undefined;
  const isBare = token.text === '@';
  const first: Part[] = isBare
    ? []
    : [{ ...token, text: token.text.slice(1), key: token.key.replace(/^@+/, ''), start: token.start + 1 }];
  const parts = [...first, ...look.partsFrom(at + 1)];
  if (parts.length === 0) return undefined;
  const stops = isRole(look.lexicon);
  const small = parts[0]?.type === 'word' && /^\p{Ll}/u.test(parts[0].text);
  // Before anybody is named, the words behind the company are the name.
  const most = !isNamed || small ? 1 : 8;
  const length = reachOf(parts, { most, stops });
  return {
    item: {
      type: 'marked',
      marker: '@',
      isLabel: false,
      markerParts: [],
      parts: parts.slice(0, length),
      start: token.start,
    },
    next: at + length + (isBare ? 1 : 0),
  };
}

/** How many of the parts behind a marker are what it marks. */
function markedLength(parts: readonly Part[], sign: Found, lexicon: Lexicon): number {
  const [first] = parts;
  if (first === undefined || sign.isLabel) return parts.length;
  if (first.type === 'quote') return 1;
  // `met her at …`: nobody and nothing is named.
  if (lexicon.fillers.has(first.key) && first.text === first.text.toLowerCase()) return 0;
  const isTitleInside = sign.means === 'event' || sign.means === 'met';
  const isPerson = sign.means === 'introducer';
  const stops = (part: Part) => isClause(part) || (!isTitleInside && isRole(lexicon)(part));
  return reachOf(parts, { most: isPerson ? 6 : 10, stops, isPerson });
}

/** A marker or a label with what follows it. */
function signed(look: Looking, at: number, sign: Found): { item: Marked; next: number } | undefined {
  const { tokens, lexicon } = look;
  if (sign.means === 'unmarked') return undefined;
  let from = at + sign.length;
  if (!sign.isLabel) while (isArticle(tokens, from, lexicon) && tokens[from + 1] !== undefined) from += 1;
  const parts = look.partsFrom(from);
  const length = markedLength(parts, sign, lexicon);
  const item: Marked = {
    type: 'marked',
    marker: sign.means,
    isLabel: sign.isLabel,
    markerParts: tokens.slice(at, at + sign.length).filter((token) => token.type === 'word'),
    parts: parts.slice(0, length),
    start: tokens[at]!.start,
  };
  return { item, next: from + length };
}

function isArticle(tokens: readonly Token[], at: number, { articles }: Lexicon): boolean {
  const text = textAt(tokens, at);
  return text !== undefined && text === text.toLowerCase() && articles.has(keyAt(tokens, at) ?? '');
}

/** A chip directly behind its marker takes the marker in: `at GopherCon` of a known event. */
function widened(line: string, chip: Chip, start: number): Chip {
  return { ...chip, text: line.slice(start, chip.end), start };
}

/** Gathers items; words without a sign stay together until something parts them. */
class Gathering {
  readonly items: Item[] = [];
  hasFree = false;
  #free: Part[] = [];

  put(item: Item): void {
    this.close();
    this.items.push(item);
  }

  token(token: Token): void {
    if (token.type === 'word' || token.type === 'quote') {
      this.#free.push(token);
      this.hasFree = true;
    } else if (token.type === 'chip') this.put({ type: 'chip', chip: token.chip });
    else this.put({ type: 'separator', of: token.type });
  }

  close(): void {
    if (this.#free.length > 0) this.items.push({ type: 'free', parts: this.#free });
    this.#free = [];
  }
}

/** A marker without words takes in the chip behind it: `at` GopherCon, `Tel:` and its number. */
const takesIn = ({ parts, marker, isLabel }: Marked, after: Token | undefined): Chip | undefined =>
  parts.length === 0 &&
  marker !== 'introducer' &&
  after?.type === 'chip' &&
  (isLabel || after.chip.kind === 'event')
    ? after.chip
    : undefined;

/** The items of the tokens, in order. */
export function itemsOf(line: string, tokens: readonly Token[], lexicon: Lexicon): Item[] {
  const look = new Looking(tokens, lexicon);
  const gathering = new Gathering();
  for (let at = 0; at < tokens.length;) {
    const sign = look.signAt(at);
    const marked = atSign(look, at, gathering.hasFree) ?? (sign && signed(look, at, sign));
    if (marked === undefined) {
      const length = sign?.length ?? 1;
      for (const token of tokens.slice(at, at + length)) gathering.token(token);
      at += length;
      continue;
    }
    const chip = takesIn(marked.item, tokens[marked.next]);
    gathering.put(
      chip === undefined ? marked.item : { type: 'chip', chip: widened(line, chip, marked.item.start) },
    );
    at = marked.next + (chip === undefined ? 0 : 1);
  }
  gathering.close();
  return gathering.items;
}
