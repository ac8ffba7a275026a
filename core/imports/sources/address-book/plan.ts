// A mapping made ready to read a hundred thousand rows with: which cell goes where, resolved once.
import type { ColumnMapping } from '#core/imports/model.ts';
import type { Parameters } from '#core/contacts/model.ts';
import type { DraftProperty } from '../../model.ts';
import { fold } from '#core/shared/fold.ts';
import { serviceNamed } from '../vcard-services.ts';
import type { DateOrder } from './labels/model.ts';
import { keyOf } from './lexicon.ts';
import { ADDRESS_PARTS, ownName } from './targets.ts';
import type { Draft } from './values.ts';

/** What is done with a cell. */
export type CellKind =
  | 'plain'
  | 'email'
  | 'tel'
  | 'url'
  | 'categories'
  | 'date'
  | 'gender'
  | 'related'
  | 'email-name'
  | 'email-type'
  | 'kind'
  | 'photo';

export interface Cell {
  readonly at: number;
  readonly kind: CellKind;
  readonly name: string;
  readonly type: string;
  readonly parameters?: Parameters | undefined;
  /** The column that says what kind of value it is: `Phone 1 Type` beside `Phone 1`. */
  readonly kindAt?: number;
  /** The value it had last, to be given out again: a column of groups, cities or `Normal` has the same in most rows. */
  last: DraftProperty | undefined;
}

export interface Address {
  readonly type: string;
  /** For each part of `ADR` in vCard's order the columns it is put together from. */
  readonly parts: readonly (readonly number[])[];
  /** Columns with the whole address as one text. */
  readonly whole: readonly number[];
  /** All of these columns. */
  readonly all: readonly number[];
  /** As a cell has it. */
  readonly kindAt?: number;
}

/** Columns by what they are of a person; none is an empty list. */
export interface Plan {
  readonly dateOrder: DateOrder;
  /** How many columns it knows about. */
  readonly width: number;
  /** Some rows are lists of people (`DISTRIBUTION_LIST`). */
  readonly isOfLists: boolean;
  readonly full: readonly number[];
  readonly given: readonly number[];
  readonly additional: readonly number[];
  /** `Tussenvoegsel` before it, `Segundo apellido` behind it. */
  readonly family: readonly number[];
  readonly prefix: readonly number[];
  readonly suffix: readonly number[];
  readonly org: readonly number[];
  readonly unit: readonly number[];
  readonly birthday: readonly [year: number, month: number, day: number] | undefined;
  readonly connectedOn: number;
  readonly cells: readonly Cell[];
  readonly addresses: readonly Address[];
  /** What a product has besides: columns that only mean something together. */
  readonly more?: (draft: Draft, fields: readonly string[], relations: Relation[]) => void;
}

/** Somebody a cell names beside the person of the row. */
export interface Relation {
  readonly name: string;
  readonly relation: string;
}

const KINDS: ReadonlyMap<string, CellKind> = new Map([
  ['EMAIL', 'email'],
  ['TEL', 'tel'],
  ['URL', 'url'],
  ['CATEGORIES', 'categories'],
  ['BDAY', 'date'],
  ['ANNIVERSARY', 'date'],
  ['DEATHDATE', 'date'],
  ['GENDER', 'gender'],
  ['RELATED', 'related'],
  ['X-EMAIL-DISPLAY-NAME', 'email-name'],
  ['X-EMAIL-TYPE', 'email-type'],
  ['PHOTO', 'photo'],
]);

/** Meanings that are a part of something, and what they are a part of here. */
const NAME_PARTS: ReadonlyMap<string, keyof Plan> = new Map<string, keyof Plan>([
  ['FULLNAME', 'full'],
  ['FN', 'full'],
  ['N', 'full'],
  ['GIVEN', 'given'],
  ['ADDITIONAL', 'additional'],
  ['FAMILY', 'family'],
  ['X-SURNAME-PREFIX', 'family'],
  ['X-SECOND-FAMILY-NAME', 'family'],
  ['PREFIX', 'prefix'],
  ['SUFFIX', 'suffix'],
  ['ORG', 'org'],
  ['ORG-UNIT', 'unit'],
]);

/** TYPEs of RELATED that vCard knows (RFC 6350 §6.6.6); another one is a label. */
const RELATIONS = new Set(
  'contact acquaintance friend met co-worker colleague co-resident neighbor child parent sibling spouse kin muse crush date sweetheart me agent emergency'.split(
    ' ',
  ),
);

/** A relation as RELATED has it. */
export const relationOf = (relation: string) =>
  relation === '' || RELATIONS.has(relation)
    ? { type: relation }
    : { type: '', parameters: { 'X-ABLABEL': [relation] } };

const ACCOUNTS = new Set(['IMPP', 'SOCIALPROFILE']);
const PLACES = new Set(['', 'home', 'work', 'other']);

/** TYPE and parameters of a column's values: `pref` and services are parameters, a field of its own keeps its label. */
function typeOf(name: string, type: string, label: string): Pick<Cell, 'type' | 'parameters'> {
  if (name === 'RELATED') return relationOf(type);
  if (ACCOUNTS.has(name) && !PLACES.has(type))
    return { type: '', parameters: { 'SERVICE-TYPE': [serviceNamed(type)?.name ?? type] } };
  if (name.startsWith('X-') && label !== '') return { type, parameters: { 'X-ABLABEL': [label] } };
  const types = type.split(',');
  if (!types.includes('pref')) return { type };
  return { type: types.filter((one) => one !== 'pref').join(','), parameters: { PREF: ['1'] } };
}

const PROPERTY = /^[A-Z0-9][A-Z0-9_-]{0,99}$/;

/** What is done with the cells of a column that is a property of its own. */
export function cellOf(at: number, name: string, type: string, label: string): Cell {
  const property = PROPERTY.test(name) ? name : ownName(fold(name), at);
  const kind = KINDS.get(property) ?? 'plain';
  return { at, kind, name: property, ...typeOf(property, type, label), last: undefined };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
interface Growing extends Omit<Address, 'all'> {
  readonly type: string;
  readonly parts: number[][];
  readonly whole: number[];
}

const growing = (type: string): Growing => ({ type, parts: ADDRESS_PARTS.map(() => []), whole: [] });

const STREET = ADDRESS_PARTS.indexOf('ADR-STREET');

/**
 * Addresses out of their columns: those of one TYPE are one address, several when a city, a code or a country comes
 * again. Lines of a street belong together.
 */
function addressesOf(columns: ColumnMapping['columns']): Address[] {
  const all: Growing[] = [];
  const repeats = new Set<string>();
  const seen = new Set<string>();
  for (const { name, type } of columns) {
    if (!name.startsWith('ADR-') || name === 'ADR-STREET') continue;
    if (seen.has(`${name} ${type}`)) repeats.add(type);
    seen.add(`${name} ${type}`);
  }
  for (const [at, { name, type }] of columns.entries()) {
    // The list holds exactly the parts; another name is no part.
    const part = (ADDRESS_PARTS as readonly string[]).indexOf(name);
    if (part < 0 && name !== 'ADR') continue;
    const fits = ({ type: own, parts, whole }: Growing) =>
      own === type &&
      (!repeats.has(type) ||
        (part < 0
          ? whole.length === 0
          : parts[part]!.length === 0 || (part === STREET && parts[part]!.includes(at - 1))));
    let address = all.find(fits);
    if (!address) all.push((address = growing(type)));
    (part < 0 ? address.whole : address.parts[part]!).push(at);
  }
  return all.map((address) => ({ ...address, all: [...address.parts.flat(), ...address.whole] }));
}

/** Zimbra's column of who is on a list: a row that has it is nobody. */
export const DISTRIBUTION_LIST = 'X-DLIST';

const KIND_LABEL = /^(.{1,60}?)(?:type|label|kind|typ|tipo)$/;
const WITH_KINDS: ReadonlySet<CellKind> = new Set(['email', 'tel', 'url'] as const);

/** Pairs columns of values with those of their kinds, by their labels. */
function withKinds({ cells, addresses }: Pick<Plan, 'cells' | 'addresses'>, labels: readonly string[]) {
  const keys = labels.map((label) => (label.length > 100 ? '' : keyOf(label)));
  const kinds = new Map<string, number>();
  for (const { at, name } of cells) {
    const of = name.startsWith('X-') ? KIND_LABEL.exec(keys[at] ?? '')?.[1] : undefined;
    if (of !== undefined) kinds.set(of, at);
  }
  if (kinds.size === 0) return { cells, addresses };
  const used = new Set<number>();
  const kindOf = (columns: readonly number[]): number | undefined => {
    for (const at of columns) {
      const key = keys[at] ?? '';
      const found = kinds.get(key) ?? kinds.get(key.replace(/(?:number|address|value)(?=\d*$)/, ''));
      if (found === undefined) continue;
      used.add(found);
      return found;
    }
    return undefined;
  };
  const paired = cells.map((cell) => {
    const kindAt = WITH_KINDS.has(cell.kind) ? kindOf([cell.at]) : undefined;
    return kindAt === undefined ? cell : { ...cell, kindAt };
  });
  const placed = addresses.map((address) => {
    const kindAt = kindOf(address.all);
    return kindAt === undefined ? address : { ...address, kindAt };
  });
  return {
    cells: paired.map((cell): Cell => (used.has(cell.at) ? { ...cell, kind: 'kind' } : cell)),
    addresses: placed,
  };
}

/** The plan of a mapping; `labels` are the names of its columns, for what is kept under its own name. */
export function planOf({ columns, dateOrder }: ColumnMapping, labels: readonly string[]): Plan {
  const cells: Cell[] = [];
  const birthday: Mutable<NonNullable<Plan['birthday']>> = [-1, -1, -1];
  const parts = new Map<keyof Plan, number[]>();
  let connectedOn = -1;
  const hasFamily = columns.some(({ name }) => name === 'FAMILY');
  for (const [at, { name, type }] of columns.entries()) {
    const part = NAME_PARTS.get(name);
    const day = ['BDAY-YEAR', 'BDAY-MONTH', 'BDAY-DAY'].indexOf(name);
    if (part !== undefined && (part !== 'family' || hasFamily))
      parts.set(part, [...(parts.get(part) ?? []), at]);
    else if (day >= 0) birthday[day] = at;
    else if (name === 'CONNECTED-ON') connectedOn = at;
    else if (name !== '' && !/^ADR(?:-|$)/.test(name)) cells.push(cellOf(at, name, type, labels[at] ?? ''));
  }
  const of = (part: keyof Plan) => parts.get(part) ?? [];
  return {
    dateOrder,
    width: columns.length,
    isOfLists: columns.some(({ name }) => name === DISTRIBUTION_LIST),
    full: of('full'),
    given: of('given'),
    additional: of('additional'),
    family: of('family'),
    prefix: of('prefix'),
    suffix: of('suffix'),
    org: of('org'),
    unit: of('unit'),
    birthday: birthday.some((at) => at >= 0) ? birthday : undefined,
    connectedOn,
    ...withKinds({ cells, addresses: addressesOf(columns) }, labels),
  };
}
