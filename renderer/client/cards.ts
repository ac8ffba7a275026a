// People as one text of vCards, for the clipboard and for dragging them out.
import type { People } from '#api/people.ts';
import { client } from './client.ts';

export interface Cards {
  readonly text: string;
  /** What a file of them would be called. */
  readonly fileName: string;
  readonly count: number;
}

/** The cards as vCard 4.0, without what is private. Throws the door's errors. */
export async function cardsOf(people: People): Promise<Cards> {
  const pieces = await client.exports.people({ format: 'vcard-4', people });
  const decoder = new TextDecoder();
  let text = '';
  for (;;) {
    const step = await pieces.next();
    if (step.done === true)
      return { text: text + decoder.decode(), fileName: step.value.fileName, count: step.value.people };
    const bytes = Uint8Array.from(atob(step.value.base64), (letter) => letter.charCodeAt(0));
    text += decoder.decode(bytes, { stream: true });
  }
}
