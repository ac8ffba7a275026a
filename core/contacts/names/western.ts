// Names in Western order: which words are one name, and where the family name with its particles starts.
import { fold } from '#core/shared/fold.ts';
import { IBERIAN, IBERIAN_GIVEN } from './families.ts';
import type { Core } from './order.ts';

const PARTICLES = new Set(
  (
    'de del della dello delle degli dei di da do dos das du des la le las los van von vom vander der den zu zur zum ter ten ' +
    "te st st. san santa sao são al el bin bint binti ibn abu af av dela dal dalla lo mac mc de' de’  ’t 't op o' d' v.d. vd v. " +
    'ó ní nic uí mhic ua ' +
    'graf gräfin freiherr freifrau freiin ritter edler prinz prinzessin baron baronin ould wuld bar e.v. vande vanden ' +
    'بن ابن بنت آل ولد בן בת בר אבן'
  ).split(' '),
);
/** Given names too, so only a particle when written small. */
const SMALL_PARTICLES = new Set(['ben', 'ap', 'do', 'te', 'bar', 'v.', 'op', 'baron', 'av', 'den']);
/** Capitalised these are particles right before the family name, but do not start one of several words. */
const WEAK_PARTICLES = new Set('la le lo da san santa al el mac mc te st st.'.split(' '));
/** Dutch and German prepositions: only before an article. */
const PREPOSITIONS = new Set('in op aan uit voor onder over bij auf aus und am im'.split(' '));
const CONJUNCTIONS = new Set(['y', 'i', 'e', 'und', '&']);
const JOINTS = new Set(['and', '&', 'und', 'et', 'of', 'the', 'och', 'og']);
const BOUND = new Set(['abdul', 'abd', 'abdel', 'abdal', 'abdur', 'abu', 'umm', 'abou', 'عبد', 'أبو', 'ابو']);
const JOINING = new Set([
  ...PARTICLES,
  ...SMALL_PARTICLES,
  ...PREPOSITIONS,
  ...CONJUNCTIONS,
  ...JOINTS,
  ...BOUND,
]);
/** `Nur ad-Din`. */
const AL_DIN = /^(?:al|ad|el|ed|ud)-(?:din|deen|dine)$/i;
const DEVOTION =
  /^(?:de la|de los|de las|del|de|da|das|dos|do) (?:luz|cruz|paz|angeles|carmen|pilar|rosario|lourdes|dolores|mercedes|jesus|dios|fatima|gracas|conceicao|socorro|consuelo|refugio|rocio|mar|guadalupe|gloria|ceu)$/;
const DEVOUT = new Set(['maria', 'jose', 'juan', 'ana', 'joao', 'mª', 'm.ª']);

/** True for a particle written small, as it may stand behind the given names of a list: `Berg, Jan van den`. */
export const isSmallParticle = (word: string) => word === word.toLowerCase() && PARTICLES.has(word);

function isParticle(word: string, next: string | undefined): boolean {
  const key = word.toLowerCase();
  if (!PARTICLES.has(key) && !PREPOSITIONS.has(key) && !SMALL_PARTICLES.has(key)) return false;
  if (PREPOSITIONS.has(key) && word === key) return next !== undefined && isParticle(next, undefined);
  return SMALL_PARTICLES.has(key) ? word === key : PARTICLES.has(key);
}

/** True for a word that may belong to the one before or after it: `Abdul`, `de`, `and`. */
export const mayBeJoined = (word: string) => JOINING.has(word.toLowerCase());

/** Joins what is one name in several words: `John and Jane`, `Abdul Rahman`, `María de los Ángeles`. */
export function joined(words: readonly string[]): readonly string[] {
  if (!words.some((word) => mayBeJoined(word) || word.includes('-'))) return words;
  const pieces: string[] = [];
  for (let at = 0; at < words.length;) {
    const end = joinedUntil(words, at);
    const piece = words.slice(at, end).join(' ');
    const isWithBefore = at > 0 && (AL_DIN.test(piece) || isJoint(words, at));
    if (isWithBefore) pieces[pieces.length - 1] += ` ${piece}`;
    else pieces.push(piece);
    at = end;
  }
  return devoutlyJoined(pieces);
}

/** `and` between two names, not the `y` of `Ortega y Gasset` or the `und` of a particle. */
const isJoint = (words: readonly string[], at: number) =>
  at > 0 &&
  at < words.length - 1 &&
  JOINTS.has(words[at]!.toLowerCase()) &&
  !isParticle(words[at - 1]!, words[at]);

/** Where the piece that starts at `at` ends: with the name that `and` joins, or behind `Abdul Rahman`. */
function joinedUntil(words: readonly string[], at: number): number {
  let end = at + 1;
  if (isJoint(words, at)) {
    while (end < words.length - 1 && JOINTS.has(words[end]!.toLowerCase())) end++;
    return end + 1;
  }
  if (!BOUND.has(words[at]!.toLowerCase()) || end >= words.length) return end;
  return Math.min(words.length, /^(?:al|el|ul|ar)$/i.test(words[end]!) ? end + 2 : end + 1);
}

function devoutlyJoined(words: readonly string[]): readonly string[] {
  if (words.length < 4 || !DEVOUT.has(fold(words[0]!))) return words;
  for (const size of [3, 2]) {
    const phrase = words.slice(1, 1 + size).join(' ');
    if (words.length > size + 1 && DEVOTION.test(fold(phrase)))
      return [`${words[0]!} ${phrase}`, ...words.slice(1 + size)];
  }
  return words;
}

/** True for a Spanish or Portuguese family name, by the list or by its ending: `Ibáñez`. */
export const isIberian = (word: string) => IBERIAN.has(fold(word)) || /.{3}[eéáaíi]z$/i.test(word);

/** Where the family name starts in `Given … Family`. */
function familyStart(words: readonly string[]): number {
  let start = words.length - 1;
  const linked = words[start - 1];
  if (linked !== undefined && CONJUNCTIONS.has(linked) && start >= (linked === 'e' ? 4 : 3)) start -= 2;
  const last = start;
  while (start > 1 && isParticle(words[start - 1]!, words[start])) start--;
  if (start === last && start === words.length - 1) {
    const first = words.findLastIndex(
      (word, at) =>
        at > 0 &&
        at < last &&
        isParticle(word, words[at + 1]) &&
        !(WEAK_PARTICLES.has(word.toLowerCase()) && word !== word.toLowerCase()),
    );
    if (first > 0) return particlesBefore(words, first);
  }
  return isDoubled(words, start) ? start - 1 : start;
}

function particlesBefore(words: readonly string[], first: number): number {
  let start = first;
  while (start > 1 && isParticle(words[start - 1]!, words[start])) start--;
  return start;
}

const PORTUGUESE = new Set(['da', 'do', 'dos', 'das']);

/** `Gabriel García Márquez`, `Juan García de la Torre`, `Pablo Ruiz Picazo`: the word before is a family name too. */
function isDoubled(words: readonly string[], start: number): boolean {
  if (start < 2 || !isIberian(words[start - 1]!)) return false;
  // Portuguese: the last of several names is the family name, what stands before it is not.
  if (PORTUGUESE.has(words[start]!.toLowerCase())) return false;
  if (start > 2 && isParticle(words[start - 2]!, undefined)) return false;
  return start < words.length - 1 || isIberian(words.at(-1)!) || IBERIAN_GIVEN.has(fold(words[0]!));
}

const INITIALS = /^(?:\p{Lu}\.){2,}$/u;

/** The components of words in Western order. */
export function western(words: readonly string[]): Core {
  if (words.length === 1) return { given: words[0]!, additional: '', family: '' };
  const first = words[0] ?? '';
  if (PARTICLES.has(first)) {
    if (isNobodys(words)) return { given: '', additional: '', family: words.join(' ') };
    const name = words.findIndex((word) => !PARTICLES.has(word));
    if (name + 1 < words.length && isCapitalised(words[name]!) && isCapitalised(words[name + 1]!))
      return {
        family: words.slice(0, name + 1).join(' '),
        given: words[name + 1]!,
        additional: words.slice(name + 2).join(' '),
      };
  }
  const start = familyStart(words);
  // `J.R.R. Smith`
  const initials = first.endsWith('.') && INITIALS.test(first) ? first.match(/\p{Lu}\./gu)! : [first];
  return {
    given: initials[0]!,
    additional: [...initials.slice(1), ...words.slice(1, start)].join(' '),
    family: words.slice(start).join(' '),
  };
}

const isCapitalised = (word: string) => /^\p{Lu}/u.test(word);

/** `van den Bosch`, `de la Vega`: particles written small before one capital, and no given name. */
const isNobodys = (words: readonly string[]) =>
  words.slice(0, -1).every((word) => PARTICLES.has(word)) && words.at(-1) !== words.at(-1)!.toLowerCase();
