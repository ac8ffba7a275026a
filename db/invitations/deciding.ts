// Decisions about invitations, one or many as one deed, each kept with the verdict that was on the screen.
import { allowedDecisions, stateAfter } from '#core/invitations/decide.ts';
import type { Decision, InvitationId } from '#core/invitations/model.ts';
import { vet } from '#core/invitations/vet.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { takeIn } from './acceptance.ts';
import { keepDecision, setState } from './queries.ts';
import { invitationsById } from './read.ts';
import { markProposed } from './references.ts';
import { caseOf } from './vetting.ts';

export interface Wanted {
  readonly id: InvitationId;
  readonly decision: Decision;
}

/** Takes the decisions that the invitations' states allow; answers how many were taken. */
export function decideOn(
  book: WriteBook,
  wanted: readonly Wanted[],
  { reason, now }: { readonly reason: string; readonly now: DateTime },
): number {
  const decisions = new Map(wanted.map(({ id, decision }) => [id, decision]));
  // All are judged before anything is written: a write has what is kept beside the book looked through again.
  const judged = invitationsById(book, [...decisions.keys()], now).flatMap((invitation) => {
    const decision = decisions.get(invitation.id);
    if (decision === undefined || !allowedDecisions(invitation.state).includes(decision)) return [];
    const one = caseOf(book, invitation, now);
    return [{ id: invitation.id, decision, one, vetting: vet(one) }];
  });
  for (const { id, decision, one, vetting } of judged) {
    keepDecision(book, id, { decision, reason, vetting }, now);
    setState(book, id, stateAfter(decision));
    if (decision === 'accept') takeIn(book, one, now);
    if (decision === 'ask_mutuals') markProposed(book, one.invitation, { proposed: vetting.askWhom, now });
  }
  return judged.length;
}
