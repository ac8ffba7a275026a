// How each language of letters greets, closes, and says when and where; `assets/templates/LANGUAGE/words.json`.
import de from '#assets/templates/de/words.json' with { type: 'json' };
import en from '#assets/templates/en/words.json' with { type: 'json' };
import es from '#assets/templates/es/words.json' with { type: 'json' };
import fr from '#assets/templates/fr/words.json' with { type: 'json' };
import it from '#assets/templates/it/words.json' with { type: 'json' };
import nl from '#assets/templates/nl/words.json' with { type: 'json' };
import pt from '#assets/templates/pt/words.json' with { type: 'json' };
import type { Address } from '#core/manners/model.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import type { DraftFacts } from './facts.ts';
import type { LetterLanguage, Tone } from './model.ts';

/** Words in curly brackets are filled in. */
export interface LanguageWords {
  readonly greeting: Readonly<Record<Address, string>>;
  readonly greetingNobody: Readonly<Record<Address, string>>;
  /** How somebody not yet met is spoken to: formally, or as the reader of the letter is. */
  readonly strangers: string;
  readonly closing: Readonly<Record<Tone, string>>;
  readonly thanks: Readonly<Record<Tone, string>>;
  readonly role: string;
  readonly self: { readonly title: string; readonly org: string };
  readonly where: { readonly event: string; readonly place: string };
  readonly when: { readonly day: string; readonly month: string; readonly year: string };
  /** Ways in which a refused invitation could still become a contact. */
  readonly ways: { readonly event: string; readonly mutual: string; readonly both: string };
  /** What became of an introduction, by its log; `none` where it tells nothing. */
  readonly outcome: Readonly<Record<NonNullable<DraftFacts['outcome']> | 'none', string>>;
  /** Somebody on a line of their own. */
  readonly line: string;
}

export const LANGUAGE_WORDS: Readonly<Record<LetterLanguage, LanguageWords>> = {
  de,
  en,
  es,
  fr,
  it,
  nl,
  pt,
};

/** A pattern of the files with its words filled in. */
export const filled = (pattern: string, words: Readonly<Record<string, string>>): string =>
  pattern.replaceAll(/\{(\w+)\}/g, (place, name: string) => words[name] ?? place);

/** English dates in the order most of the world reads them. */
const localeOf = (language: LetterLanguage): string => (language === 'en' ? 'en-GB' : language);

/** "A, B and C", with the language's own word before the last. */
export const listed = (language: LetterLanguage, items: readonly string[]): string =>
  new Intl.ListFormat(localeOf(language), { type: 'conjunction' }).format(items);

/** "on 14 March 2025", "im März 2025", "en 2025", "op 17 mei"; empty without a date. */
export function whenPhrase(on: PartialDate | undefined, language: LetterLanguage): string {
  const match = /^(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?$/.exec(on ?? '');
  if (!match) return '';
  const [, year = '-', month, day] = match;
  const { when } = LANGUAGE_WORDS[language];
  if (month === undefined) return year === '-' ? '' : filled(when.year, { date: year });
  const format = new Intl.DateTimeFormat(localeOf(language), {
    timeZone: 'UTC',
    month: 'long',
    ...(year !== '-' && { year: 'numeric' }),
    ...(day !== undefined && { day: 'numeric' }),
  });
  // A leap year stands in for a year that is not known, so that 29 February is a day.
  const date = format.format(
    Date.UTC(year === '-' ? 2000 : Number(year), Number(month) - 1, Number(day ?? 1)),
  );
  return elided(filled(day === undefined ? when.month : when.day, { date }), language);
}

/** The first of a month in French, and the two Italian days that begin with a vowel. */
function elided(phrase: string, language: LetterLanguage): string {
  if (language === 'fr') return phrase.replace(/^le 1 /, 'le 1er ');
  return language === 'it' ? phrase.replace(/^il (8|11) /, 'l’$1 ') : phrase;
}

/** The language of a BCP 47 tag where letters are written in it: `pt-BR` is Portuguese. */
export function letterLanguage(tag: string): LetterLanguage | undefined {
  const primary = tag.trim().toLowerCase().split(/[-_]/, 1)[0] ?? '';
  return Object.hasOwn(LANGUAGE_WORDS, primary) ? (primary as LetterLanguage) : undefined; // a key of it
}
