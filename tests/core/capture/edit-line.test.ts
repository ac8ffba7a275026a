// A chip is corrected and the line follows; what was right stays right.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { captureLine } from '#core/capture/capture-line.ts';
import { editedLine, extendedLine } from '#core/capture/edit-line.ts';
import { CHIP_KINDS, fitting, SINGLE_KINDS, type ChipKind } from '#core/capture/model.ts';
import { labelledLine, type Said } from '#core/capture/written-line.ts';
import { contextIn, summaryOf } from './context.ts';
import { LINES } from './lines.ts';

const english = contextIn('en-GB');

function edited(line: string, from: ChipKind, to?: Said): string {
  const { chips } = captureLine(line, english);
  const chip = chips.find(({ kind }) => kind === from);
  if (chip === undefined) throw new Error(`no ${from} in ${line}`);
  return editedLine(line, chips, { chip, to }, english);
}

describe('a corrected chip', () => {
  it.each([
    ['Ana Ruiz, Acme', 'title', { kind: 'org', value: 'Acme' }, 'Ana Ruiz, @Acme'],
    ['Ana Ruiz @Acme', 'org', { kind: 'org', value: 'Acme & Sons' }, 'Ana Ruiz @"Acme & Sons"'],
    ['Ana Ruiz at Acme', 'org', { kind: 'event', value: 'Acme' }, 'Ana Ruiz met Acme'],
    ['Ana Ruiz yesterday', 'date', { kind: 'date', value: '2026-05-03' }, 'Ana Ruiz 2026-05-03'],
    ['Ana Ruiz #press', 'tag', { kind: 'tag', value: 'two words' }, 'Ana Ruiz #"two words"'],
    ['Ana Ruiz – likes bees', 'note', { kind: 'place', value: 'Lyon' }, 'Ana Ruiz in Lyon'],
    ['Ana Ruiz via Tom', 'introducer', undefined, 'Ana Ruiz'],
    ['Ana Ruiz, CTO @Acme', 'name', { kind: 'name', value: 'Ana Maria Ruiz' }, 'Ana Maria Ruiz, CTO @Acme'],
  ] as const)('%s: its %s', (line, from, to, wanted) => {
    expect(edited(line, from, to)).toBe(wanted);
  });

  it('may be a known event by its name', () => {
    const line = edited('Ana Ruiz, Acme', 'title', { kind: 'event', value: 'Paper & Ink Days' });
    expect(captureLine(line, english).chips).toContainEqual(
      expect.objectContaining({ kind: 'event', value: 'Paper & Ink Days', eventId: 2 }),
    );
  });

  it('leaves every other chip as it is, in every line of the table', () => {
    for (const [language, line] of LINES) {
      const context = contextIn(language);
      const { chips } = captureLine(line, context);
      for (const chip of chips) {
        const others = chips.filter((one) => one !== chip).map(({ kind, value }) => `${kind}=${value}`);
        const to: Said = { kind: 'note', value: `was ${chip.kind}` };
        const now = captureLine(editedLine(line, chips, { chip, to }, context), context);
        expect(summaryOf(now).split(' | ').sort()).toEqual([...others, `note=was ${chip.kind}`].sort());
        const without = captureLine(editedLine(line, chips, { chip }, context), context);
        expect(summaryOf(without).split(' | ').filter(Boolean).sort()).toEqual(others.sort());
      }
    }
  });

  it('is added at the end, and a name in front', () => {
    const { chips } = captureLine('@Acme #press', english);
    expect(extendedLine('@Acme #press', chips, { kind: 'name', value: 'Ana Ruiz' }, english)).toBe(
      'Ana Ruiz, @Acme #press',
    );
    expect(extendedLine('Ana', captureLine('Ana', english).chips, { kind: 'tag', value: 'x' }, english)).toBe(
      'Ana #x',
    );
  });
});

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.constantFrom(
    'a "b" c',
    '""',
    '"',
    'Ana; Bo – Cy',
    'name:"x"',
    '@Acme',
    '\n',
    '“x”',
    'BEGIN:VCARD',
    'MECARD:',
  ),
);

/** Things said that a line can hold: single kinds once, no value that is nothing. */
const saids = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...CHIP_KINDS), anything), {
    maxLength: 10,
    selector: ([kind, value]) => (SINGLE_KINDS.has(kind) ? kind : `${kind} ${value}`),
  })
  .map((all) =>
    all
      .map(([kind, value]): Said => ({ kind, value: kind === 'date' ? '2024-05' : fitting(kind, value) }))
      .filter(({ value }) => value !== ''),
  );

describe('a line of labels', () => {
  it('reads back as exactly what was said', () => {
    fc.assert(
      fc.property(saids, fc.constantFrom('en-GB', 'de', 'fr', 'es', 'it', 'pt', 'nl'), (said, language) => {
        const { chips } = captureLine(labelledLine(said), { ...contextIn(language), knownEvents: [] });
        expect(chips.map(({ kind, value }) => ({ kind, value }))).toEqual(said);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a line read, written with labels and read again', () => {
  it('says the same', () => {
    for (const [language, line] of LINES) {
      const context = contextIn(language);
      const first = captureLine(line, context);
      const again = captureLine(labelledLine(first.chips), context);
      expect(summaryOf(again)).toBe(summaryOf(first));
    }
  });
});
