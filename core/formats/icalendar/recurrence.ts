// The occurrences of a recurrence rule (RFC 5545 §3.3.10) up to a moment: the last few, however long the rule has run.
import { DAY_SECONDS } from '#core/shared/civil.ts';
import type { Rule } from './rule.ts';
import { completed, type CompleteRule, isRuleDay, periodOf, ruleDays } from './rule-days.ts';
import type { Wall } from './values.ts';

/** How many days may be looked at, in one rule and in a whole file: rules are written by strangers. */
export interface Budget {
  left: number;
}
const MOST_FOR_ONE = 40_000;
const MOST_TIMES = 1440;

export interface Asked {
  readonly rule: Rule;
  readonly start: Wall;
  /** The last moment that counts, on the same clock as `start`; the rule's UNTIL included by the caller. */
  readonly until: Wall;
  readonly most: number;
  readonly budget: Budget;
}

interface Search extends Asked {
  readonly complete: CompleteRule;
  /** Seconds of the day, ascending. */
  readonly times: readonly number[];
  readonly firstPeriod: number;
  readonly allowance: Budget;
}

/** The times of the day: BYHOUR, BYMINUTE and BYSECOND, where they are missing DTSTART's. */
function timesOfDay({ byHour, byMinute, bySecond }: Rule, start: Wall): number[] {
  const second = ((start % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS;
  const own = (list: readonly number[], value: number) => (list.length === 0 ? [value] : list);
  const times: number[] = [];
  for (const hour of own(byHour, Math.floor(second / 3600))) {
    for (const minute of own(byMinute, Math.floor(second / 60) % 60)) {
      for (const one of own(bySecond, second % 60))
        if (times.length < MOST_TIMES) times.push(hour * 3600 + minute * 60 + one);
    }
  }
  return times;
}

const dayOf = (wall: Wall) => Math.floor(wall / DAY_SECONDS);

/** All occurrences of one period, ascending, not before the start. */
function occurrencesIn(search: Search, step: number): Wall[] {
  const { complete, times, firstPeriod, start, rule, allowance, budget } = search;
  const { days, work } = ruleDays(complete, firstPeriod + step * rule.interval);
  allowance.left -= work;
  budget.left -= work;
  const walls = days.flatMap((day) => times.map((time) => day * DAY_SECONDS + time));
  const chosen =
    rule.bySetPos.length === 0 ? walls : walls.filter((_, at) => isChosen(rule.bySetPos, at, walls.length));
  return chosen.filter((wall) => wall >= start);
}

const isChosen = (positions: readonly number[], at: number, length: number) =>
  positions.includes(at + 1) || positions.includes(at - length);

const isExhausted = ({ allowance, budget }: Search) => allowance.left <= 0 || budget.left <= 0;

/** With a COUNT the occurrences are counted from the first. DTSTART is one of them, whatever the rule says. */
function counted(search: Search, count: number): Wall[] {
  const { start, until, most } = search;
  const last: Wall[] = [start];
  let left = count - 1;
  for (let step = 0; left > 0 && !isExhausted(search); step++) {
    for (const wall of occurrencesIn(search, step)) {
      if (wall > until || left <= 0) return last.slice(-most);
      if (wall === start) continue;
      last.push(wall);
      left--;
    }
    if (last.length > 2 * most) last.splice(0, last.length - most);
    const nextDay = search.firstPeriod + (step + 1) * search.rule.interval;
    if (nextDay > periodOf(search.complete, dayOf(until))) break;
  }
  return last.slice(-most);
}

/** Without a COUNT the last ones are found backwards, so that a rule of forty years costs no more than one of two. */
function latest(search: Search): Wall[] {
  const { start, until, most, firstPeriod, complete, rule } = search;
  const found: Wall[] = [];
  const lastPeriod = periodOf(complete, dayOf(until));
  let step = Math.floor((lastPeriod - firstPeriod) / rule.interval);
  for (; step >= 0 && found.length < most && !isExhausted(search); step--) {
    for (const wall of occurrencesIn(search, step).toReversed()) {
      if (wall <= until && found.length < most) found.push(wall);
    }
  }
  if (found.length < most && found.at(-1) !== start) found.push(start);
  return found.toReversed();
}

const STEPS = { SECONDLY: 1, MINUTELY: 60, HOURLY: 3600 } as const;

interface Steps {
  readonly start: Wall;
  readonly stepSeconds: number;
  /** The number of the last step that is not too late. */
  readonly last: number;
  readonly most: number;
  readonly allowance: Budget;
  readonly isIn: (wall: Wall) => boolean;
}

const fits = (list: readonly number[], value: number) => list.length === 0 || list.includes(value);

/** Whether a moment passes the limits of a rule by the hour, minute or second. */
function limitsOf(rule: Rule, start: Wall): (wall: Wall) => boolean {
  const complete = completed(rule, dayOf(start));
  const { byHour, byMinute, bySecond } = rule;
  return (wall) => {
    const second = ((wall % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS;
    if (!fits(byHour, Math.floor(second / 3600)) || !fits(byMinute, Math.floor(second / 60) % 60))
      return false;
    return fits(bySecond, second % 60) && isRuleDay(complete, dayOf(wall));
  };
}

/** The first `count` that pass, counted from the start. */
function stepsForward({ start, stepSeconds, last, allowance, isIn }: Steps, count: number): Wall[] {
  const found: Wall[] = [];
  for (let at = 0; at <= last && found.length < count; at++) {
    if (--allowance.left <= 0) break;
    const wall = start + at * stepSeconds;
    if (at === 0 || isIn(wall)) found.push(wall);
  }
  return found;
}

/** The last few that pass. */
function stepsBackward({ start, stepSeconds, last, most, allowance, isIn }: Steps): Wall[] {
  const found: Wall[] = [];
  for (let at = last; at >= 0 && found.length < most; at--) {
    if (--allowance.left <= 0) break;
    const wall = start + at * stepSeconds;
    if (at === 0 || isIn(wall)) found.push(wall);
  }
  return found.toReversed();
}

/** Rules by the hour, minute or second: every so many seconds, where the rule's limits let it. */
function stepwise({ rule, start, until, most, budget }: Asked, stepSeconds: number): Wall[] {
  const { byHour, byMinute, bySecond, byDay, byMonthDay, byYearDay, byMonth, count } = rule;
  const limits: readonly (readonly unknown[])[] = [
    byHour,
    byMinute,
    bySecond,
    byDay,
    byMonthDay,
    byYearDay,
    byMonth,
  ];
  const isLimited = limits.some((list) => list.length > 0);
  const whole = Math.floor((until - start) / stepSeconds);
  const granted = Math.min(MOST_FOR_ONE, budget.left);
  const allowance = { left: granted };
  const steps: Steps = { start, stepSeconds, last: whole, most, allowance, isIn: limitsOf(rule, start) };
  const found =
    count !== undefined && isLimited
      ? stepsForward(steps, count)
      : stepsBackward({ ...steps, last: count === undefined ? whole : Math.min(whole, count - 1) });
  budget.left -= granted - allowance.left;
  return found.slice(-most);
}

/**
 * The last `most` occurrences not after `until`, ascending, on the clock of DTSTART; DTSTART itself is always one (where
 * it does not fit its own rule the standard leaves it open, and every calendar shows it). Bounded work: a rule that asks
 * for more days than its budget gives the ones found so far. Never throws, never hangs.
 */
export function lastOccurrences(asked: Asked): Wall[] {
  const { rule, start, until, most, budget } = asked;
  if (start > until || most <= 0) return [];
  const { frequency } = rule;
  if (frequency === 'SECONDLY' || frequency === 'MINUTELY' || frequency === 'HOURLY')
    return stepwise(asked, STEPS[frequency] * rule.interval);
  const complete = completed(rule, dayOf(start));
  const search: Search = {
    ...asked,
    complete,
    times: timesOfDay(rule, start),
    firstPeriod: periodOf(complete, dayOf(start)),
    allowance: { left: Math.min(MOST_FOR_ONE, budget.left) },
  };
  return rule.count === undefined ? latest(search) : counted(search, rule.count);
}
