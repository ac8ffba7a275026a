// How exactly LinkedIn's own files are read: every row accounted for, every cell that is meant to be kept found again.
import fs from 'node:fs/promises';
import path from 'node:path';
import Papa from 'papaparse';
import { decodeText } from '#core/formats/encoding.ts';
import { detectEntry } from '#core/imports/detect.ts';
import { candidateHeaders, type Header, labelKey } from '#core/imports/header.ts';
import type { ParsedEntry, SourceKind } from '#core/imports/model.ts';
import type { Entry } from '#core/imports/source-format.ts';
import { readDateTime, readPeriodDate } from '#core/imports/sources/linkedin-dates.ts';
import { bodyOf } from '#core/imports/sources/table.ts';

export interface LinkedInFileReport {
  readonly file: string;
  /** Undefined for files that are recognised as nothing about people, or not at all. */
  readonly kind: SourceKind | undefined;
  readonly rows: number;
  /** Rows that papaparse finds below the header; undefined where no header is known. */
  readonly expected: number | undefined;
  readonly cells: number;
  readonly found: number;
}

export interface LinkedInReport {
  readonly kind: 'linkedin';
  readonly files: readonly LinkedInFileReport[];
  /** Cells found again, of those meant to be kept, in percent; the bar is 100. */
  readonly exact: number;
  readonly misses: readonly string[];
}

/** The columns that are meant to be kept, by label; all others are left out on purpose. */
const KEPT: Partial<Record<SourceKind, readonly string[]>> = {
  'linkedin-connections': [
    'firstname prenom',
    'lastname nom',
    'url',
    'emailaddress adresseemail',
    'company entreprise',
    'position poste',
    'connectedon datedeconnexion',
  ],
  'linkedin-invitations': ['from', 'to', 'sentat', 'message', 'inviterprofileurl', 'inviteeprofileurl'],
  'linkedin-profile': ['firstname', 'lastname', 'headline'],
  'linkedin-contacts': [
    'firstname',
    'lastname',
    'companies',
    'title',
    'emails',
    'phonenumbers',
    'addresses',
    'sites',
    'instantmessagehandles',
    'birthday',
    'location',
    'profiles',
  ],
  'linkedin-positions': ['companyname', 'title', 'location', 'startedon', 'finishedon'],
  'linkedin-education': ['schoolname', 'startdate', 'enddate', 'degreename'],
  'linkedin-email-addresses': ['emailaddress'],
  'linkedin-phone-numbers': ['extension', 'number'],
  'linkedin-recommendations': ['firstname', 'lastname', 'company', 'creationdate'],
  'linkedin-endorsements': [
    'endorserfirstname endorseefirstname',
    'endorserlastname endorseelastname',
    'endorserpublicurl endorseepublicurl',
  ],
  'linkedin-events': ['eventname', 'eventtime', 'externalurl'],
};

/** Everything a reading kept, as one text a record and one for the whole entry. */
function textsOf(parsed: ParsedEntry): { byLine: Map<number, string>; all: string } {
  const byLine = new Map<number, string>();
  const drafts = [...parsed.contacts, ...parsed.invitations, ...(parsed.events ?? [])];
  for (const draft of drafts) byLine.set(draft.line, JSON.stringify(draft));
  for (const { line, ...rest } of parsed.evidence ?? [])
    byLine.set(line, (byLine.get(line) ?? '') + JSON.stringify(rest));
  const rest = JSON.stringify([parsed.owner ?? null, parsed.evidence ?? []]);
  return { byLine, all: rest };
}

/** A cell as it may stand in a draft: as written, or as the date it is. */
function spellings(cell: string): string[] {
  const moment = readDateTime(cell);
  const dates = [readPeriodDate(cell), moment, moment?.slice(0, 10)];
  return [JSON.stringify(cell).slice(1, -1), ...dates.filter((date) => date !== undefined)];
}

interface FileRead {
  readonly report: LinkedInFileReport;
  readonly misses: string[];
}

const headerIn = (text: string, because: string): Header | undefined => {
  for (const header of candidateHeaders(text))
    if (header.labels.join(header.delimiter) === because) return header;
  return undefined;
};

const CONTEXT = {
  now: '2026-01-01T00:00',
  ownerEmails: new Set<string>(),
  ownerNames: new Set<string>(),
  defaultRegion: undefined,
  reading: {},
};

interface KeptCell {
  readonly line: number;
  readonly label: string;
  readonly cell: string;
}

/** The cells of a table that are meant to be kept and are not empty. */
function keptCells(kind: SourceKind, header: Header, rows: ReturnType<typeof bodyOf>['rows']): KeptCell[] {
  const labels = new Set((KEPT[kind] ?? []).flatMap((list) => list.split(' ')));
  return rows.flatMap(({ line, fields }) =>
    header.labels.flatMap((label, at) => {
      const cell = (fields[at] ?? '').trim();
      return labels.has(labelKey(label)) && cell !== '' ? [{ line, label, cell }] : [];
    }),
  );
}

/** The rows as another reader counts them; lists of sample files count by hand, and not always right. */
const rowsBelow = (text: string, { bodyAt, delimiter }: Header): number =>
  Papa.parse<string[]>(text.slice(bodyAt), { delimiter, skipEmptyLines: 'greedy' }).data.length;

function measure(file: string, bytes: Uint8Array): FileRead {
  const { text } = decodeText(bytes);
  const entry: Entry = { name: file, bytes, text: () => text, head: text.slice(0, 65_536) };
  const { recognised } = detectEntry(entry);
  const header = recognised && headerIn(text, recognised.because);
  if (!recognised || !header)
    return {
      report: { file, kind: recognised?.kind, rows: 0, expected: undefined, cells: 0, found: 0 },
      misses: [],
    };
  const { kind } = recognised;
  const parsed = recognised.parse(CONTEXT);
  const { byLine, all } = textsOf(parsed);
  const reported = new Set(parsed.issues.map(({ line }) => line));
  // A row that is an issue is accounted for; an event that was not attended is left out on purpose.
  const isLeftOut = (line: number) => !byLine.has(line) && (reported.has(line) || kind === 'linkedin-events');
  const { rows } = bodyOf(text, header);
  const cells = keptCells(kind, header, rows).filter(({ line }) => !isLeftOut(line));
  const misses = cells
    .filter(({ line, cell }) => {
      const own = (byLine.get(line) ?? '') + all;
      return !spellings(cell).some((spelling) => own.includes(spelling));
    })
    .map(({ line, label, cell }) => `${file}:${line} ${label}: ${cell.slice(0, 80)}`);
  const found = cells.length - misses.length;
  const expected = rowsBelow(text, header);
  return { report: { file, kind, rows: rows.length, expected, cells: cells.length, found }, misses };
}

/**
 * Reads every CSV below DIR/linkedin and compares: rows with those of another reader, and each cell meant to be kept with what the drafts
 * say. Misses name file, line, column and cell.
 */
export async function measureLinkedIn(dir: string): Promise<LinkedInReport> {
  const root = path.join(dir, 'linkedin');
  const names = (await fs.readdir(root, { recursive: true })).filter((name) => /\.csv$/i.test(name)).sort();
  const reads: FileRead[] = [];
  for (const name of names) {
    const file = path.posix.join('linkedin', name.split(path.sep).join('/'));
    reads.push(measure(file, await fs.readFile(path.join(root, name))));
  }
  const files = reads.map(({ report }) => report);
  const cells = files.reduce((sum, report) => sum + report.cells, 0);
  const found = files.reduce((sum, report) => sum + report.found, 0);
  const misses = reads.flatMap((read) => read.misses);
  for (const { file, kind, rows, expected } of files)
    if (kind !== undefined && expected !== undefined && rows !== expected)
      misses.push(`${file}: ${rows} rows, expected ${expected}`);
  return { kind: 'linkedin', files, exact: cells === 0 ? 100 : (found / cells) * 100, misses };
}
