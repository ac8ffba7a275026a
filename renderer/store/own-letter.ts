// A letter in own words that is being written: it waits while the owner looks at something else. Nothing of it is kept.
import type { StateCreator } from 'zustand';
import type { LetterTemplateId } from '#core/introductions/letter-words.ts';
import type { TemplateForm } from '#core/introductions/own-letters.ts';
import type { LetterPart } from '#core/introductions/template-mistake.ts';

export interface UnsavedLetter {
  /** Undefined for a new one. */
  readonly id: LetterTemplateId | undefined;
  /** As it was when it was opened. */
  readonly start: TemplateForm;
  /** Kind, language, tone and name as they are chosen by now; its texts are those of `start`. */
  readonly style: TemplateForm;
  /** What was typed into its texts. */
  readonly typed: Readonly<Partial<Record<LetterPart, string>>>;
}

export interface OwnLetterSlice {
  readonly unsavedLetter: UnsavedLetter | undefined;
  readonly keepLetter: (letter: UnsavedLetter | undefined) => void;
}

export const createOwnLetterSlice: StateCreator<OwnLetterSlice> = (set) => ({
  unsavedLetter: undefined,
  keepLetter: (unsavedLetter) => set({ unsavedLetter }),
});
