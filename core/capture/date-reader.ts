// Natural dates in a line: `yesterday`, `letzten Freitag`, `il y a 3 jours`, `3 de mayo`, `05/03`. Never a later day.
import type { PartialDate } from '#core/shared/dates.ts';
import { monthNamed } from '#core/imports/sources/month-names.ts';
import { type Day, daysFrom, monthsBefore, weekdayOf, written } from './calendar.ts';
import { figuresDate, latest } from './day-figures.ts';
import { type Lexicon, phraseAt, type Phrases } from './lexicon.ts';
import { keyAt, textAt, type Token } from './tokens.ts';

export interface DateContext {
  readonly now: Day;
  readonly lexicon: Lexicon;
  /** Where days of the week begin with a capital letter: English, German. */
  readonly hasCapitalDays: boolean;
}

/** How many tokens the date takes, and what it is. */
interface Read {
  readonly length: number;
  readonly date: PartialDate | undefined;
}

/** A place in the tokens from which a date may be read. */
class Cursor {
  readonly tokens: readonly Token[];
  readonly context: DateContext;
  readonly at: number;
  /** Whether a word such as `on` stands before. */
  readonly isAnnounced: boolean;

  constructor(tokens: readonly Token[], context: DateContext, at: number, isAnnounced = false) {
    this.tokens = tokens;
    this.context = context;
    this.at = at;
    this.isAnnounced = isAnnounced;
  }

  phrase<Meaning>(phrases: Phrases<Meaning>, offset = 0) {
    return phraseAt(phrases, (step) => keyAt(this.tokens, this.at + offset + step));
  }

  /** How many words a phrase of days takes here; 0 when none stands here. */
  takes(name: keyof Lexicon['days'], offset = 0): number {
    return this.phrase(this.context.lexicon.days[name], offset)?.length ?? 0;
  }

  key(offset = 0): string | undefined {
    return keyAt(this.tokens, this.at + offset);
  }

  text(offset = 0): string | undefined {
    return textAt(this.tokens, this.at + offset);
  }

  isComma(offset: number): boolean {
    return this.tokens[this.at + offset]?.type === 'comma';
  }

  moved(offset: number, isAnnounced: boolean): Cursor {
    return new Cursor(this.tokens, this.context, this.at + offset, isAnnounced);
  }
}

const dayWritten = ({ year, month, day }: Day) => written(year, month, day);

/** `today`, `last night`, `vorgestern`. */
function relativeDay(cursor: Cursor): Read | undefined {
  const names = ['today', 'yesterday', 'dayBeforeYesterday'] as const;
  const [best] = names
    .map((name, days) => ({ length: cursor.takes(name), days }))
    .sort((a, b) => b.length - a.length);
  if (best === undefined || best.length === 0) return undefined;
  return { length: best.length, date: dayWritten(daysFrom(cursor.context.now, -best.days)) };
}

const UNITS = ['day', 'week', 'month', 'year'] as const;

function unitAt(cursor: Cursor, offset: number) {
  for (const unit of UNITS) {
    const length = cursor.takes(unit, offset);
    if (length > 0) return { unit, length };
  }
  return undefined;
}

function countAt(cursor: Cursor, offset: number): { length: number; count: number } | undefined {
  const figure = /^\d{1,3}$/.exec(cursor.text(offset) ?? '');
  if (figure !== null) return { length: 1, count: Number(figure[0]) };
  const word = cursor.phrase(cursor.context.lexicon.numbers, offset);
  return word && { length: word.length, count: word.means };
}

/** `3 days ago`, `vor zwei Wochen`, `hace un mes`: days and weeks are a day, months a month, years a year. */
function countedBack(cursor: Cursor): Read | undefined {
  const before = cursor.takes('agoBefore');
  const count = countAt(cursor, before);
  if (count === undefined) return undefined;
  const unit = unitAt(cursor, before + count.length);
  if (unit === undefined) return undefined;
  const middle = before + count.length + unit.length;
  const after = before > 0 ? 0 : cursor.takes('agoAfter', middle);
  if (before === 0 && after === 0) return undefined;
  return { length: middle + after, date: backBy(cursor.context.now, unit.unit, count.count) };
}

function backBy(now: Day, unit: (typeof UNITS)[number], count: number): PartialDate {
  if (unit === 'year') return written(now.year - count);
  if (unit === 'month') {
    const { year, month } = monthsBefore(now, count);
    return written(year, month);
  }
  return dayWritten(daysFrom(now, -count * (unit === 'week' ? 7 : 1)));
}

/** The newest day of the week that is not after today; `isBefore`: nor today. */
function weekday(now: Day, wanted: number, isBefore: boolean): Day {
  const back = (weekdayOf(now) - wanted + 7) % 7;
  return daysFrom(now, -(back === 0 && isBefore ? 7 : back));
}

/** `last Friday`, `viernes pasado`, `this week`, `last month`, `letztes Jahr`, `last May`. */
function lastOrThis(cursor: Cursor): Read | undefined {
  const { now } = cursor.context;
  const front = Math.max(cursor.takes('last'), cursor.takes('thisOne'));
  const isFrontLast = cursor.takes('last') > 0;
  const named = namedAt(cursor, front);
  if (named === undefined) return undefined;
  const back = front > 0 ? 0 : cursor.takes('last', named.length);
  if (front === 0 && back === 0) return undefined;
  return { length: front + named.length + back, date: named.date(now, isFrontLast || back > 0) };
}

type Named = {
  readonly length: number;
  readonly date: (now: Day, isLast: boolean) => PartialDate | undefined;
};

function namedAt(cursor: Cursor, offset: number): Named | undefined {
  const day = cursor.phrase(cursor.context.lexicon.weekdays, offset);
  if (day !== undefined)
    return { length: day.length, date: (now, isLast) => dayWritten(weekday(now, day.means, isLast)) };
  const unit = unitAt(cursor, offset);
  if (unit !== undefined)
    return { length: unit.length, date: (now, isLast) => unitDate(now, unit.unit, isLast) };
  const month = monthNamed(cursor.key(offset) ?? '');
  if (month === undefined) return undefined;
  return {
    length: 1,
    date: (now, isLast) => {
      const isSpent = isLast ? month < now.month : month <= now.month;
      return written(isSpent ? now.year : now.year - 1, month);
    },
  };
}

/** A week has no date of its own: it says its month. */
function unitDate(now: Day, unit: (typeof UNITS)[number], isLast: boolean): PartialDate | undefined {
  const back = isLast ? 1 : 0;
  if (unit === 'day') return undefined;
  if (unit === 'year') return written(now.year - back);
  if (unit === 'month') {
    const { year, month } = monthsBefore(now, back);
    return written(year, month);
  }
  const day = daysFrom(now, -7 * back);
  return written(day.year, day.month);
}

const ORDINAL = /^(\d{1,2})(?:st|nd|rd|th|er|re|e|º|ª|°|\.)?$/iu;
const SPAN = /^(\d{1,2})\.?[-–](\d{1,2})\.?$/u;

function dayNumber(text: string | undefined): number | undefined {
  const match = ORDINAL.exec(text ?? '') ?? SPAN.exec(text ?? '');
  const day = Number(match?.[1]);
  return match !== null && day >= 1 && day <= 31 ? day : undefined;
}

/** A year behind a date, with a comma or a word between: how many tokens, and which. */
function yearAt(cursor: Cursor, offset: number): { length: number; year: number } | undefined {
  const between = cursor.isComma(offset) ? 1 : cursor.takes('of', offset);
  const match = /^(\d{4})\.?$/.exec(cursor.text(offset + between) ?? '');
  return match === null ? undefined : { length: between + 1, year: Number(match[1]) };
}

/** `3 May`, `3rd of May 2024`, `12–14 May`, `May 3, 2024`, `3. Mai`, `5 de mayo de 2024`. */
function dayAndMonth(cursor: Cursor): Read | undefined {
  const { now } = cursor.context;
  const first = dayNumber(cursor.text());
  const month = monthNamed(cursor.key() ?? '');
  let length = 0;
  let pair: { month: number; day: number } | undefined;
  if (first !== undefined) {
    const of = cursor.takes('of', 1);
    const named = monthNamed(cursor.key(1 + of) ?? '');
    if (named !== undefined) pair = { month: named, day: first };
    length = 2 + of;
  } else if (month !== undefined) {
    const day = dayNumber(cursor.text(1));
    if (day !== undefined) pair = { month, day };
    length = 2;
  }
  if (pair === undefined) return undefined;
  const year = yearAt(cursor, length);
  if (year === undefined) return { length, date: latest(now, pair.month, pair.day) };
  return { length: length + year.length, date: exact(year.year, pair.month, pair.day) };
}

const exact = (year: number, month: number, day: number): PartialDate | undefined =>
  figuresDate(`${year}-${month}-${day}`, {
    now: { year, month, day },
    isMonthFirst: false,
    isAnnounced: true,
  });

/** `May 2024`; behind `in` also `May` and `2023` alone. */
function monthOrYear(cursor: Cursor, isWithin: boolean): Read | undefined {
  const { now } = cursor.context;
  const month = monthNamed(cursor.key() ?? '');
  if (month !== undefined) {
    const year = yearAt(cursor, 1);
    if (year !== undefined) return { length: 1 + year.length, date: written(year.year, month) };
    if (!isWithin) return undefined;
    return { length: 1, date: written(month <= now.month ? now.year : now.year - 1, month) };
  }
  const year = /^(?:19|20)\d\d$/.exec(cursor.key() ?? '');
  return isWithin && year !== null ? { length: 1, date: written(Number(year[0])) } : undefined;
}

function inFigures(cursor: Cursor): Read | undefined {
  const { now, lexicon } = cursor.context;
  const { isAnnounced } = cursor;
  const date = figuresDate(cursor.text() ?? '', { now, isMonthFirst: lexicon.isMonthFirst, isAnnounced });
  if (date !== undefined) return { length: 1, date };
  // `am 3.`, `on the 3rd`: the newest third.
  const ordinal = isAnnounced ? /^(\d{1,2})(?:st|nd|rd|th|\.)$/i.exec(cursor.text() ?? '') : null;
  if (ordinal === null) return undefined;
  const day = Number(ordinal[1]);
  const { year, month } = day <= now.day ? now : monthsBefore(now, 1);
  return { length: 1, date: exact(year, month, day) };
}

/** `Friday`, `on Fri`, `Fri 3 May`: the day of the week is only said twice when a date follows. */
function onWeekday(cursor: Cursor): Read | undefined {
  const { lexicon, now, hasCapitalDays } = cursor.context;
  const found = cursor.phrase(lexicon.weekdays);
  if (found === undefined) return undefined;
  const gap = found.length + (cursor.isComma(found.length) ? 1 : 0);
  const on = cursor.takes('on', gap);
  const dated = dayAndMonth(cursor.moved(gap + on, true)) ?? inFigures(cursor.moved(gap + on, true));
  if (dated !== undefined) return { length: gap + on + dated.length, date: dated.date };
  const text = cursor.text() ?? '';
  const isShort = text.replace(/\.$/, '').length < 5;
  const isName = !hasCapitalDays && text !== text.toLowerCase();
  if (!cursor.isAnnounced && (isShort || isName)) return undefined;
  return { length: found.length, date: dayWritten(weekday(now, found.means, false)) };
}

function bareDate(cursor: Cursor, isWithin: boolean): Read | undefined {
  return (
    relativeDay(cursor) ??
    countedBack(cursor) ??
    lastOrThis(cursor) ??
    dayAndMonth(cursor) ??
    onWeekday(cursor) ??
    monthOrYear(cursor, isWithin) ??
    inFigures(cursor)
  );
}

/** A date that begins at a token; with the `on` or `in` before it where there is one. */
function dateAt(tokens: readonly Token[], at: number, context: DateContext): Read | undefined {
  const cursor = new Cursor(tokens, context, at);
  // `next Friday` is no day anybody was met on.
  if (cursor.takes('next') > 0) return undefined;
  const on = cursor.takes('on');
  const within = cursor.takes('within');
  const read =
    (on > 0 ? lengthened(bareDate(cursor.moved(on, true), false), on) : undefined) ??
    (within > 0 ? lengthened(bareDate(cursor.moved(within, true), true), within) : undefined) ??
    bareDate(cursor, false);
  if (read?.date === undefined || cursor.takes('next', read.length) > 0) return undefined;
  const today = dayWritten(context.now);
  return read.date <= today.slice(0, read.date.length) ? read : undefined;
}

const lengthened = (read: Read | undefined, by: number): Read | undefined =>
  read && { length: read.length + by, date: read.date };

/** The first date among the tokens: from which to which (exclusive), and what day, month or year it is. */
export function findDate(
  tokens: readonly Token[],
  context: DateContext,
): { readonly from: number; readonly to: number; readonly date: PartialDate } | undefined {
  for (let at = 0; at < tokens.length; at++) {
    if (tokens[at]?.type !== 'word') continue;
    if (at > 0 && new Cursor(tokens, context, at - 1).takes('next') > 0) continue;
    const read = dateAt(tokens, at, context);
    if (read?.date !== undefined) return { from: at, to: at + read.length, date: read.date };
  }
  return undefined;
}
