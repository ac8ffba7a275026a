// Applying records about people who were forgotten or are in the trash: left out without a trace, or brought back.
import { keysToAskFor } from '#core/contacts/forgotten.ts';
import type { IssueCode, ItemChoice } from '#core/imports/model.ts';
import { tellingValues } from '#core/imports/plan-forgotten.ts';
import { ContactId } from '#core/contacts/model.ts';
import { standingId } from '#db/contacts/queries.ts';
import type { Recorder } from '#db/history/journal.ts';
import { isTrashed, restore } from '#db/trash/trashed.ts';
import { exhume } from '#db/trash/tombstones.ts';
import { emptyItems } from './erase-records.ts';
import type { KeptItem } from './kept.ts';

const has = ({ issues = [] }: KeptItem, code: IssueCode): boolean =>
  issues.some((issue) => issue.code === code);

export class Unwanted {
  readonly #book: Recorder;
  readonly #batchId: number;
  /** The places of records about forgotten people. */
  readonly #leftOut = new Set<number>();
  readonly #broughtBack = new Set<ContactId>();

  constructor(book: Recorder, batchId: number) {
    this.#book = book;
    this.#batchId = batchId;
  }

  /** A record that is not applied. */
  leaveOut(item: KeptItem): void {
    if (item.issues !== undefined && has(item, 'FORGOTTEN')) this.#leftOut.add(item.at);
  }

  /** A record that is applied: a revert of the batch undoes what is done for it here, too. */
  bringBack(item: KeptItem, choice: ItemChoice): void {
    if (item.issues === undefined) return;
    if (has(item, 'FORGOTTEN')) exhume(this.#book, keysOf(item));
    if (has(item, 'IN_TRASH') && choice === 'join' && item.id !== undefined)
      this.#broughtBack.add(standingId(this.#book, ContactId.parse(item.id)));
  }

  /**
   * When everything is applied: brings people back from the trash – last, so that a revert finds their rows as they were
   * left – and empties the records of those who stay forgotten, with what other records added to them.
   */
  settle(): void {
    const trashed = [...this.#broughtBack].filter((id) => isTrashed(this.#book, id));
    restore(this.#book, trashed);
    if (this.#leftOut.size > 0) emptyItems(this.#book, this.#batchId, this.#leftOut);
  }
}

function keysOf({ fn, says = [], invitation, diary }: KeptItem): readonly string[] {
  const values = says.map(([name, value]) => ({ name, value }));
  if (invitation !== undefined) values.push(...tellingValues(invitation));
  if (diary?.what === 'vetting') values.push(...tellingValues(diary));
  return keysToAskFor({ fns: [fn], values });
}
