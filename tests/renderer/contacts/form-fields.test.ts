import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContactForm } from '#core/contacts/model.ts';
import type { FormValue } from '#core/contacts/model.ts';
import { emptyValue, fieldsFrom, formFrom, valueFrom } from '#renderer/features/contacts/form-fields.ts';
import type { ValueFields } from '#renderer/features/contacts/form-fields.ts';
import { AS_IT_WAS, OWN } from '#renderer/features/contacts/form-kinds.ts';
import { ownName } from '#renderer/features/contacts/form-texts.ts';
import '#renderer/strings/i18n.ts';

const value = (name: string, text: string, more: Partial<FormValue> = {}): FormValue => ({
  name,
  value: text,
  type: '',
  label: '',
  preferred: false,
  service: '',
  ...more,
});
const form = (more: FormValue[]): ContactForm =>
  ContactForm.parse({
    given: 'Ana',
    more,
    emails: more.filter(({ name }) => name === 'EMAIL').map((one) => one.value),
    tels: more.filter(({ name }) => name === 'TEL').map((one) => one.value),
    urls: more.filter(({ name }) => name === 'URL').map((one) => one.value),
  });
const lineOf = (one: FormValue): ValueFields => fieldsFrom(form([one])).values[0]!; // it has just been put there
const typed = (name: string, change: Partial<ValueFields>): FormValue =>
  valueFrom({ ...emptyValue(name), ...change });

describe('the fields of a form', () => {
  it('are the form again where nobody has typed', () =>
    fc.assert(
      fc.property(
        fc.array(
          fc.record({
            name: fc.constantFrom(
              'EMAIL',
              'TEL',
              'URL',
              'ADR',
              'IMPP',
              'GENDER',
              'LANG',
              'RELATED',
              'X-HOBBY',
            ),
            value: fc.constantFrom(
              'a\\,b;c',
              ';;Quay 4\\nBox 2;Porto;;4050;;;;more',
              'pt-BR',
              'M;he',
              'tel:+1',
              'x y',
            ),
            type: fc.constantFrom('', 'home', 'work,fax', 'parent'),
            label: fc.constantFrom('Own', 'Mother'),
            preferred: fc.boolean(),
            service: fc.constantFrom('', 'Jabber', 'own thing'),
          }),
          { maxLength: 6 },
        ),
        (more) => {
          const seen = new Set<string>();
          // Of two values that are one the book has one.
          const once = more.filter(
            ({ name, value: text }) => !seen.has(name + text) && seen.add(name + text),
          );
          const initial = form(once);
          const again = formFrom(fieldsFrom(initial), initial);
          expect(again.more).toHaveLength(once.length);
          expect(again.more).toEqual(expect.arrayContaining(once));
          expect(again.emails).toEqual(initial.emails);
        },
      ),
    ));

  it('give an address part by part, the street with its lines', () => {
    const { address } = lineOf(value('ADR', ';;Quay 4\\, left\\nDoor B;Porto;;4050;Portugal'));
    expect(address).toMatchObject({ street: 'Quay 4, left\nDoor B', locality: 'Porto', code: '4050' });
    expect(typed('ADR', { address: { ...address, box: '12' } }).value).toBe(
      '12;;Quay 4\\, left\\nDoor B;Porto;;4050;Portugal',
    );
    expect(typed('ADR', {}).value).toBe('');
  });

  it.each([
    ['GENDER', 'Female', 'F'],
    ['GENDER', 'agender; quite', ';agender\\; quite'],
    ['LANG', 'portuguese', 'pt'],
    ['LANG', 'pt-br', 'pt-BR'],
    ['LANG', 'Klingon of sorts', 'Klingon of sorts'],
    ['URL', 'example.org/ana', 'https://example.org/ana'],
    ['URL', 'http://example.org', 'http://example.org'],
    ['X-HOBBY', 'rowing, paper', 'rowing\\, paper'],
    ['TZ', ' Europe/Lisbon ', 'Europe/Lisbon'],
  ])('write %s typed as %j as %j', (name, text, written) => {
    expect(typed(name, { text, label: 'Hobby' }).value).toBe(written);
  });

  it.each([
    ['IMPP', 'xmpp:ana@example.org', 'Jabber', 'ana@example.org'],
    ['GENDER', 'M', '', 'Male'],
    ['LANG', 'pt', '', 'Portuguese'],
    ['X-HOBBY', 'rowing\\, paper', '', 'rowing, paper'],
  ])('show %s %j in words', (name, text, service, shown) => {
    expect(lineOf(value(name, text, { service, label: 'Hobby' })).text).toBe(shown);
  });

  it('give an account the scheme of its service, and another one when the service changes', () => {
    expect(typed('IMPP', { text: 'ana@example.org', service: 'xmpp' })).toMatchObject({
      value: 'xmpp:ana@example.org',
      service: 'XMPP',
    });
    const line = lineOf(value('IMPP', 'skype:ana', { service: 'Skype' }));
    expect(valueFrom({ ...line, service: 'Signal' })).toMatchObject({ value: 'ana', service: 'Signal' });
    expect(valueFrom({ ...line, preferred: true }).value).toBe('skype:ana');
  });

  it('know what a value is for: a usual use, a word of one’s own, or what a source put together', () => {
    expect(lineOf(value('TEL', '1', { type: 'work,fax' })).use).toBe('work,fax');
    expect(lineOf(value('TEL', '1', { label: 'Boat' }))).toMatchObject({ use: OWN, label: 'Boat' });
    const odd = lineOf(value('TEL', '1', { type: 'home,video', label: 'Boat' }));
    expect(odd.use).toBe(AS_IT_WAS);
    expect(valueFrom({ ...odd, use: 'cell' })).toMatchObject({ type: 'cell', label: '' });
    expect(valueFrom(odd)).toMatchObject({ type: 'home,video', label: 'Boat' });
  });

  it('give a relation in words the type vCard has for it', () => {
    const mother = typed('RELATED', { text: 'Bo Falk', use: OWN, label: 'Mother' });
    expect(mother).toMatchObject({ type: 'parent', label: 'Mother' });
    expect(typed('RELATED', { text: 'Bo Falk', use: OWN, label: 'Friend' })).toMatchObject({
      type: 'friend',
      label: '',
    });
  });

  it('leave out lines with nothing in them, and keep tags as they were', () => {
    const initial = form([value('CATEGORIES', 'Rowing', { type: 'work' })]);
    const fields = fieldsFrom(initial);
    expect(fields.values.map(({ name }) => name)).toEqual(['EMAIL', 'TEL']);
    const again = formFrom({ ...fields, tags: ['Rowing', 'Paper'] }, initial);
    expect(again.more).toEqual([
      value('CATEGORIES', 'Rowing', { type: 'work' }),
      value('CATEGORIES', 'Paper'),
    ]);
  });

  it.each([
    ['Favourite café', 'X-FAVOURITE-CAFE'],
    ['趣味', 'X-FIELD'],
    ['x-hobby', 'X-HOBBY'],
    ['--1--', 'X-FIELD'],
  ])('call the property of a field named %j %s', (label, name) => {
    expect(ownName(label)).toBe(name);
    expect(ContactForm.safeParse({ given: 'Ana', more: [value(name, 'x', { label })] }).success).toBe(true);
  });
});
