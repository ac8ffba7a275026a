// How much of other people's address books the importer keeps: every cell of every row, looked for in what was read.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { decodeText } from '#core/formats/encoding.ts';
import { parseCsv } from '#core/formats/csv-rfc4180.ts';
import { readLdif } from '#core/formats/ldif.ts';
import { headerLines } from '#core/formats/table-dialect.ts';
import type { ContactDraft, ParsedEntry } from '#core/imports/model.ts';
import type { Entry, Recognised } from '#core/imports/source-format.ts';
import { readDay } from '#core/imports/sources/address-book/dates.ts';
import { addressBookFormat, csvFormat } from '#core/imports/sources/address-book/formats.ts';
import { googleFormat } from '#core/imports/sources/address-book/google.ts';
import { googleLabels } from '#core/imports/sources/address-book/google-labels.ts';
import { attributeMeaning } from '#core/imports/sources/address-book/ldif-attributes.ts';
import { ldifFormat } from '#core/imports/sources/ldif.ts';

export interface TableFile {
  readonly file: string;
  /** Absent when the file is of no kind we know; then its rows are counted as of any table. */
  readonly kind?: string;
  /** Rows read, usable or reported. */
  readonly rows: number;
  /** What the index of the corpus says; undefined where it says nothing. */
  readonly expected: number | undefined;
  readonly cells: number;
  /** Cells whose text, date or meaning is in the draft of their row. */
  readonly found: number;
  /** Cells left out on purpose: a product's own groups, `SMTP`, a directory's bookkeeping. */
  readonly leftOut: number;
}

export interface TableReport {
  readonly kind: 'tables';
  readonly files: readonly TableFile[];
  readonly misses: readonly string[];
}

const FORMATS = [ldifFormat, googleFormat, addressBookFormat, csvFormat];
const CONTEXT = {
  now: '2026-01-01T00:00:00Z',
  ownerEmails: new Set<string>(),
  ownerNames: new Set<string>(),
  defaultRegion: undefined,
  reading: {},
};

function entryOf(path: string): Entry {
  const bytes = new Uint8Array(readFileSync(path));
  const { text } = decodeText(bytes);
  return { name: path, bytes, text: () => text, head: text.slice(0, 4096) };
}

function recognised(entry: Entry): Recognised | undefined {
  for (const format of FORMATS) {
    const found = format.recognise(entry, {});
    if (found) return found;
  }
  return undefined;
}

/** Rows of a file by the index of the corpus. */
function indexed(dir: string): ReadonlyMap<string, number> {
  const path = join(dir, 'INDEX.tsv');
  if (!existsSync(path)) return new Map();
  const [header = [], ...rows] = readFileSync(path, 'utf8')
    .split('\n')
    .map((line) => line.split('\t'));
  const file = header.indexOf('file');
  const records = header.indexOf('records');
  return new Map(
    rows.flatMap((row) =>
      /^\d+$/.test(row[records] ?? '') ? [[row[file] ?? '', Number(row[records])]] : [],
    ),
  );
}

const plain = (text: string) =>
  text
    .replace(/\\n/gi, ' ')
    .replace(/\\([\\,;])/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();

/** Everything a draft says, as one text. */
function saidBy({ fn, n, properties, connectedOn = '' }: ContactDraft): string {
  const values = properties.flatMap(({ value, parameters = {} }) => [
    value,
    ...Object.values(parameters).flat(),
  ]);
  return plain([fn, ...Object.values(n), ...values, connectedOn].join('\n'));
}

const LABELS = googleLabels();

/** A cell whose meaning, not its letters, is in the draft: a label that became a TYPE, a date, a part of one. */
function isMeant(cell: string, draft: ContactDraft): boolean {
  const types = [LABELS.typed(cell).type, LABELS.relationship(cell).typed.type].filter((type) => type !== '');
  if (draft.properties.some(({ type }) => types.includes(type))) return true;
  if (LABELS.isAnniversary(cell) && draft.properties.some(({ name }) => name === 'ANNIVERSARY')) return true;
  const dates = draft.properties
    .filter(({ name }) => /^(?:BDAY|ANNIVERSARY|DEATHDATE|X-ABDATE)$/.test(name))
    .map(({ value }) => value);
  const days = (['mdy', 'dmy', 'ymd'] as const).map((order) => readDay(cell, order, 2026));
  if (days.some((day) => day !== undefined && day !== '' && dates.includes(day))) return true;
  return /^\d{1,2}$/.test(cell) && dates.some((date) => date.includes(`-${cell.padStart(2, '0')}`));
}

const OWN_GROUP = /^\* ?\p{L}/u;

type Fate = 'found' | 'left out' | 'missing';

function fateOf(cell: string, said: string, draft: ContactDraft): Fate {
  const text = cell.replace(/\s+/g, ' ').trim();
  if (/^smtp$/i.test(text) || (readDay(text, 'mdy', 2026) === '' && /\d/.test(text))) return 'left out';
  if (said.includes(plain(text)) || isMeant(text, draft)) return 'found';
  const pieces = text.split(/ ?::: ?|[;,] ?/).filter(Boolean);
  const fates = pieces.length < 2 ? [] : pieces.map((piece) => fateOf(piece, said, draft));
  if (fates.length > 0 && !fates.includes('missing')) return 'found';
  return OWN_GROUP.test(text) ? 'left out' : 'missing';
}

/** The cells of the rows that became people, with the line of each. */
function* cellsIn(
  entry: Entry,
  { kind, because }: Recognised,
): Generator<{ line: number; label: string; cell: string }> {
  const text = entry.text();
  if (kind === 'ldif') {
    for (const { line, attributes } of readLdif(text).records)
      for (const { name, value, form } of attributes)
        if (attributeMeaning(name) !== '' && form === 'text') yield { line, label: name, cell: value };
    return;
  }
  for (const header of headerLines(text)) {
    if (header.labels.join(header.delimiter) !== because) continue;
    const { records } = parseCsv(text.slice(header.bodyAt), header.delimiter, header.bodyLine);
    for (const { line, fields } of records)
      for (const [at, cell] of fields.entries())
        yield { line, label: header.labels[at] ?? String(at + 1), cell };
    return;
  }
}

const rowsIn = ({ contacts, issues }: ParsedEntry) =>
  contacts.length + new Set(issues.filter(({ line }) => line > 0).map(({ line }) => line)).size;

interface Measured {
  readonly report: TableFile;
  readonly misses: readonly string[];
}

/** The cells of a file, by what became of them; those of rows that became nobody are the rows' loss. */
function fatesIn(
  entry: Entry,
  found: Recognised,
  parsed: ParsedEntry,
): { fates: Record<Fate, number>; missing: string[] } {
  const fates: Record<Fate, number> = { found: 0, 'left out': 0, missing: 0 };
  const missing: string[] = [];
  const drafts = new Map(parsed.contacts.map((draft) => [draft.line, { draft, said: saidBy(draft) }]));
  for (const { line, label, cell } of cellsIn(entry, found)) {
    const row = drafts.get(line);
    if (!row || cell.trim() === '') continue;
    const fate = fateOf(cell, row.said, row.draft);
    fates[fate]++;
    if (fate === 'missing') missing.push(`${line} ${label}: ${JSON.stringify(cell.slice(0, 100))}`);
  }
  return { fates, missing };
}

function measureFile(path: string, file: string, expected: number | undefined): Measured {
  const entry = entryOf(path);
  const found = recognised(entry);
  const parsed = (found ?? csvFormat.recognise(entry, { kind: 'csv' }))?.parse(CONTEXT);
  const rows = parsed ? rowsIn(parsed) : 0;
  const counted = { file, rows, expected };
  if (!found || !parsed) return { report: { ...counted, cells: 0, found: 0, leftOut: 0 }, misses: [] };
  const { fates, missing } = fatesIn(entry, found, parsed);
  const misses = missing.map((miss) => `${file}:${miss}`);
  if (expected !== undefined && rows !== expected) misses.push(`${file}: ${rows} rows of ${expected}`);
  const cells = fates.found + fates.missing;
  return {
    report: { ...counted, kind: found.kind, cells, found: fates.found, leftOut: fates['left out'] },
    misses,
  };
}

function filesBelow(dir: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(?:csv|tsv|txt|ldif|ldi)$/i.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .toSorted();
}

/**
 * Reads every table below `DIR/csv` and `DIR/ldif` and looks each non-empty cell up in the draft of its row: as text, in a
 * parameter, as a date in another form, as the TYPE a label became. `INDEX.tsv` in DIR says how many rows a file has.
 */
export async function measureTables(dir: string): Promise<TableReport> {
  const expected = indexed(dir);
  const measured = [...filesBelow(join(dir, 'csv')), ...filesBelow(join(dir, 'ldif'))].map((path) => {
    const file = relative(dir, path).replaceAll('\\', '/');
    return measureFile(path, file, expected.get(file));
  });
  return {
    kind: 'tables',
    files: measured.map(({ report }) => report),
    misses: measured.flatMap(({ misses }) => misses),
  };
}
