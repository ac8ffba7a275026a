// One record of a directory to one person.
import type { Parameters, StructuredName } from '#core/contacts/model.ts';
import { splitName } from '#core/contacts/names.ts';
import { formattedName } from '#core/contacts/structured-name.ts';
import { type LdifAttribute, type LdifRecord, partsOfDn } from '#core/formats/ldif.ts';
import type { ContactDraft } from '../../model.ts';
import { trimmed } from '#core/shared/trimmed.ts';
import { issue } from '../table.ts';
import { turned } from '../mail-names.ts';
import { photoValue } from '../vcard-photos.ts';
import { birthdayOf, readDay } from './dates.ts';
import { attributeMeaning } from './ldif-attributes.ts';
import { type Cell, cellOf, type Relation } from './plan.ts';
import { addAddress } from './cells.ts';
import { addCell, addEvidence, addWritten, type CellReading, type People, standIn } from './row.ts';
import { ADDRESS_PARTS, columnOf, ownName } from './targets.ts';
import { add, type Draft, nameOf } from './values.ts';

const NAME_PARTS = new Set(['FULLNAME', 'GIVEN', 'FAMILY', 'ADDITIONAL', 'PREFIX', 'SUFFIX']);
const CELLS = new Map<string, Cell>();

/** How an attribute is kept; asked for every one of thousands of records, with a few dozen names. */
function cellFor(name: string): Cell | undefined {
  const known = CELLS.get(name);
  if (known) return known;
  const meaning = attributeMeaning(name);
  if (meaning === '') return undefined;
  const own = `X-LDIF-${ownName(name, 0).replace(/^X-/, '')}`;
  const column = columnOf(meaning ?? own);
  const cell = cellOf(0, column.name, column.type, meaning === undefined ? name : '');
  if (CELLS.size < 1000) CELLS.set(name, cell);
  return cell;
}

/** Values with more to them than one cell has: collected first, put together at the end. */
interface Collected {
  readonly names: Map<string, string>;
  readonly shown: { readonly name: string; readonly value: string }[];
  readonly orgs: string[];
  readonly units: string[];
  readonly birthday: Map<string, string>;
  readonly addresses: Map<string, { readonly parts: string[][]; readonly whole: string[] }>;
}

const collecting = (): Collected => ({
  names: new Map(),
  shown: [],
  orgs: [],
  units: [],
  birthday: new Map(),
  addresses: new Map(),
});

const language = ({ options }: LdifAttribute) =>
  options.find((option) => option.startsWith('lang-'))?.slice(5) ?? '';

/** What the phonetic forms of names are called everywhere else in the book. */
const PHONETIC: ReadonlyMap<string, string> = new Map([
  ['GIVEN', 'FIRST-NAME'],
  ['FAMILY', 'LAST-NAME'],
  ['ADDITIONAL', 'MIDDLE-NAME'],
  ['FULLNAME', 'NAME'],
]);

/** A value in a second language or writing: kept beside the one in the first. */
function addInLanguage(draft: Draft, attribute: LdifAttribute, cell: Cell): void {
  const isPhonetic = attribute.options.includes('phonetic');
  const name = isPhonetic
    ? `X-PHONETIC-${PHONETIC.get(cell.name) ?? cell.name}`
    : `X-LDIF-${ownName(attribute.name, 0).replace(/^X-/, '')}`;
  const parameters: Parameters = { 'X-ABLABEL': [attribute.name], LANGUAGE: [language(attribute)] };
  add(draft, name, trimmed(attribute.value), { type: '', parameters });
}

/** `line $ line $ line` (RFC 4517, postal address), with `\24` for the sign itself. */
const postalAddress = (text: string) =>
  text
    .split('$')
    .map((line) =>
      line
        .trim()
        .replace(/\\24/g, '$')
        .replace(/\\5[Cc]/g, '\\'),
    )
    .filter((line) => line !== '')
    .join('\n');

/** Lines an address may have. */
const MOST_LINES = 20;

function collectAddress({ addresses }: Collected, cell: Cell, value: string): void {
  // The list holds exactly the parts; a whole address is none of them.
  const part = (ADDRESS_PARTS as readonly string[]).indexOf(cell.name);
  let address = addresses.get(cell.type);
  if (!address) addresses.set(cell.type, (address = { parts: ADDRESS_PARTS.map(() => []), whole: [] }));
  const list = part < 0 ? address.whole : address.parts[part]!;
  const text = part < 0 ? postalAddress(value) : value;
  if (list.length < MOST_LINES && !list.includes(text)) list.push(text);
}

function addPhoto(draft: Draft, { value, form, name: own }: LdifAttribute): void {
  // SECURITY: `jpegPhoto:< file:///…` names a file of whoever reads it; it stays a text.
  if (form === 'url' && !/^https?:/i.test(value))
    return add(draft, `X-LDIF-${own.toUpperCase()}`, value, { type: '' });
  if (draft.properties.some(({ name }) => name === 'PHOTO')) return;
  const parameters = form === 'base64' ? { ENCODING: ['B'] } : {};
  const photo = photoValue({ line: draft.line, group: '', name: 'PHOTO', parameters, value });
  if (photo === undefined) draft.issues.push(issue(draft.line, 'PHOTO_LEFT_OUT'));
  else draft.properties.push({ name: 'PHOTO', value: photo, type: '' });
  return undefined;
}

/** A person named by a distinguished name is called by its first `cn`. */
const personIn = (value: string) =>
  /^(?:cn|uid|mail)\s*=/i.test(value) ? (partsOfDn(value)[0]?.[1] ?? value) : value;

/** `http://… label`: the address ends at the first space (RFC 2079). */
function addLabelledUri(draft: Draft, cell: Cell, value: string, reading: CellReading): void {
  const space = value.indexOf(' ');
  if (space < 0) return addCell(draft, cell, value, reading);
  const parameters = { 'X-ABLABEL': [value.slice(space + 1).trim()] };
  addCell(draft, { ...cell, parameters, last: undefined }, value.slice(0, space), reading);
}

function addProperty(draft: Draft, attribute: LdifAttribute, cell: Cell, reading: CellReading): void {
  const value = trimmed(attribute.value);
  if (cell.name === 'PHOTO') return addPhoto(draft, attribute);
  if (attribute.form === 'base64') return undefined;
  if (attribute.name === 'proxyaddresses' && /^(?!smtp|x500|ex)[\w-]+:/i.test(value))
    return add(draft, /^sip:/i.test(value) ? 'IMPP' : 'X-LDIF-PROXYADDRESSES', value, { type: '' });
  if (cell.name === 'EMAIL') return addCell(draft, cell, value.replace(/^x500:/i, ''), reading);
  if (cell.name === 'URL') return addLabelledUri(draft, cell, value, reading);
  if (cell.name === 'RELATED') return addCell(draft, cell, personIn(value), reading);
  return addCell(draft, cell, value, reading);
}

function collectName(
  { names, shown }: Collected,
  draft: Draft,
  attribute: LdifAttribute,
  part: string,
): void {
  const value = trimmed(attribute.value);
  if (part === 'FULLNAME') shown.push({ name: attribute.name, value });
  else if (!names.has(part)) names.set(part, value);
  else if (names.get(part) !== value)
    add(draft, `X-LDIF-${attribute.name.toUpperCase()}`, value, { type: '' });
}

/** Sorts one attribute in; what stands alone goes into the draft at once. */
function collect(collected: Collected, draft: Draft, attribute: LdifAttribute, reading: CellReading): void {
  const cell = cellFor(attribute.name);
  const value = trimmed(attribute.value);
  if (!cell || value === '') return undefined;
  if (NAME_PARTS.has(cell.name))
    return language(attribute) === ''
      ? collectName(collected, draft, attribute, cell.name)
      : addInLanguage(draft, attribute, cell);
  if (cell.name === 'ORG') collected.orgs.push(value);
  else if (cell.name === 'ORG-UNIT') collected.units.push(value);
  else if (cell.name.startsWith('BDAY-')) collected.birthday.set(cell.name, value);
  else if (/^ADR(?:-|$)/.test(cell.name)) collectAddress(collected, cell, value);
  else addProperty(draft, attribute, cell, reading);
  return undefined;
}

function addBirthday(draft: Draft, { birthday }: Collected, { people, plan }: CellReading): void {
  const [year = '', month = '', day = ''] = ['BDAY-YEAR', 'BDAY-MONTH', 'BDAY-DAY'].map(
    (name) => birthday.get(name) ?? '',
  );
  // Others write the whole date into what is Thunderbird's day.
  const isWhole = month === '' && day.length > 2;
  const date = isWhole ? readDay(day, plan.dateOrder, people.thisYear) : birthdayOf(year, month, day);
  addWritten(draft, date, [year, month, day]);
}

function addOrganisations(draft: Draft, { orgs, units }: Collected): void {
  const [first, ...others] = new Set(orgs);
  const all = [...new Set(units)];
  if (first === undefined) {
    for (const unit of all) add(draft, 'X-DEPARTMENT', unit, { type: '' });
    return;
  }
  add(draft, 'ORG', first, all.length === 0 ? { type: '' } : { type: '', parameters: { 'X-UNIT': all } });
  for (const org of others) add(draft, 'ORG', org, { type: '' });
}

/** The shown name first, then the full one, then the common one; a further one is a name of its own. */
function shownName(draft: Draft, { shown }: Collected): string {
  const best = ['displayname', 'fullname']
    .map((wanted) => shown.find(({ name }) => name === wanted))
    .concat(shown)
    .find((one) => one !== undefined);
  for (const { name, value } of shown)
    if (value !== best?.value) add(draft, `X-LDIF-${name.toUpperCase()}`, value, { type: '' });
  return best?.value ?? '';
}

/**
 * The parts with the given name a directory left out: `cn: Ana Ruiz` beside `sn: Ruiz` says it all, in either order.
 */
function withGiven(parts: StructuredName, shown: string): StructuredName {
  const { family, given } = parts;
  if (given !== '' || family === '' || shown === family) return parts;
  const split = splitName(shown);
  if (split.family === family) return { ...split, prefix: parts.prefix || split.prefix };
  const isLast = shown.endsWith(` ${family}`);
  if (!isLast && !shown.startsWith(`${family} `)) return parts;
  const rest = isLast ? shown.slice(0, -family.length) : shown.slice(family.length);
  return { ...parts, given: rest.trim() };
}

/** A login that stands where the name should (`cn: aruiz`), while the record has both parts of the name. */
const isLogin = (shown: string, { given, family }: StructuredName) =>
  given !== '' && family !== '' && /^[a-z0-9._@-]+$/.test(shown);

/** Beside a country's own name its code says nothing new, and is kept under its own name. */
function withoutCountryCode(attributes: readonly LdifAttribute[]): readonly LdifAttribute[] {
  if (!attributes.some(({ name }) => name === 'co' || name === 'friendlycountryname')) return attributes;
  return attributes.map((attribute) =>
    attribute.name === 'c' ? { ...attribute, name: 'country-code' } : attribute,
  );
}

/** Reads a record; its contact, or undefined with NO_NAME when there is nothing to call it by. */
export function readPerson(record: LdifRecord, people: People): ContactDraft | undefined {
  const draft: Draft = { line: record.line, properties: [], issues: [] };
  const collected = collecting();
  const relations: Relation[] = [];
  const reading: CellReading = { plan: { dateOrder: 'ymd' }, people, fn: '', relations };
  for (const attribute of withoutCountryCode(record.attributes))
    collect(collected, draft, attribute, reading);
  const part = (name: string) => nameOf(draft, collected.names.get(name) ?? '');
  const parts: StructuredName = {
    family: part('FAMILY'),
    given: part('GIVEN'),
    additional: part('ADDITIONAL'),
    prefix: part('PREFIX'),
    suffix: part('SUFFIX'),
  };
  const written = nameOf(draft, turned(shownName(draft, collected)));
  const shown = isLogin(written, parts) ? nameOf(draft, formattedName(parts)) : written;
  addOrganisations(draft, collected);
  for (const [type, { parts: lists, whole }] of collected.addresses)
    addAddress(
      draft,
      lists.map((list) => list.join('\n')),
      whole.join('\n'),
      { type },
    );
  addBirthday(draft, collected, reading);
  const hasParts = parts.given !== '' || parts.family !== '';
  const fn = shown || nameOf(draft, formattedName(parts)) || nameOf(draft, standIn(draft));
  if (fn === '') {
    people.unusable.push(issue(record.line, 'NO_NAME'));
    return undefined;
  }
  const n = hasParts || shown === '' || shown.includes('@') ? withGiven(parts, shown) : splitName(shown);
  addEvidence(people, draft, fn, relations);
  const contact: ContactDraft = {
    line: draft.line,
    fn,
    n,
    properties: draft.properties,
    issues: draft.issues,
  };
  people.contacts.push(contact);
  return contact;
}
