// The kinds of cue a message is read for, and one language's list as the reader takes it.
import { z } from 'zod';
import { fold } from '#core/shared/fold.ts';

/**
 * Neutral words are shown as what they are; only the `HARD` kinds are scam, and only `pitch` is selling. `opening`
 * is how many letters to strangers begin ("came across your profile"): it means nothing alone.
 */
export const CUE_KINDS = [
  'met',
  'worked_together',
  'acquainted',
  'interest',
  'seeker',
  'opening',
  'pitch',
  'call_to_action',
  'recruiter',
  'off_platform',
  'investment',
  'money',
  'id_document',
  'short_link',
  'attachment',
  'romance',
] as const;
export type CueKind = (typeof CUE_KINDS)[number];

/** Each of these alone makes a first message a scam (R03). */
export const HARD_CUES = [
  'off_platform',
  'investment',
  'money',
  'id_document',
  'short_link',
  'attachment',
  'romance',
] as const satisfies readonly CueKind[];

/** One telling place in a message: `quote` is cut verbatim from it at `start` (UTF-16 offset). */
export interface Cue {
  readonly kind: CueKind;
  readonly quote: string;
  readonly start: number;
}

/** `assets/cues/*.json`, written in the language's own spelling; its `about` says how to correct it. */
export const CueFile = z.strictObject({
  language: z.string(),
  about: z.string(),
  licence: z.string(),
  /** Sets of words, named in phrases as `{APP}`. */
  words: z.record(z.string(), z.string()),
  cues: z.array(
    z.strictObject({ kind: z.enum(CUE_KINDS), source: z.string(), phrases: z.array(z.string()) }),
  ),
  /** A name stands right before / right after these when somebody is said to have introduced us. */
  introducer: z.strictObject({
    source: z.string(),
    before: z.array(z.string()),
    after: z.array(z.string()),
  }),
  /** Words between "met" and an event's name. */
  at: z.string(),
  /** Sentences LinkedIn fills in by itself, without the names. */
  stock: z.strictObject({ source: z.string(), sentences: z.array(z.string()) }),
  /** Words that say nothing about who we are to each other: greetings, thanks, "let's connect". */
  filler: z.string(),
});
type CueFile = z.infer<typeof CueFile>;

type Phrases = Readonly<Partial<Record<CueKind, readonly string[]>>>;

/** Phrases in the notation of `phraseBook`, by kind; all in folded spelling (no accents, no apostrophes). */
export interface CueList {
  readonly plain: Phrases;
  /** Matched on de-obfuscated words as well (`Wh4tsApp`, `T e l e g r a m`). */
  readonly scam: Phrases;
  readonly introducerBefore: readonly string[];
  readonly introducerAfter: readonly string[];
  readonly at: readonly string[];
  readonly stock: readonly string[];
  readonly filler: readonly string[];
}

const bare = (text: string) => fold(text).replace(/['`]/g, '');

const UMLAUT = /[äöü]/g;
const TYPED: ReadonlyMap<string, string> = new Map([
  ['ä', 'ae'],
  ['ö', 'oe'],
  ['ü', 'ue'],
]);

/** Folded; a word with an umlaut also as it is typed where the keyboard has none (`moechte`). */
function spelled(phrase: string): string {
  const steps = phrase.split(' ').map((step) => {
    const optional = step.endsWith('?');
    const words = (optional ? step.slice(0, -1) : step).split('|').flatMap((word) => {
      const typed = word.toLowerCase().replaceAll(UMLAUT, (letter) => TYPED.get(letter) ?? letter);
      return [...new Set([bare(word), bare(typed)])];
    });
    return `${words.join('|')}${optional ? '?' : ''}`;
  });
  return steps.join(' ');
}

/** One language's file, its word sets filled in and its spelling folded, ready for `phraseBook`. */
export function cueList(file: CueFile): CueList {
  const filled = (phrase: string) =>
    spelled(phrase.replaceAll(/\{(\w+)\}/g, (_all, name: string) => file.words[name] ?? name));
  const of = (hard: boolean): Phrases => {
    const found: Partial<Record<CueKind, string[]>> = {};
    for (const { kind, phrases } of file.cues) {
      if (HARD_CUES.some((one) => one === kind) !== hard) continue;
      (found[kind] ??= []).push(...phrases.map(filled));
    }
    return found;
  };
  return {
    plain: of(false),
    scam: of(true),
    introducerBefore: file.introducer.before.map(filled),
    introducerAfter: file.introducer.after.map(filled),
    at: bare(file.at).split(' '),
    stock: file.stock.sentences.flatMap((sentence) => {
      const typed = sentence.toLowerCase().replaceAll(UMLAUT, (letter) => TYPED.get(letter) ?? letter);
      return [...new Set([sentence, typed])].map((one) =>
        bare(one)
          .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
          .trim(),
      );
    }),
    filler: spelled(file.filler.replaceAll(' ', '|')).split('|'),
  };
}
