// What of a whole book stays behind: with some people, without what is private, without confidential people – and
// whoever was forgotten stays so.
import { readFileSync } from 'node:fs';
import { getTableName } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { keysToAskFor } from '#core/contacts/forgotten.ts';
import { planImport } from '#core/imports/plan.ts';
import type { AcquaintDocument } from '#core/imports/sources/acquaint-schema.ts';
import type { ImportBatchId } from '#core/imports/model.ts';
import type { OpenBook } from '#db/book.ts';
import { everybody } from '#db/contacts/selected-people.ts';
import { documentOf } from '#db/exports/document.ts';
import { withoutConfidential } from '#db/exports/people.ts';
import { Recorder } from '#db/history/journal.ts';
import { bookLookup } from '#db/imports/lookup.ts';
import { setConfidential } from '#db/manners/preferences.ts';
import * as schema from '#db/schema.ts';
import { erase } from '#db/trash/erase.ts';
import { bury } from '#db/trash/tombstones.ts';
import { read } from '#tests/fixtures/reading.ts';
import { emptyBooks, imported, NOW } from './planned-batch.ts';
import { cards, fillWhole, idOf } from './whole-book.ts';
import { FULL } from './whole-plans.ts';

const opened = emptyBooks();

const plan = (into: OpenBook, text: string) =>
  planImport([{ entryName: 'file', parsed: read(text).parsed! }], bookLookup(into));

const bring = async (into: OpenBook, text: string): Promise<ImportBatchId> =>
  imported(into, plan(into, text), { kinds: ['acquaint'] });

const document = (from: OpenBook, ids = everybody(from), withPrivate = true) =>
  [...documentOf(from, { ids, withPrivate, now: NOW })].join('');

async function filled(): Promise<OpenBook> {
  const book = opened();
  await bring(book, cards);
  fillWhole(book, FULL);
  return book;
}

const count = (book: OpenBook, from: string) =>
  Number(book.sqlite.prepare(`select count(*) from ${from}`).pluck().get());

const WHOLE = ['letters', 'invitations', 'policies', 'savedViews', 'letterTemplates'] as const;

describe('what stays in the book', () => {
  it('is all of it where nothing private was asked for', async () => {
    const text = JSON.parse(document(await filled(), undefined, false)) as object;
    expect(Object.keys(text).toSorted()).toEqual(
      ['acquaint', 'encounters', 'events', 'evidence', 'exportedAt', 'people'].toSorted(),
    );
  });

  it('is what is not about the people who go, where only some do', async () => {
    const book = await filled();
    const two = [idOf(book, 'Ana Ruiz'), idOf(book, 'Ben Ode')];
    const some = JSON.parse(document(book, two)) as AcquaintDocument;
    expect(WHOLE.filter((key) => key in some)).toEqual([]);
    expect(some.introductions).toHaveLength(1);
    expect(some.keptApart).toEqual([]);
    const one = JSON.parse(document(book, two.slice(1))) as AcquaintDocument;
    expect(one.introductions).toEqual([]);
  });

  it('is everything that names a confidential person', async () => {
    const book = await filled();
    const recorder = new Recorder(book);
    const ben = idOf(book, 'Ben Ode');
    setConfidential(recorder, ben, true, NOW);
    recorder.insert(schema.savedView, { summary: 'Ode, Ben', query: 'tag:x', createdAt: NOW });
    const body = 'Ben Ode says hello.\nSo do I.';
    recorder.insert(schema.letterTemplate, {
      kind: 'nudge',
      language: 'en',
      tone: 'warm',
      summary: 'His',
      body,
      createdAt: NOW,
    });
    recorder.insert(schema.invitation, {
      direction: 'incoming',
      fn: 'B. O.',
      nameKey: 'b o',
      email: 'ben.ode@example.org',
      state: 'accepted',
      source: 'typed',
      createdAt: NOW,
    });
    const text = document(book, withoutConfidential(book, everybody(book)));
    expect(text).not.toMatch(/Ben|Ode|B\. O\./);
    const parsed = JSON.parse(text) as AcquaintDocument;
    expect(parsed.savedViews).toHaveLength(1);
    expect(parsed.letterTemplates).toHaveLength(2);
    // Whom the verdict was about is no secret: Ben has left it.
    expect(parsed.invitations?.map(({ fn, mutuals }) => [fn, mutuals])).toEqual([['Ida Stranger', []]]);
    expect(document(book)).toMatch(/Ben Ode says hello/);
  });
});

describe('whoever was forgotten', () => {
  const keys = keysToAskFor({
    fns: ['Ben Ode'],
    values: [{ name: 'EMAIL', value: 'ben.ode@example.org' }],
  });

  it('stays so, with all that was asked of them', async () => {
    const text = document(await filled());
    const other = opened();
    bury(new Recorder(other), keys, NOW);
    await bring(other, text);
    expect([count(other, 'introduction'), count(other, 'mutual'), count(other, 'invitation')]).toEqual([
      0, 0, 1,
    ]);
    expect(count(other, "decision where vetting like '%Ben%'")).toBe(0);
    expect(count(other, "import_plan where items like '%Ben Ode%' or items like '%careful reader%'")).toBe(0);
    expect(count(other, "import_plan where items like '%Ida Stranger%'")).toBe(1);
  });

  it('sends no invitation either', async () => {
    const text = document(await filled());
    const other = opened();
    const ida = [{ name: 'URL', value: 'https://www.linkedin.com/in/ida-stranger' }];
    bury(new Recorder(other), keysToAskFor({ fns: ['Ida Stranger'], values: ida }), NOW);
    const item = plan(other, text).find(({ subject }) => subject === 'vetting');
    expect([item?.usual, item?.issues[0]?.code]).toEqual(['skip', 'FORGOTTEN']);
    await bring(other, text);
    expect(count(other, 'invitation')).toBe(0);
    expect(count(other, "import_plan where items like '%Ida Stranger%'")).toBe(0);
  });

  it('and is erased later leaves rows, history and the kept plan', async () => {
    const text = document(await filled());
    const [fresh, known] = [opened(), opened()];
    await bring(known, cards);
    for (const other of [fresh, known]) {
      await bring(other, text);
      other.sqlite.exec('begin');
      erase(new Recorder(other), [idOf(other, 'Ben Ode')], { clean: true });
      other.sqlite.exec('commit');
      for (const from of [
        "import_plan where items like '%Ben Ode%' or items like '%careful reader%'",
        "journal_change where after like '%Ben Ode%' or after like '%careful reader%'",
        "decision where vetting like '%Ben Ode%'",
        'mutual',
        'introduction',
        'introduction_step',
      ])
        expect(count(other, from), from).toBe(0);
      expect(count(other, 'decision')).toBe(1);
      expect(count(other, "import_plan where items like '%Ida Stranger%'")).toBe(1);
    }
  });
});

describe('a file that is broken or means ill', () => {
  const withRecords = (records: object) =>
    JSON.stringify({
      acquaint: 1,
      people: [
        { id: '1', fn: 'Ana Ruiz', properties: [{ name: 'EMAIL', value: 'ana.ruiz@example.org' }] },
        { id: '2', fn: 'Ben Ode', properties: [{ name: 'EMAIL', value: 'ben.ode@example.org' }] },
      ],
      ...records,
    });

  it('costs only the records that are broken', async () => {
    const { invitations, ...rest } = JSON.parse(document(await filled())) as AcquaintDocument;
    const [good] = invitations!;
    const bad = { ...good, fn: 'Jo Stranger', decisions: [{ decision: 'hang up' }, ...good!.decisions] };
    const text = JSON.stringify({
      ...rest,
      invitations: [bad, { ...good, state: 'unknown' }],
      savedViews: [{ name: 'Maps' }, { name: 'Ink', text: 'tag:ink' }],
      policies: [{ silenceDays: 0, inForce: true }],
      introductions: [{ a: 'gone', b: 'gone', direction: 'outgoing', state: 'idea', createdAt: NOW }],
      keptApart: [{ a: 'p1', b: 'p1', decidedAt: NOW }],
    });
    const other = opened();
    const items = plan(other, text);
    const codes = items.flatMap(({ action, issues }) =>
      action === 'unusable' ? issues.map(({ code }) => code) : [],
    );
    expect(codes.toSorted()).toEqual([
      'BAD_LINE',
      'BAD_LINE',
      'BAD_LINE',
      'BAD_LINE',
      'NOBODY_KNOWN',
      'SAME_PERSON',
    ]);
    await imported(other, items, { kinds: ['acquaint'] });
    expect([count(other, 'invitation'), count(other, 'decision'), count(other, 'saved_view')]).toEqual([
      1, 1, 1,
    ]);
    expect(count(other, "setting where key = 'policy'")).toBe(0);
  });

  // What identifies a letter is written into the head of the answer.
  it('puts no line of its own into an answer', async () => {
    const letter = { person: '1', on: '2025-05-01', subject: 'Maps' };
    const text = withRecords({
      letters: [
        { ...letter, messageId: '<a@example.org>\r\nBcc: <eve@example.org>' },
        {
          ...letter,
          person: '2',
          messageId: '<b@example.org>',
          references: ['<c@example.org>', 'x\r\nBcc: eve'],
        },
      ],
    });
    const other = opened();
    await bring(other, text);
    expect(other.sqlite.prepare('select message_id, "references" from received_letter').raw().all()).toEqual([
      ['<b@example.org>', '<c@example.org>'],
    ]);
  });
});

it('every table of the book is in the list of what the file holds and what it does not', () => {
  const text = readFileSync(new URL('../../docs/exports.md', import.meta.url), 'utf8');
  const listed = [...text.matchAll(/^\| `([a-z_]+)` /gm)].map(([, name]) => String(name));
  const tables: string[] = Object.values(schema).map((table) => getTableName(table));
  expect(listed.toSorted()).toEqual(tables.toSorted());
});
