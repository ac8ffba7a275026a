// One letter: its facts from the book, its words from a template, in the language and tone its reader is written to.
import { draft, styleOf, textIn } from '#core/introductions/draft.ts';
import type { Draft, DraftKind, DraftRequest, LetterStyle } from '#core/introductions/model.ts';
import { chosenLetter, offeredLetters, standingLetter } from '#core/introductions/own-letters.ts';
import type { TemplateText } from '#core/introductions/own-letters.ts';
import { mistakesIn } from '#core/introductions/template-check.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { ownLetters } from '#db/letters/queries.ts';
import { preferencesOf } from '#db/settings/queries.ts';
import { draftFacts } from './facts.ts';
import { shippedTemplate } from './shipped-templates.ts';

/** The letter that is asked for, in the owner's own words where they have some. Throws as `draftFacts` does. */
export function letter(book: ReadBook, request: DraftRequest, now: DateTime): Draft {
  const { kind, style: asked } = request;
  const facts = draftFacts(book, request, now);
  // Texts were checked when they were kept, but a name may have been taken out of one since.
  const letters = ownLetters(book, kind).filter((one) => mistakesIn(one).length === 0);
  const chosen = chosenLetter(letters, asked);
  const style = styleOf(kind, facts, {
    ...asked,
    ...(chosen !== undefined && { language: chosen.language, tone: chosen.tone }),
  });
  const own = chosen ?? standingLetter(letters, style, asked);
  const template = shippedTemplate(kind, style.language);
  const drafted = draft(kind, facts, { style, template, own, noteLimit: preferencesOf(book).noteLimit });
  const offered = offeredLetters(letters, style);
  if (offered.length === 0) return drafted;
  return {
    ...drafted,
    words: {
      used: own?.id ?? 'shipped',
      own: offered.map(({ id, name, language, tone }) => ({ id, name, language, tone })),
    },
  };
}

/** The words of a letter that comes with the program, without the empty lines that keep its place in the file. */
export function shippedText(
  kind: DraftKind,
  { language, tone }: Pick<LetterStyle, 'language' | 'tone'>,
): TemplateText {
  const { subject, body } = textIn(shippedTemplate(kind, language), {
    language,
    tone,
    address: 'informal',
    channel: 'email',
  });
  return { subject: subject.trim(), body: body.trim() };
}
