// What the page of an event says of its follow-ups, and that Today says the same.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContactId } from '#core/contacts/model.ts';
import { EventId } from '#core/events/model.ts';
import { followUpsAt } from '#core/reminders/at-event.ts';
import { plusDays } from '#core/reminders/days.ts';
import { dueReminders } from '#core/reminders/due.ts';
import type { ReminderRow } from '#core/reminders/facts.ts';
import { ReminderId } from '#core/reminders/model.ts';
import { someFacts, TODAY } from './arbitraries.ts';

const ana = ContactId.parse(2);
const [here, elsewhere] = [EventId.parse(4), EventId.parse(5)];
const row = (part: Partial<ReminderRow>): ReminderRow => ({
  id: ReminderId.parse(7),
  contactId: ana,
  kind: 'follow_up',
  event: '',
  dueOn: TODAY,
  text: '',
  createdOn: TODAY,
  ...part,
});

describe('the follow-ups of an event', () => {
  const at = (rows: readonly ReminderRow[], on?: string, last?: string) =>
    followUpsAt(
      { owner: undefined, rows, lastContact: new Map(last === undefined ? [] : [[ana, last]]) },
      { eventId: here, today: TODAY, met: [on === undefined ? { contactId: ana } : { contactId: ana, on }] },
    )[0]!;
  const done = { on: '2026-03-02', outcome: 'done' } as const;

  it.each([
    ['nothing has been said', [], false],
    ['it was answered', [row({ eventId: here, settled: done })], true],
    ['an earlier one was answered', [row({ eventId: elsewhere, settled: done })], false],
    ['something else was', [row({ kind: 'promise', eventId: here, settled: done })], false],
    ['it was put off', [row({ eventId: here })], false],
  ] as const)('when %s', (_, rows, isAnswered) => {
    expect(at(rows, '2026-03-05').isAnswered).toBe(isAnswered);
    expect(at(rows).isAnswered).toBe(isAnswered);
  });

  it('are answered by a later contact, where it is known which is later', () => {
    expect(at([], '2026-03-05', '2026-03-05').isAnswered).toBe(false);
    expect(at([], '2026-03-05', '2026-03-06').isAnswered).toBe(true);
    expect(at([], undefined, '2026-03-06').isAnswered).toBe(false);
  });

  it('are due the day after, or when they were put off to', () => {
    expect(at([], '2026-03-05').reminder.dueOn).toBe('2026-03-06');
    expect(at([]).reminder.dueOn).toBe(TODAY);
    expect(at([row({ eventId: here, dueOn: '2026-04-01' })], '2026-03-05').reminder).toMatchObject({
      id: 7,
      dueOn: '2026-04-01',
    });
  });

  it('are answered exactly when Today no longer asks, of whoever was met there alone', () => {
    fc.assert(
      fc.property(someFacts, fc.integer({ min: 0, max: 12 }), fc.boolean(), (some, days, isHere) => {
        const on = plusDays(TODAY, -days);
        const rows = some.rows
          .filter(({ settled }) => settled !== undefined)
          .map((one) => ({ ...one, eventId: isHere ? here : elsewhere }));
        const facts = { ...some, rows, occasions: [{ contactId: ana, on, event: 'Fair', eventId: here }] };
        const asked = dueReminders(facts, TODAY).reminders.filter(({ kind }) => kind === 'follow_up');
        const [state] = followUpsAt(facts, { eventId: here, today: TODAY, met: [{ contactId: ana, on }] });
        expect(state!.isAnswered).toBe(asked.length === 0);
        for (const { contactId, dueOn, eventId } of asked)
          expect(state!.reminder).toEqual({ kind: 'follow_up', contactId, dueOn, eventId });
      }),
    );
  });
});
