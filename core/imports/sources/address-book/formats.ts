// The address books that come as tables, as formats of an import: products by their columns, and any other table.
import type { ColumnMapping, SourceKind } from '../../model.ts';
import type { Entry, Recognised, SourceFormat } from '../../source-format.ts';
import { headerAt } from '#core/formats/table-dialect.ts';
import { sniffDelimiter } from '#core/formats/csv-rfc4180.ts';
import { headerlessMapping } from './headerless.ts';
import { mailListIn } from './mail-list.ts';
import { isOfPeople } from './products.ts';
import { mappedTable, recognisedTable, type Table, tableAt, tablesIn } from './table.ts';
import { unwrapped } from './unwrapped.ts';

const PRODUCTS: readonly SourceKind[] = ['outlook-csv', 'thunderbird-csv', 'windows-mail-csv', 'yahoo-csv'];

/** How many different things it says: a label that stands twice says no more than once. */
const understood = ({ columns: { meanings } }: Table) =>
  new Set(meanings.filter((meaning) => meaning !== undefined)).size;

/** A line further down is damage, or another table, unless it says so much more that the one above was no header. */
const MUCH_MORE = 1.5;

/** Of several ways to cut the same line the one that says most, and the first line that says something. */
const best = (tables: readonly Table[], accepts: (table: Table) => boolean): Table | undefined => {
  let found: Table | undefined;
  for (const table of tables) {
    if (!accepts(table)) continue;
    const more = found?.header.line === table.header.line ? 1 : MUCH_MORE;
    if (found === undefined || understood(table) > understood(found) * more) found = table;
  }
  return found;
};

/** By its own columns, or by those its owner has corrected. */
const asRead = (kind: SourceKind, entry: Entry, table: Table, mapping: ColumnMapping | undefined) =>
  mapping ? mappedTable(kind, entry, mapping) : recognisedTable(kind, entry, table);

/**
 * Outlook (desktop, outlook.com, the one Google writes), Thunderbird, Windows Mail, Windows Live Mail, Outlook Express
 * and Yahoo, in every language of the dictionaries; Outlook's and Thunderbird's full exports in any language. A reading
 * that names one of them takes any table of people as that.
 */
export const addressBookFormat: SourceFormat = {
  kinds: PRODUCTS,
  recognise(file, reading) {
    const entry = unwrapped(file);
    const { kind, mapping } = reading;
    if (kind !== undefined && !PRODUCTS.includes(kind)) return undefined;
    if (kind !== undefined && mapping) return mappedTable(kind, entry, mapping);
    const table = best(
      tablesIn(entry),
      (candidate) => candidate.product !== undefined && (kind === undefined || candidate.product === kind),
    );
    if (table?.product) return asRead(table.product, entry, table, mapping);
    const other =
      kind === undefined ? undefined : best(tablesIn(entry), ({ columns }) => isOfPeople(columns));
    return other && kind && recognisedTable(kind, entry, other);
  },
};

/** The first lines of a text without a cut-off last one. */
const wholeLines = (entry: Entry) => {
  const end = Math.max(entry.head.lastIndexOf('\n'), entry.head.lastIndexOf('\r'));
  return end > 0 ? entry.head.slice(0, end) : entry.head;
};

/** A list of addresses has hardly more than them. */
const MOST_LIST_COLUMNS = 3;

/** A column of addresses under the one word `E-mail`. */
const isMailList = (entry: Entry) => (table: Table) => {
  const { header } = table;
  if (!table.columns.targets.includes('EMAIL') || header.labels.length > MOST_LIST_COLUMNS) return false;
  const below = headerlessMapping(wholeLines(entry).slice(header.bodyAt), [header.delimiter]);
  const at = table.columns.targets.indexOf('EMAIL');
  return below?.columns[at]?.name === 'EMAIL';
};

/** Any table at all, for an owner who says that it is one: its first line names the columns, unless it is data. */
function anyTable(entry: Entry): Recognised {
  const known = best(tablesIn(entry), () => true);
  if (known) return recognisedTable('csv', entry, known);
  const delimiter = sniffDelimiter(entry.head);
  const header = headerAt(entry.head, 1, delimiter);
  return recognisedTable('csv', entry, tableAt(entry.head, header));
}

const headerless = (entry: Entry): ColumnMapping | undefined => headerlessMapping(wholeLines(entry));

/**
 * Any other table whose columns say that it is one of people, and lists of mail addresses with or without a header.
 * Reads every table when it is told to.
 */
export const csvFormat: SourceFormat = {
  kinds: ['csv'],
  recognise(file, reading) {
    const entry = unwrapped(file);
    const { kind, mapping } = reading;
    if (kind !== undefined && kind !== 'csv') return undefined;
    if (kind === 'csv' && mapping) return mappedTable('csv', entry, mapping);
    const written = mapping ? undefined : mailListIn(entry);
    if (written) return written;
    const table =
      best(tablesIn(entry), ({ columns }) => isOfPeople(columns)) ?? best(tablesIn(entry), isMailList(entry));
    if (table) return asRead('csv', entry, table, mapping);
    const list = headerless(entry);
    if (list) return withFirstLine(entry, mappedTable('csv', entry, mapping ?? list));
    return kind === 'csv' ? anyTable(entry) : undefined;
  },
};

/** A list without a header is known by its first line. */
const withFirstLine = (entry: Entry, recognised: Recognised): Recognised => ({
  kind: recognised.kind,
  because: entry.head.split(/[\r\n]/, 1)[0]!.slice(0, 200),
  get mapping() {
    return recognised.mapping!;
  },
  parse: (context) => recognised.parse(context),
});
