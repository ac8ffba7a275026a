// Small pieces every letter is made of: names, dates, and the owner's words made safe to send.
import type { PartialDate } from '#core/shared/dates.ts';
import type { Correspondent } from './facts.ts';

/** What to call somebody: their given name, else their whole name. */
export const nameFor = ({ given, fn }: Correspondent): string => clean(given) || clean(fn);

/** The greeting line of a letter to these people. */
export function greeting(...people: readonly Correspondent[]): string {
  const names = people.map(nameFor).filter((name) => name !== '');
  return names.length === 0 ? 'Hello,' : `Hi ${names.join(', hi ')},`;
}

/** Paragraphs with an empty line between them; a missing one leaves no hole. */
export const paragraphs = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join('\n\n');

/** Sentences of one paragraph; a missing one leaves no hole. */
export const sentences = (...parts: readonly string[]): string =>
  parts.filter((part) => part !== '').join(' ');

const EMAIL = /[^\s@]+@[^\s@]+/g;
/** Nine digits and more, or fewer after a plus or a leading zero: years and prices are no telephone numbers. */
const PHONE = /\+?(?:\d[\s()./-]{0,2}){8,}\d|(?:\+|\b0)\d[\d\s()./-]{4,}\d/g;

/**
 * One line without anything in square or curly brackets (a form somebody forgot to fill in must not be sent) and
 * without addresses: a card imported with nothing but an e-mail address is called by it, and headlines hold some.
 */
export const clean = (text: string): string =>
  text
    .replaceAll(/\[[^\]]*\]|\{\{?[^}]*\}\}?/g, ' ')
    .replaceAll(/[[\]{}]/g, ' ')
    .replaceAll(EMAIL, ' ')
    .replaceAll(PHONE, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

const holdsDetails = (text: string): boolean => text.search(EMAIL) >= 0 || text.search(PHONE) >= 0;

const LONGEST_ROLE = 120;

/** What somebody does, in a few words: "title at org", or either, or how they describe themselves; may be empty. */
export function role({ title, org, headline }: Correspondent): string {
  const [job, house] = [clean(title), clean(org)];
  const both = job !== '' && house !== '' && !job.toLowerCase().includes(house.toLowerCase());
  return shortened(both ? `${job} at ${house}` : job || house || clean(headline));
}

/** "Ana Example (Engineer at Example Ltd)", without the brackets where nothing is known; empty without a name. */
export function described(person: Correspondent): string {
  const what = role(person);
  const name = clean(person.fn);
  return what === '' || name === '' ? name : `${name} (${what})`;
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

/** A dot inside an address or before a number ("Tel. 030") ends no sentence. */
const sentencesOf = (text: string): string[] =>
  text
    .split(/(?<=[.!?…])\s+(?![\d+(])|(?<=[。！？])|\n+/)
    .map((part) => part.replaceAll(/\s+/g, ' ').trim())
    .filter((part) => part !== '');

const ended = (text: string): string => (/[.!?…。！？]["”’)]*$/.test(text) ? text : `${text}.`);

/** Words as an editor counts them. */
export const countWords = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/** "on 14 March 2025", "in March 2025", "in 2025", "on 17 May", "in May"; empty without a date. */
export function whenPhrase(on: PartialDate | undefined): string {
  const match = /^(\d{4}|-)(?:-(\d\d))?(?:-(\d\d))?$/.exec(on ?? '');
  if (!match) return '';
  const [, year = '', month = '', day = ''] = match;
  const parts = [
    day === '' ? '' : String(Number(day)),
    MONTHS[Number(month) - 1] ?? '',
    year === '-' ? '' : year,
  ];
  return `${day === '' ? 'in' : 'on'} ${parts.filter((part) => part !== '').join(' ')}`;
}

/** What two people talked about, where a note plainly says so ("talked about …", "discussed …"); else empty. */
export function topicOf(note: string): string {
  const [first = ''] = sentencesOf(note);
  const match =
    /\b(?:talk(?:ed|s|ing)?|sp(?:oke|oken)|chat(?:ted|s)?|conversation)\b[^.;,:]*?\babout\s+([^.;!?]+)/i.exec(
      first,
    ) ?? /\bdiscuss(?:ed|ing|ion of)\s+([^.;!?]+)/i.exec(first);
  const topic = clean(match?.[1] ?? '').replace(/[\s,:–-]+$/, '');
  return topic.length > 80 || holdsDetails(match?.[1] ?? '') ? '' : topic;
}
