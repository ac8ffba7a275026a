// Where the bars of time stand and how high they are, in the units of the drawing.
import { HOW_MET } from '#core/network/how-met.ts';
import type { HowMet } from '#core/network/how-met.ts';
import type { MetPeriod } from '#core/network/over-time.ts';

export const HEIGHT = 220;
const TOP = 12;
const BOTTOM = 44;
const LEFT = 36;
const RIGHT = 12;
/** The line the bars stand on, and the one the events are marked on. */
export const BASE = HEIGHT - BOTTOM;
export const EVENT_LINE = BASE + 30;

export interface Part {
  readonly how: HowMet;
  readonly y: number;
  readonly height: number;
}

export interface Bar {
  readonly period: string;
  readonly people: number;
  readonly x: number;
  readonly parts: readonly Part[];
  /** Written under it: the year where one begins. */
  readonly label: string;
}

export interface TimeChart {
  readonly width: number;
  /** Of one bar with the gap beside it. */
  readonly step: number;
  readonly bars: readonly Bar[];
  /** Lines to read the height by. */
  readonly ticks: readonly { readonly value: number; readonly y: number }[];
}

/** Bars at least as wide as a finger is thick, wider where there are few, the parts in the order of HOW_MET. */
export function timeChart(periods: readonly MetPeriod[], room: number): TimeChart {
  const step = Math.min(96, Math.max(18, (room - LEFT - RIGHT) / Math.max(1, periods.length)));
  const most = Math.max(1, ...periods.map(({ people }) => people));
  const tick = niceStep(most);
  const top = Math.ceil(most / tick) * tick;
  const heightOf = (people: number): number => (people / top) * (BASE - TOP);
  const bars = periods.map(({ period, people, by }, at): Bar => {
    let y = BASE;
    const parts = HOW_MET.flatMap((how): Part[] => {
      const height = heightOf(by[how] ?? 0);
      y -= height;
      return height === 0 ? [] : [{ how, y, height }];
    });
    const year = period.slice(0, 4);
    const label = periods[at - 1]?.period.slice(0, 4) === year ? '' : year;
    return { period, people, x: LEFT + at * step, parts, label };
  });
  const ticks = Array.from({ length: top / tick + 1 }, (_, at) => ({
    value: at * tick,
    y: BASE - heightOf(at * tick),
  }));
  return { width: LEFT + periods.length * step + RIGHT, step, bars, ticks };
}

/** 1, 2 or 5 times a power of ten, so that there are at most five lines. */
export function niceStep(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(1, most / 5)));
  return [1, 2, 5, 10].map((times) => times * power).find((step) => most / step <= 5) ?? 10 * power;
}

/** Which bar an event belongs to: its month or year, or the year where its month has none; -1: none. */
export function barOf(bars: readonly Pick<Bar, 'period'>[], on: string): number {
  const month = bars.findIndex(({ period }) => period === on.slice(0, 7));
  return month >= 0 ? month : bars.findIndex(({ period }) => period === on.slice(0, 4));
}
