// Whom the owner will not introduce: a pair they said so of, somebody who is never introduced to anyone, or the same two again.
import type { IntroductionPolicy } from '#core/manners/model.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import { LEADS_ON } from './lifecycle.ts';
import type { LoggedStep } from './model.ts';

/** Why an introduction is not to be made; the pair comes first, because it is the owner's word on exactly these two. */
export type Refusal = 'do_not_introduce' | 'never_introduced';

/** Undefined: nothing speaks against it. */
export function refusalOf({
  isKeptApart,
  policies,
}: {
  readonly isKeptApart: boolean;
  readonly policies: readonly IntroductionPolicy[];
}): Refusal | undefined {
  if (isKeptApart) return 'do_not_introduce';
  return policies.includes('never') ? 'never_introduced' : undefined;
}

/** The same day a year earlier; 29 February of a leap year is compared with 28 February. */
const yearBefore = (day: PartialDate): PartialDate =>
  `${String(Number(day.slice(0, 4)) - 1).padStart(4, '0')}${day.slice(4, 10).replace('02-29', '02-28')}`;

/**
 * Whether two people were brought up within the twelve months before a day by another introduction with this log: asking
 * twice in a year looks like not having listened to the answer.
 */
export const wasProposedLately = (
  log: readonly Pick<LoggedStep, 'step' | 'at'>[],
  today: PartialDate,
): boolean => log.some(({ step, at }) => LEADS_ON.has(step) && at.slice(0, 10) > yearBefore(today));
