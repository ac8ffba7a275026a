import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '#core/exports/csv.ts';
import { toMarkdown } from '#core/exports/markdown.ts';
import type { ExportedPerson, ExportedProperty } from '#core/exports/model.ts';
import { parseCsv } from '#core/formats/csv-rfc4180.ts';
import { read } from '#tests/fixtures/reading.ts';

const said = (name: string, value: string, type = ''): ExportedProperty => ({ name, value, type });
const person = (fn: string, ...properties: ExportedProperty[]): ExportedPerson => ({ fn, properties });

const ANA = person(
  'Dr. Ana María Ruiz',
  said('N', 'Ruiz;Ana;María;Dr.;'),
  said('EMAIL', 'ana@example.org', 'work'),
  said('EMAIL', 'ana@home.example', 'home'),
  said('TEL', '+49 30 1234567', 'cell'),
  said('TEL', '+49 30 7654321', 'work'),
  said('ORG', 'Acme, Inc.'),
  said('TITLE', 'CTO'),
  said('ADR', ';;Long Street 1;Berlin;;10115;Germany', 'home'),
  said('BDAY', '1985-04-12'),
  said('CATEGORIES', 'speaker'),
  said('NOTE', 'Met twice;\n"really"'),
);

describe('toCsv', () => {
  it.each([
    ['google', 'google-csv'],
    ['outlook', 'outlook-csv'],
  ] as const)("%s's layout is read back as %s, value by value", (layout, kind) => {
    const { report, parsed } = read(toCsv([ANA], layout));
    expect(report.kind).toBe(kind);
    const [draft] = parsed?.contacts ?? [];
    expect(draft?.n).toMatchObject({ family: 'Ruiz', given: 'Ana', additional: 'María' });
    const found = new Set(draft?.properties.map(({ name, value, type }) => `${name}|${value}|${type}`));
    const wanted = ANA.properties.filter(({ name }) => name !== 'N');
    const lost = wanted.filter(({ name, value, type }) => {
      // Outlook's columns of mailboxes say nothing of their kind.
      const kept = layout === 'outlook' && name === 'EMAIL' ? '' : type;
      return !found.has(`${name}|${value}|${kept}`);
    });
    expect(lost).toEqual([]);
  });
  it('lets no cell begin like a formula, and keeps numbers as they are', () => {
    const rows = (cell: string) => parseCsv(toCsv([person(cell)], 'acquaint')).records[1]?.fields[0];
    for (const cell of ['=1+2', '@SUM(A1)', '-cmd|x', '+HYPERLINK("x")', '\t=1', '=1\n2'])
      expect(rows(cell)).toBe(`'${cell}`);
    for (const cell of ['+49 (30) 12-34', '-5', 'a=b', '030/123']) expect(rows(cell)).toBe(cell);
  });
  it('writes any text as a table another reader takes apart again', () => {
    const text = fc
      .string({ unit: 'binary', minLength: 1 })
      .map((value) => `x${value.replaceAll('\0', '')}y`);
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 5 }), (names) => {
        const { records } = parseCsv(
          toCsv(
            names.map((name) => person(name, said('NOTE', 'n'))),
            'acquaint',
          ),
        );
        expect(records.slice(1).map(({ fields }) => fields[0])).toEqual(names);
      }),
    );
  });
});

describe('toMarkdown', () => {
  it('is a file a person with the properties in front', () => {
    const [file] = toMarkdown([ANA]);
    expect(file?.name).toBe('Dr. Ana María Ruiz.md');
    expect(file?.text).toMatch(/^---\nname: Dr\. Ana María Ruiz\n/);
    expect(file?.text).toContain('tags:\n  - speaker\n');
    expect(file?.text).toContain('- ana@example.org (work)\n');
    expect(file?.text).toContain('\n# Dr. Ana María Ruiz\n\nMet twice;\n"really"\n');
  });
  it('gives every person a file of their own, with a name every system takes', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' }), { maxLength: 30 }), (names) => {
        const files = toMarkdown(names.map((name) => person(name)));
        const keys = new Set(files.map(({ name }) => name.toLowerCase().normalize('NFC')));
        expect(keys.size).toBe(files.length);
        for (const { name } of files) {
          expect(name).toMatch(/^[^<>:"/\\|?*\p{Cc}]+\.md$/u);
          expect(name).not.toMatch(/^(?:con|nul|aux|prn|com\d|lpt\d)\.md$|^[. ]/i);
        }
      }),
    );
  });
  it('tells two of one name apart', () => {
    const names = ['Ana', 'ANA (2)', 'Ana', 'ana', ''];
    expect(toMarkdown(names.map((name) => person(name))).map(({ name }) => name)).toEqual([
      'Ana.md',
      'ANA (2).md',
      'Ana (3).md',
      'ana (4).md',
      'Person.md',
    ]);
  });
});
