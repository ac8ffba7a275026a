import type { introductions } from '#api/introductions.ts';
import { draft } from '#core/introductions/draft.ts';
import type { HandlersFor } from '#db/handler.ts';
import { emlFile } from './eml.ts';
import { draftFacts } from './facts.ts';
import {
  advanceIntroduction,
  createIntroduction,
  deleteIntroduction,
  introductionById,
  listIntroductions,
  updateIntroduction,
} from './queries.ts';

export const introductionHandlers: HandlersFor<typeof introductions> = {
  list: ({ book }) => listIntroductions(book),
  get: ({ book, input }) => introductionById(book, input.id),
  create: ({ book, input, now }) => ({ id: createIntroduction(book, input, now) }),
  update: ({ book, input }) => updateIntroduction(book, input.id, input.form),
  advance: ({ book, input, now }) => advanceIntroduction(book, input.id, input.step, now),
  delete: ({ book, input }) => deleteIntroduction(book, input.id),
  draft: ({ book, input, now }) => draft(input.kind, draftFacts(book, input, now)),
  eml: ({ input }) => emlFile(input),
};
