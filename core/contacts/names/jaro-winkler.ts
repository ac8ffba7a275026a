// How alike two written words are, between 0 and 1.

const LONGEST = 64;
/** Which letters of either word have found their like; wiped for each pair, never made anew. */
const takenOfA = new Uint8Array(LONGEST);
const takenOfB = new Uint8Array(LONGEST);

/** Marks the letters that agree within the window in both words and answers how many there are. */
function matches(a: string, b: string): number {
  const window = Math.max(0, (Math.max(a.length, b.length) >> 1) - 1);
  takenOfA.fill(0, 0, a.length);
  takenOfB.fill(0, 0, b.length);
  let count = 0;
  for (let at = 0; at < a.length; at++) {
    const code = a.charCodeAt(at);
    const end = Math.min(b.length, at + window + 1);
    for (let other = Math.max(0, at - window); other < end; other++) {
      if (takenOfB[other] === 0 && b.charCodeAt(other) === code) {
        takenOfA[at] = 1;
        takenOfB[other] = 1;
        count++;
        break;
      }
    }
  }
  return count;
}

/** Of the marked letters, how many stand in another order; two of them are one transposition. */
function outOfOrder(a: string, b: string): number {
  let other = 0;
  let count = 0;
  for (let at = 0; at < a.length; at++) {
    if (takenOfA[at] === 0) continue;
    while (takenOfB[other] === 0) other++;
    if (a.charCodeAt(at) !== b.charCodeAt(other)) count++;
    other++;
  }
  return count;
}

/** Jaro's similarity of two words of at most 64 UTF-16 units; the rest of a longer one is not looked at. */
function jaro(a: string, b: string): number {
  const common = matches(a, b);
  if (common === 0) return 0;
  const transpositions = outOfOrder(a, b) / 2;
  return (common / a.length + common / b.length + (common - transpositions) / common) / 3;
}

/**
 * The similarity of Jaro and Winkler, 0 (nothing in common) to 1 (equal): letters that agree nearby, their order, and
 * a bonus of 0.1 for each of the first four letters that agree. Symmetric. Both words should be folded first: capitals
 * and accents count as differences. Two empty words are equal; only the first 64 UTF-16 units are compared.
 *
 * Source: W. E. Winkler, “String Comparator Metrics and Enhanced Decision Rules in the Fellegi–Sunter Model of Record
 * Linkage”, 1990; the bonus is given at any similarity, as in its tables.
 */
export function jaroWinkler(a: string, b: string): number {
  if (a === b) return 1;
  if (a.length === 0 || b.length === 0) return 0;
  const first = a.length > LONGEST ? a.slice(0, LONGEST) : a;
  const second = b.length > LONGEST ? b.slice(0, LONGEST) : b;
  // The shorter first, and of equal ones the earlier: greedy matching could otherwise depend on the order.
  const ordered = first.length < second.length || (first.length === second.length && first < second);
  const similarity = ordered ? jaro(first, second) : jaro(second, first);
  let prefix = 0;
  const most = Math.min(4, first.length, second.length);
  while (prefix < most && first.charCodeAt(prefix) === second.charCodeAt(prefix)) prefix++;
  return similarity + prefix * 0.1 * (1 - similarity);
}
