// Made-up invitations and verdicts for the tests of the page.
import type { Invitation, Mutual, Vetting } from '#core/invitations/model.ts';

// Ids of the fake book are what the tests say.
export const anInvitation = (change: Partial<Invitation> = {}): Invitation => ({
  id: 1 as Invitation['id'],
  fn: 'Ada Example',
  url: 'https://www.linkedin.com/in/ada-example/',
  email: '',
  headline: 'Builds looms',
  org: 'Example Mill',
  location: '',
  message: 'Great talking at LoomConf about warps',
  mutuals: [],
  state: 'pending',
  source: 'typed',
  aboutProfile: {},
  ...change,
});

export const aMutual = (id: number, change: Partial<Mutual> = {}): Mutual => ({
  id: id as Mutual['id'],
  name: `Mutual ${id}`,
  fn: `Mutual ${id}`,
  ownerLevel: 'know',
  quoteShareable: false,
  contactId: (100 + id) as NonNullable<Mutual['contactId']>,
  ...change,
});

export const aVetting = (change: Partial<Vetting> = {}): Vetting => ({
  verdict: 'ASK_INVITER',
  certainty: 'open',
  rule: 'R11',
  reasons: [],
  missing: [],
  wouldChange: [],
  exposure: { connections: 1412, shared: 7, listVisible: true },
  askWhom: [],
  policyVersion: 1,
  ...change,
});
