// Birthdays: whole, without a year, or with the slips people make when they copy one.
import { DIFFERENT, EQUIVALENT, MISSING, PARTIAL, SAME, SIMILAR } from './agreement.ts';
import type { AgreementCode } from './agreement.ts';

const year = (date: number) => Math.floor(date / 10_000);
const month = (date: number) => Math.floor(date / 100) % 100;
const day = (date: number) => date % 100;

const NEW_YEAR = 101;

/**
 * How two packed dates agree. `equivalent`: nothing known of both differs, but one is less precise; `similar`: two of
 * three parts, a swapped day and month, or one wrong digit; `partial`: only the year. `vague`: 1 January means "some day".
 */
export function compareDates(a: number, b: number, vague: boolean): AgreementCode {
  if (a === 0 || b === 0) return MISSING;
  if (a === b) return SAME;
  return vague ? compareKnown(withoutNewYear(a), withoutNewYear(b)) : compareKnown(a, b);
}

const withoutNewYear = (date: number) => (date % 10_000 === NEW_YEAR ? date - NEW_YEAR : date);

function compareKnown(a: number, b: number): AgreementCode {
  const { same, other } = partsOf(a, b);
  if (other === 0) return same > 0 ? EQUIVALENT : MISSING;
  if (same === 2) return SIMILAR;
  if (same + other === 3) return slip(a, b);
  return other === 1 && isDigitSlip(year(a), year(b)) ? PARTIAL : DIFFERENT;
}

/** How many of year, month and day both know and agree on, and how many they disagree on. */
function partsOf(a: number, b: number): { same: number; other: number } {
  let same = 0;
  let other = 0;
  for (const part of [year, month, day]) {
    const one = part(a);
    const two = part(b);
    if (one === 0 || two === 0) continue;
    if (one === two) same += 1;
    else other += 1;
  }
  return { same, other };
}

/** Two full dates of which at most one part is equal. */
function slip(a: number, b: number): AgreementCode {
  const sameYear = year(a) === year(b);
  if (sameYear && month(a) === day(b) && day(a) === month(b)) return SIMILAR;
  if (digitsApart(a, b) <= 2 || isTransposed(a, b)) return PARTIAL;
  return sameYear ? PARTIAL : DIFFERENT;
}

const isDigitSlip = (a: number, b: number) => a !== 0 && b !== 0 && digitsApart(a, b) === 1;

function digitsApart(a: number, b: number): number {
  let count = 0;
  for (let x = a, y = b; x > 0 || y > 0; x = Math.floor(x / 10), y = Math.floor(y / 10)) {
    if (x % 10 !== y % 10) count += 1;
  }
  return count;
}

/** Two neighbouring digits the other way round. */
function isTransposed(a: number, b: number): boolean {
  const textA = String(a);
  const textB = String(b);
  if (textA.length !== textB.length) return false;
  let at = 0;
  while (at < textA.length && textA[at] === textB[at]) at += 1;
  return (
    textA[at] === textB[at + 1] && textA[at + 1] === textB[at] && textA.slice(at + 2) === textB.slice(at + 2)
  );
}
