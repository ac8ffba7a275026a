// The rules of accepting an invitation, in order: the first that matches decides, all that match are shown.
import { identityReasons, metReasons } from './person-reasons.ts';
import {
  askableMutuals,
  hasExchanged,
  hasMet,
  hasMetEnough,
  isNoteKnown,
  isStranger,
  knownInputs,
  knows,
  recordedClaim,
  referenceOf,
  validIntroduction,
  vouchers,
} from './case-questions.ts';
import { atLeast } from '#core/network/model.ts';
import { askWhom } from './ask-whom.ts';
import { checkedClaims } from './claim-check.ts';
import type { VettingCase } from './evidence.ts';
import { cuesOfKind, isPitch, saysHowWeMet, scamCues } from './note-kind.ts';
import type { Mutual, Reason, RuleId, Verdict, Vetting } from './model.ts';
import { employerNamed } from './recruiter.ts';
import { introductionReasons, meetingReasons, noteReasons } from './note-reasons.ts';
import { INVITATION, mutualReasons, quoted, reason, strangerReasons } from './reasons.ts';

export interface Ruling {
  readonly verdict: Verdict;
  readonly certainty: Vetting['certainty'];
  readonly reasons: readonly Reason[];
}

export interface Rule {
  readonly id: RuleId;
  /** The verdict when the rule matches, with its evidence; undefined when it does not. */
  readonly decide: (one: VettingCase) => Ruling | undefined;
}

/** Only sure of the person when a strong key says so. */
const surely = (one: VettingCase): Vetting['certainty'] =>
  one.identity.outcome === 'same' ? 'clear' : 'likely';

const alreadyConnected: Rule['decide'] = (one) =>
  one.person?.connected
    ? {
        verdict: 'ALREADY_CONNECTED',
        certainty: surely(one),
        reasons: [
          reason('already_connected', 'for', {
            params: { fn: one.person.fn },
            on: one.person.connectedOn,
            batchId: one.person.connectedBatch,
            source: { kind: 'contact', contactId: one.person.contactId },
          }),
        ],
      }
    : undefined;

const possibleClone: Rule['decide'] = (one) =>
  one.identity.outcome === 'clone'
    ? {
        verdict: 'VERIFY_IDENTITY',
        certainty: one.identity.urlKnown && one.identity.org === 'equal' ? 'likely' : 'open',
        reasons: identityReasons(one),
      }
    : undefined;

const hardScam: Rule['decide'] = (one) => {
  const cues = scamCues(one.reading);
  if (cues.length === 0) return undefined;
  return {
    verdict: 'REPORT',
    certainty: cues.length > 1 ? 'clear' : 'likely',
    reasons: quoted(cues, (cue) => `scam_${cue.kind}`, 'against'),
  };
};

const known: Rule['decide'] = (one) =>
  one.person && knows(one)
    ? { verdict: 'ACCEPT_KNOWN', certainty: surely(one), reasons: metReasons(one.person) }
    : undefined;

const met: Rule['decide'] = (one) =>
  one.person && hasMetEnough(one)
    ? { verdict: 'ACCEPT_MET', certainty: surely(one), reasons: metReasons(one.person) }
    : undefined;

const introduced: Rule['decide'] = (one) => {
  const intro = validIntroduction(one);
  return (
    intro && {
      verdict: 'ACCEPT_INTRODUCED',
      certainty: surely(one),
      reasons: [
        reason('introduced', 'for', {
          params: { introducer: intro.introducer },
          on: intro.on,
          source: { kind: 'contact', contactId: intro.introducerId },
        }),
      ],
    }
  );
};

const claimsIntroduction: Rule['decide'] = (one) =>
  one.reading.introducer && validIntroduction(one) === undefined
    ? {
        verdict: 'ASK_INTRODUCER',
        certainty: one.namedPeople.length > 0 || recordedClaim(one) ? 'likely' : 'open',
        reasons: introductionReasons(one, one.reading.introducer),
      }
    : undefined;

const warned = (one: VettingCase) => one.invitation.mutuals.some((mutual) => mutual.answer === 'warns');

/** Somebody whose word counts knows them well. */
const isKnownWell = (one: VettingCase) => vouchers(one).some((mutual) => mutual.answer === 'knows_well');

const vouched: Rule['decide'] = (one) => {
  const good = vouchers(one);
  const { oneWhoKnowsWell, vouchersWanted } = one.policy;
  const enough = good.length >= vouchersWanted || (oneWhoKnowsWell && isKnownWell(one));
  if (!enough || warned(one)) return undefined;
  return { verdict: 'ACCEPT_VOUCHED', certainty: 'clear', reasons: mutualReasons(one, good) };
};

const warnedAgainst: Rule['decide'] = (one) =>
  warned(one)
    ? { verdict: 'DECLINE', certainty: 'clear', reasons: [reason('warned', 'against')] }
    : undefined;

const nobodyVouches: Rule['decide'] = (one) => {
  const asked = one.invitation.mutuals.filter((mutual) => referenceOf(mutual, one) !== 'untried');
  const disappointing = asked.every((mutual) => ['weak', 'silent'].includes(referenceOf(mutual, one)));
  if (asked.length === 0 || !disappointing) return undefined;
  return { verdict: one.policy.nobodyVouches, certainty: 'likely', reasons: mutualReasons(one, asked) };
};

/** A claim of having met outweighs a pitch around it; praise and dropped names do not. */
function isCheckable(one: VettingCase): boolean {
  if (saysHowWeMet(one.reading)) return true;
  const selling = isPitch(one.reading) || cuesOfKind(one.reading, 'recruiter').length > 0;
  const interested = cuesOfKind(one.reading, 'interest').length > 0;
  return !selling && (interested || one.namedEvents.length > 0 || one.namedPeople.length > 0);
}

const supportsMeeting = (one: VettingCase) =>
  checkedClaims(one).some(({ about, standing }) => about === 'event' && standing === 'supported');

const checkableNote: Rule['decide'] = (one) =>
  isStranger(one) && isCheckable(one)
    ? {
        verdict: 'ASK_INVITER',
        certainty: supportsMeeting(one) ? 'likely' : 'open',
        reasons: [...noteReasons(one), ...meetingReasons(one), reason('no_encounter', 'against')],
      }
    : undefined;

const askableMutual: Rule['decide'] = (one) => {
  const askable = askableMutuals(one);
  if (!isStranger(one) || askable.length === 0) return undefined;
  // Whoever was asked may still answer, however well the owner knows them.
  const waiting = one.invitation.mutuals.some((mutual) => referenceOf(mutual, one) === 'waiting');
  const someone = askWhom(one.invitation.mutuals, one.today, one.policy).length > 0 || waiting;
  // A good word that is not enough for the owner's policy is still no reason to pass over somebody.
  if (!someone && isPitch(one.reading) && !isKnownWell(one)) return undefined;
  const others = one.invitation.mutuals.filter((mutual) => !askable.includes(mutual));
  const reasons = [...mutualReasons(one, askable), ...strangerReasons(others)];
  return someone
    ? { verdict: 'ASK_MUTUALS', certainty: 'likely', reasons }
    : {
        verdict: 'ASK_INVITER',
        certainty: 'open',
        reasons: [...reasons, reason(isSpared(askable) ? 'mutuals_spared' : 'mutuals_all_asked', 'open')],
      };
};

/** Somebody was never asked, so something else speaks against asking them. */
const isSpared = (askable: readonly Mutual[]) =>
  askable.some(({ askedOn, answer }) => askedOn === undefined && answer === undefined);

const strangersAsMutuals: Rule['decide'] = (one) => {
  const { mutuals } = one.invitation;
  if (!isStranger(one) || mutuals.length === 0 || askableMutuals(one).length > 0) return undefined;
  return {
    verdict: deservesQuestion(one) ? 'ASK_INVITER' : one.policy.weakMutuals,
    certainty: 'open',
    reasons: [
      reason('mutuals_all_strangers', 'against', { params: { count: mutuals.length } }),
      ...strangerReasons(mutuals),
    ],
  };
};

const salesPitch: Rule['decide'] = (one) => {
  const { salesPitch: wanted } = one.policy;
  // Whoever the owner has written with is not passed over for selling; to be asked is no worse than R15.
  if (!isStranger(one) || (hasExchanged(one) && wanted !== 'ASK_INVITER') || !isPitch(one.reading))
    return undefined;
  const cues = cuesOfKind(one.reading, 'pitch', 'call_to_action', 'opening');
  const strong = one.invitation.mutuals.some((mutual) => atLeast(mutual.ownerLevel, 'know'));
  return {
    verdict: strong && wanted === 'IGNORE' ? 'DECLINE_POLITE' : wanted,
    certainty: cues.length > 2 ? 'clear' : 'likely',
    reasons: quoted(cues, (cue) => cue.kind, 'against'),
  };
};

/** Their own words that neither sell nor recruit, though nothing in them can be checked. */
const wroteThemselves = (one: VettingCase) =>
  one.reading.note === 'own' &&
  cuesOfKind(one.reading, 'pitch', 'recruiter').length === 0 &&
  // Asking for ten minutes is no pitch when somebody looks for work or advice.
  (cuesOfKind(one.reading, 'call_to_action').length === 0 || cuesOfKind(one.reading, 'seeker').length > 0);

/** Somebody who may be in the book, whom the owner has met, or who wrote by hand, is asked before being passed over. */
const deservesQuestion = (one: VettingCase) =>
  hasExchanged(one) || hasMet(one.person) || one.identity.outcome === 'possible' || wroteThemselves(one);

/** What the owner's policy says about whoever deserves no question. */
function receptionOf({ policy, reading, invitation }: VettingCase): Verdict {
  const { namedRecruiter, silentStranger: anybody } = policy;
  if (namedRecruiter === 'LIKE_ANYBODY') return anybody;
  return employerNamed(reading, invitation.message) === undefined ? anybody : namedRecruiter;
}

const silentStranger: Rule['decide'] = (one) => {
  if (!isStranger(one) || knownInputs(one) < 2 || one.invitation.mutuals.length > 0) return undefined;
  const benefit = deservesQuestion(one);
  return {
    verdict: benefit ? 'ASK_INVITER' : receptionOf(one),
    certainty: benefit ? 'open' : one.invitation.mutualCount === 0 && isNoteKnown(one) ? 'clear' : 'likely',
    reasons: [...noteReasons(one), reason('no_named_mutual', 'open'), ...countReasons(one)],
  };
};

const countReasons = ({ invitation }: VettingCase) =>
  invitation.mutualCount === undefined || invitation.mutualCount === 0
    ? []
    : [reason('mutual_count', 'open', { params: { count: invitation.mutualCount }, source: INVITATION })];

/**
 * R15 before R16 would pass over a bare name; so R15 wants two of {URL, headline, note, mutuals} known. A blank
 * note in LinkedIn's archive counts as known (nothing was written): archive rows reach R15.
 */
const tooLittle: Rule['decide'] = (one) =>
  isStranger(one) && knownInputs(one) < 2
    ? {
        verdict: 'NEED_MORE',
        certainty: 'open',
        reasons: [reason('too_little_known', 'open', { params: { known: knownInputs(one) } })],
      }
    : undefined;

export const RULES: readonly Rule[] = [
  { id: 'R01', decide: alreadyConnected },
  { id: 'R02', decide: possibleClone },
  { id: 'R03', decide: hardScam },
  { id: 'R04', decide: known },
  { id: 'R05', decide: met },
  { id: 'R06', decide: introduced },
  { id: 'R07', decide: claimsIntroduction },
  { id: 'R08', decide: vouched },
  { id: 'R09', decide: warnedAgainst },
  { id: 'R10', decide: nobodyVouches },
  { id: 'R11', decide: checkableNote },
  { id: 'R12', decide: askableMutual },
  { id: 'R13', decide: strangersAsMutuals },
  { id: 'R14', decide: salesPitch },
  { id: 'R15', decide: silentStranger },
  { id: 'R16', decide: tooLittle },
];
