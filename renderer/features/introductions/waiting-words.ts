// Whose turn it is, in words, for the board, the page and Today.
import { progressOf } from '#core/introductions/progress.ts';
import type { Introduction } from '#core/introductions/model.ts';
import { waitingOf } from '#core/introductions/waiting.ts';
import type { Waiting } from '#core/introductions/waiting.ts';
import type { Day } from '#core/reminders/model.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { isolated } from '#renderer/strings/isolate.ts';

/** Whose turn it is as of a day. */
export const waitingFor = (introduction: Introduction, today: Day): Waiting =>
  waitingOf(progressOf(introduction), today);

/** One sentence: "Waiting for Ana Ruiz since 3 May 2026." */
export function waitingWords({ direction, fnA, fnB }: Introduction, waiting: Waiting): string {
  const { kind } = waiting;
  const who = 'side' in waiting ? (waiting.side === 'a' ? fnA : fnB) : '';
  const said = {
    a: isolated(fnA),
    b: isolated(fnB),
    who: isolated(who),
    day: 'on' in waiting ? dateWords(waiting.on) : '',
  };
  return i18n.t(`introductions:waiting.${wordsFor(kind, direction)}`, said);
}

function wordsFor(kind: Waiting['kind'], direction: Introduction['direction']) {
  // The owner weighs nothing up for others where they ask for themselves.
  if (kind === 'idea' && direction === 'requested') return 'ask';
  return kind === 'tell_no' && direction === 'outgoing' ? 'tell_no_suggested' : kind;
}
