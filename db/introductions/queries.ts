// Introductions and their log, as they are read.
import { asc, desc, eq } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { ContactId } from '#core/contacts/model.ts';
import { stepsFrom } from '#core/introductions/lifecycle.ts';
import { IntroductionId } from '#core/introductions/model.ts';
import type {
  Introduction,
  IntroductionDirection,
  IntroductionState,
  IntroductionStep,
  LoggedStep,
} from '#core/introductions/model.ts';
import { progressOf } from '#core/introductions/progress.ts';
import type { Day } from '#core/reminders/model.ts';
import type { ReadBook } from '#db/book.ts';
import { contact } from '#db/contacts/tables.ts';
import { notFound } from '#db/problems.ts';
import { introduction, introductionStep } from './tables.ts';

const personA = alias(contact, 'person_a');
const personB = alias(contact, 'person_b');

/** All introductions, the newest first. */
export function listIntroductions(book: ReadBook, today: Day): Introduction[] {
  const rows = selectIntroductions(book).orderBy(desc(introduction.id)).all();
  return rows.map((row) => withLog(book, row, today));
}

/** Throws NOT_FOUND when it is not in the book. */
export function introductionById(book: ReadBook, id: IntroductionId, today: Day): Introduction {
  const row = selectIntroductions(book).where(eq(introduction.id, id)).get();
  if (row === undefined) throw notFound('introduction');
  return withLog(book, row, today);
}

/** States in which the two have not been brought together yet, for SQL. */
const BEFORE_MEETING = `'idea', 'fit', 'asked_a', 'a_later', 'a_yes', 'asked_b', 'b_later', 'b_yes'`;

export const countOpenIntroductions = (book: ReadBook): number =>
  Number(
    book.statement(`select count(*) from introduction where state in (${BEFORE_MEETING})`).pluck().get(),
  );

function selectIntroductions(book: ReadBook) {
  return book
    .select({ introduction, fnA: personA.fn, fnB: personB.fn })
    .from(introduction)
    .innerJoin(personA, eq(personA.id, introduction.a))
    .innerJoin(personB, eq(personB.id, introduction.b));
}

type Row = NonNullable<ReturnType<ReturnType<typeof selectIntroductions>['get']>>;

function withLog(book: ReadBook, { introduction: row, fnA, fnB }: Row, today: Day): Introduction {
  const log = logOf(book, row.id);
  const direction = row.direction as IntroductionDirection; // written by `createIntroduction` alone
  const state = row.state as IntroductionState; // written from the state machine alone
  return {
    id: IntroductionId.parse(row.id),
    direction,
    a: ContactId.parse(row.a),
    b: ContactId.parse(row.b),
    fnA,
    fnB,
    purpose: row.purpose,
    benefitA: row.benefitA,
    benefitB: row.benefitB,
    state,
    steps: stepsFrom(progressOf({ direction, state, log }), today),
    log,
  };
}

/** What happened, in its order. */
export const logOf = (book: ReadBook, id: number): LoggedStep[] =>
  book
    .select()
    .from(introductionStep)
    .where(eq(introductionStep.introductionId, id))
    .orderBy(asc(introductionStep.id))
    .all()
    .map(({ step, at, note, until }) => ({
      step: step as IntroductionStep, // written from the state machine alone
      at,
      note,
      ...(until === null ? {} : { until }),
    }));
