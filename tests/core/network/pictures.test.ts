// What the further pictures are drawn from, each against the obvious way of counting it.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { circlesOf, monthsSince } from '#core/network/circles.ts';
import { buildGraph } from '#core/network/graph-build.ts';
import { HOW_MET } from '#core/network/how-met.ts';
import { linkOf } from '#core/network/link.ts';
import { dayAsNumber, meetingsCollector, slotIn, withPeople } from '#core/network/meetings.ts';
import type { Meetings, Met } from '#core/network/meetings.ts';
import { atLeast, TIE_LEVELS } from '#core/network/model.ts';
import { metAtEvents, metOverTime } from '#core/network/over-time.ts';
import { sourcesOf } from '#core/network/sources.ts';
import type { Origin } from '#core/network/sources.ts';

interface Person {
  readonly id: number;
  readonly batch: number;
  readonly met: readonly Met[];
}
function collected(people: readonly Person[]): Meetings {
  const collector = meetingsCollector();
  const inOrder = people.toSorted((a, b) => a.id - b.id);
  for (const { id, batch } of inOrder) collector.person(id, batch);
  for (const { id, met } of inOrder) for (const one of met) collector.meeting(id, one);
  return collector.finish();
}
const met = (on: string, more: Partial<Met> = {}): Met => ({
  on,
  how: 'in_person',
  event: 0,
  by: 0,
  ...more,
});
const person = (id: number, meetings: readonly Met[] = [], batch = 0): Person => ({
  id,
  batch,
  met: meetings,
});

const day = fc.constantFrom('', '--03-14', '2019', '2024', '2024-01', '2024-03', '2024-03-14', '2025-12-31');
const someMet = fc.record({
  on: day,
  how: fc.constantFrom(...HOW_MET),
  event: fc.integer({ min: 0, max: 3 }),
  by: fc.integer({ min: 0, max: 9 }),
});
const somePeople = fc.uniqueArray(
  fc.record({
    id: fc.integer({ min: 1, max: 9 }),
    batch: fc.integer({ min: 0, max: 2 }),
    met: fc.array(someMet),
  }),
  { selector: ({ id }) => id },
);

describe('meetings in memory', () => {
  it('are the same after some people changed as when read anew', () => {
    const sets = fc.tuple(somePeople, somePeople, fc.uniqueArray(fc.integer({ min: 1, max: 9 })));
    fc.assert(
      fc.property(sets, ([before, later, ids]) => {
        const changed = new Set(ids);
        const now = [
          ...before.filter(({ id }) => !changed.has(id)),
          ...later.filter(({ id }) => changed.has(id)),
        ];
        const edited = withPeople(
          collected(before),
          changed,
          collected(later.filter(({ id }) => changed.has(id))),
        );
        const [got, wanted] = [edited, collected(now)];
        expect([...got.people]).toEqual([...wanted.people]);
        expect([...got.batches]).toEqual([...wanted.batches]);
        expect(lines(got)).toEqual(lines(wanted));
      }),
    );
    function lines({ people, who, days, how, events, by }: Meetings): string[] {
      return Array.from(who, (slot, at) =>
        [people[slot], days[at], how[at], events[at], by[at]].join(' '),
      ).toSorted();
    }
  });

  it('know a day as far as it is known', () => {
    expect(['2025-03-14', '2025-03', '2025', '--03-14', ''].map(dayAsNumber)).toEqual([
      20_250_314, 20_250_300, 20_250_000, 0, 0,
    ]);
    expect(slotIn(Int32Array.of(2, 5, 9), 5)).toBe(1);
    expect(slotIn(Int32Array.of(2, 5, 9), 6)).toBe(-1);
  });
});

describe('people met over time', () => {
  it('count once a period, by the most telling way', () => {
    const periods = metOverTime(
      collected([
        person(1, [met('2025-03-01', { how: 'online' }), met('2025-03-20', { how: 'introduced' })]),
        person(2, [met('2025-03')]),
        person(3, [met('2025-05-01')]),
      ]),
      'month',
    );
    expect(periods).toEqual([
      { period: '2025-03', people: 2, by: { introduced: 1, in_person: 1 } },
      { period: '2025-04', people: 0, by: {} },
      { period: '2025-05', people: 1, by: { in_person: 1 } },
    ]);
  });

  it('leave a long silence out, and keep the year of those whose month is not known', () => {
    const meetings = collected([person(1, [met('1999-01'), met('2024'), met('2025-01')])]);
    expect(metOverTime(meetings, 'month').map(({ period }) => period)).toEqual([
      '1999-01',
      '2024',
      '2025-01',
    ]);
    // Twenty-four empty years are still a row.
    expect(metOverTime(meetings, 'year').map(({ people }) => people)).toEqual([
      1,
      ...Array(24).fill(0),
      1,
      1,
    ]);
  });

  it('are as counted the obvious way, without the owner', () => {
    fc.assert(
      fc.property(
        somePeople,
        fc.constantFrom('month', 'year'),
        fc.integer({ min: 0, max: 9 }),
        (people, step, me) => {
          const width = step === 'year' ? 4 : 7;
          const all = people
            .filter(({ id }) => id !== me)
            .flatMap(({ id, met: meetings }) => meetings.map((one) => ({ id, ...one })));
          const counted = new Map<string, Map<number, number>>();
          for (const { id, on, how } of all.filter((one) => /^\d{4}/.test(one.on))) {
            const period = counted.get(on.slice(0, width)) ?? new Map<number, number>();
            period.set(id, Math.max(period.get(id) ?? 0, HOW_MET.indexOf(how)));
            counted.set(on.slice(0, width), period);
          }
          const wanted = [...counted].map(([period, by]) => ({
            period,
            people: by.size,
            by: Object.fromEntries(
              [...new Set(by.values())].map((rank) => [
                HOW_MET[rank],
                [...by.values()].filter((one) => one === rank).length,
              ]),
            ),
          }));
          const got = metOverTime(collected(people), step, me).filter((one) => one.people > 0);
          expect(got).toEqual(wanted.toSorted((a, b) => (a.period < b.period ? -1 : 1)));
          const events = new Map<number, Set<number>>();
          for (const { id, event } of all.filter((one) => one.event > 0))
            events.set(event, (events.get(event) ?? new Set()).add(id));
          const sizes = new Map([...events].map(([event, ids]) => [event, ids.size]));
          expect(new Map(metAtEvents(collected(people), me))).toEqual(sizes);
        },
      ),
    );
  });
});

describe('the tree of sources', () => {
  const words = (people: readonly Person[], owner?: number) =>
    sourcesOf(collected(people), owner).map(({ origin, people: all, branches, others }) => [
      'id' in origin ? `${origin.kind} ${origin.id}` : origin.kind,
      all,
      branches.map(({ id, depth, people: below }) => `${'·'.repeat(depth)}${id} ${below}`).join(' '),
      others,
    ]);

  it('has everybody below who introduced them, and the rest below where they came from', () => {
    const people = [
      person(1, [met('2024-05-01', { event: 7 })]),
      person(2, [met('2024-06-01', { by: 1 })]),
      person(3, [met('2024-07-01', { by: 2 })]),
      person(4, [met('2024-07-01')], 3),
      person(5, [], 3),
      person(6),
      person(9, [met('2024-07-01', { event: 7 })]),
    ];
    expect(words(people, 9)).toEqual([
      ['event 7', 3, '1 2 ·2 1 ··3 0', 0],
      ['typed', 1, '', 1],
      ['met', 1, '', 1],
      ['import 3', 1, '', 1],
    ]);
  });

  it('counts the first introduction, and takes a circle apart at the lowest key', () => {
    const people = [
      person(1, [met('2024', { by: 3 })]),
      person(2, [met('2024', { by: 1 }), met('2020', { by: 3 })]),
      person(3, [met('2024', { by: 2 })]),
    ];
    // Two was introduced by three first, three by two, one by three: the circle of two and three opens at two.
    expect(words(people)).toEqual([['met', 3, '2 2 ·3 1 ··1 0', 0]]);
  });

  it('has everybody exactly once, nobody below themselves', () => {
    fc.assert(
      fc.property(somePeople, fc.integer({ min: 0, max: 9 }), (people, owner) => {
        const sources = sourcesOf(collected(people), owner);
        const named = sources.flatMap(({ branches }) => branches.map(({ id }) => id));
        expect(new Set(named).size).toBe(named.length);
        const wanted = people.filter(({ id }) => id !== owner).length;
        expect(sources.reduce((sum, one) => sum + one.people, 0)).toBe(wanted);
        expect(named.length + sources.reduce((sum, one) => sum + one.others, 0)).toBe(wanted);
        for (const { branches } of sources)
          for (const [at, { depth, people: below }] of branches.entries()) {
            const after = branches.slice(at + 1);
            const end = after.findIndex((one) => one.depth <= depth);
            expect(below).toBe(end < 0 ? after.length : end);
          }
      }),
    );
  });

  it('is no deeper for the program than a list', () => {
    const chain = Array.from({ length: 50_000 }, (_, at) => person(at + 1, [met('2024', { by: at })]));
    const [only] = sourcesOf(collected(chain));
    const origin: Origin = { kind: 'met' };
    expect(only).toMatchObject({ origin, people: 50_000 });
    expect(only?.branches.at(-1)?.depth).toBe(49_999);
  });
});

describe('circles', () => {
  const now = '2026-01-15T00:00:00Z';
  const graphOf = (own: readonly number[]) =>
    buildGraph({
      ids: Float64Array.from(own, (_, at) => at + 1),
      pairs: { rows: new Int32Array(), length: 0 },
      own: Int32Array.from(own),
    });

  it.each([
    ['2026-01-15', 0],
    ['2025-12-16', 0],
    ['2025-12-15', 1],
    ['2025-01', 12],
    ['2024', 24],
    ['2027-01-01', 0],
  ])('a word on %s is %i months ago', (on, months) => expect(monthsSince(on, now)).toBe(months));

  it('are drawn from the inside, of each the latest met first, and say who has no record', () => {
    const own = [
      linkOf({ level: 'know', lastOn: '2025-01-15' }),
      linkOf({ level: 'trusted' }),
      linkOf({ level: 'know' }),
      linkOf({ level: 'know', lastOn: '2025-10-15' }),
      0,
      linkOf({ level: 'trusted', lastOn: '2026-01-01' }),
    ];
    expect(circlesOf(graphOf(own), { now, most: 4, exclude: 6 })).toEqual([
      { level: 'trusted', people: 1, withoutRecord: 1, drawn: [{ id: 2 }] },
      {
        level: 'know',
        people: 3,
        withoutRecord: 1,
        drawn: [
          { id: 4, lastOn: '2025-10-15', silent: 3 },
          { id: 1, lastOn: '2025-01-15', silent: 12 },
          { id: 3 },
        ],
      },
    ]);
  });

  it('never draw more than there is room for, nor an outer circle before an inner one', () => {
    const links = fc.array(fc.constantFrom(...TIE_LEVELS), { maxLength: 40 });
    fc.assert(
      fc.property(links, fc.integer({ min: 0, max: 20 }), (levels, most) => {
        const circles = circlesOf(graphOf(levels.map((level) => linkOf({ level }))), { now, most });
        const drawn = circles.reduce((sum, one) => sum + one.drawn.length, 0);
        expect(drawn).toBe(Math.min(most, levels.filter((level) => level !== 'unknown').length));
        for (const [at, circle] of circles.entries()) {
          expect(atLeast(circles[at - 1]?.level ?? 'trusted', circle.level)).toBe(true);
          if (circle.drawn.length < circle.people)
            expect(circles.slice(at + 1).every((one) => one.drawn.length === 0)).toBe(true);
        }
      }),
    );
  });
});
