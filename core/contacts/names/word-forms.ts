// One word of a name with everything it is compared by, worked out once.
import { fold } from '#core/shared/fold.ts';
import { givenNameGroups } from './diminutives.ts';
import { romanise, soundKey, withoutUmlauts } from './romanise.ts';

/** The forms of one written word of a name. */
export interface WordForms {
  /** Folded, in its own script. */
  readonly folded: string;
  /** In Latin letters, nothing else. */
  readonly latin: string;
  /** Without umlauts the German way, when that differs from `latin`: mueller. */
  readonly umlautless: string;
  readonly sound: string;
  /** `givenNameGroups`. */
  readonly groups: readonly number[];
}

const REMEMBERED = 50_000;
const known = new Map<string, WordForms>();

/** How Spanish and English registers shorten names; the stop or the small ª tells `Ma.` from the family name Ma. */
const ABBREVIATED: ReadonlyMap<string, string> = new Map([
  ['mª', 'maria'],
  ['m.ª', 'maria'],
  ['ma.', 'maria'],
  ['mª.', 'maria'],
  ['fco.', 'francisco'],
  ['fco', 'francisco'],
  ['fca.', 'francisca'],
  ['wm', 'william'],
  ['wm.', 'william'],
  ['chas.', 'charles'],
  ['geo.', 'george'],
  ['jas.', 'james'],
  ['jos.', 'joseph'],
  ['thos.', 'thomas'],
  ['robt.', 'robert'],
  ['md.', 'mohammed'],
]);

function worked(word: string): WordForms {
  const plain = ABBREVIATED.get(word.toLowerCase()) ?? word;
  const latin = romanise(plain).replace(/[^a-z0-9]/g, '');
  return {
    folded: fold(plain),
    latin,
    umlautless: withoutUmlauts(plain)?.replace(/[^a-z0-9]/g, '') ?? latin,
    sound: soundKey(plain),
    groups: givenNameGroups(plain),
  };
}

/** The forms of one word. Remembered for up to 50 000 words. */
export function wordForms(word: string): WordForms {
  let forms = known.get(word);
  if (forms === undefined) {
    forms = worked(word);
    if (known.size >= REMEMBERED) known.clear();
    known.set(word, forms);
  }
  return forms;
}

const SHORTEST_TYPO = 4;

/**
 * True when one slip of the hand makes one word of the other: a letter too many, too few, another one, or two
 * neighbours changed round (Damerau–Levenshtein distance 1). Both must have at least four UTF-16 units: of shorter words
 * too many are that close. False for equal words. Symmetric. Compare folded words.
 */
export function isTypoOf(a: string, b: string): boolean {
  if (a.length > b.length) return isTypoOf(b, a);
  if (a.length < SHORTEST_TYPO || b.length - a.length > 1 || a === b) return false;
  const start = commonStart(a, b);
  // What is left of either word behind the letters that agree at both ends.
  let leftOfA = a.length - start;
  let leftOfB = b.length - start;
  while (
    leftOfA > 0 &&
    leftOfB > 0 &&
    a.charCodeAt(start + leftOfA - 1) === b.charCodeAt(start + leftOfB - 1)
  ) {
    leftOfA--;
    leftOfB--;
  }
  return leftOfB <= 1 || (leftOfA === 2 && leftOfB === 2 && areChangedRound(a, b, start));
}

function commonStart(a: string, b: string): number {
  let start = 0;
  while (start < a.length && a.charCodeAt(start) === b.charCodeAt(start)) start++;
  return start;
}

/** Two letters that are neighbours in both words, in the other order. */
const areChangedRound = (a: string, b: string, at: number) =>
  a.charCodeAt(at) === b.charCodeAt(at + 1) && a.charCodeAt(at + 1) === b.charCodeAt(at);
