// The line as words, separators and pieces already understood.
import type { Chip } from './model.ts';
import { wordKey } from './lexicon.ts';

export type Token =
  | {
      readonly type: 'word';
      readonly text: string;
      readonly key: string;
      readonly start: number;
      readonly end: number;
    }
  /** `,` `;` `dash` (a dash by itself) or `bracket`. */
  | { readonly type: 'comma' | 'semi' | 'dash' | 'bracket'; readonly start: number; readonly end: number }
  /** Something in quotes that says nothing of what it is. */
  | { readonly type: 'quote'; readonly value: string; readonly start: number; readonly end: number }
  | { readonly type: 'chip'; readonly chip: Chip; readonly start: number; readonly end: number };

export type Word = Extract<Token, { type: 'word' }>;

const PIECE = /[,，、،|]|[;；]|[()[\]]|[^\s,，、،;；|()[\]]+/gu;
const DASH = /^[-–—―]+$/u;

/** The tokens of the text between two pieces already understood. */
export function wordsOf(line: string, start: number, end: number): Token[] {
  return Array.from(line.slice(start, end).matchAll(PIECE), ({ 0: text, index }): Token => {
    const at = { start: start + index, end: start + index + text.length };
    if (/^[,，、،|]$/u.test(text)) return { type: 'comma', ...at };
    if (/^[;；]$/u.test(text)) return { type: 'semi', ...at };
    if (/^[()[\]]$/u.test(text)) return { type: 'bracket', ...at };
    if (DASH.test(text)) return { type: 'dash', ...at };
    return { type: 'word', text, key: wordKey(text), ...at };
  });
}

/** The key of a word token; undefined for anything else. */
export function keyAt(tokens: readonly Token[], at: number): string | undefined {
  const token = tokens[at];
  return token?.type === 'word' ? token.key : undefined;
}

export const textAt = (tokens: readonly Token[], at: number): string | undefined => {
  const token = tokens[at];
  return token?.type === 'word' ? token.text : undefined;
};
