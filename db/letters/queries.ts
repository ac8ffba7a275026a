// The owner's own letters: SQL in, domain values out. Only this feature writes `letter_template`.
import { eq } from 'drizzle-orm';
import { LetterTemplateId } from '#core/introductions/letter-words.ts';
import { DraftKind, LetterLanguage, Tone } from '#core/introductions/model.ts';
import { isSameLetter } from '#core/introductions/own-letters.ts';
import type { OwnLetter, TemplateForm } from '#core/introductions/own-letters.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { fold } from '#core/shared/fold.ts';
import type { ReadBook } from '#db/book.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { conflict, notFound, templateMistake } from '#db/problems.ts';
import { firstMistake } from './checker.ts';
import { letterTemplate } from './tables.ts';

/** Where a letter stands in the list: by kind, language and tone as these are listed everywhere, then by name. */
const placeOf = ({ kind, language, tone, name }: OwnLetter) => [
  DraftKind.options.indexOf(kind),
  LetterLanguage.options.indexOf(language),
  Tone.options.indexOf(tone),
  fold(name),
];

function inOrder(a: OwnLetter, b: OwnLetter): number {
  const [left, right] = [placeOf(a), placeOf(b)];
  const at = left.findIndex((part, index) => part !== right[index]);
  if (at === -1) return a.id - b.id;
  return left[at]! < right[at]! ? -1 : 1;
}

/** All of them, or those of one kind. */
export function ownLetters(book: ReadBook, kind?: DraftKind): OwnLetter[] {
  const rows = book
    .select()
    .from(letterTemplate)
    .where(kind === undefined ? undefined : eq(letterTemplate.kind, kind))
    .all();
  return rows
    .map(({ id, summary, subject, body, ...row }) => ({
      id: LetterTemplateId.parse(id),
      kind: DraftKind.parse(row.kind),
      language: LetterLanguage.parse(row.language),
      tone: Tone.parse(row.tone),
      name: summary,
      subject,
      body,
    }))
    .toSorted(inOrder);
}

/**
 * Keeps a template. Throws TEMPLATE_MISTAKE with its first mistake, NOT_FOUND when the one to change is gone, and CONFLICT
 * `same_letter` where another is called the same.
 */
export function saveLetter(
  book: WriteBook,
  { id, form }: { readonly id?: LetterTemplateId | undefined; readonly form: TemplateForm },
  now: DateTime,
): LetterTemplateId {
  const all = ownLetters(book);
  if (id !== undefined && !all.some((one) => one.id === id)) throw notFound('letter');
  const mistake = firstMistake(form);
  if (mistake !== undefined) throw templateMistake(mistake);
  if (all.some((one) => one.id !== id && isSameLetter(one, form))) throw conflict('same_letter');
  const { name, ...values } = form;
  if (id === undefined) {
    return LetterTemplateId.parse(book.insert(letterTemplate, { ...values, summary: name, createdAt: now }));
  }
  book.update(letterTemplate, id, { ...values, summary: name });
  return id;
}

/** Throws NOT_FOUND when the template is not in the book. */
export function deleteLetter(book: WriteBook, id: LetterTemplateId): void {
  if (book.rowOf('letter_template', id) === undefined) throw notFound('letter');
  book.remove(letterTemplate, id);
}
