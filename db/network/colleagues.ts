// Who was at the same organisation, now or at another time, and whether at the same time.
import { ContactId } from '#core/contacts/model.ts';
import type { TieEvidence } from '#core/network/model.ts';
import { PRESENT, together } from '#core/network/stays.ts';
import type { Stay, Together } from '#core/network/stays.ts';
import type { ReadBook } from '#db/book.ts';
import type { StayRow, Stays } from './stays.ts';

/** Colleagues are only worth naming where an organisation is small enough for people to know each other. */
export const LARGEST_STAFF = 30;

/** Everybody who is or was at one organisation, with their times there. */
export type Staff = ReadonlyMap<number, readonly Stay[]>;

const IS_THERE: readonly Stay[] = [PRESENT];

/** Those who are there now by their cards, and those of whom there are times. What was told stands above what was shown. */
export function staffOf(now: readonly number[], held: ReadonlyMap<number, readonly StayRow[]>): Staff {
  const staff = new Map<number, readonly Stay[]>(now.map((id) => [id, IS_THERE]));
  for (const [id, rows] of held) {
    const told = rows.filter(({ isTold }) => isTold);
    if (told.length > 0)
      staff.set(
        id,
        told.map(({ stay }) => stay),
      );
    else staff.set(id, [...(staff.get(id) ?? []), ...rows.map(({ stay }) => stay)]);
  }
  return staff;
}

/** What being there says about two people. */
export const colleagueEvidence = (text: string, { years, isTimeUnknown }: Together): TieEvidence => ({
  kind: 'same_employer',
  text,
  ...(years !== undefined && { years }),
  ...(isTimeUnknown !== undefined && { isTimeUnknown }),
});

/** The staff of an organisation by its folded name; of one with more than `most` only so many that it shows. */
function staffAt(book: ReadBook, stays: Stays, { orgKey, most }: { orgKey: string; most: number }): Staff {
  const now = book
    .statement(`select id from contact where org_key = ? and org_key <> '' and deleted_at is null limit ?`)
    .pluck()
    .all(orgKey, most + 1) as number[]; // keys
  return staffOf(now, stays.at(orgKey));
}

/** Everybody who was at a small organisation with this person, and when. */
export function* colleaguesOf(
  book: ReadBook,
  id: ContactId,
  stays: Stays,
): Generator<readonly [ContactId, TieEvidence]> {
  const now = book.statement('select org, org_key as "orgKey" from contact where id = ?').get(id) as
    | { readonly org: string; readonly orgKey: string }
    | undefined; // the columns named
  if (now === undefined) return;
  for (const orgKey of new Set([now.orgKey, ...stays.orgsOf(id)])) {
    const staff = staffAt(book, stays, { orgKey, most: LARGEST_STAFF });
    const own = staff.get(id);
    if (own === undefined || staff.size > LARGEST_STAFF) continue;
    const text = orgKey === now.orgKey ? now.org : (stays.at(orgKey).get(id)?.[0]?.org ?? '');
    for (const [other, times] of staff) {
      const both = other === id ? undefined : together(own, times);
      if (both !== undefined) yield [ContactId.parse(other), colleagueEvidence(text, both)];
    }
  }
}

/** The people of those organisations that may have become too large, or no longer be, with `reach` people changed. */
export function atTheLimit(book: ReadBook, orgs: Iterable<string>, stays: Stays, reach: number): number[] {
  return [...orgs].flatMap((orgKey) => {
    const staff = staffAt(book, stays, { orgKey, most: LARGEST_STAFF + reach });
    return Math.abs(staff.size - LARGEST_STAFF) <= reach ? [...staff.keys()] : [];
  });
}

/** Every organisation that is small enough, with its people. */
export function* smallStaffs(book: ReadBook, stays: Stays): Generator<Staff> {
  const past = new Set(stays.orgs());
  for (const [orgKey, now] of staffsNow(book)) {
    const staff = staffOf(now, stays.at(orgKey));
    past.delete(orgKey);
    if (staff.size <= LARGEST_STAFF) yield staff;
  }
  for (const orgKey of past) {
    const staff = staffOf([], stays.at(orgKey));
    if (staff.size <= LARGEST_STAFF) yield staff;
  }
}

const STAFF = `select org_key as "orgKey", id from contact where org_key <> '' and deleted_at is null order by org_key`;

function* staffsNow(book: ReadBook): Generator<readonly [string, readonly number[]]> {
  let staff: number[] = [];
  let of = '';
  for (const row of book.statement(STAFF).iterate()) {
    const { orgKey, id } = row as { orgKey: string; id: number }; // the columns named in it
    if (orgKey !== of) {
      yield [of, staff];
      staff = [];
      of = orgKey;
    }
    staff.push(id);
  }
  yield [of, staff];
}
