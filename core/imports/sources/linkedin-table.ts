// What LinkedIn's small tables share: columns found by their labels, rows that fit their header, a format around both.
import { type Header, candidateHeaders, findHeader, labelKey } from '../header.ts';
import type { Issue, ParsedEntry, SourceKind } from '../model.ts';
import type { Entry, ReadingContext, Recognised, SourceFormat } from '../source-format.ts';
import { bodyOf, issue, rejoined, type Row, withoutHeader, wrongCount } from './table.ts';

/** The labels of each column, joined by `|`; the first is what LinkedIn writes today. */
export type Labels<Name extends string> = Readonly<Record<Name, string>>;

export interface TableRow<Name extends string> {
  /** 1-based physical line the row starts on. */
  readonly line: number;
  /** Small things wrong with a row that is still usable. */
  readonly issues: readonly Issue[];
  /** The cell of a column without surrounding space; '' when the column or the cell is missing. */
  readonly cell: (name: Name) => string;
}

export interface Table<Name extends string> {
  readonly header: Header;
  readonly has: (...names: Name[]) => boolean;
  readonly rows: readonly TableRow<Name>[];
  /** Rows that could not be used, and what is wrong with the entry. */
  readonly issues: readonly Issue[];
}

export interface TableSource<Name extends string> {
  readonly kind: SourceKind;
  readonly labels: Labels<Name>;
  /** Whether a table with these columns is of this kind. */
  readonly accepts: (has: (...names: Name[]) => boolean, header: Header) => boolean;
  /** False for entries whose name says that they are something else with the same columns. */
  readonly acceptsName?: (entryName: string) => boolean;
  readonly read: (table: Table<Name>, context: ReadingContext, entryName: string) => Partial<ParsedEntry>;
}

const UNUSED = '';
const NONE: readonly Issue[] = [];

/** Finds columns by labels without case, accents, spaces and punctuation; the first of two equal labels counts. */
function columnFinder<Name extends string>(labels: Labels<Name>) {
  const nameOf = new Map<string, Name>();
  for (const key of Object.keys(labels)) {
    // Object.keys of a Record<Name, string> literal are exactly its names.
    const name = key as Name;
    for (const label of labels[name].split('|')) nameOf.set(labelKey(label), name);
  }
  return (header: Header): ReadonlyMap<Name, number> => {
    const columns = new Map<Name, number>();
    for (const [at, label] of header.labels.entries()) {
      const name = label === UNUSED ? undefined : nameOf.get(labelKey(label));
      if (name !== undefined && !columns.has(name)) columns.set(name, at);
    }
    return columns;
  };
}

/** Headers are looked for once an entry, however many formats ask. */
const scanned = new WeakMap<Entry, readonly Header[]>();

function headersIn(entry: Entry): readonly Header[] {
  const known = scanned.get(entry) ?? [...candidateHeaders(entry.head)];
  scanned.set(entry, known);
  return known;
}

/** A row's cells under the header; undefined when it cannot be told which cell is which. */
function fitted(row: Row, header: Header): readonly string[] | undefined {
  const extra = row.fields.length - header.labels.length;
  if (extra === 0) return row.fields;
  // A file that was cut off ends in half a record, maybe in half a cell: not to be trusted.
  if (extra < 0) return row.last ? undefined : row.fields;
  return rejoined(row.fields, header);
}

function rowIssues(row: Row, header: Header): Issue[] {
  const issues: Issue[] = [];
  if (row.broken) issues.push(issue(row.line, 'UNCLOSED_QUOTE'));
  const { fields } = row;
  const surplus = fields.slice(header.labels.length).some((field) => field.trim() !== '');
  if (fields.length < header.labels.length || surplus) issues.push(wrongCount(row, header));
  return issues;
}

function tableUnder<Name extends string>(
  text: string,
  header: Header,
  columns: ReadonlyMap<Name, number>,
): Table<Name> {
  const body = bodyOf(text, header);
  const rows: TableRow<Name>[] = [];
  const issues = [...body.issues];
  for (const row of body.rows) {
    const fields = fitted(row, header);
    if (fields === undefined) {
      issues.push(wrongCount(row, header));
      continue;
    }
    const cell = (name: Name) => {
      const at = columns.get(name);
      return at === undefined ? '' : (fields[at] ?? '').trim();
    };
    // A closure a row, and no list of issues for the many rows that are fine.
    const own = row.broken || fields !== row.fields || fields.length < header.labels.length;
    rows.push({ line: row.line, cell, issues: own ? rowIssues(row, header) : NONE });
  }
  return { header, has: (...names) => names.every((name) => columns.has(name)), rows, issues };
}

/**
 * A format for one of LinkedIn's tables: recognised by its columns wherever the header stands, whatever the delimiter.
 * A reading that names the kind is content with any header that has two of the columns. `read` never throws, so neither
 * does the format.
 */
export function tableFormat<Name extends string>(source: TableSource<Name>): SourceFormat {
  const columnsOf = columnFinder(source.labels);
  const isHeader = (header: Header) => {
    const columns = columnsOf(header);
    return source.accepts((...names) => names.every((name) => columns.has(name)), header);
  };
  const isAnyHeader = (header: Header) => columnsOf(header).size >= 2;
  const parse = (entry: Entry, context: ReadingContext): ParsedEntry => {
    const text = entry.text();
    const forced = context.reading.kind === source.kind;
    const header = findHeader(text, isHeader) ?? (forced ? findHeader(text, isAnyHeader) : undefined);
    if (!header) return withoutHeader(source.kind);
    const table = tableUnder(text, header, columnsOf(header));
    const parsed = source.read(table, context, entry.name);
    const issues = [...table.issues, ...(parsed.issues ?? [])];
    return { contacts: [], invitations: [], ...parsed, kind: source.kind, issues };
  };
  const recognised = (entry: Entry, because: string): Recognised => ({
    kind: source.kind,
    because,
    parse: (context) => parse(entry, context),
  });
  return {
    kinds: [source.kind],
    recognise: (entry, reading) => {
      const forced = reading.kind === source.kind;
      if (!forced && source.acceptsName?.(entry.name) === false) return undefined;
      const headers = headersIn(entry);
      const header = headers.find(isHeader) ?? (forced ? headers.find(isAnyHeader) : undefined);
      return header && recognised(entry, header.labels.join(header.delimiter));
    },
  };
}

/** The file name without folders and case: for the few tables whose columns do not tell which they are. */
export const bareName = (entryName: string) =>
  entryName.slice(Math.max(entryName.lastIndexOf('/'), entryName.lastIndexOf('\\')) + 1).toLowerCase();
