// Small books with everything in them that can point at a person, for properties that must hold whatever is in a book.
import fc from 'fast-check';
import { propertyKey } from '#core/contacts/identity.ts';
import type { OpenBook } from '#db/book.ts';
import { project } from '#db/contacts/queries.ts';
import {
  contact,
  encounter,
  receivedLetter,
  evidence,
  importBatch,
  introduction,
  introductionStep,
} from '#db/schema.ts';
import { doNotIntroduce, invitation, keptApart, mutual, property, reminder } from '#db/schema.ts';
import { Recorder } from '#db/history/journal.ts';
import { ContactId } from '#core/contacts/model.ts';

const PEOPLE = 6;
const person = fc.integer({ min: 1, max: PEOPLE });
const optional = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });
const batch = optional(fc.integer({ min: 1, max: 2 }));
const day = fc.constantFrom('2024-01-01', '2025-01-01', '2026-01-01');

const said = fc.record({
  contactId: person,
  named: fc.constantFrom(
    ['FN', 'Ada Byron'],
    ['FN', 'ADA BYRON'],
    ['N', 'Byron;Ada;;;'],
    ['ORG', 'Acme'],
    ['ORG', 'Globex'],
    ['ORG', ''],
    ['TITLE', 'Engineer'],
    ['NICKNAME', 'Addie'],
    ['NICKNAME', 'Countess'],
    ['NOTE', 'likes maps'],
    ['NOTE', 'met on the train'],
    ['EMAIL', 'ada@example.org'],
    ['EMAIL', 'ADA@example.org'],
    ['TEL', '+49 30 12345'],
    ['URL', 'https://www.linkedin.com/in/ada'],
    ['BDAY', '1815-12-10'],
    ['CLASS', 'CONFIDENTIAL'],
    ['X-CADENCE', 'P3M'],
    ['X-CADENCE', 'P1Y'],
    ['X-OFFERS', 'a spare room'],
    ['X-OFFERS', 'letterpress'],
  ),
  batchId: batch,
  recordedAt: day,
  hidden: fc.integer({ min: 0, max: 9 }).map((dice) => dice === 0),
  supersededBy: fc.integer({ min: 0, max: 9 }).map((dice) => (dice === 0 ? 2 : null)),
});

/** What a random book is made of. */
export const bookPlan = fc.record({
  said: fc.array(said, { maxLength: 25 }),
  met: fc.array(fc.record({ contactId: person, introducedById: optional(person) }), { maxLength: 6 }),
  ties: fc.array(
    fc.record({
      kind: fc.constantFrom('li_connected', 'user_statement', 'vouched', 'disowned'),
      contactId: person,
      otherId: optional(person),
      on: day,
      batchId: batch,
    }),
    { maxLength: 8 },
  ),
  introduced: fc.array(fc.record({ a: person, b: person }), { maxLength: 4 }),
  named: fc.array(optional(person), { maxLength: 3 }),
  apart: fc.uniqueArray(fc.tuple(person, person), { maxLength: 4, selector: ([a, b]) => a * 10 + b }),
  unintroduced: fc.uniqueArray(fc.tuple(person, person), {
    maxLength: 4,
    selector: ([a, b]) => a * 10 + b,
  }),
  promised: fc.array(fc.tuple(person, day), { maxLength: 3 }),
});
export type BookPlan = typeof bookPlan extends fc.Arbitrary<infer Plan> ? Plan : never;

const NOW = '2026-02-01T00:00:00Z';

/** Fills an empty book by a plan. */
export function fill(open: OpenBook, plan: BookPlan): void {
  const book = new Recorder(open);
  for (const fileName of ['one.csv', 'two.csv'])
    book.insert(importBatch, { fileName, state: 'applied', stagedAt: NOW, entries: [], counts: {} });
  for (let id = 1; id <= PEOPLE; id++) {
    const fn = `Given${id} Family${id}`;
    book.insert(contact, { fn, sortKey: '', nameKey: '', createdAt: NOW });
    book.insert(property, { contactId: id, name: 'N', value: `Family${id};Given${id};;;`, recordedAt: NOW });
    book.insert(property, { contactId: id, name: 'FN', value: fn, recordedAt: NOW });
  }
  for (const { named, ...row } of plan.said) {
    const [name, value] = named as [string, string]; // two words each, above
    book.insert(property, { ...row, name, value, key: propertyKey(name, value), line: 1 });
  }
  link(book, plan);
  for (let id = 1; id <= PEOPLE; id++) project(book, ContactId.parse(id));
}

function link(
  book: Recorder,
  { met, ties, introduced, named, apart, unintroduced, promised }: BookPlan,
): void {
  for (const row of met.filter(({ contactId, introducedById }) => contactId !== introducedById))
    book.insert(encounter, { ...row, channel: 'in_person', createdAt: NOW });
  for (const row of ties.filter(({ contactId, otherId }) => contactId !== otherId))
    book.insert(evidence, { ...row, createdAt: NOW });
  for (const { contactId } of ties) {
    const messageId = `<${contactId}@example.org>`;
    book.insert(receivedLetter, { contactId, on: '2025-01-01', messageId, subject: 'Maps', createdAt: NOW });
  }
  for (const { a, b } of introduced.filter((pair) => pair.a !== pair.b)) {
    const id = book.insert(introduction, { a, b, state: 'asked_a', createdAt: NOW });
    book.insert(introductionStep, { introductionId: id, step: 'ask_a', at: NOW });
  }
  const invitationId = book.insert(invitation, {
    direction: 'incoming',
    fn: 'Somebody',
    nameKey: 'somebody',
    state: 'pending',
    source: 'typed',
    createdAt: NOW,
  });
  for (const contactId of named) book.insert(mutual, { invitationId, name: 'Ada', contactId });
  for (const [a, b] of apart.filter(([one, other]) => one < other))
    book.insert(keptApart, { a, b, decidedAt: NOW });
  for (const [a, b] of unintroduced.filter(([one, other]) => one < other))
    book.insert(doNotIntroduce, { a, b, reason: `${a} and ${b}`, createdAt: NOW });
  for (const [contactId, dueOn] of promised)
    book.insert(reminder, { contactId, kind: 'promise', dueOn, text: 'slides', createdAt: NOW });
}

/** One merge: who stays, who goes, and which of their values are hidden, each by its place among those who are there. */
export const mergePlan = fc.record({
  survivor: fc.nat(),
  absorbed: fc.array(fc.nat(), { minLength: 1, maxLength: 2 }),
  hide: fc.array(fc.nat(), { maxLength: 3 }),
});
