// What a parser may know of the owner: a calendar's own guest, a mail's own sender.
import { emailKey } from '#core/contacts/identity.ts';
import { fold } from '#core/shared/fold.ts';
import type { ReadingContext } from '#core/imports/source-format.ts';
import type { ReadBook } from '#db/book.ts';
import { currentRows } from '#db/contacts/properties.ts';
import { ownerId, preferencesOf } from '#db/settings/queries.ts';

/** The owner's mailboxes and names, as their card has them, and the country they dial from, where they have said so. */
export function ownerWords(
  book: ReadBook,
): Pick<ReadingContext, 'ownerEmails' | 'ownerNames' | 'defaultRegion'> {
  const owner = ownerId(book);
  const rows = owner === undefined ? [] : currentRows(book, owner);
  return {
    ownerEmails: new Set(
      rows.flatMap(({ name, value }) => (name === 'EMAIL' ? (emailKey(value) ?? []) : [])),
    ),
    ownerNames: new Set(
      rows.flatMap(({ name, value }) => (name === 'FN' && value !== '' ? fold(value) : [])),
    ),
    defaultRegion: preferencesOf(book).region,
  };
}
