// Letters that were received, as far as an answer in their thread has to name them.
import { emailKey, looksLikeEmail } from '#core/contacts/identity.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { isMessageId } from '#core/formats/mail/message-ids.ts';
import type { Thread } from '#core/formats/mail/message-ids.ts';
import type { Recipient } from '#core/introductions/model.ts';
import { ReceivedLetterId } from '#core/introductions/reply.ts';
import type { ReadBook } from '#db/book.ts';
import { formOf } from '#db/contacts/properties.ts';
import { conflict, notFound } from '#db/problems.ts';

interface LetterRow {
  readonly id: number;
  readonly contactId: ContactId;
  readonly on: string;
  readonly messageId: string;
  readonly references: string;
  readonly subject: string;
}

const COLUMNS = `id, contact_id as "contactId", "on", message_id as "messageId", "references", subject`;

/** Somebody's newest letter that can be answered. */
export function newestLetterOf(
  book: ReadBook,
  contactId: ContactId,
): { readonly id: ReceivedLetterId; readonly on: string; readonly subject: string } | undefined {
  const row = book
    .statement(
      `select ${COLUMNS} from received_letter where contact_id = ? and superseded_by is null order by "on" desc, id desc limit 1`,
    )
    .get(contactId) as LetterRow | undefined; // the columns named
  // A name that was forgotten may have been cut out of it.
  if (row === undefined || !isMessageId(row.messageId)) return undefined;
  const { id, on, subject } = row;
  return { id: ReceivedLetterId.parse(id), on, subject };
}

/** What an answer names of a letter. Throws NOT_FOUND, and CONFLICT `not_their_letter` where others would read it. */
export function threadToAnswer(
  book: ReadBook,
  id: ReceivedLetterId,
  recipients: readonly Recipient[],
): Thread {
  const row = book.statement(`select ${COLUMNS} from received_letter where id = ?`).get(id) as
    | LetterRow
    | undefined; // the columns named
  if (row === undefined || !isMessageId(row.messageId)) throw notFound('letter');
  const { contactId, messageId, references } = row;
  const theirs = new Set(formOf(book, contactId).emails.map(emailKey));
  const addressed = recipients.filter(({ email }) => looksLikeEmail(email));
  // SECURITY: what identifies a letter goes to whoever wrote it and to nobody else: it tells that, and when, they wrote.
  const isTheirs = addressed.length > 0 && addressed.every(({ email }) => theirs.has(emailKey(email)));
  if (!isTheirs) throw conflict('not_their_letter');
  return { messageId, references: references.split(' ').filter(isMessageId) };
}
