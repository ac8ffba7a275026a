// The line of a card that is being put together: its first physical line and whatever is folded onto it.
import { nameEnd as endOfName } from './lines.ts';
import { headEnd, parseParameters } from './parameters.ts';
import { transferEncoding } from './values.ts';

/** SECURITY: a line that never ends must not be held in memory a second time. */
export const LONGEST_LINE = 16 * 1024 * 1024;

export interface Pending {
  /** Physical line it starts on. */
  line: number;
  start: number;
  end: number;
  /** Where its name ends, counted from the beginning of the text; -1 when that is on one of the next lines. */
  nameEnd: number;
  /** All its parts once it has more than one. */
  parts: string[] | undefined;
  length: number;
  /** Length of the physical line read last. */
  lastLength: number;
  /** Blank lines since. */
  blanks: number;
  /** Ends in a quoted-printable soft line break. */
  isSoft: boolean;
  kind: LineKind | undefined;
}

/** What a line without indentation that is no property of its own may be. */
export type LineKind = 'quoted-printable' | 'base64' | 'text' | 'other';

/** Starts with a physical line; the object is used again, there are a million of them. */
export function startPending(pending: Pending, start: number, end: number): void {
  pending.start = start;
  pending.end = end;
  pending.parts = undefined;
  pending.length = end - start;
  pending.lastLength = end - start;
  pending.blanks = 0;
  pending.isSoft = false;
  pending.kind = undefined;
}

export const noPending = (): Pending => ({
  line: 0,
  start: -1,
  end: -1,
  nameEnd: -1,
  parts: undefined,
  length: 0,
  lastLength: 0,
  blanks: 0,
  isSoft: false,
  kind: undefined,
});

/** Folds a part onto the line; what is too long is counted, not kept. */
export function appendPart(pending: Pending, text: string, part: string): void {
  pending.parts ??= [text.slice(pending.start, pending.end)];
  pending.length += part.length;
  pending.lastLength = part.length;
  pending.blanks = 0;
  if (pending.length <= LONGEST_LINE) pending.parts.push(part);
}

/** Takes the `=` away that a soft line break ends in. */
export function cutSoftBreak(pending: Pending, text: string): void {
  const parts = (pending.parts ??= [text.slice(pending.start, pending.end)]);
  parts.push((parts.pop() ?? '').replace(/=[ \t]*$/, ''));
  pending.isSoft = false;
}

const TEXTS = new Set('NOTE ADR LABEL DESCRIPTION X-NOTE COMMENT'.split(' '));

/** What kind of line it is; worked out only when something odd follows, and once. */
export function kindOf(pending: Pending, text: string): LineKind {
  return (pending.kind ??= kindOfHead(pending, text));
}

function kindOfHead({ parts, start, end, nameEnd }: Pending, text: string): LineKind {
  const whole = parts === undefined ? text.slice(start, end) : parts.join('');
  const named = nameEnd < 0 ? Math.max(0, endOfName(whole, 0, whole.length)) : nameEnd - start;
  const colon = headEnd(whole, named, whole.length);
  const head = whole.slice(named, colon < 0 ? whole.length : colon);
  const encoding = head === '' ? '' : transferEncoding(parseParameters(head));
  if (encoding !== '') return encoding;
  const name = whole
    .slice(0, nameEnd - start)
    .toUpperCase()
    .trim();
  if (TEXTS.has(name.slice(name.lastIndexOf('.') + 1))) return 'text';
  return whole
    .slice(colon + 1, colon + 80)
    .trim()
    .toLowerCase()
    .startsWith('data:')
    ? 'base64'
    : 'other';
}
