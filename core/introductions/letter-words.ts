// Whose words a letter is in: those that come with the program, or one of the owner's own templates.
import { z } from 'zod';
import { idOf } from '#core/shared/brand.ts';

export const LetterTemplateId = idOf('LetterTemplate');
export type LetterTemplateId = z.infer<typeof LetterTemplateId>;

export const WordsChoice = z.union([z.literal('shipped'), LetterTemplateId]);
export type WordsChoice = z.infer<typeof WordsChoice>;
