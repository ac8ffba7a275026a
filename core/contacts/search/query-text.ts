// Writes a query as somebody would type it: the inverse of parseQuery.
import { COMMA, isOperator, QUOTE, queryTokens } from './query-tokens.ts';
import type { FacetValue } from './facets.ts';
import type { FacetQuery, Query } from './query.ts';

/** The text of a query; `parseQuery` makes the same query of it again. */
export function queryText(query: Query): string {
  switch (query.kind) {
    case 'word':
      return wordText(query.text);
    case 'facet':
      return facetText(query);
    case 'not':
      return `-${inBrackets(query.of, query.of.kind === 'and' || query.of.kind === 'or')}`;
    case 'and':
      return query.of.map((part) => inBrackets(part, part.kind === 'or')).join(' ');
    case 'or':
      return query.of.map(queryText).join(' OR ');
  }
}

const inBrackets = (query: Query, needed: boolean): string =>
  needed ? `(${queryText(query)})` : queryText(query);

const quoted = (text: string): string =>
  `"${text.replaceAll(new RegExp(`\\\\|${QUOTE.source}`, 'g'), (sign) => `\\${sign}`)}"`;

function wordText(text: string): string {
  const isPlain = !/[\s()]/.test(text) && !QUOTE.test(text) && !text.startsWith('-') && !isOperator(text);
  if (!isPlain) return quoted(text);
  return queryTokens(text)[0]?.kind === 'word' ? text : quoted(text);
}

const facetText = ({ name, values }: FacetQuery): string => `${name}:${values.map(valueText).join(',')}`;

function valueText({ text, exact }: FacetValue): string {
  const isPlain = !/[\s()]/.test(text) && !QUOTE.test(text) && !COMMA.test(text) && !text.startsWith('=');
  return `${exact ? '=' : ''}${isPlain ? text : quoted(text)}`;
}
