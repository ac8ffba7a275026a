// The verdict on an invitation, with everything that speaks for and against it.
import { linkedInKey } from '#core/contacts/identity.ts';
import { askWhom } from './ask-whom.ts';
import { areMutualsKnown, isNoteKnown, isStranger } from './case-questions.ts';
import { wouldChange } from './counterfactuals.ts';
import { markDecisive } from './decisive.ts';
import type { VettingCase } from './evidence.ts';
import type { MissingField, Reason, Verdict, Vetting } from './model.ts';
import { identityReasons } from './person-reasons.ts';
import { underRule } from './reasons.ts';
import { RULES, type Ruling } from './rules.ts';
import { softSignals } from './soft-signals.ts';

/** Nothing decides: the card needs more before it can be judged. */
const UNDECIDED: Ruling = { verdict: 'NEED_MORE', certainty: 'open', reasons: [] };

/**
 * Vets one case: the first rule that matches decides, the reasons of all that match are listed in rule order,
 * then how the inviter was recognised, then soft signals. Total and deterministic: any case gets a verdict, and
 * the order of evidence inside the case never matters to it.
 */
export function vet(one: VettingCase): Vetting {
  const matching = RULES.flatMap(({ id, decide }) => {
    const ruling = decide(one);
    return ruling ? [{ id, ruling }] : [];
  });
  const { id, ruling } = matching[0] ?? { id: 'R16', ruling: UNDECIDED };
  const reasons = [
    ...matching.flatMap((match) => underRule(match.id, match.ruling.reasons)),
    ...identityReasons(one),
    ...softSignals(one),
  ];
  return {
    verdict: ruling.verdict,
    certainty: ruling.certainty,
    rule: id,
    matching: matching.map((match) => ({ rule: match.id, verdict: match.ruling.verdict })),
    reasons: markDecisive(one, onceEach(reasons), verdictOf),
    missing: missingFields(one, ruling.verdict),
    wouldChange: wouldChange(one, ruling.verdict, verdictOf),
    exposure: one.exposure,
    askWhom: ruling.verdict === 'ASK_MUTUALS' ? askWhom(one.invitation.mutuals, one.today, one.policy) : [],
    policyVersion: one.policy.version,
  };
}

/** The verdict alone, for lists: the first rule that matches. */
export function verdictOf(one: VettingCase): Verdict {
  for (const rule of RULES) {
    const ruling = rule.decide(one);
    if (ruling) return ruling.verdict;
  }
  return UNDECIDED.verdict;
}

/** Two rules may rest on the same fact; it is said once, under the first. */
function onceEach(reasons: readonly Reason[]): Reason[] {
  const seen = new Set<string>();
  return reasons.filter(({ code, params, on }) => {
    const key = JSON.stringify([code, Object.entries(params), on]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const SETTLED: readonly Verdict[] = ['ALREADY_CONNECTED', 'REPORT'];

function missingFields(one: VettingCase, verdict: Verdict): MissingField[] {
  if (SETTLED.includes(verdict)) return [];
  const { invitation } = one;
  const fields: readonly (readonly [MissingField, boolean])[] = [
    ['url', linkedInKey(invitation.url) === undefined],
    ['headline', invitation.headline.trim() === ''],
    ['message', !isNoteKnown(one)],
    ['mutuals', !areMutualsKnown(one)],
    ['encounter', isStranger(one) && one.reading.note === 'own'],
  ];
  return fields.flatMap(([field, isMissing]) => (isMissing ? [field] : []));
}
