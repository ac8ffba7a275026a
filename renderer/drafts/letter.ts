// A letter being edited: what still needs a look before it is copied, and how it gets to a mail program.
import type { Recipient } from '#core/introductions/model.ts';
import type { ReceivedLetterId, ReplyOffer } from '#core/introductions/reply.ts';
import { mailtoLink } from '#core/shared/links.ts';

export interface Letter {
  readonly to: readonly Recipient[];
  readonly cc?: readonly Recipient[] | undefined;
  readonly bcc?: readonly Recipient[] | undefined;
  readonly subject: string;
  readonly body: string;
}

/** How many UTF-16 code units are left of a channel's limit: LinkedIn counts an emoji as two, as JavaScript does. */
export const roomLeft = (body: string, limit: number): number => limit - body.length;

export type MailWay =
  | { readonly kind: 'link'; readonly href: string }
  | { readonly kind: 'no_address' | 'bad_address' | 'too_long' };

/** Those of a head line who have an address, without blanks around it. */
const reachable = (people: readonly Recipient[] = []): Recipient[] =>
  people.filter(({ email }) => email.trim() !== '').map(({ fn, email }) => ({ fn, email: email.trim() }));

const addressesOf = (people: readonly Recipient[] | undefined): string[] =>
  reachable(people).map(({ email }) => email);

/** Whether a mail program can be handed the letter as a link, and if not, why. */
export function mailWay({ to, cc, bcc, subject, body }: Letter): MailWay {
  const heads = { to: addressesOf(to), cc: addressesOf(cc), bcc: addressesOf(bcc) };
  if (heads.to.length === 0) return { kind: 'no_address' };
  if (mailtoLink(heads) === undefined) return { kind: 'bad_address' };
  const href = mailtoLink({ ...heads, subject, body });
  return href === undefined ? { kind: 'too_long' } : { kind: 'link', href };
}

/** What a mail file takes: only those who have an address; and which letter it answers. */
export const mailFile = ({ to, cc, bcc, subject, body }: Letter, replyTo?: ReceivedLetterId) => ({
  ...(replyTo !== undefined && { replyTo }),
  to: reachable(to),
  cc: reachable(cc),
  bcc: reachable(bcc),
  subject,
  body,
});

/**
 * Whether a letter goes to the one whose letter it would answer, and to nobody else: it names what only the two of them
 * know.
 */
export function mayAnswer({ to, cc, bcc }: Letter, { emails }: ReplyOffer): boolean {
  const theirs = new Set(emails.map((email) => email.trim().toLowerCase()));
  const all = [to, cc, bcc].flatMap(addressesOf);
  return all.length > 0 && all.every((email) => theirs.has(email.toLowerCase()));
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * The letter as HTML, for programs that paste with its paragraphs: an empty line parts two, a line break stays one.
 * Nothing of the text is read as markup.
 */
export function letterHtml(body: string): string {
  const safe = body.replaceAll(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
  return safe
    .split(/\r?\n(?:[ \t]*\r?\n)+/)
    .map((paragraph) => `<p dir="auto">${paragraph.replaceAll(/\r?\n/g, '<br>')}</p>`)
    .join('\n');
}
