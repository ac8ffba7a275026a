import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HOW_MET } from '#core/network/how-met.ts';
import type { Client } from '#api/contract.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { hashOf } from '#renderer/store/navigation.ts';
import { BASE, barOf, EVENT_LINE, HEIGHT, timeChart } from './time-scale.ts';
import type { Bar, TimeChart } from './time-scale.ts';
import css from './Pictures.module.css';

export type TimeData = Awaited<ReturnType<Client['network']['overTime']>>;

/** Everybody met in a month or year, in the list of people. */
export const peopleMetIn = (period: string): string =>
  hashOf({ section: 'people', params: { q: `met:${period}` } });

/** From this width on a label stands under the middle of its bar; below, it begins where its year does. */
const ROOM_FOR_LABEL = 40;

/** Bars for the eye and the mouse: the table beside them says the same, and keys go through that. */
export function TimeBars({ data }: { readonly data: TimeData }) {
  const { t } = useTranslation('pictures');
  const frame = useRef<HTMLDivElement>(null);
  const [room, setRoom] = useState(800);
  const chart = timeChart(data.periods, room);
  // Few bars do not leave the rest of the panel without its lines.
  const width = Math.max(room, chart.width);
  useEffect(() => {
    const at = frame.current;
    if (at === null) return undefined;
    const watch = new ResizeObserver(() => setRoom(at.clientWidth));
    watch.observe(at);
    return () => watch.disconnect();
  }, []);
  // The latest is what one looks for first.
  useEffect(() => {
    frame.current?.scrollTo({ left: chart.width });
  }, [chart.width]);
  return (
    <figure className={css.figure}>
      {/* It scrolls, and has nothing else that takes the focus. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div ref={frame} className={css.scroller} role="group" aria-label={t('time.chart')} tabIndex={0}>
        <svg width={width} height={HEIGHT} aria-hidden>
          {chart.ticks.map(({ value, y }) => (
            <g key={value}>
              <line className={css.grid} x1={30} x2={width} y1={y} y2={y} />
              <text className={css.tick} x={26} y={y + 4} textAnchor="end">
                {value}
              </text>
            </g>
          ))}
          {chart.bars.map((bar) => (
            <TimeBar key={bar.period} bar={bar} step={chart.step} />
          ))}
          <EventMarks data={data} chart={chart} />
        </svg>
      </div>
      <Legend data={data} />
    </figure>
  );
}

function TimeBar({ bar, step }: { readonly bar: Bar; readonly step: number }) {
  const { t } = useTranslation('pictures');
  const width = Math.min(step - 4, 40);
  const left = bar.x + (step - width) / 2;
  return (
    <a href={peopleMetIn(bar.period)} tabIndex={-1} className={css.bar}>
      <title>{t('time.bar', { when: dateWords(bar.period), count: bar.people })}</title>
      <rect className={css.reach} x={bar.x} y={0} width={step} height={BASE} />
      {bar.parts.map(({ how, y, height }) => (
        <rect key={how} data-how={how} x={left} y={y} width={width} height={height} />
      ))}
      {bar.label === '' ? null : (
        <text
          className={css.tick}
          x={step < ROOM_FOR_LABEL ? left : bar.x + step / 2}
          y={BASE + 16}
          textAnchor={step < ROOM_FOR_LABEL ? 'start' : 'middle'}
        >
          {bar.label}
        </text>
      )}
    </a>
  );
}

function EventMarks({ data, chart }: { readonly data: TimeData; readonly chart: TimeChart }) {
  const { t } = useTranslation('pictures');
  const marks = new Map<number, number>();
  return data.events.map(({ id, summary, on, people }) => {
    const at = barOf(chart.bars, on);
    const bar = chart.bars[at];
    const before = marks.get(at) ?? 0;
    marks.set(at, before + 1);
    // Two a bar are told apart; the table has them all.
    if (bar === undefined || before > 1) return null;
    return (
      <a key={id} href={hashOf({ section: 'events', id })} tabIndex={-1}>
        <title>{t('time.event', { name: summary, count: people })}</title>
        <circle className={css.event} cx={bar.x + chart.step / 2} cy={EVENT_LINE - 6 + before * 12} r={4} />
      </a>
    );
  });
}

function Legend({ data }: { readonly data: TimeData }) {
  const { t } = useTranslation('pictures');
  const { t: words } = useTranslation('network');
  const shown = HOW_MET.filter((how) => data.periods.some(({ by }) => (by[how] ?? 0) > 0));
  return (
    <ul className={css.legend} aria-label={t('time.legend')}>
      {shown.map((how) => (
        <li key={how}>
          <span className={css.swatch} data-how={how} aria-hidden />
          {words(`picture.how.${how}`)}
        </li>
      ))}
      {data.events.length === 0 ? null : (
        <li>
          <span className={css.eventSwatch} aria-hidden />
          {t('time.eventMark')}
        </li>
      )}
    </ul>
  );
}
