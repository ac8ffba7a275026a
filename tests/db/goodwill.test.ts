import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContactForm, ContactId } from '#core/contacts/model.ts';
import { openWritable } from '#db/book.ts';
import type { OpenBook } from '#db/book.ts';
import { createContact } from '#db/contacts/queries.ts';
import { Recorder } from '#db/history/journal.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { asksOf, ledgersOf } from '#db/introductions/goodwill.ts';
import { introduction, introductionStep } from '#db/introductions/tables.ts';
import { invitation, mutual } from '#db/invitations/tables.ts';
import { tempFolder } from './temp-folder.ts';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));
const NOW = '2026-06-15T10:00:00Z';
const TODAY = '2026-06-15';

let book: OpenBook;
let writer: WriteBook;

beforeEach(() => {
  book = openWritable(path.join(tempFolder(), 'goodwill.acquaint'), MIGRATIONS);
  writer = new Recorder(book);
});
afterEach(() => book.close());

const person = (fn: string): ContactId =>
  ContactId.parse(createContact(writer, ContactForm.parse({ given: fn }), NOW));

function asked(contactId: ContactId, row: { askedOn: string | null; answer?: string; answeredOn?: string }) {
  const invitationId = writer.insert(invitation, {
    direction: 'incoming',
    fn: 'Cleo Stranger',
    nameKey: 'cleo stranger',
    state: 'waiting_references',
    source: 'typed',
    createdAt: NOW,
  });
  writer.insert(mutual, { invitationId, name: 'Somebody', contactId, ...row });
}

function introduced(row: {
  direction: string;
  a: ContactId;
  b: ContactId;
  state?: string;
  steps: readonly (readonly [string, string])[];
}) {
  const { steps, state = 'idea', ...rest } = row;
  const introductionId = writer.insert(introduction, { ...rest, state, createdAt: NOW });
  for (const [step, day] of steps)
    writer.insert(introductionStep, { introductionId, step, at: `${day}T09:00:00Z` });
}

describe('goodwill as the book has it', () => {
  it('counts questions about inviters by what became of them', () => {
    const ana = person('Ana');
    const ben = person('Ben');
    asked(ana, { askedOn: '2026-06-01' });
    asked(ana, { askedOn: '2026-03-01', answer: 'knows', answeredOn: '2026-03-02' });
    asked(ana, { askedOn: '2026-01-01', answer: 'no_reply', answeredOn: '2026-01-11' });
    asked(ana, { askedOn: null });
    asked(ben, { askedOn: '2024-01-01', answer: 'warns', answeredOn: '2024-01-02' });
    const ledgers = ledgersOf(book, [ana, ben], TODAY);
    expect(ledgers.get(ana)).toMatchObject({ taken: 3, open: 1, thanksOwed: 1, left: 0, given: 0 });
    expect(ledgers.get(ben)).toMatchObject({ taken: 0, left: 3, lastAskedOn: '2024-01-01' });
  });

  it('knows which way an introduction went, and for whom it was a favour', () => {
    const [ana, ben, cem] = [person('Ana'), person('Ben'), person('Cem')];
    introduced({ direction: 'outgoing', a: ana, b: ben, steps: [['introduce', '2026-05-01']] });
    introduced({
      direction: 'incoming',
      a: ana,
      b: cem,
      steps: [
        ['ask_b', '2026-04-01'],
        ['introduce', '2026-04-05'],
      ],
    });
    introduced({ direction: 'outgoing', a: cem, b: ben, steps: [['ask_a', '2026-05-02']] });
    const ledgers = ledgersOf(book, [ana, ben, cem], TODAY);
    expect(ledgers.get(ana)).toMatchObject({ given: 2, taken: 0 });
    expect(ledgers.get(ben)).toMatchObject({ given: 1, taken: 0 });
    expect(ledgers.get(cem)).toMatchObject({ given: 0, taken: 0 });
  });

  it('counts a request to be introduced against the introducer alone, with thanks and outcome', () => {
    const [ana, ben] = [person('Ana'), person('Ben')];
    introduced({
      direction: 'requested',
      a: ana,
      b: ben,
      state: 'closed',
      steps: [
        ['ask_a', '2026-02-01'],
        ['some_step_of_a_later_version', '2026-02-02'],
        ['introduce', '2026-02-10'],
        ['thank', '2026-02-11'],
        ['tell_outcome', '2026-03-01'],
        ['close', '2026-03-02'],
      ],
    });
    introduced({ direction: 'requested', a: ana, b: ben, steps: [['ask_a', '2026-06-01']] });
    introduced({
      direction: 'requested',
      a: ana,
      b: ben,
      state: 'closed_no',
      steps: [
        ['ask_a', '2026-05-01'],
        ['a_says_no', '2026-05-02'],
      ],
    });
    introduced({ direction: 'requested', a: ana, b: ben, steps: [] });
    const ledgers = ledgersOf(book, [ana, ben], TODAY);
    expect(ledgers.get(ana)).toEqual({
      given: 0,
      taken: 3,
      recent: 2,
      open: 1,
      budget: 3,
      left: 0,
      thanksOwed: 0,
      lastAskedOn: '2026-06-01',
      lastThankedOn: '2026-02-11',
      lastOutcomeOn: '2026-03-01',
    });
    expect(ledgers.get(ben)).toMatchObject({ given: 0, taken: 0 });
  });

  it('looks people up by index, however many invitations and introductions there are', () => {
    const ana = person('Ana');
    const plans: string[] = [];
    asksOf(
      {
        select: book.select,
        statement(text) {
          const bound = text.includes('@ids') ? [{ ids: '[]' }] : ['[]'];
          const plan = book.sqlite.prepare(`explain query plan ${text}`).all(...bound) as {
            detail: string;
          }[];
          plans.push(...plan.map(({ detail }) => detail));
          return book.statement(text);
        },
      },
      [ana],
    );
    expect(plans.length).toBeGreaterThan(3);
    expect(plans.filter((detail) => /^SCAN (?!j\b|f\b|s\b)/.test(detail))).toEqual([]);
  });
});
