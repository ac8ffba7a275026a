// Words of a name as other people's address books write them: Юлия where a page shows Julia, and the other way round.
import { romanise, soundKey } from '#core/contacts/names/romanise.ts';
import { tokens } from '#core/shared/fold.ts';
import type { SearchIndex } from '#core/contacts/search-index.ts';
import { stringAt } from './index-build.ts';

/** Folded words of Latin letters come before those of any other script. */
const BEYOND_LATIN = '\u0370';

const isLatin = (word: string): boolean => word < BEYOND_LATIN;

/**
 * Ways in which a folded word may stand in the index: as it is, in Latin letters, and, for a Latin word, every word of
 * another script that sounds like it. Looks through the words of other scripts only.
 */
export function spellingsIn({ base: { words } }: SearchIndex, word: string): string[] {
  if (!isLatin(word)) return [word, ...tokens(romanise(word))];
  const sound = soundKey(word);
  const found = [word];
  if (sound === '') return found;
  // Ends has one more than there are words.
  for (let at = words.ends.length - 2; at >= 0; at -= 1) {
    const other = stringAt(words, at);
    if (isLatin(other)) break;
    if (soundKey(other) === sound) found.push(other);
  }
  return found;
}
