// What is wrong with a template of the owner's, before it is kept: found in every branch, not only in the one a reader gets.
import type { TemplateText } from './own-letters.ts';
import type { LetterPart, TemplateMistake } from './template-mistake.ts';
import { render, variablesNamed } from './template-language.ts';
import type { TemplateProblem } from './template-language.ts';
import { VARIABLES } from './variable-names.ts';

const KNOWN: ReadonlySet<string> = new Set(VARIABLES);

/** What the engine says in its own English, as a code and the words of the template it is about. */
const SAID: readonly (readonly [pattern: RegExp, code: TemplateMistake['code']])[] = [
  [/^undefined variable: (.*)$/s, 'unknown_variable'],
  [/^tag "(.*?)" not found/s, 'unknown_tag'],
  [/^undefined filter: (.*)$/s, 'unknown_filter'],
  [/^(?:tag|output) "?(.*?)"? not closed/s, 'not_closed'],
  [/limit exceeded/, 'too_much'],
];

function coded(part: LetterPart, { message, line, column }: TemplateProblem): TemplateMistake {
  for (const [pattern, code] of SAID) {
    const match = pattern.exec(message);
    if (match !== null) return { part, code, what: short(match[1] ?? ''), line, column };
  }
  return { part, code: 'unreadable', what: '', line, column };
}

const MOST_QUOTED = 60;
function short(words: string): string {
  const text = words.replaceAll(/\s+/g, ' ').trim();
  return text.length > MOST_QUOTED ? `${text.slice(0, MOST_QUOTED - 1).toWellFormed()}…` : text;
}

/** All mistakes of one part of a template, in reading order; empty where it can be kept. */
export function mistakesInPart(part: LetterPart, text: string): TemplateMistake[] {
  const read = variablesNamed(text);
  if ('problem' in read) return [coded(part, read.problem)];
  const unknown = read.named.filter(({ name }) => !KNOWN.has(name));
  if (unknown.length > 0) {
    return unknown.map(({ name, line, column }) => ({
      part,
      code: 'unknown_variable',
      what: short(name),
      line,
      column,
    }));
  }
  // What only shows when it is written: with everything known, and with nothing.
  for (const value of ['x', '']) {
    const variables = Object.fromEntries(VARIABLES.map((name) => [name, value]));
    const { problem } = render(text, variables, 'formal');
    if (problem !== undefined) return [coded(part, problem)];
  }
  return [];
}

/** All mistakes of a template, those of the subject first. */
export const mistakesIn = ({ subject, body }: TemplateText): TemplateMistake[] => [
  ...mistakesInPart('subject', subject),
  ...mistakesInPart('body', body),
];
