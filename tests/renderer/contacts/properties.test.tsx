// @vitest-environment happy-dom
import { cleanup, render, screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import type { Property } from '#core/contacts/model.ts';
import { PersonProperties } from '#renderer/features/contacts/PersonProperties.tsx';
import type { Person } from '#renderer/features/contacts/person.ts';
import '#renderer/strings/i18n.ts';
import { TooltipProvider } from '#renderer/ui/Tooltip.tsx';
import { aProperty } from '#tests/renderer/duplicates/builders.ts';

let made = 0;
const said = (name: string, value: string, change: Partial<Property> = {}): Property => ({
  ...aProperty((made += 1), name, value),
  ...change,
});

function show(...properties: Property[]): void {
  // Of a person, these two are all that the list of properties looks at.
  const person = { fn: 'Ana Ruiz', properties } as Partial<Person> as Person;
  render(
    <TooltipProvider>
      <PersonProperties person={person} />
    </TooltipProvider>,
  );
}
const terms = () => screen.getAllByRole('term').map(({ textContent }) => textContent);

afterEach(cleanup);

describe('what is known about a person', () => {
  it('stands in reading order, whatever the order it came in', () => {
    show(
      said('NOTE', 'met at the mill'),
      said('BDAY', '--05-17'),
      said('TEL', '+351 555 0100', { type: 'cell' }),
      said('ROLE', 'Printer'),
      said('ORG', 'Example Mill', { parameters: { 'X-UNIT': ['Paper'] } }),
      said('LANG', 'pt'),
      said('RELATED', 'Bo Falk', { type: 'spouse' }),
    );
    expect(terms()).toEqual([
      'Occupation',
      'Company',
      'Telephonemobile',
      'Birthday',
      'Related personspouse',
      'Language',
      'Note',
    ]);
    expect(screen.getByText('Example Mill, Paper')).toBeTruthy();
    expect(screen.getByText('Portuguese')).toBeTruthy();
  });

  it('shows an address on its lines, tags together, and a picture out of the book', () => {
    show(
      said('ADR', ';;Quay 4;Porto;;4050;Portugal', { type: 'home' }),
      said('CATEGORIES', 'Rowing'),
      said('CATEGORIES', 'Paper'),
      said('PHOTO', `data:image/png;base64,${btoa('picture')}`),
    );
    expect(screen.getByText(/Quay 4/).textContent).toBe('Quay 4\n4050 Porto\nPortugal');
    expect(terms()).toContain('Tags');
    expect(screen.getByRole('img', { name: 'Photo of Ana Ruiz' }).getAttribute('src')).toMatch(/^blob:/);
    // Every value says where it comes from, each tag for itself.
    expect(screen.getAllByRole('button', { name: /^Where this comes from/ })).toHaveLength(4);
  });

  it('never loads a picture from the web', () => {
    show(said('PHOTO', 'https://example.org/ana.png'));
    expect(screen.queryByRole('img')).toBeNull();
    expect(screen.getByText('A picture on the web, not loaded')).toBeTruthy();
  });

  it('keeps fields with a label among the others, and what has no name of ours for the end', () => {
    show(
      said('X-HOBBY', 'rowing', { parameters: { 'X-ABLABEL': ['Hobby'] } }),
      said('X-PHONETIC-FIRST-NAME', 'ah-na'),
      said('UID', 'urn:uuid:1'),
      said('KIND', 'individual'),
      said('EMAIL', 'ana@example.org'),
    );
    expect(terms()).toEqual(['E-mail', 'Hobby', 'X-PHONETIC-FIRST-NAME', 'Card’s own number']);
    const more = within(screen.getByText('More from imports').closest('details')!);
    expect(more.getByText('ah-na')).toBeTruthy();
    expect(more.queryByText('rowing')).toBeNull();
  });

  it('is nothing where only a name is known', () => {
    show(said('FN', 'Ana Ruiz'), said('N', 'Ruiz;Ana;;;'));
    expect(screen.queryByRole('heading')).toBeNull();
  });
});
