// Everything the book says about people, read for an export; nothing is written.
import type { ContactId } from '#core/contacts/model.ts';
import type { ExportedPerson, ExportedProperty } from '#core/exports/model.ts';
import { PREFERENCE_PROPERTIES } from '#core/manners/model.ts';
import type { ReadBook } from '#db/book.ts';
import { parametersIn } from '#db/contacts/parameters.ts';
import { currentRows, withoutTwins } from '#db/contacts/properties.ts';
import type { PropertyRow } from '#db/contacts/properties.ts';
import { confidentialPeople } from '#db/manners/preferences.ts';

export interface PersonInBook extends ExportedPerson {
  readonly id: ContactId;
}

/** What only the owner should read: notes, and how they treat somebody. Whatever else another program said in `CLASS` goes along. */
const PRIVATE: ReadonlySet<string> = new Set([
  'NOTE',
  ...PREFERENCE_PROPERTIES.filter((name) => name !== 'CLASS'),
]);
const isPrivate = ({ name, key }: Pick<PropertyRow, 'name' | 'key'>): boolean =>
  PRIVATE.has(name) || (name === 'CLASS' && key !== '');

// SECURITY: confidential people are in no file that does not name them, unless the owner asks for them in so many words.
export function withoutConfidential(book: ReadBook, ids: readonly ContactId[]): ContactId[] {
  const confidential = confidentialPeople(book);
  return confidential.size === 0 ? [...ids] : ids.filter((id) => !confidential.has(id));
}

/** One person as they are said to be today: every value once, the owner's word above imports. */
export function exportedPerson(book: ReadBook, id: ContactId, withPrivate: boolean): PersonInBook {
  const rows = withoutTwins(currentRows(book, id)).filter(
    (row) => row.value !== '' && (withPrivate || !isPrivate(row)),
  );
  const fn = rows.find(({ name }) => name === 'FN')?.value ?? listName(book, id);
  return { id, fn, properties: rows.filter(({ name }) => name !== 'FN').map(toExported) };
}

function listName(book: ReadBook, id: ContactId): string {
  const fn = book.statement('select fn from contact where id = ?').pluck().get(id);
  return typeof fn === 'string' ? fn : '';
}

const toExported = ({ name, value, type, parameters }: PropertyRow): ExportedProperty => ({
  name,
  value,
  type,
  ...(parameters === '' ? {} : { parameters: parametersIn(parameters) }),
});
