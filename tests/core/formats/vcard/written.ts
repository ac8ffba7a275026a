// Files of vCards for tests: bytes out of text, in any encoding a test needs.
import type { VCard } from '#core/formats/vcard/model.ts';
import { readVCards } from '#core/formats/vcard/reader.ts';

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Every character up to U+00FF as one byte. */
export const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));

export function utf16(text: string, isLittle: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), isLittle);
  return bytes;
}

export const joined = (...parts: readonly Uint8Array[]): Uint8Array =>
  Uint8Array.from(parts.flatMap((part) => [...part]));

/** A card around these lines. */
export const card = (lines: readonly string[], version = '3.0', end = '\r\n'): string =>
  ['BEGIN:VCARD', `VERSION:${version}`, ...lines, 'END:VCARD', ''].join(end);

export const cardsOf = (text: string): readonly VCard[] => readVCards(utf8(text)).cards;

/** The properties of the only card there is, as `group.NAME=value`. */
export const linesOf = (bytes: Uint8Array | string): string[] => {
  const { cards } = readVCards(typeof bytes === 'string' ? utf8(bytes) : bytes);
  return cards.flatMap(({ properties }) =>
    properties.map(({ group, name, value }) => `${group === '' ? '' : `${group}.`}${name}=${value}`),
  );
};
