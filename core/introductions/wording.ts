// Small pieces every letter is made of: names and roles, and the owner's words made safe to send.
import type { Correspondent } from './facts.ts';
import { filled } from './language-words.ts';
import type { LanguageWords } from './language-words.ts';
import type { LetterLanguage } from './model.ts';

/** What to call somebody: their given name, else their whole name. */
export const nameFor = ({ given, fn }: Correspondent): string => clean(given) || clean(fn);

const EMAIL = /[^\s@]+@[^\s@]+/g;
/** Nine digits and more, or fewer after a plus or a leading zero: years and prices are no telephone numbers. */
const PHONE = /\+?(?:\d[\s()./-]{0,2}){8,}\d|(?:\+|\b0)\d[\d\s()./-]{4,}\d/g;

/**
 * One line without anything in square or curly brackets (a form somebody forgot to fill in must not be sent) and
 * without addresses: a card imported with nothing but an e-mail address is called by it, and headlines hold some.
 * Empty where no letter or digit is left.
 */
export function clean(text: string): string {
  const line = text
    .replaceAll(/\[[^\]]*\]|\{\{?[^}]*\}\}?/g, ' ')
    .replaceAll(/[[\]{}]/g, ' ')
    .replaceAll(EMAIL, ' ')
    .replaceAll(PHONE, ' ')
    .replaceAll(/\( *\)/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ([.,;:!?)])/g, '$1')
    .replace(/^[\s,;:|·–-]+/, '')
    .replace(/[\s,;:|·–-]+$/, '');
  return /[\p{L}\p{N}]/u.test(line) ? line : '';
}

const holdsDetails = (text: string): boolean => text.search(EMAIL) >= 0 || text.search(PHONE) >= 0;

const LONGEST_ROLE = 120;

/** What somebody does, in a few words: "title at org", or either, or how they describe themselves; may be empty. */
export function role({ title, org, headline }: Correspondent, words: LanguageWords): string {
  const [job, house] = [clean(title), clean(org)];
  const both = job !== '' && house !== '' && !job.toLowerCase().includes(house.toLowerCase());
  return shortened(both ? filled(words.role, { title: job, org: house }) : job || house || clean(headline));
}

/** "Ana Example (Engineer at Example Ltd)", without the brackets where nothing is known; empty without a name. */
export function described(person: Correspondent, words: LanguageWords): string {
  const what = role(person, words);
  const name = clean(person.fn);
  return what === '' || name === '' ? name : `${name} (${what})`;
}

/** How the owner says who they are: "Ana Example, Engineer at Example Ltd" or "Ana Example from Example Ltd". */
export function introduced(person: Correspondent, words: LanguageWords): string {
  const what = role(person, words);
  const name = clean(person.fn);
  if (what === '' || name === '') return name;
  const isOrgAlone = clean(person.title) === '' && clean(person.org) !== '';
  return filled(isOrgAlone ? words.self.org : words.self.title, { name, role: what, org: what });
}

/** "Ana Example: Engineer at Example Ltd", or nothing where a line would only repeat the name. */
export function presented(person: Correspondent, words: LanguageWords): string {
  const [name, what] = [clean(person.fn), role(person, words)];
  return name === '' || what === '' ? '' : filled(words.line, { name, role: what });
}

/** "Ana Example (Example Ltd)", for a subject line. */
export function withOrg(person: Correspondent): string {
  const org = shortened(clean(person.org));
  const name = clean(person.fn);
  return org === '' || name === '' ? name : `${name} (${org})`;
}

const shortened = (text: string): string => cut(text, LONGEST_ROLE);

/** The text in at most so many UTF-16 code units, cut between two words where it can be. */
export function cut(text: string, most: number): string {
  if (text.length <= most) return text;
  if (most < 2) return '';
  const start = text.slice(0, most - 1);
  return `${start
    .slice(0, Math.max(start.lastIndexOf(' '), Math.floor(most / 2)))
    .toWellFormed()
    .replace(/[\s,;|·–-]+$/, '')}…`;
}

/**
 * The owner's words, sentence by sentence. Sentences with an e-mail address, a telephone number or an unfilled
 * `[placeholder]` are left out: a letter that asks for consent must not carry anybody's details.
 */
export function ownWords(text: string | undefined, mostWords = 120): string {
  const kept: string[] = [];
  let words = 0;
  for (const sentence of sentencesOf(text ?? '')) {
    if (holdsDetails(sentence) || /[[\]{}]/.test(sentence)) continue;
    words += countWords(sentence);
    if (words > mostWords) break;
    kept.push(sentence);
  }
  return kept.length === 0 ? '' : ended(kept.join(' '));
}

/** Letters of a word, on average and more: what so many words may take at most. */
const WORD_LENGTH = 9;

/** The owner's words in so many words at most: cut rather than dropped, because they are the reason for writing at all. */
export function fewWords(text: string | undefined, most: number): string {
  const words = ownWords(text, Infinity).split(' ');
  const kept = words.length <= most ? words.join(' ') : `${words.slice(0, most).join(' ')}…`;
  return cut(kept, most * WORD_LENGTH);
}

/** A dot inside an address or before a number ("Tel. 030") ends no sentence. */
const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?…])\s+(?![\d+(])|(?<=[。！？])|\n+/)
    .map((part) => part.replaceAll(/\s+/g, ' ').trim())
    .filter((part) => /[\p{L}\p{N}]/u.test(part));

const ended = (text: string): string =>
  /[.!?…。！？]["”’)]*$/.test(text) ? text : `${text.replace(/[\s,;:–-]+$/, '')}.`;

/** Words as an editor counts them. */
export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

/** How notes say what was talked about, in the languages of letters; the first group is the topic. */
const TOPICS: Readonly<Record<LetterLanguage, readonly RegExp[]>> = {
  en: [
    /\b(?:talk(?:ed|s|ing)?|sp(?:oke|oken)|chat(?:ted|s)?|conversation)\b[^.;,:]*?\babout\s+([^.;!?]+)/i,
    /\bdiscuss(?:ed|ing|ion of)\s+([^.;!?]+)/i,
  ],
  de: [
    /\b(?:gesprochen|geredet|gespräch|unterhalten|unterhaltung|sprachen|redeten)\s+über\s+([^.;!?]+)/i,
    /(?<!\p{L})über\s+([^.;!?]+?)\s+(?:gesprochen|geredet|unterhalten)\b/iu,
  ],
  // As letters say it again behind the same word, which asks for no article another would: "parlé de cartes anciennes".
  fr: [/\b(?:parlé|discuté)\s+de\s+([^.;!?]+)/i],
  es: [/\b(?:hablamos|hablado|charlamos|conversación|conversamos)\s+(?:de|sobre)\s+([^.;!?]+)/i],
  it: [/\b(?:parlato|discusso)\s+di\s+([^.;!?]+)/i],
  pt: [/\b(?:falamos|conversamos|conversa)\s+(?:de|sobre)\s+([^.;!?]+)/i],
  nl: [/\b(?:gesproken|gepraat|gesprek|hadden het)\s+over\s+([^.;!?]+)/i],
};

/**
 * What two people talked about, where a note plainly says so ("talked about …", "haben über … gesprochen"); else empty.
 * Only a note in the letter's own language: a topic in another one would stand in it like a quotation.
 */
export function topicOf(note: string, language: LetterLanguage): string {
  const [first = ''] = sentencesOf(note);
  const found = TOPICS[language]
    .map((pattern) => pattern.exec(first)?.[1])
    .find((topic) => topic !== undefined);
  const topic = clean(found ?? '').replace(/[\s,:–-]+$/, '');
  return topic.length > 80 || holdsDetails(found ?? '') ? '' : topic;
}
