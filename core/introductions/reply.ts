// An answer in the thread of a letter that was received: when it is one, and what its subject says.
import { z } from 'zod';
import { idOf } from '#core/shared/brand.ts';
import { PartialDate } from '#core/shared/dates.ts';

export const ReceivedLetterId = idOf('ReceivedLetter');
export type ReceivedLetterId = z.infer<typeof ReceivedLetterId>;

/** A letter of the reader's that this one can answer. What identifies it stays in the book until a file is written. */
export const ReplyOffer = z.strictObject({
  id: ReceivedLetterId,
  /** The day on it. */
  on: PartialDate,
  /** What an answer's subject would be; empty where the letter's is not kept. */
  subject: z.string(),
  /** Their addresses: the answer goes to one of these and to nobody else. */
  emails: z.array(z.string()),
  /** It is an answer unless the owner says otherwise. */
  isUsual: z.boolean(),
});
export type ReplyOffer = z.infer<typeof ReplyOffer>;

/** What has lain for longer is hardly what an invitation is answered to. */
const FRESH_DAYS = 30;
const DAY = 86_400_000;

/** Letters that answer an invitation, whoever brought it. */
const ANSWERS: ReadonlySet<string> = new Set(['ask_inviter', 'decline_polite', 'acceptance']);

/**
 * Whether a letter of a kind, written `today`, is by its nature the answer to one of the day `on`: replies to an
 * invitation are, where its writer has written within the last thirty days. All others begin something of their own.
 */
export function isUsualAnswer(kind: string, on: PartialDate, today: string): boolean {
  const days = (Date.parse(today) - Date.parse(on)) / DAY;
  return ANSWERS.has(kind) && days >= -1 && days <= FRESH_DAYS;
}

/** "Re:" in the languages of mail programs, also counted (`Re[2]:`, `Re(3):`); never the marks of a forwarded letter. */
const ANSWERED =
  /^(?:(?:re|aw|antw(?:ort)?|sv|vs|r|rif|res|resp?|rép|odp|ynt|ang|vá|σχετ|απ|ответ|отв|回复|回覆|答复|返信|답장|השב|תגובה)\s{0,2}(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3})?\s{0,2}[:：]\s{0,5})+/iu;

/** The subject of an answer: `Re: ` once, however often and in whatever language it is there already. */
export function replySubject(subject: string): string {
  const bare = subject.trim();
  return bare === '' ? '' : `Re: ${bare.replace(ANSWERED, '').trim()}`.trim();
}
