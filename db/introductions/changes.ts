// Beginning introductions and taking their steps. Only this file writes `introduction` and `introduction_step`.
import { eq } from 'drizzle-orm';
import { isStrained, UNTOUCHED } from '#core/introductions/goodwill.ts';
import { advance, LEADS_ON, needsReason } from '#core/introductions/lifecycle.ts';
import { IntroductionId } from '#core/introductions/model.ts';
import type { IntroductionForm, IntroductionStep, LoggedStep } from '#core/introductions/model.ts';
import { progressOf } from '#core/introductions/progress.ts';
import { plusDays } from '#core/reminders/days.ts';
import type { Day } from '#core/reminders/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { contactRow } from '#db/contacts/queries.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { checkMayIntroduce } from '#db/manners/pairs.ts';
import { policyOf } from '#db/manners/preferences.ts';
import { conflict } from '#db/problems.ts';
import { ownerId } from '#db/settings/queries.ts';
import { ledgersOf } from './goodwill.ts';
import { wasProposed } from './pairs.ts';
import type { Pair } from './pairs.ts';
import { introductionById } from './queries.ts';
import { introduction, introductionStep } from './tables.ts';

const dayOf = (at: DateTime): Day => at.slice(0, 10);

/**
 * Throws CONFLICT `same_person` for somebody and themselves, `is_owner` where one of them is the owner, `proposed_lately`
 * where another introduction has brought the two up within twelve months or is about to, and as `checkMayIntroduce` does.
 */
export function createIntroduction(book: WriteBook, form: IntroductionForm, now: DateTime): IntroductionId {
  checkPair(book, form);
  checkNotAgain(book, { ...form, isIdeaToo: true }, dayOf(now));
  const id = book.insert(introduction, { ...form, state: 'idea', createdAt: now });
  // Who asks to be introduced has said yes by asking.
  if (form.direction === 'incoming')
    book.insert(introductionStep, { introductionId: id, step: 'a_asks', at: now });
  return IntroductionId.parse(id);
}

/** Whom it is about, and which way it goes, is what was consented to: it stays once somebody has been asked. */
export function updateIntroduction(
  book: WriteBook,
  id: IntroductionId,
  form: Omit<IntroductionForm, 'direction'>,
  now: DateTime,
): void {
  const { state, a, b, direction } = introductionById(book, id, dayOf(now));
  const isSame = a === form.a && b === form.b;
  if (state !== 'idea' && !isSame) throw conflict('already_asked');
  if (!isSame) {
    checkPair(book, { ...form, direction });
    checkNotAgain(book, { ...form, direction, id, isIdeaToo: true }, dayOf(now));
  }
  book.update(introduction, id, form);
}

function checkPair(book: ReadBook, { a, b, direction }: Pair): void {
  if (a === b) throw conflict('same_person');
  contactRow(book, a);
  contactRow(book, b);
  const owner = ownerId(book);
  if (owner === a || owner === b) throw conflict('is_owner');
  // Whoever introduces the owner to somebody is not introduced to them; and that A has asked is so whatever the owner
  // thinks of it, and wants an answer. Asking B is refused in either case.
  if (direction === 'outgoing') checkMayIntroduce(book, a, b);
}

function checkNotAgain(book: ReadBook, pair: Parameters<typeof wasProposed>[1], today: Day): void {
  if (wasProposed(book, pair, today)) throw conflict('proposed_lately');
}

export interface StepTaken {
  readonly step: IntroductionStep;
  /** The day it happened, by the owner's calendar; now where it is not given. */
  readonly on?: Day | undefined;
  readonly note?: string | undefined;
  /** For "not now": when to ask again. */
  readonly until?: Day | undefined;
}

/**
 * One step on the way. Throws CONFLICT `not_now` where the state machine does not allow it, `day_order` for a day before
 * the last step or after today, `no_later_day` for a "not now" without the day to come back on, `no_reason` where somebody is
 * not asked and nothing says why, and as `checkMayIntroduce` and the rule of twelve months do.
 */
export function advanceIntroduction(
  book: WriteBook,
  id: IntroductionId,
  { step, on, note = '', until }: StepTaken,
  now: DateTime,
): void {
  const before = introductionById(book, id, dayOf(now));
  const at = momentOf(on, before.log, now);
  const state = advance(progressOf(before), step, dayOf(at));
  if (state === undefined) throw conflict('not_now');
  const isLater = step === 'a_says_later' || step === 'b_says_later';
  if (isLater && (until === undefined || until < dayOf(at))) throw conflict('no_later_day');
  checkStep(book, before, { step, note }, dayOf(now));
  book.update(introduction, id, { state });
  book.insert(introductionStep, {
    introductionId: id,
    step,
    at,
    note: note.trim(),
    ...(isLater ? { until } : {}),
  });
}

/** What the owner has said since it was begun counts for every step towards it, but not for ending it. */
function checkStep(
  book: ReadBook,
  pair: Pair & { readonly id: IntroductionId },
  { step, note }: { readonly step: IntroductionStep; readonly note: string },
  today: Day,
): void {
  const { a, b, direction } = pair;
  const policies = { a: policyOf(book, a), b: policyOf(book, b) };
  if (needsReason(step, policies) && note.trim() === '') throw conflict('no_reason');
  if (direction === 'requested' && step === 'ask_a' && note.trim() === '') {
    const goodwill = ledgersOf(book, [a], today).get(a) ?? UNTOUCHED;
    if (isStrained(goodwill)) throw conflict('asked_often');
  }
  if (!LEADS_ON.has(step)) return;
  if (direction !== 'requested') checkMayIntroduce(book, a, b);
  checkNotAgain(book, pair, today);
}

/** A day that is not today is kept without an hour, because nobody remembers it. */
function momentOf(on: Day | undefined, log: readonly LoggedStep[], now: DateTime): DateTime {
  const last = log.at(-1)?.at;
  if (on === undefined || on === dayOf(now)) return now;
  // East of Greenwich the owner's day may be one ahead.
  if (on > plusDays(dayOf(now), 1) || (last !== undefined && on < dayOf(last))) throw conflict('day_order');
  return `${on}T00:00`;
}

export function deleteIntroduction(book: WriteBook, id: IntroductionId, now: DateTime): void {
  introductionById(book, id, dayOf(now));
  const steps = book.select().from(introductionStep).where(eq(introductionStep.introductionId, id)).all();
  for (const step of steps) book.remove(introductionStep, step.id);
  book.remove(introduction, id);
}
