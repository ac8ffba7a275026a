import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNTERFACTUAL_CODES, REASON_CODES } from '#core/invitations/reason-codes.ts';
import { Answer, type RuleId, RULE_IDS, type Verdict, Vetting } from '#core/invitations/model.ts';
import { vet, verdictOf } from '#core/invitations/vet.ts';
import { RULES } from '#core/invitations/rules.ts';
import { TIE_LEVELS } from '#core/network/model.ts';
import { aCandidate, aCase, aMutual, type CaseOptions, contactId, eventId, FULL, tie } from './cases.ts';

const encounter = { eventSummary: 'DevConf', location: 'Brno', note: 'queues', metOn: '2026-02-14' };
const devConf = { eventId: eventId(3), summary: 'DevConf', dtstart: '2026-02-14' };
const ana = {
  introducerId: contactId(9),
  introducer: 'Ana Silva',
  ownerLevel: 'know',
  consented: true,
} as const;
const PITCH = 'I help CEOs scale to 7 figures, got 15 min?';
const met = { ...FULL, message: 'Great talking at DevConf about queues' };
const connected = (more = {}) =>
  aCandidate({ connected: true, connectedOn: '2024-05-01', tie: tie('name_only'), ...more });

const TABLE: readonly (readonly [string, CaseOptions, RuleId, Verdict])[] = [
  // Golden examples
  [
    'an event that was attended, no encounter',
    { invitation: met, namedEvents: [devConf] },
    'R11',
    'ASK_INVITER',
  ],
  ['an event not in the book', { invitation: met }, 'R11', 'ASK_INVITER'],
  [
    'the same once the encounter is logged',
    { invitation: met, candidates: [aCandidate({ encounters: [encounter] })] },
    'R05',
    'ACCEPT_MET',
  ],
  [
    'no note, three mutuals of whom two are known',
    { invitation: { mutuals: [aMutual(1, 'know'), aMutual(2, 'know'), aMutual(3, 'name_only')] } },
    'R12',
    'ASK_MUTUALS',
  ],
  [
    'two answers "not really"',
    {
      invitation: {
        ...FULL,
        mutuals: [aMutual(1, 'know', { answer: 'not_really' }), aMutual(2, 'know', { answer: 'not_really' })],
      },
    },
    'R10',
    'DECLINE_POLITE',
  ],
  [
    'one knows well, one is silent',
    {
      invitation: {
        ...FULL,
        mutuals: [
          aMutual(1, 'know', { answer: 'knows_well' }),
          aMutual(2, 'know', { askedOn: '2026-03-18' }),
        ],
      },
    },
    'R08',
    'ACCEPT_VOUCHED',
  ],
  ['a pitch without mutuals', { invitation: { ...FULL, message: PITCH } }, 'R14', 'IGNORE'],
  ['a pitch of which only the name is known', { invitation: { message: PITCH } }, 'R14', 'IGNORE'],
  [
    'WhatsApp in the first note',
    { invitation: { ...FULL, message: 'Dear, I like your profile, add me on WhatsApp' } },
    'R03',
    'REPORT',
  ],
  [
    'name and company of a connection, new address',
    { invitation: { ...FULL, url: 'https://www.linkedin.com/in/mia-novak-99' }, candidates: [connected()] },
    'R02',
    'VERIFY_IDENTITY',
  ],
  [
    'a recruiter with a mutual who is known',
    {
      invitation: {
        ...FULL,
        message: 'I am a recruiter hiring for Initech, your background is a great fit.',
        mutuals: [aMutual(1, 'know')],
      },
    },
    'R12',
    'ASK_MUTUALS',
  ],
  ['only a name', {}, 'R16', 'NEED_MORE'],
  // R01
  [
    'the address of a connection',
    { invitation: FULL, candidates: [connected()] },
    'R01',
    'ALREADY_CONNECTED',
  ],
  [
    'the address in another spelling',
    { invitation: { url: 'http://de.linkedin.com/in/MIA-Novak/?trk=1' }, candidates: [connected()] },
    'R01',
    'ALREADY_CONNECTED',
  ],
  [
    'an old address of a connection',
    { invitation: FULL, candidates: [connected({ urlKeys: ['mia-new', 'mia-novak'] })] },
    'R01',
    'ALREADY_CONNECTED',
  ],
  [
    'a connection, even with a scam note',
    { invitation: { ...FULL, message: 'add me on WhatsApp' }, candidates: [connected()] },
    'R01',
    'ALREADY_CONNECTED',
  ],
  [
    'an old invitation e-mail, accepted since',
    { invitation: { org: 'Acme', sentAt: '2024-04-20T10:00:00Z' }, candidates: [connected()] },
    'R01',
    'ALREADY_CONNECTED',
  ],
  // R02
  [
    'the name of a connection at another company',
    {
      invitation: { ...FULL, url: 'https://www.linkedin.com/in/mn2', org: 'Initech' },
      candidates: [connected()],
    },
    'R02',
    'VERIFY_IDENTITY',
  ],
  [
    'the company only in the headline',
    {
      invitation: { url: 'https://www.linkedin.com/in/mn2', headline: 'CTO at ACME GmbH' },
      candidates: [connected()],
    },
    'R02',
    'VERIFY_IDENTITY',
  ],
  [
    'a clone with a scam note',
    {
      invitation: { ...FULL, url: 'https://www.linkedin.com/in/mn2', message: 'add me on WhatsApp' },
      candidates: [connected()],
    },
    'R02',
    'VERIFY_IDENTITY',
  ],
  [
    'a clone of somebody well known',
    {
      invitation: { ...FULL, url: 'https://www.linkedin.com/in/mn2' },
      candidates: [connected({ tie: tie('trusted') })],
    },
    'R02',
    'VERIFY_IDENTITY',
  ],
  [
    'the e-mail address of a connection under a new profile',
    {
      invitation: { ...FULL, fn: 'M. N.', url: 'https://www.linkedin.com/in/mn2', email: 'Mia@Example.org' },
      candidates: [connected({ emailKeys: ['mia@example.org'] })],
    },
    'R02',
    'VERIFY_IDENTITY',
  ],
  [
    'a connection by name whose address was not given',
    { invitation: { org: 'Acme', sentAt: '2026-03-01T10:00:00Z' }, candidates: [connected()] },
    'R02',
    'VERIFY_IDENTITY',
  ],
  // R03
  ['guaranteed profits', { invitation: { ...FULL, message: 'I offer guaranteed profits' } }, 'R03', 'REPORT'],
  ['a gift card', { invitation: { ...FULL, message: 'please buy me a gift card' } }, 'R03', 'REPORT'],
  ['a short link', { invitation: { ...FULL, message: 'see https://bit.ly/abc1' } }, 'R03', 'REPORT'],
  ['an attachment', { invitation: { ...FULL, message: 'please open the attached file' } }, 'R03', 'REPORT'],
  ['a romance', { invitation: { ...FULL, message: 'Hello beautiful, are you single?' } }, 'R03', 'REPORT'],
  [
    'scam despite a mutual',
    { invitation: { ...FULL, message: 'add me on Telegram', mutuals: [aMutual(1, 'trusted')] } },
    'R03',
    'REPORT',
  ],
  // R04
  [
    'somebody the owner knows',
    { invitation: FULL, candidates: [aCandidate({ tie: tie('know') })] },
    'R04',
    'ACCEPT_KNOWN',
  ],
  [
    'somebody trusted, without a note',
    { invitation: { ...FULL, source: 'archive' }, candidates: [aCandidate({ tie: tie('trusted') })] },
    'R04',
    'ACCEPT_KNOWN',
  ],
  [
    'a pitch from somebody known',
    { invitation: { ...FULL, message: PITCH }, candidates: [aCandidate({ tie: tie('know_well') })] },
    'R04',
    'ACCEPT_KNOWN',
  ],
  // R05
  [
    'an encounter, whatever its date',
    { invitation: FULL, candidates: [aCandidate({ encounters: [{ ...encounter, metOn: '2009' }] })] },
    'R05',
    'ACCEPT_MET',
  ],
  [
    'an encounter with a badge name and company, no address yet',
    { invitation: FULL, candidates: [aCandidate({ urlKeys: [], encounters: [encounter] })] },
    'R05',
    'ACCEPT_MET',
  ],
  [
    'an encounter with the only one of that name',
    {
      invitation: { url: FULL.url },
      candidates: [aCandidate({ urlKeys: [], org: '', encounters: [encounter] })],
    },
    'R05',
    'ACCEPT_MET',
  ],
  [
    'the owner says they met once',
    { invitation: FULL, candidates: [aCandidate({ tie: tie('met_once', { setBy: 'owner' }) })] },
    'R05',
    'ACCEPT_MET',
  ],
  [
    'a meeting in the calendar',
    {
      invitation: FULL,
      candidates: [aCandidate({ tie: tie('met_once', { basis: [{ kind: 'meeting', text: '' }] }) })],
    },
    'R05',
    'ACCEPT_MET',
  ],
  // R06, R07
  [
    'a recorded introduction',
    { invitation: FULL, candidates: [aCandidate({ introductions: [ana] })] },
    'R06',
    'ACCEPT_INTRODUCED',
  ],
  [
    'an introduction by a stranger',
    {
      invitation: { ...FULL, source: 'archive' },
      candidates: [aCandidate({ introductions: [{ ...ana, ownerLevel: 'name_only' }] })],
    },
    'R15',
    'IGNORE',
  ],
  [
    'an introduction without consent',
    {
      invitation: { ...FULL, source: 'archive' },
      candidates: [aCandidate({ introductions: [{ ...ana, consented: false }] })],
    },
    'R15',
    'IGNORE',
  ],
  [
    'a claimed introduction',
    { invitation: { ...FULL, message: 'Ana Silva suggested we connect' } },
    'R07',
    'ASK_INTRODUCER',
  ],
  [
    'a claimed introduction, with mutuals',
    { invitation: { ...FULL, message: 'Ana Silva gave me your name', mutuals: [aMutual(1, 'know')] } },
    'R07',
    'ASK_INTRODUCER',
  ],
  [
    'a claimed and recorded introduction',
    {
      invitation: { ...FULL, message: 'Ana Silva suggested we connect' },
      candidates: [aCandidate({ introductions: [ana] })],
    },
    'R06',
    'ACCEPT_INTRODUCED',
  ],
  // R08, R09, R10
  [
    'two who know them',
    {
      invitation: {
        ...FULL,
        mutuals: [aMutual(1, 'know', { answer: 'knows' }), aMutual(2, 'trusted', { answer: 'knows' })],
      },
    },
    'R08',
    'ACCEPT_VOUCHED',
  ],
  [
    'one who knows them, one to ask',
    { invitation: { ...FULL, mutuals: [aMutual(1, 'know', { answer: 'knows' }), aMutual(2, 'know')] } },
    'R12',
    'ASK_MUTUALS',
  ],
  [
    'the word of an acquaintance',
    { invitation: { ...FULL, mutuals: [aMutual(1, 'acquaintance', { answer: 'knows_well' })] } },
    'R12',
    'ASK_INVITER',
  ],
  [
    'a warning',
    { invitation: { ...FULL, mutuals: [aMutual(1, 'know', { answer: 'warns' })] } },
    'R09',
    'DECLINE',
  ],
  [
    'a warning against a recommendation',
    {
      invitation: {
        ...FULL,
        mutuals: [aMutual(1, 'know', { answer: 'knows_well' }), aMutual(2, 'know', { answer: 'warns' })],
      },
    },
    'R09',
    'DECLINE',
  ],
  [
    'ten days of silence',
    { invitation: { ...FULL, mutuals: [aMutual(1, 'know', { askedOn: '2026-03-10' })] } },
    'R10',
    'DECLINE_POLITE',
  ],
  [
    'nine days of silence',
    { invitation: { ...FULL, mutuals: [aMutual(1, 'know', { askedOn: '2026-03-11' })] } },
    'R12',
    'ASK_MUTUALS',
  ],
  [
    'only met',
    { invitation: { ...FULL, mutuals: [aMutual(1, 'know', { answer: 'met' })] } },
    'R10',
    'DECLINE_POLITE',
  ],
  [
    'no reply',
    { invitation: { ...FULL, mutuals: [aMutual(1, 'know', { answer: 'no_reply' })] } },
    'R10',
    'DECLINE_POLITE',
  ],
  [
    'nobody vouches, by another policy',
    {
      policy: { nobodyVouches: 'ASK_INVITER' },
      invitation: { ...FULL, mutuals: [aMutual(1, 'know', { answer: 'not_really' })] },
    },
    'R10',
    'ASK_INVITER',
  ],
  [
    'one not really, one to wait for',
    {
      invitation: {
        ...FULL,
        mutuals: [
          aMutual(1, 'know', { answer: 'not_really' }),
          aMutual(2, 'know', { askedOn: '2026-03-19' }),
        ],
      },
    },
    'R12',
    'ASK_MUTUALS',
  ],
  // R11
  [
    'shared work',
    { invitation: { ...FULL, message: 'We worked together at Initech in 2015.' } },
    'R11',
    'ASK_INVITER',
  ],
  [
    'a checkable note with mutuals',
    { invitation: { ...met, mutuals: [aMutual(1, 'know')] } },
    'R11',
    'ASK_INVITER',
  ],
  [
    'a name from the book in passing',
    {
      invitation: { ...FULL, message: 'I sing in the choir of Bo Lind' },
      namedPeople: [{ contactId: contactId(5), fn: 'Bo Lind', ownerLevel: 'know' }],
    },
    'R11',
    'ASK_INVITER',
  ],
  [
    'praise around a pitch',
    { invitation: { ...FULL, message: `Loved your talk on queues! ${PITCH}` } },
    'R14',
    'IGNORE',
  ],
  [
    'a meeting around a pitch',
    { invitation: { ...FULL, message: `Great talking at DevConf! ${PITCH}` } },
    'R11',
    'ASK_INVITER',
  ],
  // R12, R13, R14
  [
    'an acquaintance as mutual',
    { invitation: { ...FULL, mutuals: [aMutual(1, 'acquaintance')] } },
    'R12',
    'ASK_MUTUALS',
  ],
  [
    'mutuals who are strangers',
    {
      invitation: {
        ...FULL,
        mutuals: [aMutual(1, 'name_only'), aMutual(2, 'unknown', { contactId: undefined })],
      },
    },
    'R13',
    'ASK_INVITER',
  ],
  [
    'a pitch with a mutual worn out',
    { invitation: { ...FULL, message: PITCH, mutuals: [aMutual(1, 'know', { answer: 'knows' })] } },
    'R14',
    'DECLINE_POLITE',
  ],
  // R15, R16
  ['an archive row without a note', { invitation: { url: FULL.url, source: 'archive' } }, 'R15', 'IGNORE'],
  ['address and headline, no note, no mutuals', { invitation: FULL }, 'R15', 'IGNORE'],
  [
    'the same by a kinder policy',
    { policy: { silentStranger: 'ASK_INVITER' }, invitation: FULL },
    'R15',
    'ASK_INVITER',
  ],
  [
    'the stock sentence',
    { invitation: { ...FULL, message: "I'd like to join your LinkedIn network." } },
    'R15',
    'IGNORE',
  ],
  [
    'a recruiter without mutuals',
    { invitation: { ...FULL, message: 'I am a recruiter hiring for Initech.' } },
    'R15',
    'IGNORE',
  ],
  [
    'own words that tell nothing to check',
    {
      invitation: {
        ...FULL,
        message: 'Queues fascinate both of us, and few people care for fairness there.',
      },
    },
    'R15',
    'ASK_INVITER',
  ],
  [
    'an acquaintance by mail who wrote nothing',
    { invitation: { ...FULL, source: 'archive' }, candidates: [aCandidate({ tie: tie('acquaintance') })] },
    'R15',
    'ASK_INVITER',
  ],
  [
    'two people of that name in the book',
    {
      invitation: { url: FULL.url, headline: 'x' },
      candidates: [
        aCandidate({ urlKeys: [], org: '' }),
        aCandidate({ contactId: contactId(8), urlKeys: [], org: '' }),
      ],
    },
    'R15',
    'ASK_INVITER',
  ],
  ['a name and an address typed by hand', { invitation: { url: FULL.url } }, 'R16', 'NEED_MORE'],
  [
    'a name and the stock sentence',
    { invitation: { message: "I'd like to join your LinkedIn network." } },
    'R16',
    'NEED_MORE',
  ],
];

describe('the verdict on', () => {
  it.each(TABLE)('%s', (_name, options, rule, verdict) => {
    const one = aCase(options);
    const vetting = vet(one);
    expect({ rule: vetting.rule, verdict: vetting.verdict }).toEqual({ rule, verdict });
    expect(verdictOf(one)).toBe(verdict);
    expect(() => Vetting.parse(vetting)).not.toThrow();
  });

  it('covers every rule, in the documented order', () => {
    expect(RULES.map((rule) => rule.id)).toEqual(RULE_IDS);
    expect(new Set(TABLE.map(([, , rule]) => rule))).toEqual(new Set(RULE_IDS));
  });
});

const codes = (options: CaseOptions) => vet(aCase(options)).reasons.map((one) => `${one.stance} ${one.code}`);

describe('the explanation', () => {
  it('says the event was attended and that no encounter is logged', () => {
    expect(codes({ invitation: met, namedEvents: [devConf] })).toEqual(
      expect.arrayContaining(['for event_attended', 'against no_encounter', 'for says_met']),
    );
    expect(codes({ invitation: met })).toContain('against event_not_in_book');
  });

  it('lists the mutual the owner does not know, and asks the other two', () => {
    const vetting = vet(
      aCase({
        invitation: { mutuals: [aMutual(1, 'know'), aMutual(2, 'know_well'), aMutual(3, 'name_only')] },
      }),
    );
    expect(vetting.askWhom.map((one) => one.fn)).toEqual(['Mutual 2', 'Mutual 1']);
    expect(vetting.reasons).toContainEqual(
      expect.objectContaining({ code: 'mutual_stranger', params: { fn: 'Mutual 3' } }),
    );
  });

  it('quotes every cue of a pitch', () => {
    const quotes = vet(aCase({ invitation: { ...FULL, message: PITCH } })).reasons.map(
      (one) => one.params['quote'],
    );
    expect(quotes).toEqual(expect.arrayContaining(['I help CEOs scale', '7 figures', 'got 15 min']));
  });

  it('never names who warned', () => {
    const vetting = vet(
      aCase({
        invitation: {
          ...FULL,
          mutuals: [aMutual(1, 'know', { fn: 'Ana Silva', answer: 'warns' }), aMutual(2, 'name_only')],
        },
      }),
    );
    expect(JSON.stringify([vetting.reasons, vetting.wouldChange])).not.toContain('Ana Silva');
  });

  it('shows soft signals without letting them decide', () => {
    const noisy = {
      ...FULL,
      url: 'https://www.linkedin.com/in/johnny-walker',
      headline: '🚀🔥💰 Visionary guru, LION',
    };
    const vetting = vet(aCase({ invitation: noisy, sameMessageFrom: ['Bo Lind'], sameOrgInWeek: 4 }));
    expect(vetting.verdict).toBe(vet(aCase({ invitation: FULL })).verdict);
    const signals = vetting.reasons.filter((one) => one.code.startsWith('signal_'));
    expect(signals.length).toBeGreaterThanOrEqual(6);
    expect(signals.every((one) => one.rule === undefined)).toBe(true);
  });

  it('does not hold a name in another script against its address', () => {
    expect(
      codes({ invitation: { ...FULL, fn: '李雷', url: 'https://www.linkedin.com/in/lei-li-9' } }),
    ).not.toContain('open signal_slug_mismatch');
  });

  it('states what accepting exposes and what is missing', () => {
    const vetting = vet(
      aCase({ policy: { connectionsVisible: false, version: 4 }, invitation: { mutualCount: 7 } }),
    );
    expect(vetting.exposure).toEqual({ connections: 1412, shared: 7, listVisible: false });
    expect(vetting.policyVersion).toBe(4);
    expect(vetting.missing).toEqual(['url', 'headline', 'message']);
  });
});

describe('what would change the verdict', () => {
  const change = (options: CaseOptions) => vet(aCase(options)).wouldChange;
  it.each([
    ['having met', { invitation: met }, { code: 'if_met', params: {}, verdict: 'ACCEPT_MET' }],
    [
      'an introducer who confirms',
      { invitation: { ...FULL, message: 'Ana Silva suggested we connect' } },
      { code: 'if_introducer_confirms', params: { name: 'Ana Silva' }, verdict: 'ACCEPT_INTRODUCED' },
    ],
    [
      'a mutual who knows them well',
      { invitation: { ...FULL, mutuals: [aMutual(1, 'know')] } },
      { code: 'if_knows_well', params: { fn: 'Mutual 1' }, verdict: 'ACCEPT_VOUCHED' },
    ],
    [
      'nobody who knows them',
      { invitation: { ...FULL, mutuals: [aMutual(1, 'know')] } },
      { code: 'if_nobody_knows', params: {}, verdict: 'DECLINE_POLITE' },
    ],
    [
      'a mutual the owner knows',
      { invitation: FULL },
      { code: 'if_known_mutual', params: {}, verdict: 'ASK_MUTUALS' },
    ],
    [
      'a note that says where',
      { invitation: FULL },
      { code: 'if_note_says_where', params: {}, verdict: 'ASK_INVITER' },
    ],
    [
      'being the same person',
      { invitation: { ...FULL, url: 'https://www.linkedin.com/in/mn2' }, candidates: [connected()] },
      { code: 'if_same_person', params: { fn: 'Mia Novak' }, verdict: 'ALREADY_CONNECTED' },
    ],
    [
      'being another person',
      { invitation: FULL, candidates: [aCandidate({ urlKeys: [], encounters: [encounter] })] },
      { code: 'if_another_person', params: { fn: 'Mia Novak' }, verdict: 'IGNORE' },
    ],
    [
      'harmless words',
      { invitation: { ...FULL, message: 'add me on WhatsApp' } },
      { code: 'if_quote_harmless', params: { quote: 'add me on WhatsApp' }, verdict: 'ASK_INVITER' },
    ],
    [
      'a warning',
      {
        invitation: { ...FULL, mutuals: [aMutual(1, 'know', { answer: 'knows_well' }), aMutual(2, 'know')] },
      },
      { code: 'if_warns', params: { fn: 'Mutual 2' }, verdict: 'DECLINE' },
    ],
  ] as readonly (readonly [string, CaseOptions, object])[])('is %s', (_name, options, expected) => {
    expect(change(options)).toContainEqual(expected);
  });

  it('never offers the verdict that stands already', () => {
    for (const [, options] of TABLE) {
      const vetting = vet(aCase(options));
      expect(vetting.wouldChange.map((one) => one.verdict)).not.toContain(vetting.verdict);
    }
  });
});

describe('taking the decisive evidence away changes the verdict', () => {
  it.each([
    [
      'the encounter',
      { invitation: FULL, candidates: [aCandidate({ encounters: [encounter] })] },
      { invitation: FULL, candidates: [aCandidate()] },
    ],
    [
      'the tie',
      { invitation: FULL, candidates: [aCandidate({ tie: tie('know') })] },
      { invitation: FULL, candidates: [aCandidate()] },
    ],
    [
      'the introduction',
      { invitation: FULL, candidates: [aCandidate({ introductions: [ana] })] },
      { invitation: FULL, candidates: [aCandidate()] },
    ],
    [
      'the scam cue',
      { invitation: { ...FULL, message: 'add me on WhatsApp' } },
      { invitation: { ...FULL, message: 'add me' } },
    ],
    [
      'the answer',
      { invitation: { ...FULL, mutuals: [aMutual(1, 'know', { answer: 'knows_well' })] } },
      { invitation: { ...FULL, mutuals: [aMutual(1, 'know')] } },
    ],
    [
      'the warning',
      { invitation: { ...FULL, mutuals: [aMutual(1, 'know', { answer: 'warns' })] } },
      { invitation: { ...FULL, mutuals: [aMutual(1, 'know')] } },
    ],
    ['the mutual', { invitation: { ...FULL, mutuals: [aMutual(1, 'know')] } }, { invitation: FULL }],
    [
      'the claim',
      { invitation: { ...FULL, message: 'Ana Silva suggested we connect' } },
      { invitation: FULL },
    ],
    [
      'the connection',
      { invitation: FULL, candidates: [connected()] },
      { invitation: FULL, candidates: [aCandidate()] },
    ],
  ] as readonly (readonly [string, CaseOptions, CaseOptions])[])('%s', (_name, withIt, without) => {
    expect(vet(aCase(withIt)).verdict).not.toBe(vet(aCase(without)).verdict);
  });
});

const arbitraryCase: fc.Arbitrary<CaseOptions> = fc.record({
  invitation: fc.record({
    url: fc.constantFrom('', FULL.url, 'https://www.linkedin.com/in/mn2', 'nonsense'),
    email: fc.constantFrom('', 'mia@example.org'),
    headline: fc.oneof(fc.constant(''), fc.string()),
    org: fc.constantFrom('', 'Acme', 'Initech'),
    message: fc.oneof(
      fc.constantFrom('', PITCH, met.message, 'add me on WhatsApp', 'Ana Silva suggested we connect'),
      fc.string({ unit: 'binary' }),
    ),
    source: fc.constantFrom('archive' as const, 'typed' as const),
    mutuals: fc
      .array(
        fc.record({
          level: fc.constantFrom(...TIE_LEVELS),
          answer: fc.option(fc.constantFrom(...Answer.options), { nil: undefined }),
          askedOn: fc.option(fc.constantFrom('2026-03-01', '2026-03-19', '2026', '--03-01'), {
            nil: undefined,
          }),
        }),
        { maxLength: 5 },
      )
      .map((list) => list.map(({ level, ...more }, index) => aMutual(index + 1, level, more))),
  }),
  candidates: fc
    .array(
      fc.record({
        connected: fc.boolean(),
        org: fc.constantFrom('', 'Acme', 'Initech'),
        urlKeys: fc.constantFrom([], ['mia-novak'], ['other']),
        emailKeys: fc.constantFrom([], ['mia@example.org']),
        level: fc.constantFrom(...TIE_LEVELS),
        encounters: fc.constantFrom([], [encounter]),
        introductions: fc.constantFrom([], [ana]),
      }),
      { maxLength: 3 },
    )
    .map((list) =>
      list.map(({ level, ...more }, index) =>
        aCandidate({ ...more, contactId: contactId(index + 1), tie: tie(level) }),
      ),
    ),
  namedEvents: fc.constantFrom([], [devConf]),
});

describe('any case', () => {
  it('gets a valid vetting with known codes, their parameters, and only quotes from the invitation', () => {
    fc.assert(
      fc.property(arbitraryCase, (options) => {
        const one = aCase(options);
        const vetting = Vetting.parse(vet(one));
        const known: Readonly<Record<string, readonly string[]>> = {
          ...REASON_CODES,
          ...COUNTERFACTUAL_CODES,
        };
        for (const { code, params } of [...vetting.reasons, ...vetting.wouldChange]) {
          expect(known[code]).toEqual(expect.arrayContaining(Object.keys(params)));
          const quote = params['quote'];
          const { message, headline, fn, url } = one.invitation;
          if (typeof quote === 'string' && code !== 'signal_headline_emoji') {
            expect([message, headline, fn, url.toLowerCase()].some((text) => text.includes(quote))).toBe(
              true,
            );
          }
        }
        expect(vetting.askWhom.length).toBeLessThanOrEqual(3);
        expect(vetting.askWhom.length === 0 || vetting.verdict === 'ASK_MUTUALS').toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('gets the same verdict whatever the order of its evidence', () => {
    fc.assert(
      fc.property(arbitraryCase, (options) => {
        const turned: CaseOptions = {
          ...options,
          candidates: options.candidates?.toReversed() ?? [],
          invitation: { ...options.invitation, mutuals: options.invitation?.mutuals?.toReversed() ?? [] },
        };
        const [a, b] = [vet(aCase(options)), vet(aCase(turned))];
        expect([b.verdict, b.certainty, b.rule, b.askWhom]).toEqual([
          a.verdict,
          a.certainty,
          a.rule,
          a.askWhom,
        ]);
      }),
      { numRuns: 300 },
    );
  });
});
