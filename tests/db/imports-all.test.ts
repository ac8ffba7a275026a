// Plans of everything an import can bring: done exactly as shown, and taken back to the letter.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ContactForm, ContactId } from '#core/contacts/model.ts';
import { EventId } from '#core/events/model.ts';
import type { PlannedEvent, PlannedEvidence } from '#core/imports/planned.ts';
import type { OpenBook } from '#db/book.ts';
import { currentProperties } from '#db/contacts/properties.ts';
import { createContact } from '#db/contacts/queries.ts';
import { encountersWith, logEncounter } from '#db/events/encounters.ts';
import { eventById, updateEvent } from '#db/events/queries.ts';
import { keepEntry } from '#db/history/queries.ts';
import { Recorder } from '#db/history/journal.ts';
import { choose, chooseAll, leaveOut } from '#db/imports/choices.ts';
import { listItems } from '#db/imports/items.ts';
import { bookLookup } from '#db/imports/lookup.ts';
import { batchById } from '#db/imports/queries.ts';
import { ownerId } from '#db/settings/queries.ts';
import {
  applied,
  emptyBook,
  imported,
  item,
  keepPlan,
  NOW,
  person,
  reverted,
  saidBy,
} from './planned-batch.ts';

let book: OpenBook;
beforeEach(() => {
  book = emptyBook();
});
afterEach(() => book.close());

const typed = (form: object) => createContact(new Recorder(book), ContactForm.parse(form), NOW);
const rows = (sql: string, ...bound: unknown[]) => book.sqlite.prepare(sql).all(...bound);
const idOf = (fn: string) =>
  ContactId.parse(book.sqlite.prepare('select id from contact where fn = ?').pluck().get(fn));
const listed = (
  id: Parameters<typeof batchById>[1],
  action: 'create' | 'update' | 'left' | 'review',
  search = '',
) => listItems(book, { id: batchById(book, id).id, action, search, page: { offset: 0, limit: 100 } }).rows;

const evidence = (planned: PlannedEvidence, action: 'create' | 'update' = 'create') =>
  item('evidence', action, { evidence: planned });

const event = (planned: Partial<PlannedEvent> = {}) =>
  item('event', planned.eventId === undefined ? 'create' : 'update', {
    event: {
      draft: {
        uid: 'ev-1@example.org',
        summary: 'Map Fair',
        location: 'Hall 3',
        url: '',
        description: '',
        dtstart: '2025-05-01',
      },
      met: [],
      ...planned,
    },
  });

describe('a plan of everything', () => {
  const tom = () => typed({ given: 'Tom', family: 'Weber', org: 'Acme' });
  const everything = (known: ContactId) => [
    person('Ana Ruiz', [
      { name: 'EMAIL', value: 'ana@example.org', type: 'home' },
      { name: 'ADR', value: ';;Street 1;Town;;;', type: '', parameters: { 'X-ABLABEL': ['Summer'] } },
      { name: 'PHOTO', value: 'data:image/png;base64,AAAA', type: '' },
      { name: 'UID', value: 'urn:uuid:1', type: '' },
    ]),
    person('Bo Falk', [], { connectedOn: '2024-05-01' }),
    item('contact', 'update', {
      contactId: known,
      changes: [{ name: 'TEL', before: '', after: '+49 30 1', type: 'cell' }],
    }),
    item('contact', 'update', {
      intoItem: 0,
      changes: [{ name: 'TITLE', before: '', after: 'Cook', type: '' }],
    }),
    item('contact', 'same', { contactId: known }),
    item('owner', 'create', {
      owner: {
        fn: 'Me Myself',
        n: { family: 'Myself', given: 'Me', additional: '', prefix: '', suffix: '' },
        url: 'https://www.linkedin.com/in/me-myself',
        properties: [{ name: 'EMAIL', value: 'me@example.org', type: '' }],
      },
    }),
    item('invitation', 'create', {
      invitation: {
        line: 1,
        direction: 'incoming',
        fn: 'Cy Marsh',
        url: '',
        message: '',
        headline: 'Editor',
        issues: [],
        key: 'k',
        state: 'pending',
      },
    }),
    event({
      met: [
        { person: { item: 0 }, on: ['2025-05-01', '2025-05-02'] },
        { person: { contactId: known }, on: ['2025-05-01'] },
      ],
    }),
    evidence({ kind: 'mail_two_way', person: { item: 1 }, on: '2025-06-01', count: 14, text: '' }),
    evidence({ kind: 'related', person: { item: 0 }, other: { item: 4 }, count: 0, text: 'spouse' }),
    item('entry', 'unusable', { issues: [{ line: 0, code: 'NO_ROWS', params: {} }] }),
  ];

  it('is done as it says', async () => {
    const known = tom();
    const id = await imported(book, everything(known));
    const [ana, bo] = [idOf('Ana Ruiz'), idOf('Bo Falk')];
    expect(
      currentProperties(book, ana).map(({ name, value, type, parameters }) => [
        name,
        value,
        type,
        parameters,
      ]),
    ).toEqual([
      ['FN', 'Ana Ruiz', '', undefined],
      ['N', 'Ruiz;Ana;;;', '', undefined],
      ['EMAIL', 'ana@example.org', 'home', undefined],
      ['ADR', ';;Street 1;Town;;;', '', { 'X-ABLABEL': ['Summer'] }],
      ['PHOTO', 'data:image/png;base64,AAAA', '', undefined],
      ['UID', 'urn:uuid:1', '', undefined],
      ['TITLE', 'Cook', '', undefined],
    ]);
    expect(rows("select key from property where contact_id = ? and key <> '' order by id", ana)).toEqual([
      { key: 'ana@example.org' },
      { key: expect.stringMatching(/^q-\w{8,}$/) },
      { key: 'urn:uuid:1' },
    ]);
    expect(currentProperties(book, known).map(({ name, type }) => [name, type])).toContainEqual([
      'TEL',
      'cell',
    ]);
    expect(rows('select fn, title from contact where id = ?', ana)).toEqual([
      { fn: 'Ana Ruiz', title: 'Cook' },
    ]);
    expect(
      encountersWith(book, ana).map(({ eventSummary, metOn, channel, location }) => [
        eventSummary,
        metOn,
        channel,
        location,
      ]),
    ).toEqual([
      ['Map Fair', '2025-05-02', 'work', 'Hall 3'],
      ['Map Fair', '2025-05-01', 'work', 'Hall 3'],
    ]);
    expect(
      rows(
        'select kind, contact_id as one, other_id as other, "on", count, text, batch_id as batch, line from evidence order by id',
      ),
    ).toEqual([
      {
        kind: 'li_connected',
        one: bo,
        other: null,
        on: '2024-05-01',
        count: 0,
        text: '',
        batch: id,
        line: 1,
      },
      {
        kind: 'mail_two_way',
        one: bo,
        other: null,
        on: '2025-06-01',
        count: 14,
        text: '',
        batch: id,
        line: 1,
      },
      { kind: 'related', one: ana, other: known, on: null, count: 0, text: 'spouse', batch: id, line: 1 },
    ]);
    expect(rows('select headline from invitation')).toEqual([{ headline: 'Editor' }]);
    const owner = ownerId(book)!;
    expect(currentProperties(book, owner).map(({ value }) => value)).toEqual([
      'Me Myself',
      'Myself;Me;;;',
      'https://www.linkedin.com/in/me-myself',
      'me@example.org',
    ]);
    expect(book.sqlite.pragma('foreign_key_check')).toEqual([]);
  });

  it('leaves nothing behind when it is taken back', async () => {
    const known = tom();
    const before = saidBy(book);
    const id = await imported(book, everything(known));
    expect(saidBy(book)).not.toEqual(before);
    expect(reverted(book, id)).toEqual({ removed: 3, kept: 0 });
    expect(saidBy(book)).toEqual(before);
  });

  it('makes nobody of a record that is left out, and nothing of what hangs on it', async () => {
    const known = tom();
    const id = keepPlan(book, everything(known));
    choose(new Recorder(book), { id, itemIds: [1], choice: 'skip' });
    expect(await applied(book, id)).toEqual({
      create: 6,
      update: 2,
      same: 1,
      review: 0,
      unusable: 1,
      left: 0,
    });
    expect(rows("select id from contact where fn = 'Ana Ruiz'")).toEqual([]);
    expect(rows("select id from property where value = 'Cook'")).toEqual([]);
    expect(rows('select kind from evidence order by id')).toEqual([
      { kind: 'li_connected' },
      { kind: 'mail_two_way' },
    ]);
    expect(encountersWith(book, known)).toHaveLength(1);
    expect(rows('select id from encounter')).toHaveLength(1);
  });
});

describe('choices', () => {
  it('leave single values out, of somebody new and of somebody known, but never a new name', async () => {
    const known = typed({ given: 'Tom', family: 'Weber' });
    const id = keepPlan(book, [
      person('Ana Ruiz', [
        { name: 'ORG', value: 'Acme', type: '' },
        { name: 'EMAIL', value: 'ana@example.org', type: '' },
      ]),
      item('contact', 'update', {
        contactId: known,
        changes: [
          { name: 'ORG', before: '', after: 'Globex', type: '' },
          { name: 'TITLE', before: '', after: 'Cook', type: '' },
        ],
      }),
    ]);
    const act = new Recorder(book);
    leaveOut(act, { id, itemId: 1, leftOut: [2, 2, 99] });
    leaveOut(act, { id, itemId: 2, leftOut: [1] });
    expect(() => leaveOut(act, { id, itemId: 1, leftOut: [0] })).toThrow(/conflict/i);
    expect(() => leaveOut(act, { id, itemId: 3, leftOut: [] })).toThrow(/not found/i);
    expect(listed(id, 'create')[0]).toMatchObject({ leftOut: [2], choice: 'take' });
    expect(act.summary()?.topics).toEqual(['imports']);
    await applied(book, id);
    expect(currentProperties(book, idOf('Ana Ruiz')).map(({ name }) => name)).toEqual(['FN', 'N', 'EMAIL']);
    expect(rows('select org, title from contact where id = ?', known)).toEqual([
      { org: 'Globex', title: '' },
    ]);
    expect(() => leaveOut(act, { id, itemId: 1, leftOut: [] })).toThrow(/conflict/i);
  });

  it('are made for all that match at once, and only where they can be', () => {
    const known = typed({ given: 'Tom', family: 'Weber' });
    const many = Array.from({ length: 1200 }, (_, at) => person(`Given${at} Żak`));
    const id = keepPlan(book, [
      ...many,
      item('contact', 'review', { contactId: known }),
      item('contact', 'review'),
    ]);
    const act = new Recorder(book);
    chooseAll(act, { id, action: 'create', search: 'GIVEN11 zak', choice: 'skip' });
    chooseAll(act, { id, action: 'review', search: '', choice: 'join' });
    expect(rows('select ordinal, choice from import_choice order by ordinal')).toEqual([
      { ordinal: 11, choice: 'skip' },
      { ordinal: 1200, choice: 'join' },
    ]);
    expect(listed(id, 'create', 'given11 Z').map((row) => [row.id, row.choice])).toEqual([[12, 'skip']]);
    chooseAll(act, { id, action: 'create', search: '', choice: 'take' });
    expect(rows('select ordinal from import_choice')).toEqual([{ ordinal: 1200 }]);
    expect(() => choose(act, { id, itemIds: [1], choice: 'join' })).toThrow(/conflict/i);
    expect(() => choose(act, { id, itemIds: [5000], choice: 'take' })).toThrow(/conflict/i);
  });

  it('join somebody with the person whom another record of the batch makes', async () => {
    const twin = person('Ana Ruiz', [{ name: 'EMAIL', value: 'a@example.org', type: '' }], {
      action: 'review',
      intoItem: 1,
      line: 9,
      changes: [{ name: 'EMAIL', before: '', after: 'a@example.org', type: '' }],
    });
    const id = keepPlan(book, [twin, person('Ana Ruiz', [], { line: 4 })]);
    expect(listed(id, 'review')[0]?.joins).toEqual({ entryName: 'a.vcf', line: 4, fn: 'Ana Ruiz' });
    choose(new Recorder(book), { id, itemIds: [1], choice: 'join' });
    await applied(book, id);
    expect(currentProperties(book, idOf('Ana Ruiz')).map(({ name }) => name)).toEqual(['FN', 'N', 'EMAIL']);
    expect(rows('select id from contact')).toHaveLength(1);
  });

  it('may be usual otherwise, as the plan says', async () => {
    const id = keepPlan(book, [
      person('Ana Ruiz', [], { usual: 'skip' }),
      person('Bo Falk', [], { usual: 'skip' }),
    ]);
    choose(new Recorder(book), { id, itemIds: [2], choice: 'take' });
    expect(listed(id, 'create').map(({ choice }) => choice)).toEqual(['skip', 'take']);
    await applied(book, id);
    expect(rows('select fn from contact')).toEqual([{ fn: 'Bo Falk' }]);
  });
});

describe('those who are no longer there', () => {
  const connected = () =>
    imported(
      book,
      [
        person('Ana Ruiz', [], { connectedOn: '2024-05-01' }),
        person('Bo Falk', [], { connectedOn: '2024-06-01' }),
      ],
      {
        kinds: ['linkedin-connections'],
      },
    );

  it('stay connected unless the owner says so, and are connected again when it is taken back', async () => {
    await connected();
    const before = saidBy(book);
    const left = (fn: string) => item('contact', 'left', { fn, contactId: idOf(fn) });
    const id = keepPlan(book, [left('Ana Ruiz'), left('Bo Falk')]);
    expect(listed(id, 'left').map(({ choice }) => choice)).toEqual(['skip', 'skip']);
    choose(new Recorder(book), { id, itemIds: [1], choice: 'take' });
    expect(await applied(book, id)).toMatchObject({ left: 1 });
    const lookup = bookLookup(book);
    expect([...lookup.connections()]).toEqual([{ contactId: idOf('Bo Falk'), fn: 'Bo Falk' }]);
    expect(lookup.connectedOn(idOf('Ana Ruiz'))).toEqual([]);
    reverted(book, id);
    expect(saidBy(book)).toEqual(before);
  });
});

describe('evidence', () => {
  const mail = (on: string, count: number, action: 'create' | 'update') =>
    evidence({ kind: 'mail_two_way', person: { contactId: idOf('Tom Weber') }, on, count, text: '' }, action);

  it('of one kind about one pair is replaced by newer, whatever order batches are taken back in', async () => {
    typed({ given: 'Tom', family: 'Weber' });
    const current = () => rows('select "on" from evidence where superseded_by is null');
    const first = await imported(book, [mail('2023-01-01', 1, 'create')]);
    const second = await imported(book, [mail('2024-01-01', 2, 'update')]);
    const third = await imported(book, [mail('2025-01-01', 3, 'update')]);
    expect(current()).toEqual([{ on: '2025-01-01' }]);
    expect(bookLookup(book).evidenceBetween(idOf('Tom Weber'), undefined)).toEqual([
      { kind: 'mail_two_way', on: '2025-01-01', count: 3, text: '' },
    ]);
    reverted(book, second);
    expect(current()).toEqual([{ on: '2025-01-01' }]);
    reverted(book, third);
    expect(current()).toEqual([{ on: '2023-01-01' }]);
    reverted(book, first);
    expect(rows('select id from evidence')).toEqual([]);
  });

  it('about two people is found from both ends, unless it matters who says it', async () => {
    const [tom, lea] = [typed({ given: 'Tom', family: 'Weber' }), typed({ given: 'Lea', family: 'Okoro' })];
    const pair = { person: { contactId: tom }, other: { contactId: lea }, count: 0, text: '' };
    await imported(book, [
      evidence({ kind: 'group_chat', ...pair }),
      evidence({ kind: 'li_recommended', ...pair }),
    ]);
    const kinds = (one: ContactId, other: ContactId) =>
      bookLookup(book)
        .evidenceBetween(one, other)
        .map(({ kind }) => kind);
    expect(kinds(tom, lea)).toEqual(['group_chat', 'li_recommended']);
    expect(kinds(lea, tom)).toEqual(['group_chat']);
    const back = { ...pair, person: { contactId: lea }, other: { contactId: tom } };
    await imported(book, [
      evidence({ kind: 'group_chat', ...back, count: 2 }, 'update'),
      evidence({ kind: 'li_recommended', ...back }),
    ]);
    expect(
      rows('select kind, contact_id as one from evidence where superseded_by is null order by id'),
    ).toEqual([
      { kind: 'li_recommended', one: tom },
      { kind: 'li_recommended', one: lea },
      { kind: 'group_chat', one: tom },
    ]);
  });
});

describe('events', () => {
  const withTom = (tom: ContactId, more: Partial<PlannedEvent> = {}) =>
    event({ met: [{ person: { contactId: tom }, on: ['2025-05-01'] }], ...more });

  it('are recognised by UID and by name and day, and get those who are met later', async () => {
    const tom = typed({ given: 'Tom', family: 'Weber' });
    await imported(book, [withTom(tom)]);
    const lookup = bookLookup(book);
    const id = lookup.eventByUid('ev-1@example.org')!;
    expect(lookup.eventByName('map fair', '2025-05-01')).toBe(id);
    expect(lookup.eventByName('map fair', '2025-05-02')).toBeUndefined();
    expect(lookup.daysMet(id, tom)).toEqual(['2025-05-01']);
    const before = saidBy(book);
    const later = await imported(book, [
      withTom(tom, { eventId: id, met: [{ person: { contactId: tom }, on: ['2026-05-01'] }] }),
    ]);
    expect(rows('select id from event')).toHaveLength(1);
    expect(bookLookup(book).daysMet(id, tom)).toEqual(['2025-05-01', '2026-05-01']);
    reverted(book, later);
    expect(saidBy(book)).toEqual(before);
  });

  it('that the owner has worked on, or met others at, stay when the import is taken back', async () => {
    const [tom, lea] = [typed({ given: 'Tom', family: 'Weber' }), typed({ given: 'Lea', family: 'Okoro' })];
    const draft = event().event!.draft;
    const id = await imported(book, [
      withTom(tom, { draft: { ...draft, uid: '1', summary: 'Edited' } }),
      withTom(tom, { draft: { ...draft, uid: '2', summary: 'Added to' } }),
      withTom(tom, { draft: { ...draft, uid: '3', summary: 'Untouched' } }),
    ]);
    const recorder = new Recorder(book);
    updateEvent(recorder, EventId.parse(1), { ...eventById(book, EventId.parse(1)), location: 'Hall 4' });
    keepEntry(recorder, { code: 'events.update' }, recorder.changes, NOW);
    logEncounter(
      new Recorder(book),
      {
        who: { kind: 'known', contactId: lea },
        eventId: EventId.parse(2),
        location: '',
        channel: 'in_person',
        note: '',
      },
      NOW,
    );
    reverted(book, id);
    expect(rows('select summary, batch_id as batch from event order by id')).toEqual([
      { summary: 'Edited', batch: null },
      { summary: 'Added to', batch: null },
    ]);
    expect(rows('select contact_id as id from encounter')).toEqual([{ id: lea }]);
  });
});

describe('the same files', () => {
  it('are said to have been imported before, until that is taken back', async () => {
    const first = await imported(book, [person('Ana Ruiz')], { hash: 'ab' });
    expect(batchById(book, first)).not.toHaveProperty('appliedBefore');
    const second = keepPlan(book, [], { hash: 'ab' });
    expect(batchById(book, second)).toMatchObject({ hash: 'ab', appliedBefore: NOW });
    expect(batchById(book, keepPlan(book, [], { hash: 'cd' }))).not.toHaveProperty('appliedBefore');
    reverted(book, first);
    expect(batchById(book, second)).not.toHaveProperty('appliedBefore');
  });
});
