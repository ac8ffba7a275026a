// A tie in one number, for the network in memory: its level, the day of the last contact, and whether it is likely only.
import type { PartialDate } from '#core/shared/dates.ts';
import { TIE_LEVELS } from './model.ts';
import type { Tie, TieLevel } from './model.ts';

/** Room for the day 9999-12-31 as 99 991 231. */
const DAY_BITS = 27;
const DAY_MASK = (1 << DAY_BITS) - 1;
/** The lowest bit: of two ties that are alike otherwise, the one on record is the greater. */
const CERTAIN_BITS = 1;
const LEVEL_SHIFT = DAY_BITS + CERTAIN_BITS;

/** The link of a level whose last contact is not known: the lowest of all links of that level. */
export const lowestLink = (height: number): number => height << LEVEL_SHIFT;

/**
 * Level, last contact and certainty as one number: a stronger tie is the greater one, of equal ones the fresher, then
 * the one that is not only likely. Where the level is unknown there is no tie, which is 0.
 */
export const linkOf = ({
  level,
  lastOn,
  certainty,
}: Pick<Tie, 'level' | 'lastOn'> & Partial<Pick<Tie, 'certainty'>>): number =>
  level === 'unknown'
    ? 0
    : lowestLink(TIE_LEVELS.indexOf(level)) |
      (dayNumber(lastOn) << CERTAIN_BITS) |
      Number(certainty !== 'likely');

/** The place of a link's level on the ladder, 0 to 6. */
export const heightOf = (link: number): number => link >>> LEVEL_SHIFT;

/** The day of the last contact as a number that sorts like the date's text; 0 where it is not known. */
export const dayOf = (link: number): number => (link >>> CERTAIN_BITS) & DAY_MASK;

/** Nobody has said so and no record shows it: the tie is only inferred, and is never worded as "knows". */
export const isLikely = (link: number): boolean => link !== 0 && (link & 1) === 0;

export const levelOf = (link: number): TieLevel => TIE_LEVELS[heightOf(link)] ?? 'unknown';

/** The last contact as it was given; undefined where it is not known or had no year. */
export function lastOnOf(link: number): PartialDate | undefined {
  const digits = String(dayOf(link)).padStart(8, '0');
  const parts = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].filter((part) => part !== '00');
  return dayOf(link) === 0 ? undefined : parts.join('-');
}

/** "2024" is 20 240 000, before "2024-05", which is 20 240 500: as their texts compare. */
function dayNumber(date: PartialDate | undefined): number {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?/.exec(date ?? '');
  if (match === null) return 0;
  const [, year, month = '0', day = '0'] = match;
  return Number(year) * 10_000 + Number(month) * 100 + Number(day);
}
