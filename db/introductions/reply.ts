// Whether a letter can be the answer to one that its reader has written.
import type { Draft, DraftRequest } from '#core/introductions/model.ts';
import { isUsualAnswer, replySubject } from '#core/introductions/reply.ts';
import type { ReplyOffer } from '#core/introductions/reply.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { formOf } from '#db/contacts/properties.ts';
import { newestLetterOf } from '#db/correspondence/queries.ts';
import { threadOf } from './privacy.ts';

/** The draft with the letter it can answer: of one reader alone, by e-mail. Throws as `letter` does. */
export function withReply(book: ReadBook, request: DraftRequest, draft: Draft, now: DateTime): Draft {
  const reply = replyOffered(book, request, draft, now);
  return reply === undefined ? draft : { ...draft, reply };
}

function replyOffered(
  book: ReadBook,
  request: DraftRequest,
  { kind, channel }: Draft,
  now: DateTime,
): ReplyOffer | undefined {
  if (channel !== 'email') return undefined;
  const [reader, other] = threadOf(book, request, now).readers;
  if (reader === undefined || other !== undefined) return undefined;
  const letter = newestLetterOf(book, reader);
  if (letter === undefined) return undefined;
  const { emails } = formOf(book, reader);
  if (emails.length === 0) return undefined;
  const { id, on, subject } = letter;
  const isUsual = request.about === 'invitation' && isUsualAnswer(kind, on, now.slice(0, 10));
  return { id, on, subject: replySubject(subject), emails: [...emails], isUsual };
}
