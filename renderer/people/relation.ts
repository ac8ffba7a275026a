// What two people are to each other, as a sentence that follows a person's name: "Mentored Ben Ode".
import { inverseOf, relationNamed } from '#core/network/relation.ts';
import type { Relation } from '#core/network/relation.ts';
import { en } from '#renderer/strings/catalogues.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { typeWords } from './property-kind.ts';

/** A relation without its row: what `other` (undefined: the owner) is to the person the sentence is about. */
export type Related = Pick<Relation, 'word' | 'isTurned'> & { readonly fn: string | undefined };

/** The sentence that is true of the person: of Ana, whose mentee is Ben, "Mentored Ben Ode". */
export function relationWords({ word, isTurned, fn }: Related): string {
  const type = relationNamed(word);
  const name = fn === undefined ? '' : isolated(fn);
  if (type !== undefined)
    return fn === undefined
      ? i18n.t(`people:relation.toYou.${type}`)
      : i18n.t(`people:relation.to.${type}`, { fn: name });
  const words = capital(typeWords(word));
  if (fn === undefined) return i18n.t('people:relation.wordsYou', { words });
  return i18n.t(isTurned ? 'people:relation.wordsOf' : 'people:relation.words', { words, fn: name });
}

const capital = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);

type Pair = keyof typeof en.people.relation.pair;
const isPair = (type: string): type is Pair => Object.hasOwn(en.people.relation.pair, type);

/** Relations where it is not said which of the two is which: "mentor and mentee"; of several, one after the other. */
export const pairWords = (text: string): string =>
  text
    .split(',')
    .map((word) => {
      const type = relationNamed(word);
      const first = type === undefined || isPair(type) ? type : inverseOf(type);
      return first !== undefined && isPair(first) ? i18n.t(`people:relation.pair.${first}`) : typeWords(word);
    })
    .join(', ');
