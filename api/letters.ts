import { z } from 'zod';
import { LetterTemplateId } from '#core/introductions/letter-words.ts';
import { DraftKind, LetterLanguage, Tone } from '#core/introductions/model.ts';
import { LetterPreview, TemplateForm, TemplateText } from '#core/introductions/own-letters.ts';
import { Address } from '#core/manners/model.ts';
import { command, query } from './base.ts';

/** A letter's template in the owner's own words. */
const LetterTemplate = TemplateForm.extend({ id: LetterTemplateId });
export type LetterTemplate = z.infer<typeof LetterTemplate>;

export const letters = {
  /** The owner's own templates, in the order of the kinds of letters, then by language, tone and name. */
  list: query.output(z.array(LetterTemplate)),
  /** The words that come with the program, to begin one's own from. */
  shipped: query
    .input(z.strictObject({ kind: DraftKind, language: LetterLanguage, tone: Tone }))
    .output(TemplateText),
  /** The letter a made-up reader would get, and every mistake with its line; nothing is kept. */
  preview: query
    .input(
      TemplateForm.omit({ name: true }).extend({
        address: Address,
        /** How much the book knows of the made-up people. */
        knowledge: z.enum(['much', 'little']),
      }),
    )
    .output(LetterPreview),
  /**
   * Keeps a template, or its new words. TEMPLATE_MISTAKE with the first mistake where there is one; CONFLICT `same_letter`
   * where another of this kind, language, tone and name is there.
   */
  save: command
    .input(
      z.strictObject({
        id: LetterTemplateId.optional(),
        form: TemplateForm.extend({ body: TemplateForm.shape.body.min(1) }),
      }),
    )
    .output(z.strictObject({ id: LetterTemplateId })),
  delete: command.input(z.strictObject({ id: LetterTemplateId })).output(z.void()),
};
