import { useTranslation } from 'react-i18next';
import { HOW_MET } from '#core/network/how-met.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { hashOf } from '#renderer/store/navigation.ts';
import { barOf } from './time-scale.ts';
import { peopleMetIn } from './TimeBars.tsx';
import type { TimeData } from './TimeBars.tsx';
import css from './Pictures.module.css';

/** What the bars say, the latest first; a period in which nobody was met is left out. */
export function TimeTable({ data }: { readonly data: TimeData }) {
  const { t, i18n } = useTranslation('pictures');
  const { t: words } = useTranslation('network');
  const hows = HOW_MET.filter((how) => data.periods.some(({ by }) => (by[how] ?? 0) > 0));
  const events = eventsByBar(data);
  const number = (count: number) => count.toLocaleString(i18n.language);
  return (
    <table className={css.table}>
      <caption className="visually-hidden">{t('time.table')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('time.when')}</th>
          <th scope="col" className={css.number}>
            {t('time.people')}
          </th>
          {hows.map((how) => (
            <th key={how} scope="col" className={css.number}>
              {words(`picture.how.${how}`)}
            </th>
          ))}
          <th scope="col">{t('time.events')}</th>
        </tr>
      </thead>
      <tbody>
        {data.periods
          .map((row, at) => ({ ...row, at }))
          .filter(({ people }) => people > 0)
          .toReversed()
          .map(({ period, people, by, at }) => (
            <tr key={period}>
              <th scope="row">
                <a href={peopleMetIn(period)}>{dateWords(period)}</a>
              </th>
              <td className={css.number}>{number(people)}</td>
              {hows.map((how) => (
                <td key={how} className={css.number}>
                  {by[how] === undefined ? '' : number(by[how])}
                </td>
              ))}
              <td>
                <ul className={css.eventList}>
                  {events.get(at)?.map(({ id, summary, people: met }) => (
                    <li key={id}>
                      <a href={hashOf({ section: 'events', id })} dir="auto">
                        {summary}
                      </a>{' '}
                      <span className={css.quiet}>{number(met)}</span>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
      </tbody>
    </table>
  );
}

function eventsByBar({ periods, events }: TimeData): ReadonlyMap<number, TimeData['events']> {
  const found = new Map<number, TimeData['events']>();
  for (const event of events) {
    const at = barOf(periods, event.on);
    found.set(at, [...(found.get(at) ?? []), event]);
  }
  return found;
}
