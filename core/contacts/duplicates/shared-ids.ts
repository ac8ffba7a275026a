// Short lists of numbers: words, values, groups of names.

/** The two lists have a number in common. */
export function sharesOne(a: readonly number[], b: readonly number[]): boolean {
  for (const one of a) if (b.includes(one)) return true;
  return false;
}
