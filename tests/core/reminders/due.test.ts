import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContactId } from '#core/contacts/model.ts';
import { EventId } from '#core/events/model.ts';
import { plusDays } from '#core/reminders/days.ts';
import { dueReminders, stateOn } from '#core/reminders/due.ts';
import type { ReminderFacts, ReminderRow } from '#core/reminders/facts.ts';
import { ReminderId } from '#core/reminders/model.ts';
import type { ReminderKind } from '#core/reminders/model.ts';
import { near, someFacts, TODAY } from './arbitraries.ts';

const ana = ContactId.parse(2);
const me = ContactId.parse(1);
const NOTHING: ReminderFacts = {
  owner: me,
  rows: [],
  occasions: [],
  birthdays: [],
  kept: [],
  lastContact: new Map(),
};

const facts = (part: Partial<ReminderFacts>): ReminderFacts => ({ ...NOTHING, ...part });
const row = (kind: ReminderKind, part: Partial<ReminderRow> = {}): ReminderRow => ({
  id: ReminderId.parse(7),
  contactId: ana,
  kind,
  event: '',
  dueOn: TODAY,
  text: '',
  createdOn: TODAY,
  ...part,
});
/** What there is of a kind: its day and state. */
const told = (part: Partial<ReminderFacts>, today: string = TODAY) =>
  dueReminders(facts(part), today).reminders.map(({ kind, dueOn, state }) => [kind, dueOn, state]);

describe('a follow-up', () => {
  const met = { contactId: ana, on: '2026-03-02', eventId: EventId.parse(4), event: 'Type Walk' };
  const occasions = [met];

  it.each([
    [0, 'upcoming'],
    [1, 'due'],
    [3, 'due'],
    [4, 'overdue'],
    [14, 'overdue'],
  ])('is %s days after the meeting %s', (days, state) => {
    expect(told({ occasions }, plusDays(met.on, days))).toEqual([['follow_up', '2026-03-03', state]]);
  });

  it('is let go on the fourteenth day after it was due, which is told for a week', () => {
    const letGo = (days: number) => dueReminders(facts({ occasions }), plusDays('2026-03-03', days));
    expect(letGo(13)).toMatchObject({ reminders: [{ state: 'overdue' }], letGo: 0 });
    for (const days of [14, 20]) expect(letGo(days)).toEqual({ reminders: [], letGo: 1 });
    expect(letGo(21)).toEqual({ reminders: [], letGo: 0 });
  });

  it('says which meeting it follows', () => {
    expect(dueReminders(facts({ occasions }), TODAY).reminders[0]).toMatchObject({
      contactId: ana,
      eventId: met.eventId,
      event: 'Type Walk',
      metOn: met.on,
    });
  });

  it('is for the newest of several meetings, once', () => {
    const later = { contactId: ana, on: '2026-03-08', event: '' };
    expect(told({ occasions: [later, met] })).toEqual([['follow_up', '2026-03-09', 'due']]);
  });

  it('is done by a word of the owner’s or by any later contact, and by neither from before', () => {
    const settled = (on: string) => row('follow_up', { createdOn: on, settled: { on, outcome: 'done' } });
    expect(told({ occasions, rows: [settled('2026-03-04')] })).toEqual([]);
    expect(told({ occasions, rows: [settled('2026-03-01')] })).toHaveLength(1);
    expect(told({ occasions, lastContact: new Map([[ana, '2026-03-03']]) })).toEqual([]);
    expect(told({ occasions, lastContact: new Map([[ana, met.on]]) })).toHaveLength(1);
    // Some day of that month, perhaps before they met.
    expect(told({ occasions, lastContact: new Map([[ana, '2026-03']]) })).toHaveLength(1);
  });

  it('that was put off comes on its day, though the meeting is long ago by then', () => {
    const rows = [row('follow_up', { createdOn: '2026-02-01', dueOn: '2026-03-10', event: 'Type Walk' })];
    expect(told({ rows })).toEqual([['follow_up', '2026-03-10', 'due']]);
    expect(told({ rows }, '2026-03-24')).toEqual([]);
  });

  it('of a meeting yet to come is none', () => {
    expect(told({ occasions: [{ contactId: ana, on: '2026-03-12', event: '' }] })).toEqual([]);
  });
});

describe('a promise', () => {
  it('is overdue after three days and never let go by itself', () => {
    const rows = [row('promise', { text: 'send the slides', dueOn: '2025-11-01' })];
    expect(dueReminders(facts({ rows }), TODAY)).toMatchObject({
      reminders: [{ id: 7, kind: 'promise', state: 'overdue', text: 'send the slides' }],
      letGo: 0,
    });
  });

  it('is shown four weeks ahead', () => {
    expect(told({ rows: [row('promise', { dueOn: plusDays(TODAY, 28) })] })).toHaveLength(1);
    expect(told({ rows: [row('promise', { dueOn: plusDays(TODAY, 29) })] })).toEqual([]);
  });

  it('that is kept, or let go, is gone', () => {
    const settled = { on: TODAY, outcome: 'let_go' as const };
    expect(told({ rows: [row('promise', { settled })] })).toEqual([]);
  });
});

describe('a birthday', () => {
  const birthdays = [{ contactId: ana, bday: '1980-03-12' }];

  it('asks for nothing before the day, and is never overdue', () => {
    expect(told({ birthdays })).toEqual([['birthday', '2026-03-12', 'upcoming']]);
    expect(told({ birthdays }, '2026-03-15')).toEqual([['birthday', '2026-03-12', 'due']]);
  });

  it('that was answered this year comes back the next', () => {
    const rows = [row('birthday', { createdOn: TODAY, settled: { on: TODAY, outcome: 'done' } })];
    expect(told({ birthdays, rows })).toEqual([]);
    expect(told({ birthdays, rows }, '2027-03-12')).toHaveLength(1);
  });

  it('of which only the month is known asks for no day', () => {
    expect(told({ birthdays: [{ contactId: ana, bday: '--03' }] })).toEqual([
      ['birthday', '2026-03-01', 'upcoming'],
    ]);
  });
});

describe('keeping in touch', () => {
  const kept = [{ contactId: ana, cadence: 'P30D', since: '2026-01-01' }];

  it('counts from the last contact', () => {
    expect(told({ kept, lastContact: new Map([[ana, '2026-02-01']]) })).toEqual([
      ['keep_in_touch', '2026-03-03', 'due'],
    ]);
    expect(told({ kept, lastContact: new Map([[ana, '2026-03-01']]) })).toEqual([
      ['keep_in_touch', '2026-03-31', 'upcoming'],
    ]);
  });

  it('counts from the day it was chosen where there has been no contact, and grows no more urgent', () => {
    expect(told({ kept }, '2026-01-30')).toEqual([['keep_in_touch', '2026-01-31', 'upcoming']]);
    expect(told({ kept }, '2027-01-31')).toEqual([['keep_in_touch', '2026-01-31', 'due']]);
  });

  it('takes a month for its last day: it may have been then', () => {
    expect(told({ kept, lastContact: new Map([[ana, '2026-02']]) })).toEqual([
      ['keep_in_touch', '2026-03-30', 'upcoming'],
    ]);
  });

  it('begins anew when it was done or let go, and waits while it is put off', () => {
    const settled = { on: '2026-03-05', outcome: 'let_go' as const };
    expect(told({ kept, rows: [row('keep_in_touch', { settled })] })).toEqual([
      ['keep_in_touch', '2026-04-04', 'upcoming'],
    ]);
    const put = row('keep_in_touch', { createdOn: '2026-03-01', dueOn: '2026-03-20' });
    expect(told({ kept, rows: [put] })).toEqual([['keep_in_touch', '2026-03-20', 'upcoming']]);
    // They met meanwhile.
    expect(told({ kept, rows: [put], lastContact: new Map([[ana, '2026-03-06']]) })).toEqual([
      ['keep_in_touch', '2026-04-05', 'upcoming'],
    ]);
  });

  it('asks once about somebody without a cadence whom the owner wants to be reminded of', () => {
    const rows = [row('keep_in_touch', { createdOn: '2026-03-01', dueOn: TODAY })];
    expect(told({ rows })).toEqual([['keep_in_touch', TODAY, 'due']]);
    expect(told({ rows, lastContact: new Map([[ana, '2026-03-05']]) })).toEqual([]);
  });

  it('asks about nobody who has no cadence', () => {
    expect(told({ lastContact: new Map([[ana, '1999-01-01']]) })).toEqual([]);
  });
});

describe('of any facts', () => {
  it('the owner’s own card is never among what is due', () => {
    fc.assert(
      fc.property(someFacts, (some) => {
        const { reminders } = dueReminders(some, TODAY);
        expect(reminders.every(({ contactId }) => contactId !== some.owner)).toBe(true);
      }),
    );
  });

  it('nobody is followed up, congratulated or kept in touch with twice', () => {
    fc.assert(
      fc.property(someFacts, (some) => {
        const keys = dueReminders(some, TODAY)
          .reminders.filter(({ kind }) => kind !== 'promise')
          .map(({ kind, contactId }) => `${kind} ${contactId}`);
        expect(new Set(keys).size).toBe(keys.length);
      }),
    );
  });

  it('a state only ever moves on: upcoming, due, overdue', () => {
    const order = ['upcoming', 'due', 'overdue'];
    fc.assert(
      fc.property(near, near, near, (due, one, other) => {
        const [before, after] = one < other ? [one, other] : [other, one];
        expect(order.indexOf(stateOn(due, after))).toBeGreaterThanOrEqual(
          order.indexOf(stateOn(due, before)),
        );
      }),
    );
  });

  it('everything is in the order of Today, the latest first, whatever order the book gives it in', () => {
    fc.assert(
      fc.property(someFacts, (some) => {
        const { reminders } = dueReminders(some, TODAY);
        for (const kind of ['follow_up', 'promise', 'birthday', 'keep_in_touch']) {
          const days = reminders.filter((one) => one.kind === kind).map(({ dueOn }) => dueOn);
          expect(days).toEqual(days.toSorted());
        }
        const turned = { ...some, birthdays: some.birthdays.toReversed(), kept: some.kept.toReversed() };
        expect(dueReminders(turned, TODAY)).toEqual(dueReminders(some, TODAY));
      }),
    );
  });

  it('an answer is the end of it for that day', () => {
    fc.assert(
      fc.property(someFacts, (some) => {
        const [first] = dueReminders(some, TODAY).reminders;
        fc.pre(first !== undefined);
        const settled = { on: TODAY, outcome: 'done' as const };
        const answer = row(first.kind, { contactId: first.contactId, dueOn: first.dueOn, settled });
        const rows =
          first.id === undefined
            ? [...some.rows, { ...answer, id: ReminderId.parse(99) }]
            : some.rows.map((one) => (one.id === first.id ? { ...one, settled } : one));
        const left = dueReminders({ ...some, rows }, TODAY).reminders;
        const same = left.filter(
          ({ kind, contactId }) => kind === first.kind && contactId === first.contactId,
        );
        if (first.kind === 'promise') expect(same.every(({ id }) => id !== first.id)).toBe(true);
        else expect(same.filter(({ state }) => state !== 'upcoming')).toEqual([]);
      }),
    );
  });
});
