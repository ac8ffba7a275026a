// What forgetting somebody would take out of the book, told before it is done.
import type { z } from 'zod';
import type { Forgetting } from '#api/trash.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { OpenBook } from '#db/book.ts';
import { contactRow } from '#db/contacts/queries.ts';
import { backupsOf } from './clearing.ts';
import { deedsAbout } from './erase-journal.ts';
import { namingsShown } from './named.ts';
import { rowsAbout } from './rows.ts';
import { keysBefore } from './tombstones.ts';
import { tracesOf } from './traces.ts';
import type { Traces } from './traces.ts';

/** Reads the whole book: for the jobs thread. Throws NOT_FOUND when there is no such person. */
export function forgettingOf(book: OpenBook, id: ContactId): z.input<typeof Forgetting> {
  const { fn } = contactRow(book, id);
  const traces = tracesOf(book, [id]);
  const rows = rowsAbout(book, traces);
  const count = (table: string) => rows.get(table)?.size ?? 0;
  return {
    fn,
    counts: {
      values: count('property'),
      encounters: count('encounter'),
      ties: count('evidence'),
      letters: count('received_letter'),
      invitations: count('invitation'),
      introductions: count('introduction'),
      reminders: count('reminder'),
      mutuals: [...(rows.get('mutual')?.values() ?? [])].filter((row) =>
        traces.people.has(Number(row['contact_id'])),
      ).length,
      merged: traces.people.size - 1,
      deeds: deedsAbout(book, { traces, rows }).length,
    },
    isRecognisable: keysBefore(book, traces).length > 0,
    named: namingsShown(book, traces, rows),
    backups: backupsOf(book.file, wordsIn(traces)),
  };
}

/** What would be found of them in a file. */
const wordsIn = ({ fns, values }: Traces): string[] => [
  ...fns,
  ...values.filter(({ name }) => name === 'EMAIL' || name === 'URL').map(({ value }) => value),
];
