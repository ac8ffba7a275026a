import { expectLinear } from '#tests/linear.ts';
import { describe, expect, it } from 'vitest';
import type { ParsedEntry } from '#core/imports/model.ts';
import { type BookLookup, countActions, planImport, type PlannedItem } from '#core/imports/plan.ts';
import { parseConnections } from '#core/imports/sources/linkedin-connections.ts';
import { parseInvitations } from '#core/imports/sources/linkedin-invitations.ts';
import { parseProfile } from '#core/imports/sources/linkedin-profile.ts';
import {
  aConnection,
  anInvitation,
  CONNECTIONS_HEADER,
  connectionsCsv,
  invitationsCsv,
  OLD_CONNECTIONS_HEADER,
  OWNER,
  profile,
  profileCsv,
  row,
} from '#tests/fixtures/linkedin.ts';
import { applyAll, modelBook, named } from './plan-model-book.ts';

const connections = (...rows: string[]) => parseConnections(connectionsCsv(...rows));
const plan = (book: ReturnType<typeof modelBook>, ...parsed: ParsedEntry[]) =>
  planImport(named(parsed), book.lookup);
const actions = (items: readonly PlannedItem[]) =>
  items.map(({ subject, action, fn }) => `${subject} ${action} ${fn}`.trim());
const bookWith = (...parsed: ParsedEntry[]) => {
  const book = modelBook();
  applyAll(book, plan(book, ...parsed), parsed);
  return book;
};
const old = (...rows: string[]) => parseConnections([OLD_CONNECTIONS_HEADER, ...rows, ''].join('\n'));

describe('planning people', () => {
  it('creates who is new and shows title and company', () => {
    const [item] = plan(modelBook(), connections(aConnection({ slug: 'ada' })));
    expect(item).toMatchObject({
      action: 'create',
      entryName: '0.csv',
      line: 5,
      detail: 'Countess · Analytical Engines',
      changes: [],
    });
    expect(item?.contact?.fn).toBe('Ada Byron');
  });
  it('L15: finds every record the same when the same archive comes again', () => {
    const archive = [
      connections(
        aConnection({ slug: 'ada', email: 'ada@example.org' }),
        aConnection({ slug: 'ada-2' }),
        aConnection({ slug: 'ada-3', company: 'Elsewhere' }),
        aConnection({ first: 'No', last: 'Address', company: '' }),
        aConnection({ first: 'No', last: 'Address', company: 'Acme', on: '' }),
        aConnection({ first: '李', last: '明', slug: '%E6%9D%8E%E6%98%8E', on: 'nonsense' }),
        ',,,,,,28 Sep 2024',
      ),
      old(
        row('Old', 'Timer', '', 'Acme', 'Clerk', '9/7/18, 3:05 PM'),
        row('Old', 'Timer', '', 'Bolt', 'Clerk', '9/7/18, 3:05 PM'),
      ),
      parseInvitations(invitationsCsv(anInvitation(), anInvitation({ slug: 'ada', fn: 'Ada Byron' }))),
      parseProfile(profileCsv('Olive', 'Owner')),
    ];
    const book = bookWith(...archive);
    const again = plan(book, ...archive);
    expect(countActions(again)).toEqual({ create: 0, update: 0, same: 11, review: 0, unusable: 1, left: 0 });
  });
  it('shows a new job as before and after', () => {
    const book = bookWith(connections(aConnection({ slug: 'ada' })));
    const [item] = plan(book, connections(aConnection({ slug: 'ada', company: 'New Engines' })));
    expect(item).toMatchObject({
      action: 'update',
      contactId: 1,
      changes: [{ name: 'ORG', before: 'Analytical Engines', after: 'New Engines' }],
    });
  });
  it('takes an empty cell for no news', () => {
    const book = bookWith(connections(aConnection({ slug: 'ada' })));
    expect(actions(plan(book, connections(aConnection({ slug: 'ada', company: '', position: '' }))))).toEqual(
      ['contact same Ada Byron'],
    );
  });
  it('L10: an encoded address is the person with the decoded one', () => {
    const book = bookWith(connections(aConnection({ slug: 'ad%C3%A9l' })));
    expect(
      actions(plan(book, connections(aConnection({ url: 'http://de.linkedin.com/in/Adél/?x=1' })))),
    ).toEqual(['contact same Ada Byron']);
  });
  it('L09: two addresses of one name are two people', () => {
    const book = bookWith(connections(aConnection({ slug: 'ada', company: 'Acme' })));
    const items = plan(
      book,
      connections(
        aConnection({ slug: 'ada-2', company: 'Bolt' }),
        aConnection({ slug: 'ada', company: 'Acme' }),
      ),
    );
    expect(actions(items)).toEqual(['contact create Ada Byron', 'contact same Ada Byron']);
  });
  it('L11: a renamed address is the same person when name, company and day agree and the old one is gone', () => {
    const book = bookWith(connections(aConnection({ slug: 'ada' })));
    const [item] = plan(book, connections(aConnection({ slug: 'ada-new' })));
    expect(item).toMatchObject({
      action: 'update',
      contactId: 1,
      changes: [{ name: 'URL', before: profile('ada'), after: profile('ada-new') }],
    });
  });
  it('L12: a second address of the same name and company is for the owner to look at', () => {
    const book = bookWith(connections(aConnection({ slug: 'ada' })));
    const both = connections(
      aConnection({ slug: 'ada' }),
      aConnection({ slug: 'ada-clone', on: '1 Nov 2024' }),
    );
    expect(plan(book, both)[1]).toMatchObject({ action: 'review', contactId: 1 });
    expect(actions(plan(modelBook(), both))).toEqual([
      'contact create Ada Byron',
      'contact review Ada Byron',
    ]);
  });
  it('a name alone matches nobody', () => {
    const book = modelBook();
    book.add('Ada Byron', [{ name: 'TEL', value: '+49 30 1' }]);
    const [item] = plan(book, connections(aConnection({ slug: 'ada' })));
    expect(item).toMatchObject({ action: 'review', contactId: 1 });
    expect(item?.changes.map(({ name }) => name)).toEqual(['FN', 'N', 'URL', 'TITLE', 'ORG']);
  });
  it('an address the owner typed matches, and what the owner typed is not compared', () => {
    const book = modelBook();
    book.add('Countess Ada', [{ name: 'URL', value: profile('ada') }]);
    const file = connections(aConnection({ slug: 'ada' }));
    applyAll(book, plan(book, file), [file]);
    expect(book.people.size).toBe(1);
    expect(actions(plan(book, connections(aConnection({ slug: 'ada' }))))).toEqual([
      'contact same Ada Byron',
    ]);
  });
  it('an e-mail matches, unless the profiles contradict it', () => {
    const book = bookWith(
      connections(aConnection({ first: 'Bea', slug: 'bea', email: 'office@example.org' })),
    );
    const items = plan(
      book,
      connections(
        aConnection({ first: 'Cy', slug: 'cy', email: 'Office@example.org' }),
        aConnection({ first: 'Bea', email: 'OFFICE@example.org' }),
      ),
    );
    expect(items.map(({ action, contactId }) => [action, contactId])).toEqual([
      ['review', 1],
      ['same', 1],
    ]);
  });
  it.each([
    ['Robert', 'Bob', 'same mailbox, a short form', 'update'],
    ['Ana', 'Ana', 'a married name', 'update'],
    ['Ana', 'Tom', 'a mailbox two people share', 'review'],
  ])('%s and %s: %s', (given, other, what, action) => {
    const book = modelBook();
    book.add(`${given} Byron`, [{ name: 'EMAIL', value: 'us@example.org' }]);
    const last = what === 'a married name' ? 'Noel' : 'Byron';
    const items = plan(book, connections(aConnection({ first: other, last, email: 'us@example.org' })));
    expect(items.map((item) => [item.action, item.contactId])).toEqual([[action, 1]]);
  });
  it('L05: an export without addresses is completed by a later one, by name and day', () => {
    const book = bookWith(old(row('Ada', 'Byron', '', 'Acme', 'Clerk', '9/7/18, 3:05 PM')));
    const [item] = plan(book, connections(aConnection({ slug: 'ada', company: 'Bolt', on: '07 Sep 2018' })));
    expect(item).toMatchObject({ action: 'update', contactId: 1 });
    expect(item?.changes.map(({ name, before }) => [name, before])).toEqual([
      ['URL', ''],
      ['TITLE', 'Clerk'],
      ['ORG', 'Acme'],
    ]);
  });
  it('a record that comes twice in what was dropped counts once', () => {
    const items = plan(
      modelBook(),
      connections(aConnection({ slug: 'ada' }), aConnection({ slug: 'ADA', company: 'x' })),
      connections(aConnection({ slug: 'ada' })),
    );
    expect(items.map(({ action, issues }) => [action, issues[0]?.code])).toEqual([
      ['create', undefined],
      ['unusable', 'DUPLICATE_IN_FILE'],
      ['same', undefined],
    ]);
  });
  it('L08: unusable rows are shown with their line and reason', () => {
    const items = plan(modelBook(), connections(',,,,,,28 Sep 2024'), connections());
    expect(
      items.map(({ subject, action, line, issues }) => [subject, action, line, issues[0]?.code]),
    ).toEqual([
      ['contact', 'unusable', 5, 'UNAVAILABLE_MEMBER'],
      ['entry', 'unusable', 0, 'NO_ROWS'],
    ]);
  });
});

describe('planning invitations', () => {
  it('L21: pending are the incoming ones who are no connection, by address and then by name', () => {
    const items = plan(
      modelBook(),
      connections(aConnection({ slug: 'ada' }), aConnection({ first: 'Bea' })),
      parseInvitations(
        invitationsCsv(
          anInvitation({ fn: 'A. Byron', slug: 'ADA' }),
          anInvitation({ fn: 'Bea Byron', slug: 'bea' }),
          anInvitation({ fn: 'Cy', slug: 'cy' }),
          anInvitation({ fn: 'Ada Byron', slug: 'ada-clone' }),
        ),
      ),
    );
    expect(
      items.flatMap(({ invitation }) => (invitation ? [`${invitation.fn} ${invitation.state}`] : [])),
    ).toEqual(['A. Byron accepted', 'Bea Byron accepted', 'Cy pending', 'Ada Byron pending']);
  });
  it('moves a stored pending invitation when the person has become a connection', () => {
    const invited = parseInvitations(invitationsCsv(anInvitation({ fn: 'Cy', slug: 'cy' })));
    const book = bookWith(invited);
    expect(actions(plan(book, invited))).toContain('invitation same Cy');
    const later = plan(book, connections(aConnection({ first: 'Cy', slug: 'cy' })), invited);
    expect(later.find(({ subject }) => subject === 'invitation')).toMatchObject({
      action: 'update',
      invitation: { state: 'accepted' },
    });
  });
  it('knows the sender from the book, and one row twice is one invitation', () => {
    const book = bookWith(connections(aConnection({ slug: 'ada' })));
    const items = plan(
      book,
      parseInvitations(invitationsCsv(anInvitation({ slug: 'ada' }), anInvitation({ slug: 'ada' }))),
    );
    expect(items.map(({ action, contactId }) => [action, contactId])).toEqual([
      ['create', 1],
      ['unusable', undefined],
      ['create', undefined],
    ]);
  });
});

describe('planning the owner', () => {
  const invited = parseInvitations(invitationsCsv(anInvitation()));
  it('L27: puts the owner together from profile and invitations, once', () => {
    const archive = [invited, parseProfile(profileCsv('Olive', 'Owner, PhD'))];
    const book = modelBook();
    const items = plan(book, ...archive);
    expect(items.find(({ subject }) => subject === 'owner')).toMatchObject({
      action: 'create',
      owner: { fn: 'Olive Owner, PhD', url: profile(OWNER.slug), headline: 'Keeper of an address book' },
    });
    applyAll(book, items, archive);
    expect(actions(plan(book, ...archive))).toContain('owner same Olive Owner, PhD');
  });
  it('marks somebody already in the book, and asks when the archive is another member’s', () => {
    const book = modelBook();
    book.add('Olive', [{ name: 'URL', value: profile(OWNER.slug) }]);
    const items = plan(book, invited);
    expect(items.find(({ subject }) => subject === 'owner')).toMatchObject({
      action: 'create',
      contactId: 1,
    });
    applyAll(book, items, [invited]);
    const others = row('Cy', 'Otto', '9/7/24, 3:05 PM', '', 'INCOMING', profile('cy'), profile('otto'));
    expect(actions(plan(book, parseInvitations(invitationsCsv(others))))).toContain('owner review Otto');
  });
});

describe('planning at size', () => {
  const none: BookLookup = { ...modelBook().lookup, contactsByKey: () => [], contactsByName: () => [] };
  const read = (count: number) => {
    const rows = Array.from({ length: count }, (_, i) =>
      aConnection({ first: `Ada${i % 700}`, last: `Byron${i % 900}`, slug: `ada-${i}` }),
    );
    return parseConnections([CONNECTIONS_HEADER, ...rows, ''].join('\n'));
  };

  it('plans every one of 100 000 people', () => {
    expect(planImport([{ entryName: 'x', parsed: read(100_000) }], none)).toHaveLength(100_000);
  });

  it('takes time in proportion to the people', () => {
    const parsed = new Map([500, 16_000].map((count) => [count, read(count)]));
    expectLinear((count) => planImport([{ entryName: 'x', parsed: parsed.get(count)! }], none), 500);
  });
});
