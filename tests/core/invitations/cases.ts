// Builders of synthetic vetting cases.
import { ContactId } from '#core/contacts/model.ts';
import { EventId } from '#core/events/model.ts';
import { type CandidateFacts, vettingCase, type VettingFacts } from '#core/invitations/evidence.ts';
import { Invitation, Mutual } from '#core/invitations/model.ts';
import { Policy } from '#core/invitations/policy.ts';
import type { TieLevel, Tie } from '#core/network/model.ts';

export const TODAY = '2026-03-20';
export const contactId = (id: number) => ContactId.parse(id);
export const eventId = (id: number) => EventId.parse(id);

export const tie = (level: TieLevel, more: Partial<Tie> = {}): Tie => ({
  level,
  certainty: 'recorded',
  setBy: 'rule',
  basis: [],
  unconfirmed: false,
  ...more,
});

export const aMutual = (id: number, ownerLevel: TieLevel, more: Partial<Mutual> = {}): Mutual =>
  Mutual.parse({
    id,
    name: `Mutual ${id}`,
    fn: `Mutual ${id}`,
    contactId: 100 + id,
    ownerLevel,
    quoteShareable: false,
    ...more,
  });

export const aCandidate = (more: Partial<CandidateFacts> = {}): CandidateFacts => ({
  contactId: contactId(7),
  fn: 'Mia Novak',
  org: 'Acme',
  urlKeys: ['mia-novak'],
  emailKeys: [],
  connected: false,
  tie: tie('unknown'),
  encounters: [],
  introductions: [],
  ...more,
});

export const FULL = { url: 'https://www.linkedin.com/in/mia-novak', headline: 'Engineer', org: 'Acme' };

export const anInvitation = (more: Partial<Invitation> = {}): Invitation =>
  Invitation.parse({
    id: 1,
    fn: 'Mia Novak',
    url: '',
    email: '',
    headline: '',
    org: '',
    location: '',
    message: '',
    mutuals: [],
    state: 'pending',
    source: 'typed',
    ...more,
  });

export type CaseOptions = Partial<Omit<VettingFacts, 'invitation' | 'policy'>> & {
  readonly invitation?: Partial<Invitation>;
  readonly policy?: Partial<Policy>;
};

export const aCase = ({ invitation, policy, ...facts }: CaseOptions = {}) =>
  vettingCase({
    today: TODAY,
    policy: Policy.parse({ ...policy }),
    invitation: anInvitation(invitation),
    candidates: [],
    namedEvents: [],
    namedPeople: [],
    ownerOrgs: [],
    sameMessageFrom: [],
    nearMessageFrom: [],
    sameOrgInWeek: 0,
    connections: 1412,
    ...facts,
  });
