// Facets and their values in words.
import { flagMeant, isOwnerWord, levelMeant } from '#core/contacts/search/facets.ts';
import type { FacetName, FacetValue } from '#core/contacts/search/facets.ts';
import { facetClauseOf } from '#core/contacts/search/query-edit.ts';
import type { FacetClause } from '#core/contacts/search/query-edit.ts';
import type { Query } from '#core/contacts/search/query.ts';
import { TIE_LEVELS } from '#core/network/model.ts';
import { tieWords } from '#renderer/people/tie.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { i18n, locale } from '#renderer/strings/i18n.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { writeTyped } from '#renderer/people/typed-query.ts';

/** The facets to choose from, in the order of the list. */
export const CHOSEN_FACETS = [
  ...(['tag', 'company', 'former', 'title', 'event', 'place', 'met', 'level'] as const),
  ...(['since', 'before', 'has', 'missing', 'from'] as const),
] as const satisfies readonly FacetName[];

export const facetWords = (name: FacetName): string => i18n.t(`search:facets.${name}`);

const VALUE_WORDS: Readonly<Partial<Record<FacetName, (text: string) => string | undefined>>> = {
  level(text) {
    const level = TIE_LEVELS[levelMeant(text) ?? -1];
    return level === undefined ? undefined : tieWords(level);
  },
  has: flagWords,
  missing: flagWords,
  is: (text) => (isOwnerWord(text) ? i18n.t('search:owner') : undefined),
  met: dayWords,
  since: dayWords,
  before: dayWords,
  from(text) {
    // True where `exists` says so; anything else is a file's name.
    const key = `imports:kind.${text}` as 'imports:kind.vcard';
    const isKnown: boolean = i18n.exists(key);
    return isKnown ? i18n.t(key) : undefined;
  },
};

function flagWords(text: string): string | undefined {
  const flag = flagMeant(text);
  return flag === undefined ? undefined : i18n.t(`search:flags.${flag}`);
}

function dayWords(text: string): string | undefined {
  return /^\d{4}(?:-\d\d){0,2}$/.test(text) ? dateWords(text) : undefined;
}

/** A value as somebody would say it; as it is typed where there are no words for it. */
export const valueWords = (name: FacetName, { text }: FacetValue): string =>
  VALUE_WORDS[name]?.(text) ?? text;

/** "Tag: rowing or book club", "Not company: Acme"; what is in brackets as it is typed. */
export function clauseWords(clause: Query): string {
  const facet = facetClauseOf(clause);
  if (facet === undefined) return clause.kind === 'word' ? `“${clause.text}”` : writeTyped(clause);
  const what = positiveWords(facet);
  return facet.negated ? i18n.t('search:chip.not', { what }) : what;
}

function positiveWords({ name, values }: FacetClause): string {
  const facet = shortWords(name, values);
  if (values.length === 0) return i18n.t('search:chip.any', { facet });
  return i18n.t('search:chip.value', {
    facet,
    values: anyOf(values.map((value) => valueWords(name, value))),
  });
}

/** "rowing or book club", each in its own direction. */
const anyOf = (words: readonly string[]): string =>
  new Intl.ListFormat(locale(), { type: 'disjunction' }).format(words.map(isolated));

function shortWords(name: FacetName, values: readonly FacetValue[]): string {
  if (name === 'company') return i18n.t('search:chip.company');
  if (name !== 'level') return facetWords(name);
  return i18n.t(values.some(({ exact }) => exact) ? 'search:chip.exactLevel' : 'search:chip.level');
}
