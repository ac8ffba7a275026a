import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContactDraft, ParsedEntry, SourceKind } from '#core/imports/model.ts';
import { planImport, type PlannedItem } from '#core/imports/plan.ts';
import { aDraft, anEntry } from './plan-drafts.ts';
import { applyAll, modelBook, named, type ModelBook } from './plan-model-book.ts';

// Few names and few keys, so that everything clashes with everything.
const NAMES = ['Ana Ruiz', 'Anna Ruiz', 'Bob Ruiz', 'Robert Ruiz', 'Wei Wang', 'Ana'] as const;
const VALUES = [
  'EMAIL: ana@example.org',
  'EMAIL: us@example.org',
  'EMAIL: office@example.org',
  'TEL: +49 30 1234567',
  'TEL: 030 7654321',
  'URL: https://www.linkedin.com/in/ana',
  'URL: https://www.linkedin.com/in/bob',
  'URL: https://ana.example.org',
  'UID: card-1',
  'UID: card-2',
  'ORG: Acme',
  'ORG: Bolt',
  'TITLE: Clerk',
  'BDAY: 1985',
  'BDAY: 1985-04-12',
  'BDAY: --04-12',
  'NOTE: Met twice',
  'CATEGORIES: Friends',
  'X-THING: one',
] as const;
const KINDS = ['vcard', 'google-csv', 'facebook-friends', 'mailbox', 'linkedin-contacts'] as const;

const isProfile = (value: string) => value.includes('linkedin.com');
const draft: fc.Arbitrary<ContactDraft> = fc
  .record({
    fn: fc.constantFrom(...NAMES),
    values: fc.uniqueArray(fc.constantFrom(...VALUES), { maxLength: 5 }),
  })
  // One profile a card: with two it would be two people at once.
  .map(({ fn, values }) =>
    aDraft(
      fn,
      values.filter((value) => !isProfile(value) || value === values.find(isProfile)),
    ),
  );
const connection: fc.Arbitrary<ContactDraft> = fc
  .record({
    fn: fc.constantFrom(...NAMES),
    url: fc.constantFrom('', 'ana', 'bob', 'wei', 'ana-2'),
    email: fc.constantFrom('', '', 'ana@example.org', 'us@example.org'),
    org: fc.constantFrom('', 'Acme', 'Bolt'),
    on: fc.constantFrom('2018-09-07', '2024-09-28', ''),
  })
  .map(({ fn, url, email, org, on }) =>
    aDraft(
      fn,
      [
        ...(url === '' ? [] : [`URL;linkedin: https://www.linkedin.com/in/${url}`]),
        ...(email === '' ? [] : [`EMAIL: ${email}`]),
        ...(org === '' ? [] : [`ORG: ${org}`]),
      ],
      on === '' ? undefined : on,
    ),
  );
const entry: fc.Arbitrary<ParsedEntry> = fc.oneof(
  fc
    .record({ kind: fc.constantFrom<SourceKind>(...KINDS), drafts: fc.array(draft, { maxLength: 6 }) })
    .map(({ kind, drafts }) => anEntry(kind, drafts)),
  fc.array(connection, { maxLength: 6 }).map((drafts) => anEntry('linkedin-connections', drafts)),
);
// Of each kind one file: two exports of one kind that clash with each other have no last word.
const batch = fc.uniqueArray(entry, { minLength: 1, maxLength: 3, selector: ({ kind }) => kind });

const plan = (book: ModelBook, parsed: readonly ParsedEntry[]) => planImport(named(parsed), book.lookup);
const settled = (items: readonly PlannedItem[]) =>
  items.filter(({ action }) => action !== 'same' && action !== 'unusable' && action !== 'left');
/** Enough for every run of the tests; FUZZ_RUNS=20000 looks closely. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 400);

describe('importing the same files again', () => {
  it('changes nothing, whatever clashes', () => {
    fc.assert(
      fc.property(batch, (parsed) => {
        const book = modelBook();
        applyAll(book, plan(book, parsed), parsed);
        expect(settled(plan(book, parsed))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('changes nothing after other files came before', () => {
    fc.assert(
      fc.property(batch, batch, (first, second) => {
        const book = modelBook();
        applyAll(book, plan(book, first), first);
        applyAll(book, plan(book, second), second);
        expect(settled(plan(book, second))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('changes nothing after conflicts have been joined, of every kind that describes people', () => {
    // A letter's sender who is joined leaves no trace but the letters themselves.
    const described = batch.filter((parsed) => parsed.every(({ kind }) => kind !== 'mailbox'));
    fc.assert(
      fc.property(described, (parsed) => {
        const book = modelBook();
        const join = ({ action, usual = 'take' }: PlannedItem) => (action === 'review' ? 'join' : usual);
        applyAll(book, plan(book, parsed), parsed, join);
        const again = settled(plan(book, parsed)).filter(({ changes }) => changes.length > 0);
        expect(again).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('changes nothing after the owner has written over everything', () => {
    fc.assert(
      fc.property(batch, (parsed) => {
        const book = modelBook();
        applyAll(book, plan(book, parsed), parsed);
        for (const [, person] of book.people)
          person.said.push({ name: 'FN', value: 'Somebody Else' }, { name: 'ORG', value: 'Elsewhere' });
        expect(settled(plan(book, parsed))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('changes nothing after any two cards have been merged', () => {
    fc.assert(
      fc.property(batch, fc.nat(), fc.nat(), (parsed, one, other) => {
        const book = modelBook();
        applyAll(book, plan(book, parsed), parsed);
        const ids = [...book.people.keys()];
        fc.pre(ids.length > 1);
        const into = ids[one % ids.length]!;
        const from = ids.filter((id) => id !== into)[other % (ids.length - 1)]!;
        book.merge(into, from);
        expect(settled(plan(book, parsed))).toEqual([]);
      }),
      { numRuns: RUNS },
    );
  });

  it('changes nothing after several exports of one kind, in which people have moved on', () => {
    // Everybody has their own profile; what is said of them changes from export to export.
    const person = fc.constantFrom('ana', 'bob', 'wei', 'cy', 'dan');
    const row = fc.record({
      slug: person,
      org: fc.constantFrom('', 'Acme', 'Bolt', 'Choir'),
      title: fc.constantFrom('', 'Clerk', 'Head'),
      surname: fc.constantFrom('Ruiz', 'Otto'),
    });
    const rows = fc.uniqueArray(row, { maxLength: 5, selector: ({ slug }) => slug });
    const exported = rows.map((people) =>
      anEntry(
        'linkedin-connections',
        people.map(({ slug, org, title, surname }) =>
          aDraft(
            `${slug} ${surname}`,
            [`URL: https://www.linkedin.com/in/${slug}`, `ORG: ${org}`, `TITLE: ${title}`].filter(
              (text) => !text.endsWith(': '),
            ),
            '2024-09-28',
          ),
        ),
      ),
    );
    const several = fc.array(exported, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(several, several, (first, second) => {
        const book = modelBook();
        applyAll(book, plan(book, first), first);
        applyAll(book, plan(book, second), second);
        expect(settled(plan(book, second))).toEqual([]);
        // The last word of the last file is what the book says.
        const last = second.at(-1)!;
        for (const { properties } of last.contacts) {
          const [id] = book.lookup.contactsByKey('url', properties[0]!.value.split('/').at(-1)!);
          const known = book.lookup.importedValues(id!);
          for (const { name, value } of properties)
            expect(known.filter((said) => said.name === name).map((said) => said.value)).toEqual([value]);
        }
      }),
      { numRuns: RUNS },
    );
  });
});
