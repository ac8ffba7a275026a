// Writing a template by hand: which variable is being begun at the cursor, and the text once it is taken.
import { VARIABLES } from '#core/introductions/variable-names.ts';
import type { Variable } from '#core/introductions/variable-names.ts';

/** A variable that is being typed. */
export interface Begun {
  /** Where its name begins in the text. */
  readonly from: number;
  readonly typed: string;
  /** In `{{ … }}`; else in a condition, whose end is further on. */
  readonly isOutput: boolean;
}

/** A text and where the cursor is in it. */
export interface Written {
  readonly text: string;
  readonly caret: number;
}

/** What is begun before the cursor, if anything: a name after `{{`, or after `if`, `elsif` or `unless`. */
export function begun({ text, caret }: Written): Begun | undefined {
  const before = text.slice(0, caret);
  const match = /(\{\{-?[ \t]*|\{%-?[ \t]*(?:if|elsif|unless)[ \t]+)(\w*)$/.exec(before);
  if (match === null) return undefined;
  const [, opening = '', typed = ''] = match;
  return { from: caret - typed.length, typed, isOutput: opening.startsWith('{{') };
}

/** The variables to offer for what is typed: those that begin with it, then those that have it within. */
export function offered(typed: string): readonly Variable[] {
  const sought = typed.toLowerCase();
  const starting = VARIABLES.filter((name) => name.startsWith(sought));
  return [...starting, ...VARIABLES.filter((name) => !name.startsWith(sought) && name.includes(sought))];
}

/** The text with a begun variable taken; the braces are closed where they were open, and the cursor is after them. */
export function completed({ text, caret }: Written, { from, isOutput }: Begun, variable: Variable): Written {
  const front = text.slice(0, from);
  const rest = text.slice(caret);
  if (!isOutput) return { text: `${front}${variable}${rest}`, caret: from + variable.length };
  const space = /[ \t]$/.test(front) ? '' : ' ';
  const after = rest.replace(/^[ \t]*-?\}\}/, '');
  const head = `${front}${space}${variable} }}`;
  return { text: `${head}${after}`, caret: head.length };
}

/** The text with a variable put in at the cursor, in place of what is selected. */
export function inserted(text: string, start: number, end: number, variable: Variable): Written {
  const head = `${text.slice(0, start)}{{ ${variable} }}`;
  return { text: `${head}${text.slice(end)}`, caret: head.length };
}
