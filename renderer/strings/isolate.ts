// Names written from right to left inside a sentence written from left to right.

const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/**
 * A name ready to stand in a sentence: one with right-to-left letters is isolated (Unicode FSI … PDI, UAX #9), so
 * that it does not drag the words and the full stop around it to its side. Others stay as they are.
 */
export const isolated = (name: string): string => (RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name);
