// A letter as a message file that a mail program opens ready to be sent by its owner (RFC 5322, `X-Unsent`).
import { looksLikeEmail } from '#core/contacts/identity.ts';
import { answerTo } from '#core/formats/mail/message-ids.ts';
import type { Thread } from '#core/formats/mail/message-ids.ts';
import type { Recipient } from '#core/introductions/model.ts';

interface LetterFile {
  readonly to: readonly Recipient[];
  readonly cc: readonly Recipient[];
  readonly bcc: readonly Recipient[];
  readonly subject: string;
  readonly body: string;
  /** The letter it answers. */
  readonly answered?: Thread | undefined;
}

/** Answers the file's name and its text. Recipients without a usable address are left for the mail program to ask for. */
export async function emlFile({ to, cc, bcc, subject, body, answered }: LetterFile) {
  // Only when a letter is saved: it brings Node's whole HTTP client with it, for attachments nobody may fetch.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const composer = new MailComposer({
    to: mailboxes(to),
    cc: mailboxes(cc),
    bcc: mailboxes(bcc),
    subject: oneLine(subject),
    // RFC 5322 §2.3: nothing but CRLF ends a line.
    text: body.toWellFormed().replaceAll(/\r\n?|\n/g, '\r\n'),
    // Outlook and Apple Mail open the file as a draft, not as something received.
    headers: { 'X-Unsent': '1' },
    ...threadOf(answered),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const message = composer.compile();
  // It is the mail program that takes Bcc out when it sends.
  message.keepBcc = true;
  return { fileName: `${safeName(subject)}.eml`, text: (await message.build()).toString('utf8') };
}

/** Lines are folded between identifiers, and none is ever cut (RFC 5322 §2.2.3, §3.6.4). */
function threadOf(answered: Thread | undefined) {
  if (answered === undefined) return {};
  const { inReplyTo, references } = answerTo(answered);
  return { inReplyTo, references: references.join(' ') };
}

// SECURITY: a line break in a name or a subject would begin another header field.
const oneLine = (text: string): string =>
  written(
    text
      .toWellFormed()
      .replaceAll(/\s*\p{Cc}+\s*/gu, ' ')
      .trim(),
  );

/** Octets of an encoded word that leave room for its marks in 75 (RFC 2047 §2). */
const WORD_OCTETS = 42;

/** A line is folded at its blanks; what has none for so long would be longer than RFC 5322 §2.1.1 allows. */
const UNBROKEN = /\S{500}/;

/** What only looks like an encoded word is encoded itself: a reader would show something else than what was typed. */
function written(line: string): string {
  if (!line.includes('=?') && !UNBROKEN.test(line)) return line;
  const parts: string[] = [];
  let part = '';
  for (const letter of line) {
    const isFull = Buffer.byteLength(part + letter) > WORD_OCTETS;
    if (isFull) parts.push(part);
    part = isFull ? letter : part + letter;
  }
  return [...parts, part].map((word) => `=?UTF-8?B?${Buffer.from(word).toString('base64')}?=`).join(' ');
}

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
