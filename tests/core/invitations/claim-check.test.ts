// What a note claims, against what the book holds: one line a claim.
import { describe, expect, it } from 'vitest';
import { checkedClaims } from '#core/invitations/claim-check.ts';
import { aCandidate, aCase, aMutual, type CaseOptions, contactId, eventId, FULL } from './cases.ts';

const DEVCONF = { eventId: eventId(3), summary: 'DevConf', dtstart: '2026-02-14' };
const met = { ...FULL, message: 'Great talking at DevConf about queues.' };
const ana = { contactId: contactId(50), fn: 'Ana Silva', ownerLevel: 'know' } as const;
const byAna = { ...FULL, message: 'Ana Silva suggested we connect.' };
const worked = { ...FULL, message: 'We worked together at Initech in 2015.' };

const CLAIMS: readonly (readonly [string, CaseOptions, readonly string[]])[] = [
  ['an event that was attended', { invitation: met, namedEvents: [DEVCONF] }, ['supported event_attended']],
  [
    'an event with them on its list',
    { invitation: met, namedEvents: [{ ...DEVCONF, inviterListed: true }] },
    ['supported event_inviter_listed'],
  ],
  [
    'an event the owner declined',
    { invitation: met, namedEvents: [{ ...DEVCONF, declined: true }] },
    ['contradicted event_declined'],
  ],
  [
    'an event that began after the note',
    { invitation: { ...met, sentAt: '2026-02-01T09:00:00Z' }, namedEvents: [DEVCONF] },
    ['contradicted event_after_note'],
  ],
  [
    'an event on the day of the note',
    { invitation: { ...met, sentAt: '2026-02-14T09:00:00Z' }, namedEvents: [DEVCONF] },
    ['supported event_attended'],
  ],
  [
    'an event of which only the year is known',
    {
      invitation: { ...met, sentAt: '2025-02-01T09:00:00Z' },
      namedEvents: [{ ...DEVCONF, dtstart: '2026' }],
    },
    ['supported event_attended'],
  ],
  [
    'an event of another year',
    { invitation: { ...FULL, message: 'We met at DevConf 2019.' }, namedEvents: [DEVCONF] },
    ['no_record event_other_year'],
  ],
  ['an event not in the book', { invitation: met }, ['no_record event_not_in_book']],
  [
    'an introducer who is in the book',
    { invitation: byAna, namedPeople: [ana] },
    ['supported claimed_introducer_known'],
  ],
  [
    'an introducer who knows them',
    { invitation: byAna, namedPeople: [{ ...ana, aboutInviter: 'knows' }] },
    ['supported claimed_introducer_known', 'supported introducer_knows'],
  ],
  [
    'an introducer who does not really know them',
    { invitation: byAna, namedPeople: [{ ...ana, aboutInviter: 'disowns' }] },
    ['supported claimed_introducer_known', 'contradicted introducer_disowns'],
  ],
  [
    'an introducer who answered so about this invitation',
    {
      invitation: {
        ...byAna,
        mutuals: [aMutual(1, 'know', { contactId: contactId(50), answer: 'not_really' })],
      },
      namedPeople: [ana],
    },
    ['supported claimed_introducer_known', 'contradicted introducer_disowns'],
  ],
  ['an introducer nobody knows', { invitation: byAna }, ['no_record claimed_introducer_unknown']],
  [
    'an introduction on record',
    {
      invitation: byAna,
      candidates: [
        aCandidate({
          introductions: [
            { introducerId: contactId(50), introducer: 'Ana Silva', ownerLevel: 'know', consented: false },
          ],
        }),
      ],
      namedPeople: [ana],
    },
    ['supported introduced_unconfirmed', 'supported claimed_introducer_known'],
  ],
  [
    'work where the owner worked',
    { invitation: worked, ownerOrgs: ['Initech', 'Acme'] },
    ['supported work_same_org'],
  ],
  ['work elsewhere', { invitation: worked, ownerOrgs: ['Acme'] }, ['no_record work_not_recorded']],
  ['work, where nothing is known of the owner', { invitation: worked }, []],
  ['nothing', { invitation: { ...FULL, message: 'Queues fascinate both of us.' }, ownerOrgs: ['Acme'] }, []],
];

describe('the claim of', () => {
  it.each(CLAIMS)('%s', (_name, options, expected) => {
    const checks = checkedClaims(aCase(options));
    expect(checks.map(({ standing, reason }) => `${standing} ${reason.code}`)).toEqual(expected);
    // Nothing contradicted is ever said to speak for somebody, nothing supported against them.
    for (const { standing, reason } of checks) {
      if (standing === 'contradicted') expect(reason.stance).toBe('against');
      if (standing === 'supported') expect(reason.stance).not.toBe('against');
    }
  });
});
