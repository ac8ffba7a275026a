// Letters in the owner's own words: templates beside those that come with the program, and what can be wrong with one.
import { z } from 'zod';
import { fold } from '#core/shared/fold.ts';
import type { LetterTemplateId } from './letter-words.ts';
import { DraftKind, LetterLanguage, Tone } from './model.ts';
import type { LetterStyle, StyleChoice } from './model.ts';
import { TemplateMistake } from './template-mistake.ts';

/** The longest of a subject line and of a letter, in UTF-16 code units. */
export const LONGEST_SUBJECT = 500;
export const LONGEST_BODY = 10_000;

export const TemplateText = z.strictObject({
  subject: z.string().trim().max(LONGEST_SUBJECT).default(''),
  body: z.string().trim().max(LONGEST_BODY),
});
export type TemplateText = z.infer<typeof TemplateText>;

/** Which letter it is the template of. Without a name it takes the place of the one that comes with the program. */
export const TemplateForm = TemplateText.extend({
  kind: DraftKind,
  language: LetterLanguage,
  tone: Tone,
  name: z.string().trim().max(100).default(''),
});
export type TemplateForm = z.infer<typeof TemplateForm>;

/** The letter as a made-up reader would get it; a part with a mistake is missing. */
export const LetterPreview = z.strictObject({
  subject: z.string().optional(),
  body: z.string().optional(),
  mistakes: z.array(TemplateMistake),
});
export type LetterPreview = z.infer<typeof LetterPreview>;

/** A template as the owner has written it. */
export interface OwnLetter extends TemplateForm {
  readonly id: LetterTemplateId;
}

/** Whether two templates would be called the same: of one kind, language, tone and name, in whatever case. */
export const isSameLetter = (one: TemplateForm, other: TemplateForm): boolean =>
  one.kind === other.kind &&
  one.language === other.language &&
  one.tone === other.tone &&
  fold(one.name) === fold(other.name);

/** The template the owner has chosen among those of a kind, if it is one of them. */
export const chosenLetter = (own: readonly OwnLetter[], asked: StyleChoice = {}): OwnLetter | undefined =>
  own.find(({ id }) => id === asked.words);

/**
 * The template that takes the place of the shipped one, where none is chosen: without a name, of this language and tone.
 * A note of 200 characters keeps the shipped words, which are written for so little room.
 */
export function standingLetter(
  own: readonly OwnLetter[],
  { language, tone, channel }: LetterStyle,
  asked: StyleChoice = {},
): OwnLetter | undefined {
  if (asked.words === 'shipped' || channel === 'linkedin_note') return undefined;
  return own.find((one) => one.name === '' && one.language === language && one.tone === tone);
}

/** Those to offer beside the shipped letter: with a name in any language and tone, without one in these. */
export const offeredLetters = <Letter extends OwnLetter>(
  own: readonly Letter[],
  { language, tone }: LetterStyle,
): Letter[] => own.filter((one) => one.name !== '' || (one.language === language && one.tone === tone));
