// Several facts on one line.
/** Between the parts of one line; not a sentence. */
const BETWEEN = ' · ';

/** The parts that say something, on one line. */
export const joined = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(BETWEEN);
