// LinkedIn's Connections.csv of any era: everybody the owner is connected with.
import { linkedInKey, looksLikeEmail } from '#core/contacts/identity.ts';
import type { StructuredName } from '#core/contacts/model.ts';
import { nameFromFields, splitName } from '#core/contacts/names.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import { findHeader, type Header, isConnectionsHeader } from '../header.ts';
import type { ContactDraft, DraftProperty, Issue, ParsedEntry } from '../model.ts';
import { numericOrder, readDate, usualOrder } from './linkedin-dates.ts';
import { extrasReader } from './linkedin-extras.ts';
import {
  bodyOf,
  cellReader,
  fullName,
  issue,
  letGo,
  miscounted,
  rejoined,
  type Row,
  withoutHeader,
  wrongCount,
} from './table.ts';

interface Reading {
  readonly header: Header;
  readonly cell: ReturnType<typeof cellReader>;
  /** Remembers dates already read: thousands of rows share a few hundred of them. */
  readonly dateOf: (text: string) => PartialDate | undefined;
  /** Reads columns that are not LinkedIn's, where there are some. */
  readonly addExtras: ReturnType<typeof extrasReader>;
}

/**
 * Reads Connections.csv: with the 3-line preamble, one line of it, none; with URL (since about 2021) or without;
 * date-only rows (hidden members) are UNAVAILABLE_MEMBER, never a blank person. A row whose cells do not fit the
 * header is repaired where that is safe, else it is WRONG_COLUMN_COUNT. Never throws.
 */
export function parseConnections(text: string, header = findHeader(text, isConnectionsHeader)): ParsedEntry {
  if (!header) return withoutHeader('linkedin-connections');
  const { rows, issues } = bodyOf(text, header);
  const reading = readingOf(header, rows);
  const contacts: ContactDraft[] = [];
  const unusable: Issue[] = [...issues];
  for (const row of letGo(rows)) {
    const result = readRow(row, reading);
    if ('code' in result) unusable.push(result);
    else contacts.push(result);
  }
  return { kind: 'linkedin-connections', contacts, invitations: [], issues: unusable };
}

function readingOf(header: Header, rows: readonly Row[]): Reading {
  const cell = cellReader(header);
  const order = numericOrder(
    rows.map(({ fields }) => cell(fields, 'connectedOn')),
    usualOrder(header),
  );
  const dates = new Map<string, PartialDate | undefined>();
  const dateOf = (text: string) => {
    if (!dates.has(text)) dates.set(text, readDate(text, order));
    return dates.get(text);
  };
  return { header, cell, dateOf, addExtras: extrasReader(header) };
}

/** The cells under their columns, or undefined when that cannot be told. */
function aligned({ fields, last }: Row, { header, cell, dateOf }: Reading): readonly string[] | undefined {
  const expected = header.labels.length;
  if (fields.length === expected) return fields;
  // A file that was cut off ends in half a record, maybe in half an address: not to be trusted.
  if (fields.length < expected) return last ? undefined : fields;
  const repaired = rejoined(fields, header);
  if (repaired) return repaired;
  // The address and the date stand where they should: only what is between them is uncertain, and is left out.
  const dateAt = header.columns.get('connectedOn');
  const urlAt = header.columns.get('url');
  if (urlAt === undefined || dateAt !== expected - 1) return undefined;
  if (linkedInKey(cell(fields, 'url')) === undefined || dateOf((fields.at(-1) ?? '').trim()) === undefined)
    return undefined;
  return fields.slice(0, urlAt + 1).concat(
    Array.from({ length: dateAt - urlAt - 1 }, () => ''),
    fields.at(-1) ?? '',
  );
}

const NONE: readonly Issue[] = [];
/** What may be said of a member whose name is not. */
const WITHOUT_NAME = ['url', 'email', 'company', 'position'] as const;

function readRow(row: Row, reading: Reading): ContactDraft | Issue {
  const { line } = row;
  const { cell, header } = reading;
  const fields = aligned(row, reading);
  if (!fields) return wrongCount(row, header);
  const name = nameOf(fields, cell);
  if (name === undefined) {
    const isKnown = WITHOUT_NAME.some((column) => cell(fields, column) !== '');
    return issue(line, isKnown ? 'NO_NAME' : 'UNAVAILABLE_MEMBER');
  }
  const issues: Issue[] = [];
  if (row.broken) issues.push(issue(line, 'UNCLOSED_QUOTE'));
  if (miscounted(row, header)) issues.push(wrongCount(row, header));
  const properties = propertiesOf(fields, cell, (code, value) => issues.push(issue(line, code, { value })));
  reading.addExtras?.({ line, properties, issues }, fields, name.fn);
  const date = cell(fields, 'connectedOn');
  const connectedOn = date === '' ? undefined : reading.dateOf(date);
  if (date !== '' && connectedOn === undefined)
    issues.push(issue(line, 'BAD_DATE', { value: date.slice(0, 100) }));
  return {
    line,
    ...name,
    properties,
    ...(connectedOn !== undefined && { connectedOn }),
    issues: issues.length === 0 ? NONE : issues,
  };
}

/** The name as LinkedIn shows it, and its parts without degrees and pictures; undefined when both fields are empty. */
function nameOf(
  fields: readonly string[],
  cell: Reading['cell'],
): { fn: string; n: StructuredName } | undefined {
  const full = cell(fields, 'fullName');
  if (full !== '') return { fn: full, n: splitName(full) };
  const first = cell(fields, 'firstName');
  const last = cell(fields, 'lastName');
  if (first === '' && last === '') return undefined;
  const fn = fullName(first, last);
  return { fn, n: nameFromFields(first, last) };
}

function propertiesOf(
  fields: readonly string[],
  cell: Reading['cell'],
  report: (code: 'BAD_URL' | 'BAD_EMAIL', value: string) => void,
): DraftProperty[] {
  const properties: DraftProperty[] = [];
  const url = cell(fields, 'url');
  if (linkedInKey(url) !== undefined) properties.push({ name: 'URL', value: url, type: 'linkedin' });
  else if (url !== '') report('BAD_URL', url.slice(0, 200));
  for (const email of cell(fields, 'email').split(/[;,\s]+/)) {
    if (looksLikeEmail(email)) properties.push({ name: 'EMAIL', value: email, type: '' });
    else if (email !== '') report('BAD_EMAIL', email.slice(0, 200));
  }
  const org = cell(fields, 'company');
  const title = cell(fields, 'position');
  if (org !== '') properties.push({ name: 'ORG', value: org, type: '' });
  if (title !== '') properties.push({ name: 'TITLE', value: title, type: '' });
  return properties;
}
