// Who has answered about the people of a letter, so that neither they nor their words get into it.
import { ContactId } from '#core/contacts/model.ts';
import { splitName } from '#core/contacts/names.ts';
import type { DraftRequest } from '#core/introductions/model.ts';
import type { Answer } from '#core/introductions/privacy/model.ts';
import type { ReadBook } from '#db/book.ts';

interface Row {
  readonly contactId: number | null;
  readonly name: string;
  readonly quote: string;
}

/**
 * Answers given in confidence about anybody of the thread, or on the invitation the letter is about. Left out are those
 * who read the letter themselves, and those who said that they may be quoted.
 */
export function answersAbout(
  book: ReadBook,
  thread: readonly ContactId[],
  { readers, request }: { readonly readers: readonly ContactId[]; readonly request: DraftRequest },
): (Answer & { readonly authorId?: ContactId })[] {
  const rows = book
    .statement(
      `select m.contact_id as contactId, m.name, m.quote from mutual m
       where m.answer is not null and m.quote_shareable = 0 and m.invitation_id in (
         select i.id from invitation i where i.id = @invitation
         union select i.id from invitation i where i.url_key <> '' and i.url_key in (
           select p.key from property p where p.contact_id in (select value from json_each(@thread))
             and p.name = 'URL' and p.key <> '')
         union select i.id from invitation i where i.name_key in (
           select c.name_key from contact c where c.id in (select value from json_each(@thread))))`,
    )
    .all({
      invitation: request.about === 'invitation' ? request.invitationId : 0,
      thread: JSON.stringify(thread),
    }) as Row[]; // the columns named
  return rows
    .filter(({ contactId }) => !readers.some((reader) => reader === contactId))
    .map(({ contactId, name, quote }) => {
      const authorId = contactId === null ? undefined : ContactId.parse(contactId);
      return {
        author: { fn: name, given: splitName(name).given, emails: [], tels: [] },
        quote,
        source: { fn: name, record: 'reference', ...(authorId !== undefined && { contactId: authorId }) },
        ...(authorId !== undefined && { authorId }),
      };
    });
}
