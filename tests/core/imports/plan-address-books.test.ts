import { describe, expect, it } from 'vitest';
import type { ParsedEntry } from '#core/imports/model.ts';
import { planImport, type PlannedItem } from '#core/imports/plan.ts';
import { expectLinear } from '#tests/linear.ts';
import { aDraft, anEntry } from './plan-drafts.ts';
import { applyAll, modelBook, named, type ModelBook } from './plan-model-book.ts';

const plan = (book: ModelBook, ...parsed: ParsedEntry[]) => planImport(named(parsed), book.lookup);
const bookWith = (...parsed: ParsedEntry[]) => {
  const book = modelBook();
  applyAll(book, plan(book, ...parsed), parsed);
  return book;
};
const shown = ({ action, contactId, usual, changes }: PlannedItem) =>
  [
    action,
    contactId,
    usual,
    ...changes.map(({ name, before, after }) => `${name}: ${before} > ${after}`),
  ].filter((part) => part !== undefined);
const PROFILE = 'https://www.linkedin.com/in/ana-ruiz';

describe('who a card is', () => {
  const ana = (...properties: string[]) => anEntry('vcard', [aDraft('Ana Ruiz', properties)]);
  it.each([
    ['a mailbox', 'EMAIL: ana@example.org', 'Anna Ruiz', 'EMAIL: Ana@Example.org', 'update'],
    ['a mailbox of somebody else', 'EMAIL: us@example.org', 'Tom Ruiz', 'EMAIL: us@example.org', 'review'],
    ['a telephone', 'TEL: +49 30 1234567', 'Ana Ruiz', 'TEL: 0049 (0)30 123 45 67', 'same'],
    ['a telephone of another name', 'TEL: +49 30 1234567', 'Tom Ruiz', 'TEL: +49301234567', 'review'],
    ['one national number', 'TEL: 030 1234567', 'Ana Ruiz', 'TEL: 030/1234567', 'same'],
    [
      'a national number beside an international one',
      'TEL: +49 30 1234567',
      'Ana Ruiz',
      'TEL: 030 1234567',
      'review',
    ],
    ['an extension, which tells nobody apart', 'TEL: 4711', 'Bea Ruiz', 'TEL: 4711', 'create'],
    ['a card', 'UID: urn:uuid:1', 'Ana Ruiz', 'UID: urn:uuid:1', 'same'],
    ['a card with another name', 'UID: 1', 'Tom Otto', 'UID: 1', 'review'],
    ['a profile', `URL: ${PROFILE}`, 'Tom Otto', `URL: ${PROFILE}/`, 'update'],
    [
      'a website, which is no key',
      'URL: https://example.org',
      'Tom Otto',
      'URL: https://example.org',
      'create',
    ],
    ['a name alone', 'EMAIL: ana@example.org', 'Ana Ruiz', 'EMAIL: ruiz@example.com', 'review'],
    ['nothing', 'EMAIL: ana@example.org', 'Cy Otto', 'EMAIL: cy@example.org', 'create'],
  ])('%s', (...[, known, fn, said, action]) => {
    const [item] = plan(bookWith(ana(known)), anEntry('vcard', [aDraft(fn, [said])]));
    expect(item?.action).toBe(action);
    expect(item?.contactId).toBe(action === 'create' ? undefined : 1);
  });

  it('finds somebody by any of several mailboxes and numbers, and adds the others', () => {
    const book = bookWith(ana('EMAIL: ana@example.org', 'TEL: +49 30 1234567'));
    const file = ana(
      'EMAIL: new@example.org',
      'EMAIL: ANA@example.org',
      'TEL: +49 170 1234567',
      'TEL: +49301234567',
    );
    expect(plan(book, file).map(shown)).toEqual([
      ['update', 1, 'EMAIL:  > new@example.org', 'TEL:  > +49 170 1234567'],
    ]);
  });
  it('takes a number that several people have for nobody’s', () => {
    const home = 'TEL: +49 30 1234567';
    const book = bookWith(anEntry('vcard', [aDraft('Ana Ruiz', [home]), aDraft('Anna Ruiz', [home])]));
    expect(plan(book, anEntry('google-csv', [aDraft('Anne Ruiz', [home])])).map(shown)).toEqual([['create']]);
    const both = anEntry('google-csv', [aDraft('Bea Otto', [home]), aDraft('Cy Otto', [home])]);
    expect(plan(bookWith(ana(home)), both).map(shown)).toEqual([['create'], ['create']]);
  });
  it('asks when keys point at two people', () => {
    const book = bookWith(
      anEntry('vcard', [
        aDraft('Ana Ruiz', ['EMAIL: a@example.org']),
        aDraft('Ana Ruiz', ['EMAIL: b@example.org']),
      ]),
    );
    const [item] = plan(book, ana('EMAIL: a@example.org', 'EMAIL: b@example.org'));
    expect(item).toMatchObject({ action: 'review', contactId: 1 });
    expect(item).not.toHaveProperty('usual');
  });
  it('is sure by the profile when only a mailbox is somebody else’s, and says so', () => {
    const book = bookWith(
      anEntry('vcard', [
        aDraft('Ana Ruiz', [`URL: ${PROFILE}`]),
        aDraft('Ana Ruiz', ['EMAIL: ana@example.org']),
      ]),
    );
    const file = anEntry('linkedin-connections', [
      aDraft('Ana Ruiz', [`URL: ${PROFILE}`, 'EMAIL: ana@example.org']),
    ]);
    expect(plan(book, file)[0]).toMatchObject({ action: 'review', contactId: 1, usual: 'join' });
  });
  it('asks about one mailbox with two profiles', () => {
    const book = bookWith(ana(`URL: ${PROFILE}`, 'EMAIL: ana@example.org'));
    expect(plan(book, ana(`URL: ${PROFILE}-2`, 'EMAIL: ana@example.org'))[0]).toMatchObject({
      action: 'review',
      contactId: 1,
    });
  });
});

describe('what a card says of somebody', () => {
  const base = ['EMAIL: ana@example.org'];
  const say = (before: readonly string[], after: readonly string[], kind: ParsedEntry['kind'] = 'vcard') => {
    const book = bookWith(anEntry('vcard', [aDraft('Ana Ruiz', [...base, ...before])]));
    return shown(plan(book, anEntry(kind, [aDraft('Ana Ruiz', [...base, ...after])]))[0]!);
  };
  it.each([
    [
      'tags stand beside each other',
      ['CATEGORIES: Work'],
      ['CATEGORIES: WORK', 'CATEGORIES: Chess'],
      ['CATEGORIES:  > Chess'],
    ],
    ['nicknames do', ['NICKNAME: Aní'], ['NICKNAME: ani', 'NICKNAME: Annie'], ['NICKNAME:  > Annie']],
    [
      'addresses differ by more than commas and case',
      ['ADR: ;;Main St 1, 2nd;Ulm;;;'],
      ['ADR: ;;main st 1 2nd;ULM;;;'],
      [],
    ],
    [
      'another address is another',
      ['ADR: ;;Main St 1;Ulm;;;'],
      ['ADR: ;;Main St 2;Ulm;;;'],
      ['ADR:  > ;;Main St 2;Ulm;;;'],
    ],
    [
      'websites stand beside each other',
      ['URL: https://a.example'],
      ['URL: https://b.example'],
      ['URL:  > https://b.example'],
    ],
    [
      'a job takes the place of the old one',
      ['ORG: Acme', 'TITLE: Clerk'],
      ['ORG: Bolt', 'TITLE: Head'],
      ['TITLE: Clerk > Head', 'ORG: Acme > Bolt'],
    ],
    [
      'the second of two jobs changes',
      ['ORG: Acme', 'ORG: Club'],
      ['ORG: Acme', 'ORG: Choir'],
      ['ORG: Club > Choir'],
    ],
    ['a second job is added', ['ORG: Acme'], ['ORG: Acme', 'ORG: Choir'], ['ORG:  > Choir']],
    ['a missing value takes nothing back', ['ORG: Acme', 'NOTE: x'], [], []],
    ['a more precise date is news', ['BDAY: 1985'], ['BDAY: 1985-04-12'], ['BDAY: 1985 > 1985-04-12']],
    [
      'a year for a birthday without one is',
      ['BDAY: --04-12'],
      ['BDAY: 1985-04-12'],
      ['BDAY: --04-12 > 1985-04-12'],
    ],
    ['a less precise date is not', ['BDAY: 1985-04-12'], ['BDAY: 1985-04'], []],
    ['a birthday without the year is not', ['BDAY: 1985-04-12'], ['BDAY: --04-12'], []],
    ['another day is', ['BDAY: 1985-04-12'], ['BDAY: 1985-04-13'], ['BDAY: 1985-04-12 > 1985-04-13']],
    [
      'a photograph is one by its value',
      ['PHOTO: data:image/png;base64,AA'],
      ['PHOTO: data:image/png;base64,AB'],
      ['PHOTO: data:image/png;base64,AA > data:image/png;base64,AB'],
    ],
    ['unknown properties are kept beside', ['X-THING: 1'], ['X-THING: 2'], ['X-THING:  > 2']],
  ])('%s', (_, before, after, changes) => {
    expect(say(before, after)).toEqual([changes.length === 0 ? 'same' : 'update', 1, ...changes]);
  });
  it('keeps type and parameters', () => {
    const book = bookWith(anEntry('vcard', [aDraft('Ana Ruiz', base)]));
    const draft = aDraft('Ana Ruiz', base);
    const tel = { name: 'TEL', value: '+49 30 1234567', type: 'work,fax', parameters: { PREF: ['1'] } };
    const [item] = plan(book, anEntry('vcard', [{ ...draft, properties: [...draft.properties, tel] }]));
    expect(item?.changes).toEqual([
      { name: 'TEL', before: '', after: tel.value, type: 'work,fax', parameters: { PREF: ['1'] } },
    ]);
  });

  it.each([
    [
      'a company elsewhere is asked about',
      ['ORG: Acme'],
      ['ORG: Bolt'],
      ['review', 1, 'join', 'ORG:  > Bolt'],
    ],
    ['a company written otherwise is the same', ['ORG: Acme'], ['ORG: ACMÉ'], ['same', 1]],
    [
      'a birthday elsewhere is added',
      ['BDAY: 1985-04-12'],
      ['BDAY: 1985-04-13'],
      ['update', 1, 'BDAY:  > 1985-04-13'],
    ],
    ['a note elsewhere is added', ['NOTE: one'], ['NOTE: two'], ['update', 1, 'NOTE:  > two']],
    ['a role nobody has said is added', [], ['ROLE: Lead'], ['update', 1, 'ROLE:  > Lead']],
    [
      'a second company is no contradiction',
      ['ORG: Acme'],
      ['ORG: Acme', 'ORG: Choir'],
      ['update', 1, 'ORG:  > Choir'],
    ],
  ])('by another kind of file: %s', (_, before, after, expected) => {
    expect(say(before, after, 'google-csv')).toEqual(expected);
  });

  it('does not let another kind of file rename somebody, nor LinkedIn what the card says', () => {
    const row = (fn: string) => anEntry('linkedin-connections', [aDraft(fn, [`URL: ${PROFILE}`, ...base])]);
    const card = anEntry('vcard', [aDraft('Bob Ruiz', base)]);
    const book = bookWith(row('Robert Ruiz'));
    const items = plan(book, card);
    expect(items.map(shown)).toEqual([['review', 1, 'join', 'FN:  > Bob Ruiz', 'N:  > Ruiz;Bob;;;']]);
    applyAll(book, items, [card]);
    expect(plan(book, card).map(shown)).toEqual([['same', 1]]);
    expect(plan(book, row('Robert Ruiz Diaz')).map(shown)).toEqual([
      ['update', 1, 'FN: Robert Ruiz > Robert Ruiz Diaz', 'N: Ruiz;Robert;;; > Ruiz Diaz;Robert;;;'],
    ]);
  });
  it('takes a title and another order for the same name', () => {
    const book = bookWith(
      anEntry('linkedin-connections', [aDraft('Ana Ruiz', [`URL: ${PROFILE}`, ...base])]),
    );
    expect(plan(book, anEntry('vcard', [aDraft('Dr. Ruiz, Ana', base)])).map(shown)).toEqual([['same', 1]]);
  });
  it('lets letters and chats name only those who have no name', () => {
    const book = bookWith(anEntry('vcard', [aDraft('Ana Ruiz', base)]));
    const letters = anEntry('mailbox', [aDraft('ana', base), aDraft('Bea', ['EMAIL: bea@example.org'])]);
    expect(plan(book, letters).map(shown)).toEqual([['same', 1], ['create']]);
    applyAll(book, plan(book, letters), [letters]);
    // And what they called somebody contradicts no address book.
    expect(plan(book, anEntry('vcard', [aDraft('Bea Otto', ['EMAIL: bea@example.org'])])).map(shown)).toEqual(
      [['update', 2, 'FN:  > Bea Otto', 'N:  > Otto;Bea;;;']],
    );
  });
  it('lists names, profile and job first, then the rest as written', () => {
    const first = anEntry('linkedin-connections', [aDraft('Ana Ruiz', [`URL: ${PROFILE}`])], {});
    const next = anEntry('linkedin-connections', [
      aDraft('Anna Ruiz', [
        `URL: ${PROFILE}`,
        'EMAIL: ana@example.org',
        'ORG: Acme',
        'NOTE: x',
        'TITLE: Head',
      ]),
    ]);
    expect(plan(bookWith(first), next)[0]?.changes.map(({ name }) => name)).toEqual([
      'FN',
      'N',
      'TITLE',
      'ORG',
      'EMAIL',
      'NOTE',
    ]);
  });
});

describe('records without a key', () => {
  const friends = (...names: string[]) =>
    anEntry(
      'facebook-friends',
      names.map((fn) => aDraft(fn)),
    );
  it('are the same again when a file of this kind has said all of it', () => {
    const file = friends('Ana Ruiz', 'Bob Otto');
    expect(plan(bookWith(file), file).map(shown)).toEqual([
      ['same', 1],
      ['same', 2],
    ]);
  });
  it('are asked about when somebody of that name is there by another kind of file', () => {
    const book = bookWith(anEntry('vcard', [aDraft('Ana Ruiz', ['EMAIL: ana@example.org'])]));
    expect(plan(book, friends('Ana Ruiz', 'Cy Otto')).map(shown)).toEqual([['review', 1], ['create']]);
  });
  it('claim one person each, in order', () => {
    const since = (...years: string[]) =>
      anEntry(
        'facebook-friends',
        years.map((year) => aDraft('Ana Ruiz', [`X-SINCE: ${year}`])),
      );
    const book = bookWith(since('2012', '2015'));
    expect(plan(book, since('2015', '2012')).map(shown)).toEqual([
      ['same', 2],
      ['same', 1],
    ]);
    expect(plan(book, friends('Ana Ruiz')).map(shown)).toEqual([['same', 1]]);
    expect(plan(book, since('2020')).map(shown)).toEqual([['review', 1, 'X-SINCE:  > 2020']]);
  });
  it('say the same twice in one file only once', () => {
    const items = plan(modelBook(), friends('Ana Ruiz', 'Ana Ruiz'));
    expect(items.map(({ action, issues }) => [action, issues[0]?.code])).toEqual([
      ['create', undefined],
      ['unusable', 'DUPLICATE_IN_FILE'],
    ]);
  });
});

describe('hostile address books', () => {
  it.each([
    ['thousands of one name without keys', (i: number) => aDraft('Unknown', [`X-N: ${i}`])],
    [
      'thousands with one mailbox',
      (i: number) => aDraft(`Ana ${i}`, ['EMAIL: info@example.org', `X-N: ${i}`]),
    ],
    ['thousands with one telephone', (i: number) => aDraft('Ana', ['TEL: +49 30 1234567', `X-N: ${i}`])],
    ['thousands of one profile', (i: number) => aDraft(`Ana ${i}`, [`URL: ${PROFILE}`])],
  ])('take time in proportion: %s', (_, make) => {
    const file = (count: number) =>
      anEntry(
        'vcard',
        Array.from({ length: count }, (_item, i) => make(i)),
      );
    const files = new Map([150, 4800].map((count) => [count, file(count)]));
    const books = new Map([...files].map(([count, parsed]) => [count, indexed(bookWith(parsed))]));
    expectLinear((count) => planImport(named([files.get(count)!]), books.get(count)!), 150);
  });
  it('take time in proportion to a card’s values', () => {
    const card = (count: number) => [
      ...base(count, (i) => `TEL: +49 30 ${1_000_000 + i}`),
      ...base(count, (i) => `ORG: Acme ${i}`),
    ];
    const base = (count: number, make: (i: number) => string) =>
      Array.from({ length: count }, (_, i) => make(i));
    const files = new Map(
      [100, 3200].map((count) => [
        count,
        anEntry('vcard', [aDraft('Ana', ['EMAIL: a@example.org', ...card(count)])]),
      ]),
    );
    const other = aDraft('Ana', ['EMAIL: a@example.org', 'ORG: Other', 'TEL: +1 555 1234567']);
    const books = new Map([...files].map(([count, parsed]) => [count, indexed(bookWith(parsed))]));
    expectLinear((count) => {
      const [draft] = files.get(count)!.contacts;
      const properties = [...draft!.properties.toReversed(), ...other.properties];
      return planImport(named([anEntry('vcard', [{ ...draft!, properties }])]), books.get(count)!);
    }, 100);
  });
});

/** The model looks through everybody for each question; here each is a look into a map, as the real book's are. */
function indexed(book: ModelBook): ModelBook['lookup'] {
  const { lookup } = book;
  const remembered = <Value>(ask: (key: string) => Value) => {
    const known = new Map<string, Value>();
    return (key: string) => {
      let value = known.get(key);
      if (value === undefined) known.set(key, (value = ask(key)));
      return value;
    };
  };
  const byKey = {
    url: remembered((key) => lookup.contactsByKey('url', key)),
    email: remembered((key) => lookup.contactsByKey('email', key)),
    tel: remembered((key) => lookup.contactsByKey('tel', key)),
    uid: remembered((key) => lookup.contactsByKey('uid', key)),
  };
  const byName = remembered((key) => lookup.contactsByName(key));
  return { ...lookup, contactsByKey: (kind, key) => byKey[kind](key), contactsByName: byName };
}
