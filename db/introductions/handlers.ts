import type { introductions } from '#api/introductions.ts';
import { threadToAnswer } from '#db/correspondence/queries.ts';
import type { HandlersFor } from '#db/handler.ts';
import {
  advanceIntroduction,
  createIntroduction,
  deleteIntroduction,
  updateIntroduction,
} from './changes.ts';
import { emlFile } from './eml.ts';
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
  // The template engine and the word lists are loaded when the first letter is written.
  async draft({ book, input, now }) {
    const { letter } = await import('./letters.ts');
    const { withReply } = await import('./reply.ts');
    return withReply(book, input, letter(book, input, now), now);
  },
  async check({ book, input: { request, ...written }, now }) {
    const { checkLetter } = await import('./privacy.ts');
    return checkLetter(book, request, written, now);
  },
  eml({ book, input: { replyTo, ...letter } }) {
    if (replyTo === undefined) return emlFile(letter);
    const { to, cc, bcc } = letter;
    return emlFile({ ...letter, answered: threadToAnswer(book, replyTo, [...to, ...cc, ...bcc]) });
  },
};
