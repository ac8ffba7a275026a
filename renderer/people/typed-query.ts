// Queries as they are typed in the page's language, and as the book and its saved views have them: canonical.
import { FACETS, FLAGS } from '#core/contacts/search/facets.ts';
import { queryText } from '#core/contacts/search/query-text.ts';
import { queryWords } from '#core/contacts/search/query-words.ts';
import type { QueryWords } from '#core/contacts/search/query-words.ts';
import { parseQuery } from '#core/contacts/search/query.ts';
import type { ParsedQuery, Query } from '#core/contacts/search/query.ts';
import { TIE_LEVELS } from '#core/network/model.ts';
import { i18n } from '#renderer/strings/i18n.ts';

/** The longest query the book reads. */
export const LONGEST_QUERY = 1000;

const known = new Map<string, QueryWords>();

/** The words of the page's language, from its catalogue. */
export function typedWords(): QueryWords {
  const { language } = i18n;
  const words = known.get(language) ?? readWords();
  known.set(language, words);
  return words;
}

const readWords = (): QueryWords =>
  queryWords({
    facets: Object.fromEntries(FACETS.map((name) => [name, i18n.t(`search:typed.facets.${name}`)])),
    flags: Object.fromEntries(FLAGS.map((flag) => [flag, i18n.t(`search:typed.flags.${flag}`)])),
    levels: Object.fromEntries(TIE_LEVELS.map((level) => [level, i18n.t(`search:typed.levels.${level}`)])),
    owner: i18n.t('search:typed.owner'),
  });

/** Reads what stands in the box. */
export const readTyped = (text: string): ParsedQuery => parseQuery(text, typedWords());

/** Writes a query into the box. */
export const writeTyped = (query: Query): string => queryText(query, typedWords());

/** What is typed, as the book reads it. Where that would be longer than a query may be, what was typed is sent. */
export function bookText(typed: string): string {
  const text = queryText(readTyped(typed).query);
  return text.length > LONGEST_QUERY ? typed.trim() : text;
}
