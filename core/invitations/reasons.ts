// Short ways to write the reasons of a rule: code, stance, parameters, where it can be opened.
import type { VettingCase } from './evidence.ts';
import { referenceOf } from './case-questions.ts';
import { daysSinceAsked } from './ask-whom.ts';
import type { Mutual, Reason, RuleId } from './model.ts';
import type { Cue } from './cues/cue-list.ts';
import type { ReasonCode } from './reason-codes.ts';

type Draft = Omit<Reason, 'code' | 'stance' | 'params' | 'rule' | 'on' | 'batchId'> & {
  readonly batchId?: number | undefined;
  readonly params?: Reason['params'];
  readonly on?: string | undefined;
};

/** One reason; `on` and `source` only when they are known. */
export function reason(code: ReasonCode, stance: Reason['stance'], draft: Draft = {}): Reason {
  const { params = {}, on, source, batchId } = draft;
  return {
    code,
    stance,
    params,
    ...(on === undefined ? {} : { on }),
    ...(source ? { source } : {}),
    ...(batchId === undefined ? {} : { batchId }),
  };
}

export const INVITATION = { kind: 'invitation' } as const;
export const underRule = (rule: RuleId, reasons: readonly Reason[]): Reason[] =>
  reasons.map((one) => ({ ...one, rule }));

/** One reason a quoted place in the message. */
export const quoted = <One extends Cue>(
  cues: readonly One[],
  codeOf: (cue: One) => ReasonCode,
  stance: Reason['stance'],
) => cues.map((cue) => reason(codeOf(cue), stance, { params: { quote: cue.quote }, source: INVITATION }));

const aboutMutual = (mutual: Mutual) =>
  mutual.contactId === undefined ? {} : { source: { kind: 'contact', contactId: mutual.contactId } as const };

/** What is known of each mutual connection: known to the owner or not, asked or not, and what they said. */
export function mutualReasons(one: VettingCase, mutuals: readonly Mutual[]): Reason[] {
  return mutuals.map((mutual) => {
    const { fn, ownerLevel, answer, answeredOn, askedOn } = mutual;
    const at = aboutMutual(mutual);
    switch (referenceOf(mutual, one)) {
      case 'waiting':
        return reason('reference_waiting', 'open', { params: { fn }, on: askedOn, ...at });
      case 'silent': {
        const days = daysSinceAsked(mutual, one.today);
        return reason('reference_silent', 'open', {
          params: { fn, ...(days === undefined ? {} : { days }) },
          on: askedOn,
          ...at,
        });
      }
      case 'weak':
        return reason('reference_weak', 'against', {
          params: { fn, answer: answer ?? '' },
          on: answeredOn,
          ...at,
        });
      case 'answered':
        // Who warned is nobody's business but the owner's: it is on their own card, never in a verdict.
        return answer === 'warns'
          ? reason('warned', 'against')
          : reason('vouched', 'for', { params: { fn, answer: answer ?? '' }, on: answeredOn, ...at });
      default:
        return reason('mutual_known', 'for', { params: { fn, level: ownerLevel }, ...at });
    }
  });
}

/** Mutual connections the owner does not know either. */
export const strangerReasons = (mutuals: readonly Mutual[]): Reason[] =>
  mutuals.map((mutual) =>
    reason('mutual_stranger', 'open', { params: { fn: mutual.fn }, ...aboutMutual(mutual) }),
  );

/** People of the book the note names. */
export const namedReasons = (one: VettingCase): Reason[] =>
  one.namedPeople.map((person) =>
    reason('names_person', 'for', {
      params: { fn: person.fn, level: person.ownerLevel },
      source: { kind: 'contact', contactId: person.contactId },
    }),
  );
