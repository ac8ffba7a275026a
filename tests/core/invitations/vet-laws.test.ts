// Laws of vetting, on random cases: what is called decisive decides, and evidence in favour never harms.
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { withoutEvidence } from '#core/invitations/decisive.ts';
import type { VettingCase } from '#core/invitations/evidence.ts';
import { Answer, type Verdict } from '#core/invitations/model.ts';
import { Policy, Reception } from '#core/invitations/policy.ts';
import { vet, verdictOf } from '#core/invitations/vet.ts';
import { atLeast, TIE_LEVELS } from '#core/network/model.ts';
import { aCandidate, aCase, aMutual, type CaseOptions, contactId, eventId, FULL, tie } from './cases.ts';

const NOTES = [
  '',
  "I'd like to join your LinkedIn network.",
  'Great talking at DevConf about queues.',
  'We worked together at Initech in 2015, and I am your new neighbour.',
  'Your talk on fairness in queues changed our scheduler.',
  'I help CEOs scale to 7 figures, got 15 min?',
  'Came across your profile. We help agencies generate more leads. Free audit?',
  'I am a recruiter hiring for Initech.',
  'I am a recruiter with an exciting new role.',
  'Ana Silva suggested we connect.',
  'Please add me on WhatsApp.',
  'I offer guaranteed returns. Add me on Telegram.',
];
const encounter = (at: number) => ({
  eventSummary: `LoomConf ${at}`,
  location: '',
  note: '',
  metOn: `202${at}-02-14`,
});
const introduction = (ownerLevel: (typeof TIE_LEVELS)[number], consented: boolean) => ({
  introducerId: contactId(9),
  introducer: 'Ana Silva',
  ownerLevel,
  consented,
});

const mutuals = fc
  .array(
    fc.record({
      level: fc.constantFrom(...TIE_LEVELS),
      answer: fc.option(fc.constantFrom(...Answer.options), { nil: undefined }),
      askedOn: fc.option(fc.constantFrom('2026-03-01', '2026-03-19'), { nil: undefined }),
    }),
    { maxLength: 4 },
  )
  .map((list) => list.map(({ level, ...more }, index) => aMutual(index + 1, level, more)));

const candidates = fc
  .array(
    fc.record({
      connected: fc.boolean(),
      org: fc.constantFrom('', 'Acme', 'Initech'),
      urlKeys: fc.constantFrom([], ['mia-novak'], ['other']),
      level: fc.constantFrom(...TIE_LEVELS),
      encounters: fc.constantFrom([], [encounter(4)], [encounter(4), encounter(5)]),
      introductions: fc.constantFrom([], [introduction('know', true)], [introduction('name_only', true)]),
    }),
    { maxLength: 2 },
  )
  .map((list) =>
    list.map(({ level, ...more }, index) =>
      aCandidate({ ...more, contactId: contactId(index + 1), tie: tie(level) }),
    ),
  );

const reception = fc.constantFrom(...Reception.options);

/** Whatever an owner may say; half of the time what they say before they change anything. */
const policy: fc.Arbitrary<Partial<Policy>> = fc.oneof(
  fc.constant({}),
  fc.record({
    acceptFrom: fc.constantFrom('met_once', 'know', 'know_well'),
    introducerFrom: fc.constantFrom('acquaintance', 'know', 'know_well', 'trusted'),
    oneWhoKnowsWell: fc.boolean(),
    vouchersWanted: fc.integer({ min: 1, max: 3 }),
    nobodyVouches: reception,
    silenceDays: fc.constantFrom(3, 10, 60),
    mutualsAsked: fc.integer({ min: 1, max: 3 }),
    weakMutuals: reception,
    salesPitch: reception,
    silentStranger: reception,
    namedRecruiter: fc.constantFrom('LIKE_ANYBODY', ...Reception.options),
  }),
);

const arbitraryCase: fc.Arbitrary<CaseOptions> = fc.record({
  policy,
  invitation: fc.record({
    url: fc.constantFrom('', FULL.url, 'https://www.linkedin.com/in/mn2'),
    headline: fc.constantFrom('', 'Engineer'),
    org: fc.constantFrom('', 'Acme'),
    message: fc.constantFrom(...NOTES),
    source: fc.constantFrom('archive' as const, 'typed' as const),
    mutuals,
  }),
  candidates,
  namedEvents: fc.constantFrom([], [{ eventId: eventId(3), summary: 'DevConf', dtstart: '2026-02-14' }]),
  namedPeople: fc.constantFrom(
    [],
    [{ contactId: contactId(50), fn: 'Ana Silva', ownerLevel: 'know' as const }],
  ),
});

describe('what is called decisive', () => {
  it('changes the verdict when it is taken away, and nothing else that can be taken away does', () => {
    fc.assert(
      fc.property(arbitraryCase, (options) => {
        const one = aCase(options);
        const { verdict, reasons } = vet(one);
        for (const reason of reasons) {
          const altered = withoutEvidence(one, reason);
          if (altered === undefined) expect(reason.decisive).toBeUndefined();
          else expect(verdictOf(altered) !== verdict, reason.code).toBe(reason.decisive === true);
        }
      }),
      { numRuns: 600 },
    );
  });

  it.each([
    [
      'the encounter',
      { invitation: FULL, candidates: [aCandidate({ encounters: [encounter(4)] })] },
      'encounter',
    ],
    ['the tie', { invitation: FULL, candidates: [aCandidate({ tie: tie('know') })] }, 'tie_level'],
    [
      'the introduction',
      { invitation: FULL, candidates: [aCandidate({ introductions: [introduction('know', true)] })] },
      'introduced',
    ],
    [
      'the one scam cue',
      { invitation: { ...FULL, message: 'Please add me on WhatsApp.' } },
      'scam_off_platform',
    ],
    [
      'the answer',
      { invitation: { ...FULL, mutuals: [aMutual(1, 'know', { answer: 'knows_well' })] } },
      'vouched',
    ],
    [
      'the warning',
      { invitation: { ...FULL, mutuals: [aMutual(1, 'know', { answer: 'warns' })] } },
      'warned',
    ],
    ['the mutual', { invitation: { ...FULL, mutuals: [aMutual(1, 'know')] } }, 'mutual_known'],
    [
      'the claim',
      { invitation: { ...FULL, message: 'Ana Silva suggested we connect.' } },
      'claims_introduction',
    ],
  ] as readonly (readonly [string, CaseOptions, string])[])('is %s', (_name, options, code) => {
    expect(
      vet(aCase(options))
        .reasons.filter((one) => one.decisive)
        .map((one) => one.code),
    ).toContain(code);
  });

  it('is none of two that each suffice', () => {
    const both = aCase({
      invitation: { ...FULL, message: 'I offer guaranteed returns. Add me on Telegram.' },
    });
    const cues = vet(both).reasons.filter((one) => one.code.startsWith('scam_'));
    expect(cues.length).toBe(2);
    expect(cues.some((one) => one.decisive)).toBe(false);
  });
});

/** The more welcoming, the higher. A question is a question, whoever is asked. */
const WELCOME: Readonly<Record<Verdict, number>> = {
  REPORT: 0,
  DECLINE: 0,
  VERIFY_IDENTITY: 1,
  DECLINE_POLITE: 1,
  IGNORE: 1,
  NEED_MORE: 2,
  ASK_INVITER: 3,
  ASK_MUTUALS: 3,
  ASK_INTRODUCER: 3,
  ACCEPT_VOUCHED: 4,
  ACCEPT_INTRODUCED: 4,
  ACCEPT_MET: 4,
  ACCEPT_KNOWN: 4,
  ALREADY_CONNECTED: 4,
};

/** Things that speak for somebody, added to any case. */
const ADDITIONS: Readonly<Record<string, (one: VettingCase) => VettingCase>> = {
  'an encounter': (one) => ({
    ...one,
    person: {
      ...(one.person ?? aCandidate()),
      encounters: [encounter(3), ...(one.person?.encounters ?? [])],
    },
  }),
  'a tie of knowing': (one) => {
    const person = one.person ?? aCandidate();
    return atLeast(person.tie.level, 'know') ? one : { ...one, person: { ...person, tie: tie('know') } };
  },
  'an introduction': (one) => ({
    ...one,
    person: {
      ...(one.person ?? aCandidate()),
      introductions: [introduction('know_well', true), ...(one.person?.introductions ?? [])],
    },
  }),
  'a mutual who knows them well': (one) => withMutual(one, aMutual(9, 'know', { answer: 'knows_well' })),
  'a known mutual not asked yet': (one) => withMutual(one, aMutual(9, 'know')),
  'an event attended': (one) => ({
    ...one,
    namedEvents: [...one.namedEvents, { eventId: eventId(8), summary: 'Fair', dtstart: '2026-01-10' }],
  }),
};

const withMutual = (one: VettingCase, mutual: ReturnType<typeof aMutual>): VettingCase => ({
  ...one,
  invitation: { ...one.invitation, mutuals: [...one.invitation.mutuals, mutual] },
});

describe('evidence in favour', () => {
  it.each(Object.entries(ADDITIONS))('never worsens a verdict: %s', (_name, add) => {
    fc.assert(
      fc.property(arbitraryCase, (options) => {
        const one = aCase(options);
        // Who somebody is comes before how well they are known; a scam is one whoever sends it.
        fc.pre(['unknown', 'same'].includes(one.identity.outcome));
        expect(WELCOME[verdictOf(add(one))]).toBeGreaterThanOrEqual(WELCOME[verdictOf(one)]);
      }),
      { numRuns: 400 },
    );
  });
});
