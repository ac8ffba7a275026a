// LinkedIn's invitation e-mail: who invites, with which headline and note. The only letters whose body is ever read.
import { linkedInKey, linkedInUrl } from '#core/contacts/identity.ts';
import { mailboxesIn } from '#core/formats/mail/addresses.ts';
import { momentOfMail, readMailDate } from '#core/formats/mail/date.ts';
import { decodeEncodedWords } from '#core/formats/mail/encoded-words.ts';
import { fieldText, type HeaderField } from '#core/formats/mail/header-fields.ts';
import { bodyText, type BodyText } from '#core/formats/mail/mime.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { fold } from '#core/shared/fold.ts';
import type { InvitationDraft, Issue } from '../model.ts';
import { clipText } from './mail-clip.ts';
import { invitationWords, type InvitationWords } from './mail-invitation-text.ts';
import {
  FORWARDED,
  FORWARDED_DATE,
  forwardedSender,
  INVITATION_SUBJECTS,
  NO_INVITATION,
} from './mail-invitation-words.ts';
import { personName } from './mail-names.ts';
import { suspectedCharset } from './mailbox-letter.ts';
import { issue } from './table.ts';

const LINKEDIN_MAILBOX = /@(?:[\w-]{1,60}\.){0,4}linkedin\.com$/i;
const LINKEDIN_ITSELF = /^(?:linkedin|linked in)(?:$|[ -])|^(?:invitations?|notifications?)$/i;

interface Envelope {
  readonly name: string;
  readonly isFromLinkedIn: boolean;
  readonly subject: string;
  readonly sentAt: DateTime | undefined;
}

function envelopeOf(fields: readonly HeaderField[]): Envelope {
  const suspected = suspectedCharset(fields);
  const [from] = mailboxesIn(fieldText(fields, 'from', suspected));
  const subject = decodeEncodedWords(fieldText(fields, 'subject', suspected)).slice(0, 500);
  const date = readMailDate(fieldText(fields, 'date'));
  return {
    name: from?.name ?? '',
    isFromLinkedIn: LINKEDIN_MAILBOX.test(from?.address ?? ''),
    subject,
    sentAt: date && momentOfMail(date),
  };
}

/** The subject without its prefixes, folded; and where a pattern finds one, the inviter's name in its own spelling. */
function subjectOf(subject: string): { readonly isInvitation: boolean; readonly name: string } {
  const bare = subject.replace(FORWARDED, '').replace(/\s+/g, ' ').trim();
  const folded = fold(bare);
  if (folded === '' || NO_INVITATION.test(folded)) return { isInvitation: false, name: '' };
  for (const pattern of INVITATION_SUBJECTS) {
    const match = pattern.exec(folded);
    if (!match) continue;
    const found = match.groups?.name ?? match.groups?.from ?? '';
    // Folding may change the length of a text; then the name is found in the letter itself.
    const at = folded.length === bare.length && found !== '' ? folded.indexOf(found) : -1;
    return { isInvitation: true, name: at < 0 ? '' : bare.slice(at, at + found.length) };
  }
  return { isInvitation: false, name: '' };
}

const isForwarded = (subject: string) => FORWARDED.test(subject);

/**
 * True for letters whose body is to be kept: an invitation from a mailbox of LinkedIn, or one that somebody forwarded.
 * Decided by From and Subject alone.
 */
export function mayBeInvitation(fields: readonly HeaderField[]): boolean {
  const isFromLinkedIn = /linkedin\.com/i.test(fieldText(fields, 'from'));
  if (!isFromLinkedIn && !mayBeForwarded(fieldText(fields, 'subject'))) return false;
  const envelope = envelopeOf(fields);
  if (!envelope.isFromLinkedIn && !isForwarded(envelope.subject)) return false;
  return subjectOf(envelope.subject).isInvitation;
}

/** Encoded words are not decoded for the many letters that have one in their subject, unless a prefix may hide there. */
const mayBeForwarded = (subject: string) =>
  isForwarded(subject.startsWith('=?') ? decodeEncodedWords(subject.slice(0, 300)) : subject.slice(0, 40));

/** What the text of a forwarded letter says about the one it holds. */
function forwardedEnvelope(text: string, outer: Envelope): Envelope | undefined {
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^[>\s*]+/, '').replaceAll('*', ''));
  const at = lines.findIndex((line) => forwardedSender(line) !== '');
  if (at < 0) return undefined;
  const [from] = mailboxesIn(forwardedSender(lines[at]!));
  const date = lines
    .slice(at, at + 6)
    .map((line) => FORWARDED_DATE.exec(fold(line.slice(0, 200)))?.[1])
    .find((found) => found !== undefined);
  const read = date === undefined ? undefined : readMailDate(date);
  return {
    ...outer,
    isFromLinkedIn: true,
    name: from?.name ?? '',
    sentAt: read ? momentOfMail(read) : outer.sentAt,
  };
}

const URL_IN_TEXT =
  /(?:https?:\/\/)?(?:[a-z]{2,3}\.|www\.)?linkedin\.com\/(?:comm\/)?(?:in|pub)\/[^\s<>"'?#)\]]{1,300}/giu;

function profileIn(texts: readonly string[]): string {
  for (const text of texts) {
    for (const [url] of text.slice(0, 200_000).matchAll(URL_IN_TEXT)) {
      const key = linkedInKey(url);
      if (key !== undefined) return linkedInUrl(key);
    }
  }
  return '';
}

const nameIn = (display: string) => {
  const { fn } = personName(display, '');
  return LINKEDIN_ITSELF.test(fn) ? '' : fn;
};

/** The envelope LinkedIn wrote: the letter's own, that of an enclosed letter, or the one quoted in a forwarded text. */
function linkedInEnvelope(outer: Envelope, { plain, html, letters }: BodyText): Envelope | undefined {
  if (outer.isFromLinkedIn) return outer;
  const enclosed = letters.map(envelopeOf).find((one) => one.isFromLinkedIn);
  return enclosed ?? forwardedEnvelope(plain.trim() === '' ? html : plain, outer);
}

/** Name, headline and note by the plain text; what it does not say, by the HTML. */
function wordsOf({ plain, html }: BodyText, names: readonly string[]): InvitationWords {
  const first = invitationWords(plain, names);
  if (html === '' || (first.fn !== '' && first.headline !== '')) return first;
  const second = invitationWords(html, [first.fn, ...names]);
  return {
    fn: first.fn || second.fn,
    headline: first.headline || second.headline,
    message: plain.trim() === '' ? second.message : first.message,
  };
}

/**
 * The invitation in a letter (RFC 5322, MIME): the name LinkedIn sends it under, the headline below the name, the note
 * without LinkedIn's own sentences, the profile it links to. Undefined when it is no invitation after all; an issue
 * when nobody's name is in it.
 */
export function invitationIn(
  fields: readonly HeaderField[],
  body: Uint8Array,
  line: number,
): InvitationDraft | Issue | undefined {
  const text = bodyText(fields, body);
  const envelope = linkedInEnvelope(envelopeOf(fields), text);
  const subject = subjectOf(envelope?.subject ?? '');
  if (!envelope || !subject.isInvitation) return undefined;
  const words = wordsOf(text, [nameIn(envelope.name), nameIn(subject.name)]);
  if (words.fn === '') return issue(line, 'NO_NAME');
  return {
    line,
    direction: 'incoming',
    fn: words.fn,
    url: profileIn([text.plain, text.links.join('\n'), text.html]),
    message: clipText(words.message, 20_000),
    ...(envelope.sentAt !== undefined && { sentAt: envelope.sentAt }),
    ...(words.headline !== '' && { headline: clipText(words.headline, 300) }),
    issues: [],
  };
}
