// Given and family names of two records, by the numbers of their words.
import { DIFFERENT, EQUIVALENT, INITIAL, MISSING, PARTIAL, SAME, SIMILAR } from './agreement.ts';
import type { AgreementCode } from './agreement.ts';
import type { Phrase, Prepared } from './prepared.ts';
import { sharesOne } from './shared-ids.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface NameAgreement {
  given: AgreementCode;
  family: AgreementCode;
  /** They agree only crosswise: somebody filled in the two fields in the other order. */
  isSwapped: boolean;
}

/** How the names of two records agree, written into `into`. */
export function compareNames(a: Prepared, b: Prepared, words: Vocabulary, into: NameAgreement): void {
  into.given = compareGiven(a, b, words);
  into.family = comparePhrases(a.family, b.family, words);
  into.isSwapped = false;
  if (into.family > SIMILAR && hasFormerName(a, b)) into.family = EQUIVALENT;
  if (!isTelling(into.given) && !isTelling(into.family)) compareCrosswise(a, b, words, into);
}

/** Names typed into each other's field; or one of them, beside a name that is another. */
function compareCrosswise(a: Prepared, b: Prepared, words: Vocabulary, into: NameAgreement): void {
  if (!isHeardAcross(a, b, words) && !isHeardAcross(b, a, words)) return;
  const given = compareAcross(a.given, b.family, words);
  const family = compareAcross(b.given, a.family, words);
  if (isTelling(given) && isTelling(family)) {
    // Which of the two pairs are the given names cannot be told: the weaker agreement counts as theirs, so as not to boast.
    into.given = given > family ? given : family;
    into.family = given > family ? family : given;
    into.isSwapped = true;
  } else if (into.family === DIFFERENT && (given <= EQUIVALENT || family <= EQUIVALENT)) {
    into.family = PARTIAL;
  }
}

/** A given name of one sounds like the family name of the other: without that, looking further seldom pays. */
function isHeardAcross(a: Prepared, b: Prepared, words: Vocabulary): boolean {
  const given = a.given.words[0];
  const family = b.family.words.at(-1);
  if (given === undefined || family === undefined || isEmpty(a.family) || isEmpty(b.given)) return false;
  const sound = words.soundId(given);
  const whole = words.soundId(b.family.whole);
  return sound === words.soundId(family) || sound === whole || words.soundId(a.given.whole) === whole;
}

/** A given-name field with a family-name field: with and without further given names, and as given names, for one has these. */
function compareAcross(given: Phrase, family: Phrase, words: Vocabulary): AgreementCode {
  const all = comparePhrases(given, family, words);
  if (all <= EQUIVALENT) return all;
  const first = given.words[0]!;
  const main =
    given.words.length === 1 ? all : comparePhrases({ words: [first], whole: first }, family, words);
  const last = family.words.at(-1)!;
  if (main > EQUIVALENT && words.given(first, last) === EQUIVALENT) return EQUIVALENT;
  return main < all ? main : all;
}

const isTelling = (code: AgreementCode) => code <= SIMILAR && code !== INITIAL;
const isEmpty = ({ words }: Phrase) => words.length === 0;

function compareGiven(a: Prepared, b: Prepared, words: Vocabulary): AgreementCode {
  const first = a.given.words[0];
  const second = b.given.words[0];
  if (first === undefined || second === undefined) return hasNickname(a, b) ? EQUIVALENT : MISSING;
  if (a.generation !== b.generation && a.generation !== 0 && b.generation !== 0) return DIFFERENT;
  if (a.given.whole === b.given.whole) return SAME;
  const main = words.given(first, second);
  if (main <= EQUIVALENT) return contradicts(a.given.words, b.given.words, words) ? PARTIAL : main;
  if (hasNickname(a, b)) return EQUIVALENT;
  return sharesWord(a.given.words, b.given.words, words) ? PARTIAL : main;
}

/** A nickname or former name of one is a given name of the other, or a nickname of both. */
const hasNickname = (a: Prepared, b: Prepared) =>
  (a.others.length > 0 && (sharesOne(a.others, b.given.words) || sharesOne(a.others, b.others))) ||
  (b.others.length > 0 && sharesOne(b.others, a.given.words));

/** A name one went by is the family name of the other. */
const hasFormerName = (a: Prepared, b: Prepared) =>
  (a.others.length > 0 && sharesOne(a.others, b.family.words)) ||
  (b.others.length > 0 && sharesOne(b.others, a.family.words));

/** Both have a second given name, the two cannot be one, and neither stands elsewhere in the other's names. */
function contradicts(a: readonly number[], b: readonly number[], words: Vocabulary): boolean {
  const one = a[1];
  const other = b[1];
  if (one === undefined || other === undefined || words.given(one, other) < PARTIAL) return false;
  return !a.includes(other, 1) && !b.includes(one, 1);
}

/** Family names, and any other names that may have been typed in their place. */
function comparePhrases(a: Phrase, b: Phrase, words: Vocabulary): AgreementCode {
  if (isEmpty(a) || isEmpty(b)) return MISSING;
  if (a.whole === b.whole) return SAME;
  if (a.words.length === 1 && b.words.length === 1) return words.word(a.words[0]!, b.words[0]!);
  const whole = words.word(a.whole, b.whole);
  if (whole === EQUIVALENT) return EQUIVALENT;
  if (hasSameWords(a.words, b.words)) return SAME;
  if (sharesWord(a.words, b.words, words) || hasLikeWord(a.words, b.words, words)) return PARTIAL;
  return whole;
}

/** A word of one is a spelling of a word of the other. */
function hasLikeWord(a: readonly number[], b: readonly number[], words: Vocabulary): boolean {
  for (const one of a) {
    for (const other of b) {
      const code = words.word(one, other);
      if (code === EQUIVALENT || code === SIMILAR) return true;
    }
  }
  return false;
}

/** The same words in any order. */
export const hasSameWords = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((id) => b.includes(id)) && b.every((id) => a.includes(id));

/** They share a word that is more than an initial. */
function sharesWord(a: readonly number[], b: readonly number[], words: Vocabulary): boolean {
  for (const one of a) if (b.includes(one) && words.text(one).length > 1) return true;
  return false;
}
