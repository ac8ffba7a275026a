import { describe, expect, it } from 'vitest';
import type { ContactDraft, ParsedEntry } from '#core/imports/model.ts';
import { planImport, type PlannedItem } from '#core/imports/plan.ts';
import { aDraft, anEntry } from './plan-drafts.ts';
import { applyAll, modelBook, named, type ModelBook } from './plan-model-book.ts';

const plan = (book: ModelBook, ...parsed: ParsedEntry[]) => planImport(named(parsed), book.lookup);
const shown = ({ action, contactId, intoItem, usual, changes }: PlannedItem) =>
  [
    action,
    contactId,
    intoItem === undefined ? undefined : `into ${intoItem}`,
    usual,
    ...changes.map(({ name, before, after }) => `${name}: ${before} > ${after}`),
  ].filter((part) => part !== undefined);
const url = (slug: string) => `URL;linkedin: https://www.linkedin.com/in/${slug}`;
const connections = (...drafts: ContactDraft[]) => anEntry('linkedin-connections', drafts);
const contacts = (...drafts: ContactDraft[]) => anEntry('linkedin-contacts', drafts);
const cards = (...drafts: ContactDraft[]) => anEntry('vcard', drafts);

describe('files of one batch', () => {
  it.each([
    ['a profile', url('ana'), url('ANA')],
    ['a mailbox', 'EMAIL: ana@example.org', 'EMAIL: ANA@example.org'],
    ['a telephone', 'TEL: +49 30 1234567', 'TEL: +49301234567'],
    ['a card', 'UID: 1', 'UID: 1'],
  ])('are joined by %s, and the later one adds what is new', (_, one, other) => {
    const items = plan(
      modelBook(),
      cards(aDraft('Ana Ruiz', [one])),
      cards(aDraft('Ana Ruiz', [other, 'NOTE: x'])),
    );
    expect(items.map(shown)).toEqual([['create'], ['update', 'into 0', 'NOTE:  > x']]);
  });
  it('are joined over three files and keys', () => {
    const files = [
      cards(aDraft('Ana Ruiz', ['EMAIL: a@example.org'])),
      cards(aDraft('Ana Ruiz', ['EMAIL: a@example.org', 'EMAIL: b@example.org'])),
      cards(aDraft('Ana Ruiz', ['EMAIL: b@example.org', 'ORG: Acme'])),
    ];
    const book = modelBook();
    const items = plan(book, ...files);
    expect(items.map(shown)).toEqual([
      ['create'],
      ['update', 'into 0', 'EMAIL:  > b@example.org'],
      ['update', 'into 0', 'ORG:  > Acme'],
    ]);
    applyAll(book, items, files);
    expect(book.people.size).toBe(1);
  });
  it('make somebody of the file that describes them best, wherever it stands', () => {
    const letters = anEntry('mailbox', [aDraft('ana', ['EMAIL: ana@example.org'])]);
    const card = cards(aDraft('Ana Ruiz', ['EMAIL: ana@example.org']));
    const items = plan(
      modelBook(),
      letters,
      card,
      connections(aDraft('Ana Ruiz', [url('ana'), 'EMAIL: ana@example.org'])),
    );
    expect(items.map(shown)).toEqual([['same', 'into 2'], ['same', 'into 2'], ['create']]);
  });
  it('keep two people of one mailbox apart', () => {
    const items = plan(
      modelBook(),
      cards(aDraft('Ana Ruiz', ['EMAIL: us@example.org']), aDraft('Tom Ruiz', ['EMAIL: us@example.org'])),
      cards(aDraft('Tom Ruiz', ['EMAIL: us@example.org']), aDraft('Bea Ruiz', ['EMAIL: us@example.org'])),
    );
    expect(items.map(shown).map(([action, into]) => [action, into])).toEqual([
      ['create', undefined],
      ['create', undefined],
      ['same', 'into 1'],
      ['review', 'into 0'],
    ]);
  });
  it('ask about two cards of one file with one mailbox that may be one person', () => {
    const file = cards(
      aDraft('Robert Ruiz', ['EMAIL: r@example.org']),
      aDraft('Bob Ruiz', ['EMAIL: r@example.org']),
    );
    expect(plan(modelBook(), file).map(shown)).toEqual([
      ['create'],
      ['review', 'into 0', 'FN:  > Bob Ruiz', 'N:  > Ruiz;Bob;;;'],
    ]);
  });
  it('do not ask because another file has claimed the person already', () => {
    const book = modelBook();
    const row = connections(aDraft('Ana Ruiz', [url('ana'), 'EMAIL: ana@example.org']));
    applyAll(book, plan(book, row), [row]);
    const card = () => cards(aDraft('Ana Ruiz', ['EMAIL: ana@example.org']));
    expect(plan(book, row, card(), card()).map(({ action }) => action)).toEqual(['same', 'same', 'same']);
    const twice = cards(
      aDraft('Ana Ruiz', ['EMAIL: ana@example.org', 'NOTE: 1']),
      aDraft('Ana Ruiz', ['EMAIL: ana@example.org', 'NOTE: 2']),
    );
    expect(plan(book, row, twice).map(({ action }) => action)).toEqual(['same', 'update', 'review']);
  });
  it('say the same of somebody without keys only once', () => {
    const file = () => anEntry('facebook-friends', [aDraft('Ana Ruiz')]);
    expect(plan(modelBook(), file(), file()).map(shown)).toEqual([['create'], ['same', 'into 0']]);
    expect(plan(modelBook(), file(), cards(aDraft('Ana Ruiz'))).map(shown)).toEqual([['create'], ['create']]);
  });
  it('let the later of two exports have the last word', () => {
    const at = (org: string) => connections(aDraft('Ana Ruiz', [url('ana'), `ORG: ${org}`]));
    const files = [at('Acme'), at('Bolt')];
    const book = modelBook();
    const items = plan(book, ...files);
    expect(items.map(shown)).toEqual([['create'], ['update', 'into 0', 'ORG: Acme > Bolt']]);
    applyAll(book, items, files);
    expect(plan(book, ...files).map(shown)).toEqual([
      ['same', 1],
      ['same', 1],
    ]);
  });
  it('ask when the book and another file say different people', () => {
    const book = modelBook();
    book.add('Ana Ruiz', [{ name: 'EMAIL', value: 'ana@example.org' }]);
    const items = plan(
      book,
      connections(aDraft('Ana Ruiz Otto', [url('ana')])),
      cards(aDraft('Ana Ruiz', [url('ana'), 'EMAIL: ana@example.org'])),
    );
    expect(items[1]).toMatchObject({ action: 'review', contactId: 1 });
  });
});

describe('the address book of a LinkedIn archive', () => {
  const mail = 'EMAIL: ana@example.org';
  it.each([
    ['by name and company', ['ORG: ACME'], 'update'],
    ['by a name that is there once', [], 'update'],
    ['by a name that is there once, and asked about its other company', ['ORG: Choir'], 'review'],
  ])('is joined with the connections %s', (_, more, action) => {
    const row = connections(aDraft('Ana Ruiz', [url('ana'), 'ORG: Acme']));
    const [, item] = plan(modelBook(), row, contacts(aDraft('Ana Ruiz', [mail, ...more])));
    expect(item).toMatchObject({ action, intoItem: 0 });
    // In either order of the files.
    const [first] = plan(modelBook(), contacts(aDraft('Ana Ruiz', [mail, ...more])), row);
    expect(first).toMatchObject({ action, intoItem: 1 });
  });
  it('is asked about where the name is there twice and no company tells', () => {
    const rows = connections(
      aDraft('Ana Ruiz', [url('ana'), 'ORG: Acme']),
      aDraft('Ana Ruiz', [url('ana-2'), 'ORG: Bolt']),
    );
    const items = plan(
      modelBook(),
      rows,
      contacts(aDraft('Ana Ruiz', [mail]), aDraft('Ana Ruiz', ['EMAIL: a@example.com', 'ORG: Bolt'])),
    );
    expect(items.map(({ action, intoItem }) => [action, intoItem])).toEqual([
      ['create', undefined],
      ['create', undefined],
      ['review', 0],
      ['update', 1],
    ]);
  });
  it('finds the person whom the connection is in the book', () => {
    const book = modelBook();
    const row = connections(aDraft('Ana Ruiz', [url('ana')]));
    applyAll(book, plan(book, row), [row]);
    expect(plan(book, row, contacts(aDraft('Ana Ruiz', [mail]))).map(shown)).toEqual([
      ['same', 1],
      ['update', 1, 'EMAIL:  > ana@example.org'],
    ]);
  });
});

describe('who is no connection any more', () => {
  const people = ['Ana', 'Bea', 'Cy', 'Dan'];
  const rows = (...names: string[]) => connections(...names.map((fn) => aDraft(fn, [url(fn)], '2024-09-28')));
  const all = rows(...people);
  const book = () => {
    const made = modelBook();
    applyAll(made, plan(made, all), [all]);
    return made;
  };
  const left = (items: readonly PlannedItem[]) =>
    items.filter(({ action }) => action === 'left').map(({ fn, contactId, usual }) => [fn, contactId, usual]);

  it('is listed by name, and left alone unless the owner says otherwise', () => {
    const made = book();
    const newer = rows('Dan', 'Bea');
    const items = plan(made, newer);
    expect(left(items)).toEqual([
      ['Ana', 1, 'skip'],
      ['Cy', 3, 'skip'],
    ]);
    applyAll(made, items, [newer]);
    expect(left(plan(made, newer))).toHaveLength(2);
    applyAll(made, items, [newer], () => 'take');
    expect(left(plan(made, newer))).toEqual([]);
  });
  it.each([
    ['a part of an export', [rows('Ana')]],
    ['no export at all', [cards(aDraft('Ana', ['EMAIL: ana@example.org']))]],
    ['the whole again', [all]],
    ['two parts together', [rows('Ana', 'Bea'), rows('Cy', 'Dan')]],
  ])('is nobody after %s', (_, files) => {
    expect(left(plan(book(), ...files))).toEqual([]);
  });
  it('is never the owner, nor anybody by another member’s archive', () => {
    const made = book();
    made.isOwner(plan(made, rows('Ana'))[0]!.contactId!);
    expect(left(plan(made, rows('Bea', 'Cy'))).map(([fn]) => fn)).toEqual(['Dan']);
    const other = { fn: 'Otto', n: aDraft('Otto').n, url: 'https://www.linkedin.com/in/otto' };
    expect(left(plan(made, rows('Bea', 'Cy'), anEntry('linkedin-profile', [], { owner: other })))).toEqual(
      [],
    );
  });
});
