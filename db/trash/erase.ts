// Erasing people for good: out of every table, the history, the plans of imports and the verdicts about others.
import type { ContactId } from '#core/contacts/model.ts';
import { eraseFromPlans } from '#db/imports/erase-records.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { importPlan, setting } from '#db/schema.ts';
import { eraseFromDecisions } from './erase-decisions.ts';
import { eraseFromJournal } from './erase-journal.ts';
import { forgetInMerges } from './erase-merges.ts';
import { cleanTexts } from './named.ts';
import { removeRows, rowsAbout } from './rows.ts';
import { tracesOf, withoutNames } from './traces.ts';

/**
 * Erases people with all that is about them alone. With `clean` their names are taken out of texts about others as well.
 * Nothing of it can be undone: what the recorder has seen must not be kept as a deed. Call it inside a transaction.
 */
export function erase(
  book: WriteBook,
  ids: readonly ContactId[],
  { clean }: { readonly clean: boolean },
): void {
  if (ids.length === 0) return;
  const traces = tracesOf(book, ids);
  const rows = rowsAbout(book, traces);
  removeRows(book, rows, traces);
  const remembered = forgetInMerges(book, traces.people);
  const mergeChanges = rows.get('merge_change') ?? new Map();
  for (const id of remembered) mergeChanges.set(id, {});
  rows.set('merge_change', mergeChanges);
  forgetOwner(book, traces.people);
  eraseFromDecisions(book, traces);
  if (clean) cleanTexts(book, traces);
  eraseFromJournal(book, { traces, rows, clean });
  book.touch(importPlan);
  eraseFromPlans(book, {
    ...traces,
    fns: new Set(traces.fns),
    cleaned: clean ? (text) => withoutNames(traces, text) : undefined,
  });
}

/** A book whose owner's card is gone does not know who its owner is. */
function forgetOwner(book: WriteBook, people: ReadonlySet<number>): void {
  const row = book.statement(`select id, value from setting where key = 'owner'`).get() as
    | { readonly id: number; readonly value: string }
    | undefined; // the columns named
  if (row !== undefined && people.has(Number(row.value))) book.remove(setting, row.id);
}
