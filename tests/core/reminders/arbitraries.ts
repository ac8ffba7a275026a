// Days, and facts about a handful of people, for properties.
import fc from 'fast-check';
import { ContactId } from '#core/contacts/model.ts';
import type { ReminderFacts } from '#core/reminders/facts.ts';
import { plusDays } from '#core/reminders/days.ts';
import { REMINDER_KINDS, ReminderId } from '#core/reminders/model.ts';

export const TODAY = '2026-03-10';

export const aDay = fc.integer({ min: 0, max: 20_000 }).map((days) => plusDays('1990-01-01', days));
/** A day within two months of today. */
export const near = fc.integer({ min: -60, max: 60 }).map((days) => plusDays(TODAY, days));
const past = fc.integer({ min: -60, max: 0 }).map((days) => plusDays(TODAY, days));
const contactId = fc.integer({ min: 1, max: 5 }).map((id) => ContactId.parse(id));
const unique = (ids: readonly { readonly contactId: ContactId }[]) =>
  new Set(ids.map((one) => one.contactId)).size === ids.length;

export const someFacts: fc.Arbitrary<ReminderFacts> = fc.record({
  owner: fc.option(contactId, { nil: undefined }),
  rows: fc
    .array(
      fc.record({
        contactId,
        kind: fc.constantFrom(...REMINDER_KINDS),
        event: fc.constant(''),
        dueOn: near,
        text: fc.constant('the slides'),
        createdOn: past,
        settledOn: fc.option(past, { nil: undefined }),
        outcome: fc.constantFrom('done' as const, 'let_go' as const),
      }),
      { maxLength: 8 },
    )
    .map((rows) =>
      rows.map(({ settledOn, outcome, ...row }, at) => ({
        ...row,
        id: ReminderId.parse(at + 1),
        ...(settledOn !== undefined && { settled: { on: settledOn, outcome } }),
      })),
    ),
  occasions: fc.array(fc.record({ contactId, on: near, event: fc.constant('Fair') }), { maxLength: 6 }),
  birthdays: fc
    .array(fc.record({ contactId, bday: near.map((day) => `-${day.slice(4)}`) }), { maxLength: 4 })
    .filter(unique),
  kept: fc
    .array(fc.record({ contactId, cadence: fc.constantFrom('P7D', 'P2W', 'P1M', 'P1Y'), since: past }), {
      maxLength: 4,
    })
    .filter(unique),
  lastContact: fc.array(fc.tuple(contactId, past), { maxLength: 4 }).map((pairs) => new Map(pairs)),
});
