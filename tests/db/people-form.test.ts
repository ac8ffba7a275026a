// The form over cards that imports have brought: what it shows, and what it makes of them.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ContactForm } from '#core/contacts/model.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { OpenBook } from '#db/book.ts';
import { currentProperties } from '#db/contacts/properties.ts';
import { createContact } from '#db/contacts/queries.ts';
import { Recorder } from '#db/history/journal.ts';
import { card, formFor, inBook, NOW, openCards, rowsOf, save, value } from './people-card.ts';

let book: OpenBook;
beforeAll(() => {
  book = openCards();
});
afterAll(() => book.close());

const valuesNamed = (id: ContactId, name: string) =>
  (formFor(book, id).more ?? []).filter((one) => one.name === name);
const said = (id: ContactId, name: string) => currentProperties(book, id).filter((one) => one.name === name);

describe('the form of a person', () => {
  it('shows every part of a name and all that imports have said', () =>
    inBook(book, () => {
      const id = card(book, [
        { name: 'TEL', value: '+351 555 0100', type: 'cell', parameters: { PREF: ['1'] }, batchId: 1 },
        {
          name: 'IMPP',
          value: 'xmpp:ana@example.org',
          parameters: { 'SERVICE-TYPE': ['Jabber'] },
          batchId: 1,
        },
        {
          name: 'ORG',
          value: 'Example Mill',
          parameters: { 'X-UNIT': ['Paper', 'Night shift'] },
          batchId: 1,
        },
        { name: 'X-HOBBY', value: 'rowing\\, paper', parameters: { 'X-ABLABEL': ['Hobby'] }, batchId: 1 },
        { name: 'BDAY', value: '--05-17', batchId: 1 },
        { name: 'UID', value: 'urn:uuid:1', batchId: 1 },
        { name: 'X-UNHEARD', value: 'of', batchId: 1 },
      ]);
      expect(formFor(book, id)).toMatchObject({
        prefix: 'Dr.',
        given: 'Ana',
        additional: 'María',
        family: 'Ruiz',
        org: 'Example Mill',
        units: ['Paper', 'Night shift'],
        bday: '--05-17',
        tels: ['+351 555 0100'],
        more: [
          value('TEL', '+351 555 0100', { type: 'cell', preferred: true }),
          value('IMPP', 'xmpp:ana@example.org', { service: 'Jabber' }),
          value('X-HOBBY', 'rowing\\, paper', { label: 'Hobby' }),
        ],
      });
    }));

  it('takes another use of an imported value as the owner’s word, and keeps what else is known of it', () =>
    inBook(book, () => {
      const id = card(book, [
        {
          name: 'EMAIL',
          value: 'ana@example.org',
          type: 'work',
          parameters: { LANGUAGE: ['pt'] },
          batchId: 1,
        },
      ]);
      const form = formFor(book, id);
      save(book, id, {
        ...form,
        more: [value('EMAIL', 'ana@example.org', { label: 'Rowing club', preferred: true })],
      });
      expect(said(id, 'EMAIL')).toMatchObject([
        {
          value: 'ana@example.org',
          type: '',
          parameters: { LANGUAGE: ['pt'], 'X-ABLABEL': ['Rowing club'], PREF: ['1'] },
          provenance: { source: 'owner' },
        },
      ]);
      // Importing the file again would find its own word there, out of sight.
      expect(rowsOf(book, id)).toContainEqual(
        expect.objectContaining({ type: 'work', hidden: 1, batch_id: 1 }),
      );
    }));

  it('leaves the use of an address alone where a form asks for addresses only', () =>
    inBook(book, () => {
      const id = card(book, [{ name: 'EMAIL', value: 'ana@example.org', type: 'work', batchId: 1 }]);
      const before = rowsOf(book, id);
      const {
        more: _more,
        units: _units,
        bday: _bday,
        prefix: _p,
        additional: _a,
        ...short
      } = formFor(book, id);
      save(book, id, short);
      expect(rowsOf(book, id)).toEqual(before);
      save(book, id, { ...short, emails: ['ana@example.org', 'ana@example.com'] });
      expect(valuesNamed(id, 'EMAIL')).toEqual([
        value('EMAIL', 'ana@example.org', { type: 'work' }),
        value('EMAIL', 'ana@example.com'),
      ]);
    }));

  it('has one birthday: clearing it does not bring an older one back', () =>
    inBook(book, () => {
      const id = card(book, [
        { name: 'BDAY', value: '1985-04', batchId: 1 },
        { name: 'BDAY', value: '1985-04-12', batchId: 2 },
      ]);
      expect(formFor(book, id).bday).toBe('1985-04-12');
      save(book, id, { ...formFor(book, id), bday: '' });
      expect(formFor(book, id).bday).toBe('');
      save(book, id, { ...formFor(book, id), bday: '--04-12' });
      expect(said(id, 'BDAY')).toMatchObject([{ value: '--04-12', provenance: { source: 'owner' } }]);
    }));

  it('gives another organisation no units of the one before', () =>
    inBook(book, () => {
      const id = card(book, [
        { name: 'ORG', value: 'Example Mill', parameters: { 'X-UNIT': ['Paper'] }, batchId: 1 },
      ]);
      const { units: _units, ...short } = formFor(book, id);
      save(book, id, { ...short, org: 'Harbour Works' });
      expect(formFor(book, id)).toMatchObject({ org: 'Harbour Works', units: [] });
      save(book, id, { ...formFor(book, id), units: ['Cranes'] });
      expect(said(id, 'ORG')).toMatchObject([
        { value: 'Harbour Works', parameters: { 'X-UNIT': ['Cranes'] } },
      ]);
    }));

  it('puts a picture in the place of all others, and takes it away', () =>
    inBook(book, () => {
      const [old, fresh] = ['data:image/png;base64,AAAA', 'data:image/jpeg;base64,BBBB'];
      const id = card(book, [
        { name: 'PHOTO', value: old, batchId: 1 },
        { name: 'PHOTO', value: 'https://example.org/ana.png', batchId: 2 },
      ]);
      save(book, id, formFor(book, id));
      expect(said(id, 'PHOTO')).toHaveLength(2);
      save(book, id, { ...formFor(book, id), photo: fresh });
      expect(said(id, 'PHOTO')).toMatchObject([{ value: fresh, provenance: { source: 'owner' } }]);
      save(book, id, { ...formFor(book, id), photo: '' });
      expect(said(id, 'PHOTO')).toEqual([]);
    }));

  it.each(['data:image/svg+xml;base64,AAAA', 'https://example.org/ana.png', 'data:image/png;base64,<svg>'])(
    'refuses %s as a picture',
    (photo) => expect(ContactForm.safeParse({ given: 'Ana', photo }).success).toBe(false),
  );

  it.each(['UID', 'N', 'NOTE', 'X-UNHEARD', 'PHOTO'])('refuses %s among its values', (name) =>
    expect(ContactForm.safeParse({ given: 'Ana', more: [value(name, 'x')] }).success).toBe(false),
  );

  it('opens a card with more and longer values than anybody types, and leaves what it has no room for', () =>
    inBook(book, () => {
      const tags = Array.from({ length: 700 }, (_, at) => ({
        name: 'CATEGORIES',
        value: `Tag ${at}`,
        batchId: 1,
      }));
      const id = card(book, [
        ...tags,
        { name: 'NICKNAME', value: 'Anita, '.repeat(900), batchId: 1 },
        { name: 'NOTE', value: 'long '.repeat(9000), batchId: 1 },
      ]);
      const form = formFor(book, id);
      expect(valuesNamed(id, 'CATEGORIES')).toHaveLength(500);
      const before = rowsOf(book, id);
      save(book, id, form);
      expect(rowsOf(book, id)).toEqual(before);
    }));

  it('adds somebody with all of it at once', () =>
    inBook(book, () => {
      const more = [
        value('ADR', ';;Quay 4;Porto;;4050;Portugal', { type: 'home' }),
        value('RELATED', 'Bo Falk', { type: 'spouse' }),
        value('X-HOBBY', 'rowing', { label: 'Hobby' }),
      ];
      const form = ContactForm.parse({ given: 'Ana', prefix: 'Dr.', emails: ['ana@example.org'], more });
      const id = createContact(new Recorder(book), form, NOW);
      expect(formFor(book, id)).toMatchObject({ prefix: 'Dr.', emails: ['ana@example.org'] });
      expect((formFor(book, id).more ?? []).slice(1)).toEqual(more);
    }));
});
