// Every word of every record once: comparing two words is comparing two numbers, and what was compared is remembered.
import { givenNameGroups } from '#core/contacts/names/diminutives.ts';
import { jaroWinkler } from '#core/contacts/names/jaro-winkler.ts';
import { romanise, soundKey } from '#core/contacts/names/romanise.ts';
import { isTypoOf } from '#core/contacts/names/compare.ts';
import { DIFFERENT, EQUIVALENT, INITIAL, PARTIAL, SAME, SIMILAR } from './agreement.ts';
import type { AgreementCode } from './agreement.ts';
import { lettersOf, likenessAtMost } from './likeness.ts';
import { sharesOne } from './shared-ids.ts';

/** Jaro–Winkler from which two words may be one with more than one slip, and from which they share a good part. */
const CLOSE = 0.92;
const AKIN = 0.82;
/** Shorter words are close to too many others. */
const SHORTEST_TYPO = 4;

/** Distinct texts by number, and how many records have each. */
export interface Interner {
  /** The number of a text; the same text has the same number. 0 is the empty text. */
  idOf(text: string): number;
  text(id: number): string;
  readonly size: number;
}

export function interner(): Interner {
  const ids = new Map<string, number>([['', 0]]);
  const texts = [''];
  return {
    idOf(text) {
      let id = ids.get(text);
      if (id === undefined) {
        id = texts.length;
        ids.set(text, id);
        texts.push(text);
      }
      return id;
    },
    text: (id) => texts[id] ?? '',
    get size() {
      return texts.length;
    },
  };
}

/** A word by its Latin letters and digits; nearly all are so already. */
export const inLatin = (word: string): string =>
  /^[a-z0-9]*$/.test(word) ? word : romanise(word).replace(/[^a-z0-9]+/g, '');

/** Folded words in any script: their Latin letters (`text`), how they sound, and which given names they are forms of. */
export interface Vocabulary extends Interner {
  /** Equal for words that sound alike; numbers of their own kind. */
  soundId(id: number): number;
  /** Equal for words with the same three first letters. */
  startId(id: number): number;
  /** What the word and any word one slip away from it have in common: one letter less, or both ends of a long word. */
  slips(id: number): readonly number[];
  /** Code unit of the first letter. */
  initial(id: number): number;
  /** Formal names that the word is a form of, as numbers. */
  groups(id: number): readonly number[];
  /** How two given names agree. Symmetric. */
  given(a: number, b: number): AgreementCode;
  /** How two words of a family name, a street or a town agree. Symmetric. */
  word(a: number, b: number): AgreementCode;
}

/** Two numbers below 2^26 as one key of a map. */
const pairKey = (a: number, b: number) => (a < b ? a * 67_108_864 + b : b * 67_108_864 + a);

const PLACE_BITS = 18;
const PLACES = 1 << PLACE_BITS;

type Compare = (a: number, b: number) => AgreementCode;

/**
 * What was compared is remembered until another pair takes its place: two typed arrays, because a map would make an object
 * of every key.
 */
function memory(): (a: number, b: number, compare: Compare) => AgreementCode {
  const keys = new Float64Array(PLACES);
  const codes = new Uint8Array(PLACES);
  return (a, b, compare) => {
    const key = pairKey(a, b);
    const at = (Math.imul(a ^ b, 0x9e37_79b1) ^ Math.imul(a + b, 0x85eb_ca6b)) >>> (32 - PLACE_BITS);
    if (keys[at] !== key) {
      keys[at] = key;
      codes[at] = compare(a, b);
    }
    return codes[at] as AgreementCode; // written two lines above
  };
}

export function vocabulary(): Vocabulary {
  const written = interner();
  const latin: string[] = [];
  const words = { text: (id: number) => (latin[id] ??= inLatin(written.text(id))) };
  const keys = interner();
  const sounds: number[] = [];
  const starts: number[] = [];
  const slips: (readonly number[])[] = [];
  const masks: number[] = [];
  const groupsOf: (readonly number[])[] = [];
  const givens = memory();
  const others = memory();
  // A word without letters (a house number) has no sound of its own and stands for itself.
  const soundId = (id: number) =>
    (sounds[id] ??= keys.idOf(soundKey(written.text(id)) || `=${written.text(id)}`));
  const groups = (id: number) => (groupsOf[id] ??= givenNameGroups(written.text(id)).filter(isFormalName));

  const mask = (id: number) => (masks[id] ??= lettersOf(words.text(id)));
  const couldBeAlike = (a: number, b: number) =>
    likenessAtMost(words.text(a), mask(a), words.text(b), mask(b)) >= AKIN;
  const asGiven = (a: number, b: number): AgreementCode => {
    if (soundId(a) === soundId(b) || sharesOne(groups(a), groups(b))) return EQUIVALENT;
    const first = words.text(a);
    const second = words.text(b);
    if (first.length === 1 || second.length === 1) return first[0] === second[0] ? INITIAL : DIFFERENT;
    if (isShortForm(first, second)) return SIMILAR;
    return couldBeAlike(a, b) ? byLetters(first, second) : DIFFERENT;
  };
  const asWord = (a: number, b: number): AgreementCode => byLetters(words.text(a), words.text(b));

  return {
    idOf: (text) => written.idOf(text),
    text: (id) => words.text(id),
    get size() {
      return written.size;
    },
    soundId,
    startId: (id) => (starts[id] ??= keys.idOf(`<${words.text(id).slice(0, 4)}`)),
    slips: (id) => (slips[id] ??= slipsOf(words.text(id)).map((slip) => keys.idOf(`-${slip}`))),
    initial: (id) => words.text(id).charCodeAt(0),
    groups,
    given: (a, b) => (a === b ? SAME : givens(a, b, asGiven)),
    word(a, b) {
      if (a === b) return SAME;
      if (soundId(a) === soundId(b)) return EQUIVALENT;
      return couldBeAlike(a, b) ? others(a, b, asWord) : DIFFERENT;
    },
  };
}

/** Above this a word keeps one of its ends, whatever slip there is in it. */
const LONGEST_WITH_SLIPS = 9;

/** Two words one slip apart share one: the word itself, or with one letter left out; of a long word its two ends. */
function slipsOf(word: string): string[] {
  const slips = new Set([word]);
  if (word.length >= LONGEST_WITH_SLIPS) slips.add(`${word.slice(0, 4)}…`).add(`…${word.slice(-4)}`);
  if (word.length > LONGEST_WITH_SLIPS) return [...slips];
  if (word.length >= SHORTEST_TYPO)
    for (let at = 0; at < word.length; at++) slips.add(word.slice(0, at) + word.slice(at + 1));
  return [...slips];
}

/** Odd groups are one name in several languages: Jacob and James are seldom one person. */
const isFormalName = (group: number) => group % 2 === 0;

/** `Alex` for `Alexandra`: a beginning of at least four letters. */
const isShortForm = (a: string, b: string) =>
  Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a));

function byLetters(a: string, b: string): AgreementCode {
  if (Math.min(a.length, b.length) < SHORTEST_TYPO - 1) return DIFFERENT;
  if (isTypoOf(a, b)) return SIMILAR;
  const likeness = jaroWinkler(a, b);
  if (likeness >= CLOSE && Math.min(a.length, b.length) >= SHORTEST_TYPO) return SIMILAR;
  return likeness >= AKIN ? PARTIAL : DIFFERENT;
}
