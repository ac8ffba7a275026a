import type { People } from '#api/people.ts';
import type { tags } from '#api/tags.ts';
import { queryText } from '#core/contacts/search/query-text.ts';
import { tagKey } from '#core/contacts/tags.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { inOneDeed } from '#db/bulk/deed.ts';
import type { PeopleDeed } from '#db/bulk/deed.ts';
import { rewriteTags } from '#db/contacts/tag-rows.ts';
import type { HandlersFor } from '#db/handler.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { tagCadence } from '#db/reminders/tables.ts';
import { tagList } from './queries.ts';

export const tagHandlers: HandlersFor<typeof tags> = {
  list: async ({ book, reader, input }) => tagList(book, await reader.facets(), input),
  rename: ({ writer, now, signal, input: { from, to } }) =>
    inOneDeed({ writer, now, signal }, rewriting('tags.rename', { from: [from], to }, now)),
  merge: ({ writer, now, signal, input: { from, to } }) =>
    inOneDeed({ writer, now, signal }, rewriting('tags.merge', { from, to }, now)),
  delete: ({ writer, now, signal, input: { tag } }) =>
    inOneDeed({ writer, now, signal }, rewriting('tags.delete', { from: [tag] }, now)),
};

/** Everybody with one of these tags, however it is written. */
const holders = (tagsNamed: readonly string[]): People => ({
  query: queryText({ kind: 'facet', name: 'tag', values: tagsNamed.map((text) => ({ text, exact: true })) }),
  except: [],
});

/** The deed that has some tags written otherwise, or no more at all. */
function rewriting(
  code: string,
  { from, to }: { readonly from: readonly string[]; readonly to?: string },
  now: DateTime,
): PeopleDeed {
  const old = new Set(from);
  const left = new Set<string>();
  return {
    code,
    people: holders(from),
    params: { tags: from.join(', '), ...(to !== undefined && { to }) },
    begin: (book) => (id) => {
      const rewritten = rewriteTags({ book, id, now }, old, to);
      for (const key of rewritten.left) left.add(key);
      return rewritten.changed;
    },
    end: (book) => {
      for (const tag of from) if (!left.has(tagKey(tag))) moveCadence(book, tagKey(tag), to);
    },
  };
}

/** How often the owner wants to hear of everybody with a tag goes where the tag goes, unless that has its own. */
function moveCadence(book: WriteBook, key: string, to: string | undefined): void {
  const idOf = book.statement('select id from tag_cadence where tag_key = ?').pluck();
  const id = idOf.get(key);
  const target = to === undefined ? undefined : tagKey(to);
  if (id === undefined || target === key) return;
  if (target === undefined || idOf.get(target) !== undefined) book.remove(tagCadence, Number(id));
  else book.update(tagCadence, Number(id), { tagKey: target });
}
