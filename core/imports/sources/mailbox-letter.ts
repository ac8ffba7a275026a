// One letter as far as it says who wrote to whom: its envelope, and why it may not count.
import { emailKey } from '#core/contacts/identity.ts';
import { type Mailbox, mailboxesIn } from '#core/formats/mail/addresses.ts';
import { guessedText } from '#core/formats/mail/charsets.ts';
import { dayOfMail, type MailDate, readMailDate } from '#core/formats/mail/date.ts';
import { decodeEncodedWords } from '#core/formats/mail/encoded-words.ts';
import { fieldText, type HeaderField } from '#core/formats/mail/header-fields.ts';
import { type Thread, threadOf } from '#core/formats/mail/message-ids.ts';
import { contentType } from '#core/formats/mail/mime.ts';
import { copyOfBytes } from '#core/shared/bytes.ts';
import { clipText } from './mail-clip.ts';
import { type Folder, folderOfLabels } from './mail-labels.ts';
import { remembered } from './mail-memo.ts';
import { isRoleAccount } from './mail-roles.ts';

/** All that is looked at; everything else of a letter is skipped unread. */
export const LETTER_FIELDS: ReadonlySet<string> = new Set([
  'from',
  'to',
  'cc',
  'date',
  'subject',
  'message-id',
  'in-reply-to',
  'references',
  'list-id',
  'list-unsubscribe',
  'precedence',
  'auto-submitted',
  'x-autoreply',
  'x-autorespond',
  'x-gmail-labels',
  'x-spam-flag',
  'x-mozilla-status',
  'x-status',
  'delivered-to',
  'x-original-to',
  'return-path',
  'content-type',
  'x-linkedin-template',
  'x-linkedin-class',
  'content-transfer-encoding',
]);

export interface Correspondent {
  readonly key: string;
  /** As written, for the book. */
  readonly address: string;
  readonly name: string;
  /** Nobody in particular. */
  readonly isRole: boolean;
}

export interface Letter {
  readonly line: number;
  readonly from: Correspondent | undefined;
  /** To and Cc, each once; no robots. */
  readonly recipients: readonly Correspondent[];
  /** Where it was delivered to, keys: the owner, whatever the letter itself says. */
  readonly deliveredTo: readonly string[];
  readonly folder: Folder;
  /** Mailing lists, newsletters, robots, bounces: nobody wrote to anybody. */
  readonly isBulk: boolean;
  readonly messageId: string;
  /** Reads what an answer to it would name, where one may be written: of all letters but the newest nobody asks. */
  readonly thread: (() => Thread | undefined) | undefined;
  /** A file of its own, with its subject, which is read of no letter in a mailbox. */
  readonly alone: { readonly subject: string } | undefined;
  readonly date: MailDate | undefined;
  /** The Date header as written where it could not be read. */
  readonly badDate: string;
}

/** A letter copied to more people than know each other; their names are still read. */
const MOST_RECIPIENTS = 500;

function correspondent({ name, address }: Mailbox): Correspondent | undefined {
  const bare = address.replace(/^mailto:/i, '');
  const key = emailKey(bare);
  return key === undefined ? undefined : { key, address: bare, name, isRole: isRoleAccount(key) };
}

/** An address list; nobody for an empty one. */
function correspondents(text: string): readonly Correspondent[] {
  if (text === '') return [];
  const found = new Map<string, Correspondent>();
  for (const mailbox of mailboxesIn(text)) {
    const one = correspondent(mailbox);
    if (one && !found.has(one.key)) found.set(one.key, one);
    if (found.size >= MOST_RECIPIENTS) break;
  }
  return [...found.values()];
}

/** Mailing lists, and answers of programs older than RFC 3834. */
const OF_BULK = new Set(['list-id', 'list-unsubscribe', 'x-autoreply', 'x-autorespond']);
const BULK_PRECEDENCE = /^\s*(?:bulk|list|junk|auto_reply)/i;

function isBulk(fields: readonly HeaderField[], from: Correspondent | undefined): boolean {
  if (fields.some(({ name }) => OF_BULK.has(name))) return true;
  const autoSubmitted = fieldText(fields, 'auto-submitted');
  if (autoSubmitted !== '' && !/^no\b/i.test(autoSubmitted)) return true;
  if (BULK_PRECEDENCE.test(fieldText(fields, 'precedence'))) return true;
  // An empty sender of the envelope: a bounce, or an answer nobody wrote (RFC 3834 §3.3).
  if (/^<\s*>$/.test(fieldText(fields, 'return-path'))) return true;
  return from?.isRole === true;
}

/** What all fields of a name say, one after the other as one list. */
function everyText(fields: readonly HeaderField[], name: string, suspected: string): string {
  let text = '';
  for (const field of fields) {
    if (field.name === name)
      text += `${text === '' ? '' : ', '}${guessedText(field.bytes, suspected).trim()}`;
  }
  return text;
}

/** Thunderbird's flags (hexadecimal): thrown away, though it is in the file until that is compacted. */
const EXPUNGED = 0x0008;

/** Its owner has thrown it away: Thunderbird's X-Mozilla-Status, and X-Status of UW-IMAP's kin (`D`). */
function isThrownAway(fields: readonly HeaderField[]): boolean {
  const flags = Number.parseInt(fieldText(fields, 'x-mozilla-status'), 16);
  return (flags & EXPUNGED) !== 0 || /^[A-Z]{0,6}D/.test(fieldText(fields, 'x-status'));
}

function folderOf(fields: readonly HeaderField[], folder: Folder): Folder {
  if (/^\s*yes/i.test(fieldText(fields, 'x-spam-flag')) || isThrownAway(fields)) return 'rubbish';
  const labels = fieldText(fields, 'x-gmail-labels');
  const labelled = labels === '' ? 'other' : folderOfLabels(decodeEncodedWords(labels));
  return labelled === 'other' ? folder : labelled;
}

const hasEighthBits = ({ bytes }: HeaderField) => bytes.some((byte) => byte > 127);

/** The charset of raw eighth bits in a letter's headers is most likely that of its body; '' where there are none. */
export function suspectedCharset(fields: readonly HeaderField[]): string {
  if (!fields.some(hasEighthBits)) return '';
  const type = fieldText(fields, 'content-type');
  return type === '' ? '' : contentType(type).parameter('charset');
}

/** Longer subjects are cut. */
const LONGEST_SUBJECT = 300;

function subjectOf(fields: readonly HeaderField[], suspected: string): string {
  const text = decodeEncodedWords(fieldText(fields, 'subject', suspected).slice(0, 5000));
  return clipText(
    text
      .toWellFormed()
      .replaceAll(/[\s\p{Cc}]+/gu, ' ')
      .trim(),
    LONGEST_SUBJECT,
  );
}

const OF_THREAD: ReadonlySet<string> = new Set(['message-id', 'references', 'in-reply-to']);
/** Of a longer field its beginning and its end: the first letter of a thread, and the newest. */
const HALF_FIELD = 2000;
/** No identifier has one: two halves with it in between do not make one. */
const BETWEEN_HALVES = 32;

/** The bytes of fields are only lent. */
function copied({ name, bytes }: HeaderField): HeaderField {
  if (bytes.length <= 2 * HALF_FIELD) return { name, bytes: copyOfBytes(bytes) };
  const ends = new Uint8Array(2 * HALF_FIELD + 1).fill(BETWEEN_HALVES);
  ends.set(bytes.subarray(0, HALF_FIELD));
  ends.set(bytes.subarray(-HALF_FIELD), HALF_FIELD + 1);
  return { name, bytes: ends };
}

/** Reads what an answer would name, by all fields that say so. */
function threadIn(fields: readonly HeaderField[]): () => Thread | undefined {
  const kept = fields.filter(({ name }) => OF_THREAD.has(name)).map(copied);
  return () =>
    threadOf({
      messageId: kept.filter(({ name }) => name === 'message-id').map(({ bytes }) => guessedText(bytes)),
      references: fieldText(kept, 'references'),
      inReplyTo: fieldText(kept, 'in-reply-to'),
    });
}

/** The file that letters come from. */
interface LetterFile {
  /** What it holds. */
  readonly folder: Folder;
  /** It is one letter. */
  readonly isAlone: boolean;
  /** Letters of a day before this one are not answered any more. */
  readonly answeredSince: string;
}

/** Reads what letters' headers say. Total. */
export function letterReader(file: LetterFile): (fields: readonly HeaderField[], line: number) => Letter {
  const read = remembered(correspondents);
  return (fields, line) => {
    const suspected = suspectedCharset(fields);
    const [from] = read(everyText(fields, 'from', suspected));
    const date = fieldText(fields, 'date');
    const sent = date === '' ? undefined : readMailDate(date);
    const mayBeAnswered = sent !== undefined && dayOfMail(sent) >= file.answeredSince;
    return {
      line,
      from,
      recipients: recipientsOf(
        read(everyText(fields, 'to', suspected)),
        read(everyText(fields, 'cc', suspected)),
      ),
      deliveredTo: [
        ...read(everyText(fields, 'delivered-to', '')),
        ...read(everyText(fields, 'x-original-to', '')),
      ].map(({ key }) => key),
      folder: folderOf(fields, file.folder),
      isBulk: isBulk(fields, from),
      messageId: fieldText(fields, 'message-id').slice(0, 300),
      thread: mayBeAnswered ? threadIn(fields) : undefined,
      alone: file.isAlone ? { subject: subjectOf(fields, suspected) } : undefined,
      date: sent,
      badDate: sent === undefined ? date.slice(0, 100) : '',
    };
  };
}

/** To and Cc together, each mailbox once. */
function recipientsOf(to: readonly Correspondent[], cc: readonly Correspondent[]): Correspondent[] {
  const seen = new Set(to.map(({ key }) => key));
  return [...to, ...cc.filter(({ key }) => !seen.has(key))].filter(({ isRole }) => !isRole);
}

/**
 * The day of a letter as its writer had it; undefined where it lies behind `latest` (a wrong clock), or before mail.
 */
export function dayOf({ date }: Letter, latest: string): string | undefined {
  if (!date || date.year < 1971) return undefined;
  const day = dayOfMail(date);
  return day <= latest ? day : undefined;
}

/** How long one may still answer a letter that lies in a mailbox. */
const ANSWERED_DAYS = 180;

/** The first day of which letters are still answered at the moment `now`. */
export function answeredSince(now: string): string {
  const today = Date.UTC(+now.slice(0, 4), +now.slice(5, 7) - 1, +now.slice(8, 10));
  return Number.isNaN(today) ? '' : new Date(today - ANSWERED_DAYS * 86_400_000).toISOString().slice(0, 10);
}

/** The last day a letter may be of at the moment `now`: a zone east of ours may be a day ahead. */
export function latestDay(now: string): string {
  const today = Date.UTC(+now.slice(0, 4), +now.slice(5, 7) - 1, +now.slice(8, 10));
  return Number.isNaN(today) ? '9999-12-31' : new Date(today + 86_400_000).toISOString().slice(0, 10);
}
