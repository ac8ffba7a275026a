// A letter being edited: what still needs a look before it is copied, and how it gets to a mail program.
import type { Recipient } from '#core/introductions/model.ts';
import { mailtoLink } from '#core/shared/links.ts';

export interface Letter {
  readonly to: readonly Recipient[];
  readonly subject: string;
  readonly body: string;
}

/** How many UTF-16 code units are left of a channel's limit: LinkedIn counts an emoji as two, as JavaScript does. */
export const roomLeft = (body: string, limit: number): number => limit - body.length;

/**
 * Places of the letter that are still to be filled in: words in square brackets, as templates write them.
 * A footnote (`[1]`) and a link in brackets are none.
 */
export function unfilled(text: string): string[] {
  const found = [...text.matchAll(/\[(\p{L}[^[\]\n]{0,60})\]/gu)].map(([place]) => place);
  return [...new Set(found)];
}

type MailWay =
  | { readonly kind: 'link'; readonly href: string }
  | { readonly kind: 'no_address' | 'bad_address' | 'too_long' };

/** Whether a mail program can be handed the letter as a link, and if not, why. */
export function mailWay({ to, subject, body }: Letter): MailWay {
  const addresses = to.map(({ email }) => email.trim()).filter((email) => email !== '');
  if (addresses.length === 0) return { kind: 'no_address' };
  if (mailtoLink({ to: addresses }) === undefined) return { kind: 'bad_address' };
  const href = mailtoLink({ to: addresses, subject, body });
  return href === undefined ? { kind: 'too_long' } : { kind: 'link', href };
}

/** What a mail file takes: only those who have an address. */
export const mailFile = ({ to, subject, body }: Letter) => ({
  to: to.filter(({ email }) => email.trim() !== '').map(({ fn, email }) => ({ fn, email: email.trim() })),
  subject,
  body,
});
