// Whether two names are one: across scripts, spellings, short forms, initials, swapped fields, double names and typos.
import { FAMILY_PARTICLES } from './particles.ts';
import type { Agreement } from '#core/contacts/duplicates/model.ts';
import type { StructuredName } from '#core/contacts/model.ts';
import { tokens } from '#core/shared/fold.ts';
import { givenNameGroups, sharedGroup } from './diminutives.ts';
import { isTypoOf, wordForms, type WordForms } from './word-forms.ts';

export { isTypoOf } from './word-forms.ts';

/** How two whole names agree. Of `Agreement`, the parts never answer `renamed`. */
export interface NameComparison {
  readonly given: Agreement;
  readonly family: Agreement;
  /** The given name of one is the family name of the other; both parts then say how well they agree crosswise. */
  readonly isSwapped: boolean;
}

/** One part of a name, ready for comparing. */
interface Part {
  readonly words: readonly WordForms[];
  /** All words as one, in Latin letters: `jeanpierre`, `vanderberg`. */
  readonly joined: string;
  /** Of a family name: the same without particles. */
  readonly core: readonly WordForms[];
  readonly coreJoined: string;
  /** The groups of all words taken as one name: those of María Teresa for `María Teresa`. */
  readonly groups: readonly number[];
}

const PARTICLES = new Set([...FAMILY_PARTICLES, 'vanden']);
/** Particles that are written together with the name as well. */
const GLUED = new Set([
  'van',
  'vander',
  'vanden',
  'vande',
  'von',
  'dela',
  'della',
  'delos',
  'delas',
  'al',
  'el',
  'ben',
  'bin',
  'de',
  'di',
]);

const REMEMBERED = 50_000;
const parts = new Map<string, Part>();

function made(text: string): Part {
  const words = tokens(text).map((word) => wordForms(word));
  const written = text.split(/[\s-]+/).map((word) => wordForms(word));
  // The written words know their umlauts and stops, which the tokens have lost; they stand for them when there are as many.
  const isWordForWord = written.length === words.length && written.every(({ latin }) => latin !== '');
  const forms = isWordForWord ? written : words;
  const telling = forms.filter(({ latin }) => !PARTICLES.has(latin));
  const core = telling.length > 0 ? telling : forms;
  return {
    words: forms,
    joined: forms.map(({ latin }) => latin).join(''),
    core,
    coreJoined: core.map(({ latin }) => latin).join(''),
    groups: forms.length > 1 ? givenNameGroups(text) : (forms[0]?.groups ?? []),
  };
}

function partOf(text: string): Part {
  let part = parts.get(text);
  if (part === undefined) {
    part = made(text);
    if (parts.size >= REMEMBERED) parts.clear();
    parts.set(text, part);
  }
  return part;
}

/** How telling an agreement is; the weaker of several is what they come to. */
const RANK: Readonly<Record<Agreement, number>> = {
  same: 6,
  renamed: 6,
  equivalent: 5,
  initial: 4,
  similar: 3,
  partial: 2,
  missing: 1,
  different: 0,
};
const weaker = (a: Agreement, b: Agreement): Agreement => (RANK[a] <= RANK[b] ? a : b);
const stronger = (a: Agreement, b: Agreement): Agreement => (RANK[a] >= RANK[b] ? a : b);

const isAlike = (a: WordForms, b: WordForms) =>
  a.latin === b.latin ||
  a.umlautless === b.latin ||
  a.latin === b.umlautless ||
  (a.sound !== '' && a.sound === b.sound);

/** How two words agree; `asGiven` knows short forms too. */
function wordAgreement(a: WordForms, b: WordForms, asGiven: boolean): Agreement {
  if (a === b || a.folded === b.folded) return 'same';
  if (a.latin === '' || b.latin === '') return 'different';
  if (a.latin.length === 1 || b.latin.length === 1)
    return a.latin[0] === b.latin[0] ? 'initial' : 'different';
  if (isAlike(a, b) || (asGiven && sharedGroup(a.groups, b.groups) !== undefined)) return 'equivalent';
  return isTypoOf(a.latin, b.latin) ? 'similar' : 'different';
}

/** `JP` beside `Jean-Pierre`. */
const areInitialsOf = (short: Part, long: Part) =>
  short.words.length === 1 &&
  long.words.length > 1 &&
  short.joined.length === long.words.length &&
  long.words.every(({ latin }, at) => latin[0] === short.joined[at]);

/** The parts in an order that does not depend on which came first: fewer words, then by letters. */
const ordered = (a: Part, b: Part): readonly [Part, Part] => {
  if (a.words.length !== b.words.length) return a.words.length < b.words.length ? [a, b] : [b, a];
  return a.joined <= b.joined ? [a, b] : [b, a];
};

const best = (word: WordForms, others: readonly WordForms[], asGiven: boolean): Agreement => {
  let found: Agreement = 'different';
  for (const other of others) found = stronger(found, wordAgreement(word, other, asGiven));
  return found;
};

/** Given names word by word; the first counts most, the others must not contradict. */
function wordByWord(a: Part, b: Part): Agreement {
  const [short, long] = ordered(a, b);
  const first = wordAgreement(short.words[0]!, long.words[0]!, true);
  if (first === 'different') {
    const elsewhere = stronger(
      best(short.words[0]!, long.words.slice(1), true),
      best(long.words[0]!, short.words.slice(1), true),
    );
    // Called by the second name: `Robert` beside `John Robert`. An initial elsewhere says nothing.
    return RANK[elsewhere] >= RANK.equivalent ? 'partial' : 'different';
  }
  const others = long.words.slice(1);
  const contradicts = short.words.slice(1).some((word) => best(word, others, true) === 'different');
  return contradicts ? weaker(first, 'partial') : first;
}

function compareGiven(a: Part, b: Part): Agreement {
  if (a.words.length === 0 || b.words.length === 0) return 'missing';
  if (a.joined === b.joined && a.joined !== '') return sameLetters(a, b);
  if (sharedGroup(a.groups, b.groups) !== undefined) return 'equivalent';
  if (areInitialsOf(a, b) || areInitialsOf(b, a)) return 'initial';
  const found = wordByWord(a, b);
  return found === 'different' && isTypoOf(a.joined, b.joined) ? 'similar' : found;
}

/** Equal in Latin letters: the same, or the same in another script. */
const sameLetters = (a: Part, b: Part): Agreement => (foldedOf(a) === foldedOf(b) ? 'same' : 'equivalent');
const foldedOf = (part: Part) => part.words.map(({ folded }) => folded.replace(/['-]/g, '')).join('');

/** `Vanderberg` beside `Berg`: the particle is written together with the name. */
function isGlued(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 4 && long.endsWith(short) && GLUED.has(long.slice(0, long.length - short.length));
}

/** Family names of several words: a common word is a part, all of them in order more. */
function sharedFamilies(a: Part, b: Part): Agreement {
  const agreements = a.core.map((word, at) => {
    const other = b.core[at];
    return other ? wordAgreement(word, other, false) : 'different';
  });
  if (a.core.length === b.core.length) {
    const together = agreements.reduce(weaker);
    if (together !== 'different') return together;
  }
  const sharesOne = a.core.some(
    (word) => word.latin.length > 1 && RANK[best(word, b.core, false)] >= RANK.equivalent,
  );
  return sharesOne ? 'partial' : 'different';
}

function compareFamily(a: Part, b: Part): Agreement {
  if (a.words.length === 0 || b.words.length === 0) return 'missing';
  if (a.joined === b.joined && a.joined !== '') return sameLetters(a, b);
  if (a.coreJoined === b.coreJoined && a.coreJoined !== '') return 'equivalent';
  const shared = sharedFamilies(a, b);
  if (shared !== 'different' && shared !== 'partial') return shared;
  if (isGlued(a.coreJoined, b.coreJoined)) return 'equivalent';
  return shared === 'different' && isTypoOf(a.coreJoined, b.coreJoined) ? 'similar' : shared;
}

const givenOf = (n: StructuredName) => partOf(n.additional === '' ? n.given : `${n.given} ${n.additional}`);

/** Agreements that are worth asking whether the fields are swapped. */
const isNothing = (agreement: Agreement) => agreement === 'different' || agreement === 'missing';

/** One name in one field, the other in two: `李明` beside 李 | 明, `Zendara Bell` as a given name. */
function areOneWhole(a: readonly [Part, Part], b: readonly [Part, Part]): boolean {
  const isParted = (name: readonly [Part, Part]) => name.every(({ joined }) => joined !== '');
  if (isParted(a) === isParted(b)) return false;
  const [[given, family], [first, last]] = isParted(a) ? [a, b] : [b, a];
  const whole = first.joined || last.joined;
  return whole === given.joined + family.joined || whole === family.joined + given.joined;
}

/**
 * How two names agree, part by part. Knows other scripts and transliterations (Юлия/Julia), accents and umlauts
 * (Müller/Mueller), short forms and the same name in other languages (Bob/Robert, Juan/John: `equivalent`), initials,
 * compound names (Jean-Pierre/JP), double and former family names (García/García Márquez: `partial`), particles
 * (van der Berg/Vanderberg/Berg) and one slip a word (`similar`). A missing middle name is no difference, a contradicting
 * one makes the given name `partial`. Titles and suffixes are not compared. Symmetric; never throws.
 */
export function compareNames(a: StructuredName, b: StructuredName): NameComparison {
  const givenA = givenOf(a);
  const givenB = givenOf(b);
  const familyA = partOf(a.family);
  const familyB = partOf(b.family);
  const given = compareGiven(givenA, givenB);
  const family = compareFamily(familyA, familyB);
  if (!isNothing(given) && !isNothing(family)) return { given, family, isSwapped: false };
  if (areOneWhole([givenA, familyA], [givenB, familyB]))
    return { given: 'equivalent', family: 'equivalent', isSwapped: false };
  const crosswise = weaker(compareGiven(givenA, familyB), compareGiven(familyA, givenB));
  return RANK[crosswise] >= RANK.similar && RANK[crosswise] > RANK[stronger(weaker(given, family), 'partial')]
    ? { given: crosswise, family: crosswise, isSwapped: true }
    : { given, family, isSwapped: false };
}
