// LDAP Data Interchange Format (RFC 2849): records of attributes, as directories and address books write them.
import { base64Bytes } from './vcard/quoted-printable.ts';

export interface LdifAttribute {
  /** 1-based physical line it starts on. */
  readonly line: number;
  /** Without options, lower case: LDAP's names have none. */
  readonly name: string;
  /** `lang-de`, `binary`, lower case. */
  readonly options: readonly string[];
  /** Decoded; base64 as it is for what is no text; an address (`:<`) as it is, which nobody ever opens. */
  readonly value: string;
  readonly form: 'text' | 'base64' | 'url';
}

export interface LdifRecord {
  /** 1-based physical line of its first line. */
  readonly line: number;
  /** The distinguished name; empty where a record has none. */
  readonly dn: string;
  /** `add` where it says nothing; lower case. */
  readonly changetype: string;
  readonly attributes: readonly LdifAttribute[];
}

export interface Ldif {
  readonly records: readonly LdifRecord[];
  /** Lines that are none of the format; the record around them is kept. */
  readonly badLines: readonly { readonly line: number; readonly text: string }[];
}

const LF = 10;
const CR = 13;
const SPACE = 32;
const TAB = 9;
/** Longer than any picture the book takes. */
const LONGEST_VALUE = 16 * 1024 * 1024;

interface Logical {
  readonly line: number;
  readonly text: string;
}

interface Cursor {
  readonly text: string;
  at: number;
  line: number;
}

/** The rest of the physical line; the cursor then stands on the next one. */
function physicalLine(cursor: Cursor): string {
  const { text, at } = cursor;
  let end = at;
  for (; end < text.length; end++) {
    const code = text.charCodeAt(end);
    if (code === LF || code === CR) break;
  }
  cursor.at = text.charCodeAt(end) === CR && text.charCodeAt(end + 1) === LF ? end + 2 : end + 1;
  cursor.line++;
  return text.slice(at, end);
}

/**
 * The logical line at the cursor: with the lines that go on with one space, which is not part of it (RFC 2849 note 2).
 * A tab does as well: some products fold like mail.
 */
function logicalLine(cursor: Cursor): Logical {
  const { line } = cursor;
  const first = physicalLine(cursor);
  const next = () => cursor.text.charCodeAt(cursor.at);
  if (next() !== SPACE && next() !== TAB) return { line, text: first };
  const pieces = [first];
  let length = first.length;
  while (next() === SPACE || next() === TAB) {
    cursor.at++;
    const piece = physicalLine(cursor);
    length += piece.length;
    if (length <= LONGEST_VALUE) pieces.push(piece);
  }
  return { line, text: pieces.join('') };
}

const DESCRIPTION = /^[A-Za-z0-9._][A-Za-z0-9._-]*(?:;[A-Za-z0-9._=-]*)*$/;
/** Values that are no text, by their usual names; `;binary` says it too. */
const BINARY =
  /^(?:jpegphoto|thumbnailphoto|thumbnaillogo|photo|audio|usercertificate|usersmimecertificate|userpkcs12|cacertificate|objectguid|objectsid|msexch\w*guid|msexch\w*sid)$/;

function decodedText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Older directories (LDAP version 2) and address books encode what they have: Latin letters of Windows.
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** One `name;option: value` line; undefined when it is none. */
function attributeOf({ line, text }: Logical): LdifAttribute | undefined {
  const colon = text.indexOf(':');
  if (colon < 1 || colon > 200) return undefined;
  const description = text.slice(0, colon).trim();
  if (!DESCRIPTION.test(description)) return undefined;
  const [name = '', ...options] = description.toLowerCase().split(';');
  const sign = text.charAt(colon + 1);
  if (sign === '<') return { line, name, options, value: text.slice(colon + 2).trim(), form: 'url' };
  if (sign !== ':') {
    let start = colon + 1;
    while (text.charCodeAt(start) === SPACE) start++;
    return { line, name, options, value: text.slice(start), form: 'text' };
  }
  const encoded = text.slice(colon + 2).replace(/\s+/g, '');
  if (options.includes('binary') || BINARY.test(name))
    return { line, name, options, value: encoded, form: 'base64' };
  const bytes = base64Bytes(encoded);
  return bytes && { line, name, options, value: decodedText(bytes), form: 'text' };
}

interface Growing {
  line: number;
  dn: string | undefined;
  changetype: string;
  attributes: LdifAttribute[];
}

const empty = (line: number): Growing => ({ line, dn: undefined, changetype: 'add', attributes: [] });

/** What `ldapsearch` writes below its results. */
const TRAILER = /^(?:search|result|ref|control|numresponses|numentries|numreferences|version)$/;

function finish(growing: Growing, records: LdifRecord[]): void {
  const { line, dn, changetype, attributes } = growing;
  if (dn === undefined && attributes.every(({ name }) => TRAILER.test(name))) return;
  records.push({ line, dn: dn ?? '', changetype, attributes });
}

function take(growing: Growing, attribute: LdifAttribute): void {
  const { name, value, line } = attribute;
  if (growing.dn === undefined && growing.attributes.length === 0) growing.line = line;
  if (name === 'dn') growing.dn = value;
  else if (name === 'changetype') growing.changetype = value.trim().toLowerCase();
  else growing.attributes.push(attribute);
}

const isNewRecord = (growing: Growing, { name }: LdifAttribute) =>
  name === 'dn' && (growing.dn !== undefined || growing.attributes.length > 0) && !isVersionOnly(growing);

const isVersionOnly = ({ dn, attributes }: Growing) =>
  dn === undefined && attributes.every(({ name }) => name === 'version');

const LONGEST_SHOWN = 100;

/**
 * All records of a text. Lines end in LF, CRLF or CR; comments and the version are passed over; a `dn:` starts a record
 * with or without a blank line before it. Base64 is UTF-8, else windows-1252. A line that is none is reported and costs
 * nothing else. Linear in the length of the text. Never throws.
 */
export function readLdif(text: string): Ldif {
  const cursor: Cursor = { text, at: text.charCodeAt(0) === 0xfeff ? 1 : 0, line: 1 };
  const records: LdifRecord[] = [];
  const badLines: { line: number; text: string }[] = [];
  let growing = empty(1);
  while (cursor.at < text.length) {
    const logical = logicalLine(cursor);
    if (logical.text.trim() === '') {
      finish(growing, records);
      growing = empty(cursor.line);
      continue;
    }
    // A lone hyphen parts the changes of one record (RFC 2849, mod-spec).
    if (logical.text.startsWith('#') || logical.text === '-') continue;
    const attribute = attributeOf(logical);
    if (!attribute) {
      badLines.push({ line: logical.line, text: logical.text.slice(0, LONGEST_SHOWN) });
      continue;
    }
    if (isNewRecord(growing, attribute)) {
      finish(growing, records);
      growing = empty(logical.line);
    }
    take(growing, attribute);
  }
  finish(growing, records);
  return { records, badLines };
}

/** The parts of a distinguished name (RFC 4514) as `[attribute, value]`, lower-case attributes, escapes undone. */
export function partsOfDn(dn: string): (readonly [name: string, value: string])[] {
  const parts: (readonly [string, string])[] = [];
  for (const piece of dn.slice(0, 4000).match(/(?:\\[^]|[^\\,+])+/g) ?? []) {
    const equals = piece.indexOf('=');
    if (equals < 1) continue;
    parts.push([piece.slice(0, equals).trim().toLowerCase(), unescapedDn(piece.slice(equals + 1).trim())]);
  }
  return parts;
}

/** `\2C` and `\,` are commas; bytes of UTF-8 come as one pair of digits each. */
function unescapedDn(text: string): string {
  if (!text.includes('\\')) return text;
  return text
    .replace(/(?:\\[0-9A-Fa-f]{2})+/g, (run) =>
      decodedText(Uint8Array.from(run.split('\\').slice(1), (pair) => Number.parseInt(pair, 16))),
    )
    .replace(/\\([^])/g, '$1');
}
