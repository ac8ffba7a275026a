// Every kind of note against every standing of the inviter: the rule that decides and its verdict, cell by cell.
import { describe, expect, it } from 'vitest';
import type { RuleId, Verdict } from '#core/invitations/model.ts';
import { vet } from '#core/invitations/vet.ts';
import { aCandidate, aCase, aMutual, type CaseOptions, contactId, FULL, tie } from './cases.ts';

const PITCH = 'I help CEOs scale to 7 figures, got 15 min?';
const MET = 'Great talking at DevConf about queues.';
const SCAM = 'Please add me on WhatsApp.';

/** The note of each column; `archive` where an empty note means that none was written. */
const NOTES = {
  none: { message: '', source: 'archive' },
  unknown: { message: '' },
  stock: { message: "I'd like to join your LinkedIn network." },
  generic: { message: "Hi Tom, let's connect!" },
  met: { message: MET },
  worked: { message: 'We worked together at Initech in 2015.' },
  acquainted: { message: 'I am your new neighbour from number 12.' },
  fan: { message: 'Your talk on fairness in queues changed our scheduler.' },
  seeker: { message: 'I am a student writing my thesis on ferries, may I ask you a few questions?' },
  recruiter: { message: 'I am a recruiter hiring for Initech.' },
  pitch: { message: PITCH },
  metPitch: { message: `${MET} ${PITCH}` },
  introduced: { message: 'Ana Silva suggested we connect.' },
  scam: { message: SCAM },
  own: { message: 'Queues fascinate both of us, and few people care for fairness there.' },
  metScam: { message: `${MET} ${SCAM}` },
} as const satisfies Readonly<Record<string, NonNullable<CaseOptions['invitation']>>>;

const CELLS: Readonly<Record<string, readonly [RuleId, Verdict]>> = {
  '01': ['R01', 'ALREADY_CONNECTED'],
  '02': ['R02', 'VERIFY_IDENTITY'],
  '03': ['R03', 'REPORT'],
  '04': ['R04', 'ACCEPT_KNOWN'],
  '05': ['R05', 'ACCEPT_MET'],
  '06': ['R06', 'ACCEPT_INTRODUCED'],
  '07': ['R07', 'ASK_INTRODUCER'],
  '08': ['R08', 'ACCEPT_VOUCHED'],
  '09': ['R09', 'DECLINE'],
  '10': ['R10', 'DECLINE_POLITE'],
  '11': ['R11', 'ASK_INVITER'],
  '12m': ['R12', 'ASK_MUTUALS'],
  '12a': ['R12', 'ASK_INVITER'],
  '13': ['R13', 'ASK_INVITER'],
  '14i': ['R14', 'IGNORE'],
  '14d': ['R14', 'DECLINE_POLITE'],
  '15i': ['R15', 'IGNORE'],
  '15a': ['R15', 'ASK_INVITER'],
  '16': ['R16', 'NEED_MORE'],
};

const PAGE = { url: FULL.url, headline: FULL.headline };
const ana = {
  introducerId: contactId(9),
  introducer: 'Ana Silva',
  ownerLevel: 'know',
  consented: true,
} as const;
const encounter = { eventSummary: 'LoomConf', location: '', note: 'looms', metOn: '2025-02-14' };
const sharing = (...mutuals: ReturnType<typeof aMutual>[]): CaseOptions => ({
  invitation: { ...FULL, mutuals },
});
const being = (more: Parameters<typeof aCandidate>[0]): CaseOptions => ({
  invitation: FULL,
  candidates: [aCandidate(more)],
});

/** Who the inviter is, and the cells in the order of NOTES. */
const STANDINGS: readonly (readonly [string, CaseOptions, string])[] = [
  ['a stranger', { invitation: FULL }, '15i 15i 15i 15i 11 11 11 11 15a 15i 14i 11 07 03 15a 03'],
  ['only a name', {}, '16 16 16 16 11 11 11 11 16 16 14i 11 07 03 16 03'],
  [
    'a name and an address',
    { invitation: { url: FULL.url } },
    '15i 16 15i 15i 11 11 11 11 15a 15i 14i 11 07 03 15a 03',
  ],
  ['a known mutual', sharing(aMutual(1, 'know')), '12m 12m 12m 12m 11 11 11 11 12m 12m 12m 11 07 03 12m 03'],
  [
    'an acquainted mutual',
    sharing(aMutual(1, 'acquaintance')),
    '12m 12m 12m 12m 11 11 11 11 12m 12m 12m 11 07 03 12m 03',
  ],
  [
    'a mutual by name only',
    sharing(aMutual(1, 'name_only')),
    '13 13 13 13 11 11 11 11 13 13 13 11 07 03 13 03',
  ],
  [
    'a mutual who knows them well',
    sharing(aMutual(1, 'know', { answer: 'knows_well' })),
    '08 08 08 08 08 08 08 08 08 08 08 08 07 03 08 03',
  ],
  [
    'two mutuals who know them',
    sharing(aMutual(1, 'know', { answer: 'knows' }), aMutual(2, 'know', { answer: 'knows' })),
    '08 08 08 08 08 08 08 08 08 08 08 08 07 03 08 03',
  ],
  [
    'a mutual who warns',
    sharing(aMutual(1, 'know', { answer: 'warns' })),
    '09 09 09 09 09 09 09 09 09 09 09 09 07 03 09 03',
  ],
  [
    'praise and a warning',
    sharing(aMutual(1, 'know', { answer: 'knows_well' }), aMutual(2, 'know', { answer: 'warns' })),
    '09 09 09 09 09 09 09 09 09 09 09 09 07 03 09 03',
  ],
  [
    'a mutual who does not really know them',
    sharing(aMutual(1, 'know', { answer: 'not_really' })),
    '10 10 10 10 10 10 10 10 10 10 10 10 07 03 10 03',
  ],
  [
    'a mutual asked yesterday',
    sharing(aMutual(1, 'know', { askedOn: '2026-03-19' })),
    '12m 12m 12m 12m 11 11 11 11 12m 12m 12m 11 07 03 12m 03',
  ],
  [
    'a mutual silent for weeks',
    sharing(aMutual(1, 'know', { askedOn: '2026-03-01' })),
    '10 10 10 10 10 10 10 10 10 10 10 10 07 03 10 03',
  ],
  [
    'one mutual who knows them a little',
    sharing(aMutual(1, 'know', { answer: 'knows' })),
    '12a 12a 12a 12a 11 11 11 11 12a 12a 14d 11 07 03 12a 03',
  ],
  ['somebody known', being({ tie: tie('know') }), '04 04 04 04 04 04 04 04 04 04 04 04 04 03 04 03'],
  ['somebody met', being({ encounters: [encounter] }), '05 05 05 05 05 05 05 05 05 05 05 05 05 03 05 03'],
  ['somebody introduced', being({ introductions: [ana] }), '06 06 06 06 06 06 06 06 06 06 06 06 06 03 06 03'],
  [
    'a connection',
    being({ connected: true, connectedOn: '2024-05-01', tie: tie('name_only') }),
    '01 01 01 01 01 01 01 01 01 01 01 01 01 01 01 01',
  ],
  [
    'a connection under another address',
    {
      invitation: { ...FULL, url: 'https://www.linkedin.com/in/mn2' },
      candidates: [aCandidate({ connected: true, tie: tie('name_only') })],
    },
    '02 02 02 02 02 02 02 02 02 02 02 02 02 02 02 02',
  ],
  [
    'somebody who wrote before',
    being({ tie: tie('acquaintance') }),
    '15a 15a 15a 15a 11 11 11 11 15a 15a 15a 11 07 03 15a 03',
  ],
  [
    'one of two namesakes',
    {
      invitation: PAGE,
      candidates: [1, 2].map((id) => aCandidate({ contactId: contactId(id), urlKeys: [], org: '' })),
    },
    '15a 15a 15a 15a 11 11 11 11 15a 15a 14i 11 07 03 15a 03',
  ],
  [
    'five mutuals, none named',
    { invitation: { ...FULL, mutualCount: 5 } },
    '15i 15i 15i 15i 11 11 11 11 15a 15i 14i 11 07 03 15a 03',
  ],
];

const CASES = STANDINGS.flatMap(([standing, options, row]) => {
  const cells = row.split(' ');
  return Object.entries(NOTES).map(([note, invitation], at) => ({
    name: `${standing}, ${note}`,
    options: { ...options, invitation: { ...options.invitation, ...invitation } } satisfies CaseOptions,
    expected: CELLS[cells[at] ?? ''],
  }));
});

describe('the truth table', () => {
  it('has a cell for every note of every standing', () => {
    expect(CASES.length).toBeGreaterThanOrEqual(300);
    expect(CASES.every(({ expected }) => expected !== undefined)).toBe(true);
    expect(new Set(CASES.map(({ expected }) => expected?.[0])).size).toBe(16);
  });

  it.each(CASES)('$name', ({ options, expected }) => {
    const { rule, verdict } = vet(aCase(options));
    expect([rule, verdict]).toEqual(expected);
  });
});
