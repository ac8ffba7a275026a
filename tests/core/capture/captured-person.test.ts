// What a line adds to the book: a new person, or what somebody known did not have.
import { describe, expect, it } from 'vitest';
import { captureLine } from '#core/capture/capture-line.ts';
import { newPerson, noteOf } from '#core/capture/captured-person.ts';
import { withAdditions } from '#core/contacts/additions.ts';
import { ContactForm } from '#core/contacts/model.ts';
import { contextIn } from './context.ts';

const said = (line: string) => captureLine(line, contextIn('en-GB')).chips;

describe('a new person', () => {
  it('has a name in its parts, addresses and tags', () => {
    expect(
      newPerson(
        said(
          'Dr. Ana de la Vega, PhD, CTO @Acme, ana@acme.test ANA@acme.test +49 30 1234567 linkedin.com/in/ana #press #Press',
        ),
      ),
    ).toMatchObject({
      prefix: 'Dr.',
      given: 'Ana',
      family: 'de la Vega',
      suffix: 'PhD',
      title: 'CTO',
      org: 'Acme',
      emails: ['ana@acme.test'],
      tels: ['+49 30 1234567'],
      urls: ['https://linkedin.com/in/ana'],
      more: [{ name: 'CATEGORIES', value: 'press' }],
    });
  });

  it('never has a part the book would refuse', () => {
    expect(() => newPerson([{ kind: 'name', value: '😀 '.repeat(99) }])).not.toThrow();
    expect(() => newPerson([])).not.toThrow();
  });
});

describe('somebody known', () => {
  const form = ContactForm.parse({
    given: 'Ana',
    org: 'Old Ltd',
    emails: ['Ana@Acme.test'],
    more: [{ name: 'CATEGORIES', value: 'Press' }],
    note: 'kept',
  });

  it('gains what they did not have, and loses nothing', () => {
    expect(
      withAdditions(form, newPerson(said('Ana, CTO @Acme, ana@acme.test, ana@home.test #press #ink'))),
    ).toMatchObject({
      org: 'Old Ltd',
      title: 'CTO',
      emails: ['Ana@Acme.test', 'ana@home.test'],
      more: [{ value: 'Press' }, { value: 'ink' }],
      note: 'kept',
    });
  });

  it('is left alone where the line says nothing new', () => {
    expect(withAdditions(form, newPerson(said('Ana @New, ana@acme.test #press – a note')))).toBeUndefined();
  });
});

it('keeps every note', () => {
  expect(noteOf(said('Ana; likes bees; wants ink'))).toBe('likes bees\n\nwants ink');
});
