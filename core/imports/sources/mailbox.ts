// Mailboxes and single letters (mbox, Google Takeout, Maildir, .eml): who writes to whom, and LinkedIn's invitations.
import { isBareSeparator, isSeparator } from '#core/formats/mail/separator.ts';
import type { HeaderField } from '#core/formats/mail/header-fields.ts';
import { lineEnds } from '#core/formats/mail/line-ends.ts';
import { mboxReader } from '#core/formats/mail/mbox.ts';
import { copyOfBytes } from '#core/shared/bytes.ts';
import type { InvitationDraft, Issue, ParsedEntry } from '../model.ts';
import type { Entry, ReadingContext, Recognised, SourceFormat } from '../source-format.ts';
import { invitationsIn, mayBeInvitation } from './mail-invitation.ts';
import { type Folder, folderOfPath } from './mail-labels.ts';
import { newCorrespondence } from './correspondence.ts';
import {
  answeredSince,
  dayOf,
  latestDay,
  LETTER_FIELDS,
  type Letter,
  letterReader,
} from './mailbox-letter.ts';
import { issue } from './table.ts';

export interface MailboxReader {
  /** The next bytes of the file, in pieces of any size; the memory may be used again afterwards. */
  push(bytes: Uint8Array): void;
  /** After the last bytes: all of it. To be called once. */
  end(): ParsedEntry;
}

export interface MailboxFile {
  /** The path as it was dropped: a folder called `Sent` tells who the owner is. */
  readonly name?: string;
  readonly kind?: 'mailbox' | 'mail-message';
}

/** Enough to see what is wrong with a file. */
const MOST_DATE_ISSUES = 100;
const MOST_INVITATIONS = 10_000;

interface Opened {
  readonly letter: Letter;
  readonly fields: readonly HeaderField[];
}

const copied = ({ name, bytes }: HeaderField): HeaderField => ({ name, bytes: copyOfBytes(bytes) });

interface Gathered {
  readonly invitations: InvitationDraft[];
  readonly issues: Issue[];
  letters: number;
  badDates: number;
}

const counts = ({ isBulk, folder }: Letter) => !isBulk && folder !== 'rubbish' && folder !== 'drafts';

/**
 * Reads a mailbox as its bytes come in: of each letter the envelope headers, of the newest one of each sender what an
 * answer to it names, never the body, but for LinkedIn's invitations. What it holds grows with the number of correspondents only (at most 200 000 pairs of them). Where the
 * context has a correspondence, people and ties are left to that one's end. Total.
 */
export function mailboxReader(context: ReadingContext, file: MailboxFile = {}): MailboxReader {
  const { name = '', kind = 'mailbox' } = file;
  const folder: Folder = folderOfPath(name);
  const isAlone = kind === 'mail-message';
  const letterOf = letterReader({
    folder,
    isAlone,
    answeredSince: isAlone ? '' : answeredSince(context.now),
  });
  const latest = latestDay(context.now);
  const shared = context.correspondence;
  const correspondence = shared ?? newCorrespondence(context);
  const gathered: Gathered = { invitations: [], issues: [], letters: 0, badDates: 0 };

  const take = ({ letter, fields }: Opened, body: Uint8Array | undefined) => {
    gathered.letters++;
    if (body) takeInvitations(gathered, invitationsIn(fields, body, letter.line));
    if (letter.badDate !== '' && ++gathered.badDates <= MOST_DATE_ISSUES)
      gathered.issues.push(issue(letter.line, 'BAD_DATE', { value: letter.badDate }));
    if (counts(letter)) correspondence.tally.add(letter, dayOf(letter, latest), name);
  };
  const reader = mboxReader<Opened>(
    { splits: kind === 'mailbox', fields: LETTER_FIELDS },
    {
      opened(fields, line) {
        const wantsBody = mayBeInvitation(fields, isAlone);
        return {
          letter: { letter: letterOf(fields, line), fields: wantsBody ? fields.map(copied) : [] },
          wantsBody,
        };
      },
      closed: take,
    },
  );
  const ends = lineEnds();
  return {
    push: (bytes) => reader.push(ends.read(bytes)),
    end() {
      reader.push(ends.end());
      const { isCutOff, lines } = reader.end();
      const { invitations, issues, letters } = gathered;
      if (isCutOff) issues.push(issue(lines, 'CUT_OFF'));
      if (letters === 0) issues.push(issue(0, 'NO_ROWS'));
      const alone = { kind, contacts: [], invitations, evidence: [], issues };
      const part = shared === undefined ? correspondence.end().get(name) : undefined;
      return part === undefined ? alone : { ...alone, ...part, issues: [...issues, ...part.issues] };
    },
  };
}

function takeInvitations(gathered: Gathered, all: readonly (InvitationDraft | Issue)[]): void {
  for (const found of all) {
    if (gathered.invitations.length >= MOST_INVITATIONS) return;
    if ('code' in found) gathered.issues.push(found);
    else gathered.invitations.push(found);
  }
}

/** Small enough that a piece is never the problem. */
const PIECE = 1 << 20;

function parseBytes(
  { bytes, name }: Entry,
  kind: 'mailbox' | 'mail-message',
  context: ReadingContext,
): ParsedEntry {
  const reader = mailboxReader(context, { name, kind });
  for (let at = 0; at < bytes.length; at += PIECE) reader.push(bytes.subarray(at, at + PIECE));
  return reader.end();
}

const firstLines = (head: string) => head.replace(/^\ufeff?\s*/, '').split(/\r\n|\r|\n/, 200);

const HEADER_LINE = /^[!-9;-~]{1,60}[ \t]{0,5}:(?:[ \t]|$|\S)/;
const OF_MAIL = new Set(
  'from to cc date subject message-id received return-path mime-version content-type delivered-to x-gm-thrid x-gmail-labels x-mozilla-status dkim-signature reply-to sender'.split(
    ' ',
  ),
);
const SURELY_MAIL = new Set(['from', 'received', 'message-id', 'return-path']);
/** Of a letter that was never sent, and has no sender yet. */
const DRAFT = ['to', 'date', 'subject'];

/** The names of the header fields a text begins with, up to its first blank line; none when it begins otherwise. */
function leadingHeaders(lines: readonly string[]): Set<string> {
  const names = new Set<string>();
  for (const [at, line] of lines.entries()) {
    if (line === '') break;
    // Apple Mail's `.emlx` begins with a count of bytes; old mailboxes quote a separator.
    const isBesides =
      (at === 0 && /^\d{1,11}\s*$/.test(line)) || /^[ \t]/.test(line) || /^>?From (?![ \t]*:)/.test(line);
    if (isBesides) continue;
    // The head of a file may end in the middle of a line.
    if (!HEADER_LINE.test(line)) return at === lines.length - 1 ? names : new Set();
    names.add(line.slice(0, line.indexOf(':')).trim().toLowerCase());
  }
  return names;
}

const isLetter = (lines: readonly string[]) => {
  const names = [...leadingHeaders(lines)].filter((name) => OF_MAIL.has(name));
  const isDraft = DRAFT.every((name) => names.includes(name));
  return isDraft || (names.length >= 2 && names.some((name) => SURELY_MAIL.has(name)));
};

/** A second letter behind a separator without a date: one alone may be a letter that has kept its envelope. */
const hasAnother = (lines: readonly string[]) =>
  lines.some(
    (line, at) =>
      at > 1 && lines[at - 1] === '' && isBareSeparator(line) && HEADER_LINE.test(lines[at + 1] ?? ''),
  );

/** An mbox: letters one after the other, each behind a line with `From `, a sender and a date. */
export const mailboxFormat: SourceFormat = {
  kinds: ['mailbox'],
  recognise(entry, reading): Recognised | undefined {
    const lines = firstLines(entry.head);
    const [first = '', second = ''] = lines;
    const begins = isSeparator(first) || (isBareSeparator(first) && hasAnother(lines));
    const isMbox = begins && (HEADER_LINE.test(second) || second.startsWith('>From ') || lines.length < 3);
    if (!isMbox && reading.kind !== 'mailbox') return undefined;
    const because = first.slice(0, 200);
    return { kind: 'mailbox', because, parse: (context) => parseBytes(entry, 'mailbox', context) };
  },
};

/** One letter: an `.eml`, a file of a Maildir, an `.emlx`. */
export const mailMessageFormat: SourceFormat = {
  kinds: ['mail-message'],
  recognise(entry, reading): Recognised | undefined {
    const lines = firstLines(entry.head);
    if (!isLetter(lines) && reading.kind !== 'mail-message') return undefined;
    const because = (lines.find((line) => /^(?:from|subject):/i.test(line)) ?? lines[0] ?? '').slice(0, 200);
    return { kind: 'mail-message', because, parse: (context) => parseBytes(entry, 'mail-message', context) };
  },
};
