// Our own CSV read back: columns under the names of vCard properties, several values of one on lines of their own.
import { PropertyName } from '#core/contacts/model.ts';
import { splitName } from '#core/contacts/names.ts';
import { parseN } from '#core/contacts/structured-name.ts';
import { headerLines } from '#core/formats/table-dialect.ts';
import type { HeaderLine } from '#core/formats/table-dialect.ts';
import { parseCsv } from '#core/formats/csv-rfc4180.ts';
import type { ContactDraft, Issue, ParsedEntry } from '../model.ts';
import type { SourceFormat } from '../source-format.ts';
import { contactBuilder } from './contact-builder.ts';
import { issue } from './table.ts';

/** Written by `toCsv`: FN first, and nothing but names of properties; a table of somebody else's has labels. */
const isOwn = ({ labels }: HeaderLine): boolean =>
  labels[0] === 'FN' && labels.length > 1 && labels.every((label) => PropertyName.safeParse(label).success);

function headerOf(head: string): HeaderLine | undefined {
  for (const header of headerLines(head)) return isOwn(header) ? header : undefined;
  return undefined;
}

/** Text of its own lines; of every other property a line is a value. */
const LONG: ReadonlySet<string> = new Set(['NOTE']);

/** The apostrophe that keeps a spreadsheet from computing a cell was put there on the way out. */
const unguarded = (cell: string): string => (/^'[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell);

function contactOf(line: number, fields: readonly string[], labels: readonly string[]): ContactDraft | Issue {
  const person = contactBuilder(line);
  const cells = new Map(labels.map((label, at) => [label, unguarded(fields[at] ?? '')]));
  for (const [name, cell] of cells) {
    if (name === 'FN' || name === 'N') continue;
    const values = LONG.has(name) ? [cell] : cell.split('\n');
    for (const value of values) {
      if (name === 'EMAIL') person.email(value);
      else if (name === 'URL') person.url(value);
      else person.add(name, value);
    }
  }
  const fn = cells.get('FN') ?? '';
  const n = cells.get('N') ?? '';
  return person.done(fn, n === '' ? splitName(fn) : parseN(n));
}

function parse(text: string, { labels, delimiter, bodyLine, bodyAt }: HeaderLine): ParsedEntry {
  const { records, troubles } = parseCsv(text.slice(bodyAt), delimiter, bodyLine);
  const issues: Issue[] = troubles.map((trouble) => issue(trouble.line, trouble.code));
  const contacts: ContactDraft[] = [];
  for (const record of records) {
    if (record.fields.every((field) => field.trim() === '')) continue;
    const result = contactOf(record.line, record.fields, labels);
    if ('code' in result) issues.push(result);
    else contacts.push(result);
  }
  if (contacts.length === 0) issues.push(issue(0, 'NO_ROWS'));
  return { kind: 'acquaint', contacts, invitations: [], issues };
}

/** The table that "our own CSV" writes (docs/exports.md): kinds, labels and parameters of values are not in it. */
export const acquaintTableFormat: SourceFormat = {
  kinds: ['acquaint'],
  recognise(entry) {
    const header = headerOf(entry.head);
    return (
      header && {
        kind: 'acquaint',
        because: header.labels.join(header.delimiter),
        parse: () => parse(entry.text(), header),
      }
    );
  },
};
