import path from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContactForm, ContactId } from '#core/contacts/model.ts';
import { Answer, InvitationForm } from '#core/invitations/model.ts';
import type { InvitationId } from '#core/invitations/model.ts';
import { openWritable } from '#db/book.ts';
import type { OpenBook } from '#db/book.ts';
import { createContact } from '#db/contacts/queries.ts';
import { Recorder } from '#db/history/journal.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { openReferences, referencesWith } from '#db/invitations/asked.ts';
import { createInvitation, decisionsOn, invitationRow } from '#db/invitations/queries.ts';
import { invitationById } from '#db/invitations/read.ts';
import {
  matchMutual,
  recordAnswer,
  recordAsked,
  recordNudged,
  sayAnswers,
} from '#db/invitations/references.ts';
import { vetting } from '#db/invitations/vetting.ts';
import { setManners } from '#db/manners/preferences.ts';
import { neighboursOf, stateTie } from '#db/network/queries.ts';
import { savePositions } from '#db/contacts/positions.ts';
import { tieOf } from '#core/network/tie.ts';
import { testBook } from './harness.ts';
import { tempFolder } from './temp-folder.ts';

const MIGRATIONS = fileURLToPath(new URL('../../db/migrations', import.meta.url));
const on = (day: number): string => `2026-06-${String(day).padStart(2, '0')}T10:00:00Z`;
const NOW = on(1);

let book: OpenBook;
let writer: WriteBook;

beforeEach(() => {
  book = openWritable(path.join(tempFolder(), 'references.acquaint'), MIGRATIONS);
  writer = new Recorder(book);
});
afterEach(() => book.close());

function person(
  given: string,
  more: Partial<ContactForm> = {},
  level: 'know' | 'unknown' = 'know',
): ContactId {
  const id = ContactId.parse(createContact(writer, ContactForm.parse({ given, ...more }), NOW));
  stateTie(writer, { contactId: id, other: undefined, level, note: '' }, NOW);
  return id;
}

const PAGE = 'https://www.linkedin.com/in/cleo-marsh';
const invited = (names: readonly string[], more: Partial<InvitationForm> = {}): InvitationId =>
  createInvitation(
    writer,
    InvitationForm.parse({ fn: 'Cleo Marsh', url: PAGE, headline: 'Editor', mutualNames: names, ...more }),
    NOW,
  );

const mutualsOf = (id: InvitationId, day = 1) => invitationById(book, id, on(day)).mutuals;
const mutual = (id: InvitationId, name: string, day = 1) =>
  mutualsOf(id, day).find((one) => one.name === name)!;
const asks = (id: InvitationId, name: string, { day = 1, reason = '' } = {}) =>
  recordAsked(writer, { mutualId: mutual(id, name).id, reason }, on(day));
const answers = (
  id: InvitationId,
  name: string,
  answer: Answer,
  { day = 1, quote = '', quoteShareable = false } = {},
) => recordAnswer(writer, { mutualId: mutual(id, name).id, answer, quote, quoteShareable }, on(day));
const tieBetween = (a: ContactId, b: ContactId) =>
  tieOf(neighboursOf(book, a).get(b) ?? [], on(28), 'others');

describe('asking mutual connections', () => {
  it('goes from asked over one reminder to silence, and says so on the day', () => {
    person('Ana', { family: 'Ruiz' });
    const id = invited(['Ana Ruiz']);
    asks(id, 'Ana Ruiz');
    const { id: mutualId } = mutual(id, 'Ana Ruiz');
    expect(invitationRow(book, id).state).toBe('waiting_references');
    expect(openReferences(book, '2026-06-05')).toEqual([]);
    expect(() => recordNudged(writer, mutualId, on(5))).toThrow('Conflict');
    expect(openReferences(book, '2026-06-06')).toMatchObject([{ fn: 'Ana Ruiz', days: 5, step: 'nudge' }]);
    recordNudged(writer, mutualId, on(6));
    expect(() => recordNudged(writer, mutualId, on(7))).toThrow('Conflict');
    expect(openReferences(book, '2026-06-07')).toEqual([]);
    expect(openReferences(book, '2026-06-11')).toMatchObject([
      { days: 10, step: 'silent', inviter: 'Cleo Marsh' },
    ]);
    const { verdict, reasons } = vetting(book, invitationById(book, id, on(11)), on(11));
    expect(verdict).toBe('DECLINE_POLITE');
    expect(reasons).toContainEqual(
      expect.objectContaining({ code: 'reference_silent', params: { fn: 'Ana Ruiz', days: 10 } }),
    );
  });

  it('stops before an ask that would not be kind, unless the owner says why, which is kept', () => {
    person('Ana', { family: 'Ruiz' });
    asks(invited(['Ana Ruiz']), 'Ana Ruiz');
    const next = invited(['Ana Ruiz'], { fn: 'Dara Quill', url: 'https://www.linkedin.com/in/dara-quill' });
    expect(vetting(book, invitationById(book, next, on(13)), on(13)).askWhom).toEqual([]);
    expect(() => asks(next, 'Ana Ruiz', { day: 13 })).toThrow('Conflict');
    asks(next, 'Ana Ruiz', { day: 13, reason: 'We lunch tomorrow anyway.' });
    expect(decisionsOn(book, next)).toMatchObject([
      { decision: 'ask_mutuals', reason: 'Ana Ruiz: We lunch tomorrow anyway.' },
    ]);
  });

  it('knows who works for the inviter now, and forgives former employers', () => {
    person('Ana', { family: 'Ruiz', org: 'Acme' });
    const ben = person('Ben', { family: 'Ode', org: 'Globex' });
    savePositions(writer, { id: ben, positions: [{ org: 'Acme', title: 'Clerk', to: '2021' }] }, NOW);
    const cem = person('Cem', { family: 'Ay' });
    savePositions(writer, { id: cem, positions: [{ org: 'ACME', title: 'Adviser', from: '2022' }] }, NOW);
    const id = invited(['Ana Ruiz', 'Ben Ode', 'Cem Ay'], { headline: 'Editor at Acme' });
    expect(mutualsOf(id).map(({ fn, asking }) => [fn, asking?.worksAt])).toEqual([
      ['Ana Ruiz', 'Acme'],
      ['Ben Ode', undefined],
      ['Cem Ay', 'ACME'],
    ]);
    expect(vetting(book, invitationById(book, id, NOW), NOW).askWhom.map(({ fn }) => fn)).toEqual([
      'Ben Ode',
    ]);
  });

  it('heeds who does not want to be asked, and remembers thanks', () => {
    const ana = person('Ana', { family: 'Ruiz' });
    const id = invited(['Ana Ruiz']);
    asks(id, 'Ana Ruiz');
    answers(id, 'Ana Ruiz', 'knows', { day: 2 });
    expect(referencesWith(book, ana, '2026-06-03').goodwill).toMatchObject({
      thanksOwed: 1,
      taken: 1,
      left: 2,
    });
    setManners(writer, ana, { thankedOn: '2026-06-03', isNotAsked: true }, on(3));
    expect(referencesWith(book, ana, '2026-06-03')).toMatchObject({
      goodwill: { thanksOwed: 0, lastThankedOn: '2026-06-03' },
      isNotAsked: true,
    });
    expect(mutual(invited(['Ana Ruiz'], { url: '' }), 'Ana Ruiz').asking?.isNotAsked).toBe(true);
  });
});

describe('“not really”', () => {
  it('shows on three cards: the inviter’s, the mutual contact’s, and the invitation', () => {
    const ana = person('Ana', { family: 'Ruiz' });
    const cleo = person('Cleo', { family: 'Marsh', urls: [PAGE] }, 'unknown');
    const id = invited(['Ana Ruiz']);
    answers(id, 'Ana Ruiz', 'not_really', { day: 2 });
    expect(tieBetween(ana, cleo)).toMatchObject({ level: 'name_only', certainty: 'stated' });
    expect(referencesWith(book, ana, '2026-06-03')).toMatchObject({
      reliability: { answers: 1, disowned: 1 },
      said: [{ fn: 'Cleo Marsh', answer: 'not_really', answeredOn: '2026-06-02' }],
    });
    expect(referencesWith(book, cleo, '2026-06-03').about).toMatchObject([
      { fn: 'Ana Ruiz', answer: 'not_really' },
    ]);
    expect(mutual(id, 'Ana Ruiz')).toMatchObject({ answer: 'not_really', asking: { hasDisowned: true } });
    // And when the same person invites again, also where they are nobody in the book.
    expect(mutual(invited(['Ana Ruiz']), 'Ana Ruiz').asking?.hasDisowned).toBe(true);
  });

  it('is remembered of an inviter who is nobody in the book, and said once they are', () => {
    const ana = person('Ana', { family: 'Ruiz' });
    const first = invited(['Ana Ruiz']);
    answers(first, 'Ana Ruiz', 'not_really');
    const again = invited(['Ana Ruiz']);
    expect(mutual(again, 'Ana Ruiz').asking?.hasDisowned).toBe(true);
    const cleo = person('Cleo', { family: 'Marsh', urls: [PAGE] }, 'unknown');
    sayAnswers(writer, first, cleo, on(3));
    expect(tieBetween(ana, cleo).level).toBe('name_only');
  });

  it('follows the answer: said otherwise, taken for somebody else’s, or no answer after all', () => {
    const ana = person('Ana', { family: 'Ruiz' });
    const ben = person('Ben', { family: 'Ode' });
    const cleo = person('Cleo', { family: 'Marsh', urls: [PAGE] }, 'unknown');
    const id = invited(['Ana Ruiz']);
    answers(id, 'Ana Ruiz', 'not_really');
    matchMutual(writer, { mutualId: mutual(id, 'Ana Ruiz').id, contactId: ben }, on(2));
    expect([tieBetween(ana, cleo).level, tieBetween(ben, cleo).level]).toEqual(['unknown', 'name_only']);
    answers(id, 'Ana Ruiz', 'knows_well', { day: 3 });
    expect(tieBetween(ben, cleo).level).toBe('know_well');
    answers(id, 'Ana Ruiz', 'no_reply', { day: 4 });
    expect(tieBetween(ben, cleo).level).toBe('name_only'); // LinkedIn still shows the two as connected
    expect(
      neighboursOf(book, ben)
        .get(cleo)
        ?.map(({ kind }) => kind),
    ).toEqual(['li_mutual']);
  });

  it('said twice is said once, and never raises a tie', () => {
    let run = 0;
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...Answer.options), { maxLength: 4 }),
        fc.boolean(),
        (before, hasMet) => {
          const names = `Name${(run += 1)}`;
          const ana = person(names, { family: 'Ruiz' });
          const page = `${PAGE}-${names}`;
          const cleo = person('Cleo', { family: names, urls: [page] }, 'unknown');
          const id = invited([`${names} Ruiz`], { fn: `Cleo ${names}`, url: page });
          if (hasMet) stateTie(writer, { contactId: ana, other: cleo, level: 'know', note: '' }, on(1));
          for (const answer of before) answers(id, `${names} Ruiz`, answer);
          const was = tieBetween(ana, cleo);
          answers(id, `${names} Ruiz`, 'not_really', { day: 2 });
          const [once, rows] = [tieBetween(ana, cleo), neighboursOf(book, ana).get(cleo)];
          answers(id, `${names} Ruiz`, 'not_really', { day: 3 });
          expect(tieBetween(ana, cleo)).toEqual(once);
          expect(neighboursOf(book, ana).get(cleo)).toEqual(rows);
          const levels = ['unknown', 'name_only', 'met_once', 'acquaintance', 'know', 'know_well', 'trusted'];
          expect(levels.indexOf(once.level)).toBeLessThanOrEqual(Math.max(1, levels.indexOf(was.level)));
          expect(once.level).toBe('name_only');
        },
      ),
      { numRuns: 25 },
    );
  });

  it('is undone as one deed, with the tie it had changed', async () => {
    const { client } = await testBook();
    const ana = await client.contacts.create({ given: 'Ana', family: 'Ruiz' });
    const cleo = await client.contacts.create({ given: 'Cleo', family: 'Marsh', urls: [PAGE] });
    await client.network.stateTie({ contactId: ana.id, level: 'know' });
    const { id } = await client.invitations.create({
      fn: 'Cleo Marsh',
      url: PAGE,
      mutualNames: ['Ana Ruiz'],
    });
    const page = () => client.invitations.get({ id });
    const knows = async () =>
      (await client.network.mutuals({ contactId: cleo.id })).map(({ tie }) => tie.level);
    const before = [(await page()).invitation, await knows()];
    const [one] = (await page()).invitation.mutuals;
    await client.invitations.recordAnswer({ mutualId: one!.id, answer: 'not_really' });
    expect((await page()).invitation.mutuals[0]).toMatchObject({ answer: 'not_really' });
    await client.book.undo({});
    expect([(await page()).invitation, await knows()]).toEqual(before);
  });
});

describe('a warning', () => {
  it('is never shared, whatever was ticked', () => {
    person('Ana', { family: 'Ruiz' });
    const id = invited(['Ana Ruiz']);
    answers(id, 'Ana Ruiz', 'warns', { quote: 'Took my money.', quoteShareable: true });
    expect(mutual(id, 'Ana Ruiz')).toMatchObject({
      answer: 'warns',
      quote: 'Took my money.',
      quoteShareable: false,
    });
    const { verdict, reasons } = vetting(book, invitationById(book, id, NOW), NOW);
    expect(verdict).toBe('DECLINE');
    expect(JSON.stringify(reasons.filter(({ code }) => code === 'warned'))).not.toContain('Ana');
  });
});
