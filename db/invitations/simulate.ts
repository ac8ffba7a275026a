// What another policy would say of every invitation: by the same facts, which are gathered once.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Simulation } from '#api/rules.ts';
import type { VettingCase } from '#core/invitations/evidence.ts';
import { InvitationId } from '#core/invitations/model.ts';
import type { Policy } from '#core/invitations/policy.ts';
import { verdictOf } from '#core/invitations/vet.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { invitationsById } from './read.ts';
import { casesOf } from './vetting.ts';

/** Invitations between two looks around; some thirty milliseconds of work. */
const SLICE = 100;
const SHOWN = 20;

const WAITING: readonly string[] = ['pending', 'waiting_inviter', 'waiting_references'];

/** What waits first, then what was decided here; what LinkedIn says was accepted long ago was decided by no rule. */
const JUDGED = `select id from invitation i where direction = 'incoming'
  and (state in ('pending', 'waiting_inviter', 'waiting_references')
    or exists (select 1 from decision d where d.invitation_id = i.id))
  order by state not in ('pending', 'waiting_inviter', 'waiting_references'), sent_at is null, sent_at desc, id desc`;

/** Somebody accepted is connected because of that: what the rules would have said is asked as if they were not yet. */
const asBefore = (one: VettingCase): VettingCase =>
  one.invitation.state === 'accepted' && one.person
    ? { ...one, person: { ...one.person, connected: false } }
    : one;

/**
 * Every verdict by the policy in force and by `policy`, on what the book knows today. Lets others have their turn in
 * between, and ends with an AbortError when `signal` says so.
 */
export async function simulate(
  book: ReadBook,
  policy: Policy,
  now: DateTime,
  signal: AbortSignal | undefined,
): Promise<Simulation> {
  const ids = book
    .statement(JUDGED)
    .pluck()
    .all()
    .map((id) => InvitationId.parse(id));
  const judged = { waiting: 0, decided: 0 };
  const changed = { waiting: 0, decided: 0 };
  const rows: Simulation['rows'] = [];
  for (let from = 0; from < ids.length; from += SLICE) {
    const found = invitationsById(book, ids.slice(from, from + SLICE), now);
    for (const one of casesOf(book, found, now).map(asBefore)) {
      const { id, fn, state } = one.invitation;
      const kind = WAITING.includes(state) ? 'waiting' : 'decided';
      judged[kind] += 1;
      const [before, after] = [verdictOf(one), verdictOf({ ...one, policy })];
      if (before === after) continue;
      changed[kind] += 1;
      if (rows.length < SHOWN) rows.push({ id, fn, state, before, after });
    }
    await nextTurn();
    signal?.throwIfAborted();
  }
  return { judged, changed, rows };
}
