// The value of a property out of its unfolded line: transfer encodings undone, letters decoded.
import { codePageOf } from '#core/formats/code-pages.ts';
import {
  codePageOfLanguage,
  charsetNamed,
  decodedAs,
  decodedUtf8,
  isStateful,
  mostlyUtf8,
} from './charsets.ts';
import type { VCardParameters, VCardProperty } from './model.ts';
import { base64Bytes, quotedPrintableBytes } from './quoted-printable.ts';
import { bytesOf } from './source-text.ts';

/** A property while its card is being read. */
export type OpenProperty = { -readonly [Key in keyof VCardProperty]: VCardProperty[Key] };

/** What a card says about how it is written, for those of its values that do not. */
export interface CardHints {
  charset: string;
  language: string;
}

/** A value in some code page nobody has named yet. */
interface Undecided {
  readonly property: OpenProperty;
  readonly bytes: Uint8Array;
  readonly hints: CardHints;
}

export interface ValueReader {
  /** Characters of the text are bytes. */
  readonly isBytes: boolean;
  readonly undecided: Undecided[];
}

const HIGH = /\P{ASCII}/u;

/** ISO-2022-JP is ASCII to the eye. */
const isShifted = (raw: string, charset: string) =>
  raw.includes('\x1b') && isStateful(charset) && !HIGH.test(raw);

/** Sets the value of a property from the text behind its colon. */
export function setValue(reader: ValueReader, property: OpenProperty, raw: string, hints: CardHints): void {
  const { parameters } = property;
  const encoding = transferEncoding(parameters);
  const charset = parameters['CHARSET']?.[0] ?? '';
  takeHints(hints, charset, parameters['LANGUAGE']?.[0]);
  if (encoding === 'quoted-printable') return setQuotedPrintable(reader, { property, hints, charset }, raw);
  if (encoding === 'base64') return setBase64(reader, { property, hints, charset }, raw);
  const isEncoded = reader.isBytes && HIGH.test(raw);
  if (isEncoded || (charset !== '' && isShifted(raw, charset)))
    decodeInto(reader, { property, hints, charset }, bytesOf(raw));
  else property.value = raw;
}

function takeHints(hints: CardHints, charset: string, language: string | undefined): void {
  if (charset !== '' && hints.charset === '' && !/^(?:utf-?8|us-ascii)$/i.test(charset))
    hints.charset = charset;
  if (hints.language === '' && language !== undefined) hints.language = language;
}

/** How a value is wrapped: by its ENCODING parameter in any of its spellings. */
export function transferEncoding(parameters: VCardParameters): '' | 'quoted-printable' | 'base64' {
  const encoding = parameters['ENCODING']?.[0];
  if (encoding === undefined) return '';
  const first = encoding.charCodeAt(0) & ~32;
  if (first === 81) return /^(?:q|quoted-?printable)$/i.test(encoding) ? 'quoted-printable' : '';
  return first === 66 && /^(?:b|base-?64)$/i.test(encoding) ? 'base64' : '';
}

interface Deciding {
  readonly property: OpenProperty;
  readonly hints: CardHints;
  readonly charset: string;
}

const ASCII_RUN = /\p{ASCII}+/gu;

function setQuotedPrintable(reader: ValueReader, deciding: Deciding, raw: string): void {
  if (!raw.includes('=')) {
    if (!reader.isBytes || !HIGH.test(raw)) deciding.property.value = raw;
    else decodeInto(reader, deciding, bytesOf(raw));
  } else if (reader.isBytes || !HIGH.test(raw)) decodeInto(reader, deciding, quotedPrintableBytes(raw));
  // Letters stand among the encoded ones: they are decoded already, only the rest is not.
  else
    deciding.property.value = raw.replace(ASCII_RUN, (run) => {
      const bytes = quotedPrintableBytes(run);
      return (
        decodedAs(deciding.charset, bytes) ?? decodedUtf8(bytes) ?? decodedAs('windows-1252', bytes) ?? run
      );
    });
}

/** Properties that are text; some telephones wrap them in base64 all the same. */
const TEXTS = new Set('N FN NICKNAME ORG TITLE ROLE NOTE ADR LABEL EMAIL TEL URL CATEGORIES'.split(' '));

function setBase64(reader: ValueReader, deciding: Deciding, raw: string): void {
  const { property, charset } = deciding;
  property.value = /\s/.test(raw) ? raw.replace(/\s+/g, '') : raw;
  if (!TEXTS.has(property.name) && charset === '') return;
  const bytes = base64Bytes(property.value);
  if (bytes !== undefined && TEXTS.has(property.name)) decodeInto(reader, deciding, bytes);
}

/** Decodes now where the charset is declared or the bytes tell; else remembers them until the whole file is known. */
function decodeInto(reader: ValueReader, { property, hints, charset }: Deciding, bytes: Uint8Array): void {
  const declared = charset === '' ? undefined : decodedAs(charset, bytes);
  const text = declared ?? decodedUtf8(bytes) ?? mostlyUtf8(bytes);
  if (text === undefined) reader.undecided.push({ property, bytes, hints });
  else property.value = text;
}

/** As many bytes as tell the code page. */
const TELLING = 16_384;

/**
 * Decodes the values left over: as another value of the card declares, as its language was written, else in the code
 * page that all of these values together look like.
 */
export function decodeUndecided({ undecided }: ValueReader): void {
  let usual: string | undefined;
  for (const { property, bytes, hints } of undecided) {
    const declared = charsetNamed(hints.charset) === undefined ? undefined : hints.charset;
    const page = declared ?? codePageOfLanguage(hints.language) ?? (usual ??= pageOf(undecided));
    property.value = decodedAs(page, bytes) ?? decodedAs('windows-1252', bytes) ?? '';
  }
}

/** Fewer letters than these tell nothing: `Reid’s` is a word in half of all code pages. */
const FEWEST = 4;

function pageOf(undecided: readonly Undecided[]): string {
  const sample = new Uint8Array(TELLING);
  let length = 0;
  let letters = 0;
  for (const { bytes } of undecided) {
    if (length + bytes.length + 1 > TELLING) continue;
    sample.set(bytes, length);
    length += bytes.length;
    sample[length++] = 10;
    for (const byte of bytes) if (byte > 127) letters++;
  }
  const page = letters < FEWEST ? 'windows-1252' : codePageOf(sample.subarray(0, length));
  // No product has written vCards in it; what looks like it is a quotation mark of Windows.
  return page === 'macintosh' ? 'windows-1252' : page;
}
