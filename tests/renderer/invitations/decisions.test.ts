import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advised, isOtherwise } from '#core/invitations/advice.ts';
import { allowedDecisions } from '#core/invitations/decide.ts';
import { InvitationState, Verdict } from '#core/invitations/model.ts';
import { decisionOf, lettersFor, QUEUE_KEYS, queueKey } from '#renderer/features/invitations/decisions.ts';
import { aVetting, anInvitation } from './builders.ts';

describe('the keys of the queue', () => {
  it.each([
    ['1', 'ASK_INVITER', 'accept'],
    ['2', 'ASK_INVITER', 'ask_inviter'],
    ['2', 'ASK_MUTUALS', 'ask_mutuals'],
    ['2', 'IGNORE', 'ask_inviter'],
    ['3', 'ACCEPT_MET', 'decline'],
    ['4', 'ACCEPT_MET', 'ignore'],
    ['0', 'ACCEPT_MET', 'later'],
  ] as const)('%s on one that waits with %s decides %s', (key, verdict, decision) => {
    expect(decisionOf(queueKey(key)!, { state: 'pending', verdict })).toBe(decision);
  });

  it('opens a concluded invitation again with 0, and nothing else touches it', () => {
    expect(decisionOf('later', { state: 'accepted', verdict: 'ACCEPT_MET' })).toBe('reopen');
    expect(decisionOf('decline', { state: 'accepted', verdict: 'ACCEPT_MET' })).toBeUndefined();
  });

  it('does nothing for later on one that waits for an answer: its question was asked', () => {
    expect(decisionOf('later', { state: 'waiting_inviter', verdict: 'ASK_INVITER' })).toBeUndefined();
    expect(decisionOf('ask', { state: 'waiting_inviter', verdict: 'ASK_INVITER' })).toBeUndefined();
  });

  it('never decides what the state does not allow', () => {
    const keys = QUEUE_KEYS.map(([, what]) => what);
    fc.assert(
      fc.property(
        fc.constantFrom(...keys),
        fc.constantFrom(...InvitationState.options),
        fc.constantFrom(...Verdict.options),
        (key, state, verdict) => {
          const decision = decisionOf(key, { state, verdict });
          return decision === undefined || allowedDecisions(state).includes(decision);
        },
      ),
    );
  });

  it('knows only its own keys', () => {
    expect(['5', 'a', 'Enter', ''].map(queueKey)).toEqual([undefined, undefined, undefined, undefined]);
  });
});

describe('the advice of a verdict', () => {
  it('advises no decision only where more has to be known first', () => {
    expect(Verdict.options.filter((verdict) => advised(verdict) === undefined)).toEqual(['NEED_MORE']);
  });

  it('asks for a reason only against the advice', () => {
    expect(isOtherwise('accept', 'ACCEPT_MET')).toBe(false);
    expect(isOtherwise('accept', 'REPORT')).toBe(true);
    expect(isOtherwise('reopen', 'REPORT')).toBe(false);
    expect(isOtherwise('later', 'REPORT')).toBe(false);
  });
});

describe('the letters of a verdict', () => {
  const contactId = 9 as ReturnType<typeof aVetting>['askWhom'][number]['contactId']; // somebody in the fake book
  const source = { kind: 'contact', contactId } as const;

  it('writes to each person worth asking', () => {
    const vetting = aVetting({ verdict: 'ASK_MUTUALS', askWhom: [{ contactId, fn: 'Bo Example' }] });
    expect(lettersFor(anInvitation(), vetting)).toEqual([
      {
        request: { about: 'invitation', kind: 'reference_request', invitationId: 1, to: 9 },
        fn: 'Bo Example',
        key: 'reference_request/9',
      },
    ]);
  });

  it.each([
    ['ASK_INTRODUCER', 'R07', 'ask_introducer'],
    ['VERIFY_IDENTITY', 'R02', 'verify_identity'],
  ] as const)('%s writes once to the person its own rule leads to', (verdict, rule, kind) => {
    const reason = { code: 'x', stance: 'open', params: { fn: 'Bo Example' }, source } as const;
    const other = {
      ...reason,
      rule: 'R11',
      source: { kind: 'contact', contactId: 8 as typeof contactId },
    } as const;
    const reasons = [other, { ...reason, rule }, { ...reason, rule }];
    const letters = lettersFor(anInvitation(), aVetting({ verdict, reasons }));
    expect(letters.map(({ request }) => request)).toEqual([
      { about: 'invitation', kind, invitationId: 1, to: 9 },
    ]);
  });

  it.each(['IGNORE', 'REPORT', 'NEED_MORE', 'ALREADY_CONNECTED'] as const)(
    '%s writes to nobody',
    (verdict) => {
      expect(lettersFor(anInvitation(), aVetting({ verdict }))).toEqual([]);
    },
  );
});
