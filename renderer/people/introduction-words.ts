// Where an introduction stands and what was done, in words: the same states read otherwise when it is for the owner.
import type {
  IntroductionDirection,
  IntroductionState,
  IntroductionStep,
} from '#core/introductions/model.ts';
import { dateTimeWords, dateWords } from '#renderer/strings/dates.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { isolated } from '#renderer/strings/isolate.ts';

interface Pair {
  readonly direction: IntroductionDirection;
  readonly fnA: string;
  readonly fnB: string;
}

const namesOf = ({ fnA, fnB }: Pair) => ({ a: isolated(fnA), b: isolated(fnB) });

const STATES_FOR = ['idea', 'a_yes', 'replied', 'met', 'outcome'] as const;
const STEPS_FOR = ['a_says_yes', 'introduce', 'first_reply', 'meet', 'thank'] as const;
const LOGGED_FOR = ['ask_a', 'a_says_yes', 'introduce', 'first_reply', 'meet', 'thank'] as const;

/** The word's own key where it reads otherwise for what the owner has asked for. */
const forOwner = <Word extends string>(
  { direction }: Pair,
  words: readonly Word[],
  word: string,
): Word | undefined => (direction === 'requested' ? words.find((one) => one === word) : undefined);

/** "Ana Ruiz said yes". */
export function stateWords(pair: Pair, state: IntroductionState): string {
  if (pair.direction === 'incoming' && (state === 'idea' || state === 'fit'))
    return i18n.t('introductions:stateFor.asks', namesOf(pair));
  const own = forOwner(pair, STATES_FOR, state);
  return own === undefined
    ? i18n.t(`introductions:state.${state}`, namesOf(pair))
    : i18n.t(`introductions:stateFor.${own}`, namesOf(pair));
}

/** What a button that takes the step says: "I have asked Ana Ruiz". */
export function stepWords(pair: Pair, step: IntroductionStep): string {
  const own = forOwner(pair, STEPS_FOR, step);
  return own === undefined
    ? i18n.t(`introductions:step.${step}`, namesOf(pair))
    : i18n.t(`introductions:stepFor.${own}`, namesOf(pair));
}

/** What was done: "You asked Ana Ruiz". */
export function loggedWords(pair: Pair, step: IntroductionStep): string {
  const own = forOwner(pair, LOGGED_FOR, step);
  return own === undefined
    ? i18n.t(`introductions:logged.${step}`, namesOf(pair))
    : i18n.t(`introductions:loggedFor.${own}`, namesOf(pair));
}

/** When a step was taken; of one that was written down later only the day is known, and stands without an hour. */
export const stepTimeWords = (at: string): string =>
  at.endsWith('T00:00') ? dateWords(at.slice(0, 10)) : dateTimeWords(at);
