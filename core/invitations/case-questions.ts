// Questions several rules ask of a case, each answered in one place.
import { linkedInKey } from '#core/contacts/identity.ts';
import { atLeast } from '#core/network/model.ts';
import { fold } from '#core/shared/fold.ts';
import type { CandidateFacts, IntroductionFact, VettingCase } from './evidence.ts';
import { ASKABLE, daysSinceAsked } from './ask-whom.ts';
import type { Mutual } from './model.ts';

/** Somebody the owner knows by their own account or by the evidence, as well as their policy wants it (R04). */
export const knows = ({ person, policy }: Pick<VettingCase, 'person' | 'policy'>): boolean =>
  person !== undefined && atLeast(person.tie.level, policy.acceptFrom === 'know_well' ? 'know_well' : 'know');

const MEETINGS: readonly string[] = ['met_at_event', 'meeting'];

/** Met at least once: an encounter or a meeting on record, or the owner says so. */
export function hasMet(person: CandidateFacts | undefined): boolean {
  if (person === undefined) return false;
  const { tie } = person;
  return (
    person.encounters.length > 0 ||
    (atLeast(tie.level, 'met_once') &&
      (tie.setBy === 'owner' || tie.basis.some((evidence) => MEETINGS.includes(evidence.kind))))
  );
}

/** Met, where having met is enough for the owner (R05). */
export const hasMetEnough = ({ person, policy }: Pick<VettingCase, 'person' | 'policy'>): boolean =>
  policy.acceptFrom === 'met_once' && hasMet(person);

/** Nobody the owner accepts on sight: what R11 to R16 call unknown. */
export const isStranger = (one: VettingCase) => !knows(one) && !hasMetEnough(one);

/** Words went both ways (mail, messages) although they never met. */
export const hasExchanged = (one: VettingCase) =>
  one.person !== undefined && atLeast(one.person.tie.level, 'acquaintance');

/** An introduction that counts: by somebody the owner knows well enough, and wanted by the owner (R06). */
export const validIntroduction = ({ person, policy }: VettingCase): IntroductionFact | undefined =>
  person?.introductions.find((intro) => intro.consented && atLeast(intro.ownerLevel, policy.introducerFrom));

/** The introduction on record by whoever the note names. */
export function recordedClaim(one: VettingCase): IntroductionFact | undefined {
  const claimed = one.reading.introducer;
  if (claimed === undefined) return undefined;
  const name = fold(claimed.name);
  return one.person?.introductions.find((intro) => {
    const introducer = fold(intro.introducer);
    return introducer === name || introducer.startsWith(`${name} `);
  });
}

const GOOD_ANSWERS: readonly (Mutual['answer'] | undefined)[] = ['knows_well', 'knows'];

/** Mutuals whose word counts: the owner knows them, and they know the inviter (R08). */
export const vouchers = (one: VettingCase) =>
  one.invitation.mutuals.filter(
    (mutual) => atLeast(mutual.ownerLevel, 'know') && GOOD_ANSWERS.includes(mutual.answer),
  );

/** How a mutual's reference stands; after how many days silence counts is the owner's to say. */
export function referenceOf(
  mutual: Mutual,
  { today, policy }: Pick<VettingCase, 'today' | 'policy'>,
): 'untried' | 'waiting' | 'silent' | 'weak' | 'answered' {
  if (mutual.answer === 'not_really' || mutual.answer === 'met') return 'weak';
  if (mutual.answer === 'no_reply') return 'silent';
  if (mutual.answer !== undefined) return 'answered';
  if (mutual.askedOn === undefined) return 'untried';
  const days = daysSinceAsked(mutual, today);
  return days !== undefined && days >= policy.silenceDays ? 'silent' : 'waiting';
}

/** Named mutual connections the owner knows well enough to ask (R12). */
export const askableMutuals = (one: VettingCase) =>
  one.invitation.mutuals.filter((mutual) => atLeast(mutual.ownerLevel, ASKABLE));

/**
 * Whether it is known what the note says. In LinkedIn's archive an empty note means that none was written; on a
 * card filled in by hand it means that none was copied.
 */
export const isNoteKnown = ({ invitation }: VettingCase) =>
  invitation.source === 'archive' || invitation.message.trim() !== '';

export const areMutualsKnown = ({ invitation }: VettingCase) =>
  invitation.mutuals.length > 0 || invitation.mutualCount !== undefined;

/** How many of {URL, headline, note, mutuals} are known (R16). */
export const knownInputs = (one: VettingCase): number =>
  [
    linkedInKey(one.invitation.url) !== undefined,
    one.invitation.headline.trim() !== '',
    isNoteKnown(one),
    areMutualsKnown(one),
  ].filter(Boolean).length;
