// The template engine for the writer: a command may not wait inside its transaction, so it is loaded before one begins.
import type { TemplateText } from '#core/introductions/own-letters.ts';
import type { TemplateMistake } from '#core/introductions/template-mistake.ts';
import { invariant } from '#core/shared/assert.ts';

let check: ((text: TemplateText) => TemplateMistake[]) | undefined;

/** To be awaited before `firstMistake` is asked. */
export async function loadChecker(): Promise<void> {
  ({ mistakesIn: check } = await import('#core/introductions/template-check.ts'));
}

/** The first mistake of a template. */
export function firstMistake(text: TemplateText): TemplateMistake | undefined {
  invariant(check !== undefined, 'the template engine is loaded before the transaction');
  return check(text)[0];
}
