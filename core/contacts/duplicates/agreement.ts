// Agreements as small numbers, and whole comparisons as one number: hundreds of thousands of pairs are counted by it.
import { Agreement, LINKAGE_FIELDS } from './model.ts';
import type { LinkageField } from './model.ts';

/** `Agreement` by number, in the order of its enum. */
export const AGREEMENTS = Agreement.options;
export type AgreementCode = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const SAME = 0;
export const EQUIVALENT = 1;
export const INITIAL = 2;
export const SIMILAR = 3;
export const PARTIAL = 4;
export const RENAMED = 5;
export const DIFFERENT = 6;
export const MISSING = 7;
export const LEVELS = 8;

export const FIELD_COUNT = LINKAGE_FIELDS.length;

/** The place of a field in a comparison. */
export const fieldAt = (field: LinkageField): number => LINKAGE_FIELDS.indexOf(field);

export const PROFILE = fieldAt('profile');
export const EMAIL = fieldAt('email');
export const TEL = fieldAt('tel');
export const IDENTIFIER = fieldAt('identifier');
export const GIVEN = fieldAt('given');
export const FAMILY = fieldAt('family');
export const BDAY = fieldAt('bday');
export const STREET = fieldAt('street');
export const PLACE = fieldAt('place');
export const ORG = fieldAt('org');
export const TITLE = fieldAt('title');

/** One code per field of `LINKAGE_FIELDS`. */
export type Comparison = Uint8Array;

/**
 * The comparison as one integer, three bits a field: two pairs that agree in the same way have the same pattern
 * (`γ` of Fellegi & Sunter 1969). Below 2^53 for up to 17 fields.
 */
export function patternOf(comparison: Comparison): number {
  let pattern = 0;
  for (let field = FIELD_COUNT - 1; field >= 0; field--) pattern = pattern * LEVELS + comparison[field]!;
  return pattern;
}

/** The comparison a pattern stands for, written into `into`. */
export function readPattern(pattern: number, into: Comparison): Comparison {
  let rest = pattern;
  for (let field = 0; field < FIELD_COUNT; field++) {
    into[field] = rest % LEVELS;
    rest = Math.floor(rest / LEVELS);
  }
  return into;
}
