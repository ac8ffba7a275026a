// A table of people as it is recognised and read: its header, what its columns are, its rows.
import { type HeaderLine, headerAt, headerLines } from '#core/formats/table-dialect.ts';
import type { ColumnMapping, ParsedEntry, SourceKind } from '../../model.ts';
import type { Entry, ReadingContext, Recognised } from '../../source-format.ts';
import { issue } from '../table.ts';
import { type Columns, columnsOf, mayBeHeader } from './columns.ts';
import { orderOf } from './dates.ts';
import type { DateOrder } from './labels/model.ts';
import { planOf } from './plan.ts';
import { asMeantBy, productOf } from './products.ts';
import { cellAt } from './cells.ts';
import { type People, readRows } from './row.ts';
import { type Body, bodyOf, isRow } from './rows.ts';
import { columnOf, ownName } from './targets.ts';

/** A header that was found, with the meaning of its columns. */
export interface Table {
  readonly header: HeaderLine;
  readonly columns: Columns;
  readonly product: ReturnType<typeof productOf>;
}

/** Values of a column in the beginning of the text, for labels that mean two things. */
function sampled(head: string, header: HeaderLine): (at: number) => readonly string[] {
  let rows: Body['sample'] | undefined;
  return (at) => {
    // Up to the last whole line of what there is.
    const end = Math.max(head.lastIndexOf('\n'), head.lastIndexOf('\r')) + 1;
    rows ??= bodyOf(end > header.bodyAt ? head.slice(0, end) : head, header).sample.slice(0, 20);
    return rows.map(({ fields }) => cellAt(fields, at));
  };
}

export function tableAt(head: string, header: HeaderLine): Table {
  const columns = columnsOf(header.labels, sampled(head, header));
  return { header, columns, product: productOf(columns) };
}

/** A file where every line could be a header is no table of people. */
const MOST_TABLES = 12;
const CACHED = new WeakMap<Entry, readonly Table[]>();

/** Whatever could be a header in the first lines; asked for again and again, so remembered with the entry. */
export function tablesIn(entry: Entry): readonly Table[] {
  const cached = CACHED.get(entry);
  if (cached) return cached;
  const tables: Table[] = [];
  const text = isWholeLine(entry.head) ? entry.head : entry.text();
  for (const header of headerLines(text)) {
    if (mayBeHeader(header.labels)) tables.push(tableAt(text, header));
    if (tables.length === MOST_TABLES) break;
  }
  CACHED.set(entry, tables);
  return tables;
}

/** A header longer than the beginning has to be seen whole. */
const isWholeLine = (head: string) => /[\r\n]/.test(head);

const MOST_LOOKED = 20_000;

const isDate = (name: string) => /^(?:BDAY|ANNIVERSARY|DEATHDATE|CONNECTED-ON)$/.test(name);

function* datesIn({ rows }: Body, columns: ColumnMapping['columns']): Generator<string> {
  const at = columns.flatMap(({ name }, index) => (isDate(name) ? [index] : []));
  if (at.length === 0) return;
  let looked = 0;
  for (const row of rows()) {
    if (!isRow(row)) continue;
    // A column without a date for so long is not read to its end just to know that.
    if (++looked > MOST_LOOKED) return;
    for (const index of at) {
      const text = row.fields[index];
      if (text !== undefined && text !== '') yield text;
    }
  }
}

/** English is written in two orders; where a table is cut at semicolons the day comes first. */
const usualOrder = ({ columns: { lexicon }, header }: Table): DateOrder =>
  lexicon.language.code === 'en' && header.delimiter === ';' ? 'dmy' : lexicon.language.dateOrder;

const MOST_COLUMNS = 500;

/** A first column without a name in which rows are counted: a spreadsheet's or a program's own, about nobody. */
function countsRows({ header: { labels } }: Table, { sample }: Body): boolean {
  if (labels[0] !== '' || sample.length < 2) return false;
  const first = cellAt(sample[0]!.fields, 0);
  return (
    /^\d{1,9}$/.test(first) &&
    sample.every(({ fields }, at) => at === 0 || cellAt(fields, 0) === String(Number(first) + at))
  );
}

/** The mapping a table has by itself; columns beyond the labels, where rows have any, keep their values too. */
function mappingOf(table: Table, body: Body): ColumnMapping {
  const targets = asMeantBy(table.product, table.columns);
  const columns = targets.map(columnOf);
  if (countsRows(table, body)) columns[0] = { name: '', type: '' };
  for (let at = columns.length; at < body.width; at++) columns.push({ name: ownName('', at), type: '' });
  return {
    delimiter: table.header.delimiter,
    headerLine: table.header.line,
    dateOrder: orderOf(datesIn(body, columns), usualOrder(table)),
    columns,
  };
}

/** A table as one entry of a batch. */
export function readTable(
  kind: SourceKind,
  body: Body,
  mapping: ColumnMapping,
  options: { readonly labels: readonly string[]; readonly context: ReadingContext },
): ParsedEntry {
  const { labels, context } = options;
  const plan = planOf(mapping, labels);
  const people: People = {
    contacts: [],
    evidence: [],
    unusable: [],
    thisYear: Number(context.now.slice(0, 4)),
  };
  readRows(body, plan, people);
  const { contacts, evidence, unusable } = people;
  return { kind, contacts, invitations: [], ...(evidence.length > 0 && { evidence }), issues: unusable };
}

const because = ({ labels, delimiter }: HeaderLine) => labels.join(delimiter);

/** A recognised table, to be read by its own columns unless its owner says otherwise. */
export function recognisedTable(kind: SourceKind, entry: Entry, table: Table): Recognised {
  let body: Body | undefined;
  const bodyNow = () => (body ??= bodyOf(entry.text(), table.header));
  let mapping: ColumnMapping | undefined;
  const ownMapping = () => (mapping ??= mappingOf(table, bodyNow()));
  return {
    kind,
    because: because(table.header),
    // Which number of a date is the month needs all rows: only who asks for the mapping has it looked at.
    get mapping() {
      const own = ownMapping();
      return own.columns.length > MOST_COLUMNS
        ? { ...own, columns: own.columns.slice(0, MOST_COLUMNS) }
        : own;
    },
    parse: (context) => {
      const { labels } = table.header;
      return readTable(kind, bodyNow(), ownMapping(), { labels, context });
    },
  };
}

/** A table read as its owner wants it: delimiter, header, order of dates and columns are theirs. */
export function mappedTable(kind: SourceKind, entry: Entry, mapping: ColumnMapping): Recognised {
  const header = headerAt(entry.text(), mapping.headerLine, mapping.delimiter);
  const whole = { ...mapping, columns: mapping.columns };
  let body: Body | undefined;
  const bodyNow = () => (body ??= bodyOf(entry.text(), header));
  const full = (): ColumnMapping => {
    // Cut at another sign, what was a column is none any more: then the labels are asked again.
    if (whole.columns.length > 0) return whole;
    const own = mappingOf(tableAt(entry.text(), header), bodyNow());
    return { ...own, dateOrder: mapping.dateOrder };
  };
  return {
    kind,
    because: because(header),
    get mapping() {
      return full();
    },
    parse: (context) => {
      if (mapping.headerLine > 0 && header.line === 0)
        return { kind, contacts: [], invitations: [], issues: [issue(0, 'NO_HEADER')] };
      return readTable(kind, bodyNow(), full(), { labels: header.labels, context });
    },
  };
}
