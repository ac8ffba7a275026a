// Whether an introduction is worth it to both: what is missing, what presses, and where one would give much more than get.
import { z } from 'zod';
import { fold, tokens } from '#core/shared/fold.ts';
import { keywords } from './words/keywords.ts';
import { JUNIOR, PRESSURE, SENIOR } from './words/word-lists.ts';

const Side = z.enum(['a', 'b']);

/** Something to think about before anybody is asked. It never forbids; where the owner goes on, their reason is kept. */
export const Doubt = z.discriminatedUnion('code', [
  z.strictObject({ code: z.literal('no_purpose') }),
  /** Nothing is in it for this side, or nothing that could not be said to anybody. */
  z.strictObject({ code: z.literal('no_benefit'), side: Side }),
  z.strictObject({ code: z.literal('vague'), side: Side }),
  z.strictObject({ code: z.literal('same_benefit') }),
  /** Words that make a no hard, as they stand. */
  z.strictObject({ code: z.literal('pressure'), where: z.enum(['purpose', 'a', 'b']), quote: z.string() }),
  /** This side is much asked for, the other at the beginning. */
  z.strictObject({ code: z.literal('asymmetry'), side: Side }),
  /** They have the same employer; or this side works where the other used to. */
  z.strictObject({ code: z.literal('colleagues'), org: z.string() }),
  z.strictObject({ code: z.literal('former_employer'), side: Side, org: z.string() }),
  z.strictObject({ code: z.literal('know_each_other') }),
]);
export type Doubt = z.infer<typeof Doubt>;

/** What the book knows of one of the two. */
export interface FitSide {
  readonly fn: string;
  readonly title: string;
  readonly org: string;
  readonly formerOrgs: readonly string[];
  readonly offers: string;
  readonly seeks: string;
}

export interface FitCase {
  readonly purpose: string;
  readonly benefitA: string;
  readonly benefitB: string;
  readonly a: FitSide;
  readonly b: FitSide;
  readonly knowEachOther: boolean;
}

/** Everything to think about, the weightiest first; empty: it looks worth it to both. */
export function doubtsOf(one: FitCase): Doubt[] {
  return [
    ...(one.purpose.trim() === '' ? [{ code: 'no_purpose' } as const] : []),
    ...benefitDoubts(one),
    ...pressure(one),
    ...conflicts(one),
    ...asymmetry(one),
  ];
}

/** Meaning words a benefit needs to be more than a phrase, where it names nothing the book knows of the two. */
const ENOUGH_WORDS = 3;

function benefitDoubts({ a, b, benefitA, benefitB }: FitCase): Doubt[] {
  const known = new Set(
    [a, b].flatMap(({ fn: _name, formerOrgs, ...side }) =>
      keywords([...Object.values(side), ...formerOrgs].join(' ')),
    ),
  );
  const sides = [
    ['a', benefitA],
    ['b', benefitB],
  ] as const;
  const doubts = sides.flatMap(([side, benefit]): Doubt[] => {
    if (benefit.trim() === '') return [{ code: 'no_benefit', side }];
    const words = keywords(benefit);
    const isSpecific = words.length >= ENOUGH_WORDS || words.some((word) => known.has(word));
    return isSpecific ? [] : [{ code: 'vague', side }];
  });
  return isSame(benefitA, benefitB) ? [...doubts, { code: 'same_benefit' }] : doubts;
}

/** Four of five words the same, whatever their order. */
function isSame(one: string, other: string): boolean {
  const [a, b] = [new Set(keywords(one)), new Set(keywords(other))];
  if (a.size === 0 || b.size === 0) return one.trim() !== '' && fold(one.trim()) === fold(other.trim());
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared / (a.size + b.size - shared) >= 0.8;
}

function pressure({ purpose, benefitA, benefitB }: FitCase): Doubt[] {
  const texts = [
    ['purpose', purpose],
    ['a', benefitA],
    ['b', benefitB],
  ] as const;
  return texts.flatMap(([where, text]): Doubt[] => {
    const quote = pressingWords(text);
    return quote === undefined ? [] : [{ code: 'pressure', where, quote }];
  });
}

/** The first words of a text that press, as they are written there. */
function pressingWords(text: string): string | undefined {
  const words = [...text.matchAll(/[\p{L}\p{N}\p{M}'’-]+/gu)].flatMap(({ 0: written, index }) =>
    tokens(written).map((token) => ({ token, start: index, end: index + written.length })),
  );
  for (const [at, first] of words.entries())
    for (const phrase of PRESSURE) {
      const last = words[at + phrase.length - 1];
      if (last !== undefined && phrase.every((token, next) => words[at + next]?.token === token))
        return text.slice(first.start, last.end);
    }
  return undefined;
}

const orgKey = (org: string): string => tokens(org).join(' ');

function conflicts({ a, b, knowEachOther }: FitCase): Doubt[] {
  const doubts: Doubt[] = knowEachOther ? [{ code: 'know_each_other' }] : [];
  if (a.org !== '' && orgKey(a.org) === orgKey(b.org)) doubts.push({ code: 'colleagues', org: a.org });
  for (const [side, here, there] of [
    ['a', a, b],
    ['b', b, a],
  ] as const)
    if (here.org !== '' && there.formerOrgs.some((org) => orgKey(org) === orgKey(here.org)))
      doubts.push({ code: 'former_employer', side, org: here.org });
  return doubts;
}

const hasWord = (title: string, words: ReadonlySet<string>): boolean =>
  tokens(title).some((token) => words.has(token));

/** Beginners first: "assistant to the director" is not a director. */
function asymmetry({ a, b }: FitCase): Doubt[] {
  const [isJuniorA, isJuniorB] = [hasWord(a.title, JUNIOR), hasWord(b.title, JUNIOR)];
  if (!isJuniorA && isJuniorB && hasWord(a.title, SENIOR)) return [{ code: 'asymmetry', side: 'a' }];
  if (!isJuniorB && isJuniorA && hasWord(b.title, SENIOR)) return [{ code: 'asymmetry', side: 'b' }];
  return [];
}
