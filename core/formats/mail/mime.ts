// The words of a letter's body (RFC 2045, 2046, 2231): the parts that are text, decoded, and letters inside it.
import { base64Bytes, charsetText } from './charsets.ts';
import { fieldText, headerFields, type HeaderField } from './header-fields.ts';
import { htmlText } from './html-text.ts';

export interface BodyText {
  /** What the text/plain parts say. */
  readonly plain: string;
  /** What the text/html parts say, without tags. */
  readonly html: string;
  readonly links: readonly string[];
  /** Letters enclosed as message/rfc822; what they say is among the texts above as well. */
  readonly letters: readonly EnclosedLetter[];
}

export interface EnclosedLetter {
  readonly fields: readonly HeaderField[];
  readonly body: Uint8Array;
}

/** Deeper nesting and more parts than letters have. */
const DEEPEST = 8;
const MOST_PARTS = 200;

interface Gathered {
  readonly plain: string[];
  readonly html: string[];
  readonly links: string[];
  readonly letters: EnclosedLetter[];
  parts: number;
}

/**
 * The type of a part and one of its parameters (RFC 2045 §5.1), quoted or not, also continued and with a charset
 * (`boundary*0="…"; boundary*1="…"`, RFC 2231). Names are looked up in lower case.
 */
export function contentType(value: string): {
  readonly type: string;
  readonly parameter: (name: string) => string;
} {
  const flat = value.replace(/\r?\n[ \t]/g, ' ').slice(0, 20_000);
  const type = (/^\s*([\w.+-]{1,100}\/[\w.+-]{1,100})/.exec(flat)?.[1] ?? '').toLowerCase();
  const parameters = new Map<string, string>();
  for (const match of flat.matchAll(
    /;\s{0,50}([\w-]{1,60}(?:\*\d{1,3})?\*?)\s{0,50}=\s{0,50}(?:"((?:[^"\\]|\\.){0,2000})"|([^;"\s]{1,2000}))/g,
  )) {
    const name = (match[1] ?? '').toLowerCase();
    const text = match[2]?.replace(/\\(.)/g, '$1') ?? match[3] ?? '';
    if (!parameters.has(name)) parameters.set(name, text);
  }
  return { type, parameter: (name) => wholeParameter(parameters, name) };
}

function wholeParameter(parameters: ReadonlyMap<string, string>, name: string): string {
  const plain = parameters.get(name);
  if (plain !== undefined) return plain;
  let text = parameters.get(`${name}*`) ?? '';
  for (let at = 0; text === '' || at > 0; at++) {
    const piece = parameters.get(`${name}*${at}`) ?? parameters.get(`${name}*${at}*`);
    if (piece === undefined) break;
    text += piece;
  }
  const [, charset = '', encoded] = /^([\w-]*)'[\w-]*'(.*)$/s.exec(text) ?? [];
  return encoded === undefined ? text : charsetText(percentBytes(encoded), charset);
}

function percentBytes(text: string): Uint8Array {
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const hex = text.charAt(i) === '%' ? text.slice(i + 1, i + 3) : '';
    const isHex = /^[0-9a-f]{2}$/i.test(hex);
    bytes.push(isHex ? Number.parseInt(hex, 16) : text.charCodeAt(i) & 0xff);
    if (isHex) i += 2;
  }
  return Uint8Array.from(bytes);
}

/** Quoted-printable (RFC 2045 §6.7); what is none of it stands for itself, white space before a line's end is dropped. */
export function quotedPrintableBytes(bytes: Uint8Array): Uint8Array {
  const decoded = new Uint8Array(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const byte = bytes[i]!;
    if (byte !== 61) {
      decoded[length++] = byte;
      continue;
    }
    let next = i + 1;
    while (bytes[next] === 32 || bytes[next] === 9 || bytes[next] === 13) next++;
    if (bytes[next] === 10 || next >= bytes.length) {
      i = next;
      continue;
    }
    const value = hexByte(bytes[i + 1], bytes[i + 2]);
    decoded[length++] = value < 0 ? byte : value;
    if (value >= 0) i += 2;
  }
  return decoded.subarray(0, length);
}

/** What two hexadecimal digits say, or -1. */
const hexByte = (high: number | undefined, low: number | undefined) =>
  isHexDigit(high) && isHexDigit(low) ? Number.parseInt(String.fromCharCode(high, low), 16) : -1;

const isHexDigit = (code: number | undefined): code is number =>
  code !== undefined && ((code > 47 && code < 58) || (code > 64 && code < 71) || (code > 96 && code < 103));

/** The bytes of a text of which every letter is one byte, and the other way round. */
function binaryText(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return text;
}

function decodedBytes(bytes: Uint8Array, encoding: string): Uint8Array {
  if (/^\s*quoted-printable/i.test(encoding)) return quotedPrintableBytes(bytes);
  return /^\s*base64/i.test(encoding) ? base64Bytes(binaryText(bytes)) : bytes;
}

/** The parts of a multipart body (RFC 2046 §5.1); text before the first boundary and behind the last is no part. */
function partsOf(bytes: Uint8Array, boundary: string): Uint8Array[] {
  const text = `\n${binaryText(bytes)}`;
  const mark = `\n--${boundary}`;
  const parts: Uint8Array[] = [];
  let start = -1;
  for (let at = text.indexOf(mark); at >= 0 && parts.length < MOST_PARTS; at = text.indexOf(mark, at + 1)) {
    const behind = text.slice(at + mark.length, at + mark.length + 2);
    // `--ab` is no boundary `a`.
    if (!/^(?:--|\s|$)/.test(behind)) continue;
    // The text is one letter longer than the bytes, so `at` is where the LF before the boundary stands, less one.
    if (start >= 0) parts.push(bytes.subarray(start, Math.max(start, at - 1)));
    const lineEnd = text.indexOf('\n', at + 1);
    if (lineEnd < 0 || behind === '--') return parts;
    start = lineEnd;
  }
  // Cut off before its last boundary: what is there counts.
  if (start >= 0 && start < bytes.length && parts.length < MOST_PARTS) parts.push(bytes.subarray(start));
  return parts;
}

function gather(fields: readonly HeaderField[], body: Uint8Array, depth: number, into: Gathered): void {
  if (depth > DEEPEST || ++into.parts > MOST_PARTS) return;
  const { type, parameter } = contentType(fieldText(fields, 'content-type'));
  const encoding = fieldText(fields, 'content-transfer-encoding');
  if (type.startsWith('multipart/')) {
    const boundary = parameter('boundary');
    for (const part of boundary === '' ? [] : partsOf(body, boundary)) {
      const { fields: partFields, bodyAt } = headerFields(part);
      gather(partFields, part.subarray(bodyAt), depth + 1, into);
    }
  } else if (type === 'message/rfc822') {
    const bytes = decodedBytes(body, encoding);
    const { fields: letterFields, bodyAt } = headerFields(bytes);
    const enclosed = bytes.subarray(bodyAt);
    into.letters.push({ fields: letterFields, body: enclosed });
    gather(letterFields, enclosed, depth + 1, into);
  } else if (type === 'text/html') {
    const { text, links } = htmlText(charsetText(decodedBytes(body, encoding), parameter('charset')));
    into.html.push(text);
    into.links.push(...links);
  } else if (type === 'text/plain' || type === '') {
    into.plain.push(charsetText(decodedBytes(body, encoding), parameter('charset')));
  }
}

/** What a letter's body says, by its Content-Type and Content-Transfer-Encoding. Total: damaged parts say what they can. */
export function bodyText(fields: readonly HeaderField[], body: Uint8Array): BodyText {
  const into: Gathered = { plain: [], html: [], links: [], letters: [], parts: 0 };
  gather(fields, body, 0, into);
  return {
    plain: into.plain.join('\n'),
    html: into.html.join('\n'),
    links: into.links,
    letters: into.letters,
  };
}
