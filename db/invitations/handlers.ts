import type { invitations } from '#api/invitations.ts';
import { allowedDecisions, stateAfter } from '#core/invitations/decide.ts';
import { conflict } from '#db/problems.ts';
import type { HandlersFor } from '#db/handler.ts';
import { policyOf, setPolicy } from '#db/settings/queries.ts';
import {
  createInvitation,
  decisionsOn,
  deleteInvitation,
  invitationIds,
  keepDecision,
  matchMutual,
  recordAnswer,
  recordAsked,
  setState,
  updateInvitation,
} from './queries.ts';
import { invitationById, invitationsById } from './read.ts';
import { verdicts, vetting } from './vetting.ts';

export const invitationHandlers: HandlersFor<typeof invitations> = {
  list({ book, input, now }) {
    const { total, ids } = invitationIds(book, input.show, input.page);
    const found = invitationsById(book, ids, now);
    const verdict = verdicts(book, found, now);
    const rows = found.map(({ id, fn, headline, sentAt, state, message }, at) => {
      return {
        id,
        fn,
        headline,
        state,
        verdict: verdict[at]!,
        hasMessage: message.trim() !== '',
        ...(sentAt === undefined ? {} : { sentAt }),
      };
    });
    return { total, rows };
  },
  get({ book, input, now }) {
    const invitation = invitationById(book, input.id, now);
    return { invitation, vetting: vetting(book, invitation, now), decisions: decisionsOn(book, input.id) };
  },
  create: ({ book, input, now }) => ({ id: createInvitation(book, input, now) }),
  update: ({ book, input }) => updateInvitation(book, input.id, input.form),
  delete: ({ book, input }) => deleteInvitation(book, input.id),
  matchMutual: ({ book, input }) => matchMutual(book, input.mutualId, input.contactId),
  recordAsked: ({ book, input, now }) => recordAsked(book, input.mutualId, now),
  recordAnswer: ({ book, input, now }) => recordAnswer(book, input, now),
  decide({ book, input, now }) {
    const invitation = invitationById(book, input.id, now);
    if (!allowedDecisions(invitation.state).includes(input.decision)) throw conflict('not_now');
    const { id, decision, reason } = input;
    keepDecision(book, id, { decision, reason, vetting: vetting(book, invitation, now) }, now);
    setState(book, id, stateAfter(decision));
  },
  policy: ({ book }) => policyOf(book),
  setPolicy: ({ book, input }) => setPolicy(book, { ...input, version: policyOf(book).version + 1 }),
};
