// The queue of received invitations: windows of it, how many wait for whom, and what is waited for.
import type { z } from 'zod';
import type { InvitationCounts, Show, WaitingFor } from '#api/invitations.ts';
import { InvitationId } from '#core/invitations/model.ts';
import { standingOf } from '#core/invitations/waiting.ts';
import { isoDay } from '#core/shared/civil.ts';
import { startOf } from '#core/shared/dates.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { policyOf } from '#db/settings/queries.ts';
import { invitationsById } from './read.ts';

const INCOMING = `direction = 'incoming'`;
const OPEN = `${INCOMING} and state in ('pending', 'waiting_inviter', 'waiting_references')`;
// What LinkedIn says was accepted long ago was not decided here.
const DECIDED = `${INCOMING} and state not in ('pending', 'waiting_inviter', 'waiting_references')
  and exists (select 1 from decision d where d.invitation_id = invitation.id)`;

// Somebody was asked, and nobody is waited for any more, or one answer says enough: it is the owner's turn again.
const ANSWERED = `(exists (select 1 from mutual m where m.invitation_id = invitation.id and m.asked_on is not null)
  and (not exists (select 1 from mutual m where m.invitation_id = invitation.id and m.answer is null and m.asked_on > @silentSince)
    or exists (select 1 from mutual m where m.invitation_id = invitation.id and m.answer in ('knows_well', 'warns'))))`;
const FOR_OWNER = `${INCOMING} and (state = 'pending' or state = 'waiting_references' and ${ANSWERED})`;
const FOR_REFERENCES = `${INCOMING} and state = 'waiting_references' and not ${ANSWERED}`;

const STATES: Readonly<Record<Show, string>> = {
  waiting: OPEN,
  pending: FOR_OWNER,
  asked: `${INCOMING} and (state = 'waiting_inviter' or state = 'waiting_references' and not ${ANSWERED})`,
  waiting_inviter: `${INCOMING} and state = 'waiting_inviter'`,
  waiting_references: FOR_REFERENCES,
  decided: DECIDED,
  all: INCOMING,
};

/** The day up to which silence counts as an answer, by the owner's own policy. */
const paramsOf = (book: ReadBook, now: DateTime) => ({
  silentSince: isoDay(Math.floor((startOf(now.slice(0, 10)) ?? 0) / 86_400_000) - policyOf(book).silenceDays),
});

const countIn = (book: ReadBook, where: string, now: DateTime): number =>
  Number(book.statement(`select count(*) from invitation where ${where}`).pluck().get(paramsOf(book, now)));

/** What was put off comes last, in the order in which it was: null, that is first, for what was not. */
const PUT_OFF = `(select case when d.decision = 'later' then d.id end from decision d
  where d.invitation_id = invitation.id order by d.id desc limit 1)`;

const orderOf = (show: Show) =>
  `order by ${show === 'waiting' || show === 'pending' ? `${PUT_OFF},` : ''} sent_at is null, sent_at desc, id desc`;

/** One window of the incoming invitations, the newest first; those put off at the end. */
export function invitationIds(
  book: ReadBook,
  show: Show,
  { now, offset, limit }: { readonly now: DateTime; readonly offset: number; readonly limit: number },
) {
  const where = STATES[show];
  const ids = book
    .statement(`select id from invitation where ${where} ${orderOf(show)} limit @limit offset @offset`)
    .pluck()
    .all({ ...paramsOf(book, now), limit, offset });
  return { total: countIn(book, where, now), ids: ids.map((id) => InvitationId.parse(id)) };
}

/** How many wait for the owner. */
export const countForOwner = (book: ReadBook, now: DateTime): number => countIn(book, FOR_OWNER, now);

/** How many stand where; `decided` are those decided here. */
export const countsOf = (book: ReadBook, now: DateTime): InvitationCounts => ({
  pending: countForOwner(book, now),
  waitingInviter: countIn(book, STATES.waiting_inviter, now),
  waitingReferences: countIn(book, FOR_REFERENCES, now),
  decided: countIn(book, DECIDED, now),
  all: countIn(book, INCOMING, now),
});

/** As many as fit a glance. */
const MOST_SHOWN = 6;

interface Asked {
  readonly id: number;
  readonly since: string | null;
}

const SINCE = {
  waiting_inviter: `(select substr(max(d.decided_at), 1, 10) from decision d
    where d.invitation_id = invitation.id and d.decision = 'ask_inviter')`,
  // Who was asked elsewhere, to make sure of somebody, is no mutual connection: then the day of the decision.
  waiting_references: `coalesce((select min(m.asked_on) from mutual m where m.invitation_id = invitation.id),
    (select substr(max(d.decided_at), 1, 10) from decision d
      where d.invitation_id = invitation.id and d.decision = 'ask_mutuals'))`,
} as const;

/** The invitations in a state of waiting, whoever was asked longest ago first. */
const askedSince = (book: ReadBook, state: keyof typeof SINCE, now: DateTime): Asked[] =>
  book
    .statement(
      `select id, ${SINCE[state]} as since from invitation where ${STATES[state]}
       order by since is null, since, id limit ${MOST_SHOWN}`,
    )
    .all(paramsOf(book, now)) as Asked[]; // the columns named

/** Whom the owner waits for, by the day they were asked; of references also how many are silent. */
export function waitingFor(book: ReadBook, now: DateTime): z.infer<typeof WaitingFor> {
  const counts = countsOf(book, now);
  const policy = policyOf(book);
  const rowsOf = (state: 'waiting_inviter' | 'waiting_references') => {
    const asked = askedSince(book, state, now);
    const found = invitationsById(
      book,
      asked.map(({ id }) => InvitationId.parse(id)),
      now,
    );
    return found.map((invitation, at) => {
      const since = asked[at]?.since ?? undefined;
      const { id, fn } = invitation;
      return {
        id,
        fn,
        ...(since === undefined ? {} : { since }),
        ...standingOf(invitation.mutuals, { today: now.slice(0, 10), policy }),
      };
    });
  };
  return {
    inviter: { total: counts.waitingInviter, rows: rowsOf('waiting_inviter') },
    references: { total: counts.waitingReferences, rows: rowsOf('waiting_references') },
  };
}
