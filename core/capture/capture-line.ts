// "Met someone" in one line: `Ana Ruiz, CTO @Acme, ana@acme.io met GopherCon yesterday via Tom #speaker`.
import { linkedInKey } from '#core/contacts/identity.ts';
import { dayOf } from './calendar.ts';
import { type DateContext, findDate } from './date-reader.ts';
import { readFree } from './free-text.ts';
import { type Item, itemsOf } from './items.ts';
import { eventAt, eventNamed, type FoundEvent } from './known-event.ts';
import { type Lexicon, lexiconOf } from './lexicon.ts';
import {
  type CaptureContext,
  type Captured,
  type Chip,
  type ChipKind,
  fitting,
  SINGLE_KINDS,
} from './model.ts';
import { splitNotes } from './notes.ts';
import { chipOver, piecesOf } from './pieces.ts';
import { cardLine } from './pasted-card.ts';
import { isChipKind, resolved, type Resolved } from './resolve.ts';
import { tokensOf } from './scan.ts';
import type { Token } from './tokens.ts';

/** Days of the week are written with a capital letter in these. */
const CAPITAL_DAYS = /^(?:en|de)\b/i;

/**
 * Reads one line about somebody just met. Total: any text gives chips, and words that say nothing are in none. Markers,
 * days and titles are read in `language`, then in English, then in the other languages of `CAPTURE_LANGUAGES` where a
 * word cannot mean anything else. Labels in quotes say outright what is meant: `title:"Head of R&D, EMEA"`. A pasted
 * vCard, MECARD or BIZCARD becomes such a line. A day is never later than `now`: what would be is no date. A known event
 * is found by its name, with or without its year. Single kinds (SINGLE_KINDS) occur once, the others as often as said.
 */
export function captureLine(text: string, context: CaptureContext): Captured {
  const card = cardLine(text);
  const line = card?.line ?? text;
  const chips = chipsOf(line, context);
  return {
    line,
    chips,
    guess: chips.some(({ kind }) => kind === 'name') ? '' : guessOf(chips),
    further: card?.further ?? 0,
  };
}

function chipsOf(line: string, context: CaptureContext): Chip[] {
  const lexicon = lexiconOf(context.language);
  const now = dayOf(context.now) ?? { year: 9999, month: 12, day: 31 };
  const dates: DateContext = { now, lexicon, hasCapitalDays: CAPITAL_DAYS.test(context.language) };
  const all = withKnownEvent(line, tokensOf(line, context, lexicon), context, lexicon);
  const { main, notes } = splitNotes(line, all, dates);
  const tokens = withDate(line, once(main), dates);
  return ordered([...readTokens(line, tokens, context, lexicon), ...notes]);
}

/** Of a kind a line has one of, the first stays a chip; a second one becomes nothing. */
function once(tokens: readonly Token[]): Token[] {
  const seen = new Set<ChipKind>();
  return tokens.filter((token) => {
    if (token.type !== 'chip' || !SINGLE_KINDS.has(token.chip.kind)) return true;
    const isFirst = !seen.has(token.chip.kind);
    seen.add(token.chip.kind);
    return isFirst;
  });
}

const hasKind = (tokens: readonly Token[], kind: ChipKind) =>
  tokens.some((token) => token.type === 'chip' && token.chip.kind === kind);

/** The tokens with some of them become one chip. */
function replaced(
  line: string,
  tokens: readonly Token[],
  span: { from: number; to: number },
  chip: Pick<Chip, 'kind' | 'value' | 'eventId'>,
): Token[] {
  const [start, end] = [tokens[span.from]!.start, tokens[span.to - 1]!.end];
  const whole: Chip = { ...chip, text: line.slice(start, end), start, end };
  return [...tokens.slice(0, span.from), { type: 'chip', chip: whole, start, end }, ...tokens.slice(span.to)];
}

/** An event of the book named before any note; one behind a marker rather than one by the way. */
function knownIn(
  tokens: readonly Token[],
  context: CaptureContext,
  lexicon: Lexicon,
): FoundEvent | undefined {
  let found: FoundEvent | undefined;
  for (let at = 0; at < tokens.length; at++) {
    const here = eventAt(tokens, at, context.knownEvents);
    if (here === undefined) {
      const type = tokens[at]?.type;
      if (type === 'dash' || type === 'semi') return found;
      continue;
    }
    if (isMarked(tokens[at - 1], lexicon)) return here;
    found ??= here;
    at = here.to - 1;
  }
  return found;
}

const isMarked = (before: Token | undefined, { markers, articles }: Lexicon) =>
  before?.type === 'word' && (markers.has(before.key) || articles.has(before.key) || before.text === '@');

function withKnownEvent(line: string, tokens: Token[], context: CaptureContext, lexicon: Lexicon): Token[] {
  if (hasKind(tokens, 'event') || context.knownEvents.length === 0) return tokens;
  const found = knownIn(tokens, context, lexicon);
  if (found === undefined) return tokens;
  const { id, summary } = found.event;
  return replaced(line, tokens, found, { kind: 'event', value: fitting('event', summary), eventId: id });
}

function withDate(line: string, tokens: Token[], dates: DateContext): Token[] {
  if (hasKind(tokens, 'date')) return tokens;
  const found = findDate(tokens, dates);
  return found === undefined ? tokens : replaced(line, tokens, found, { kind: 'date', value: found.date });
}

function readTokens(
  line: string,
  tokens: readonly Token[],
  context: CaptureContext,
  lexicon: Lexicon,
): Chip[] {
  const items = itemsOf(line, tokens, lexicon);
  const kinds = resolved(items, lexicon);
  const chips: Chip[] = [];
  for (const [at, item] of items.entries()) {
    const chip = chipOfItem(line, item, kinds.get(at), context);
    if (chip !== undefined) chips.push(chip);
  }
  const has = new Set(chips.map(({ kind }) => kind));
  return [...chips, ...readFree(line, piecesOf(items, kinds, lexicon), lexicon, has)];
}

function chipOfItem(
  line: string,
  item: Item,
  kind: Resolved | undefined,
  context: CaptureContext,
): Chip | undefined {
  if (item.type === 'chip') return item.chip;
  if (item.type !== 'marked' || kind === undefined || !isChipKind(kind)) return undefined;
  const chip = chipOver(line, kind, item.parts, item.start);
  if (chip === undefined || kind === 'date') return undefined;
  const known = kind === 'event' ? eventNamed(chip.value, context) : undefined;
  return known === undefined ? chip : { ...chip, value: fitting('event', known.summary), eventId: known.id };
}

/** In the order of the line, single kinds once, and nothing over anything else. */
function ordered(chips: readonly Chip[]): Chip[] {
  const seen = new Set<ChipKind>();
  let end = 0;
  return chips
    .toSorted((a, b) => a.start - b.start)
    .filter((chip) => {
      if (chip.start < end || chip.value === '' || (SINGLE_KINDS.has(chip.kind) && seen.has(chip.kind)))
        return false;
      seen.add(chip.kind);
      end = chip.end;
      return true;
    });
}

const capital = (word: string) => word.charAt(0).toLocaleUpperCase('en') + word.slice(1);

/** `ana-ruiz-1a2b3c` → `Ana Ruiz`: a suggestion, never taken by itself. */
function guessOf(chips: readonly Chip[]): string {
  const url = chips.find(({ kind }) => kind === 'url')?.value ?? '';
  const slug = linkedInKey(url) ?? '';
  const local = (chips.find(({ kind }) => kind === 'email')?.value ?? '').split('@', 1)[0] ?? '';
  const words = slug === '' ? local.split(/[._-]/) : slug.split('-').filter((word) => !/\d/.test(word));
  const isName =
    words.length >= 2 && words.length <= 4 && words.every((word) => /^\p{L}[\p{L}\p{M}]+$/u.test(word));
  return isName ? fitting('name', words.map(capital).join(' ')) : '';
}
