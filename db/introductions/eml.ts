// A letter as a message file that a mail program opens ready to be sent by its owner (RFC 5322, `X-Unsent`).
import { looksLikeEmail } from '#core/contacts/identity.ts';
import type { Recipient } from '#core/introductions/model.ts';

interface LetterFile {
  readonly to: readonly Recipient[];
  readonly cc: readonly Recipient[];
  readonly bcc: readonly Recipient[];
  readonly subject: string;
  readonly body: string;
}

/** Answers the file's name and its text. Recipients without a usable address are left for the mail program to ask for. */
export async function emlFile({ to, cc, bcc, subject, body }: LetterFile) {
  // Only when a letter is saved: it brings Node's whole HTTP client with it, for attachments nobody may fetch.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composer = new MailComposer({
    to: mailboxes(to),
    cc: mailboxes(cc),
    bcc: mailboxes(bcc),
    subject: oneLine(subject),
    text: body.toWellFormed(),
    // Outlook and Apple Mail open the file as a draft, not as something received.
    headers: { 'X-Unsent': '1' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const message = composer.compile();
  // It is the mail program that takes Bcc out when it sends.
  message.keepBcc = true;
  return { fileName: `${safeName(subject)}.eml`, text: (await message.build()).toString('utf8') };
}

// SECURITY: a line break in a name or a subject would begin another header field.
const oneLine = (text: string): string =>
  text
    .toWellFormed()
    .replaceAll(/\s*\p{Cc}+\s*/gu, ' ')
    .trim();

const mailboxes = (people: readonly Recipient[]) =>
  people
    .filter(({ email }) => looksLikeEmail(email))
    .map(({ fn, email }) => ({ name: oneLine(fn), address: email.trim() }));

/** A file name every system takes: no separators, no reserved characters, not too long. */
function safeName(subject: string): string {
  const name = subject
    .replaceAll(/[\p{Cc}<>:"/\\|?*]+/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/, '');
  return name === '' ? 'letter' : name;
}
