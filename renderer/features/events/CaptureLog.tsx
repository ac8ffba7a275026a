import { Undo2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { dateWords } from '#renderer/strings/dates.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { IconButton } from '#renderer/ui/Button.tsx';
import type { Logged } from './log-captured.ts';
import type { Place } from './log-met.ts';
import css from './Capture.module.css';

/** What stays for the next person: the event, the day, the place, each with a way to let it go. */
export function Pinned({
  place,
  onPlace,
}: {
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
}) {
  const { t } = useTranslation('events');
  const { event, metOn, location = '' } = place;
  const all = [
    // Without its event a day and a place mean nothing any more.
    { key: 'event', value: event?.summary ?? '', rest: {} },
    { key: 'date', value: metOn === undefined ? '' : dateWords(metOn), rest: { event, location } },
    { key: 'place', value: location, rest: { event, metOn } },
  ] as const;
  const shown = all.filter(({ value }) => value !== '');
  if (shown.length === 0) return null;
  return (
    <div className={css.pinned} role="group" aria-label={t('capture.stays')}>
      {shown.map(({ key, value, rest }) => (
        <span key={key} className={css.pin} data-kind={key}>
          <bdi>{value}</bdi>
          <IconButton icon={X} label={t('capture.unpin', { value })} onClick={() => onPlace(rest)} />
        </span>
      ))}
    </div>
  );
}

/** Those just added, the newest first; each can be taken back. */
export function CaptureLog({
  logged,
  onTakeBack,
}: {
  readonly logged: readonly Logged[];
  readonly onTakeBack: (one: Logged) => void;
}) {
  const { t } = useTranslation('events');
  if (logged.length === 0) return null;
  return (
    <section className={css.log} aria-label={t('capture.log')}>
      <h3 className={css.logTitle}>
        {t('capture.log')}
        <span className={css.quiet} role="status">
          {t('capture.added', { count: logged.length })}
        </span>
      </h3>
      <ul>
        {logged.map((one) => (
          <li key={one.undo ?? one.contactId} className={css.logged}>
            <Avatar id={one.contactId} name={one.fn} />
            <span className={css.loggedText}>
              <bdi>{one.fn}</bdi>
              {one.note === '' ? null : (
                <span className={css.loggedNote} dir="auto">
                  {one.note}
                </span>
              )}
            </span>
            <IconButton
              icon={Undo2}
              label={t('capture.takeBack', { fn: one.fn })}
              onClick={() => onTakeBack(one)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
