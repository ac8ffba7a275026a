// Somebody who is not in the book: who could be meant, and which of their mutual contacts the owner could ask.
import type { Stranger } from '#api/network.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { nameKey } from '#core/contacts/names.ts';
import { search } from '#core/contacts/search-index.ts';
import type { SearchIndex } from '#core/contacts/search-index.ts';
import { tokens } from '#core/shared/fold.ts';
import { namesOf, summaries } from '#db/contacts/queries.ts';
import { ownerId } from '#db/settings/queries.ts';
import { acquaintedOf } from './look-up.ts';
import type { Reading } from './look-up.ts';

const SIMILAR_SHOWN = 5;
const NAMESAKES_SHOWN = 5;
/** Names looked at for one question. */
const MOST_COMPARED = 1500;
/** A slip is seldom in the first letter. */
const BEGINNING = 1;

export async function stranger(
  { book, reader, now }: Reading,
  { fn, mutualNames }: { readonly fn: string; readonly mutualNames: readonly string[] },
): Promise<Stranger> {
  // The lists of given names take long to load, and few ever ask.
  const { similarNames } = await import('#core/contacts/similar-names.ts');
  const index = await reader.index();
  const owner = ownerId(book);
  const named = (name: string): ContactId[] =>
    book
      .statement(
        `select id from contact where name_key = ? and name_key <> '' and deleted_at is null limit ${NAMESAKES_SHOWN}`,
      )
      .pluck()
      .all(nameKey(name)) as ContactId[]; // the key of a contact
  const likely = (name: string): ContactId[] => {
    const names = namesOf(book, candidates(index, name));
    names.delete(owner ?? (0 as ContactId)); // nobody's key
    return similarNames(
      name,
      Array.from(names, ([id, one]) => ({ id, fn: one.fn })),
      SIMILAR_SHOWN,
    );
  };
  return {
    similar: summaries(book, likely(fn)),
    mutuals: [...new Set(mutualNames)].map((name) => ({
      name,
      people: acquaintedOf(
        { book, now },
        named(name).filter((id) => id !== owner),
      ),
    })),
  };
}

/** Whoever has one of the words, or words that begin like all of them. */
function candidates(index: SearchIndex, name: string): ContactId[] {
  const words = tokens(name);
  const beginnings = words.map((word) => word.slice(0, BEGINNING)).join(' ');
  const found = new Set<number>();
  // The rarest word first: a family name of thousands would leave no room for the others.
  const hits = [...words, beginnings].map((text) => search(index, text).ids);
  for (const ids of hits.sort((a, b) => a.length - b.length)) {
    for (const id of ids) {
      if (found.size === MOST_COMPARED) break;
      found.add(id);
    }
  }
  return [...found] as ContactId[]; // only keys of people are indexed
}
