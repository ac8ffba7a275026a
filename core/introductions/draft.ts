// A letter with the book's facts filled in, for a person to read, change and send themselves.
import { linkedInProfile } from '#core/shared/links.ts';
import type { Correspondent, DraftFacts } from './facts.ts';
import type { Draft, DraftKind, LetterChannel, LetterStyle, Recipient, StyleChoice } from './model.ts';
import type { TemplateText } from './own-letters.ts';
import { render, sectionsOf } from './template-language.ts';
import { factsIn, variablesOf } from './variables.ts';
import type { Variables } from './variables.ts';
import { fewWords } from './wording.ts';

/** How and from what a letter is written. */
export interface Writing {
  readonly style: LetterStyle;
  /** The template file of this kind in the style's language. */
  readonly template: string;
  /** The owner's own words, in place of the file's. */
  readonly own?: TemplateText | undefined;
  /** What LinkedIn lets this account write beside an invitation: 200 or, with Premium, 300. */
  readonly noteLimit?: number;
}

/** A reply to an invitation is a message on LinkedIn; it can be written without accepting. */
const REPLIES: readonly DraftKind[] = ['ask_inviter', 'decline_polite', 'acceptance', 'reintroduce'];
/** A letter that goes with an invitation of the owner's own. */
const WITH_INVITATION: readonly DraftKind[] = ['follow_up', 'reconnect', 'brief_note'];
const EVERY_WAY: readonly LetterChannel[] = ['email', 'linkedin_message', 'inmail', 'messenger'];

/**
 * The ways a kind of letter can go, the usual one first. A possible copy of somebody's profile is not asked about on
 * LinkedIn, because whoever made it may read messages there; two people are introduced by one e-mail, and only a mail has a Bcc.
 */
export function channelsFor(kind: DraftKind): readonly LetterChannel[] {
  if (kind === 'introduction' || kind === 'moving_to_bcc') return ['email'];
  if (kind === 'verify_identity') return ['email', 'messenger'];
  if (REPLIES.includes(kind)) return ['linkedin_message', 'email', 'messenger'];
  return WITH_INVITATION.includes(kind) ? [...EVERY_WAY, 'linkedin_note'] : EVERY_WAY;
}

/** How a letter is written where the owner has chosen only a part of it, or nothing. */
export function styleOf(kind: DraftKind, { to, by }: DraftFacts, asked: StyleChoice = {}): LetterStyle {
  const tone = asked.tone ?? 'warm';
  const channels = channelsFor(kind);
  const channel = channels.find((one) => one === (asked.channel ?? by));
  return {
    // English is the one language the windows speak; a book in which everybody writes German says so on each card.
    language: asked.language ?? to.language ?? 'en',
    tone,
    address: asked.address ?? to.address ?? (tone === 'formal' ? 'formal' : 'informal'),
    channel: channel ?? usualChannel(kind, to),
  };
}

/** The way they like to be reached, else e-mail where an address is known, else LinkedIn. */
function usualChannel(kind: DraftKind, { email, channel }: Correspondent): LetterChannel {
  const channels = channelsFor(kind);
  const first = channels[0] ?? 'email';
  if (first !== 'email') return first;
  const liked = channel === 'linkedin' ? 'linkedin_message' : channel === 'message' ? 'messenger' : channel;
  const preferred = channels.find((one) => one === liked);
  if (preferred !== undefined) return preferred;
  return email === '' && channels.includes('linkedin_message') ? 'linkedin_message' : 'email';
}

/**
 * What a channel takes, in UTF-16 code units, as JavaScript and LinkedIn count: an emoji is two. Undefined: no limit
 * that a letter could reach.
 */
export function limitOf(channel: LetterChannel, noteLimit = SHORTEST_NOTE): number | undefined {
  if (channel === 'linkedin_note') return noteLimit;
  if (channel === 'inmail') return 1900;
  return channel === 'linkedin_message' ? 8000 : undefined;
}
const SHORTEST_NOTE = 200;
const LONGEST_INMAIL_SUBJECT = 200;

/**
 * The draft of a kind. Nothing is invented and no `[placeholder]` is left: a missing fact makes a shorter letter, and
 * where a channel has little room, facts are left out until the letter fits. An e-mail letter without a known address
 * names its reader with an empty `email`. Throws where the template has a mistake: shipped ones are tested, an owner's
 * own is checked before it is kept.
 */
export function draft(kind: DraftKind, facts: DraftFacts, writing: Writing): Draft {
  const { style, noteLimit } = writing;
  const source = writing.own ?? textIn(writing.template, style);
  const limit = limitOf(style.channel, noteLimit);
  const safe = withSafeLink(facts);
  const { variables, body } = fitting(safe, limit, (some) => {
    const values = variablesOf(kind, some, style);
    return { variables: values, body: written(source.body, values, style) };
  });
  const subject = ['email', 'inmail'].includes(style.channel)
    ? written(source.subject, variables, style).replaceAll('\n', ' ')
    : '';
  const people = kind === 'introduction' && facts.other ? [facts.to, facts.other] : [facts.to];
  return {
    kind,
    style,
    channels: [...channelsFor(kind)],
    channel: style.channel,
    to: people.map(recipient),
    ...(facts.bcc !== undefined && { bcc: [recipient(facts.bcc)] }),
    subject: style.channel === 'inmail' && subject.length > LONGEST_INMAIL_SUBJECT ? '' : subject,
    body,
    facts: factsIn(`${subject}\n${body}`, variables, safe),
    ...(limit !== undefined && { limit }),
  };
}

/** The subject and the letter of a template file for a style. */
export function textIn(template: string, { tone, channel }: LetterStyle): TemplateText {
  const sections = sectionsOf(template);
  const isNote = channel === 'linkedin_note' && sections.has('note');
  return {
    subject: sections.get('subject') ?? '',
    body: sections.get(isNote ? 'note' : tone) ?? '',
  };
}

function written(template: string, variables: Variables, { address }: LetterStyle): string {
  const { text, problem } = render(template, variables, address);
  if (problem !== undefined) throw new Error(`line ${problem.line}: ${problem.message}`);
  return text;
}

interface Fitted {
  readonly variables: Variables;
  readonly body: string;
}

const bare = (person: Correspondent): Correspondent => ({ ...person, org: '', title: '', headline: '' });
const nameless = (person: Correspondent): Correspondent => ({ ...bare(person), fn: '', given: '' });

function without(facts: DraftFacts, fact: 'introducer' | 'meeting'): DraftFacts {
  const { introducer, meeting, ...rest } = facts;
  if (fact === 'meeting') return introducer === undefined ? rest : { ...rest, introducer };
  return meeting === undefined ? rest : { ...rest, meeting };
}

/** What is left out of a letter that is too long, first what it can best do without. */
const SHORTER: readonly ((facts: DraftFacts) => DraftFacts)[] = [
  (facts) => (facts.meeting === undefined ? facts : { ...facts, meeting: { ...facts.meeting, note: '' } }),
  (facts) => (facts.other === undefined ? facts : { ...facts, other: bare(facts.other) }),
  (facts) => without(facts, 'introducer'),
  (facts) => ({ ...facts, owner: { ...facts.owner, title: '', headline: '' } }),
  (facts) => ({ ...facts, owner: bare(facts.owner) }),
  (facts) => withFewWords(facts, 18),
  (facts) => withFewWords(facts, 12),
  (facts) => withFewWords(facts, 7),
  (facts) => ({ ...facts, why: '', purpose: '', benefit: '', offer: '' }),
  (facts) => without(facts, 'meeting'),
  (facts) => ({ ...facts, owner: nameless(facts.owner), to: nameless(facts.to) }),
];

const withFewWords = (facts: DraftFacts, words: number): DraftFacts => ({
  ...facts,
  why: fewWords(facts.why, words),
  purpose: fewWords(facts.purpose, words),
});

function fitting(facts: DraftFacts, limit: number | undefined, write: (facts: DraftFacts) => Fitted): Fitted {
  let some = facts;
  let letter = write(some);
  for (const shorter of SHORTER) {
    if (limit === undefined || letter.body.length <= limit) break;
    some = shorter(some);
    letter = write(some);
  }
  return letter;
}

const recipient = ({ fn, email }: Correspondent): Recipient => ({ fn, email });

/** SECURITY: only a plain profile address goes into a letter, without the parameters that tell who clicked. */
function withSafeLink(facts: DraftFacts): DraftFacts {
  return { ...facts, profileUrl: linkedInProfile(facts.profileUrl ?? '') ?? '' };
}
