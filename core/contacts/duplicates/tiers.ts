// What may be said of a pair: surely, probably or possibly one person – or a second profile that asks to be verified.
import {
  BDAY,
  DIFFERENT,
  EMAIL,
  EQUIVALENT,
  FAMILY,
  GIVEN,
  IDENTIFIER,
  INITIAL,
  MISSING,
  ORG,
  PARTIAL,
  PROFILE,
  SAME,
  SIMILAR,
  TEL,
} from './agreement.ts';
import type { Comparison } from './agreement.ts';
import { isRoleMailbox } from './compare-keys.ts';
import type { DuplicateTier } from './model.ts';

/**
 * From here on a pair is suggested. Slips come together – who gets the name wrong gets the street wrong – so the sum of
 * weights, which takes them for independent, is too strict by about this much: even odds lie here, not at zero.
 */
export const SUGGESTED = -2;
/** A chance of 99 in 100. */
const PROBABLY = Math.log2(99);

/** How many people have the value that a pair shares, where it is one that can name a person. */
export interface SharedKeys {
  readonly email: string;
  readonly emailHolders: number;
  readonly telHolders: number;
}

/** The tier of a pair that is suggested. `weight` in bits. */
export function tierOf(comparison: Comparison, weight: number, shared: SharedKeys): DuplicateTier {
  if (isSure(comparison, shared)) return 'surely';
  return weight >= PROBABLY ? 'probably' : 'possibly';
}

/** A strong key agrees, the names do not speak against it, and nothing else contradicts. */
function isSure(comparison: Comparison, shared: SharedKeys): boolean {
  if (contradicts(comparison)) return false;
  const namesFit = doNamesFit(comparison);
  if (comparison[PROFILE] === SAME) return namesFit || isNameless(comparison);
  if (comparison[IDENTIFIER] === SAME) return namesFit;
  const isOwnMailbox =
    comparison[EMAIL] === SAME && shared.emailHolders <= MOST_HOLDERS && !isRoleMailbox(shared.email);
  if (isOwnMailbox) return namesFit || isNameless(comparison);
  // A telephone may be a household's or a desk's: both names must be there, and no other mailbox.
  const isOwnTel = comparison[TEL] === SAME && shared.telHolders <= MOST_HOLDERS;
  return isOwnTel && comparison[EMAIL] !== DIFFERENT && isOneName(comparison);
}

/** Copies of one person from several exports; more cards with one mailbox are a group's. */
const MOST_HOLDERS = 6;

function contradicts(comparison: Comparison): boolean {
  const bday = comparison[BDAY]!;
  return (
    comparison[PROFILE] === DIFFERENT ||
    comparison[IDENTIFIER] === DIFFERENT ||
    comparison[IDENTIFIER] === PARTIAL ||
    bday === DIFFERENT ||
    bday === PARTIAL
  );
}

/** Given and family name agree as well as two spellings of one name do; at most one of them is missing. */
function doNamesFit(comparison: Comparison): boolean {
  const given = comparison[GIVEN]!;
  const family = comparison[FAMILY]!;
  const givenFits = given <= SIMILAR || given === MISSING;
  const familyFits = family <= PARTIAL || family === MISSING;
  return givenFits && familyFits && !(given >= INITIAL && family >= PARTIAL);
}

/** No names to compare, and nothing said of a company speaks against it. */
const isNameless = (comparison: Comparison) =>
  comparison[GIVEN] === MISSING &&
  comparison[FAMILY] === MISSING &&
  comparison[ORG] !== DIFFERENT &&
  comparison[ORG] !== PARTIAL;

const isOneName = (comparison: Comparison) =>
  comparison[GIVEN]! <= EQUIVALENT && comparison[FAMILY]! <= EQUIVALENT;

/**
 * Same name and same company under a second profile address (feature M12): a copy of somebody's profile looks like this,
 * and so does a namesake in a large company. To be verified, never merged on a click.
 */
export function isSecondProfile(comparison: Comparison): boolean {
  return comparison[PROFILE] === DIFFERENT && isOneName(comparison) && comparison[ORG]! <= SIMILAR;
}

/** Pairs that are two people whatever else agrees: each has a profile of their own. */
export const mustStayApart = (comparison: Comparison): boolean => comparison[PROFILE] === DIFFERENT;
