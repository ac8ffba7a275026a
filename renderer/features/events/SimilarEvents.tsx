import { Merge } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { EventPage } from '#api/events.ts';
import type { Event } from '#core/events/model.ts';
import { hashOf } from '#renderer/store/navigation.ts';
import { spanWords } from '#renderer/strings/dates.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { mergeInto } from './MergeEvents.tsx';
import css from './SimilarEvents.module.css';

/** Says which events may be the same one; nothing happens unless it is pressed. */
export function SimilarEvents({
  event,
  similar,
}: {
  readonly event: Event;
  readonly similar: EventPage['similar'];
}) {
  const { t } = useTranslation('events');
  if (similar.length === 0) return null;
  return (
    <section className={css.notice} aria-label={t('similar.title')}>
      <h2 className={css.title}>{t('similar.title')}</h2>
      <ul className={css.list}>
        {similar.map(({ event: other, because }) => (
          <li key={other.id} className={css.row}>
            <div className={css.words}>
              <a href={hashOf({ section: 'events', id: other.id })}>
                <bdi>{other.summary}</bdi>
              </a>
              <span className={css.quiet}>
                {[spanWords(other.dtstart, other.dtend), other.location, t(`similar.because.${because}`)]
                  .filter((part) => part !== '')
                  .join(' · ')}
              </span>
            </div>
            <Button
              icon={Merge}
              aria-label={t('similar.mergeWith', { summary: other.summary })}
              onClick={() => void mergeInto(event, other.id)}
            >
              {t('merge.merge')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
