// What a letter on the way of an introduction may know: facts of one side only as far as that side has agreed.
import type { Correspondent, DraftFacts } from './facts.ts';
import type { Introduction, IntroductionLetter } from './model.ts';
import { mayBeShown } from './progress.ts';
import type { Agreement, Progress, Side } from './progress.ts';

const ASKING: readonly IntroductionLetter[] = [
  'introduction_request',
  'consent_a',
  'consent_b',
  'introduction',
  'moving_to_bcc',
];

type Told = Pick<Introduction, 'purpose' | 'benefitA' | 'benefitB'> & { readonly offer?: string | undefined };

/** To whom a letter goes. */
export function readerOf(kind: IntroductionLetter, { direction, asked, state }: Progress): Side {
  switch (kind) {
    case 'consent_b':
    case 'moving_to_bcc':
      return 'b';
    case 'nudge':
      return asked?.side ?? (state === 'asked_b' ? 'b' : 'a');
    case 'thank_you':
      // Whoever has introduced the owner, else whoever gave their time to somebody they did not know.
      return direction === 'requested' ? 'a' : 'b';
    default:
      return 'a';
  }
}

/**
 * The facts of a letter. What is in it for one side is for that side alone, notes of the log are for nobody, and an
 * address of the other is among them only in the introduction itself, once both have agreed.
 */
export function letterFacts(
  kind: IntroductionLetter,
  {
    progress,
    owner,
    people,
    told,
  }: {
    readonly progress: Progress;
    readonly owner: Correspondent;
    readonly people: Readonly<Record<Side, Correspondent>>;
    readonly told: Told;
  },
): DraftFacts {
  const reader = readerOf(kind, progress);
  const other = people[reader === 'a' ? 'b' : 'a'];
  if (kind === 'decline_introduction')
    return {
      ...refusal(owner, people, told),
      ...(progress.direction === 'outgoing' && { isSuggested: true }),
    };
  const isShown = kind === 'introduction' && mayBeShown(progress);
  const benefit = reader === 'a' ? told.benefitA : told.benefitB;
  return {
    owner,
    to: people[reader],
    // SECURITY: until both said yes, nothing that reaches the other side is even handed to the letter.
    other: isShown ? other : { ...other, email: '' },
    // Why the two should meet is for asking and introducing; a reminder, thanks and news have their own words.
    ...(ASKING.includes(kind) && { purpose: told.purpose }),
    // Whoever has introduced them knows both addresses, and Bcc shows neither to the other.
    ...(kind === 'moving_to_bcc' && { bcc: other }),
    ...(kind === 'consent_a' || kind === 'consent_b' ? { benefit } : {}),
    ...stageFacts(kind, progress),
  };
}

/**
 * SECURITY: a no tells nothing of the other side. It is written from whom A waits for and what the owner offers, so that it
 * cannot read otherwise because B said no, never answered, was never asked, or is not to be introduced at all.
 */
function refusal(
  owner: Correspondent,
  { a, b: { fn, given } }: Readonly<Record<Side, Correspondent>>,
  { offer }: Told,
): DraftFacts {
  const other: Correspondent = { fn, given, org: '', title: '', headline: '', email: '' };
  return { owner, to: a, other, ...(offer !== undefined && { offer }) };
}

function stageFacts(kind: IntroductionLetter, progress: Progress): Partial<DraftFacts> {
  switch (kind) {
    case 'consent_b':
      return unasked(progress.agreed.a);
    case 'introduction':
      return { ...unasked(progress.agreed.a), ...unasked(progress.agreed.b) };
    case 'outcome_report':
      return outcomeOf(progress);
    default:
      return {};
  }
}

const unasked = (agreement: Agreement | undefined): Partial<DraftFacts> =>
  agreement?.by === 'override' ? { isUnasked: true } : {};

function outcomeOf({ state }: Progress): Partial<DraftFacts> {
  if (state === 'met') return { outcome: 'met' };
  return state === 'replied' ? { outcome: 'in_touch' } : {};
}
