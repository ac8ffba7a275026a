// The first look at a line: quotes, labels in quotes, addresses and numbers; everything else becomes words.
import { isDay } from './calendar.ts';
import { addressesIn, type Span, telephonesIn } from './addresses.ts';
import { eventNamed } from './known-event.ts';
import { type Lexicon, phraseAt, wordKey } from './lexicon.ts';
import { type CaptureContext, type Chip, type ChipKind, fitting } from './model.ts';
import { type Quoted, quotesIn } from './quotes.ts';
import { type Token, wordsOf } from './tokens.ts';

/** A kind as a label names it, in any language: `Firma`. */
export function labelled(label: string, { labels }: Lexicon): ChipKind | undefined {
  const words = label.split(' ').map(wordKey).filter(Boolean);
  const found = phraseAt(labels, (at) => words[at]);
  return found?.length === words.length ? found.means : undefined;
}

/** A chip of a kind that is said, not guessed; undefined where the value cannot be of that kind. */
function chipOf(
  kind: ChipKind,
  value: string,
  line: string,
  { start, end, context }: Span & { readonly context: CaptureContext },
): Chip | undefined {
  const fitted = fitting(kind, value);
  if (fitted === '') return undefined;
  const chip = { kind, text: line.slice(start, end), value: fitted, start, end };
  if (kind === 'date') return isWrittenDate(fitted, context.now) ? chip : undefined;
  if (kind !== 'event') return chip;
  const known = eventNamed(fitted, context);
  return known === undefined ? chip : { ...chip, value: fitting('event', known.summary), eventId: known.id };
}

/** A PartialDate that is not after today. */
function isWrittenDate(text: string, now: string): boolean {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (match === null || text > now.slice(0, text.length)) return false;
  const [year, month = 1, day = 1] = match
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number);
  return isDay({ year: year ?? 0, month, day });
}

/** What a quote says by what it hangs on: `@"…"`, `#"…"`, `note:"…"`. */
function quotedToken(
  line: string,
  quoted: Quoted,
  context: CaptureContext,
  lexicon: Lexicon,
): Token | undefined {
  const { start, end, prefix, value } = quoted;
  if (prefix === '') return value.trim() === '' ? undefined : { type: 'quote', value, start, end };
  const kind = prefix === '@' ? 'org' : prefix === '#' ? 'tag' : labelled(prefix, lexicon);
  const chip = kind && chipOf(kind, value, line, { start, end, context });
  return chip && { type: 'chip', chip, start, end };
}

const byStart = (a: Span, b: Span) => a.start - b.start;

/** The stretches of a line that none of these covers, in order. */
function gaps(from: number, to: number, covered: readonly Span[]): Span[] {
  const found: Span[] = [];
  let at = from;
  for (const { start, end } of covered) {
    if (start > at) found.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < to) found.push({ start: at, end: to });
  return found;
}

/** Addresses, numbers and tags of a stretch without quotes, and the words between them. */
function plainTokens(line: string, span: Span): Token[] {
  const addresses = addressesIn(line, span);
  const numbers = gaps(span.start, span.end, addresses).flatMap((gap) => telephonesIn(line, gap));
  const chips = [...addresses, ...numbers].sort(byStart);
  const words = gaps(span.start, span.end, chips).flatMap(({ start, end }) => wordsOf(line, start, end));
  const claims = chips.map((chip): Token => ({ type: 'chip', chip, start: chip.start, end: chip.end }));
  return [...words, ...claims].sort(byStart);
}

/** The whole line as tokens, in order. */
export function tokensOf(line: string, context: CaptureContext, lexicon: Lexicon): Token[] {
  const quotes: Token[] = [];
  for (const quoted of quotesIn(line)) {
    const token = quotedToken(line, quoted, context, lexicon);
    if (token !== undefined) quotes.push(token);
  }
  const plain = gaps(0, line.length, quotes).flatMap((gap) => plainTokens(line, gap));
  return [...plain, ...quotes].sort(byStart);
}
