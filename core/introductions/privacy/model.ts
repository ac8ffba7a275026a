// What a letter should perhaps not say, with where it stands, where it is from, and the letter without it.
import { z } from 'zod';
import { ContactId } from '#core/contacts/model.ts';

export const FlagKind = z.enum([
  'address',
  'private_note',
  'sensitive',
  'reference_answer',
  'person_not_in_thread',
  'placeholder',
  'wrong_name',
  'quoted_thread',
  'tracking',
  'over_limit',
]);
export type FlagKind = z.infer<typeof FlagKind>;

/** The record of the book a flag points to. */
export const FlagSource = z.strictObject({
  contactId: ContactId.optional(),
  fn: z.string(),
  record: z.enum(['card', 'note', 'meeting', 'reference', 'kept_apart', 'introduction', 'decision']),
});
export type FlagSource = z.infer<typeof FlagSource>;

export const Flag = z.strictObject({
  kind: FlagKind,
  part: z.enum(['subject', 'body']),
  /** Where it stands in that part, in UTF-16 code units. */
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
  text: z.string(),
  source: FlagSource.optional(),
  /** That part of the letter with the flag's matter taken out; absent where only its author can shorten it. */
  without: z.string().optional(),
});
export type Flag = z.infer<typeof Flag>;

/** Somebody a letter may name, and the addresses of theirs it may hold. */
export interface Party {
  readonly fn: string;
  readonly given: string;
  /** Keys as `emailKey` gives them, telephone numbers as digits. */
  readonly emails: readonly string[];
  readonly tels: readonly string[];
}

/** A text nobody but the owner is to read. */
export interface PrivateText {
  readonly text: string;
  readonly source: FlagSource;
}

/** Who said something about somebody of the thread, and what. */
export interface Answer {
  readonly author: Party;
  readonly quote: string;
  readonly source: FlagSource;
}

/** What the book knows around one letter. */
export interface LetterContext {
  readonly owner: Party;
  /** Who reads it; their own names and addresses are no news to them. */
  readonly readers: readonly Party[];
  /** Whom it may name without their addresses: whom it is about, who introduced them. */
  readonly about: readonly Party[];
  /** People of the book by the name keys that occur in the letter. */
  readonly people: ReadonlyMap<string, FlagSource>;
  /** Whose the e-mail addresses and numbers in the letter are, by key. */
  readonly addresses: ReadonlyMap<string, FlagSource>;
  /** Streets of people other than the owner. */
  readonly streets: readonly PrivateText[];
  readonly privateTexts: readonly PrivateText[];
  readonly answers: readonly Answer[];
  /** The letter as the book writes it, and the owner's words that are meant for letters: nothing in them is a leak. */
  readonly drafted: string;
  /** Runs of words that letters are made of, as `runsIn` gives them: that a note has the same is chance. */
  readonly commonplace: ReadonlySet<string>;
  readonly limit?: number;
}
