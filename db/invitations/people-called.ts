// Whom a name on an invitation may mean: everybody in the book who may be called so, for the owner to choose from.
import { ContactId } from '#core/contacts/model.ts';
import { mayBeCalled } from '#core/contacts/names/called.ts';
import type { Called } from '#core/contacts/names/called.ts';
import { nameKey, withoutNoise } from '#core/contacts/names.ts';
import { search } from '#core/contacts/search-index.ts';
import type { SearchIndex } from '#core/contacts/search-index.ts';
import { spellingsIn } from '#core/contacts/search/other-scripts.ts';
import { TIE_LEVELS } from '#core/network/model.ts';
import type { TieLevel } from '#core/network/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { tokens } from '#core/shared/fold.ts';
import type { ReadBook } from '#db/book.ts';
import { ownerTies } from '#db/network/queries.ts';
import { ownerId } from '#db/settings/queries.ts';

/** As many as can be told apart at a glance. */
const MOST_OFFERED = 6;
/** A word that more people have says too little to look at each of them. */
const TOO_COMMON = 400;
const MOST_WORDS = 6;

const SURENESS: readonly Called[] = ['same', 'form', 'like'];

export interface PersonCalled {
  readonly contactId: ContactId;
  readonly fn: string;
  readonly org: string;
  readonly ownerLevel: TieLevel;
}

/**
 * People a name may mean, the surest first, then those the owner knows best. Whoever has a very name comes with those
 * who have another form of it or one that is like it, so that two people of one name are never taken for one.
 */
export function peopleCalled(
  { book, index }: { readonly book: ReadBook; readonly index: SearchIndex },
  name: string,
  now: DateTime,
): PersonCalled[] {
  const ids = [...found(book, index, name)];
  const owner = ownerId(book);
  const rows = book
    .statement(
      `select c.id, c.fn, c.org, coalesce((select group_concat(p.value, ', ') from property p where p.contact_id = c.id
         and p.name = 'NICKNAME' and p.hidden = 0 and p.superseded_by is null), '') as nickname
       from json_each(?) j join contact c on c.id = j.value where c.deleted_at is null`,
    )
    .all(JSON.stringify(ids)) as {
    readonly id: number;
    readonly fn: string;
    readonly org: string;
    readonly nickname: string;
  }[]; // the columns named
  const called = rows.flatMap((row) => {
    const sureness = row.id === owner ? undefined : mayBeCalled(name, row);
    return sureness === undefined ? [] : [{ ...row, contactId: ContactId.parse(row.id), sureness }];
  });
  const ties = ownerTies(
    book,
    called.map(({ contactId }) => contactId),
    now,
  );
  return called
    .map((one) => ({ ...one, ownerLevel: ties.get(one.contactId)?.level ?? 'unknown' }))
    .toSorted(
      (a, b) =>
        SURENESS.indexOf(a.sureness) - SURENESS.indexOf(b.sureness) ||
        TIE_LEVELS.indexOf(b.ownerLevel) - TIE_LEVELS.indexOf(a.ownerLevel) ||
        (a.fn < b.fn ? -1 : Number(a.fn > b.fn)) ||
        a.id - b.id,
    )
    .slice(0, MOST_OFFERED)
    .map(({ contactId, fn, org, ownerLevel }) => ({ contactId, fn, org, ownerLevel }));
}

/** Two words as one, as Korean and Chinese names are when they are written in their own letters: min jun is 민준. */
const joined = (words: readonly string[]): string[] =>
  words.slice(1).map((word, at) => `${words[at]}${word}`);

/** Everybody worth comparing: of the same name key, and by each word of the name that is not too common. */
function found(book: ReadBook, index: SearchIndex, name: string): Set<number> {
  const key = nameKey(name);
  const exact = book
    .statement(`select id from contact where name_key = ? and name_key <> '' and deleted_at is null limit 50`)
    .pluck()
    .all(key) as number[]; // keys
  const words = tokens(withoutNoise(name)).slice(0, MOST_WORDS);
  const ids = new Set(exact);
  const whole = search(index, words.join(' ')).ids;
  for (const id of whole.subarray(0, words.length === 0 ? 0 : TOO_COMMON)) ids.add(id);
  for (const word of [...words, ...joined(words)]) {
    for (const spelling of spellingsIn(index, word)) {
      const hits = search(index, spelling).ids;
      if (hits.length <= TOO_COMMON) for (const id of hits) ids.add(id);
    }
  }
  return ids;
}
