// Reading made-up address books as an import would: recognised by content, then parsed.
import { expect } from 'vitest';
import { decodeText } from '#core/formats/encoding.ts';
import type { ContactDraft, DraftProperty, ParsedEntry, Reading } from '#core/imports/model.ts';
import { addressBookFormat, csvFormat } from '#core/imports/sources/address-book/formats.ts';
import { googleFormat } from '#core/imports/sources/address-book/google.ts';
import { ldifFormat } from '#core/imports/sources/ldif.ts';
import type { Entry, Recognised } from '#core/imports/source-format.ts';

const FORMATS = [ldifFormat, googleFormat, addressBookFormat, csvFormat];

/** An entry as the pipeline hands it over: the beginning decoded, the rest on demand. */
export function entryOf(content: string | Uint8Array): Entry {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const { text } = decodeText(bytes);
  return { name: 'file', bytes, text: () => text, head: text.slice(0, 4096) };
}

export function recognised(content: string | Uint8Array, reading: Reading = {}): Recognised | undefined {
  const entry = entryOf(content);
  const { kind } = reading;
  for (const format of FORMATS) {
    if (kind !== undefined && !format.kinds.includes(kind)) continue;
    const found = format.recognise(entry, reading);
    if (found) return found;
  }
  return undefined;
}

export function contextOf(reading: Reading = {}) {
  return {
    now: '2026-06-01T12:00:00Z',
    ownerEmails: new Set<string>(),
    ownerNames: new Set<string>(),
    defaultRegion: undefined,
    reading,
  };
}

/** What an import makes of a file; fails when it is of no kind we know. */
export function read(content: string | Uint8Array, reading: Reading = {}): ParsedEntry {
  const found = recognised(content, reading);
  expect(found, 'recognised').toBeDefined();
  return found!.parse(contextOf(reading));
}

/** `NAME;type;PARAM=value: value` for every property, so that a whole draft fits into a table. */
export const shown = ({ name, type, parameters = {}, value }: DraftProperty): string =>
  [
    name,
    ...(type === '' ? [] : [type]),
    ...Object.entries(parameters).map(([key, values]) => `${key}=${values.join('|')}`),
  ].join(';') + `: ${value}`;

export const propertiesOf = (draft: ContactDraft | undefined): string[] =>
  (draft?.properties ?? []).map(shown);

/** The one contact of a file. */
export function only(parsed: ParsedEntry): ContactDraft {
  expect(parsed.contacts).toHaveLength(1);
  return parsed.contacts[0]!;
}

const quoted = (cell: string, delimiter: string) =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** A table of a header and rows given by label: what is not named is empty. */
export function table(
  header: string,
  rows: readonly Readonly<Record<string, string>>[],
  { delimiter = ',', lineEnd = '\r\n' } = {},
): string {
  const labels = header.split('|');
  const line = (cells: readonly string[]) =>
    cells.map((cell) => quoted(cell, delimiter)).join(delimiter) + lineEnd;
  for (const row of rows)
    for (const label of Object.keys(row)) if (!labels.includes(label)) throw new Error(`no column ${label}`);
  return line(labels) + rows.map((row) => line(labels.map((label) => row[label] ?? ''))).join('');
}

export const codes = ({ issues }: Pick<ParsedEntry, 'issues'>) =>
  issues.map(({ line, code }) => `${line} ${code}`);
