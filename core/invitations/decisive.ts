// Which evidence decides: the same rules on the case without it give another verdict.
import type { VettingCase } from './evidence.ts';
import type { Mutual, Reason, Verdict } from './model.ts';
import type { ReasonCode } from './reason-codes.ts';

/** The case as it would be without what a reason states; undefined for what cannot be taken away. */
type Removal = (one: VettingCase, reason: Reason) => VettingCase | undefined;

const withPerson = (one: VettingCase, change: Partial<NonNullable<VettingCase['person']>>) =>
  one.person && { ...one, person: { ...one.person, ...change } };

const withoutEncounter: Removal = (one, { on, params }) => {
  const { person } = one;
  const rest = person?.encounters.filter(
    (encounter) => encounter.metOn !== on || encounter.eventSummary !== params['event'],
  );
  return rest && withPerson(one, { encounters: rest });
};

const withoutTie: Removal = (one) =>
  withPerson(one, {
    tie: { level: 'unknown', certainty: 'likely', setBy: 'rule', basis: [], unconfirmed: false },
  });

const withoutIntroduction: Removal = (one, { params }) =>
  withPerson(one, {
    introductions: (one.person?.introductions ?? []).filter(
      (intro) => intro.introducer !== params['introducer'],
    ),
  });

const withoutCue: Removal = (one, { params }) => ({
  ...one,
  reading: { ...one.reading, cues: one.reading.cues.filter((cue) => cue.quote !== params['quote']) },
});

const withMutuals = (one: VettingCase, mutuals: readonly Mutual[]): VettingCase => ({
  ...one,
  invitation: { ...one.invitation, mutuals: [...mutuals] },
});

const withoutMutual: Removal = (one, { params }) =>
  withMutuals(
    one,
    one.invitation.mutuals.filter((mutual) => mutual.fn !== params['fn']),
  );

const unanswered = ({ answer: _answer, askedOn: _asked, answeredOn: _answered, ...mutual }: Mutual): Mutual =>
  mutual;

const withoutAnswer: Removal = (one, { params }) =>
  withMutuals(
    one,
    one.invitation.mutuals.map((mutual) => (mutual.fn === params['fn'] ? unanswered(mutual) : mutual)),
  );

const withoutWarning: Removal = (one) =>
  withMutuals(
    one,
    one.invitation.mutuals.map((mutual) => (mutual.answer === 'warns' ? unanswered(mutual) : mutual)),
  );

const asStranger: Removal = (one) => ({ ...one, identity: { outcome: 'unknown' }, person: undefined });

const withoutClaim: Removal = (one) => ({ ...one, reading: { ...one.reading, introducer: undefined } });

const withoutEvent: Removal = (one, { params }) => ({
  ...one,
  namedEvents: one.namedEvents.filter((event) => event.summary !== params['event']),
});

const withoutNamed: Removal = (one, { params }) => ({
  ...one,
  namedPeople: one.namedPeople.filter((person) => person.fn !== params['fn']),
});

const REMOVALS: Readonly<Partial<Record<ReasonCode, Removal>>> = {
  already_connected: (one) => withPerson(one, { connected: false }),
  clone_other_url: asStranger,
  clone_url_unknown: asStranger,
  scam_off_platform: withoutCue,
  scam_investment: withoutCue,
  scam_money: withoutCue,
  scam_id_document: withoutCue,
  scam_short_link: withoutCue,
  scam_attachment: withoutCue,
  scam_romance: withoutCue,
  tie_level: withoutTie,
  encounter: withoutEncounter,
  introduced: withoutIntroduction,
  claims_introduction: withoutClaim,
  vouched: withoutAnswer,
  reference_weak: withoutAnswer,
  reference_silent: withoutAnswer,
  reference_waiting: withoutMutual,
  mutual_known: withoutMutual,
  warned: withoutWarning,
  event_attended: withoutEvent,
  event_inviter_listed: withoutEvent,
  names_person: withoutNamed,
  says_met: withoutCue,
  says_worked_together: withoutCue,
  says_acquainted: withoutCue,
  says_interest: withoutCue,
  pitch: withoutCue,
  call_to_action: withoutCue,
  opening: withoutCue,
};

/** The case without what the reason states; undefined where the reason states nothing that could be missing. */
export function withoutEvidence(one: VettingCase, reason: Reason): VettingCase | undefined {
  // Codes come from this version's own rules.
  return REMOVALS[reason.code as ReasonCode]?.(one, reason);
}

/**
 * Marks the reasons without which the verdict would be another, by running the same rules again. Where two pieces of
 * evidence each suffice, neither is decisive alone.
 */
export const markDecisive = (
  one: VettingCase,
  reasons: readonly Reason[],
  decide: (altered: VettingCase) => Verdict,
): Reason[] => {
  const now = decide(one);
  return reasons.map((reason) => {
    const altered = withoutEvidence(one, reason);
    return altered !== undefined && decide(altered) !== now ? { ...reason, decisive: true } : reason;
  });
};
