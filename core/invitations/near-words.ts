// Misspelled cue words: one letter wrong, missing, doubled or two swapped, in words long enough to bear it.

/** Shorter words are other words when a letter changes. */
const SHORTEST = 7;

/** The words of a vocabulary, findable by any spelling one slip away. */
export interface NearWords {
  readonly known: ReadonlySet<string>;
  readonly byDeletion: ReadonlyMap<string, readonly string[]>;
  /** Answers given before: the same words come in every note. */
  readonly answered: Map<string, string>;
}

const MOST_ANSWERS = 20_000;

function deletions(word: string): string[] {
  const found: string[] = [];
  for (let at = 1; at < word.length; at += 1) found.push(word.slice(0, at) + word.slice(at + 1));
  return found;
}

/** Indexes the words of seven letters and more by what is left of them when one letter after the first is dropped. */
export function nearWords(vocabulary: Iterable<string>): NearWords {
  const known = new Set(vocabulary);
  const byDeletion = new Map<string, string[]>();
  for (const word of known) {
    if (word.length < SHORTEST) continue;
    for (const key of new Set([word, ...deletions(word)])) {
      const list = byDeletion.get(key);
      if (list) list.push(word);
      else byDeletion.set(key, [word]);
    }
  }
  return { known, byDeletion, answered: new Map() };
}

/** The one word of the vocabulary a slip away from this one (symmetric deletion, as in SymSpell); else the word itself. */
export function asMeant(near: NearWords, word: string): string {
  if (word.length < SHORTEST - 1 || near.known.has(word)) return word;
  const before = near.answered.get(word);
  if (before !== undefined) return before;
  const answer = looked(near, word);
  if (near.answered.size >= MOST_ANSWERS) near.answered.clear();
  near.answered.set(word, answer);
  return answer;
}

function looked(near: NearWords, word: string): string {
  const found = new Set<string>();
  for (const key of [word, ...deletions(word)]) {
    for (const candidate of near.byDeletion.get(key) ?? []) {
      if (isOneSlip(word, candidate)) found.add(candidate);
    }
  }
  const [only] = found;
  return only !== undefined && found.size === 1 ? only : word;
}

/** Optimal string alignment distance of at most one; the first letters are equal by construction. */
function isOneSlip(a: string, b: string): boolean {
  let start = 0;
  while (start < a.length && a[start] === b[start]) start += 1;
  let end = 0;
  const shorter = Math.min(a.length, b.length);
  while (end < shorter - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const [left, right] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}
