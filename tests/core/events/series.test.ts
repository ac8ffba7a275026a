// Which titles come again, and who introduced whom at an event.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContactId } from '#core/contacts/model.ts';
import { introductionTrees, peopleMet } from '#core/events/met-there.ts';
import type { Introducing } from '#core/events/met-there.ts';
import { EncounterId } from '#core/events/model.ts';
import type { Encounter } from '#core/events/model.ts';
import { regularTitles } from '#core/events/series.ts';

describe('a title is a series', () => {
  const on = (...days: string[]) => days.map((dtstart) => ({ summary: 'Ink Table', dtstart }));
  it.each([
    ['every week', on('2025-05-01', '2025-05-08', '2025-05-15'), true],
    ['every month', on('2025-01-15', '2025-02-15', '2025-03-15', '2025-04-15'), true],
    ['with one left out', on('2025-05-01', '2025-05-08', '2025-05-15', '2025-05-29', '2025-06-05'), true],
    ['every year', on('2023-05-01', '2024-05-03', '2025-05-02'), true],
    ['twice', on('2025-05-01', '2025-05-08'), false],
    ['three times on one day', on('2025-05-01', '2025-05-01', '2025-05-01'), false],
    ['now and then', on('2025-01-01', '2025-01-03', '2025-06-30', '2025-07-19', '2026-11-02'), false],
    ['in months only', on('2025-01', '2025-02', '2025-03'), false],
  ])('%s', (_when, events, isSeries) => {
    expect([...regularTitles(events)]).toEqual(isSeries ? ['ink table'] : []);
  });

  it('in any spelling of it', () => {
    const events = ['Ink Table', 'INK table', 'ink tablé'].map((summary, at) => ({
      summary,
      dtstart: `2025-05-0${at + 1}`,
    }));
    expect([...regularTitles(events)]).toEqual(['ink table']);
  });
});

const met = (who: number, by?: number): Encounter => ({
  id: EncounterId.parse(who),
  contactId: ContactId.parse(who),
  fn: `P${who}`,
  eventSummary: '',
  location: '',
  channel: 'in_person',
  note: '',
  ...(by !== undefined && { introducedBy: { id: ContactId.parse(by), fn: `P${by}` } }),
});

const shape = ({ fn, introduced }: Introducing): string =>
  introduced.length === 0 ? fn : `${fn}(${introduced.map(shape).join(' ')})`;

describe('who introduced whom', () => {
  it.each([
    [[met(1), met(2)], []],
    [[met(2, 1), met(3, 1), met(4, 2)], ['P1(P2(P4) P3)']],
    [[met(2, 1), met(1, 2)], ['P1(P2)']],
    [[met(1, 1)], []],
    [[met(2, 9), met(2, 8)], ['P9(P2)']],
  ])('%#', (encounters, trees) => {
    expect(introductionTrees(encounters).map(shape)).toEqual(trees);
  });

  it('is told of everybody once, round in circles too', () => {
    const people = fc.integer({ min: 1, max: 8 });
    fc.assert(
      fc.property(fc.array(fc.tuple(people, people), { maxLength: 20 }), (pairs) => {
        const encounters = pairs.map(([who, by]) => met(who, by));
        const told: string[] = [];
        const walk = (one: Introducing): void => {
          told.push(one.fn);
          one.introduced.forEach(walk);
        };
        introductionTrees(encounters).forEach(walk);
        expect(new Set(told).size).toBe(told.length);
        const introduced = pairs.filter(([who, by]) => who !== by).map(([who]) => `P${who}`);
        for (const fn of introduced) expect(told).toContain(fn);
      }),
    );
  });

  it('names everybody met once, with all their meetings', () => {
    expect(peopleMet([met(1), met(2), met(1)]).map(({ fn, encounters }) => [fn, encounters.length])).toEqual([
      ['P1', 2],
      ['P2', 1],
    ]);
  });
});
