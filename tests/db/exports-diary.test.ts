// What the owner has written down of people goes out with our own JSON and comes back as it was, whatever it is.
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { planImport } from '#core/imports/plan.ts';
import type { PlannedItem } from '#core/imports/planned.ts';
import type { AcquaintDocument } from '#core/imports/sources/acquaint-schema.ts';
import { ContactId } from '#core/contacts/model.ts';
import type { ImportBatchId } from '#core/imports/model.ts';
import { EncounterId } from '#core/events/model.ts';
import { ReminderId } from '#core/reminders/model.ts';
import type { OpenBook } from '#db/book.ts';
import { everybody } from '#db/contacts/selected-people.ts';
import { updateEncounter } from '#db/events/encounters.ts';
import { documentOf } from '#db/exports/document.ts';
import { Recorder } from '#db/history/journal.ts';
import { bookLookup } from '#db/imports/lookup.ts';
import { keepFrom } from '#db/manners/pairs.ts';
import { setTagCadence } from '#db/reminders/cadences.ts';
import { addPromise, settle } from '#db/reminders/rows.ts';
import { doNotIntroduce, encounter, event, reminder, tagCadence } from '#db/schema.ts';
import { setOwnerId } from '#db/settings/queries.ts';
import { erase } from '#db/trash/erase.ts';
import { bury } from '#db/trash/tombstones.ts';
import { deleteContact } from '#db/contacts/queries.ts';
import { keysToAskFor } from '#core/contacts/forgotten.ts';
import { read } from '#tests/fixtures/reading.ts';
import { emptyBook, imported, NOW, reverted, saidBy } from './planned-batch.ts';

const books: OpenBook[] = [];
afterEach(() => {
  for (const one of books.splice(0)) one.close();
});

function opened(): OpenBook {
  const one = emptyBook();
  books.push(one);
  return one;
}

const NAMES = ['Ana Ruiz', 'Ben Ode', 'Cleo Marsh', 'Dov Stern'] as const;
const card = (fn: string) =>
  `BEGIN:VCARD\nVERSION:4.0\nFN:${fn}\nEMAIL:${fn.replace(' ', '.').toLowerCase()}@example.org\nCATEGORIES:speaker\nEND:VCARD\n`;

const plan = (into: OpenBook, text: string): PlannedItem[] =>
  planImport([{ entryName: 'file', parsed: read(text).parsed! }], bookLookup(into));

async function bring(into: OpenBook, text: string): Promise<ImportBatchId> {
  return imported(into, plan(into, text), { kinds: ['acquaint'] });
}

const document = (from: OpenBook) =>
  [...documentOf(from, { ids: everybody(from), withPrivate: true, now: NOW })].join('');

/** Without the keys that only mean something within one document. */
function diary(text: string) {
  const parsed = JSON.parse(text) as AcquaintDocument;
  const names = new Map(parsed.people.map(({ id, fn }) => [id, fn]));
  const events = new Map(parsed.events.map(({ id, uid }) => [id, uid]));
  const sorted = (records: readonly object[] = []) =>
    records
      .map((record) =>
        JSON.stringify(record, (key, value: string) => {
          if (key === 'event') return events.get(value);
          return ['person', 'introducedBy', 'a', 'b'].includes(key) ? names.get(value) : value;
        }),
      )
      .toSorted();
  const pairs = parsed.doNotIntroduce?.map(({ a, b, reason }) => ({
    both: [names.get(a)!, names.get(b)!].toSorted(),
    reason,
  }));
  return {
    events: sorted(parsed.events.map(({ id: _id, attendees: _list, ...said }) => said)),
    encounters: sorted(parsed.encounters),
    reminders: sorted(parsed.reminders),
    tagCadences: sorted(parsed.tagCadences),
    pairs: sorted(pairs),
  };
}

const day = fc.constantFrom<string>('2025-05-01', '2025-06-02', '2025-07-03');
const moment = fc.constantFrom<string>('2025-08-01T10:00:00Z', '2025-08-02T10:00:00.123Z');
const person = fc.nat(NAMES.length - 1);
const eventAt = fc.option(fc.nat(2), { nil: undefined });
const written = fc.record({
  events: fc.array(fc.record({ summary: fc.constantFrom<string>('Map Fair', 'Ink Table'), dtstart: day }), {
    maxLength: 3,
  }),
  met: fc.array(
    fc.record({
      who: person,
      at: eventAt,
      on: fc.option(day, { nil: null }),
      location: fc.constantFrom<string>('', 'Hall 3'),
      channel: fc.constantFrom<string>('in_person', 'online', 'other'),
      note: fc.constantFrom<string>('', 'old maps', 'a'.repeat(500)),
      by: fc.option(person, { nil: undefined }),
    }),
    { maxLength: 6 },
  ),
  due: fc.array(
    fc.record({
      who: person,
      at: eventAt,
      kind: fc.constantFrom<string>('follow_up', 'promise', 'birthday', 'keep_in_touch'),
      dueOn: day,
      text: fc.constantFrom<string>('', 'the atlas'),
      createdAt: moment,
      outcome: fc.constantFrom<string>('', 'done', 'let_go'),
    }),
    { maxLength: 8 },
  ),
  days: fc.option(fc.integer({ min: 1, max: 9999 }), { nil: undefined }),
  apart: fc.uniqueArray(fc.tuple(person, person), {
    maxLength: 4,
    selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`,
  }),
});
type Written = typeof written extends fc.Arbitrary<infer Value> ? Value : never;

async function filled(wanted: Written): Promise<OpenBook> {
  const book = opened();
  await bring(book, NAMES.map(card).join(''));
  const recorder = new Recorder(book);
  const ids = NAMES.map((fn) => idOf(book, fn));
  const events = wanted.events.map((one) =>
    recorder.insert(event, { ...one, summaryKey: one.summary.toLowerCase(), createdAt: NOW }),
  );
  const eventId = (at: number | undefined) => (at === undefined ? null : (events[at] ?? null));
  for (const { who, at, on, by, ...row } of wanted.met)
    recorder.insert(encounter, {
      ...row,
      contactId: ids[who]!,
      eventId: eventId(at),
      metOn: on,
      introducedById: by === undefined || by === who ? null : ids[by]!,
      createdAt: NOW,
    });
  for (const { who, at, outcome, ...row } of wanted.due)
    recorder.insert(reminder, {
      ...row,
      contactId: ids[who]!,
      eventId: row.kind === 'follow_up' ? eventId(at) : null,
      ...(outcome !== '' && { settledAt: NOW, outcome }),
    });
  if (wanted.days !== undefined) recorder.insert(tagCadence, { tagKey: 'speaker', days: wanted.days });
  for (const [a, b] of wanted.apart)
    if (a !== b) recorder.insert(doNotIntroduce, { a: ids[a]!, b: ids[b]!, reason: `${a}`, createdAt: NOW });
  return book;
}

const idOf = (book: OpenBook, fn: string): ContactId =>
  ContactId.parse(book.sqlite.prepare('select id from contact where fn = ?').pluck().get(fn));
const count = (book: OpenBook, from: string) =>
  Number(book.sqlite.prepare(`select count(*) from ${from}`).pluck().get());

const FULL: Written = {
  events: [{ summary: 'Map Fair', dtstart: '2025-05-01' }],
  met: [
    { who: 0, at: 0, on: '2025-05-01', location: 'Hall 3', channel: 'in_person', note: 'old maps', by: 1 },
    {
      who: 2,
      at: undefined,
      on: '2025-06-02',
      location: 'a train',
      channel: 'other',
      note: 'b'.repeat(900),
      by: undefined,
    },
  ],
  due: [
    { who: 0, at: 0, kind: 'follow_up', dueOn: '2025-05-02', text: '', createdAt: NOW, outcome: 'done' },
    {
      who: 1,
      at: undefined,
      kind: 'promise',
      dueOn: '2025-06-01',
      text: 'the atlas',
      createdAt: NOW,
      outcome: '',
    },
  ],
  days: 90,
  apart: [[0, 1]],
};

describe('what the owner has written down', () => {
  it('comes back as it went, is the same a second time, and goes without a trace', async () => {
    await fc.assert(
      fc.asyncProperty(written, async (wanted) => {
        const book = await filled(wanted);
        const text = document(book);
        expect(new Set(plan(book, text).map(({ action }) => action))).toEqual(new Set(['same']));
        const other = opened();
        const before = saidBy(other);
        const batch = await bring(other, text);
        expect(diary(document(other))).toEqual(diary(text));
        const again = plan(other, text);
        expect(again.filter(({ action, issues }) => action !== 'same' || issues.length > 0)).toEqual([]);
        reverted(other, batch);
        for (const table of ['contact', 'event', 'encounter', 'reminder', 'tag_cadence', 'do_not_introduce'])
          expect(saidBy(other)[table], table).toEqual(before[table]);
        for (const one of books.splice(0)) one.close();
      }),
      { numRuns: 25 },
    );
  }, 60_000);

  it('the book’s own word stands, and the preview says so', async () => {
    const text = document(await filled(FULL));
    const other = opened();
    await bring(other, NAMES.map(card).join(''));
    const recorder = new Recorder(other);
    setTagCadence(recorder, { tag: 'Speaker', days: 30 });
    keepFrom(recorder, { a: idOf(other, 'Ben Ode'), b: idOf(other, 'Ana Ruiz'), reason: 'mine' }, NOW);
    const kept = plan(other, text).filter(({ subject }) => subject === 'cadence' || subject === 'pair');
    expect(kept.map(({ action, issues }) => [action, issues.map(({ code }) => code)])).toEqual([
      ['same', ['BOOK_STANDS']],
      ['same', ['BOOK_STANDS']],
    ]);
    await bring(other, text);
    const { tagCadences, doNotIntroduce: pairs } = JSON.parse(document(other)) as AcquaintDocument;
    expect(tagCadences).toEqual([{ tag: 'speaker', days: 30 }]);
    expect(pairs?.map(({ reason }) => reason)).toEqual(['mine']);
  });

  it('what the owner answers or says anew is theirs and stays when the import is taken back', async () => {
    const other = opened();
    const batch = await bring(other, document(await filled(FULL)));
    const recorder = new Recorder(other);
    const promised = recorder.statement("select * from reminder where kind = 'promise'").get() as {
      id: number;
    };
    const ben = idOf(other, 'Ben Ode');
    settle(
      recorder,
      { id: ReminderId.parse(promised.id), kind: 'promise', contactId: ben, dueOn: '2025-06-01' },
      'done',
      NOW,
    );
    setTagCadence(recorder, { tag: 'speaker', days: 7 });
    keepFrom(recorder, { a: ben, b: idOf(other, 'Ana Ruiz'), reason: 'still' }, NOW);
    const train = recorder.statement("select id from encounter where location = 'a train'").pluck().get();
    updateEncounter(recorder, EncounterId.parse(train), {
      location: 'a night train',
      channel: 'other',
      note: '',
    });
    expect(reverted(other, batch).kept).toBe(3);
    expect(count(other, "reminder where outcome = 'done' and batch_id is null")).toBe(1);
    expect(count(other, 'reminder')).toBe(1);
    expect(count(other, 'tag_cadence where days = 7')).toBe(1);
    expect(count(other, "do_not_introduce where reason = 'still'")).toBe(1);
    expect(other.sqlite.prepare('select location from encounter').pluck().all()).toEqual(['a night train']);
  });

  it('a record about nobody who is there is said, not lost', async () => {
    const text = JSON.stringify({
      acquaint: 1,
      people: [
        { id: '1', fn: 'Ana Ruiz', properties: [{ name: 'EMAIL', value: 'ana.ruiz@example.org' }] },
        { id: '2', fn: 'Olive Owner', properties: [{ name: 'EMAIL', value: 'olive@example.org' }] },
        { id: '3', fn: 'Ana Ruiz', properties: [{ name: 'EMAIL', value: 'ana.ruiz@example.org' }] },
      ],
      doNotIntroduce: [
        { a: '1', b: 'gone', reason: '' },
        { a: '1', b: '2', reason: '' },
      ],
      reminders: [{ person: 'gone', kind: 'promise', dueOn: '2025-06-01', createdAt: NOW }],
      tagCadences: [{ tag: '', days: 9 }],
    });
    const book = opened();
    await bring(book, card('Olive Owner').replace('olive.owner', 'olive'));
    setOwnerId(new Recorder(book), idOf(book, 'Olive Owner'));
    const codes = plan(book, text).flatMap(({ action, issues }) =>
      action === 'unusable' ? issues.map(({ code }) => code) : [],
    );
    expect(codes.toSorted()).toEqual(
      ['ABOUT_OWNER', 'BAD_LINE', 'DUPLICATE_IN_FILE', 'NOBODY_KNOWN', 'NOBODY_KNOWN'].toSorted(),
    );
  });

  it('nothing comes back of those who are in the trash unless they do', async () => {
    const text = document(await filled(FULL));
    const other = opened();
    await bring(other, NAMES.map(card).join(''));
    deleteContact(new Recorder(other), idOf(other, 'Ben Ode'), NOW);
    await bring(other, text);
    expect(count(other, "reminder where kind = 'promise'")).toBe(0);
    expect(count(other, 'do_not_introduce')).toBe(0);
    expect(count(other, "reminder where kind = 'follow_up'")).toBe(1);
    expect(count(other, 'encounter where introduced_by_id is null')).toBe(2);
  });

  it('whoever was forgotten stays so, with all that was written down of them', async () => {
    const text = document(await filled(FULL));
    const other = opened();
    const recorder = new Recorder(other);
    const keys = keysToAskFor({
      fns: ['Ben Ode'],
      values: [{ name: 'EMAIL', value: 'ben.ode@example.org' }],
    });
    bury(recorder, keys, NOW);
    await bring(other, text);
    expect(count(other, "reminder where kind = 'promise'")).toBe(0);
    expect(count(other, 'do_not_introduce')).toBe(0);
    expect(count(other, "import_plan where items like '%the atlas%' or items like '%Ben Ode%'")).toBe(0);
    expect(count(other, "import_plan where items like '%old maps%'")).toBe(1);
  });

  it('whoever is erased later leaves the kept plan with it', async () => {
    const text = document(await filled(FULL));
    const [fresh, known] = [opened(), opened()];
    await bring(known, NAMES.map(card).join(''));
    for (const other of [fresh, known]) {
      await bring(other, text);
      other.sqlite.exec('begin');
      erase(new Recorder(other), [idOf(other, 'Ben Ode')], { clean: false });
      other.sqlite.exec('commit');
      expect(count(other, "import_plan where items like '%the atlas%'")).toBe(0);
      // A pair is about both.
      expect(count(other, `import_plan where items like '%"what":"pair"%'`)).toBe(0);
      expect(count(other, "import_plan where items like '%old maps%'")).toBe(1);
    }
  });

  it('events about nobody go along with everybody, and with nobody else', async () => {
    const book = await filled(FULL);
    new Recorder(book).insert(event, { summary: 'Quiet Day', summaryKey: 'quiet day', createdAt: NOW });
    expect(document(book)).toContain('Quiet Day');
    const [first] = everybody(book);
    expect([...documentOf(book, { ids: [first!], withPrivate: true, now: NOW })].join('')).not.toContain(
      'Quiet Day',
    );
  });

  it('a promise noted at the same time here is another one', async () => {
    const other = opened();
    await bring(other, NAMES.map(card).join(''));
    const promise = { contactId: idOf(other, 'Ben Ode'), text: 'a map', dueOn: '2025-01-01' };
    addPromise(new Recorder(other), promise, '2025-01-01T00:00:00Z');
    await bring(other, document(await filled(FULL)));
    expect(count(other, "reminder where kind = 'promise'")).toBe(2);
  });
});
