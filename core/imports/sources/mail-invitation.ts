// LinkedIn's invitation e-mail: who invites, with which headline and note. The only letters whose body is ever read, but for
// single ones that may enclose it.
import { linkedInKey, linkedInUrl } from '#core/contacts/identity.ts';
import { mailboxesIn } from '#core/formats/mail/addresses.ts';
import { type MailDate, momentOfMail, readMailDate } from '#core/formats/mail/date.ts';
import { decodeEncodedWords } from '#core/formats/mail/encoded-words.ts';
import { fieldText, type HeaderField } from '#core/formats/mail/header-fields.ts';
import { bodyText, type BodyText } from '#core/formats/mail/mime.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { fold } from '#core/shared/fold.ts';
import type { InvitationDraft, Issue } from '../model.ts';
import { clipText } from './mail-clip.ts';
import { waitingIn } from './mail-invitation-digest.ts';
import { invitationWords, type InvitationWords } from './mail-invitation-text.ts';
import {
  FORWARDED,
  FORWARDED_DATE,
  forwardedSender,
  INVITATION_SUBJECTS,
  NO_INVITATION,
  REMINDER,
} from './mail-invitation-words.ts';
import { personName } from './mail-names.ts';
import { suspectedCharset } from './mailbox-letter.ts';
import { issue } from './table.ts';

const LINKEDIN_MAILBOX = /@(?:[\w-]{1,60}\.){0,4}linkedin\.com$/i;
const LINKEDIN_ITSELF = /^(?:linkedin|linked in)(?:$|[ -])|^(?:invitations?|notifications?)$/i;

/** LinkedIn writes invitations, and what became of them, from here, under the name of whom they are about. */
const INVITATION_MAILBOX = /^invitations(?:-noreply)?@linkedin\.com$/i;

interface Envelope {
  readonly name: string;
  readonly address: string;
  readonly isFromLinkedIn: boolean;
  /** X-LinkedIn-Template and X-LinkedIn-Class, which are English in every language; '' in forwarded letters. */
  readonly template: string;
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
    address: from?.address ?? '',
    isFromLinkedIn: LINKEDIN_MAILBOX.test(from?.address ?? ''),
    template: `${fieldText(fields, 'x-linkedin-template')} ${fieldText(fields, 'x-linkedin-class')}`.slice(
      0,
      300,
    ),
    subject,
    sentAt: date && momentOfMail(date),
  };
}

/** A name that was found folded; folding may change the length of a text, then it is found in the letter itself. */
function asWritten(groups: RegExpExecArray['groups'], folded: string, bare: string): string {
  const found = groups?.name ?? groups?.from ?? '';
  const at = folded.length === bare.length && found !== '' ? folded.indexOf(found) : -1;
  return at < 0 ? '' : bare.slice(at, at + found.length);
}

/** The subject without its prefixes, folded; and where a pattern finds one, the inviter's name in its own spelling. */
function subjectOf(subject: string): { readonly isInvitation: boolean; readonly name: string } {
  const whole = subject.replace(FORWARDED, '').replace(/\s+/g, ' ').trim();
  const reminder = REMINDER.exec(fold(whole))?.[0].length ?? 0;
  const bare = whole.slice(reminder);
  const folded = fold(bare);
  if (folded === '' || NO_INVITATION.test(folded)) return { isInvitation: false, name: '' };
  // `Olive, I want to connect`: some years and languages begin with the owner's name.
  const unaddressed = folded.replace(/^[^,，:]{1,40}[,，] ?/, '');
  for (const pattern of INVITATION_SUBJECTS) {
    const isNaming = pattern.source.includes('(?<');
    const match = pattern.exec(folded) ?? (isNaming ? null : pattern.exec(unaddressed));
    if (match) return { isInvitation: true, name: asWritten(match.groups, folded, bare) };
  }
  return { isInvitation: false, name: '' };
}

const isForwarded = (subject: string) => FORWARDED.test(subject);

/** What became of an invitation, however its subject is worded: `email_accept_invite_digest_01`. */
const ACCEPTED = /accept(?:ed)?[_-]?invit|invit\w{0,10}[_-]accept/i;
const INVITES = /(?:^|[\s_-])invit/i;
/** The address behind the button that accepts, without what only counts clicks. */
const ACCEPTS =
  /linkedin\.com\/[^\s?#"<>]{0,200}(?:mynetwork\/[^\s?#"<>]{0,100}accept|invit\w{0,10}-accept|accept-?invit|\/blk\/)/i;

/** Perhaps an invitation in a language whose subjects are not listed: by the mailbox. */
const isWordless = ({ name, address, template, subject }: Envelope): boolean =>
  INVITATION_MAILBOX.test(address) &&
  nameIn(name) !== '' &&
  !NO_INVITATION.test(fold(subject)) &&
  !ACCEPTED.test(template);

/** Whether the letter is one after all: its subject says so, or its template, or a button that accepts. */
const isInvitation = (envelope: Envelope, texts: readonly string[]): boolean =>
  subjectOf(envelope.subject).isInvitation ||
  (isWordless(envelope) &&
    (INVITES.test(envelope.template) ||
      texts.some((text) => ACCEPTS.test(text) && !ACCEPTED.test(trackedIn(text)))));

/** What LinkedIn's links say that they are counted as. */
const trackedIn = (text: string) =>
  [...text.slice(0, 200_000).matchAll(/[?&](?:trk|trkEmail)=([^&\s"<>]{1,200})/gi)]
    .map(([, trk]) => trk)
    .join(' ');

/**
 * True for letters whose body is to be kept: an invitation from a mailbox of LinkedIn, one that somebody forwarded, and of
 * a file that is one letter (`isAlone`) also what may enclose one. Decided by its headers alone.
 */
export function mayBeInvitation(fields: readonly HeaderField[], isAlone = false): boolean {
  if (isAlone && /^\s*(?:multipart\/mixed|message\/rfc822)/i.test(fieldText(fields, 'content-type')))
    return true;
  const isFromLinkedIn = /linkedin\.com/i.test(fieldText(fields, 'from'));
  if (!isFromLinkedIn && !mayBeForwarded(fieldText(fields, 'subject'))) return false;
  const envelope = envelopeOf(fields);
  if (!envelope.isFromLinkedIn && !isForwarded(envelope.subject)) return false;
  return subjectOf(envelope.subject).isInvitation || isWordless(envelope);
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
    .slice(Math.max(0, at - 4), at + 6)
    .map((line) => FORWARDED_DATE.exec(fold(line.slice(0, 200)))?.[1])
    .find((found) => found !== undefined);
  const read = date === undefined ? undefined : readMailDate(date);
  return {
    ...outer,
    isFromLinkedIn: true,
    name: from?.name ?? '',
    address: from?.address ?? '',
    sentAt: read ? momentWritten(read, date ?? '') : outer.sentAt,
  };
}

/** Programs that forward a letter write its time on their own clock, mostly without saying which: then it has no zone. */
const momentWritten = (read: MailDate, text: string): DateTime => {
  const hasZone = /(?:[+-]\d{2}:?\d{2}|\b(?:gmt|utc?|z|mes?z|[a-z]{2,4}t))\b\)?\s*$/i.test(text);
  return hasZone ? momentOfMail(read) : momentOfMail({ ...read, offset: 0 }).slice(0, -1);
};

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

interface LinkedInLetter {
  readonly envelope: Envelope;
  readonly text: BodyText;
}

/** What LinkedIn wrote: the letter itself, one it encloses, or the one quoted in a forwarded text. */
function linkedInLetter(outer: Envelope, text: BodyText): LinkedInLetter | undefined {
  if (outer.isFromLinkedIn) return { envelope: outer, text };
  for (const { fields, body } of text.letters) {
    const envelope = envelopeOf(fields);
    if (envelope.isFromLinkedIn) return { envelope, text: bodyText(fields, body) };
  }
  const envelope = forwardedEnvelope(text.plain.trim() === '' ? text.html : text.plain, outer);
  return envelope && { envelope, text };
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
 * The invitations in a letter (RFC 5322, MIME): the name LinkedIn sends it under, the headline below the name, the note
 * without LinkedIn's own sentences, the profile it links to; of a list of those who wait, everybody on it. None when it is no
 * invitation after all; an issue when nobody's name is in it.
 */
export function invitationsIn(
  fields: readonly HeaderField[],
  body: Uint8Array,
  line: number,
): readonly (InvitationDraft | Issue)[] {
  const letter = linkedInLetter(envelopeOf(fields), bodyText(fields, body));
  if (!letter || !isInvitation(letter.envelope, [letter.text.plain, ...letter.text.links])) return [];
  const { envelope, text } = letter;
  const words = wordsOf(text, [nameIn(envelope.name), nameIn(subjectOf(envelope.subject).name)]);
  const found =
    words.fn === ''
      ? waitingIn(text.plain).map((one) => ({ ...one, message: '' }))
      : [{ ...words, url: profileIn([text.plain, text.links.join('\n'), text.html]) }];
  if (found.length === 0) return [issue(line, 'NO_NAME')];
  return found.map(({ fn, url, message, headline }) => ({
    line,
    direction: 'incoming',
    fn,
    url,
    message: clipText(message, 20_000),
    ...(envelope.sentAt !== undefined && { sentAt: envelope.sentAt }),
    ...(headline !== '' && { headline: clipText(headline, 300) }),
    issues: [],
  }));
}
