// The properties the book knows, from a vCard's way of writing them to the book's (see PropertyName).
import { looksLikeEmail } from '#core/contacts/identity.ts';
import { parted } from '#core/formats/vcard/escapes.ts';
import type { VCardProperty } from '#core/formats/vcard/model.ts';
import { transferEncoding } from '#core/formats/vcard/values.ts';
import { impp, socialProfile } from './vcard-accounts.ts';
import { adr, geo } from './vcard-addresses.ts';
import {
  add,
  addJoined,
  addUrl,
  type Building,
  draftProperty,
  type Handler,
  isOld,
  isThere,
  plainText,
  report,
  shape,
  verbatim,
} from './vcard-building.ts';
import { readVCardDate } from './vcard-dates.ts';
import { photoValue } from './vcard-photos.ts';
import { relationNamed, writtenLabel } from './vcard-relations.ts';
import { plainLabel, type Shape, shapedWith, verbatimShape } from './vcard-shape.ts';

const text =
  (name: string): Handler =>
  (property, building) =>
    add(building, name, plainText(property.value), shape(property, building));

const email: Handler = (property, building) => {
  const shaped = shape(property, building);
  for (const address of mailboxes(plainText(property.value).trim())) add(building, 'EMAIL', address, shaped);
};

/** One address; several where somebody has put them into one line. */
function mailboxes(written: string): readonly string[] {
  if (!/[,;]/.test(written)) return [mailbox(written)];
  const parts = written
    .split(/[,;]/)
    .map((part) => mailbox(part.trim()))
    .filter(Boolean);
  return parts.every(looksLikeEmail) ? parts : [mailbox(written)];
}

/** The address alone, of a `mailto:` URI or of a name with an address in brackets. */
function mailbox(written: string): string {
  const bare = /^mailto:/i.test(written) ? decodedUri(written.slice(7).replace(/\?.*$/s, '')) : written;
  if (!bare.endsWith('>')) return bare;
  const inner = bare.slice(bare.lastIndexOf('<') + 1, -1).trim();
  return bare.includes('<') && inner.includes('@') ? inner : bare;
}

/** `tel:` URIs (RFC 3966, and its relatives) as people write numbers; any other one as it stands. */
const tel: Handler = (property, building) => {
  const written = plainText(property.value).trim();
  const uri = /^(tel|fax|modem|sms|callto):([^;?]*)(.*)$/is.exec(written);
  if (!uri) return add(building, 'TEL', written, shape(property, building));
  const [, scheme = '', number = '', rest = ''] = uri;
  const extension = /;ext=([^;]{1,20})/i.exec(rest)?.[1];
  const isPlain = rest === '' || rest.toLowerCase() === `;ext=${extension?.toLowerCase()}`;
  const isAll = isPlain && /^tel$/i.test(scheme);
  const value = `${decodedUri(number)}${extension === undefined ? '' : ` ext. ${extension}`}`;
  const shaped = shape(property, building);
  add(building, 'TEL', value, isAll ? shaped : shapedWith(shaped, verbatim(written)));
};

function decodedUri(uri: string): string {
  if (!uri.includes('%')) return uri;
  try {
    return decodeURIComponent(uri);
  } catch {
    // Broken percent signs stay as written.
    return uri;
  }
}

const url: Handler = (property, building) =>
  addUrl(building, plainText(property.value).trim(), shape(property, building));

/** The organisation by its name, its units beside it (RFC 6350 §6.6.4). Commas are letters in all versions. */
const org: Handler = (property, building) => {
  const shaped = shape(property, building);
  if (!/[;\\]/.test(property.value)) return add(building, 'ORG', property.value, shaped);
  const [name = '', ...units] = parted(property.value, ';').map((part) => plainText(part).trim());
  const known = units.filter((unit) => unit !== '');
  if (name !== '')
    add(building, 'ORG', name, known.length > 0 ? shapedWith(shaped, { 'X-UNIT': known }) : shaped);
  else if (known[0] !== undefined)
    add(building, 'ORG', known[0], shapedWith(shaped, verbatim(property.value)));
};

/** Nicknames are a list from vCard 3.0 on; the book has one line for them. */
const nickname: Handler = (property, building) => {
  const names = parted(property.value, isOld(building) ? '' : ',').map((part) => plainText(part).trim());
  const value = names.filter(Boolean).join(', ');
  addJoined(building, 'NICKNAME', value, { shape: shape(property, building), joint: ', ' });
};

const note: Handler = (property, building) =>
  addJoined(building, 'NOTE', plainText(property.value), { shape: shape(property, building), joint: '\n\n' });

/** Google's group of everybody says nothing about anybody: kept, but no tag of the book. */
const EVERYBODY = /^(?:\* )?my ?contacts$/i;

const categories: Handler = (property, building) => {
  const shaped = shape(property, building);
  for (const tag of parted(property.value, ',;')) {
    const name = plainText(tag).trim();
    add(building, EVERYBODY.test(name) ? 'X-GROUP-MEMBERSHIP' : 'CATEGORIES', name, shaped);
  }
};

/** A date of a person's life, for a property of any name. */
export function addDate(building: Building, name: string, property: VCardProperty, shaped: Shape): void {
  const written = plainText(property.value).trim();
  const date = readVCardDate(written, property.parameters);
  if (date.kind === 'date') {
    const { 'X-APPLE-OMIT-YEAR': _omitted, ...rest } = shaped.parameters ?? {};
    const parameters = date.hasTime ? { ...rest, ...verbatim(written) } : rest;
    const hasAny = Object.keys(parameters).length > 0;
    return add(building, name, date.date, { type: shaped.type, parameters: hasAny ? parameters : undefined });
  }
  if (date.kind === 'none') return;
  add(building, name, written, shaped);
  if (date.isBroken) report(building, 'BAD_DATE', { value: written.slice(0, 100) }, property.line);
}

const date =
  (name: string): Handler =>
  (property, building) =>
    addDate(building, name, property, shape(property, building));

const SEXES: Readonly<Record<string, string>> = { male: 'M', female: 'F', man: 'M', woman: 'F', other: 'O' };

export const gender: Handler = (property, building) => {
  const [sex = '', ...words] = parted(property.value, ';').map((part) => plainText(part).trim());
  const known = Object.hasOwn(SEXES, sex.toLowerCase()) ? SEXES[sex.toLowerCase()] : undefined;
  // Words where the letter should stand are words all the same.
  const letter = known ?? (/^[mfonu]$/i.test(sex) ? sex.toUpperCase() : '');
  const said = letter === '' ? [sex, ...words] : words;
  const rest = said.filter(Boolean).join(' ');
  add(building, 'GENDER', rest === '' ? letter : `${letter};${rest}`, shape(property, building));
};

/** Somebody else, and what they are: a property, and a fact about two people. */
export function addRelated(building: Building, value: string, line: number, shaped: Shape): void {
  const label = plainLabel(shaped.parameters?.['X-ABLABEL']?.[0] ?? '');
  add(building, 'RELATED', value, shaped);
  const types = shaped.type.split(',').map((type) => type.replace(/^x-/, ''));
  const words = label || types.filter(Boolean).join(', ');
  if (value.trim() !== '') building.related.push({ line, value: value.trim(), text: words });
}

const related: Handler = (property, building) =>
  addRelated(building, plainText(property.value), property.line, shape(property, building));

/** Apple's: the relation is the label. */
export const relatedNames: Handler = (property, building) => {
  const shaped = shape(property, { ...building, groups: undefined });
  const written = building.groups?.get(property.group.toLowerCase())?.label ?? '';
  const { type, label } = relationNamed(writtenLabel(written));
  const kept = { type: [shaped.type, type].filter(Boolean).join(','), parameters: shaped.parameters };
  const more = label === '' ? kept : shapedWith(kept, { 'X-ABLABEL': [label] });
  addRelated(building, plainText(property.value), property.line, more);
};

/** UTF-16 code units of a value that is kept without being understood. */
const MOST_KEPT = 20_000;

const photo: Handler = (property, building) => {
  if (property.value.trim() === '') return;
  const value = photoValue(property);
  if (value === undefined) return unshown(property, building);
  // A picture is longer than every other value and must not be cut.
  const shaped = pictureShape(property, building);
  if (!isThere(building.properties, 'PHOTO', value, shaped.type))
    building.properties.push(draftProperty('PHOTO', value, shaped));
};

/** What cannot be shown stays as it came, under another name: nothing takes it for the person's picture. */
function unshown(property: VCardProperty, building: Building): void {
  report(building, 'PHOTO_LEFT_OUT', {}, property.line);
  if (property.value.length <= MOST_KEPT) unknown({ ...property, name: 'X-ALT-PHOTO' }, building);
}

/** Without the picture's kind, which its data URI tells. */
function pictureShape(property: VCardProperty, building: Building): Shape {
  const { type, parameters } = shape(property, building);
  const types = type.split(',').filter((word) => !/^(?:jpe?g|png|gif|webp|image\/.*)$/.test(word));
  return { type: types.join(','), parameters };
}

/** Everything else: as it came, so that it can be written out again. */
export const unknown: Handler = (property, building) => {
  const name = propertyName(property.name);
  if (name === undefined) return report(building, 'BAD_LINE', {}, property.line);
  const isBinary = transferEncoding(property.parameters) === 'base64' || /^data:/i.test(property.value);
  // Half a certificate is none.
  if (isBinary && property.value.length > MOST_KEPT)
    return report(building, 'VALUE_TOO_LONG', { name }, property.line);
  add(building, name, property.value, verbatimShape(property, building.groups));
};

/** The name as the book allows it: `X-GOOGLE TALK` is `X-GOOGLE-TALK`. */
function propertyName(name: string): string | undefined {
  const plain = name
    .replace(/[^A-Z0-9_-]+/g, '-')
    .replace(/^[_-]+/, '')
    .slice(0, 100);
  return plain === '' ? undefined : plain;
}

export const KNOWN: ReadonlyMap<string, Handler> = new Map<string, Handler>([
  // Read when all lines are known (nameOf).
  ['N', () => undefined],
  ['FN', () => undefined],
  ['LABEL', (property, { labels }) => void labels.push(property)],
  ['NICKNAME', nickname],
  ['EMAIL', email],
  ['TEL', tel],
  ['URL', url],
  ['ORG', org],
  ['TITLE', text('TITLE')],
  ['ROLE', text('ROLE')],
  ['NOTE', note],
  ['ADR', adr],
  ['BDAY', date('BDAY')],
  ['ANNIVERSARY', date('ANNIVERSARY')],
  ['DEATHDATE', date('DEATHDATE')],
  ['IMPP', impp],
  ['SOCIALPROFILE', socialProfile],
  ['X-SOCIALPROFILE', socialProfile],
  ['CATEGORIES', categories],
  ['CATEGORY', categories],
  ['X-CATEGORIES', categories],
  ['LANG', text('LANG')],
  ['TZ', text('TZ')],
  ['GEO', geo],
  ['GENDER', gender],
  ['PRONOUNS', text('PRONOUNS')],
  ['RELATED', related],
  ['X-ABRELATEDNAMES', relatedNames],
  ['PHOTO', photo],
  [
    'KIND',
    (property, building) =>
      add(building, 'KIND', plainText(property.value).toLowerCase(), shape(property, building)),
  ],
  ['UID', text('UID')],
]);
