// Events that are one: what is said afterwards, and which meetings with somebody are the same.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinedMeetings, mergedEvent } from '#core/events/merge.ts';
import type { MergingEvent, MergingMeeting } from '#core/events/merge.ts';
import { sameEvent } from '#core/events/same-event.ts';

const event = (said: Partial<MergingEvent> = {}): MergingEvent => ({
  summary: 'Map Fair',
  location: '',
  url: '',
  description: '',
  kind: '',
  organizer: '',
  series: '',
  uid: '',
  ...said,
});

describe('the event that stays', () => {
  it('keeps its own word, takes what it did not have, and all that differs of texts and UIDs', () => {
    expect(
      mergedEvent(event({ location: 'Hall 3', description: 'Mine', uid: 'a' }), [
        event({ location: 'Hall 4', kind: 'fair', description: 'Theirs', uid: 'b' }),
        event({ summary: 'Other name', organizer: 'Map Society', description: 'Mine', uid: 'a\nc' }),
      ]),
    ).toEqual({
      summary: 'Map Fair',
      location: 'Hall 3',
      url: '',
      description: 'Mine\n\nTheirs',
      kind: 'fair',
      organizer: 'Map Society',
      series: '',
      uid: 'a\nb\nc',
    });
  });

  it.each([
    ['one day and the next', ['2025-05-01'], ['2025-05-02'], { dtstart: '2025-05-01', dtend: '2025-05-02' }],
    ['the later one first', ['2025-05-03'], ['2025-05-01'], { dtstart: '2025-05-01', dtend: '2025-05-03' }],
    ['a month that holds the day', ['2025-05'], ['2025-05-12'], { dtstart: '2025-05-12' }],
    [
      'a year that holds the days',
      ['2025'],
      ['2025-05-12', '2025-05-14'],
      { dtstart: '2025-05-12', dtend: '2025-05-14' },
    ],
    ['another month', ['2025-05'], ['2025-06-12'], { dtstart: '2025-05', dtend: '2025-06-12' }],
    ['no day at all', [], ['2025-05-12'], { dtstart: '2025-05-12' }],
    ['no days', [], [], {}],
    ['a day without a year', ['--05-12'], ['2025-05-12'], { dtstart: '2025-05-12' }],
    ['only days without a year', ['--05-12'], [], { dtstart: '--05-12' }],
  ] satisfies [string, string[], string[], object][])('reaches over %s', (_what, own, other, span) => {
    const [[dtstart, dtend], [otherStart, otherEnd]] = [own, other];
    const { dtstart: from, dtend: to } = mergedEvent(event({ dtstart, dtend }), [
      event({ dtstart: otherStart, dtend: otherEnd }),
    ]);
    expect({ ...(from !== undefined && { dtstart: from }), ...(to !== undefined && { dtend: to }) }).toEqual(
      span,
    );
  });

  it('keeps its own description where all together would be too long', () => {
    const long = 'x'.repeat(15_000);
    const other = 'y'.repeat(15_000);
    expect(mergedEvent(event({ description: long }), [event({ description: other })]).description).toBe(long);
  });
});

const meeting = (said: Partial<MergingMeeting> = {}): MergingMeeting => ({
  id: 1,
  eventId: 1,
  contactId: 1,
  location: '',
  channel: 'in_person',
  note: '',
  ...said,
});

describe('meetings with somebody met at both', () => {
  it('are one with both notes, the more exact day, and who introduced them', () => {
    expect(
      joinedMeetings([
        meeting({ metOn: '2025-05', note: 'About maps' }),
        meeting({ id: 2, eventId: 2, metOn: '2025-05-12', note: 'About bees', introducedById: 9 }),
      ]),
    ).toEqual([
      {
        kept: meeting({
          metOn: '2025-05-12',
          note: 'About maps\n\nAbout bees',
          introducedById: 9,
          channel: 'introduced',
        }),
        gone: [2],
      },
    ]);
  });

  it.each([
    ['on different days', { metOn: '2025-05-12' }, { metOn: '2025-05-13' }],
    ['introduced by different people', { introducedById: 8 }, { introducedById: 9 }],
    ['with somebody else', {}, { contactId: 2 }],
    ['at the same event', {}, { eventId: 1 }],
    ['with notes that are too long together', { note: 'x'.repeat(15_000) }, { note: 'y'.repeat(15_000) }],
  ])('stay two %s', (_why, one, other) => {
    const all = [meeting(one), meeting({ id: 2, eventId: 2, ...other })];
    expect(joinedMeetings(all)).toEqual(all.map((kept) => ({ kept, gone: [] })));
  });

  it('lose no person, no note, no day and no introducer', () => {
    const any = fc.array(
      fc.record({
        eventId: fc.integer({ min: 1, max: 3 }),
        contactId: fc.integer({ min: 1, max: 3 }),
        metOn: fc.constantFrom(undefined, '2025', '2025-05', '2025-05-12', '2025-05-13', '--05-12'),
        note: fc.constantFrom('', 'maps', 'bees', 'ink'),
        introducedById: fc.constantFrom(undefined, 8, 9),
      }),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(any, (rows) => {
        const all = rows
          .map((row, at) => meeting({ ...row, id: at + 1 }))
          .toSorted((a, b) => a.eventId - b.eventId);
        const joined = joinedMeetings(all);
        const ids = joined.flatMap(({ kept, gone }) => [kept.id, ...gone]);
        expect(ids.toSorted((a, b) => a - b)).toEqual(all.map(({ id }) => id).toSorted((a, b) => a - b));
        for (const row of all) {
          const group = joined.find(({ kept, gone }) => kept.id === row.id || gone.includes(row.id))!;
          expect(group.kept.contactId).toBe(row.contactId);
          expect(group.kept.note).toContain(row.note);
          expect(group.kept.introducedById ?? row.introducedById).toBe(
            row.introducedById ?? group.kept.introducedById,
          );
          // A day that was exact stands as it was.
          if (row.metOn?.length === 10) expect(group.kept.metOn).toBe(row.metOn);
        }
      }),
    );
  });
});

describe('two events may be the same', () => {
  const on = (dtstart?: string, dtend?: string, said: Partial<MergingEvent> = {}) =>
    event({ dtstart, dtend, ...said });
  it.each([
    [
      'one UID',
      on('2025-05-01', undefined, { uid: 'x' }),
      on('2026-05-01', undefined, { uid: 'y\nx', summary: 'Z' }),
      'uid',
    ],
    ['one name on one day', on('2025-05-01'), on('2025-05-01', undefined, { summary: 'MAP fair' }), 'name'],
    ['days that follow each other', on('2025-05-01'), on('2025-05-02'), 'name'],
    ['days that overlap', on('2025-05-01', '2025-05-05'), on('2025-05-03', '2025-05-09'), 'name'],
    ['a month that holds the day', on('2025-05'), on('2025-05-30'), 'name'],
    ['neither with a day', on(), on(), 'name'],
    ['a year apart', on('2024-05-01'), on('2025-05-01'), undefined],
    ['two days apart', on('2025-05-01'), on('2025-05-03'), undefined],
    ['only one with a day', on('2025-05-01'), on(), undefined],
    ['another name', on('2025-05-01'), on('2025-05-01', undefined, { summary: 'Ink Fair' }), undefined],
    ['the end of a month and the next', on('2025-02-28'), on('2025-03'), 'name'],
  ])('%s', (_what, one, other, reason) => {
    expect(sameEvent(one, other)).toBe(reason);
    expect(sameEvent(other, one)).toBe(reason);
  });
});
