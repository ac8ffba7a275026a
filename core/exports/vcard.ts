// People as vCards: 4.0 (RFC 6350, 9554) as the book keeps them, 3.0 (RFC 2426) the way Apple and Google read it.
import type { Parameters } from '#core/contacts/model.ts';
import { escaped } from '#core/formats/vcard/escapes.ts';
import type { ExportedPerson, ExportedProperty } from './model.ts';
import { type Line, oneLine, type VCardVersion, writtenLine } from './vcard-lines.ts';

/** A line without the label, which needs a group of its own. */
type Unlabelled = Omit<Line, 'group'> & { readonly label?: string };

/**
 * One card. Everything the book knows is written: what vCard has no property for stands under the name it came with.
 * 3.0 has no ANNIVERSARY, RELATED, GENDER, KIND and the like: there the names Apple's address book uses take their
 * place. A year-less birthday is Apple's year 1604 in 3.0.
 */
export function toVCard(person: ExportedPerson, version: VCardVersion): string {
  const lines = [
    ...(person.properties.some(({ name }) => name === 'N') ? [] : [{ name: 'N', value: ';;;;' }]),
    { name: 'FN', value: escaped(person.fn) },
    ...listsOf(person),
    ...person.properties.flatMap((property) => linesOf(property, version)),
  ];
  let groups = 0;
  const text = lines.map((line: Line & { readonly label?: string }) => {
    const { label, ...rest } = line;
    if (label === undefined) return writtenLine(rest, version);
    const group = rest.group ?? `item${(groups += 1)}`;
    return (
      writtenLine({ ...rest, group }, version) +
      writtenLine({ group, name: 'X-ABLabel', value: escaped(label) }, version)
    );
  });
  return `BEGIN:VCARD\r\nVERSION:${version}\r\n${text.join('')}END:VCARD\r\n`;
}

/** Tags are one property a tag in the book and one list in a card. */
function listsOf({ properties }: ExportedPerson): Line[] {
  const tags = properties.filter(({ name }) => name === 'CATEGORIES').map(({ value }) => escaped(value));
  return tags.length === 0 ? [] : [{ name: 'CATEGORIES', value: tags.join(',') }];
}

const IN_LISTS: ReadonlySet<string> = new Set(['FN', 'CATEGORIES']);
/** Values that are components already, escaped as vCard wants them. */
const STRUCTURED: ReadonlySet<string> = new Set(['N', 'ADR', 'GENDER']);
const DATES: ReadonlySet<string> = new Set(['BDAY', 'ANNIVERSARY', 'DEATHDATE']);
const TEXTS: ReadonlySet<string> = new Set([
  'TITLE',
  'ROLE',
  'NOTE',
  'TEL',
  'EMAIL',
  'PRONOUNS',
  'TZ',
  'LANG',
  'KIND',
  'X-OFFERS',
  'X-SEEKS',
]);
const ADDRESSES: ReadonlySet<string> = new Set(['URL', 'IMPP', 'GEO', 'UID', 'SOCIALPROFILE']);

function linesOf(property: ExportedProperty, version: VCardVersion): Unlabelled[] {
  const { name, value } = property;
  if (IN_LISTS.has(name)) return [];
  if (name === 'PHOTO') return [photo(value, version)];
  if (DATES.has(name)) return [dated(property, version)];
  if (name === 'RELATED') return [related(property, version)];
  if (name === 'ORG') return [asLine(property, version, organisation(property))];
  if (name === 'NICKNAME') return [asLine(property, version, value.split(', ').map(escaped).join(','))];
  if (STRUCTURED.has(name) || ADDRESSES.has(name)) return [asLine(property, version, oneLine(value))];
  return [asLine(property, version, TEXTS.has(name) ? escaped(value) : oneLine(value))];
}

/** Ours, and those that are said in another way. */
const OURS: ReadonlySet<string> = new Set([
  'GROUP',
  'X-ABLABEL',
  'X-UNIT',
  'X-VERBATIM',
  'PREF',
  'VALUE',
  'TYPE',
]);
/** What 3.0 calls a property it does not have. */
const NAMES_IN_3: Readonly<Record<string, string>> = {
  SOCIALPROFILE: 'X-SOCIALPROFILE',
  GENDER: 'X-GENDER',
  PRONOUNS: 'X-PRONOUNS',
  LANG: 'X-LANG',
  KIND: 'X-KIND',
};

function asLine(property: ExportedProperty, version: VCardVersion, value: string): Unlabelled {
  const { name, parameters = {} } = property;
  const label = parameters['X-ABLABEL']?.[0];
  const group = parameters.GROUP?.[0];
  return {
    name: version === '3.0' ? (NAMES_IN_3[name] ?? name) : name,
    parameters: parametersOf(property, version),
    value,
    ...(label !== undefined && { label }),
    ...(group !== undefined && { group }),
  };
}

function parametersOf(property: ExportedProperty, version: VCardVersion): Parameters {
  const { name, type, parameters = {} } = property;
  const types = type === '' ? [] : type.split(',');
  const preferred = parameters.PREF;
  if (version === '3.0' && preferred !== undefined) types.push('pref');
  return {
    ...(types.length > 0 && { TYPE: types }),
    ...(version === '4.0' && preferred !== undefined && { PREF: preferred }),
    ...othersOf(property, version),
    // An unknown property's value means what its VALUE says.
    ...(name.startsWith('X-') && parameters.VALUE !== undefined && { VALUE: parameters.VALUE }),
  };
}

function othersOf({ name, parameters = {} }: ExportedProperty, version: VCardVersion): Parameters {
  const others = Object.entries(parameters).filter(([key]) => !OURS.has(key));
  const service = version === '3.0' && name === 'IMPP' ? 'X-SERVICE-TYPE' : 'SERVICE-TYPE';
  return Object.fromEntries(others.map(([key, values]) => [key === 'SERVICE-TYPE' ? service : key, values]));
}

const organisation = ({ value, parameters = {} }: ExportedProperty): string =>
  [value, ...(parameters['X-UNIT'] ?? [])].map(escaped).join(';');

/** A picture as `data:` URI; 3.0 has its own way of writing one. An address stays one. */
function photo(value: string, version: VCardVersion): Unlabelled {
  const match = /^data:image\/([a-z0-9.+-]+);base64,/i.exec(value);
  if (match === null) return { name: 'PHOTO', parameters: { VALUE: ['uri'] }, value: oneLine(value) };
  if (version === '4.0') return { name: 'PHOTO', value };
  return {
    name: 'PHOTO',
    parameters: { ENCODING: ['b'], TYPE: [match[1]!.toUpperCase()] },
    value: value.slice(match[0].length),
  };
}

const YEARLESS = 1604;

function dated(property: ExportedProperty, version: VCardVersion): Unlabelled {
  const { name, value } = property;
  const isDate = /^(?:\d{4}(?:-\d\d){0,2}|--\d\d(?:-\d\d)?)$/.test(value);
  const base = asLine(property, version, isDate ? value : escaped(value));
  if (version === '4.0') return isDate ? { ...base, value: basicDate(value) } : asText(base);
  const yearless = value.startsWith('--') && value.length === 7;
  const written = yearless ? `${YEARLESS}${value.slice(1)}` : base.value;
  const omitted = yearless ? { 'X-APPLE-OMIT-YEAR': [String(YEARLESS)] } : {};
  const parameters = { ...base.parameters, ...omitted };
  // Apple's own name for a day of the year that matters.
  if (name === 'ANNIVERSARY')
    return { ...base, name: 'X-ABDATE', label: '_$!<Anniversary>!$_', parameters, value: written };
  if (name === 'DEATHDATE') return { ...base, name: 'X-DEATHDATE', parameters, value: written };
  return { ...base, parameters, value: written };
}

const asText = (base: Unlabelled): Unlabelled => ({
  ...base,
  parameters: { ...base.parameters, VALUE: ['text'] },
});

/** RFC 6350 §4.3.1: `19850412`, `--0412`, but `1985-04`. */
const basicDate = (value: string): string =>
  value.length === 10 || value.startsWith('--') ? value.replace(/(?<=\d)-/g, '') : value;

/** In 3.0 Apple's list of related names, with the relation as its label. */
function related(property: ExportedProperty, version: VCardVersion): Unlabelled {
  const { value, type } = property;
  const isUri = /^(?:urn:|https?:|mailto:|tel:)/i.test(value);
  if (version === '4.0') {
    const base = asLine(property, version, isUri ? oneLine(value) : escaped(value));
    return isUri ? base : asText(base);
  }
  const label = property.parameters?.['X-ABLABEL']?.[0] ?? sentinel(type.split(',')[0] ?? '');
  return { name: 'X-ABRELATEDNAMES', value: escaped(value), label };
}

const sentinel = (relation: string): string =>
  relation === '' ? '_$!<Other>!$_' : `_$!<${relation.charAt(0).toUpperCase()}${relation.slice(1)}>!$_`;
