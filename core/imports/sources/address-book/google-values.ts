// The values of Google's numbered columns, each with its label.
import { issue } from '../table.ts';
import { readDay } from './dates.ts';
import { type Group, placedValues } from './google-groups.ts';
import type { GoogleLabels } from './google-labels.ts';
import type { DateOrder } from './labels/model.ts';
import type { Relation } from './plan.ts';
import { addAddress, cellAt } from './cells.ts';
import { ownName } from './targets.ts';
import { add, addEmails, addUrl, type Draft, type Typed } from './values.ts';

export interface GroupReading {
  readonly draft: Draft;
  readonly fields: readonly string[];
  readonly relations: Relation[];
  readonly meanings: GoogleLabels;
  readonly dateOrder: DateOrder;
  readonly thisYear: number;
}

/** Each value of a group with the label at its place; one label is that of all of them. */
function eachValue(
  group: Group,
  { fields }: GroupReading,
  use: (value: string, label: string, at: number) => void,
): void {
  const text = cellAt(fields, group.value);
  if (text === '') return;
  const written = cellAt(fields, group.label);
  if (!text.includes(':::') && !written.includes(':::')) return use(text, written, 0);
  const values = placedValues(text);
  const labels = placedValues(written);
  // Only one of several is the preferred one: the star is the first's.
  const shared = labels[0]!.replace(/^\* ?/, '');
  for (const [at, value] of values.entries()) {
    const label = labels.length > 1 ? (labels[at] ?? '') : at === 0 ? labels[0]! : shared;
    if (value !== '') use(value, label, at);
  }
  return undefined;
}

const withService = ({ type, parameters }: Typed, service: string): Typed =>
  service === '' ? { type, parameters } : { type, parameters: { ...parameters, 'SERVICE-TYPE': [service] } };

function readIm(group: Group, reading: GroupReading): void {
  const at = group.columns.get('service');
  const services = at === undefined ? [] : placedValues(cellAt(reading.fields, at));
  eachValue(group, reading, (value, label, place) => {
    const service = services.length > 1 ? (services[place] ?? '') : (services[0] ?? '');
    add(reading.draft, 'IMPP', value, withService(reading.meanings.typed(label), service));
  });
}

function readEvent(
  value: string,
  label: string,
  { draft, meanings, dateOrder, thisYear }: GroupReading,
): void {
  const day = readDay(value, dateOrder, thisYear);
  if (day === '') return;
  if (day === undefined) draft.issues.push(issue(draft.line, 'BAD_DATE', { value: value.slice(0, 100) }));
  if (meanings.isAnniversary(label)) return add(draft, 'ANNIVERSARY', day ?? value, { type: '' });
  const bare = label.replace(/^\* ?/, '').trim();
  const parameters = bare === '' ? undefined : { 'X-ABLABEL': [bare] };
  add(draft, 'X-ABDATE', day ?? value, { type: '', parameters });
}

function readRelation(value: string, label: string, { draft, meanings, relations }: GroupReading): void {
  const { relation, typed } = meanings.relationship(label);
  add(draft, 'RELATED', value, typed);
  relations.push({ name: value, relation });
}

const labelled = (label: string, name: string): Typed => {
  const bare = label.replace(/^\* ?/, '').trim() || name;
  return bare === '' ? { type: '' } : { type: '', parameters: { 'X-ABLABEL': [bare] } };
};

/** Parts of an address in vCard's order, by the names of their columns. */
const PARTS = ['po box', 'extended address', 'street', 'city', 'region', 'postal code', 'country'];

function readAddress(group: Group, { draft, fields, meanings }: GroupReading): void {
  const written = PARTS.map((part) => cellAt(fields, group.columns.get(part) ?? -1));
  const whole = cellAt(fields, group.columns.get('formatted') ?? -1);
  const label = cellAt(fields, group.label);
  if (![whole, label, ...written].some((text) => text.includes(':::')))
    return addAddress(draft, written, whole, meanings.typed(label));
  const cells = written.map(placedValues);
  const formatted = placedValues(whole);
  const labels = placedValues(label);
  const count = Math.max(formatted.length, ...cells.map(({ length }) => length));
  for (let at = 0; at < count; at++) {
    const components = cells.map((values) => values[at] ?? '');
    const typed = meanings.typed(labels.length > 1 ? (labels[at] ?? '') : labels[0]!);
    addAddress(draft, components, formatted[at] ?? '', typed);
  }
  return undefined;
}

/** Columns of an organisation that are properties of their own. */
const OF_ORGANISATION: readonly (readonly [column: string, name: string])[] = [
  ['title', 'TITLE'],
  ['yomi name', 'X-PHONETIC-ORG'],
  ['symbol', 'X-ORG-SYMBOL'],
  ['location', 'X-OFFICE-LOCATION'],
  ['job description', 'X-JOB-DESCRIPTION'],
];

/** Names with the department at their place; a department without a name is a field of its own. */
function addOrganisations(
  draft: Draft,
  names: readonly string[],
  units: readonly string[],
  typed: (at: number) => Typed,
): void {
  for (let at = 0; at < Math.max(names.length, units.length); at++) {
    const name = names[at] ?? '';
    const unit = units[at] ?? '';
    const { type, parameters } = typed(at);
    if (name === '') add(draft, 'X-DEPARTMENT', unit, { type: '' });
    else
      add(draft, 'ORG', name, {
        type,
        parameters: unit === '' ? parameters : { ...parameters, 'X-UNIT': [unit] },
      });
  }
}

function readOrganisation({ columns, label }: Group, { draft, fields, meanings }: GroupReading): void {
  const valuesOf = (column: string) => placedValues(cellAt(fields, columns.get(column) ?? -1));
  const labels = placedValues(cellAt(fields, label));
  const typed = (at: number) => meanings.typed(labels[labels.length > 1 ? at : 0] ?? '');
  addOrganisations(draft, valuesOf('name'), valuesOf('department'), typed);
  for (const [column, name] of OF_ORGANISATION)
    for (const value of valuesOf(column)) add(draft, name, value, { type: '' });
}

function hasAny({ value, own }: Group, fields: readonly string[]): boolean {
  if (value >= 0) return (fields[value] ?? '') !== '';
  for (const at of own) if ((fields[at] ?? '') !== '') return true;
  return false;
}

/** A group of a kind that is not known: every cell of it under its own name. */
function readOther({ name, columns, value, label }: Group, { draft, fields }: GroupReading): void {
  const property = ownName(name, 0);
  for (const [column, at] of columns) {
    const text = cellAt(fields, at);
    if (text === '' || at === label) continue;
    const own = label >= 0 ? cellAt(fields, label) : '';
    add(draft, at === value ? property : ownName(`${name} ${column}`, at), text, labelled(own, name));
  }
}

/** Everything a group of columns says about the person of a row. */
export function readGroup(group: Group, reading: GroupReading): void {
  const { draft, fields, meanings } = reading;
  if (!hasAny(group, fields)) return undefined;
  switch (group.kind) {
    case 'email':
      return eachValue(group, reading, (value, label) => addEmails(draft, value, meanings.typed(label)));
    case 'phone':
      return eachValue(group, reading, (value, label) => add(draft, 'TEL', value, meanings.typed(label)));
    case 'website':
      return eachValue(group, reading, (value, label) => addUrl(draft, value, meanings.typed(label)));
    case 'event':
      return eachValue(group, reading, (value, label) => readEvent(value, label, reading));
    case 'relation':
      return eachValue(group, reading, (value, label) => readRelation(value, label, reading));
    case 'custom':
      return eachValue(group, reading, (value, label) =>
        add(draft, 'X-CUSTOM-FIELD', value, labelled(label, '')),
      );
    case 'im':
      return readIm(group, reading);
    case 'address':
      return readAddress(group, reading);
    case 'organization':
      return readOrganisation(group, reading);
    default:
      return readOther(group, reading);
  }
}
