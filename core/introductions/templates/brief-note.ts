// The brief note to somebody whom nobody can introduce: who I am, why you, what exactly, and an easy no.
import type { Correspondent, DraftFacts } from '../facts.ts';
import {
  clean,
  cut,
  greeting,
  nameFor,
  ownWords,
  paragraphs,
  role,
  sentences,
  whenPhrase,
} from '../wording.ts';

/** What an invitation on LinkedIn takes, in UTF-16 code units. */
export const LINKEDIN_NOTE = 300;
/** Longest piece of the owner's words in a mail, of which two and all the rest stay under 120 words. */
const OWN_WORDS = 30;

/** Who the owner is, as one sentence; empty where the book does not know. */
export function aboutMe(owner: Correspondent): string {
  const name = clean(owner.fn);
  if (name === '') return '';
  const what = role(owner);
  if (what === '') return `My name is ${name}.`;
  return clean(owner.title) === '' && clean(owner.org) !== ''
    ? `I am ${name} from ${what}.`
    : `I am ${name}, ${what}.`;
}

/** " at DevConf on 14 March 2025", with the space before it, or nothing. */
export function placeOf(meeting: DraftFacts['meeting']): string {
  const event = clean(meeting?.event ?? '');
  return [event === '' ? '' : `at ${event}`, whenPhrase(meeting?.on)]
    .filter((part) => part !== '')
    .map((part) => ` ${part}`)
    .join('');
}

type Pieces = Readonly<Record<'greeting' | 'who' | 'why' | 'what' | 'no' | 'name', string>>;

/** Nothing is said that the owner or the book does not: without a reason of theirs the note has none. */
export function briefNote(facts: DraftFacts): { subject: string; body: string } {
  const { owner, to, meeting, isKnown = false } = facts;
  const met = meeting === undefined ? '' : `We met${placeOf(meeting)}.`;
  const why = few(facts.why);
  const what = few(facts.purpose) || 'Would a short exchange suit you?';
  const name = nameFor(owner);
  const pieces = {
    greeting: greeting(to),
    who: sentences(isKnown ? '' : aboutMe(owner), met),
    why,
    what,
    name,
  };
  if (facts.by === 'linkedin_note') return { subject: '', body: asNote({ ...pieces, no: SHORT_NO }, owner) };
  return {
    subject: clean(owner.fn) === '' ? 'A question' : `A question from ${clean(owner.fn)}`,
    body: paragraphs(
      pieces.greeting,
      sentences(pieces.who, why),
      what,
      'If it does not suit, a simple no is fine, and so is no reply at all.',
      ['Best wishes,', name].join('\n').trimEnd(),
    ),
  };
}

/** A sentence that is too long is cut rather than dropped: it is the reason for writing at all. */
function few(text: string | undefined): string {
  const words = ownWords(text, Infinity).split(' ');
  return words.length <= OWN_WORDS ? words.join(' ') : `${words.slice(0, OWN_WORDS).join(' ')}…`;
}

const SHORT_NO = 'If it does not suit, no reply is needed.';

/** The fullest wording that LinkedIn takes: first the owner's job is left out, then their words are cut short. */
function asNote(pieces: Pieces, owner: Correspondent): string {
  const me = clean(owner.fn) === '' || pieces.who === '' ? '' : `I am ${cut(clean(owner.fn), 60)}.`;
  const plain = { ...pieces, greeting: pieces.greeting.length > 60 ? 'Hello,' : pieces.greeting, who: me };
  const spare = LINKEDIN_NOTE - noteOf({ ...plain, why: '', what: '', name: '' }).length - 2;
  const half = Math.floor(spare / 2);
  const why = cut(plain.why, Math.max(half, spare - plain.what.length));
  const short = { ...plain, name: '', why, what: cut(plain.what, spare - why.length) };
  const wordings = [pieces, { ...pieces, name: '' }, { ...plain, name: '' }, short];
  return wordings.map(noteOf).find((note) => note.length <= LINKEDIN_NOTE) ?? '';
}

const noteOf = ({ greeting: hello, who, why, what, no, name }: Pieces): string =>
  [sentences(hello, who, why, what, no), name].filter((line) => line !== '').join('\n');
