// Other scripts in Latin letters, letter by letter.
import anyAscii from 'any-ascii';
import { fold } from '#core/shared/fold.ts';

const ASCII_ONLY = /^\p{ASCII}*$/u;

/** Where letters together say something else than one by one: Greek diphthongs, the Slavic soft and hard sign. */
const TOGETHER: readonly (readonly [RegExp, string])[] = [
  [/ου/g, 'ou'],
  [/ευ(?=[αεηιουωβγδζλμνρ])/g, 'ev'],
  [/ευ/g, 'ef'],
  [/αυ(?=[αεηιουωβγδζλμνρ])/g, 'av'],
  [/αυ/g, 'af'],
  [/γγ/g, 'ng'],
  [/^μπ/g, 'b'],
  [/^ντ/g, 'd'],
  [/[ьъ]/g, ''],
];

/** The text folded and in ASCII, nothing remembered: see `romanise`. */
export function transliterated(text: string): string {
  let folded = fold(text);
  if (ASCII_ONLY.test(folded)) return folded;
  for (const [letters, latinLetters] of TOGETHER) folded = folded.replace(letters, latinLetters);
  return anyAscii(folded).toLowerCase().replace(/`/g, '');
}
