// What a letter's template may name, worked out from the facts in the letter's language.
import type { Address } from '#core/manners/model.ts';
import type { Correspondent, DraftFacts } from './facts.ts';
import { filled, LANGUAGE_WORDS, listed, whenPhrase } from './language-words.ts';
import type { LanguageWords } from './language-words.ts';
import type { DraftKind, LetterFact, LetterLanguage, LetterStyle } from './model.ts';
import type { Variable } from './variable-names.ts';
import {
  clean,
  described,
  fewWords,
  introduced,
  nameFor,
  ownWords,
  presented,
  role,
  topicOf,
  withOrg,
} from './wording.ts';

export type Variables = Readonly<Record<Variable, string>>;

/** Longest purpose a text to pass on can carry and stay under 120 words. */
const PURPOSE_WORDS = 30;
/** Longest piece of the owner's words in a brief note, of which two and all the rest stay under 120 words. */
const NOTE_WORDS = 25;
const NOBODY: Correspondent = { fn: '', given: '', org: '', title: '', headline: '', email: '' };

/** The variables of a letter. */
export function variablesOf(
  kind: DraftKind,
  facts: DraftFacts,
  style: Omit<LetterStyle, 'channel'>,
): Variables {
  const words = LANGUAGE_WORDS[style.language];
  const { owner, to, other = NOBODY } = facts;
  const readers = kind === 'introduction' && facts.other !== undefined ? [to, other] : [to];
  const sign = style.address === 'formal' ? clean(owner.fn) : nameFor(owner);
  const signed = (closing: string) => [closing, sign].filter((line) => line !== '').join('\n');
  return {
    greeting: greeting(readers, style.address, style.language),
    greeting_other: greeting(
      [other],
      words.strangers === 'formal' ? 'formal' : style.address,
      style.language,
    ),
    closing: signed(words.closing[style.tone]),
    closing_thanks: signed(words.thanks[style.tone]),
    signature: sign,
    name: nameFor(to),
    reader: clean(to.fn),
    reader_org: withOrg(to),
    reader_line: presented(to, words),
    ...aboutOther(other, words),
    me: clean(owner.fn),
    me_known: facts.isKnown === true ? '' : introduced(owner, words),
    me_org: withOrg(owner),
    ...ofMeeting(facts, style.language),
    ways: waysToMeet(facts, style.language),
    ...ofTheCase(facts),
    outcome: words.outcome[facts.outcome ?? 'none'],
    profile: facts.profileUrl ?? '',
    ...ofTheOwner(kind, facts),
  };
}

/** What a template asks about with `if`. */
const ofTheCase = ({ because, isKnown, meeting, shownAsMutual, isUnasked, isSuggested }: DraftFacts) => ({
  because: because ?? '',
  known: isKnown === true || meeting !== undefined ? 'yes' : '',
  shown: shownAsMutual === true ? 'yes' : '',
  unasked: isUnasked === true ? 'yes' : '',
  suggested: isSuggested === true ? 'yes' : '',
});

/** The owner's own words, as much of them as the kind of letter carries. */
function ofTheOwner(kind: DraftKind, { why, purpose, benefit, offer }: DraftFacts) {
  const most = kind === 'introduction_request' ? PURPOSE_WORDS : undefined;
  return {
    why: fewWords(why, NOTE_WORDS),
    purpose: kind === 'brief_note' ? fewWords(purpose, NOTE_WORDS) : ownWords(purpose, most),
    benefit: ownWords(benefit),
    offer: ownWords(offer),
  };
}

const aboutOther = (other: Correspondent, words: LanguageWords) => ({
  other: clean(other.fn),
  other_short: nameFor(other),
  other_known: described(other, words),
  other_org: withOrg(other),
  other_role: role(other, words),
  other_line: presented(other, words),
});

/** The greeting line of a letter to these people: by their given names, or formally by their whole names. */
function greeting(people: readonly Correspondent[], address: Address, language: LetterLanguage): string {
  const words = LANGUAGE_WORDS[language];
  const names = people
    .map((person) => (address === 'formal' ? clean(person.fn) || nameFor(person) : nameFor(person)))
    .filter((name) => name !== '');
  if (names.length === 0) return words.greetingNobody[address];
  return filled(words.greeting[address], { names: listed(language, names) });
}

/** Only what is on record: no topic without a note that names one. */
function ofMeeting(facts: DraftFacts, language: LetterLanguage) {
  const { event: summary = '', place = '', on, note = '' } = facts.meeting ?? {};
  const event = clean(summary);
  const when = whenPhrase(on, language);
  return {
    where: [placePhrase(event, clean(place), language), when].filter((part) => part !== '').join(' '),
    event,
    when,
    topic: topicOf(note, language),
    introducer: introducerOf(facts),
  };
}

/** At the event, else in the place; empty where neither is known. */
function placePhrase(event: string, place: string, language: LetterLanguage): string {
  const { where } = LANGUAGE_WORDS[language];
  if (event !== '') return filled(where.event, { event });
  return place === '' ? '' : filled(where.place, { place });
}

/** No voucher who did not agree to be quoted. */
function introducerOf({ introducer, because }: DraftFacts): string {
  if (introducer === undefined || (because === 'vouched' && !introducer.quotable)) return '';
  return clean(introducer.person.fn);
}

function waysToMeet({ nextEvent, mutual }: DraftFacts, language: LetterLanguage): string {
  const { ways } = LANGUAGE_WORDS[language];
  const event = clean(nextEvent ?? '');
  const name = clean(mutual?.fn ?? '');
  if (event !== '' && name !== '') return filled(ways.both, { event, mutual: name });
  if (event !== '') return filled(ways.event, { event });
  return name === '' ? '' : filled(ways.mutual, { mutual: name });
}

/** Which record a variable is filled from; the others are made of the letter itself. */
const SOURCES: Readonly<Record<LetterFact['name'], LetterFact['from']>> = {
  reader: 'card',
  other: 'card',
  other_role: 'card',
  me_known: 'card',
  event: 'meeting',
  when: 'meeting',
  topic: 'meeting',
  introducer: 'meeting',
  ways: 'calendar',
  profile: 'invitation',
  why: 'own_words',
  purpose: 'own_words',
  benefit: 'own_words',
  offer: 'own_words',
};

/** The facts that are really in a letter, each with the record it is from. */
export function factsIn(text: string, variables: Variables, facts: DraftFacts): LetterFact[] {
  const names = Object.keys(SOURCES) as LetterFact['name'][]; // the keys it was written with
  return names
    .filter((name) => variables[name] !== '' && text.includes(variables[name]))
    .map((name) => ({
      name,
      value: variables[name],
      from: name === 'introducer' && facts.because === 'vouched' ? 'reference' : SOURCES[name],
    }));
}
