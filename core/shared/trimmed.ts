// A text without what nobody sees around it.

/** Marks of writing direction, spaces without width, soft hyphens: around a value they are left over from where it was copied. */
const UNSEEN = /[\s\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff]/;

const isPlain = (code: number) => code > 32 && code < 127;

/**
 * The text without white space and invisible signs at its ends: telephones wrap numbers in them (U+202A … U+202C), and
 * a number or a mailbox with one is another one to every program. Joiners stay, they change letters. Linear.
 */
export function trimmed(text: string): string {
  if (text === '' || (isPlain(text.charCodeAt(0)) && isPlain(text.charCodeAt(text.length - 1)))) return text;
  let start = 0;
  let end = text.length;
  while (start < end && UNSEEN.test(text.charAt(start))) start++;
  while (end > start && UNSEEN.test(text.charAt(end - 1))) end--;
  return text.slice(start, end);
}
