// Days of the Gregorian calendar as numbers, for arithmetic without a clock and without zones.

export interface Civil {
  readonly year: number;
  /** 1–12. */
  readonly month: number;
  readonly day: number;
}

export const DAY_SECONDS = 86_400;

export const isLeap = (year: number) => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** How many days a month (1–12) has; 0 for a month that does not exist. */
export const monthLength = (year: number, month: number) =>
  month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0);

export const yearLength = (year: number) => (isLeap(year) ? 366 : 365);

/** Days since 1970-01-01 (H. Hinnant's algorithm). */
export function dayNumber(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yoe = y - era * 400;
  const doy = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return era * 146_097 + yoe * 365 + Math.floor(yoe / 4) - Math.floor(yoe / 100) + doy - 719_468;
}

/** The date of a day number. */
export function civilOf(dayNo: number): Civil {
  const z = dayNo + 719_468;
  const era = Math.floor(z / 146_097);
  const doe = z - era * 146_097;
  const yoe = Math.floor(
    (doe - Math.floor(doe / 1460) + Math.floor(doe / 36_524) - Math.floor(doe / 146_096)) / 365,
  );
  const doy = doe - (365 * yoe + Math.floor(yoe / 4) - Math.floor(yoe / 100));
  const mp = Math.floor((5 * doy + 2) / 153);
  const month = mp < 10 ? mp + 3 : mp - 9;
  return {
    year: yoe + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: doy - Math.floor((153 * mp + 2) / 5) + 1,
  };
}

/** 0 for Sunday to 6 for Saturday. */
export const weekday = (dayNo: number) => (((dayNo + 4) % 7) + 7) % 7;

const two = (n: number) => (n < 10 ? `0${n}` : `${n}`);

/** `2024-05-14`. */
export function isoDay(dayNo: number): string {
  const { year, month, day } = civilOf(dayNo);
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}
