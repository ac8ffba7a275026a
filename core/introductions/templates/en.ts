// The letters in English, in the owner's voice: short, honest, and easy to say no to.
import type { Correspondent, DraftFacts } from '../facts.ts';
import type { DraftKind } from '../model.ts';
import { aboutMe, briefNote, placeOf } from './brief-note.ts';
import {
  clean,
  described,
  greeting,
  nameFor,
  ownWords,
  paragraphs,
  role,
  sentences,
  topicOf,
  withOrg,
} from '../wording.ts';

export interface Text {
  readonly subject: string;
  readonly body: string;
}
export type Template = (facts: DraftFacts) => Text;

/** Longest quote from somebody who vouches. */
const QUOTE_WORDS = 25;

/** Longest purpose a request can carry and stay under 120 words. */
const PURPOSE_WORDS = 30;

const closing = (owner: Correspondent, words = 'Best wishes'): string =>
  [`${words},`, nameFor(owner)].join('\n').trimEnd();

/** Somebody named, else a phrase that is true of anybody. */
const whole = (person: Correspondent | undefined, otherwise: string): string =>
  (person && described(person)) || otherwise;
const short = (person: Correspondent | undefined, otherwise: string): string =>
  (person && nameFor(person)) || otherwise;
const full = (person: Correspondent | undefined, otherwise: string): string =>
  (person && clean(person.fn)) || otherwise;

const referenceRequest: Template = ({ owner, to, other, shownAsMutual }) => ({
  subject: `How well do you know ${full(other, 'this person')}?`,
  body: paragraphs(
    greeting(to),
    sentences(
      `${whole(other, 'Somebody')} has invited me to connect on LinkedIn.`,
      shownAsMutual === true ? 'LinkedIn shows that you know each other.' : 'I believe you know each other.',
    ),
    `How well do you know ${short(other, 'them')}: well, a little, or not really? A one-word answer is perfect, and it stays between us.`,
    closing(owner, 'Thank you'),
  ),
});

/** Once, short, and with a way out: they may simply not want to say. */
const referenceNudge: Template = ({ owner, to, other }) => ({
  subject: `How well do you know ${full(other, 'this person')}?`,
  body: paragraphs(
    greeting(to),
    `I asked you the other day how well you know ${whole(other, 'somebody who has invited me')}. If a word comes easily – well, a little, not really – it would help me. If not, leave it; I will not ask again.`,
    closing(owner, 'Thank you'),
  ),
});

const askInviter: Template = ({ owner, to }) => ({
  subject: 'Your invitation on LinkedIn',
  body: paragraphs(
    greeting(to),
    'Thank you for the invitation. I only connect here with people I have met or was introduced to. Could you remind me where we met, or who could introduce us?',
    closing(owner),
  ),
});

const declinePolite: Template = ({ owner, to, nextEvent = '', mutual }) => {
  const event = clean(nextEvent);
  const ways = [
    event === '' ? '' : `we meet at ${event}`,
    full(mutual, '') === '' ? '' : `${full(mutual, '')} introduces us`,
  ].filter((way) => way !== '');
  return {
    subject: 'Your invitation on LinkedIn',
    body: paragraphs(
      greeting(to),
      'Thank you for the invitation. I keep my network here to people I know, because connections can see each other’s contacts, so I will leave it for now.',
      `If ${ways.length === 0 ? 'we meet one day' : ways.join(' or ')}, I’d be glad to connect.`,
      closing(owner),
    ),
  };
};

const acceptance: Template = (facts) => ({
  subject: 'Your invitation on LinkedIn',
  body: paragraphs(greeting(facts.to), sentences(...welcome(facts)), closing(facts.owner)),
});

/** Only what is on record: no topic without a note that names one, no voucher who did not agree to be quoted. */
function welcome({ because, meeting, introducer }: DraftFacts): string[] {
  const enjoyed = meeting ? enjoyment(meeting.note) : '';
  const name = full(introducer?.person, '');
  switch (because) {
    case 'met':
      return [`It was good to meet you${placeOf(meeting)}.`, enjoyed, 'I am glad to be connected here too.'];
    case 'introduced':
      return [
        'Thank you for the invitation.',
        `I am glad that ${name === '' ? 'we were introduced' : `${name} introduced us`}.`,
        enjoyed,
      ];
    case 'vouched':
      return [
        'Thank you for the invitation.',
        vouching(name, introducer?.quotable === true, introducer?.quote),
      ];
    default:
      return ['Thank you for the invitation. It is good to be connected here too.', enjoyed];
  }
}

function vouching(name: string, quotable: boolean, quote: string | undefined): string {
  if (name === '' || !quotable) return 'I am glad to connect.';
  const words = ownWords(quote, QUOTE_WORDS).replace(/[.…]$/, '');
  return words === ''
    ? `${name} speaks highly of you, and I am glad to connect.`
    : `${name} says of you: “${words}”. I am glad to connect.`;
}

function enjoyment(note: string): string {
  const topic = topicOf(note);
  return topic === '' ? '' : `I enjoyed talking about ${topic}.`;
}

const askIntroducer: Template = ({ owner, to, other }) => ({
  subject: `Did you suggest that ${full(other, 'somebody')} connects with me?`,
  body: paragraphs(
    greeting(to),
    `${whole(other, 'Somebody')} has invited me to connect on LinkedIn and says you suggested it. Is that right? A yes or a no is all I need.`,
    closing(owner, 'Thank you'),
  ),
});

const verifyIdentity: Template = ({ owner, to, profileUrl = '' }) => ({
  subject: 'Did you open a second LinkedIn profile?',
  body: paragraphs(
    greeting(to),
    'I have received an invitation on LinkedIn in your name, from a profile I do not recognise. Did you open a second one?',
    profileUrl === '' ? '' : `This is its address: ${profileUrl}`,
    'I have not accepted it. If it is not yours, somebody may be using your name, and you can report the profile to LinkedIn.',
    closing(owner),
  ),
});

/** Two parts: the question to the introducer, and a text they can pass on without touching it. */
const introductionRequest: Template = ({ owner, to, other, purpose }) => {
  const why = ownWords(purpose, PURPOSE_WORDS);
  const target = other ?? { fn: '', given: '', org: '', title: '', headline: '', email: '' };
  return {
    subject: introSubject(owner, target),
    body: paragraphs(
      greeting(to),
      `Would you introduce me to ${whole(other, 'somebody you know')}? If you don’t know each other well enough, or would rather not, just say so; that is completely fine. Otherwise the text below is ready to pass on.`,
      closing(owner, 'Thank you'),
      '* * *',
      greeting(target),
      sentences(
        aboutMe(owner),
        why === '' ? 'I would like to get to know you.' : why,
        'Would a short exchange suit you? If not, no reply is needed.',
      ),
      closing(owner),
    ),
  };
};

/** Names the other person, never an address of theirs: they have not agreed to anything yet. */
const consent =
  (opening: (name: string, isUnasked: boolean) => string): Template =>
  ({ owner, to, other, purpose, benefit, isUnasked = false }) => {
    const why = ownWords(purpose);
    const gain = ownWords(benefit);
    return {
      subject: `May I introduce you to ${full(other, 'somebody I know')}?`,
      body: paragraphs(
        greeting(to),
        opening(whole(other, 'somebody I know'), isUnasked),
        why === '' ? '' : `Why I think of it: ${why}`,
        gain === '' ? '' : `What could be in it for you: ${gain}`,
        'If it does not suit, a simple no is fine: no reason needed, and it stays with me. I pass nothing of yours on before you say yes.',
        closing(owner),
      ),
    };
  };

/** "Ana Example: Engineer at Example Ltd", or nothing where a line would only repeat the name. */
const presented = (person: Correspondent): string =>
  clean(person.fn) === '' || role(person) === '' ? '' : `${clean(person.fn)}: ${role(person)}`;

const introduction: Template = ({ owner, to, other, purpose, isUnasked = false }) => {
  const why = ownWords(purpose);
  const them = other ?? to;
  return {
    subject: introSubject(to, them),
    body: paragraphs(
      greeting(to, them),
      isUnasked ? 'I believe you two should know each other.' : 'You both said yes, so here you are.',
      [presented(to), presented(them)].filter((line) => line !== '').join('\n'),
      why,
      `${short(to, 'Whoever is first')}, would you write first? Please move me to Bcc; I leave the rest to you.`,
      closing(owner),
    ),
  };
};

const introSubject = (a: Correspondent, b: Correspondent): string => {
  const names = [withOrg(a), withOrg(b)].filter((name) => name !== '');
  return names.length === 0 ? 'An introduction' : `Intro: ${names.join(' ↔ ')}`;
};

/** Within a day or two: where it was, who brought the two together, and no request in the first letter. */
const followUp: Template = ({ owner, to, meeting, introducer }) => {
  const name = full(introducer?.person, '');
  const event = clean(meeting?.event ?? '');
  return {
    subject: event === '' ? 'Good to meet you' : `Good to meet you at ${event}`,
    body: paragraphs(
      greeting(to),
      sentences(
        `It was good to meet you${placeOf(meeting)}.`,
        name === '' ? '' : `Thank you to ${name} for introducing us.`,
      ),
      'I would be glad to stay in touch.',
      closing(owner),
    ),
  };
};

/** To a name on a list: who one is, no reproach, no request, and it is fine to say nothing. Whose doing it was is not said. */
const reintroduce: Template = ({ owner, to, connection }) => {
  const since = /^\d{4}/.exec(connection?.on ?? '')?.[0];
  const self = role(owner);
  return {
    subject: 'We are connected, and I would like to know you better',
    body: paragraphs(
      greeting(to),
      sentences(
        since === undefined
          ? 'We are connected on LinkedIn, and I do not think we have ever talked.'
          : `We have been connected on LinkedIn since ${since}, and I do not think we have ever talked.`,
        'I am going through my contacts to get to know the people behind the names.',
      ),
      sentences(
        self === '' ? '' : `I am ${self}.`,
        'What are you working on these days, and how did we come to be connected?',
      ),
      'If you would rather leave it at that, that is quite all right.',
      closing(owner),
    ),
  };
};

/** The one reminder: it repeats no reason, adds no pressure, and makes the no easier still. */
const nudge: Template = ({ owner, to, other, question }) => ({
  subject: `About ${full(other, 'my question')}`,
  body: paragraphs(
    greeting(to),
    question === 'request'
      ? `Some days ago I asked whether you would introduce me to ${full(other, 'somebody you know')}.`
      : `Some days ago I asked whether I may introduce you to ${full(other, 'somebody I know')}.`,
    'If it does not suit, a no is completely fine, and so is no answer: I will not ask again.',
    closing(owner),
  ),
});

const thankYou: Template = ({ owner, to, other, question }) => {
  const name = full(other, '');
  const what = question === 'request' ? `for introducing me to ${name}` : `for meeting ${name}`;
  return {
    subject: 'Thank you',
    body: paragraphs(
      greeting(to),
      name === ''
        ? 'Thank you for your time and your trust.'
        : `Thank you ${what}, and for your time and your trust.`,
      closing(owner),
    ),
  };
};

/** Whoever lends their good name wants to hear what became of it. */
const outcomeReport: Template = ({ owner, to, other, outcome }) => {
  const name = full(other, 'each other');
  return {
    subject: `What came of your introduction to ${full(other, 'somebody you know')}`,
    body: paragraphs(
      greeting(to),
      sentences(
        'You introduced us, so I would like to tell you what came of it.',
        outcome === 'met' ? `${name} and I have met.` : '',
        outcome === 'in_touch' ? `${name} and I are in touch.` : '',
      ),
      closing(owner, 'Thank you again'),
    ),
  };
};

export const ENGLISH: Readonly<Record<DraftKind, Template>> = {
  reference_request: referenceRequest,
  reference_nudge: referenceNudge,
  ask_inviter: askInviter,
  decline_polite: declinePolite,
  acceptance,
  ask_introducer: askIntroducer,
  verify_identity: verifyIdentity,
  introduction_request: introductionRequest,
  consent_a: consent(
    (other) => `I would like to introduce you to ${other}. Shall I ask whether it suits them too?`,
  ),
  consent_b: consent((other, isUnasked) =>
    isUnasked
      ? `I would like to introduce you to ${other}. May I?`
      : `${other} would be glad to meet you. May I introduce you?`,
  ),
  introduction,
  follow_up: followUp,
  brief_note: briefNote,
  reintroduce,
  nudge,
  thank_you: thankYou,
  outcome_report: outcomeReport,
};
