// What an import says on the command line.
import { ORPCError } from '@orpc/client';
import type { BookTrouble } from '#api/errors.ts';
import type { ActionCounts, EntryReport, ImportBatch, ImportItem, ItemAction } from '#core/imports/model.ts';
import { BookUnavailable } from '#db/client.ts';
import { ArchiveError } from '#db/imports/archive-limits.ts';

const TROUBLES: Readonly<Record<BookTrouble, string>> = {
  locked: 'This book is open in Acquaint. Close it there first.',
  read_only: 'This book cannot be changed: the file or its folder is read-only.',
  corrupt: 'This book is damaged. Copies are kept in the folder beside it.',
  newer: 'This book was written by a newer version of Acquaint.',
  disk_full: 'There is no room left on the disk.',
  not_a_book: 'This file is not an Acquaint book.',
  no_folder: 'The folder of this book does not exist or cannot be opened.',
  gone: 'The book has stopped answering.',
};

/** By `why` of UNREADABLE_FILE; a reason without words of its own is given by its name. */
const UNREADABLE: Readonly<Record<string, string>> = {
  not_recognised: 'No file in it is of a kind that can be imported',
  broken_zip: 'The archive is damaged',
  zip_bomb: 'The archive would unpack to far more than it should',
  too_large: 'It is too large',
  too_many_entries: 'There are too many files in it',
  empty: 'There is nothing in it',
  no_rows: 'There is no record in it',
  encrypted_zip: 'The archive needs a password. Unpack it first',
  upload_incomplete: 'It changed while it was read',
  disk_full: 'The disk has no room for it',
};

/** One sentence about what went wrong; undefined for a mistake of the program. */
export function sentenceFor(error: unknown): string | undefined {
  if (error instanceof BookUnavailable) return TROUBLES[error.why];
  if (error instanceof ORPCError) return sentenceForAnswer(error);
  if (error instanceof ArchiveError) return sentenceForFile(error.why, error.detail);
  // What the system says about a file: ENOENT: no such file or directory, …
  if (error instanceof Error && 'syscall' in error) return error.message;
  return undefined;
}

/** Deeds that come too late or too early. */
const CONFLICTS: Readonly<Record<string, string>> = {
  not_applied: 'There is nothing to take back: that import was not applied, or has been taken back already.',
  not_staged: 'That plan is none any more: it was applied or thrown away meanwhile.',
};

function sentenceForAnswer({ code, data }: ORPCError<string, unknown>): string | undefined {
  const { why = '', detail = '', what = '' } = (data ?? {}) as Record<string, string>; // as api/errors.ts has them
  switch (code) {
    case 'NOT_FOUND':
      return `There is no such ${what} in this book.`;
    case 'CONFLICT':
      return CONFLICTS[why] ?? `That cannot be done now: ${why}.`;
    case 'BOOK_UNAVAILABLE':
      return TROUBLES[why as BookTrouble];
    case 'UNREADABLE_FILE':
      return sentenceForFile(why, detail);
    default:
      return undefined;
  }
}

function sentenceForFile(why: string, detail: string): string {
  const words = UNREADABLE[why] ?? why;
  return detail === '' ? `${words}.` : `${words}: ${detail}.`;
}

const LEFT_ALONE: Readonly<Record<Exclude<EntryReport['verdict'], 'recognised'>, string>> = {
  sensitive: 'left alone: nobody’s business',
  not_people: 'left alone: not about people',
  not_supported_yet: 'left alone: not read yet',
  unknown: 'left alone: not a kind we know',
  unreadable: 'left alone: damaged',
  too_large: 'left alone: too large',
  unsafe_name: 'left alone: its name points elsewhere',
};

export function entryLine({ entryName, kind, encoding, records, verdict, other }: EntryReport): string {
  const what = other === undefined ? '' : ` (${other.replaceAll('_', ' ')})`;
  if (verdict !== 'recognised') return `  ${entryName} – ${LEFT_ALONE[verdict]}${what}`;
  const written = encoding === undefined ? '' : `, ${encoding}`;
  return `  ${entryName} – ${kind ?? ''}, ${records} ${records === 1 ? 'record' : 'records'}${written}`;
}

export const TABS: Readonly<Record<ItemAction, string>> = {
  create: 'new',
  update: 'changed',
  same: 'the same',
  review: 'to be looked at',
  unusable: 'unusable',
  left: 'no longer connected',
};

/** In the order of TABS, none left out: a zero is an answer too. */
export const countsLine = (counts: ActionCounts): string =>
  Object.entries(TABS)
    // The keys of TABS are those of the counts.
    .map(([action, words]) => `${counts[action as ItemAction]} ${words}`)
    .join(', ');

export function itemLine({ fn, detail, entryName, line, issues, changes, action }: ImportItem): string {
  const said = [fn, detail].filter((text) => text !== '').join(' · ') || '(no name)';
  const wrong = issues.map(({ code }) => code).join(', ');
  const changed = action === 'create' ? '' : changes.map(({ name }) => name).join(', ');
  const notes = [changed, wrong].filter((text) => text !== '').join('; ');
  return `  ${said}${notes === '' ? '' : ` [${notes}]`}  (${entryName}:${line})`;
}

export const batchLines = ({ entries, counts }: ImportBatch): string[] => [
  ...entries.map(entryLine),
  '',
  countsLine(counts),
];
