// Each word of the policy changes the one rule it is about; the defaults are the rules as they were written down.
import { describe, expect, it } from 'vitest';
import { readMessage } from '#core/invitations/message.ts';
import { differences, Policy, POLICY_WORDS } from '#core/invitations/policy.ts';
import { employerNamed } from '#core/invitations/recruiter.ts';
import { vet } from '#core/invitations/vet.ts';
import type { RuleId, Verdict } from '#core/invitations/model.ts';
import { aCandidate, aCase, aMutual, type CaseOptions, contactId, FULL, tie } from './cases.ts';

const met = aCandidate({ encounters: [{ eventSummary: 'LoomConf', location: '', note: '' }] });
const introducedBy = (ownerLevel: 'acquaintance' | 'know') =>
  aCandidate({
    introductions: [{ introducerId: contactId(9), introducer: 'Ana Silva', ownerLevel, consented: true }],
  });
const withMutuals = (...mutuals: ReturnType<typeof aMutual>[]): CaseOptions => ({
  invitation: { ...FULL, mutuals },
});
const oneKnows = withMutuals(aMutual(1, 'know', { answer: 'knows' }));
const oneKnowsWell = withMutuals(aMutual(1, 'know', { answer: 'knows_well' }));
const askedLately = withMutuals(aMutual(1, 'know', { askedOn: '2026-03-12' }));
const RECRUITER = 'I am a recruiter, hiring for Initech in Porto.';

/** What the policy says, the case, and the verdict by default and by that policy. */
const ROWS: readonly (readonly [
  string,
  Partial<Policy>,
  CaseOptions,
  readonly [RuleId, Verdict],
  readonly [RuleId, Verdict],
])[] = [
  [
    'having met is not enough',
    { acceptFrom: 'know' },
    { invitation: FULL, candidates: [met] },
    ['R05', 'ACCEPT_MET'],
    ['R15', 'ASK_INVITER'],
  ],
  [
    'only who is known well',
    { acceptFrom: 'know_well' },
    { invitation: FULL, candidates: [aCandidate({ tie: tie('know') })] },
    ['R04', 'ACCEPT_KNOWN'],
    ['R15', 'ASK_INVITER'],
  ],
  [
    'an acquaintance may introduce',
    { introducerFrom: 'acquaintance' },
    { invitation: FULL, candidates: [introducedBy('acquaintance')] },
    ['R15', 'IGNORE'],
    ['R06', 'ACCEPT_INTRODUCED'],
  ],
  [
    'only a trusted person may introduce',
    { introducerFrom: 'trusted' },
    { invitation: FULL, candidates: [introducedBy('know')] },
    ['R06', 'ACCEPT_INTRODUCED'],
    ['R15', 'IGNORE'],
  ],
  [
    'one who knows them is enough',
    { vouchersWanted: 1 },
    oneKnows,
    ['R12', 'ASK_INVITER'],
    ['R08', 'ACCEPT_VOUCHED'],
  ],
  [
    'one who knows them well is not enough',
    { oneWhoKnowsWell: false },
    oneKnowsWell,
    ['R08', 'ACCEPT_VOUCHED'],
    ['R12', 'ASK_INVITER'],
  ],
  [
    'eight days of silence are enough',
    { silenceDays: 8 },
    askedLately,
    ['R12', 'ASK_MUTUALS'],
    ['R10', 'DECLINE_POLITE'],
  ],
  [
    'who nobody vouches for is passed over',
    { nobodyVouches: 'IGNORE' },
    withMutuals(aMutual(1, 'know', { answer: 'not_really' })),
    ['R10', 'DECLINE_POLITE'],
    ['R10', 'IGNORE'],
  ],
  [
    'mutual connections who are strangers mean nothing',
    { weakMutuals: 'IGNORE' },
    withMutuals(aMutual(1, 'name_only'), aMutual(2, 'unknown')),
    ['R13', 'ASK_INVITER'],
    ['R13', 'IGNORE'],
  ],
  [
    'a pitch gets a kind no',
    { salesPitch: 'DECLINE_POLITE' },
    { invitation: { ...FULL, message: 'I help CEOs scale to 7 figures, got 15 min?' } },
    ['R14', 'IGNORE'],
    ['R14', 'DECLINE_POLITE'],
  ],
  [
    'silence is asked about',
    { silentStranger: 'ASK_INVITER' },
    { invitation: FULL },
    ['R15', 'IGNORE'],
    ['R15', 'ASK_INVITER'],
  ],
  [
    'a recruiter who says for whom is asked',
    { namedRecruiter: 'ASK_INVITER' },
    { invitation: { ...FULL, message: RECRUITER } },
    ['R15', 'IGNORE'],
    ['R15', 'ASK_INVITER'],
  ],
  [
    'a recruiter who does not say for whom is none of those',
    { namedRecruiter: 'ASK_INVITER' },
    { invitation: { ...FULL, message: 'I am a recruiter with an exciting new role.' } },
    ['R15', 'IGNORE'],
    ['R15', 'IGNORE'],
  ],
];

describe('a word of the policy', () => {
  it.each(ROWS)('%s', (...[, policy, options, byDefault, then]) => {
    const usual = vet(aCase(options));
    const changed = vet(aCase({ ...options, policy }));
    expect([usual.rule, usual.verdict]).toEqual(byDefault);
    expect([changed.rule, changed.verdict]).toEqual(then);
  });

  it('asks no more people than it says', () => {
    const three = withMutuals(aMutual(1, 'know'), aMutual(2, 'know_well'), aMutual(3, 'acquaintance'));
    expect(vet(aCase(three)).askWhom).toHaveLength(3);
    expect(vet(aCase({ ...three, policy: { mutualsAsked: 1 } })).askWhom.map(({ fn }) => fn)).toEqual([
      'Mutual 2',
    ]);
  });

  it('is found where two policies differ, its number aside', () => {
    const usual = Policy.parse({});
    expect(differences(usual, { ...usual, version: 9 })).toEqual([]);
    expect(differences(usual, { ...usual, silenceDays: 5, acceptFrom: 'know' })).toEqual([
      'acceptFrom',
      'silenceDays',
    ]);
    expect([...POLICY_WORDS, 'version'].toSorted()).toEqual(Object.keys(usual).toSorted());
  });
});

describe('the employer a recruiter names', () => {
  it.each([
    [RECRUITER, 'Initech'],
    ['Recruiter here: our client Globex needs a nurse.', 'Globex'],
    ['Wir suchen als Headhunter einen Entwickler bei der Hooli GmbH.', 'Hooli'],
    ['I am a recruiter hiring for Senior Engineers.', undefined],
    ['Recruiter here. Melden Sie sich bei Interesse.', undefined],
    ['I work at Initech.', undefined],
  ])('%s', (message, employer) => {
    expect(employerNamed(readMessage(message), message)).toBe(employer);
  });
});
