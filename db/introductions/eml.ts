// A letter as a message file that a mail program opens ready to be sent by its owner (RFC 5322, `X-Unsent`).
import { looksLikeEmail } from '#core/contacts/identity.ts';
import type { Recipient } from '#core/introductions/model.ts';

/** Answers the file's name and its text. Recipients without a usable address are left for the mail program to ask for. */
export async function emlFile(letter: { to: readonly Recipient[]; subject: string; body: string }) {
  const to = letter.to
    .filter(({ email }) => looksLikeEmail(email))
    .map(({ fn, email }) => ({ name: fn.replaceAll(/[\r\n]/g, ' '), address: email }));
  // Only when a letter is saved: it brings Node's whole HTTP client with it, for attachments nobody may fetch.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composer = new MailComposer({
    to,
    subject: letter.subject.replaceAll(/[\r\n]+/g, ' '),
    text: letter.body,
    // Outlook and Apple Mail open the file as a draft, not as something received.
    headers: { 'X-Unsent': '1' },
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const message = await composer.compile().build();
  return { fileName: `${safeName(letter.subject)}.eml`, text: message.toString('utf8') };
}

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
