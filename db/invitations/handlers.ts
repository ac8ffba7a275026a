import type { invitations, Show } from '#api/invitations.ts';
import type { Invitation, InvitationId, Verdict } from '#core/invitations/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { contactRow } from '#db/contacts/queries.ts';
import { conflict } from '#db/problems.ts';
import type { HandlersFor } from '#db/handler.ts';
import { policyOf, setPolicy } from '#db/settings/queries.ts';
import {
  createInvitation,
  decisionsOn,
  deleteInvitation,
  invitationRow,
  updateInvitation,
} from './queries.ts';
import { openReferences, referencesWith } from './asked.ts';
import { verdictsOn } from './by-verdict.ts';
import { decideOn } from './deciding.ts';
import { exposedBy } from './exposed.ts';
import { peopleCalled } from './people-called.ts';
import { countsOf, invitationIds, waitingFor } from './queue.ts';
import { invitationById, invitationsById } from './read.ts';
import { matchMutual, recordAnswer, recordAsked, recordNudged } from './references.ts';
import { verdicts, vetting } from './vetting.ts';

export const invitationHandlers: HandlersFor<typeof invitations> = {
  list({ book, input, now, signal }) {
    const { show, verdict, page } = input;
    if (verdict !== undefined) return ofVerdict({ book, now, signal }, { show, verdict, page });
    const { total, ids } = invitationIds(book, show, { now, ...page });
    const found = invitationsById(book, ids, now);
    const judged = verdicts(book, found, now);
    return { total, rows: found.map((invitation, at) => summaryOf(invitation, judged[at]!)) };
  },
  counts: ({ book, now }) => countsOf(book, now),
  async verdicts({ book, input, now, signal }) {
    const { ids } = invitationIds(book, input.show, { now, ...EVERYTHING });
    const known = await verdictsOn(book, ids, { now, signal });
    const groups = Map.groupBy(ids, (id) => known.get(id));
    return [...groups].flatMap(([verdict, { length: count }]) =>
      verdict === undefined ? [] : [{ verdict, count }],
    );
  },
  waitingFor: ({ book, now }) => waitingFor(book, now),
  get({ book, input, now }) {
    const invitation = invitationById(book, input.id, now);
    return {
      invitation,
      vetting: vetting(book, invitation, now),
      exposed: exposedBy(book, invitation, policyOf(book)),
      decisions: decisionsOn(book, input.id),
    };
  },
  create: ({ book, input, now }) => ({ id: createInvitation(book, input, now) }),
  createMany: ({ book, input, now }) => ({
    ids: input.forms.map((form) => createInvitation(book, form, now)),
  }),
  update: ({ book, input }) => updateInvitation(book, input.id, input.form),
  delete: ({ book, input }) => deleteInvitation(book, input.id),
  matchMutual: ({ book, input, now }) => matchMutual(book, input, now),
  peopleCalled: async ({ book, reader, input, now }) =>
    peopleCalled({ book, index: await reader.index() }, input.name, now),
  recordAsked: ({ book, input, now }) => recordAsked(book, input, now),
  recordNudged: ({ book, input, now }) => recordNudged(book, input.mutualId, now),
  openReferences: ({ book, now }) => openReferences(book, now.slice(0, 10)),
  references({ book, input, now }) {
    contactRow(book, input.contactId);
    return referencesWith(book, input.contactId, now.slice(0, 10));
  },
  recordAnswer: ({ book, input, now }) => recordAnswer(book, input, now),
  decide({ book, input, now }) {
    invitationRow(book, input.id);
    if (decideOn(book, [input], { reason: input.reason, now }) === 0) throw conflict('not_now');
  },
  decideMany: ({ book, input: { decisions, reason }, now }) => ({
    decided: decideOn(book, decisions, { reason, now }),
  }),
  policy: ({ book }) => policyOf(book),
  setPolicy: ({ book, input }) => setPolicy(book, input),
};

/** More than any book holds. */
const EVERYTHING = { offset: 0, limit: Number.MAX_SAFE_INTEGER } as const;

const summaryOf = ({ id, fn, headline, sentAt, state, message }: Invitation, verdict: Verdict) => ({
  id,
  fn,
  headline,
  state,
  verdict,
  hasMessage: message.trim() !== '',
  ...(sentAt === undefined ? {} : { sentAt }),
});

/** One window of those with a verdict: a verdict is nowhere written, so all of the list are judged. */
async function ofVerdict(
  { book, now, signal }: { book: ReadBook; now: DateTime; signal: AbortSignal | undefined },
  { show, verdict, page }: { show: Show; verdict: Verdict; page: { offset: number; limit: number } },
) {
  const { ids } = invitationIds(book, show, { now, ...EVERYTHING });
  const known = await verdictsOn(book, ids, { now, signal });
  const fitting: InvitationId[] = ids.filter((id) => known.get(id) === verdict);
  const found = invitationsById(book, fitting.slice(page.offset, page.offset + page.limit), now);
  return { total: fitting.length, rows: found.map((invitation) => summaryOf(invitation, verdict)) };
}
