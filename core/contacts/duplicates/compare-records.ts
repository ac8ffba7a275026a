// Two records field by field: how well each agrees. The comparison vector of Fellegi & Sunter (1969).
import {
  BDAY,
  DIFFERENT,
  EMAIL,
  EQUIVALENT,
  FAMILY,
  GIVEN,
  IDENTIFIER,
  MISSING,
  ORG,
  PARTIAL,
  PLACE,
  PROFILE,
  RENAMED,
  SAME,
  SIMILAR,
  STREET,
  TEL,
  TITLE,
} from './agreement.ts';
import type { AgreementCode, Comparison } from './agreement.ts';
import { compareAddresses } from './compare-addresses.ts';
import { compareDates } from './compare-dates.ts';
import { compareEmails, compareIdentifiers, compareTels } from './compare-keys.ts';
import { compareNames, hasSameWords } from './compare-names.ts';
import type { NameAgreement } from './compare-names.ts';
import type { Lexicon, Phrase, Prepared } from './prepared.ts';
import { sharesOne } from './shared-ids.ts';
import type { Vocabulary } from './vocabulary.ts';

/** How records of one book are compared: its words, and whether its dates use 1 January for "day not known". */
export interface Comparing extends Lexicon {
  readonly vagueNewYear: boolean;
}

/** Filled anew for every pair: a million pairs need no million objects. */
const names: NameAgreement = { given: MISSING, family: MISSING, isSwapped: false };

/**
 * Compares `a` with `b` into `into`, one agreement a field. Symmetric. Answers true when given and family names agree
 * only crosswise, as when somebody filled in the two fields in the other order.
 */
export function compareRecords(a: Prepared, b: Prepared, comparing: Comparing, into: Comparison): boolean {
  const { words, values } = comparing;
  compareNames(a, b, words, names);
  const { street, place } = compareAddresses(a, b, comparing);
  into[PROFILE] = compareProfiles(a, b);
  into[EMAIL] = compareEmails(a, b, values);
  into[TEL] = compareTels(a.tels, b.tels, values);
  into[IDENTIFIER] = compareIdentifiers(a.identifiers, b.identifiers, values);
  into[GIVEN] = names.given;
  into[FAMILY] = names.family;
  into[BDAY] = compareDates(a.bday, b.bday, comparing.vagueNewYear);
  into[STREET] = street;
  into[PLACE] = place;
  into[ORG] = compareWords(a.org, b.org, words);
  into[TITLE] = compareWords(a.title, b.title, words);
  return names.isSwapped;
}

/**
 * Each has a profile of their own and the names are not one: nothing more need be compared, for nothing will be said of
 * them (see `mustStayApart` and `isSecondProfile`).
 */
export function areSurelyTwo(a: Prepared, b: Prepared, { words }: Comparing): boolean {
  if (a.profiles.length === 0 || b.profiles.length === 0 || sharesOne(a.profiles, b.profiles)) return false;
  compareNames(a, b, words, names);
  return names.given > EQUIVALENT || names.family > SIMILAR;
}

function compareProfiles(a: Prepared, b: Prepared): AgreementCode {
  if (a.profiles.length === 0 || b.profiles.length === 0) return MISSING;
  if (sharesOne(a.profiles, b.profiles)) return SAME;
  // LinkedIn lets members rename their address; the day they connected stays.
  const isRenamed = a.connectedOn !== 0 && a.connectedOn === b.connectedOn && names.given <= EQUIVALENT;
  return isRenamed && names.family <= SIMILAR ? RENAMED : DIFFERENT;
}

/**
 * Organisations and titles. `equivalent`: all words of the shorter one (`Acme` and `Acme Robotics`); `similar`: the same
 * but for a slip; `partial`: half of the words.
 */
function compareWords(a: Phrase, b: Phrase, words: Vocabulary): AgreementCode {
  if (a.whole === 0 || b.whole === 0) return MISSING;
  if (a.whole === b.whole || hasSameWords(a.words, b.words)) return SAME;
  const shared = Math.min(countIn(a.words, b.words), countIn(b.words, a.words));
  const shorter = Math.min(a.words.length, b.words.length);
  if (shared === shorter) return EQUIVALENT;
  if (words.word(a.whole, b.whole) <= SIMILAR) return SIMILAR;
  return shared * 2 >= Math.max(a.words.length, b.words.length) ? PARTIAL : DIFFERENT;
}

/** How many of some words are among others. */
function countIn(some: readonly number[], others: readonly number[]): number {
  let count = 0;
  for (const word of some) if (others.includes(word)) count += 1;
  return count;
}
