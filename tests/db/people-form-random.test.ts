// Random edits of random cards: what the form did not touch stays byte for byte, and every deed can be undone.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { propertyKey } from '#core/contacts/identity.ts';
import { ContactForm } from '#core/contacts/model.ts';
import type { FormValue, Parameters } from '#core/contacts/model.ts';
import type { OpenBook } from '#db/book.ts';
import { Recorder } from '#db/history/journal.ts';
import { card, formFor, inBook, openCards, rowsOf, save } from './people-card.ts';
import { stateOf } from './state-hash.ts';

let book: OpenBook;
beforeAll(() => {
  book = openCards();
});
afterAll(() => book.close());

const names = fc.constantFrom(
  'EMAIL',
  'TEL',
  'URL',
  'ADR',
  'IMPP',
  'CATEGORIES',
  'ROLE',
  'RELATED',
  'X-HOBBY',
  'X-PHONETIC-FIRST-NAME',
);
const texts = fc.constantFrom(
  'ana@example.org',
  'ANA@example.org',
  '+351 555 0100',
  ';;Quay 4;Porto;;;',
  'Ana',
  'x',
);
const types = fc.constantFrom('', 'home', 'work,fax');
const batches = fc.option(fc.constantFrom(1, 2), { nil: undefined });
const parameters = fc
  .subarray<readonly [string, string]>([
    ['X-ABLABEL', ''],
    ['X-ABLABEL', 'Own'],
    ['PREF', '50'],
    ['PREF', '1'],
    ['SERVICE-TYPE', 'Jabber'],
    ['GROUP', 'item1'],
    ['X-VERBATIM', 'as it was'],
  ])
  .map((pairs): Parameters => Object.fromEntries(pairs.map(([name, text]) => [name, [text]])));
const listed = fc.record({ name: names, value: texts, type: types, parameters, batchId: batches });
const others = fc.record({
  name: fc.constantFrom('UID', 'X-UNHEARD', 'KEY', 'GEO', 'KIND', 'PHOTO', 'X-HOBBY'),
  value: texts,
  type: types,
  batchId: batches,
});
const singles = fc.record({
  name: fc.constantFrom('ORG', 'TITLE', 'NOTE', 'NICKNAME', 'BDAY'),
  value: fc.constantFrom('1985-04', 'Example Mill', ''),
  type: types,
  parameters: fc.constantFrom<Parameters>(
    {},
    { 'X-UNIT': ['Paper'] },
    { 'X-UNIT': ['Paper', 'Night shift'] },
  ),
  batchId: batches,
});
const cards = fc.array(fc.oneof({ weight: 4, arbitrary: listed }, others, singles), { maxLength: 14 });

/** What an owner does on a form: removes some values, changes the use of some, adds others, types over a text. */
const edits = fc.record({
  removed: fc.array(fc.nat({ max: 9 }), { maxLength: 3 }),
  used: fc.array(fc.record({ at: fc.nat({ max: 9 }), type: types, preferred: fc.boolean() }), {
    maxLength: 3,
  }),
  added: fc.array(
    fc.record({
      name: names,
      value: texts,
      type: types,
      label: fc.constantFrom('Own', 'Other'),
      preferred: fc.boolean(),
      service: fc.constantFrom('', 'Skype'),
    }),
    { maxLength: 3 },
  ),
  typed: fc.record(
    {
      given: fc.constantFrom('Anna', 'Ana'),
      additional: fc.constantFrom('', 'Sofia'),
      org: fc.constantFrom('', 'Example Mill', 'Harbour Works'),
      units: fc.constantFrom<string[]>([], ['Paper']),
      bday: fc.constantFrom('', '--05-17'),
      note: fc.constantFrom('', 'likes maps\n'),
    },
    { requiredKeys: [] },
  ),
});
type Edits = typeof edits extends fc.Arbitrary<infer Value> ? Value : never;

function edited(form: ContactForm, { removed, used, added, typed }: Edits): ContactForm {
  const changed = (form.more ?? []).map((one, at) => {
    const change = used.find((other) => other.at === at);
    return change === undefined ? one : { ...one, type: change.type, preferred: change.preferred };
  });
  const more = [...changed.filter((_, at) => !removed.includes(at)), ...added];
  const list = (name: string) => more.filter((one) => one.name === name).map((one) => one.value);
  return ContactForm.parse({
    ...form,
    ...typed,
    more,
    emails: list('EMAIL'),
    tels: list('TEL'),
    urls: list('URL'),
  });
}

const sorted = (values: readonly FormValue[] = []) => values.map((one) => JSON.stringify(one)).toSorted();
/** As a form is kept: one value for each thing said, units of an organisation only. */
function settled(form: ContactForm): ContactForm {
  const seen = new Set<string>();
  const more = (form.more ?? []).filter(({ name, value: text }) => {
    const key = `${name}\n${propertyKey(name, text) || text.toLowerCase()}`;
    return !seen.has(key) && seen.add(key);
  });
  return { ...form, more, units: form.org === '' ? [] : (form.units ?? []) };
}

describe('any edit of any card', () => {
  it('changes nothing where nothing is changed', () =>
    fc.assert(
      fc.property(cards, (rows) =>
        inBook(book, () => {
          const id = card(book, rows);
          const before = rowsOf(book, id);
          expect(
            save(book, id, formFor(book, id)).changes.filter(({ tableName }) => tableName === 'property'),
          ).toEqual([]);
          expect(rowsOf(book, id)).toEqual(before);
        }),
      ),
    ));

  it('is what the form says when it is opened again', () =>
    fc.assert(
      fc.property(cards, edits, (rows, change) =>
        inBook(book, () => {
          const id = card(book, rows);
          const form = settled(edited(formFor(book, id), change));
          save(book, id, form);
          const after = formFor(book, id);
          expect(sorted(after.more)).toEqual(sorted(form.more));
          const { more = [], emails: _emails, tels: _tels, urls: _urls, ...single } = form;
          expect(after).toMatchObject(single);
          for (const [name, addresses] of [
            ['EMAIL', after.emails],
            ['TEL', after.tels],
            ['URL', after.urls],
          ] as const) {
            const wanted = more.filter((one) => one.name === name).map((one) => one.value);
            expect(addresses.toSorted()).toEqual(wanted.toSorted());
          }
        }),
      ),
    ));

  it('leaves every row the form did not touch as it was, byte for byte, and can be undone', () =>
    fc.assert(
      fc.property(cards, edits, (rows, change) =>
        inBook(book, () => {
          const id = card(book, rows);
          const before = { state: stateOf(book), rows: rowsOf(book, id) };
          const recorder = save(book, id, edited(formFor(book, id), change));
          const touched = new Set(
            recorder.changes.flatMap(({ tableName, rowId }) => (tableName === 'property' ? [rowId] : [])),
          );
          const after = new Map(rowsOf(book, id).map((row) => [row.id, row]));
          for (const row of before.rows) {
            if (!touched.has(row.id)) expect(after.get(row.id)).toEqual(row);
            else expect(['UID', 'X-UNHEARD', 'KEY', 'GEO', 'KIND', 'PHOTO']).not.toContain(row.name);
          }
          expect(new Recorder(book).undo(recorder.changes)).toBeUndefined();
          expect(stateOf(book)).toEqual(before.state);
        }),
      ),
    ));

  it('touches nothing that was there where something is only added', () =>
    fc.assert(
      fc.property(cards, edits, (rows, { added }) =>
        inBook(book, () => {
          const id = card(book, rows);
          const before = rowsOf(book, id);
          save(book, id, edited(formFor(book, id), { removed: [], used: [], added, typed: {} }));
          expect(rowsOf(book, id).slice(0, before.length)).toEqual(before);
        }),
      ),
    ));

  it('never deletes or rewrites what an import said', () =>
    fc.assert(
      fc.property(cards, edits, (rows, change) =>
        inBook(book, () => {
          const id = card(book, rows);
          const imported = () =>
            rowsOf(book, id)
              .filter(({ batch_id: batchId }) => batchId !== null)
              .map(({ hidden: _hidden, ...row }) => row);
          const before = imported();
          save(book, id, edited(formFor(book, id), change));
          expect(imported()).toEqual(before);
        }),
      ),
    ));
});
