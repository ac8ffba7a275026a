// What a file of vCards holds, counted the same way for every arm that writes one.

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Cards, and the values that every export must carry. */
export const cardsIn = (text: string) => ({
  cards: count(text, /^BEGIN:VCARD\r?$/gm),
  emails: count(text, /^(?:[\w-]+\.)?EMAIL[;:]/gm),
  urls: count(text, /^(?:[\w-]+\.)?URL[;:]/gm),
});
