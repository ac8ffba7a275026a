// Writes a query as somebody would type it: the inverse of parseQuery.
import { COMMA, isOperator, QUOTE, queryTokens } from './query-tokens.ts';
import type { FacetValue } from './facets.ts';
import type { FacetQuery, Query } from './query.ts';
import type { QueryWords } from './query-words.ts';

/** The text of a query; `parseQuery` with the same `words` makes the same query of it again. Without: canonical. */
export function queryText(query: Query, words?: QueryWords): string {
  switch (query.kind) {
    case 'word':
      return wordText(query.text, words);
    case 'facet':
      return facetText(query, words);
    case 'not':
      return `-${inBrackets(query.of, query.of.kind === 'and' || query.of.kind === 'or', words)}`;
    case 'and':
      return query.of.map((part) => inBrackets(part, part.kind === 'or', words)).join(' ');
    case 'or':
      return query.of.map((part) => queryText(part, words)).join(' OR ');
  }
}

const inBrackets = (query: Query, needed: boolean, words: QueryWords | undefined): string =>
  needed ? `(${queryText(query, words)})` : queryText(query, words);

const quoted = (text: string): string =>
  `"${text.replaceAll(new RegExp(`\\\\|${QUOTE.source}`, 'g'), (sign) => `\\${sign}`)}"`;

function wordText(text: string, words: QueryWords | undefined): string {
  const isPlain = !/[\s()]/.test(text) && !QUOTE.test(text) && !text.startsWith('-') && !isOperator(text);
  if (!isPlain) return quoted(text);
  return queryTokens(text, words)[0]?.kind === 'word' ? text : quoted(text);
}

const facetText = ({ name, values }: FacetQuery, words: QueryWords | undefined): string =>
  `${words?.written[name] ?? name}:${values.map(valueText).join(',')}`;

function valueText({ text, exact }: FacetValue): string {
  const isPlain = !/[\s()]/.test(text) && !QUOTE.test(text) && !COMMA.test(text) && !text.startsWith('=');
  return `${exact ? '=' : ''}${isPlain ? text : quoted(text)}`;
}
