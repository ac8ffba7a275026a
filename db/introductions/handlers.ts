import type { introductions } from '#api/introductions.ts';
import { draft } from '#core/introductions/draft.ts';
import type { HandlersFor } from '#db/handler.ts';
import {
  advanceIntroduction,
  createIntroduction,
  deleteIntroduction,
  updateIntroduction,
} from './changes.ts';
import { emlFile } from './eml.ts';
import { draftFacts } from './facts.ts';
import { doubtsAbout, suggestions } from './fit.ts';
import { introductionById, listIntroductions } from './queries.ts';

export const introductionHandlers: HandlersFor<typeof introductions> = {
  list: ({ book, now }) => listIntroductions(book, now.slice(0, 10)),
  get: ({ book, input, now }) => introductionById(book, input.id, now.slice(0, 10)),
  create: ({ book, input, now }) => ({ id: createIntroduction(book, input, now) }),
  update: ({ book, input, now }) => updateIntroduction(book, input.id, input.form, now),
  advance: ({ book, input: { id, ...taken }, now }) => advanceIntroduction(book, id, taken, now),
  delete: ({ book, input, now }) => deleteIntroduction(book, input.id, now),
  doubts: async ({ book, reader, input, now }) => doubtsAbout(book, await reader.network(now), input),
  suggestions: async ({ book, reader, now }) =>
    suggestions(book, await reader.network(now), now.slice(0, 10)),
  draft: ({ book, input, now }) => draft(input.kind, draftFacts(book, input, now)),
  eml: ({ input }) => emlFile(input),
};
