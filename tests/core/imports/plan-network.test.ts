import { describe, expect, it } from 'vitest';
import { ContactId } from '#core/contacts/model.ts';
import type { EvidenceDraft, OwnerDraft, ParsedEntry } from '#core/imports/model.ts';
import { planImport, type PlannedItem } from '#core/imports/plan.ts';
import { aDraft, anEntry, anEvent, evidence } from './plan-drafts.ts';
import { applyAll, modelBook, named, type ModelBook } from './plan-model-book.ts';

const plan = (book: ModelBook, ...parsed: ParsedEntry[]) => planImport(named(parsed), book.lookup);
const of = (items: readonly PlannedItem[], subject: PlannedItem['subject']) =>
  items.filter((item) => item.subject === subject);
const bookWith = (...parsed: ParsedEntry[]) => {
  const book = modelBook();
  applyAll(book, plan(book, ...parsed), parsed);
  return book;
};
const url = (slug: string) => `https://www.linkedin.com/in/${slug}`;
const people = [
  aDraft('Ana Ruiz', [`URL: ${url('ana')}`, 'EMAIL: ana@example.org', 'ORG: Acme', 'UID: 1']),
  aDraft('Bob Otto', ['EMAIL: bob@example.org', 'TEL: +49 30 1234567', 'UID: 2']),
];
const ana = { fn: 'Ana Ruiz' };
const bob = { fn: 'Bob Otto' };
const said = (kind: ParsedEntry['kind'], ...drafts: EvidenceDraft[]) =>
  anEntry(kind, [], { evidence: drafts });

describe('evidence', () => {
  it.each([
    ['a mailbox', { ...bob, email: 'BOB@example.org' }],
    ['a telephone', { ...bob, tel: '0049 30 1234567' }],
  ])('finds people of the batch and of the book by %s', (_, ref) => {
    const file = said('mailbox', evidence('mail_two_way', ref, { count: 14, on: '2024-05-02' }));
    const planned = { kind: 'mail_two_way', on: '2024-05-02', count: 14, text: '' };
    const [, , first] = plan(modelBook(), anEntry('vcard', people), file);
    expect(first).toMatchObject({
      action: 'create',
      fn: 'Bob Otto',
      evidence: { ...planned, person: { item: 1 } },
    });
    const book = bookWith(anEntry('vcard', people));
    expect(of(plan(book, file), 'evidence')[0]?.evidence).toEqual({ ...planned, person: { contactId: 2 } });
  });
  it('knows a card’s UID in its own file only', () => {
    const related = evidence(
      'related',
      { fn: 'Ana', uid: '1' },
      { other: { fn: 'Bob', uid: '2' }, text: 'spouse' },
    );
    const [item] = of(plan(modelBook(), anEntry('vcard', people, { evidence: [related] })), 'evidence');
    expect(item?.evidence).toMatchObject({ person: { item: 0 }, other: { item: 1 }, text: 'spouse' });
    const apart = plan(
      modelBook(),
      anEntry('vcard', people),
      said('vcard', { ...related, person: { fn: '', uid: '1' } }),
    );
    expect(of(apart, 'evidence').map(({ issues }) => issues[0]?.code)).toEqual(['NOBODY_KNOWN']);
  });
  it.each([
    ['one person of the batch has it', 'li_recommended', ana, [people[0]!], { item: 0 }],
    ['nobody has it', 'li_recommended', { fn: 'Cy Otto' }, people, undefined],
    ['a letter never is', 'mail_two_way', ana, people, undefined],
    ['two have it', 'li_recommended', ana, [people[0]!, aDraft('Ana Ruiz', ['ORG: Bolt'])], undefined],
    [
      'two have it, and the company tells',
      'li_endorsed',
      { ...ana, org: 'BOLT' },
      [people[0]!, aDraft('Ana Ruiz', ['ORG: Bolt'])],
      { item: 1 },
    ],
  ] as const)('goes by a name when %s', (...[, kind, ref, contacts, person]) => {
    const items = plan(
      modelBook(),
      anEntry('vcard', contacts),
      said('linkedin-recommendations', evidence(kind, ref)),
    );
    expect(of(items, 'evidence')[0]?.evidence?.person).toEqual(person);
  });
  it('goes by a name in the book only among LinkedIn’s people', () => {
    const file = said('linkedin-recommendations', evidence('li_recommended', ana));
    const member = anEntry('linkedin-connections', [people[0]!]);
    expect(of(plan(bookWith(member), file), 'evidence')[0]).toMatchObject({ action: 'create', contactId: 1 });
    expect(of(plan(bookWith(anEntry('vcard', people)), file), 'evidence')[0]).toMatchObject({
      action: 'unusable',
    });
  });
  it('counts whom nobody knows, once a file', () => {
    const strangers = ['Cy', 'Dan', 'Eve'].map((fn) => evidence('li_endorsed', { fn }));
    const items = plan(modelBook(), said('linkedin-endorsements', ...strangers));
    expect(items).toHaveLength(1);
    expect(items[0]).toMatchObject({
      action: 'unusable',
      subject: 'evidence',
      issues: [{ line: strangers[0]!.line, code: 'NOBODY_KNOWN', params: { count: 3 } }],
    });
  });
  it('is one item a pair and kind: counts add up, the newest day and word stand', () => {
    const a = { fn: '', email: 'ana@example.org' };
    const b = { fn: '', email: 'bob@example.org' };
    const items = plan(
      modelBook(),
      anEntry('vcard', people),
      said(
        'mailbox',
        evidence('mail_cc_together', a, { other: b, count: 2, on: '2024-01-01', text: 'old' }),
        evidence('mail_cc_together', b, { other: a, count: 3, on: '2024-02-01', text: 'new' }),
        evidence('li_endorsed', a, { text: 'SQL', count: 1 }),
        evidence('li_endorsed', a, { text: 'Chess', count: 1 }),
        evidence('li_endorsed', a, { text: 'SQL', count: 1 }),
      ),
    );
    expect(of(items, 'evidence').map((item) => item.evidence)).toEqual([
      {
        kind: 'mail_cc_together',
        person: { item: 0 },
        other: { item: 1 },
        count: 5,
        on: '2024-02-01',
        text: 'new',
      },
      { kind: 'li_endorsed', person: { item: 0 }, count: 3, text: 'SQL, Chess' },
    ]);
  });
  it('keeps the direction of what has one, and puts people of the book first in what has none', () => {
    const book = bookWith(anEntry('vcard', [people[1]!]));
    const a = { fn: '', email: 'ana@example.org' };
    const b = { fn: '', email: 'bob@example.org' };
    const items = plan(
      book,
      anEntry('vcard', [people[0]!]),
      said(
        'vcard',
        evidence('related', a, { other: b, text: 'parent' }),
        evidence('group_chat', a, { other: b }),
      ),
    );
    expect(of(items, 'evidence').map(({ evidence: one }) => [one?.person, one?.other])).toEqual([
      [{ item: 0 }, { contactId: 1 }],
      [{ contactId: 1 }, { item: 0 }],
    ]);
  });
  it('is the same, newer or older than what is known', () => {
    const letters = (on: string, count: number) =>
      said('mailbox', evidence('mail_two_way', { fn: '', email: 'ana@example.org' }, { on, count }));
    const first = letters('2024-05-01', 14);
    const book = bookWith(anEntry('vcard', people), first);
    const action = (file: ParsedEntry) => of(plan(book, file), 'evidence')[0]?.action;
    expect(action(first)).toBe('same');
    expect(action(letters('2024-06-01', 3))).toBe('update');
    expect(action(letters('2024-05-01', 15))).toBe('update');
    expect(action(letters('2023-01-01', 99))).toBe('same');
    applyAll(book, plan(book, letters('2024-06-01', 3)), [letters('2024-06-01', 3)]);
    expect(action(first)).toBe('same');
  });
  it('says nothing of the owner alone, and reads a relation of the owner’s from the other end', () => {
    const book = bookWith(anEntry('vcard', people));
    book.isOwner(ContactId.parse(2));
    const me = { fn: '', email: 'bob@example.org' };
    const a = { fn: '', email: 'ana@example.org' };
    const file = said(
      'vcard',
      evidence('related', me, { other: a, text: 'parent' }),
      evidence('mail_two_way', me, { count: 2 }),
      evidence('group_chat', a, { other: me }),
      evidence('group_chat', a, { other: a }),
    );
    expect(of(plan(book, file), 'evidence').map((item) => item.evidence)).toEqual([
      { kind: 'related', person: { contactId: 1 }, count: 1, text: 'child' },
      { kind: 'group_chat', person: { contactId: 1 }, count: 1, text: '' },
    ]);
  });
});

describe('events', () => {
  const guests = [{ person: { fn: '', email: 'ana@example.org' }, on: ['2024-05-01'] }];
  const conf = anEvent('DevConf', { uid: 'u1', dtstart: '2024-05-01', location: 'Ulm', met: guests });
  const calendar = (...events: ReturnType<typeof anEvent>[]) => anEntry('icalendar', people, { events });
  const found = (items: readonly PlannedItem[]) =>
    of(items, 'event').map(({ action, event }) => [action, event?.eventId, event?.met]);

  it('are made with the people of the file, and are the same again', () => {
    const items = plan(modelBook(), calendar(conf));
    expect(of(items, 'event')).toMatchObject([
      {
        action: 'create',
        fn: 'DevConf',
        detail: '2024-05-01 · Ulm',
        event: { draft: { uid: 'u1', location: 'Ulm' } },
      },
    ]);
    expect(found(items)).toEqual([['create', undefined, [{ person: { item: 0 }, on: ['2024-05-01'] }]]]);
    expect(found(plan(bookWith(calendar(conf)), calendar(conf)))).toEqual([['same', 1, []]]);
  });
  it.each([
    ['its UID, whatever it is called', { ...conf, summary: 'Renamed' }],
    ['its name and day', { ...conf, uid: '', summary: 'DEVCONF' }],
  ])('are found by %s, and gain the days that are new', (_, event) => {
    const more = { ...event, met: [{ person: guests[0]!.person, on: ['2024-05-01', '2024-05-02'] }] };
    expect(found(plan(bookWith(calendar(conf)), calendar(more)))).toEqual([
      ['update', 1, [{ person: { contactId: 1 }, on: ['2024-05-02'] }]],
    ]);
  });
  it('without a UID or a day are the same again as well', () => {
    const file = calendar(anEvent('Some day'), anEvent('DevConf', { dtstart: '2024-05-01' }));
    expect(found(plan(bookWith(file), file)).map(([action]) => action)).toEqual(['same', 'same']);
  });
  it('that come twice are one event with everybody', () => {
    const bob2 = { ...conf, line: 90, met: [{ person: { fn: '', email: 'bob@example.org' }, on: [] }] };
    const items = plan(modelBook(), calendar(conf, bob2), calendar(conf));
    expect(found(items)).toEqual([
      [
        'create',
        undefined,
        [
          { person: { item: 0 }, on: ['2024-05-01'] },
          { person: { item: 1 }, on: ['2024-05-01'] },
        ],
      ],
      ['unusable', undefined, undefined],
      ['same', undefined, undefined],
    ]);
  });
  it('leave out the owner and count whom nobody knows', () => {
    const book = bookWith(anEntry('vcard', people));
    book.isOwner(ContactId.parse(1));
    const event = {
      ...conf,
      met: [...guests, { person: { fn: 'Cy', email: 'cy@example.org' }, on: ['2024-05-01'] }],
    };
    const items = plan(book, anEntry('linkedin-events', [], { events: [event] }));
    expect(found(items)).toEqual([['create', undefined, []]]);
    expect(items.at(-1)?.issues[0]).toMatchObject({ code: 'NOBODY_KNOWN', params: { count: 1 } });
  });
});

describe('the owner, out of several files', () => {
  const { n } = aDraft('Olive Owner');
  const owner = (properties: readonly string[] = [], more: Partial<OwnerDraft> = {}): OwnerDraft => ({
    fn: 'Olive Owner',
    n,
    url: '',
    properties: aDraft('', properties).properties,
    ...more,
  });
  const profile = anEntry('linkedin-profile', [], { owner: owner([], { headline: 'Keeper' }) });
  const mailboxes = anEntry('linkedin-email-addresses', [], {
    owner: { fn: '', n: aDraft('').n, url: '', properties: owner(['EMAIL: me@example.org']).properties! },
  });
  const item = (items: readonly PlannedItem[]) => of(items, 'owner')[0];

  it('is one card with all they say, and the same again', () => {
    const files = [mailboxes, profile];
    const first = item(plan(modelBook(), ...files));
    expect(first).toMatchObject({ action: 'create', fn: 'Olive Owner', owner: { headline: 'Keeper' } });
    expect(first?.owner?.properties?.map(({ value }) => value)).toEqual(['me@example.org']);
    expect(item(plan(bookWith(...files), ...files))).toMatchObject({ action: 'same', changes: [] });
  });
  it('works where they work now, not where they did', () => {
    const positions = owner(['ORG: Acme', 'TITLE: Head', 'ORG: Bolt']);
    const [acme, head, bolt] = positions.properties!;
    const over = { ...bolt!, parameters: { 'X-FROM': ['2010'], 'X-TO': ['2014-05'] } };
    const current = { ...acme!, parameters: { 'X-FROM': ['2014-06'] } };
    const file = anEntry('linkedin-positions', [], {
      owner: { ...positions, properties: [current, head!, over] },
    });
    const book = bookWith(profile);
    expect(item(plan(book, file))?.changes.map(({ name, after }) => [name, after])).toEqual([
      ['TITLE', 'Head'],
      ['ORG', 'Acme'],
    ]);
    // What they do says more than a headline.
    expect(item(plan(modelBook(), profile, file))?.owner).not.toHaveProperty('headline');
  });
  it('is not asked for a second time where they have typed it', () => {
    const book = modelBook();
    book.isOwner(book.add('Olive Owner', [{ name: 'EMAIL', value: 'me@example.org' }]));
    expect(item(plan(book, mailboxes))).toMatchObject({ action: 'same', changes: [] });
  });
  it.each([
    ['by a mailbox', ['EMAIL: me@example.org', 'TEL: +49 30 1234567']],
    ['because it says so', ['X-ME: 1', 'TEL: +49 30 1234567']],
  ])('has their own card in an address book recognised %s', (_, properties) => {
    const files = [
      anEntry('google-csv', [aDraft('Olive Owner', properties), people[0]!]),
      mailboxes,
      profile,
    ];
    const items = plan(modelBook(), ...files);
    expect(item(items)).toMatchObject({ action: 'create', intoItem: 0 });
    expect(item(items)?.changes.map(({ after }) => after)).toContain('Keeper');
    const book = bookWith(...files);
    expect(book.people.size).toBe(2);
    expect(book.lookup.ownerId()).toBe(1);
    expect(plan(book, ...files).map(({ action }) => action)).toEqual(['same', 'same', 'same']);
    // Later they are updated like anybody, and never asked about.
    const newer = anEntry('google-csv', [aDraft('Olive Owner', [...properties, 'ORG: Acme'])]);
    expect(plan(book, newer, mailboxes)[0]).toMatchObject({ action: 'update', contactId: 1 });
  });
  it('is not renamed by an address book, nor asked about', () => {
    const book = bookWith(profile, mailboxes);
    const card = anEntry('google-csv', [aDraft('Ollie Owner', ['EMAIL: me@example.org', 'ORG: Acme'])]);
    expect(plan(book, card)[0]).toMatchObject({ action: 'update', contactId: 1 });
    expect(plan(book, card)[0]?.changes.map(({ name }) => name)).toEqual(['ORG']);
    applyAll(book, plan(book, card), [card]);
    expect(plan(book, card)[0]).toMatchObject({ action: 'same' });
  });
  it('is somebody who is in the book already', () => {
    const book = bookWith(anEntry('vcard', [aDraft('Olive Owner', ['EMAIL: me@example.org'])]));
    expect(item(plan(book, mailboxes, profile))).toMatchObject({ action: 'create', contactId: 1 });
  });
  it('does not take somebody else’s own card for theirs', () => {
    const book = modelBook();
    book.isOwner(book.add('Olive Owner', []));
    expect(plan(book, anEntry('vcard', [aDraft('Tom Otto', ['X-ME: 1'])]))[0]).toMatchObject({
      action: 'create',
    });
  });
  it('learns nothing about whom they know from another member’s archive', () => {
    const book = modelBook();
    book.isOwner(book.add('Olive Owner', [{ name: 'URL', value: url('olive') }]));
    const others = anEntry('linkedin-profile', [], { owner: owner([], { fn: 'Otto', url: url('otto') }) });
    const praise = said('linkedin-endorsements', evidence('li_endorsed', { fn: '', url: url('ana') }));
    const items = plan(book, others, praise, anEntry('linkedin-connections', [people[0]!]));
    expect(item(items)).toMatchObject({ action: 'review' });
    expect(of(items, 'evidence')).toEqual([]);
  });
});
