import type { Held, holdings } from '#api/holdings.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { ReadBook } from '#db/book.ts';
import { contactRow, standingId } from '#db/contacts/queries.ts';
import type { HandlersFor } from '#db/handler.ts';
import { deedsAbout } from '#db/trash/erase-journal.ts';
import { namingsShown } from '#db/trash/named.ts';
import { rowsAbout } from '#db/trash/rows.ts';
import { tracesOf } from '#db/trash/traces.ts';
import {
  heldAttended,
  heldEncounters,
  heldImports,
  heldIntroduced,
  heldIntroductions,
  heldInvitations,
  heldLetters,
  heldMerged,
  heldMutuals,
  heldPairs,
  heldReminders,
  heldTies,
} from './held-links.ts';
import { heldValues } from './held-values.ts';

export const holdingsHandlers: HandlersFor<typeof holdings> = {
  get: ({ jobs, input }) => heldAbout(jobs.book, standingId(jobs.book, input.id)),
};

/** What forgetting would erase is what is held: both ask the same lists of tables. */
function heldAbout(book: ReadBook, id: ContactId): Held {
  const { fn, createdAt } = contactRow(book, id);
  const traces = tracesOf(book, [id]);
  const rows = rowsAbout(book, traces);
  return {
    id,
    fn,
    createdAt,
    values: heldValues(book, id),
    encounters: heldEncounters(book, id),
    introduced: heldIntroduced(book, id),
    attended: heldAttended(book, id),
    ties: heldTies(book, id),
    letters: heldLetters(book, id),
    invitations: heldInvitations(book, [...(rows.get('invitation')?.keys() ?? [])]),
    mutuals: heldMutuals(book, id),
    introductions: heldIntroductions(book, id),
    pairs: heldPairs(book, id),
    reminders: heldReminders(book, id),
    merged: heldMerged(book, id),
    imports: heldImports(book, id),
    deeds: deedsAbout(book, { traces, rows }),
    named: namingsShown(book, traces, rows),
  };
}
