// The kinds of cue a message is read for, and the shape of one language's list.

/** Neutral words are shown as what they are; only the `HARD` kinds are scam, and only `pitch` is selling. */
export const CUE_KINDS = [
  'met',
  'worked_together',
  'interest',
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

/** Phrases in the notation of `phraseBook`, by kind; all in folded spelling (no accents, no apostrophes). */
export interface CueList {
  readonly plain: Readonly<Partial<Record<CueKind, readonly string[]>>>;
  /** Matched on de-obfuscated words as well (`Wh4tsApp`, `T e l e g r a m`). */
  readonly scam: Readonly<Partial<Record<CueKind, readonly string[]>>>;
  /** A name stands right before / right after these when somebody is said to have introduced us. */
  readonly introducerBefore: readonly string[];
  readonly introducerAfter: readonly string[];
  /** Words between "met" and an event's name. */
  readonly at: readonly string[];
  /** Sentences LinkedIn fills in by itself, without the names. */
  readonly stock: readonly string[];
  /** Words that say nothing about who we are to each other: greetings, thanks, "let's connect". */
  readonly filler: string;
}

/** One telling place in a message: `quote` is cut verbatim from it at `start` (UTF-16 offset). */
export interface Cue {
  readonly kind: CueKind;
  readonly quote: string;
  readonly start: number;
}
