// One entry of what was dropped, from its bytes to drafts and a line for the report.
import { parseCsv } from '#core/formats/csv-rfc4180.ts';
import { decodeText } from '#core/formats/encoding.ts';
import { detectEntry } from './detect.ts';
import { entryOf, HEAD_BYTES } from './entry.ts';
import { readableAs } from './formats.ts';
import { withoutNobody } from './nobody.ts';
import type { Encoding } from '#core/formats/encodings.ts';
import type { ColumnMapping, EntryReport, ParsedEntry, Reading, SourceKind } from './model.ts';
import { otherFile } from './other-files.ts';
import type { ReadingContext, Recognised } from './source-format.ts';
import type { Correspondence } from './sources/correspondence.ts';
import { issue } from './sources/table.ts';
import { withInternationalNumbers } from './telephones.ts';

export interface ReadEntry {
  readonly report: EntryReport;
  /** Only for a recognised entry. */
  readonly parsed?: ParsedEntry;
}

/**
 * Decodes, recognises and parses one entry. `report.records` counts every record found, usable or not. Sensitive and
 * unknown entries are not parsed. Letters that could not be decoded are one UNDECODABLE_TEXT issue of the entry.
 */
export function readEntry(name: string, bytes: Uint8Array, context: ReadingContext): ReadEntry {
  const entry = entryOf(name, bytes, context.reading.encoding);
  const { recognised, verdict, because } = detectEntry(entry, context.reading);
  if (!recognised) return { report: leftAlone({ entryName: name, records: 0, verdict, because }, bytes) };
  const parsed = withInternationalNumbers(withoutNobody(recognised.parse(context)), context.defaultRegion);
  const decoded = entry.decoded();
  const undecodable = decoded?.undecodable ?? 0;
  const issues =
    undecodable > 0
      ? [issue(0, 'UNDECODABLE_TEXT', { letters: undecodable }), ...parsed.issues]
      : parsed.issues;
  return {
    report: reportOf(name, recognised, parsed, recognised.encoding ?? decoded?.encoding),
    parsed: { ...parsed, issues },
  };
}

/** What it is, of a file nobody knows. */
function leftAlone(report: EntryReport, bytes: Uint8Array): EntryReport {
  const other = report.verdict === 'unknown' ? otherFile(report.entryName, bytes) : undefined;
  return other === undefined ? report : { ...report, other };
}

/** The report of a recognised entry; a record that is both a person and evidence counts once. */
export function reportOf(
  entryName: string,
  { mapping, because }: Pick<Recognised, 'mapping' | 'because'>,
  parsed: ParsedEntry,
  encoding: Encoding | undefined,
): EntryReport {
  return {
    entryName,
    kind: parsed.kind,
    ...(encoding !== undefined && { encoding }),
    records: recordsIn(parsed),
    verdict: 'recognised',
    because: because.slice(0, 2000),
    ...(mapping !== undefined && { mapping }),
  };
}

function recordsIn({
  contacts,
  invitations,
  events = [],
  evidence = [],
  letters = [],
  diary = [],
  owner,
  issues,
}: ParsedEntry): number {
  const lines = new Set<number>();
  for (const { line } of issues) if (line > 0) lines.add(line);
  for (const { line } of events) lines.add(line);
  const people = contacts.length + invitations.length;
  // Ties are read off people and events; only where there is nothing else are they the records.
  for (const { line } of people + events.length > 0 ? [] : [...evidence, ...letters]) lines.add(line);
  const records = people + diary.length + lines.size;
  return records === 0 && owner !== undefined ? 1 : records;
}

/**
 * Adds to what was read of each mail file the people and ties that all of them together show; other entries stay as they
 * are. For entries read with this correspondence in their context, after the last of them.
 */
export function withCorrespondence(read: readonly ReadEntry[], correspondence: Correspondence): ReadEntry[] {
  const parts = correspondence.end();
  return read.map(({ report, parsed }) => {
    const part = isMail(report) ? parts.get(report.entryName) : undefined;
    if (parsed === undefined || part === undefined) return { report, ...(parsed && { parsed }) };
    const whole = { ...parsed, ...part, issues: [...parsed.issues, ...part.issues] };
    return { report: { ...report, records: recordsIn(whole) }, parsed: whole };
  });
}

const isMail = ({ kind }: EntryReport): boolean => kind === 'mailbox' || kind === 'mail-message';

/** What the owner sees of an entry before saying how to read it. */
export interface Look {
  /** Its beginning, as decoded now. */
  readonly head: string;
  readonly encoding: Encoding;
  /** Of a table the first rows, header included. */
  readonly rows: readonly (readonly string[])[];
  readonly mapping?: ColumnMapping;
  /** What it could be read as, the likeliest first. */
  readonly kinds: readonly SourceKind[];
}

const LOOK_CHARACTERS = 4000;
const LOOK_ROWS = 20;

/** The beginning of an entry as it would be read; `bytes` may be its first 64 KiB only. Never throws. */
export function lookAt(name: string, bytes: Uint8Array, reading: Reading): Look {
  const head = bytes.subarray(0, HEAD_BYTES);
  const { text, encoding } = decodeText(head, reading.encoding);
  const entry = entryOf(name, head, reading.encoding);
  const { recognised } = detectEntry(entry, reading);
  const mapping = reading.mapping ?? recognised?.mapping;
  return {
    head: text.slice(0, LOOK_CHARACTERS),
    encoding: recognised?.encoding ?? encoding,
    rows: mapping === undefined ? [] : rowsOf(text, mapping),
    ...(mapping !== undefined && { mapping }),
    kinds: readableAs(entry, { encoding: reading.encoding }),
  };
}

function rowsOf(text: string, { delimiter, headerLine }: ColumnMapping): (readonly string[])[] {
  const { records } = parseCsv(text, delimiter);
  const from = records.findIndex(({ line }) => line >= headerLine);
  return records.slice(Math.max(from, 0), Math.max(from, 0) + LOOK_ROWS).map(({ fields }) => fields);
}
