// Cuts a typed query into its parts: brackets, operators, words, and facets with their values.
import { facetNamed } from './facets.ts';
import type { FacetName, FacetValue } from './facets.ts';
import { canonicalValue } from './query-words.ts';
import type { QueryWords } from './query-words.ts';
import { fold } from '#core/shared/fold.ts';

export type QueryToken =
  | { readonly kind: 'open' | 'close' | 'not' | 'or' | 'and' }
  | {
      readonly kind: 'word';
      readonly text: string;
      /** It looks like a facet that there is not: what stands before the colon. */
      readonly unknown?: string;
    }
  | { readonly kind: 'facet'; readonly name: FacetName; readonly values: readonly FacetValue[] };

/** What people and their keyboards put around two words. */
const QUOTES = '"“”„‟«»';
/** What parts two values: also what Chinese, Japanese and Arabic keyboards have for a comma. */
const COMMAS = ',，、،';
export const QUOTE = new RegExp(`[${QUOTES}]`);
export const COMMA = new RegExp(`[${COMMAS}]`);

// `y`: each is tried at one place only, and none of them can match the same text in two ways.
const SPACE = /\s+/y;
const DASHES = /-+/y;
const FACET = /([\p{L}_]{1,30})[:：](?!\/\/)/uy;
const QUOTED = new RegExp(`[${QUOTES}]((?:[^\\\\${QUOTES}]|\\\\[\\s\\S]?)*)[${QUOTES}]?`, 'y');
const BARE_WORD = /[^\s()]+/y;
const BARE_VALUE = new RegExp(`[^\\s()${COMMAS}${QUOTES}]+`, 'y');
const OPERATORS: ReadonlyMap<string, 'and' | 'or' | 'not'> = new Map([
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'not'],
]);

export const isOperator = (text: string): boolean => OPERATORS.has(text);

class Reader {
  readonly #text: string;
  at = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get done(): boolean {
    return this.at >= this.#text.length;
  }

  get next(): string {
    return this.#text[this.at] ?? '';
  }

  /** What the pattern matches here, which is then behind us. */
  take(pattern: RegExp): RegExpExecArray | undefined {
    pattern.lastIndex = this.at;
    const match = pattern.exec(this.#text);
    if (match === null) return undefined;
    this.at = pattern.lastIndex;
    return match;
  }

  quoted(): string | undefined {
    return this.take(QUOTED)?.[1]?.replaceAll(/\\([\s\S]?)/g, '$1');
  }
}

/** The parts of any text whatever, in order; `words` are what facets are called besides. Linear. */
export function queryTokens(text: string, words?: QueryWords): QueryToken[] {
  const reader = new Reader(text);
  const found: QueryToken[] = [];
  for (;;) {
    reader.take(SPACE);
    if (reader.done) return found;
    const token = nextToken(reader, words);
    if (token !== undefined) found.push(token);
  }
}

function nextToken(reader: Reader, words: QueryWords | undefined): QueryToken | undefined {
  const bracket = reader.next === '(' ? 'open' : reader.next === ')' ? 'close' : undefined;
  if (bracket !== undefined) {
    reader.at += 1;
    return { kind: bracket };
  }
  const dashes = reader.take(DASHES);
  // A dash between words, or several, says nothing.
  if (dashes !== undefined)
    return dashes[0].length === 1 && /[^\s)]/.test(reader.next) ? { kind: 'not' } : undefined;
  const quoted = reader.quoted();
  if (quoted !== undefined) return wordToken(quoted);
  const facet = reader.take(FACET);
  if (facet !== undefined) return facetToken(reader, { word: facet[1]!, typed: facet[0] }, words);
  const word = reader.take(BARE_WORD)![0]; // neither a space nor a bracket stands here
  const operator = OPERATORS.get(word);
  return operator === undefined ? wordToken(word) : { kind: operator };
}

const wordToken = (text: string): QueryToken | undefined =>
  text.trim() === '' ? undefined : { kind: 'word', text: text.trim() };

function facetToken(
  reader: Reader,
  { word, typed }: { readonly word: string; readonly typed: string },
  words: QueryWords | undefined,
): QueryToken {
  const name = facetNamed(word) ?? words?.facets.get(fold(word));
  if (name === undefined) {
    const rest = reader.quoted() ?? reader.take(BARE_WORD)?.[0] ?? '';
    return { kind: 'word', text: `${typed}${rest}`.trim(), unknown: word };
  }
  const meant = (text: string) => (words === undefined ? text : canonicalValue(name, text, words));
  return { kind: 'facet', name, values: readValues(reader, meant) };
}

/** Each value once. */
function readValues(reader: Reader, meant: (text: string) => string): FacetValue[] {
  const values = new Map<string, FacetValue>();
  for (;;) {
    const exact = reader.next === '=';
    if (exact) reader.at += 1;
    const text = meant((reader.quoted() ?? reader.take(BARE_VALUE)?.[0] ?? '').trim());
    if (text !== '') values.set(`${exact ? '=' : ' '}${text}`, { text, exact });
    if (reader.done || !COMMA.test(reader.next)) return [...values.values()];
    reader.at += 1;
  }
}
