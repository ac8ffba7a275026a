// What is asked of all received invitations at once, kept beside the book: who sent the same note, which companies came in bursts.
import { CompanyWeeks, companyOf } from '#core/invitations/company.ts';
import { ReceivedNotes } from '#core/invitations/templates.ts';
import type { ReadBook } from '#db/book.ts';

/** All incoming invitations, as far as they are compared with one another. */
export interface Received {
  readonly notes: ReceivedNotes;
  readonly weeks: CompanyWeeks;
}

interface Kept {
  readonly version: string;
  readonly print: string;
  readonly received: Received;
}

const kept = new WeakMap<ReadBook, Kept>();

/** Changes with every commit of any connection, and with every change of this one. */
export const versionOf = (book: ReadBook): string =>
  `${String(book.statement('pragma data_version').pluck().get())} ${String(book.statement('select total_changes()').pluck().get())}`;

/**
 * What was received, up to date. Most commits are about something else: only when the invitations themselves look
 * different are they read again, and of them only the notes that changed are taken apart again.
 */
export function receivedIn(book: ReadBook): Received {
  const version = versionOf(book);
  const known = kept.get(book);
  if (known?.version === version) return known.received;
  const print = printOf(book);
  const received = known?.print === print ? known.received : readAgain(book, known?.received);
  kept.set(book, { version, print, received });
  return received;
}

function printOf(book: ReadBook): string {
  const row = book
    .statement(
      `select count(*) as n, max(id) as last, total(length(message_key) * (id % 97 + 1)) as notes,
         total(length(fn) * (id % 89 + 1) + length(org) * (id % 83 + 1) + length(headline) * (id % 79 + 1)) as who,
         total(julianday(sent_at)) as sent from invitation where direction = 'incoming'`,
    )
    .get();
  return JSON.stringify(row);
}

interface Row {
  readonly id: number;
  readonly fn: string;
  readonly nameKey: string;
  readonly org: string;
  readonly headline: string;
  readonly sentAt: string | null;
  readonly key: string;
}

function readAgain(book: ReadBook, before: Received | undefined): Received {
  const rows = book
    .statement(
      `select id, fn, name_key as "nameKey", org, headline, sent_at as "sentAt", message_key as key
       from invitation where direction = 'incoming' order by id`,
    )
    .all() as Row[]; // the columns named
  const notes = before?.notes ?? new ReceivedNotes();
  const gone = new Set(notes.ids());
  for (const { id, fn, nameKey, key } of rows) {
    if (key === '') continue;
    gone.delete(id);
    notes.keep(id, { fn, inviter: nameKey, key });
  }
  for (const id of gone) notes.remove(id);
  const weeks = new CompanyWeeks(
    rows.map(({ org, headline, sentAt }) => ({
      company: companyOf({ org, headline }),
      sentAt: sentAt ?? undefined,
    })),
  );
  return { notes, weeks };
}
