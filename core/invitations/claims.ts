// Names a note gives for how we are connected: who introduced us, and where we met.
import { lazily } from '#core/shared/lazily.ts';
import { cueLanguages } from './cues/languages.ts';
import { phraseBook, phrasesFound, type Word } from './words.ts';

/** A name as written, with the passage that claims it. */
export interface Claim {
  readonly name: string;
  readonly quote: string;
  readonly start: number;
}

const introductions = lazily(() =>
  phraseBook<'before' | 'after'>(
    cueLanguages().map((language) => ({
      before: language.introducerBefore,
      after: language.introducerAfter,
    })),
  ),
);
const wordsForAt = lazily(() => new Set(cueLanguages().flatMap((language) => language.at)));
const CAPITAL = /^[\p{Lu}\p{Lt}]/u;
const EVENT_WORD = /^(?:[\p{Lu}\p{Lt}\p{N}]|[\p{Ll}]+\p{Lu})/u;
const PARTICLE = new Set(
  'van von der den de del della da di do dos du la le el al bin ibn ter ten zu y e'.split(' '),
);
const EMPLOYED = new Set(['from', 'at', 'bei', 'von', 'chez', 'of']);
const NOBODY = new Set(
  'o os il der die das i im id ive we you he she they it my your our his her their the a an this that hi hello hey dear linkedin google facebook algorithm thanks thank since because when as ich sie wir er du es je nous il elle on vous yo el ella usted lei noi voi eu ele ela voce ik hij zij wij friend colleague someone somebody who and also just recently today yesterday monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december hallo bonjour hola ciao ola beste liebe lieber and linkedins ceo cto me us'.split(
    ' ',
  ),
);
const LONGEST_NAME = 5;
const LONGEST_GREETING = 6;

/** Who is said to have introduced the inviter to the owner ("Ana suggested we connect"); undefined if nobody is named. */
export function claimedIntroducer(text: string, plain: readonly Word[]): Claim | undefined {
  for (const { kind, from, to } of phrasesFound(introductions(), plain)) {
    const span = kind === 'before' ? nameBefore(text, plain, from) : nameAfter(text, plain, to, CAPITAL);
    if (span === undefined) continue;
    const passage = { from: Math.min(from, span.from), to: Math.max(to, span.to) };
    return {
      name: passageOf(text, plain, span).replace(ELIDED, ''),
      quote: passageOf(text, plain, passage),
      start: plain[passage.from]?.start ?? 0,
    };
  }
  return undefined;
}

/** The event at which a note says we met: the name after "at", near a cue of having met. */
export function claimedEvent(
  text: string,
  plain: readonly Word[],
  met: readonly { readonly quote: string; readonly start: number }[],
): Claim | undefined {
  for (const cue of met) {
    const begin = plain.findIndex((word) => word.start >= cue.start);
    for (let at = begin + 1; at < begin + 14 && at < plain.length; at++) {
      const word = plain[at];
      if (word === undefined || word.opens) break;
      if (!wordsForAt().has(word.text)) continue;
      const span = nameAfter(text, plain, at + 1, EVENT_WORD);
      const first = span && plain[span.from];
      const last = span && plain[span.to - 1];
      if (!first || !last || /^\d+$/.test(first.text)) continue;
      const end = Math.max(last.end, cue.start + cue.quote.length);
      return { name: text.slice(first.start, last.end), quote: text.slice(cue.start, end), start: cue.start };
    }
  }
  return undefined;
}

const passageOf = (text: string, plain: readonly Word[], { from, to }: { from: number; to: number }) =>
  text.slice(plain[from]?.start ?? 0, plain[to - 1]?.end ?? 0);
/** "sur les conseils d’Amélie": the article is none of the name. */
const ELIDED = /^(?:d|l|dell|all|dall)['’](?=\p{Lu})/u;
const written = (text: string, word: Word) => text.slice(word.start, word.end).replace(ELIDED, '');
/** Words of one name stand next to each other: no comma, bracket or line between. */
const joined = (text: string, a: Word, b: Word) => /^(?:[ \t-]|\. ?){0,2}$/.test(text.slice(a.end, b.start));
const isName = (text: string, word: Word | undefined, shape: RegExp) =>
  word !== undefined && !NOBODY.has(word.tail ?? word.text) && shape.test(written(text, word));

function nameAfter(text: string, plain: readonly Word[], from: number, shape: RegExp) {
  // "at the DevConf", "our mutual friend, Ana"
  const start = [from, from + 1].find((index) => {
    const article = /^(?:the|der|die|das|dem|den|la|le|il|el|lo|los|o|os|het|de|your|my)$/;
    return (
      !plain[index]?.opens &&
      isName(text, plain[index], shape) &&
      (index === from || article.test(plain[from]?.text ?? ''))
    );
  });
  if (start === undefined) return undefined;
  let to = start + 1;
  for (let next = to; next < start + LONGEST_NAME; next++) {
    const word = plain[next];
    const previous = plain[next - 1];
    if (!word || !previous || word.opens || !joined(text, previous, word)) break;
    if (isName(text, word, shape) || /^\d{4}$/.test(word.text)) to = next + 1;
    else if (!PARTICLE.has(word.text)) break;
  }
  return { from: start, to };
}

function runBefore(text: string, plain: readonly Word[], to: number) {
  let from = to;
  for (let index = to - 1; index >= 0 && index >= to - LONGEST_NAME; index--) {
    const word = plain[index];
    const next = plain[index + 1];
    if (!word || (index < to - 1 && next && (!joined(text, word, next) || next.opens))) break;
    if (isName(text, word, CAPITAL)) from = index;
    else if (!PARTICLE.has(word.text)) break;
    if (word.opens) break;
  }
  return from < to ? { from, to } : undefined;
}

function nameBefore(text: string, plain: readonly Word[], to: number) {
  if (plain[to]?.opens) return undefined;
  const run = runBefore(text, plain, to);
  if (run) return isAddressed(text, plain, run) ? undefined : withoutEmployer(text, plain, run);
  const employed = employedAt(plain, to);
  if (employed !== undefined) return runBefore(text, plain, employed);
  return lowerCaseName(plain[to - 1]) ? { from: to - 1, to } : undefined;
}

/** "Ana Silva from Acme suggested": the organisation stands between the name and the verb. */
function withoutEmployer(text: string, plain: readonly Word[], run: { from: number; to: number }) {
  const before = plain[run.from - 1];
  const whose = plain[run.from - 2];
  const isEmployed = before && whose && EMPLOYED.has(before.text) && joined(text, whose, before);
  return isEmployed ? (runBefore(text, plain, run.from - 1) ?? run) : run;
}

const greetings = lazily(() => new Set(cueLanguages().flatMap((language) => language.filler)));

/** "Bom dia Ruth, …" is whom the note is for, not who is said to have done something: a greeting, a name, and a comma. */
function isAddressed(text: string, plain: readonly Word[], { from, to }: { from: number; to: number }) {
  const [last, next] = [plain[to - 1], plain[to]];
  if (!last || !next || !/^\s*[,!:]/.test(text.slice(last.end, next.start))) return false;
  const greeting = plain.slice(Math.max(0, from - LONGEST_GREETING), from + 1);
  const opening = greeting.findLastIndex((word) => word.opens);
  return opening >= 0 && greeting.slice(opening, -1).every((word) => greetings().has(word.text));
}

/** "Dana from the Berlin office said": where the place of work begins, up to five words before the verb. */
function employedAt(plain: readonly Word[], to: number): number | undefined {
  for (let at = to - 1; at > 0 && at >= to - 5 && !plain[at]?.opens; at--) {
    if (EMPLOYED.has(plain[at]?.text ?? '')) return at;
  }
  return undefined;
}

/** A single word that opens the sentence and is no pronoun: "ana suggested we connect". */
const lowerCaseName = (word: Word | undefined) =>
  word?.opens === true && !NOBODY.has(word.text) && word.text.length > 2;
