// One letter: its facts from the book, its words from a template, in the language and tone its reader is written to.
import { draft, styleOf } from '#core/introductions/draft.ts';
import type { Draft, DraftRequest } from '#core/introductions/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { preferencesOf } from '#db/settings/queries.ts';
import { draftFacts } from './facts.ts';
import { shippedTemplate } from './shipped-templates.ts';

/** The letter that is asked for. Throws as `draftFacts` does. */
export function letter(book: ReadBook, request: DraftRequest, now: DateTime): Draft {
  const facts = draftFacts(book, request, now);
  const style = styleOf(request.kind, facts, request.style);
  const template = shippedTemplate(request.kind, style.language);
  return draft(request.kind, facts, { style, template, noteLimit: preferencesOf(book).noteLimit });
}
