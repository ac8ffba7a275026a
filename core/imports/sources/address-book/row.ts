// One row of any address book to one person, along a plan.
import type { StructuredName } from '#core/contacts/model.ts';
import { splitName } from '#core/contacts/names.ts';
import { mayBeTitle } from '#core/contacts/names/titles.ts';
import { formattedName } from '#core/contacts/structured-name.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import type { ContactDraft, EvidenceDraft, Issue, PersonRef } from '../../model.ts';
import { personRef } from '../contact-builder.ts';
import { turned } from '../mail-names.ts';
import { issue } from '../table.ts';
import { birthdayOf, readDay } from './dates.ts';
import { cellAt, joined, MAIL_SYSTEM, ofKind, readAddress } from './cells.ts';
import { DISTRIBUTION_LIST } from './plan.ts';
import type { Cell, Plan, Relation } from './plan.ts';
import { type Body, isRow, type Row } from './rows.ts';
import { ownName } from './targets.ts';
import {
  add,
  addEmails,
  addTels,
  addUrl,
  type Draft,
  genderOf,
  listed,
  mailbox,
  nameOf,
  tagsIn,
} from './values.ts';

/** Where people end up who are read. */
export interface People {
  readonly contacts: ContactDraft[];
  readonly evidence: EvidenceDraft[];
  readonly unusable: Issue[];
  readonly thisYear: number;
}

function structuredName(draft: Draft, fields: readonly string[], plan: Plan): StructuredName {
  return {
    family: nameOf(draft, joined(fields, plan.family, ' ')),
    given: nameOf(draft, joined(fields, plan.given, ' ')),
    additional: nameOf(draft, joined(fields, plan.additional, ' ')),
    prefix: nameOf(draft, joined(fields, plan.prefix, ' ')),
    suffix: nameOf(draft, joined(fields, plan.suffix, ' ')),
  };
}

/** The name as shown, when it is plain: most are, and the general way takes longer. */
const shownName = (n: StructuredName) =>
  n.prefix === '' &&
  n.suffix === '' &&
  n.additional === '' &&
  n.given !== '' &&
  n.family !== '' &&
  n.family < '\u0250'
    ? `${n.given} ${n.family}`
    : formattedName(withoutHonorific(n));

const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]+$/u;

/** `様`, `先生`, `님`: said to somebody, and no part of how they are called. */
const withoutHonorific = (n: StructuredName): StructuredName =>
  EAST_ASIAN.test(n.family) || EAST_ASIAN.test(n.given)
    ? {
        ...n,
        prefix: EAST_ASIAN.test(n.prefix) ? '' : n.prefix,
        suffix: EAST_ASIAN.test(n.suffix) ? '' : n.suffix,
      }
    : n;

/** Numbers, sums and headings where a name would stand: `12`, `Total: 12`, `3. Guests`; `❤` is what somebody is called. */
const NO_NAME = /^[^\p{L}\p{Extended_Pictographic}]+$|^[^:=]{1,40}[:=]\s*[\d.,\s]*$|^\d{1,3}[.)]\s/u;

/** Asked of every row: most begin and end with a letter. */
const isNoName = (shown: string) => (shown < 'A' || /[\d:=.]$/.test(shown)) && NO_NAME.test(shown);

/** The last line of many printouts: `2 contacts exported`, `Total 12`. */
const FOOTER =
  /^\d+\s+\p{L}|^(?:total|sum|summe|gesamt|anzahl|count|exported|page|seite|totale|nombre|итого|всего|合计|合計)\P{L}.*\d/iu;

/** The whole name in its column; `Ruiz, Ana` is turned round. */
function fullName(fields: readonly string[], { full }: Plan): string {
  const text = joined(fields, full, ' ');
  if (text === '' || NO_NAME.test(text)) return '';
  if (!text.includes(',') || text.length > 400) return text;
  // `Ruiz, Ana (Sales)`: what is in brackets stays behind.
  const [, name = text, remark = ''] = /^([^()]*,[^()]*?)(\s*\([^()]*\))$/.exec(text) ?? [];
  return turned(name) + remark;
}

/** What to call somebody without a name: the firm, a nickname, a mailbox, a number. */
export function standIn({ properties }: Pick<Draft, 'properties'>): string {
  for (const name of ['ORG', 'NICKNAME', 'EMAIL', 'TEL', 'IMPP']) {
    const found = properties.find((property) => property.name === name);
    if (found) return found.value;
  }
  return '';
}

/** A date; what is none is kept as it is, with BAD_DATE. */
function addDate(draft: Draft, cell: Cell, text: string, { plan, people }: CellReading): void {
  const day = readDay(text, plan.dateOrder, people.thisYear);
  if (day === '') return;
  if (day === undefined) draft.issues.push(issue(draft.line, 'BAD_DATE', { value: text.slice(0, 100) }));
  add(draft, cell.name, day ?? text, cell);
}

/** A birthday that was read from several cells, or those cells as they are where it could not be. */
export function addWritten(draft: Draft, date: PartialDate | undefined, cells: readonly string[]): void {
  const written = cells.filter((cell) => cell !== '').join('-');
  if (date === undefined) draft.issues.push(issue(draft.line, 'BAD_DATE', { value: written.slice(0, 100) }));
  if (date !== '') add(draft, 'BDAY', date ?? written, { type: '' });
}

/** Thunderbird's birthday in three columns. */
function addBirthday(draft: Draft, fields: readonly string[], { birthday }: Plan): void {
  if (!birthday) return;
  const [year, month, day] = birthday;
  const cells = [cellAt(fields, year), cellAt(fields, month), cellAt(fields, day)] as const;
  if (cells.some((cell) => cell !== '')) addWritten(draft, birthdayOf(...cells), cells);
}

const PLAIN = { type: '' };

function addOrganisation(draft: Draft, fields: readonly string[], { org, unit }: Plan): void {
  const units = unit.map((at) => cellAt(fields, at)).filter((text) => text !== '');
  let hasUnit = units.length === 0;
  for (const at of org) {
    const text = cellAt(fields, at);
    if (text === '') continue;
    add(draft, 'ORG', text, hasUnit ? PLAIN : { type: '', parameters: { 'X-UNIT': units } });
    hasUnit = true;
  }
  if (!hasUnit) for (const text of units) add(draft, 'X-DEPARTMENT', text, { type: '' });
}

const LONGEST_DISPLAY_NAME = 1000;

/** Without the title before it, which a mail program does not say: `M. Jean`, `г-н Иван`; as one word where it is one. */
function bareName(fn: string): string {
  const [first = '', ...others] = fn.split(' ');
  return others.length > 0 && (first.endsWith('.') || mayBeTitle(first)) ? others.join(' ') : fn;
}

/** The display name of a mail address, unless it only says again whose address it is. */
function saysSomething(draft: Draft, text: string, fn: string): boolean {
  if (text.length > LONGEST_DISPLAY_NAME) return true;
  // Outlook's own way, quicker told: `Ana Ruiz (ana@example.org)`.
  if (text.startsWith(fn) && /^(?: [(<][^()<>]*@[^()<>]*[)>])?$/.test(text.slice(fn.length))) return false;
  const name = text.replace(/\s*[(<][^()<>]*@[^()<>]*[)>]\s*$/, '').replace(/^'(.*)'$/, '$1');
  if (name === fn || name === bareName(fn)) return false;
  if (EAST_ASIAN.test(fn) && name.replaceAll(/\s/g, '') === fn) return false;
  return !draft.properties.some(({ name: kind, value }) => kind === 'EMAIL' && value === name);
}

/** What databases and spreadsheets write for "nothing". */
const NOTHING = new Set(['NULL', '(null)', '\\N', '#N/A', '#REF!', '#VALUE!', '#NAME?', 'NaN', 'undefined']);
/** What people write for it, where a text could hardly be this. */
const NO_VALUE = new Set([
  '-',
  '--',
  '—',
  '–',
  'n/a',
  'N/A',
  'null',
  'none',
  'None',
  'k.A.',
  'k. A.',
  '?',
  'x',
  'X',
  'nan',
  'nil',
  'NaT',
  '<NA>',
]);
const EXACT: ReadonlySet<Cell['kind']> = new Set(['email', 'tel', 'url', 'date'] as const);

/** What these begin with: most cells are told by that. */
const FIRST_OF_NOTHING = /^[N#(<\\uUnk?xX–—-]/;

const saysNothing = ({ kind }: Cell, text: string) =>
  FIRST_OF_NOTHING.test(text) && (NOTHING.has(text) || (EXACT.has(kind) && NO_VALUE.has(text)));

/** A cell of a column that is a property of its own; not empty. */
export function addCell(draft: Draft, cell: Cell, text: string, reading: CellReading): void {
  if (text.length < 10 && saysNothing(cell, text)) return undefined;
  switch (cell.kind) {
    case 'plain':
      return add(draft, cell.name, text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text, cell);
    case 'email':
      return addEmails(draft, text, cell);
    case 'tel':
      return addTels(draft, text, cell);
    case 'url':
      return addUrl(draft, text, cell);
    case 'categories':
      for (const tag of tagsIn(text)) add(draft, 'CATEGORIES', tag, cell);
      return undefined;
    case 'date':
      return addDate(draft, cell, text, reading);
    case 'related':
      return addRelated(draft, cell, text, reading.relations);
    default:
      return addOddCell(draft, cell, text, reading.fn);
  }
}

function addOddCell(draft: Draft, cell: Cell, text: string, fn: string): void {
  // Every address is SMTP's unless it says otherwise.
  if (cell.kind === 'email-type' && (text === 'SMTP' || /^smtp$/i.test(text))) return undefined;
  // Said of the value beside it.
  if (cell.kind === 'kind' && (!MAIL_SYSTEM.test(text) || /^smtp$/i.test(text))) return undefined;
  if (cell.kind === 'email-name' && !saysSomething(draft, text, fn)) return undefined;
  if (cell.kind === 'gender') return add(draft, cell.name, genderOf(text), cell);
  if (cell.kind === 'photo' && !/^(?:https?:\/\/|data:image\/)/i.test(text))
    return add(draft, 'X-PHOTO', text, cell);
  return add(draft, cell.name, text, cell);
}

/** People a cell names: several children, one of everybody else. */
function addRelated(draft: Draft, cell: Cell, text: string, relations: Relation[]): void {
  const relation = cell.type || (cell.parameters?.['X-ABLABEL']?.[0] ?? '');
  for (const name of /child|friend|parent/.test(relation) ? listed(text) : [text]) {
    add(draft, 'RELATED', name, cell);
    relations.push({ name, relation });
  }
}

/** What a cell is read with. */
export interface CellReading {
  readonly plan: Pick<Plan, 'dateOrder'>;
  readonly people: Pick<People, 'thisYear'>;
  /** The name, as far as it is known. */
  readonly fn: string;
  readonly relations: Relation[];
}

/** Numbers at which somebody else answers. */
const NOT_THEIRS = /assistant|callback|main|fax|telex/;

/** The person a draft is of, with whatever finds them again. */
function referenceTo(fn: string, { properties }: Draft): PersonRef {
  const first = (name: string, type = '') =>
    properties.find((property) => property.name === name && (type === '' || property.type === type))?.value ??
    '';
  return personRef(fn, {
    email: first('EMAIL'),
    url: first('URL', 'linkedin'),
    tel: properties.find(({ name, type }) => name === 'TEL' && !NOT_THEIRS.test(type))?.value ?? '',
    org: first('ORG'),
  });
}

/** Puts what a draft says about others on record. */
export function addEvidence(people: People, draft: Draft, fn: string, relations: readonly Relation[]): void {
  if (relations.length === 0) return;
  const person = referenceTo(fn, draft);
  for (const { name, relation } of relations)
    people.evidence.push({
      line: draft.line,
      kind: 'related',
      person,
      other: personRef(name),
      text: relation,
    });
}

/** A name written with the address: `Ana Ruiz <ana@example.org>`. */
function nameInMailbox(fields: readonly string[], { cells }: Plan): string {
  for (const { kind, at } of cells) {
    const text = kind === 'email' ? cellAt(fields, at) : '';
    const name = text.includes('<') ? mailbox(text)?.name : undefined;
    if (name !== undefined && name !== '') return name;
  }
  return '';
}

const isNamed = ({ given, family, additional }: StructuredName) =>
  given !== '' || family !== '' || additional !== '';

/** Titles that have columns of their own win over those found in the name. */
const withTitles = (n: StructuredName, { prefix, suffix }: StructuredName): StructuredName => ({
  ...n,
  prefix: prefix || n.prefix,
  suffix: suffix || n.suffix,
});

/** The name as shown, empty when the row has none, and its parts. */
function namesOf(draft: Draft, fields: readonly string[], plan: Plan): { fn: string; n: StructuredName } {
  const parts = structuredName(draft, fields, plan);
  const full = fullName(fields, plan);
  const shown = isNamed(parts) ? full || shownName(parts) : '';
  if (shown !== '' && !isNoName(shown)) return { fn: nameOf(draft, shown), n: parts };
  const fn = nameOf(draft, full || nameInMailbox(fields, plan));
  return { fn, n: fn === '' ? parts : withTitles(splitName(fn), parts) };
}

function readCells(
  draft: Draft,
  fields: readonly string[],
  cells: readonly Cell[],
  reading: CellReading,
): void {
  for (const cell of cells) {
    const text = fields[cell.at];
    if (text === undefined || text === '') continue;
    const trimmed = cellAt(fields, cell.at);
    if (trimmed === '') continue;
    addCell(draft, cell.kindAt === undefined ? cell : ofKind(fields, cell), trimmed, reading);
  }
}

function connectedOn(fields: readonly string[], plan: Plan, thisYear: number): PartialDate | undefined {
  const text = plan.connectedOn < 0 ? '' : cellAt(fields, plan.connectedOn);
  return text === '' ? undefined : readDay(text, plan.dateOrder, thisYear) || undefined;
}

/** Cells beyond all columns, where the first rows had none. */
function addBeyond(draft: Draft, fields: readonly string[], width: number): void {
  for (let at = width; at < fields.length; at++) {
    const text = cellAt(fields, at);
    if (text !== '') add(draft, ownName('', at), text, { type: '' });
  }
}

/** Reads all rows of a table, in order. */
export function readRows({ rows }: Pick<Body, 'rows'>, plan: Plan, people: People): void {
  for (const row of rows()) {
    if (isRow(row)) readRow(row, plan, people);
    else people.unusable.push(row);
  }
}

/** Why a row is of no person; undefined for one that is. */
function whyNobody(
  { properties }: Draft,
  called: string,
  plan: Plan,
): 'NO_NAME' | 'NOT_A_PERSON' | undefined {
  if (plan.isOfLists && properties.some(({ name }) => name === DISTRIBUTION_LIST)) return 'NOT_A_PERSON';
  return called === '' || (properties.length === 0 && FOOTER.test(called)) ? 'NO_NAME' : undefined;
}

/** Reads a row: a contact with its evidence, or NO_NAME when there is nothing to call it by. */
function readRow({ line, fields, issues }: Row, plan: Plan, people: People): void {
  const draft: Draft = { line, properties: [], issues: issues.length === 0 ? [] : [...issues] };
  const { fn, n } = namesOf(draft, fields, plan);
  const relations: Relation[] = [];
  readCells(draft, fields, plan.cells, { plan, people, fn, relations });
  addOrganisation(draft, fields, plan);
  for (const address of plan.addresses) readAddress(draft, fields, address);
  addBirthday(draft, fields, plan);
  plan.more?.(draft, fields, relations);
  if (fields.length > plan.width) addBeyond(draft, fields, plan.width);
  const called = fn || nameOf(draft, standIn(draft));
  const no = whyNobody(draft, called, plan);
  if (no !== undefined) {
    people.unusable.push(issue(line, no));
    return;
  }
  addEvidence(people, draft, called, relations);
  const { properties } = draft;
  const own = draft.issues.length === 0 ? NONE : draft.issues;
  const on = connectedOn(fields, plan, people.thisYear);
  const contact = { line, fn: called, n, properties, issues: own };
  people.contacts.push(on === undefined ? contact : { ...contact, connectedOn: on });
}

const NONE: readonly Issue[] = [];
