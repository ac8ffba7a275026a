// What other programs call two people to each other, in the words of vCard (RFC 6350 §6.6.6) where it has one.

const TYPES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    partner: 'sweetheart',
    spouse: 'spouse',
    husband: 'spouse',
    wife: 'spouse',
    date: 'date',
    lover: 'sweetheart',
    parent: 'parent',
    mother: 'parent',
    father: 'parent',
    child: 'child',
    son: 'child',
    daughter: 'child',
    sibling: 'sibling',
    brother: 'sibling',
    sister: 'sibling',
    friend: 'friend',
    bestfriend: 'friend',
    acquaintance: 'acquaintance',
    colleague: 'colleague',
    coworker: 'co-worker',
    neighbor: 'neighbor',
    neighbour: 'neighbor',
    relative: 'kin',
  }),
);

/** The vCard type of a relation, else the word as the program has it, lower case. */
export function relationType(word: string): string {
  const key = word.toLowerCase().replace(/[^\p{L}]/gu, '');
  return TYPES.get(key) ?? word.trim().toLowerCase().slice(0, 100);
}
