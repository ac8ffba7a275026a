// Decisions looked back on: which may be asked about, what was said of them.
import { eq } from 'drizzle-orm';
import type { LookedBackOn } from '#api/rules.ts';
import { ASKED_AT_ONCE, CONCLUDING, dueBefore, recordsByRule } from '#core/invitations/hindsight.ts';
import type { Hindsight, Judged, RuleRecord } from '#core/invitations/hindsight.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { notFound } from '#db/problems.ts';
import { decision } from './tables.ts';

/** Only the last word on an invitation is looked back on: what was taken back the owner has judged already. */
const DUE = `from decision d join invitation i on i.id = d.invitation_id
  where d.hindsight is null and d.decided_at <= @before
    and d.decision in (select value from json_each(@concluding))
    and not exists (select 1 from decision l where l.invitation_id = d.invitation_id and l.id > d.id)`;

const parameters = (now: DateTime) => ({ before: dueBefore(now), concluding: JSON.stringify(CONCLUDING) });

/** At most three decisions of at least 90 days ago that nobody has said anything of, the oldest first. */
export const dueForHindsight = (book: ReadBook, now: DateTime): LookedBackOn[] =>
  book
    .statement(
      `select d.id as "decisionId", i.id, i.fn, d.decision, d.decided_at as "decidedAt" ${DUE}
       order by d.decided_at, d.id limit ${ASKED_AT_ONCE}`,
    )
    .all(parameters(now)) as LookedBackOn[]; // the columns named, written from values of these very types

const countDue = (book: ReadBook, now: DateTime): number =>
  Number(book.statement(`select count(*) ${DUE}`).pluck().get(parameters(now)));

/** How decisions turned out by rule, and how many more could be asked about. */
export function records(book: ReadBook, now: DateTime): { rules: RuleRecord[]; due: number } {
  const judged = book
    .statement(
      `select d.vetting ->> '$.rule' as rule, d.vetting ->> '$.verdict' as verdict, d.decision, d.hindsight
       from decision d where d.hindsight is not null`,
    )
    .all() as Judged[]; // kept by `keepDecision` and `answerHindsight` from values of these very types
  return { rules: recordsByRule(judged), due: countDue(book, now) };
}

/** Keeps what the owner says of a decision; undefined takes it back. */
export function answerHindsight(
  book: WriteBook,
  decisionId: number,
  hindsight: Hindsight | undefined,
  now: DateTime,
): void {
  const row = book.select({ id: decision.id }).from(decision).where(eq(decision.id, decisionId)).get();
  if (row === undefined) throw notFound('decision');
  book.update(decision, decisionId, {
    hindsight: hindsight ?? null,
    hindsightOn: hindsight === undefined ? null : now.slice(0, 10),
  });
}
