// What a handler says when it cannot do what was asked: codes of the contract's closed list.
import { ORPCError } from '@orpc/server';
import type { TemplateMistake } from '#core/introductions/template-mistake.ts';

/** The thing asked about is not in the book (any more). */
export const notFound = (what: string) => new ORPCError('NOT_FOUND', { data: { what } });

/** It is there, but not in a state that allows this; nothing was changed. */
export const conflict = (why: string) => new ORPCError('CONFLICT', { data: { why } });

/** The template of a letter has a mistake; nothing was kept. */
export const templateMistake = (mistake: TemplateMistake) =>
  new ORPCError('TEMPLATE_MISTAKE', { data: mistake });
