// People the owner knows well and has not been in touch with for long: a few a month, nobody twice before everybody once.
import type { ContactId } from '#core/contacts/model.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import { lastDayOf, nextBy } from './days.ts';
import type { Day } from './model.ts';

/** So many months without a contact on record. */
export const DORMANT_MONTHS = 9;
/** As many as somebody can think of in a month. */
export const DORMANT_SHOWN = 10;

/** Somebody the owner knows well; without `lastOn` the book holds no contact with them, which is not the same as none. */
export interface StrongTie {
  readonly contactId: ContactId;
  readonly lastOn?: PartialDate;
}

export interface DormantPick {
  readonly people: readonly (StrongTie & { readonly lastOn: PartialDate })[];
  /** How many are dormant altogether. */
  readonly total: number;
  /** Known well, with no contact on record: nothing is said about them. */
  readonly withoutContact: number;
}

/**
 * This month's of the people known well whose last contact is more than `months` ago. The book's order of keys is cut
 * into tens, and every month shows the next ten: the same all month, all of them in turn.
 */
export function dormantOf(
  ties: readonly StrongTie[],
  { owner, today, months = DORMANT_MONTHS }: { owner: ContactId | undefined; today: Day; months?: number },
): DormantPick {
  const others = ties.filter(({ contactId }) => contactId !== owner);
  const dormant = others
    .flatMap(({ contactId, lastOn }) => (lastOn === undefined ? [] : [{ contactId, lastOn }]))
    .filter(({ lastOn }) => isSilent(lastOn, today, months))
    .toSorted((a, b) => a.contactId - b.contactId);
  const pages = Math.max(1, Math.ceil(dormant.length / DORMANT_SHOWN));
  const month = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1;
  const from = (month % pages) * DORMANT_SHOWN;
  return {
    people: dormant.slice(from, from + DORMANT_SHOWN),
    total: dormant.length,
    withoutContact: others.filter(({ lastOn }) => lastOn === undefined).length,
  };
}

/** A date without a day may have been the last one it allows. */
function isSilent(lastOn: PartialDate, today: Day, months: number): boolean {
  const last = lastDayOf(lastOn);
  return last !== undefined && nextBy(last, `P${months}M`) < today;
}
