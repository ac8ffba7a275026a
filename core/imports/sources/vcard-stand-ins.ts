// What to call somebody by whose card has no name.
import { looksLikeEmail } from '#core/contacts/identity.ts';
import { parted } from '#core/formats/vcard/escapes.ts';
import { transferEncoding } from '#core/formats/vcard/values.ts';
import { fold } from '#core/shared/fold.ts';
import type { DraftProperty } from '../model.ts';
import { clipped } from './contact-builder.ts';
import { plainText } from './vcard-building.ts';

/** The most telling first; any other property comes after them. */
const TELLING =
  'ORG NICKNAME EMAIL TEL IMPP SOCIALPROFILE URL TITLE ROLE ADR NOTE RELATED BDAY ANNIVERSARY CATEGORIES'.split(
    ' ',
  );

/** About the card or the file, or about nobody in particular. */
const SILENT = new Set(
  'UID KIND REV PRODID X-PRODID CLASS SOURCE NAME MAILER CLIENTPIDMAP CREATED LANGUAGE LANG TZ'.split(' '),
);

/** More of a note is no name. */
const LONGEST_SAYING = 80;

/**
 * What a card without a name says of its person that one could call them by: the firm, a nickname, a mailbox, a number,
 * an account, an address, the first words of a note, else the value of whatever property there is. Bytes have no words:
 * of a picture it is the property's name. Empty for a card that says nothing of anybody.
 */
export function standIn(properties: readonly DraftProperty[]): string {
  for (const name of TELLING) {
    const property = properties.find((other) => other.name === name);
    if (property !== undefined) return spoken(property);
  }
  const any = properties.find(({ name }) => !SILENT.has(name));
  return any === undefined ? '' : spoken(any);
}

function spoken({ name, value, parameters = {} }: DraftProperty): string {
  if (transferEncoding(parameters) === 'base64' || /^data:/i.test(value)) return name;
  if (name === 'ADR')
    return parted(value, ';,')
      .map((part) => plainText(part).trim())
      .filter(Boolean)
      .join(', ');
  return name === 'NOTE' ? firstWords(value) : plainText(value);
}

function firstWords(note: string): string {
  const line = /[^\n]*/.exec(note)?.[0] ?? '';
  if (line.length <= LONGEST_SAYING) return line;
  const words = line.slice(0, LONGEST_SAYING + 1).replace(/\s+\S*$/, '');
  return `${clipped(words, LONGEST_SAYING)}…`;
}

/**
 * Is an FN a name that has a given and a family part? Products write the firm, a mailbox or a number there when they
 * know no name.
 */
export const isName = (fn: string, properties: readonly DraftProperty[]): boolean =>
  /\p{L}/u.test(fn) &&
  !(fn.includes('@') && looksLikeEmail(fn)) &&
  !properties.some(({ name, value }) => name === 'ORG' && (value === fn || fold(value) === fold(fn)));
