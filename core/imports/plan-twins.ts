// A second profile of one name at one company: one of the two may be a clone of the other.
import { fold } from '#core/shared/fold.ts';
import type { Keyed } from './plan-keys.ts';

/** More different words than any file has. */
const MOST_WORDS = 2 ** 26;

/**
 * Tells of each record whether an earlier one has the same name, in whichever fields, and the same company, without case
 * and accents. Nearly every record is new and asked about, so a word is a number: the same one however it is written.
 */
export function twinFinder(): (record: Keyed) => boolean {
  const written = new Map<string, number>();
  const folded = new Map<string, number>();
  const namesAt = new Map<number, Set<number>>();
  const numberOf = (word: string): number => {
    let number = written.get(word);
    if (number !== undefined) return number;
    const key = fold(word);
    number = folded.get(key) ?? folded.size;
    folded.set(key, number);
    written.set(word, number);
    return number;
  };
  return ({ url, org, draft: { n } }) => {
    if (url === undefined || org === '' || (n.given === '' && n.family === '')) return false;
    const one = numberOf(n.given);
    const other = numberOf(n.family);
    const name = one < other ? one * MOST_WORDS + other : other * MOST_WORDS + one;
    const company = numberOf(org);
    const names = namesAt.get(company);
    if (names === undefined) namesAt.set(company, new Set([name]));
    else if (names.has(name)) return true;
    else names.add(name);
    return false;
  };
}
