// The cards a reader has open: a card begins, its lines become properties, it ends or is cut off.
import type { Issue, IssueCode } from '#core/imports/model.ts';
import { escaped, unescaped } from './escapes.ts';
import { type LineCursor, lineCursor } from './lines.ts';
import type { VCard } from './model.ts';
import { LONGEST_LINE, noPending, type Pending } from './pending.ts';
import { type Around, finishProperty, type Heads, heads } from './properties.ts';
import type { OpenProperty, ValueReader } from './values.ts';

export const MOST_CARDS = 200_000;
/** Cards inside AGENTs inside AGENTs; deeper ones are cards of their own. */
const DEEPEST = 8;

/** More would only repeat that a file is broken. */
const MOST_ISSUES = 20;

export interface OpenCard {
  readonly card: { readonly line: number; version: string; properties: OpenProperty[]; issues: Issue[] };
  readonly around: Around;
  /** White space its BEGIN is indented by, which is no folding then. */
  indent: number;
  /** The AGENT whose card this is. */
  readonly agent: OpenProperty | undefined;
}

export interface ReaderOptions {
  readonly values: ValueReader;
  readonly maxCards: number;
  /** How deep in the text of an AGENT this is. */
  readonly depth: number;
  /** Physical line the text starts on. */
  readonly line: number;
  /** Takes every card that is complete, in the order of their BEGINs. */
  readonly take: (card: VCard) => void;
  /** Reads a reader to its end: the text of an AGENT is one more file. */
  readonly readAll: (reader: Reader) => void;
}

export interface Reader extends Omit<ReaderOptions, 'line'> {
  readonly text: string;
  readonly cursor: LineCursor;
  readonly heads: Heads;
  readonly pending: Pending;
  /** Cards that are complete, counted. */
  count: number;
  readonly issues: Issue[];
  /** The card being read, and the AGENTs inside it. */
  readonly open: OpenCard[];
  /** Lines between the cards that are nothing: told once for all of them in a row. */
  isJunk: boolean;
  /** Envelopes of other kinds around the cards: BEGIN:VCALENDAR. */
  wrapped: number;
  nextBegin: number;
  nextEnd: number;
}

/** A reader at the beginning of a text. */
export function readerOf(text: string, options: ReaderOptions): Reader {
  const { line, ...rest } = options;
  return {
    text,
    cursor: lineCursor(text, line),
    heads: heads(),
    pending: noPending(),
    count: 0,
    issues: [],
    open: [],
    isJunk: false,
    wrapped: 0,
    nextBegin: -1,
    nextEnd: -1,
    ...rest,
  };
}

/** Reads the rest of a line as a line of its own, without calling itself: one line may hold a million cards. */
export function goOnAt({ cursor }: Reader, at: number, line: number): void {
  cursor.at = at;
  cursor.line = line;
}

/** A card begins: inside the AGENT before it, else after whatever card was still open. */
export function begin(reader: Reader, line: number, indent: number): void {
  const { open } = reader;
  const agent = agentWaiting(open[open.length - 1]);
  if (agent === undefined || open.length >= DEEPEST) closeCards(reader, 0);
  if (open.length === 0 && reader.count >= reader.maxCards) {
    reader.issues.push({ line, code: 'TOO_MANY_RECORDS', params: { most: reader.maxCards } });
    reader.cursor.at = reader.text.length;
    return;
  }
  reader.isJunk = false;
  const card = { line, version: '', properties: [], issues: [] };
  const { heads: known, values } = reader;
  open.push({
    card,
    around: { version: '', hints: { charset: '', language: '' }, heads: known, values },
    indent,
    agent: open.length === 0 ? undefined : agent,
  });
}

/** The AGENT a card is about to follow: the last property, without a value yet. */
function agentWaiting(around: OpenCard | undefined): OpenProperty | undefined {
  const last = around?.card.properties.at(-1);
  return last?.name === 'AGENT' && last.nested === undefined && last.value.trim() === '' ? last : undefined;
}

/** The innermost open card is complete. */
export function closeCard(reader: Reader): void {
  const closed = reader.open.pop();
  if (closed === undefined) return;
  if (closed.agent === undefined) {
    reader.count++;
    reader.take(closed.card);
  } else closed.agent.nested = closed.card;
}

/** Cards that never end: what they have said so far is kept. */
export function closeCards(reader: Reader, from: number): void {
  flush(reader);
  while (reader.open.length > from) {
    report(reader, 'CUT_OFF', reader.open[reader.open.length - 1]?.card.line ?? 0);
    closeCard(reader);
  }
}

/** The pending line is complete: it becomes a property of the card. */
export function flush(reader: Reader): void {
  const { pending, open, text } = reader;
  const current = open[open.length - 1];
  if (pending.start < 0 || current === undefined) return;
  const { card, around } = current;
  const { line, parts } = pending;
  const isTooLong = pending.length > LONGEST_LINE;
  const property = isTooLong ? undefined : finishProperty(text, pending, around);
  pending.start = -1;
  pending.isSoft = false;
  if (property === undefined) return report(reader, isTooLong ? 'LINE_TOO_LONG' : 'BAD_LINE', line);
  if (property.name === 'VERSION' && property.group === '')
    card.version = around.version = property.value.trim().slice(0, 20);
  else {
    card.properties.push(property);
    if (property.name === 'AGENT') readAgent(reader, property, parts);
  }
}

/**
 * The card inside an AGENT, in the ways it is written: folded line by line (then it is all there), escaped into one
 * value (RFC 2426 §3.5.4), or in the lines that follow (vCard 2.1).
 */
function readAgent(reader: Reader, agent: OpenProperty, parts: readonly string[] | undefined): void {
  if (!/^\s*BEGIN\s*:\s*VCARD/i.test(agent.value) || reader.depth >= DEEPEST) return;
  const isFolded = parts !== undefined && /BEGIN\s*:\s*VCARD\s*$/i.test(parts[0] ?? '');
  const text = isFolded
    ? ['BEGIN:VCARD', ...parts.slice(1).map((part) => part.trimStart())].join('\n')
    : unescaped(agent.value);
  if (/^\s*BEGIN\s*:\s*VCARD\s*$/i.test(text)) {
    agent.value = '';
    return begin(reader, agent.line, 0);
  }
  const { values, depth, readAll } = reader;
  const take = (card: VCard) => (agent.nested ??= card);
  readAll(readerOf(text, { values, maxCards: 1, depth: depth + 1, line: agent.line, take, readAll }));
  if (isFolded) agent.value = escaped(text);
}

export function report({ open, issues }: Reader, code: IssueCode, line: number): void {
  const list = open[open.length - 1]?.card.issues ?? issues;
  if (list.length < MOST_ISSUES) list.push({ line, code, params: {} });
}
