// A letter from the shipped templates, as the book writes it.
import { draft, styleOf } from '#core/introductions/draft.ts';
import type { DraftFacts } from '#core/introductions/facts.ts';
import type { DraftKind, StyleChoice } from '#core/introductions/model.ts';
import { shippedTemplate } from '#db/introductions/shipped-templates.ts';

export function letterOf(kind: DraftKind, facts: DraftFacts, asked: StyleChoice = {}, noteLimit = 200) {
  const style = styleOf(kind, facts, asked);
  return draft(kind, facts, { style, template: shippedTemplate(kind, style.language), noteLimit });
}
