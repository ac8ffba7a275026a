// A table that was written and is read again: what docs/exports.md promises comes back.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsv } from '#core/exports/csv.ts';
import type { ExportedPerson, ExportedProperty } from '#core/exports/model.ts';
import { serialiseN } from '#core/contacts/structured-name.ts';
import { read } from '#tests/fixtures/reading.ts';

const property = (name: string, value: string, type = ''): ExportedProperty => ({ name, value, type });

/** Words as people write them: no sign in front that a spreadsheet computes, no comma or digit that parts a list. */
const word = fc.stringMatching(/^[A-ZÄÖÜŁÉÑ][a-zäöüßłéñ]{2,9}$/);
const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '));
const local = fc.stringMatching(/^[a-z][a-z0-9]{2,8}$/);
const email = local.map((name) => `${name}@example.org`);
const note = fc
  .array(fc.oneof(phrase, fc.constantFrom('"so", he said', 'a; b', 'two\nlines', 'ends with comma,')), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => parts.join('. '));

const person = fc
  .record({
    given: word,
    family: word,
    org: phrase,
    title: phrase,
    emails: fc.uniqueArray(email, { maxLength: 3 }),
    bday: fc.constantFrom('', '1985-04-12', '1999-12-31'),
    tags: fc.uniqueArray(word, { maxLength: 2 }),
    note: fc.option(note, { nil: '' }),
  })
  .map(({ given, family, org, title, emails, bday, tags, note: text }): ExportedPerson => ({
    fn: `${given} ${family}`,
    properties: [
      property('N', serialiseN({ given, family, additional: '', prefix: '', suffix: '' })),
      ...emails.map((value) => property('EMAIL', value)),
      property('ORG', org),
      property('TITLE', title),
      ...(bday === '' ? [] : [property('BDAY', bday)]),
      ...tags.map((value) => property('CATEGORIES', value)),
      ...(text === '' ? [] : [property('NOTE', text)]),
    ],
  }));

const NAMES = new Set(['EMAIL', 'ORG', 'TITLE', 'BDAY', 'CATEGORIES', 'NOTE']);
const said = (properties: readonly { readonly name: string; readonly value: string }[]): string[] =>
  properties
    .filter(({ name }) => NAMES.has(name))
    .map(({ name, value }) => `${name} ${value}`)
    .toSorted();

describe('a table comes back', () => {
  it.each(['google', 'outlook', 'acquaint'] as const)('%s', (layout) => {
    fc.assert(
      fc.property(fc.array(person, { minLength: 1, maxLength: 4 }), (people) => {
        const { parsed } = read(toCsv(people, layout), 'people.csv');
        const back = parsed?.contacts ?? [];
        expect(back.map(({ fn }) => fn)).toEqual(people.map(({ fn }) => fn));
        expect(back.map(({ properties }) => said(properties))).toEqual(
          people.map(({ properties }) => said(properties)),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('our own with what a spreadsheet would compute, and lines counted from the header', () => {
    const computed = property('NOTE', '=1+1 is not a sum\nsecond line');
    const ana = { fn: 'Ana Ruiz', properties: [property('EMAIL', 'ana@example.org'), computed] };
    const ben = {
      fn: 'Ben Ode',
      properties: [property('EMAIL', 'a@example.org'), property('EMAIL', 'b@example.org')],
    };
    const { parsed } = read(toCsv([ana, ben], 'acquaint'), 'people.csv');
    expect(parsed?.kind).toBe('acquaint');
    expect(parsed?.contacts.map(({ line, properties }) => [line, ...said(properties)])).toEqual([
      [2, 'EMAIL ana@example.org', 'NOTE =1+1 is not a sum\nsecond line'],
      [4, 'EMAIL a@example.org', 'EMAIL b@example.org'],
    ]);
  });
});
