// One unfolded line to a property: group, name, parameters, value.
import { codePageOfLanguage, decodedAs, decodedUtf8 } from './charsets.ts';
import { nameEnd as endOfName } from './lines.ts';
import { NO_PARAMETERS, type VCardParameters } from './model.ts';
import { headEnd, parseParameters } from './parameters.ts';
import type { Pending } from './pending.ts';
import { bytesOf } from './source-text.ts';
import { type CardHints, type OpenProperty, setValue, type ValueReader } from './values.ts';

interface Named {
  readonly written: string;
  readonly group: string;
  readonly name: string;
  /** What came after it last time: cards of one product go through their properties in one order. */
  next: Named | undefined;
  /** The parameters it had last time, as written and read, where no other text could be meant by these letters. */
  head: string;
  parameters: VCardParameters;
}

/** Heads seen before: a file of a hundred thousand cards has a few dozen different ones. */
export interface Heads {
  readonly names: Map<string, Named>;
  readonly parameters: Map<string, VCardParameters>;
  last: Named | undefined;
}

/** SECURITY: a file of nothing but different heads fills no map. */
const MOST_HEADS = 4096;
const LONGEST_HEAD = 200;

export const heads = (): Heads => ({ names: new Map(), parameters: new Map(), last: undefined });

/** Group and name between two positions; the one that is expected there costs no copy of the text. */
function named(known: Heads, text: string, start: number, end: number): Named {
  const { last } = known;
  const expected = last?.next;
  if (expected?.written.length === end - start && text.startsWith(expected.written, start))
    return (known.last = expected);
  const found = namedAs(known, text.slice(start, end));
  if (last !== undefined) last.next = found;
  return (known.last = found);
}

function namedAs({ names }: Heads, written: string): Named {
  const known = names.get(written);
  if (known) return known;
  const trimmed = written.trim();
  const dot = trimmed.lastIndexOf('.');
  const fresh: Named = {
    written,
    group: dot < 0 ? '' : trimmed.slice(0, dot),
    name: trimmed.slice(dot + 1).toUpperCase(),
    next: undefined,
    head: '',
    parameters: NO_PARAMETERS,
  };
  if (names.size < MOST_HEADS) names.set(written, fresh);
  return fresh;
}

function parametersOf({ parameters }: Heads, head: string, carets: boolean): VCardParameters {
  const key = carets ? head : `^${head}`;
  const known = parameters.get(key);
  if (known) return known;
  const fresh = parseParameters(head, carets);
  if (parameters.size < MOST_HEADS && head.length <= LONGEST_HEAD) parameters.set(key, fresh);
  return fresh;
}

const HIGH = /\P{ASCII}/u;

/** Letters of the parameters themselves, a LABEL mostly, in a file that is read byte by byte. */
function headText(head: string, { values, hints }: Around): string {
  if (!values.isBytes || !HIGH.test(head)) return head;
  const bytes = bytesOf(head);
  const own = /CHARSET=([\w-]+)/i.exec(head)?.[1] ?? hints.charset;
  const page = codePageOfLanguage(hints.language) ?? 'windows-1252';
  return decodedUtf8(bytes) ?? decodedAs(own, bytes) ?? decodedAs(page, bytes) ?? head;
}

/** What the card around a line says. */
export interface Around {
  version: string;
  readonly hints: CardHints;
  readonly heads: Heads;
  readonly values: ValueReader;
}

const COLON = 58;
/** No quotes, no carets, nothing that is read one way or the other by what stands behind it. */
const UNMISTAKABLE = /^[\w;=,-]+(?<!=(?:https?|ftp|ldaps?|urn|geo))$/i;

interface Head {
  /** Where the colon is; -1 without one. */
  readonly colon: number;
  readonly parameters: VCardParameters;
}

/** The parameters behind a name and the colon behind them. */
function headBehind(
  name: Named,
  text: string,
  { from, end, around }: { readonly from: number; readonly end: number; readonly around: Around },
): Head {
  if (text.charCodeAt(from) === COLON) return { colon: from, parameters: NO_PARAMETERS };
  const usual = from + name.head.length;
  if (usual > from && usual < end && text.charCodeAt(usual) === COLON && text.startsWith(name.head, from))
    return { colon: usual, parameters: name.parameters };
  const colon = headEnd(text, from, end);
  if (colon < 0) return { colon, parameters: NO_PARAMETERS };
  const head = text.slice(from, colon);
  const parameters = parametersOf(around.heads, headText(head, around), around.version !== '2.1');
  if (head.length <= LONGEST_HEAD && UNMISTAKABLE.test(head)) {
    name.head = head;
    name.parameters = parameters;
  }
  return { colon, parameters };
}

/** The property a line is; undefined when it has no name or no colon. */
export function finishProperty(text: string, pending: Pending, around: Around): OpenProperty | undefined {
  const { parts } = pending;
  const whole = parts === undefined ? text : parts.join('');
  const start = parts === undefined ? pending.start : 0;
  const end = parts === undefined ? pending.end : whole.length;
  const nameEnd =
    pending.nameEnd < 0 ? endOfName(whole, start, end) : pending.nameEnd - pending.start + start;
  if (nameEnd < 0) return undefined;
  const known = named(around.heads, whole, start, nameEnd);
  const { group, name } = known;
  if (name === '') return undefined;
  const { colon, parameters } = headBehind(known, whole, { from: nameEnd, end, around });
  if (colon < 0) return undefined;
  const { hints, values } = around;
  const raw = whole.slice(colon + 1, end);
  const property: OpenProperty = { line: pending.line, group, name, parameters, value: raw };
  if (parameters !== NO_PARAMETERS || values.isBytes) setValue(values, property, raw, hints);
  return property;
}
