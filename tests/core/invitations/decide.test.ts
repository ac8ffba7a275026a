import { describe, expect, it } from 'vitest';
import { askWhom } from '#core/invitations/ask-whom.ts';
import { allowedDecisions, stateAfter } from '#core/invitations/decide.ts';
import { Decision, InvitationState } from '#core/invitations/model.ts';
import { pendingKey } from '#core/invitations/pending-key.ts';
import { phraseIndex, phrasesIn } from '#core/invitations/phrase-index.ts';
import { aMutual, TODAY } from './cases.ts';

describe('decisions', () => {
  it('lead to the state of the same meaning', () => {
    expect(Decision.options.map(stateAfter)).toEqual([
      'accepted',
      'waiting_inviter',
      'waiting_references',
      'declined',
      'ignored',
      'reported',
      'pending',
      'pending',
    ]);
  });

  it.each(InvitationState.options)('always move on from %s', (state) => {
    const allowed = allowedDecisions(state);
    expect(allowed.length).toBeGreaterThan(0);
    // Only putting off stays where it is.
    expect(allowed.filter((one) => one !== 'later').map(stateAfter)).not.toContain(state);
  });

  it('reopen what is concluded before anything else', () => {
    expect(allowedDecisions('accepted')).toEqual(['reopen']);
    expect(allowedDecisions('pending')).not.toContain('reopen');
  });

  it('put off only what waits for the owner', () => {
    const waiting = InvitationState.options.filter((state) => allowedDecisions(state).includes('later'));
    expect(waiting).toEqual(['pending']);
  });
});

describe('whom to ask', () => {
  const who = (...mutuals: Parameters<typeof askWhom>[0]) => askWhom(mutuals, TODAY).map((one) => one.fn);
  it('is the closest first, at most three', () => {
    expect(
      who(aMutual(1, 'acquaintance'), aMutual(2, 'trusted'), aMutual(3, 'know'), aMutual(4, 'know_well')),
    ).toEqual(['Mutual 2', 'Mutual 4', 'Mutual 3']);
  });
  it.each([
    ['asked 29 days ago', { askedOn: '2026-02-19' }],
    ['who said not really', { answer: 'not_really' as const }],
    ['who answered already', { answer: 'knows' as const, askedOn: '2025-01-01' }],
    ['who is not in the book', { contactId: undefined }],
    ['asked on a day nobody wrote down', { askedOn: '--02-19' }],
  ])('is nobody %s', (_name, more) => expect(who(aMutual(1, 'trusted', more))).toEqual([]));
  it('is somebody silent since 30 days', () =>
    expect(who(aMutual(1, 'know', { askedOn: '2026-02-18' }))).toEqual(['Mutual 1']));
  it('is nobody the owner barely knows', () =>
    expect(who(aMutual(1, 'met_once'), aMutual(2, 'name_only'))).toEqual([]));
  it('is each person once', () =>
    expect(
      who(aMutual(1, 'know'), { ...aMutual(2, 'know'), contactId: aMutual(1, 'know').contactId }),
    ).toEqual(['Mutual 1']));
});

describe('the key of an inviter', () => {
  it('is the address, else the e-mail address, else the name', () => {
    const one = { fn: 'Mia Novak', url: 'https://www.linkedin.com/in/Mia-Novak/', email: 'Mia@Example.org' };
    expect(pendingKey(one)).toBe('url:mia-novak');
    expect(pendingKey({ ...one, url: '' })).toBe('email:mia@example.org');
    expect(pendingKey({ ...one, url: '', email: '' })).toBe(
      pendingKey({ fn: 'Novak, Mia', url: '', email: '' }),
    );
    expect(pendingKey({ fn: '--', url: '', email: '' })).toBeUndefined();
  });
});

describe('names in a message', () => {
  it('are found as whole words, with or without the year of an event', () => {
    const events = phraseIndex(
      [
        { id: 1, name: 'DevConf 2026' },
        { id: 2, name: 'Expo' },
        { id: 3, name: 'AI' },
      ],
      'events',
    );
    expect(phrasesIn(events, 'Great talking at devconf, not the Exposition on AI')).toEqual([1]);
  });
  it('need more than a given name for a person', () => {
    const people = phraseIndex(
      [
        { id: 1, name: 'Ana Silva' },
        { id: 2, name: 'Ana' },
        { id: 3, name: 'Éva Nagy' },
      ],
      'people',
    );
    expect(phrasesIn(people, 'Ana and Eva Nagy say hello; ana silva too')).toEqual([3, 1]);
  });
});
