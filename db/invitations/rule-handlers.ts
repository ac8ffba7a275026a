import type { rules } from '#api/rules.ts';
import type { HandlersFor } from '#db/handler.ts';
import { policiesOf } from '#db/settings/queries.ts';
import { answerHindsight, dueForHindsight, records } from './hindsight.ts';
import { simulate } from './simulate.ts';

export const ruleHandlers: HandlersFor<typeof rules> = {
  versions: ({ book }) => policiesOf(book),
  simulate: ({ jobs, input, now, signal }) => simulate(jobs.book, input, now, signal),
  due: ({ book, now }) => dueForHindsight(book, now),
  answer: ({ book, input, now }) => answerHindsight(book, input.decisionId, input.hindsight, now),
  records: ({ book, now }) => records(book, now),
};
