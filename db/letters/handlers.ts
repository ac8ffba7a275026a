import type { letters } from '#api/letters.ts';
import type { HandlersFor } from '#db/handler.ts';
import { deleteLetter, ownLetters, saveLetter } from './queries.ts';

export const letterHandlers: HandlersFor<typeof letters> = {
  list: ({ book }) => ownLetters(book),
  // The template engine is loaded when the first template is looked at.
  async shipped({ input: { kind, ...style } }) {
    const { shippedText } = await import('#db/introductions/letters.ts');
    return shippedText(kind, style);
  },
  async preview({ input: { address, knowledge, ...form } }) {
    const { previewOf } = await import('#core/introductions/preview.ts');
    return previewOf(form, address, knowledge);
  },
  save: ({ book, input, now }) => ({ id: saveLetter(book, input, now) }),
  delete: ({ book, input }) => deleteLetter(book, input.id),
};
