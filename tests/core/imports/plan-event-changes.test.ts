// A newer state of an event against what the book says: which fields change, which meetings were none, what stands.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContactId } from '#core/contacts/model.ts';
import { isNewerVersion } from '#core/imports/event-version.ts';
import type { EventVersion } from '#core/imports/event-version.ts';
import { calledOff, eventChanges, isOutdated } from '#core/imports/plan-event-changes.ts';
import type { KnownEvent, KnownMeeting } from '#core/imports/planned.ts';

const meeting = (on: string): KnownMeeting => ({
  id: Number(on.replaceAll('-', '')),
  contactId: ContactId.parse(1),
  on,
  location: '',
  channel: 'work',
  createdAt: '2025-01-01T00:00:00Z',
  batchId: 1,
  line: 1,
});
const known = (more: Partial<KnownEvent> = {}): KnownEvent => ({
  summary: 'Lunch',
  location: 'Café Luna',
  dtstart: '2025-05-12',
  dtend: '',
  url: '',
  description: '',
  owners: new Set(),
  meetings: [meeting('2025-05-12')],
  ...more,
});
const draft = (version: Partial<EventVersion> | undefined, more: object = {}) => ({
  uid: 'a',
  summary: 'Lunch',
  location: 'Café Luna',
  url: '',
  description: '',
  dtstart: '2025-05-12',
  ...(version && { version: { sequence: 1, stamp: '', ...version } }),
  ...more,
});
const book = (version?: EventVersion) => ({ eventVersion: () => version });
const FIRST: EventVersion = { sequence: 0, stamp: '20250501T100000Z' };

const changed = (one: Parameters<typeof eventChanges>[0], there = known(), newest: EventVersion = FIRST) => {
  const { changes, unmet, issues } = eventChanges(one, there, 7, book(newest));
  return {
    changes: changes.map(({ name, after }) => `${name}: ${after}`),
    unmet: unmet.map(({ on }) => on),
    issues: issues.map(({ line, code }) => `${line} ${code}`),
  };
};
const NOTHING = { changes: [], unmet: [], issues: [] };

describe('a newer state of an event', () => {
  it('takes a place away, but never the name or the day', () => {
    const bare = draft({}, { summary: '', location: '', dtstart: undefined });
    expect(changed(bare)).toEqual({ ...NOTHING, changes: ['LOCATION: '] });
  });

  it('changes nothing where it is as old, older, or speaks for a part of the event only', () => {
    const moved = { summary: 'Long lunch', dtstart: '2025-05-14' };
    expect(changed(draft({ ...FIRST }, moved))).toEqual(NOTHING);
    expect(changed(draft({ sequence: 0, stamp: '20250430T100000Z' }, moved))).toEqual(NOTHING);
    expect(changed(draft(undefined, moved))).toEqual(NOTHING);
    expect(eventChanges(draft({}, moved), undefined, 7, book(FIRST))).toEqual(NOTHING);
  });

  it('leaves meetings alone where only the name changes, where the owner set the day, and of a series', () => {
    expect(changed(draft({}, { summary: 'Long lunch' })).unmet).toEqual([]);
    const moved = draft({}, { dtstart: '2025-05-14' });
    expect(changed(moved).unmet).toEqual(['2025-05-12']);
    expect(changed(moved, known({ owners: new Set(['dtstart']) }))).toEqual({
      ...NOTHING,
      issues: ['7 BOOK_STANDS'],
    });
    expect(changed(draft({ isSeries: true }, { dtstart: '2025-05-14' })).unmet).toEqual([]);
  });

  it('that is called off was no meeting; of a series those before it were', () => {
    const there = known({
      meetings: [meeting('2025-05-12'), meeting('2025-05-19')],
      description: 'Bring pens',
    });
    const off = { isCancelled: true, stamp: '20250515T100000Z' } as const;
    expect(changed(draft(off), there)).toEqual({
      ...NOTHING,
      changes: ['DESCRIPTION: CANCELLED\n\nBring pens'],
      unmet: ['2025-05-12', '2025-05-19'],
    });
    expect(changed(draft({ ...off, isSeries: true }), there).unmet).toEqual(['2025-05-19']);
  });

  it('says once that it was called off', () => {
    expect(calledOff(calledOff('x'))).toBe(calledOff('x'));
    expect(calledOff('')).toBe('CANCELLED');
  });

  it('makes an older file outdated where the event was moved or called off since', () => {
    const older = draft({ ...FIRST });
    const newest: EventVersion = { sequence: 1, stamp: '' };
    expect(isOutdated(older, known({ dtstart: '2025-05-14' }), book(newest))).toBe(true);
    expect(isOutdated(older, known(), book({ ...newest, isCancelled: true }))).toBe(true);
    expect(isOutdated(older, known(), book(newest))).toBe(false);
    expect(isOutdated(older, known({ dtstart: '2025-05-14' }), book({ ...newest, isSeries: true }))).toBe(
      false,
    );
  });

  it('is newer in one direction at most, and never than itself', () => {
    const version = fc.record({
      sequence: fc.nat({ max: 3 }),
      stamp: fc.constantFrom('', '20250501T100000Z', '20250502T100000Z'),
    });
    fc.assert(
      fc.property(version, version, (one, other) => {
        expect(isNewerVersion(one, one)).toBe(false);
        expect(isNewerVersion(one, other) && isNewerVersion(other, one)).toBe(false);
      }),
    );
  });
});
