// What may be decided about an invitation, and where each decision leads.
import { assertNever } from '#core/shared/assert.ts';
import type { Decision, InvitationState } from './model.ts';

/** The state an invitation is in after a decision. */
export function stateAfter(decision: Decision): InvitationState {
  switch (decision) {
    case 'accept':
      return 'accepted';
    case 'ask_inviter':
      return 'waiting_inviter';
    case 'ask_mutuals':
      return 'waiting_references';
    case 'decline':
      return 'declined';
    case 'ignore':
      return 'ignored';
    case 'report':
      return 'reported';
    case 'reopen':
    case 'later':
      return 'pending';
    default:
      return assertNever(decision);
  }
}

const CONCLUSIONS: readonly Decision[] = [
  'accept',
  'ask_inviter',
  'ask_mutuals',
  'decline',
  'ignore',
  'report',
];

/**
 * The decisions a state allows. What waits for the owner may be put off, again and again. While waiting for others,
 * everything but the same question again is open; what is concluded is reopened first, so that no verdict is
 * overwritten by a stray click.
 */
export function allowedDecisions(state: InvitationState): readonly Decision[] {
  switch (state) {
    case 'pending':
      return [...CONCLUSIONS, 'later'];
    case 'waiting_inviter':
      return [...CONCLUSIONS.filter((one) => one !== 'ask_inviter'), 'reopen'];
    case 'waiting_references':
      return [...CONCLUSIONS.filter((one) => one !== 'ask_mutuals'), 'reopen'];
    case 'accepted':
    case 'declined':
    case 'ignored':
    case 'reported':
      return ['reopen'];
    default:
      return assertNever(state);
  }
}
