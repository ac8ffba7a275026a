// The parameters between a property's name and its colon: vCard 2.1's bare words, 3.0's and 4.0's name=value.
import { charsetNamed } from './charsets.ts';
import { NO_PARAMETERS, type VCardParameters } from './model.ts';

const COLON = 58;
const QUOTE = 34;
const BACKSLASH = 92;
const EQUALS = 61;
const COMMA = 44;
const SEMICOLON = 59;

/**
 * Where the head of a line ends: the colon that parts parameters and value, -1 when there is none before `end`. `from`
 * stands behind the name. A colon in quotes does not count, nor one inside a URI that somebody left unquoted
 * (`X-ID=urn:uuid:…`, `GEO=geo:1,2`), as long as another one follows. A quote that never closes is a letter.
 */
export function headEnd(text: string, from: number, end: number): number {
  let valueAt = from;
  let inUri = -1;
  for (let at = from; at < end; at++) {
    const code = text.charCodeAt(at);
    if (code === COLON) {
      if (text.charCodeAt(valueAt - 1) !== EQUALS || !isUri(text, valueAt, at)) return at;
      if (inUri < 0) inUri = at;
    } else if (code === SEMICOLON || code === EQUALS || code === COMMA) valueAt = at + 1;
    else at = behindLetter(text, { at, valueAt, end });
  }
  return inUri;
}

/** The last position of what is one letter to a head: an escaped sign, a whole quoted string. */
function behindLetter(
  text: string,
  { at, valueAt, end }: { readonly at: number; readonly valueAt: number; readonly end: number },
): number {
  const code = text.charCodeAt(at);
  if (code === BACKSLASH) return at + 1;
  return code === QUOTE && at === valueAt ? (closingQuote(text, at, end) ?? at) : at;
}

const LONGEST_SCHEME = 8;

/** Is what stands between the start of a parameter's value and a colon the scheme of a URI that goes on behind it? */
function isUri(text: string, from: number, colon: number): boolean {
  if (colon - from > LONGEST_SCHEME) return false;
  const scheme = text.slice(from, colon).toLowerCase();
  if (/^(?:https?|ftp|ldaps?)$/.test(scheme)) return text.startsWith('//', colon + 1);
  return (
    scheme === 'urn' || scheme === 'urn:uuid' || (scheme === 'geo' && /[\d.+-]/.test(text.charAt(colon + 1)))
  );
}

/** The quote that closes the one at `at`; undefined when the line has none. `\"` is a letter unless the value ends there. */
function closingQuote(text: string, at: number, end: number): number | undefined {
  for (let i = at + 1; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === QUOTE && (text.charCodeAt(i - 1) !== BACKSLASH || isBoundary(text.charCodeAt(i + 1))))
      return i;
  }
  return undefined;
}

const isBoundary = (code: number) =>
  code === COLON || code === SEMICOLON || code === COMMA || Number.isNaN(code);

interface Collected {
  readonly values: Map<string, string[]>;
  readonly carets: boolean;
}

/**
 * The parameters of a head, from its first semicolon on, without the colon. Bare words are TYPE, except what vCard 2.1
 * allows them to say of the encoding, the charset, the language and the place of the value. Repeated parameters and
 * lists become one list; `TYPE="work,voice"` is one too. `carets`: RFC 6868, which vCard 2.1 does not know.
 */
export function parseParameters(head: string, carets = true): VCardParameters {
  const collected: Collected = { values: new Map(), carets };
  let from = 1;
  while (from <= head.length) {
    const end = parameterEnd(head, from);
    addParameter(collected, head.slice(from, end));
    from = end + 1;
  }
  if (collected.values.size === 0) return NO_PARAMETERS;
  return Object.freeze(Object.fromEntries(collected.values));
}

function parameterEnd(head: string, from: number): number {
  let valueAt = from;
  for (let at = from; at < head.length; at++) {
    const code = head.charCodeAt(at);
    if (code === SEMICOLON) return at;
    if (code === EQUALS || code === COMMA) valueAt = at + 1;
    else at = behindLetter(head, { at, valueAt, end: head.length });
  }
  return head.length;
}

const NAME = /^[A-Za-z0-9_.-]{1,100}$/;

function addParameter(collected: Collected, text: string): void {
  const equals = text.indexOf('=');
  const name = (equals < 0 ? '' : text.slice(0, equals)).trim();
  if (!NAME.test(name)) {
    const word = text.trim();
    if (word !== '') add(collected, bareName(word), [word]);
    return;
  }
  const key = name.toUpperCase();
  add(collected, key, valuesOf(key, text.slice(equals + 1), collected.carets));
}

function add({ values }: Collected, name: string, more: readonly string[]): void {
  const there = values.get(name);
  if (there) there.push(...more);
  else values.set(name, [...more]);
}

/** What a word without a name says (vCard 2.1 §2.1.4, §2.1.5; `utf-8` and `de-DE` alone come from real products). */
function bareName(word: string): string {
  if (/^(?:quoted-printable|base64|b|q|[78]bit)$/i.test(word)) return 'ENCODING';
  if (/^(?:inline|url|uri|cid|content-id|vcard)$/i.test(word)) return 'VALUE';
  if (/^[a-z]{2}-[a-z]{2}$/i.test(word)) return 'LANGUAGE';
  if (/^(?:utf|iso|windows|us-ascii|big5|gb|euc|koi8|shift)/i.test(word) && charsetNamed(word))
    return 'CHARSET';
  return 'TYPE';
}

/** Parameters whose comma belongs to the text even where nobody quoted it. */
const SINGLE = new Set(['LABEL', 'GEO', 'CN', 'ENCODING', 'CHARSET', 'X-USER']);

function valuesOf(name: string, text: string, carets: boolean): string[] {
  const values: string[] = [];
  for (const part of SINGLE.has(name) ? [text] : listOf(text)) {
    const value = plain(part, carets);
    if (name !== 'TYPE') values.push(value);
    // `TYPE=HOME,TYPE=VOICE` is a list in which somebody repeated the name.
    else values.push(...value.split(',').map((type) => type.trim().replace(/^TYPE=/i, '')));
  }
  return name === 'TYPE' ? values.filter(Boolean) : values;
}

/** Parts a list at the commas outside quotes. */
function listOf(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === COMMA) {
      parts.push(text.slice(from, at));
      from = at + 1;
    } else at = behindLetter(text, { at, valueAt: from, end: text.length });
  }
  parts.push(text.slice(from));
  return parts;
}

const CARET = /\^(?:n|'|\^)/g;

/** Without its quotes, its escaped separators and its carets (RFC 6868 §3.2). */
function plain(text: string, carets: boolean): string {
  let value = text.trim();
  if (value.length > 1 && value.startsWith('"') && value.endsWith('"')) value = value.slice(1, -1);
  if (value.includes('\\')) value = value.replace(/\\([;,:"])/g, '$1');
  if (!carets || !value.includes('^')) return value;
  return value.replace(CARET, (caret) => (caret === '^n' ? '\n' : caret === "^'" ? '"' : '^'));
}
