// Values as people type them, and as the book writes them (ADR 0021).
import type { FormValue } from '#core/contacts/model.ts';
import { escaped } from '#core/formats/vcard/escapes.ts';
import { accountUri, serviceNamed } from '#core/imports/sources/vcard-services.ts';
import { componentsOf, plainText } from '#renderer/people/components.ts';
import { propertyText } from '#renderer/people/property.ts';
import { i18n, locale } from '#renderer/strings/i18n.ts';

/** Shown otherwise than they are written: without schemes, codes in words. */
const IN_WORDS: ReadonlySet<string> = new Set(['IMPP', 'TEL', 'RELATED', 'GENDER', 'LANG']);

/** The text of a value as its field shows it. */
export function shownText(value: FormValue): string {
  if (value.name.startsWith('X-')) return plainText(value.value);
  return IN_WORDS.has(value.name) ? propertyText(value) : value.value;
}

const WRITERS: Readonly<Partial<Record<string, (text: string, service: string) => string>>> = {
  IMPP: (text, service) => accountUri(text, serviceNamed(service)),
  GENDER: writtenGender,
  LANG: (text) => tagOf(text) ?? text,
  URL: (text) => (/^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`),
};

/** What was typed, as the book writes it; empty stays empty. */
export function writtenText(name: string, typed: string, service: string): string {
  const text = typed.trim();
  if (text === '') return '';
  return name.startsWith('X-') ? escaped(text) : (WRITERS[name]?.(text, service) ?? text);
}

const SEXES = ['M', 'F', 'O', 'N', 'U'] as const;

/** vCard's letter where the word is the one we have for it, else the words alone (RFC 6350 §6.2.7). */
function writtenGender(text: string): string {
  const same = (word: string) => word.toLocaleLowerCase() === text.toLocaleLowerCase();
  return SEXES.find((sex) => sex === text || same(i18n.t(`people:gender.${sex}`))) ?? `;${escaped(text)}`;
}

const LETTERS = Array.from('abcdefghijklmnopqrstuvwxyz');
const tongues = new Map<string, ReadonlyMap<string, string>>();

/** Languages with a code of two letters, by their names in the language of the page, as written there. */
function tonguesIn(language: string): ReadonlyMap<string, string> {
  const known = tongues.get(language);
  if (known !== undefined) return known;
  const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
  const found = new Map<string, string>();
  for (const tag of LETTERS.flatMap((first) => LETTERS.map((second) => first + second))) {
    const name = names.of(tag);
    if (name !== undefined && !found.has(name)) found.set(name, tag);
  }
  tongues.set(language, found);
  return found;
}

export const languageNames = (): string[] => [...tonguesIn(locale()).keys()].toSorted();

/** The tag of a language named in words, or a tag in its usual form; undefined for any other word (BCP 47). */
export function tagOf(text: string): string | undefined {
  const folded = text.toLocaleLowerCase();
  for (const language of new Set([locale(), 'en'])) {
    for (const [name, tag] of tonguesIn(language)) if (name.toLocaleLowerCase() === folded) return tag;
  }
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8})*$/i.test(text)) return undefined;
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    // RangeError is how it says that this is no tag.
    return undefined;
  }
}

/** The seven parts of an `ADR` (RFC 6350 §6.3.1), in its order. */
export const ADDRESS_PARTS = ['box', 'extended', 'street', 'locality', 'region', 'code', 'country'] as const;
export type AddressPart = (typeof ADDRESS_PARTS)[number];
export type Address = Record<AddressPart, string>;

export function addressOf(value: string): Address {
  const [box = '', extended = '', street = '', locality = '', region = '', code = '', country = ''] =
    componentsOf(value);
  return { box, extended, street, locality, region, code, country };
}

/** The parts as `ADR` writes them; empty where nothing is said. What RFC 9554 repeats after them is not said anew. */
export function writtenAddress(address: Address): string {
  const parts = ADDRESS_PARTS.map((part) => escaped(address[part].trim()));
  return parts.every((part) => part === '') ? '' : parts.join(';');
}

/** A property of one's own, by its label: its letters in ASCII capitals, as tables with such a column become one. */
export function ownName(label: string): string {
  const bare = label
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
  if (!/[A-Z]/.test(bare)) return 'X-FIELD';
  return bare.startsWith('X-') ? bare : `X-${bare}`;
}
