// Who in the book could be meant by a name that nobody has letter by letter: a slip, a short form, another script.
import { tokens } from '#core/shared/fold.ts';
import type { Agreement } from './duplicates/model.ts';
import type { ContactId } from './model.ts';
import { splitName } from './names.ts';
import { compareNames } from './names/compare.ts';
import { jaroWinkler } from './names/jaro-winkler.ts';

/** From nothing in common to the very same. */
const WORTH: Readonly<Record<Agreement, number>> = {
  missing: 0,
  different: 0,
  renamed: 1,
  initial: 1,
  partial: 2,
  similar: 2,
  equivalent: 3,
  same: 4,
};

/** So many are compared in earnest, which takes some thirty microseconds each. */
const MOST_COMPARED = 200;

/** Those whose words look most like those of the name. */
function likeliest<Person extends { readonly fn: string }>(
  name: string,
  people: readonly Person[],
): readonly Person[] {
  if (people.length <= MOST_COMPARED) return people;
  const wanted = tokens(name);
  const likeness = ({ fn }: Person): number => {
    const words = tokens(fn);
    return wanted.reduce((sum, word) => sum + Math.max(0, ...words.map((one) => jaroWinkler(word, one))), 0);
  };
  return people
    .map((person) => ({ person, like: likeness(person) }))
    .sort((a, b) => b.like - a.like)
    .slice(0, MOST_COMPARED)
    .map(({ person }) => person);
}

/**
 * The people whose name agrees with this one in both parts, the likest first, at most `limit`. Where either has one
 * part only, that part has to agree.
 */
export function similarNames(
  name: string,
  people: readonly { readonly id: ContactId; readonly fn: string }[],
  limit: number,
): ContactId[] {
  const wanted = splitName(name);
  return likeliest(name, people)
    .flatMap(({ id, fn }) => {
      const { given, family } = compareNames(wanted, splitName(fn));
      const isOther = given === 'different' || family === 'different';
      const worth = isOther ? 0 : WORTH[given] + WORTH[family];
      return worth < 2 ? [] : [{ id, worth }];
    })
    .sort((a, b) => b.worth - a.worth || a.id - b.id)
    .slice(0, limit)
    .map(({ id }) => id);
}
