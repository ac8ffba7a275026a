import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ExportedPerson, ExportedProperty } from '#core/exports/model.ts';
import { toVCard } from '#core/exports/vcard.ts';
import { read } from '#tests/fixtures/reading.ts';

const ana = (...properties: ExportedProperty[]): ExportedPerson => ({
  fn: 'Ana Ruiz',
  properties: [{ name: 'N', value: 'Ruiz;Ana;;;', type: '' }, ...properties],
});
const said = (
  name: string,
  value: string,
  type = '',
  parameters?: Record<string, string[]>,
): ExportedProperty => ({ name, value, type, ...(parameters && { parameters }) });

/** What the import makes of a written card. */
function back(person: ExportedPerson, version: '3.0' | '4.0') {
  const { parsed } = read(toVCard(person, version));
  return parsed?.contacts[0];
}

const SAID: readonly ExportedProperty[] = [
  said('EMAIL', 'ana@example.org', 'work', { PREF: ['1'] }),
  said('TEL', '+49 30 1234567', 'cell'),
  said('ORG', 'Acme; Sons, Inc.', '', { 'X-UNIT': ['R&D', 'Payments'] }),
  said('ADR', ';;Long Street 1\\, back;Berlin;;10115;Germany', 'home'),
  said('BDAY', '1985-04-12'),
  said('CATEGORIES', 'speaker, keynote'),
  said('CATEGORIES', 'friend'),
  said('NOTE', 'Two lines;\nand a \\ backslash, quoted "so"'),
  said('URL', 'https://www.linkedin.com/in/ana-ruiz', 'linkedin'),
  said('RELATED', 'Ben Ruiz', 'spouse'),
  said('IMPP', 'xmpp:ana@example.org', '', { 'SERVICE-TYPE': ['Jabber'] }),
  said('TITLE', 'Chief, of everything'),
  said('NICKNAME', 'Anita'),
];

describe('toVCard', () => {
  it.each(['3.0', '4.0'] as const)('%s comes back as it went', (version) => {
    const draft = back(ana(...SAID), version);
    const key = ({ name, value, type }: ExportedProperty) => `${name}|${value}|${type}`;
    expect(draft?.properties.map(key).toSorted()).toEqual(SAID.map(key).toSorted());
    const org = draft?.properties.find(({ name }) => name === 'ORG');
    expect(org?.parameters?.['X-UNIT']).toEqual(['R&D', 'Payments']);
    expect(draft?.properties.find(({ name }) => name === 'EMAIL')?.parameters).toEqual({ PREF: ['1'] });
    expect(draft?.fn).toBe('Ana Ruiz');
  });
  it.each([
    ['4.0', 'BDAY', '--05-17', 'BDAY:--0517'],
    ['4.0', 'BDAY', '1985-04', 'BDAY:1985-04'],
    ['4.0', 'BDAY', 'in spring', 'BDAY;VALUE=text:in spring'],
    ['3.0', 'BDAY', '--05-17', 'BDAY;X-APPLE-OMIT-YEAR=1604:1604-05-17'],
    ['3.0', 'ANNIVERSARY', '2010-06-01', 'item1.X-ABDATE:2010-06-01'],
  ] as const)('%s writes %s %s', (version, name, value, line) => {
    expect(toVCard(ana(said(name, value)), version).split('\r\n')).toContain(line);
    expect(back(ana(said(name, value)), version)?.properties).toMatchObject([{ name, value }]);
  });
  it('keeps a label and an unknown property', () => {
    const properties = [
      said('TEL', '030 1', '', { 'X-ABLABEL': ['Summer house'] }),
      said('X-FAVOURITE-TEA', 'Oolong\\, dark', '', { 'X-SINCE': ['2020'] }),
    ];
    expect(back(ana(...properties), '4.0')?.properties).toEqual(properties);
  });
  it('keeps a picture in either way of writing one', () => {
    const png = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, ...Array(200).fill(7)]);
    const value = `data:image/png;base64,${png.toString('base64')}`;
    for (const version of ['3.0', '4.0'] as const)
      expect(back(ana(said('PHOTO', value)), version)?.properties).toMatchObject([{ name: 'PHOTO', value }]);
  });
  it('writes lines of at most 75 octets, none of them cut within a letter', () => {
    const text = toVCard(ana(said('NOTE', 'Ünïcode 李明 👋🏽 '.repeat(40))), '4.0');
    for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(text).not.toContain('\ufffd');
  });
  it('brings any text back, in any property, and never another line', () => {
    const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }).map((text) => text.trim());
    fc.assert(
      fc.property(
        fc.constantFrom('NOTE', 'TITLE', 'ROLE'),
        texts,
        fc.constantFrom('3.0', '4.0'),
        (name, text, version) => {
          fc.pre(text !== '' && text.isWellFormed());
          const draft = back(ana(said(name, text.slice(0, 200))), version);
          expect(draft?.properties).toEqual([{ name, value: text.slice(0, 200).trim(), type: '' }]);
        },
      ),
      { numRuns: 400 },
    );
  });
});
