// The tags of the book, counted as they are written: by the facets, and row by row where a tag has several spellings.
import type { TagShare } from '#api/tags.ts';
import type { FacetIndex } from '#core/contacts/search/facet-index.ts';
import { wordShares } from '#core/contacts/search/facet-shares.ts';
import { peopleTagged, tagsSpeltSeveralWays } from '#core/contacts/search/facet-spellings.ts';
import { valueKey } from '#core/contacts/search/facets.ts';
import { tagKey, tagsAlike } from '#core/contacts/tags.ts';
import type { CountedTag } from '#core/contacts/tags.ts';
import type { ReadBook } from '#db/book.ts';

/** More groups than anybody settles in one sitting; settling some shows the next. */
const ALIKE_SHOWN = 100;

/** One window of the tags that hold `find`, and which of all may be one. */
export function tagList(
  book: ReadBook,
  index: FacetIndex,
  {
    find,
    page,
  }: { readonly find: string; readonly page: { readonly offset: number; readonly limit: number } },
) {
  const all = countedTags(book, index);
  const wanted = tagKey(find);
  const rows = wanted === '' ? all : all.filter(({ tag }) => tagKey(tag).includes(wanted));
  return {
    total: rows.length,
    rows: rows.slice(page.offset, page.offset + page.limit),
    alike: tagsAlike(all).slice(0, ALIKE_SHOWN),
  };
}

/** Every tag as it is written, those of most people first. */
function countedTags(book: ReadBook, index: FacetIndex): TagShare[] {
  const several = tagsSpeltSeveralWays(index);
  const shares = wordShares('tag', index, { among: undefined, text: '', limit: Number.MAX_SAFE_INTEGER });
  const counted = shares.flatMap(({ text, people }) =>
    several.has(valueKey(text)) ? spellings(book, index, text) : [{ tag: text.trim(), people }],
  );
  return counted.toSorted(
    (a, b) => b.people - a.people || byLetters(tagKey(a.tag), tagKey(b.tag)) || byLetters(a.tag, b.tag),
  );
}

const byLetters = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);

function spellings(book: ReadBook, index: FacetIndex, text: string): CountedTag[] {
  const rows = book
    .statement(
      `select trim(p.value), count(distinct p.contact_id) from json_each(?) j
       join property p on p.contact_id = j.value and p.name = 'CATEGORIES' and p.hidden = 0 and p.superseded_by is null
       group by 1`,
    )
    .raw()
    .all(JSON.stringify(peopleTagged(index, text))) as (readonly [tag: string, people: number])[]; // the columns named
  const key = valueKey(text);
  return rows.filter(([tag]) => valueKey(tag) === key).map(([tag, people]) => ({ tag, people }));
}
