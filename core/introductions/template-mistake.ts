// What can be wrong with a template of the owner's. By itself, because every thread knows every error of the door.
import { z } from 'zod';

export const LetterPart = z.enum(['subject', 'body']);
export type LetterPart = z.infer<typeof LetterPart>;

/** A mistake in a template: what kind, in which words of it, and where; line and column count from 1. */
export const TemplateMistake = z.strictObject({
  part: LetterPart,
  code: z.enum(['unknown_variable', 'unknown_tag', 'unknown_filter', 'not_closed', 'too_much', 'unreadable']),
  what: z.string(),
  line: z.int(),
  column: z.int(),
});
export type TemplateMistake = z.infer<typeof TemplateMistake>;
