// Postal addresses: the street with its number, and the place with its code; the best of all pairs counts.
import { isTypoOf } from '#core/contacts/names/compare.ts';
import { DIFFERENT, EQUIVALENT, MISSING, PARTIAL, SAME, SIMILAR } from './agreement.ts';
import type { AgreementCode } from './agreement.ts';
import type { Lexicon, Prepared, PreparedAddress } from './prepared.ts';
import type { Vocabulary } from './vocabulary.ts';

export interface AddressAgreement {
  readonly street: AgreementCode;
  readonly place: AgreementCode;
}

const UNKNOWN: AddressAgreement = { street: MISSING, place: MISSING };

/** How streets and places agree: the best of any address of one with any of the other. */
export function compareAddresses(a: Prepared, b: Prepared, lexicon: Lexicon): AddressAgreement {
  if (a.addresses.length === 0 || b.addresses.length === 0) return UNKNOWN;
  let street: AgreementCode = MISSING;
  let place: AgreementCode = MISSING;
  for (const one of a.addresses) {
    for (const other of b.addresses) {
      const streets = compareStreets(one, other, lexicon.words);
      const places = comparePlaces(one, other, lexicon);
      if (streets < street) street = streets;
      if (places < place) place = places;
    }
  }
  return { street, place };
}

/**
 * `same`: words and number, or neither has one; `equivalent`: the words, and only one has a number; `similar`: a slip in the words, same
 * number; `partial`: the words but another number, or the number and some of the words.
 */
function compareStreets(a: PreparedAddress, b: PreparedAddress, words: Vocabulary): AgreementCode {
  const house = compareWhole(a.house, b.house);
  if (!hasLines(a) || !hasLines(b)) return house === SAME ? PARTIAL : house;
  const likeness = streetLikeness(a, b, words);
  if (house === SAME) return atOneNumber(likeness);
  if (likeness >= 1 && house === MISSING) return a.house === b.house ? SAME : EQUIVALENT;
  return likeness >= ALIKE ? PARTIAL : DIFFERENT;
}

function atOneNumber(likeness: number): AgreementCode {
  if (likeness >= 1) return SAME;
  if (likeness >= ALIKE) return SIMILAR;
  return likeness > 0 ? PARTIAL : DIFFERENT;
}

/** Values that are either known and equal, known and not, or not known of both. */
function compareWhole(a: number, b: number): typeof SAME | typeof DIFFERENT | typeof MISSING {
  if (a === 0 || b === 0) return MISSING;
  return a === b ? SAME : DIFFERENT;
}

/** Likeness of two streets from which they may be one with slips. */
const ALIKE = 0.6;

const hasLines = ({ street, extended }: PreparedAddress) => street.length > 0 || extended.length > 0;

/** The streets' likeness; where they are unlike, the street of one may stand in the other's second line. */
function streetLikeness(a: PreparedAddress, b: PreparedAddress, words: Vocabulary): number {
  const straight = shareOf(a.street, b.street, words);
  if (straight >= ALIKE || (a.extended.length === 0 && b.extended.length === 0)) return straight;
  const crossed = Math.max(shareOf(a.street, b.extended, words), shareOf(a.extended, b.street, words));
  // The same building under two spellings of the street.
  const building = shareOf(a.extended, b.extended, words);
  return Math.max(straight, crossed, building >= 1 ? ALIKE : 0);
}

/** Share of the words of both that the other has too; a word with a slip counts for four fifths. */
function shareOf(a: readonly number[], b: readonly number[], words: Vocabulary): number {
  if (a.length === 0 || b.length === 0) return 0;
  let sum = 0;
  for (const one of a) sum += bestOf(one, b, words);
  for (const one of b) sum += bestOf(one, a, words);
  return sum / (a.length + b.length);
}

function bestOf(word: number, others: readonly number[], words: Vocabulary): number {
  let best = 0;
  for (const other of others) {
    const code = words.word(word, other);
    const worth = code === SAME ? 1 : code <= SIMILAR ? 0.8 : code === PARTIAL ? 0.3 : 0;
    if (worth > best) best = worth;
  }
  return best;
}

/**
 * `same`: town and code, or the one that both have and nothing against it; `equivalent`: one of them, the other differs;
 * `similar`: as far apart as a slip; `partial`: only the region, or a word of the town.
 */
function comparePlaces(a: PreparedAddress, b: PreparedAddress, { words, values }: Lexicon): AgreementCode {
  const town = a.locality === 0 || b.locality === 0 ? MISSING : words.word(a.locality, b.locality);
  const code = compareWhole(a.code, b.code);
  if (town === MISSING && code === MISSING) return sameRegion(a, b);
  if (town === SAME || code === SAME) return bothAgree(town, code) ? SAME : EQUIVALENT;
  if (town <= SIMILAR || isTypoOf(values.text(a.code), values.text(b.code))) return SIMILAR;
  return town === PARTIAL || sharesWord(a, b) ? PARTIAL : orRegion(a, b);
}

/** A code stands for its town: a slip in the one does not matter where the other is right. */
const bothAgree = (town: AgreementCode, code: AgreementCode) =>
  code !== DIFFERENT && (town <= SIMILAR || town === MISSING);

const orRegion = (a: PreparedAddress, b: PreparedAddress) =>
  sameRegion(a, b) === PARTIAL ? PARTIAL : DIFFERENT;

function sameRegion(a: PreparedAddress, b: PreparedAddress): AgreementCode {
  const region = compareWhole(a.region, b.region);
  return region === SAME ? PARTIAL : region;
}

const sharesWord = (a: PreparedAddress, b: PreparedAddress) =>
  a.localityWords.some((word) => b.localityWords.includes(word));
