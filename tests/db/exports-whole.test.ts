// Our own JSON holds the whole book: whatever is in it goes out, comes into an empty book, and is the same on every screen.
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { planImport } from '#core/imports/plan.ts';
import type { PlannedItem } from '#core/imports/planned.ts';
import type { ImportBatchId } from '#core/imports/model.ts';
import { ViewId } from '#api/views.ts';
import { InvitationId } from '#core/invitations/model.ts';
import type { OpenBook } from '#db/book.ts';
import { namesOf } from '#db/contacts/queries.ts';
import { mergeGroups } from '#db/duplicates/merge.ts';
import { Recorder } from '#db/history/journal.ts';
import { setState } from '#db/invitations/queries.ts';
import { introductionStep } from '#db/schema.ts';
import { renameView } from '#db/views/queries.ts';
import { everybody } from '#db/contacts/selected-people.ts';
import { documentOf } from '#db/exports/document.ts';
import { bookLookup } from '#db/imports/lookup.ts';
import { read } from '#tests/fixtures/reading.ts';
import { applied, emptyBook, imported, keepPlan, NOW, reverted, saidBy } from './planned-batch.ts';
import { cards, fillWhole, idOf, shownOf, WHOLE_TABLES, wholePlan } from './whole-book.ts';
import type { WholePlan } from './whole-book.ts';
import { FULL, none } from './whole-plans.ts';

const books: OpenBook[] = [];
const closeAll = () => {
  for (const one of books.splice(0)) one.close();
};
afterEach(closeAll);

function opened(): OpenBook {
  const one = emptyBook();
  books.push(one);
  return one;
}

const plan = (into: OpenBook, text: string): PlannedItem[] =>
  planImport([{ entryName: 'file', parsed: read(text).parsed! }], bookLookup(into));

const bring = async (into: OpenBook, text: string): Promise<ImportBatchId> =>
  imported(into, plan(into, text), { kinds: ['acquaint'] });

const document = (from: OpenBook, ids = everybody(from), withPrivate = true) =>
  [...documentOf(from, { ids, withPrivate, now: NOW })].join('');

async function filled(wanted: WholePlan): Promise<OpenBook> {
  const book = opened();
  await bring(book, cards);
  fillWhole(book, wanted);
  return book;
}

const changing = (items: readonly PlannedItem[]) =>
  items
    .filter(({ action, issues }) => action !== 'same' || issues.length > 0)
    .map(({ subject, action, fn, issues }) => ({
      subject,
      action,
      fn,
      codes: issues.map(({ code }) => code),
    }));

describe('a whole book as JSON', () => {
  it('is the same book again, says nothing new a second time, and goes without a trace', async () => {
    await fc.assert(
      fc.asyncProperty(wholePlan, async (wanted) => {
        const book = await filled(wanted);
        const text = document(book);
        expect(changing(plan(book, text))).toEqual([]);
        const other = opened();
        const before = saidBy(other);
        const batch = await bring(other, text);
        expect(shownOf(other)).toEqual(shownOf(book));
        expect(changing(plan(other, text))).toEqual([]);
        reverted(other, batch);
        for (const table of ['contact', 'event', ...WHOLE_TABLES])
          expect(saidBy(other)[table], table).toEqual(before[table]);
        closeAll();
      }),
      { numRuns: 40 },
    );
  }, 120_000);
});

const count = (book: OpenBook, from: string) =>
  Number(book.sqlite.prepare(`select count(*) from ${from}`).pluck().get());

const counts = (book: OpenBook) =>
  Object.fromEntries(
    WHOLE_TABLES.filter((name) => name !== 'setting').map((name) => [name, count(book, name)]),
  );

const one = (book: OpenBook, from: string) =>
  Number(book.sqlite.prepare(`select id from ${from}`).pluck().get());

describe('taking it back', () => {
  it('leaves what the owner has worked on since, whole: its log, its answers, its decisions', async () => {
    const other = opened();
    const batch = await bring(other, document(await filled(FULL)));
    const before = counts(other);
    const recorder = new Recorder(other);
    const introductionId = one(other, 'introduction');
    recorder.insert(introductionStep, { introductionId, step: 'nudge_a', at: '2026-03-20T00:00:00Z' });
    const invitationId = InvitationId.parse(one(other, 'invitation'));
    setState(recorder, invitationId, 'declined');
    renameView(recorder, ViewId.parse(one(other, 'saved_view')), 'My maps');
    reverted(other, batch);
    expect(counts(other)).toEqual({
      ...before,
      introduction_step: 2,
      letter_template: 0,
      kept_apart: 0,
      received_letter: 0,
    });
    // Those it is between, and who was asked, stay with it.
    expect(everybody(other).map((id) => namesOf(other, [id]).get(id)?.fn)).toEqual(['Ben Ode', 'Ana Ruiz']);
    expect(count(other, "invitation where batch_id is null and state = 'declined'")).toBe(1);
  });

  it('takes out what is about a card that has become part of another', async () => {
    const other = opened();
    await bring(other, cards.replaceAll('Ana Ruiz', 'Ana M. Ruiz').replaceAll('ana.ruiz', 'ana.m'));
    const batch = await bring(other, document(await filled(FULL)));
    const recorder = new Recorder(other);
    const [survivorId, absorbedId] = [idOf(other, 'Ana M. Ruiz'), idOf(other, 'Ana Ruiz')];
    mergeGroups(recorder, [{ survivorId, absorbedIds: [absorbedId], apart: [], hide: [] }], NOW);
    reverted(other, batch);
    expect(Object.values(counts(other))).toEqual(WHOLE_TABLES.slice(1).map(() => 0));
  });
});

describe('the book’s own word', () => {
  it('stands, and the preview says so', async () => {
    const text = document(await filled(FULL));
    const other = opened();
    await bring(other, cards);
    fillWhole(other, {
      ...none,
      views: [{ summary: 'MAPS', query: 'tag:atlas' }],
      letters: [{ ...FULL.letters[0]!, body: 'Otherwise.' }],
      policies: [{ silenceDays: 3, oneWhoKnowsWell: true }],
      introductions: [{ ...FULL.introductions[0]!, state: 'a_yes' }],
      apart: [{ a: 2, b: 3 }],
    });
    const items = plan(other, text).filter(({ diary }) => diary !== undefined);
    expect(items.map(({ subject, action, issues }) => [subject, action, issues[0]?.code])).toEqual([
      ['view', 'same', 'BOOK_STANDS'],
      ['template', 'same', 'BOOK_STANDS'],
      ['template', 'create', undefined],
      ['policy', 'same', 'BOOK_STANDS'],
      ['introduction', 'same', 'BOOK_STANDS'],
      ['vetting', 'create', undefined],
      ['apart', 'same', undefined],
    ]);
    const before = shownOf(other);
    await bring(other, text);
    const { views, policies, introductions, apart } = shownOf(other);
    expect({ views, policies, introductions, apart }).toMatchObject({
      views: before.views,
      policies: before.policies,
      introductions: before.introductions,
      apart: before.apart,
    });
  });

  it('an invitation that an archive has brought is given what was asked and decided, and taken back is as it was', async () => {
    const book = await filled(FULL);
    const other = opened();
    await bring(other, cards);
    const [bare] = FULL.invitations;
    fillWhole(other, { ...none, invitations: [{ ...bare!, state: 'pending', mutuals: [], decisions: [] }] });
    const before = saidBy(other);
    const text = document(book);
    const vetting = plan(other, text).filter(({ subject }) => subject === 'vetting');
    expect(vetting.map(({ action }) => action)).toEqual(['update']);
    const batch = await bring(other, text);
    expect(shownOf(other).invitations).toEqual(shownOf(book).invitations);
    expect(changing(plan(other, text))).toEqual([]);
    reverted(other, batch);
    for (const table of ['invitation', 'mutual', 'decision'])
      expect(saidBy(other)[table], table).toEqual(before[table]);
  });

  it('decisions are not shown beside rules of this book that they were not made by', async () => {
    const text = document(await filled(FULL));
    const versions = async (policies: WholePlan['policies']) => {
      const other = opened();
      await bring(other, cards);
      fillWhole(other, { ...none, policies });
      await bring(other, text);
      expect(changing(plan(other, text)).filter(({ subject }) => subject === 'vetting')).toEqual([]);
      return other.sqlite.prepare("select vetting ->> '$.policyVersion' from decision").pluck().all();
    };
    const theirs = FULL.policies[0]!;
    const others = { silenceDays: 3, oneWhoKnowsWell: true };
    expect(await versions([])).toEqual([2]);
    expect(await versions([theirs])).toEqual([2]);
    expect(await versions([others])).toEqual([0]);
    expect(await versions([others, theirs])).toEqual([3]);
  });

  it('two files of one drop that say the same bring it once', async () => {
    const text = document(await filled(FULL));
    const other = opened();
    const { parsed } = read(text);
    const twice = [
      { entryName: 'file', parsed: parsed! },
      { entryName: 'copy', parsed: parsed! },
    ];
    await imported(other, planImport(twice, bookLookup(other)), { kinds: ['acquaint', 'acquaint'] });
    const once = opened();
    await bring(once, text);
    expect(counts(other)).toEqual(counts(once));
  });

  it('the same file in two batches at once brings it once', async () => {
    const text = document(await filled(FULL));
    const other = opened();
    await bring(other, cards);
    const first = keepPlan(other, plan(other, text), { kinds: ['acquaint'] });
    const second = keepPlan(other, plan(other, text), { kinds: ['acquaint'] });
    await applied(other, first);
    const before = counts(other);
    await applied(other, second);
    const { received_letter: _letters, ...after } = counts(other);
    expect(before).toMatchObject(after);
  });
});
