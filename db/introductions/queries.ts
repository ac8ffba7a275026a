// Introductions and their log. Only this feature writes `introduction` and `introduction_step`.
import { asc, desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { ContactId } from '#core/contacts/model.ts';
import { advance, stepsFrom } from '#core/introductions/lifecycle.ts';
import { IntroductionId } from '#core/introductions/model.ts';
import type {
  Introduction,
  IntroductionForm,
  IntroductionState,
  IntroductionStep,
} from '#core/introductions/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { contactRow } from '#db/contacts/queries.ts';
import { contact } from '#db/contacts/tables.ts';
import { checkMayIntroduce } from '#db/manners/pairs.ts';
import { conflict, notFound } from '#db/problems.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { introduction, introductionStep } from './tables.ts';

const personA = alias(contact, 'person_a');
const personB = alias(contact, 'person_b');

/** All introductions, the newest first. */
export function listIntroductions(book: ReadBook): Introduction[] {
  const rows = selectIntroductions(book).orderBy(desc(introduction.id)).all();
  return rows.map((row) => withLog(book, row));
}

/** Throws NOT_FOUND when it is not in the book. */
export function introductionById(book: ReadBook, id: IntroductionId): Introduction {
  const row = selectIntroductions(book).where(eq(introduction.id, id)).get();
  if (row === undefined) throw notFound('introduction');
  return withLog(book, row);
}

export const countOpenIntroductions = (book: ReadBook): number =>
  Number(
    book
      .statement(`select count(*) from introduction where state not in ('introduced', 'closed', 'closed_no')`)
      .pluck()
      .get(),
  );

function selectIntroductions(book: ReadBook) {
  return book
    .select({ introduction, fnA: personA.fn, fnB: personB.fn })
    .from(introduction)
    .innerJoin(personA, eq(personA.id, introduction.a))
    .innerJoin(personB, eq(personB.id, introduction.b));
}

type Row = NonNullable<ReturnType<ReturnType<typeof selectIntroductions>['get']>>;

function withLog(book: ReadBook, { introduction: row, fnA, fnB }: Row): Introduction {
  const state = row.state as IntroductionState; // written below from the state machine
  const log = book
    .select()
    .from(introductionStep)
    .where(eq(introductionStep.introductionId, row.id))
    .orderBy(asc(introductionStep.id))
    .all();
  return {
    id: IntroductionId.parse(row.id),
    a: ContactId.parse(row.a),
    b: ContactId.parse(row.b),
    fnA,
    fnB,
    purpose: row.purpose,
    benefitA: row.benefitA,
    benefitB: row.benefitB,
    state,
    steps: [...stepsFrom(state)],
    log: log.map(({ step, at }) => ({ step: step as IntroductionStep, at })), // as above
  };
}

/** Throws CONFLICT `same_person` for somebody and themselves, and as `checkMayIntroduce` does. */
export function createIntroduction(book: WriteBook, form: IntroductionForm, now: DateTime): IntroductionId {
  checkPair(book, form);
  return IntroductionId.parse(book.insert(introduction, { ...form, state: 'idea', createdAt: now }));
}

export function updateIntroduction(book: WriteBook, id: IntroductionId, form: IntroductionForm): void {
  const before = introductionById(book, id);
  checkPair(book, form);
  // Who is introduced to whom is what was consented to: it stays once somebody has been asked.
  if (before.state !== 'idea' && (before.a !== form.a || before.b !== form.b))
    throw conflict('already_asked');
  book.update(introduction, id, form);
}

function checkPair(book: ReadBook, { a, b }: IntroductionForm): void {
  if (a === b) throw conflict('same_person');
  contactRow(book, a);
  contactRow(book, b);
  checkMayIntroduce(book, a, b);
}

const LEADS_ON: ReadonlySet<IntroductionStep> = new Set(['ask_a', 'ask_b', 'introduce']);

/**
 * One step of the double opt-in. Throws CONFLICT `not_now` where the state machine does not allow it, and as
 * `checkMayIntroduce` does where the owner has said that the two are not introduced.
 */
export function advanceIntroduction(
  book: WriteBook,
  id: IntroductionId,
  step: IntroductionStep,
  now: DateTime,
): void {
  const { state, a, b } = introductionById(book, id);
  const next = advance(state, step);
  if (next === undefined) throw conflict('not_now');
  // What the owner has said since it was begun counts for every step towards it, but not for ending it.
  if (LEADS_ON.has(step)) checkMayIntroduce(book, a, b);
  book.update(introduction, id, { state: next });
  book.insert(introductionStep, { introductionId: id, step, at: now });
}

export function deleteIntroduction(book: WriteBook, id: IntroductionId): void {
  introductionById(book, id);
  const steps = book.select().from(introductionStep).where(eq(introductionStep.introductionId, id)).all();
  for (const step of steps) book.remove(introductionStep, step.id);
  book.remove(introduction, id);
}
