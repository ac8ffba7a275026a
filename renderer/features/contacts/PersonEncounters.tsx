import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Encounter } from '#core/events/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { hashOf } from '#renderer/store/navigation.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import type { Person } from './person.ts';
import css from './PersonPage.module.css';

/** Every time we met, newest first. */
export function PersonEncounters({ person }: { readonly person: Person }) {
  const { t } = useTranslation('contacts');
  return (
    <PaneSection title={t('sections.encounters')}>
      {person.encounters.length === 0 ? (
        <p className={css.term}>{t('encounters.none')}</p>
      ) : (
        <ol className={css.list}>
          {person.encounters.map((encounter) => (
            <Meeting key={encounter.id} encounter={encounter} />
          ))}
        </ol>
      )}
    </PaneSection>
  );
}

function Meeting({ encounter }: { readonly encounter: Encounter }) {
  const { t } = useTranslation('contacts');
  const { id, eventId, eventSummary, metOn, location, channel, note, introducedBy, fn } = encounter;
  const where = [eventId === undefined ? t(`encounters.channel.${channel}`) : '', location];
  return (
    <li>
      <span className={css.term}>{metOn === undefined ? t('encounters.noDate') : dateWords(metOn)}</span>
      <div className={css.meeting}>
        <p dir="auto">
          {eventId === undefined ? null : (
            <a href={hashOf({ section: 'events', id: eventId })}>{eventSummary}</a>
          )}{' '}
          <span className={eventId === undefined ? undefined : css.term}>
            {where.filter((part) => part !== '').join(', ')}
          </span>
        </p>
        {introducedBy === undefined ? null : (
          <p className={css.term}>
            {t('encounters.introducedBy')} <PersonLink id={introducedBy.id}>{introducedBy.fn}</PersonLink>
          </p>
        )}
        {note === '' ? null : (
          <p className={css.value} dir="auto">
            {note}
          </p>
        )}
      </div>
      <button
        type="button"
        className={css.source}
        aria-label={t('encounters.remove', { fn })}
        title={t('encounters.remove', { fn })}
        onClick={() => void act(() => client.events.deleteEncounter({ id }), t('encounters.removed', { fn }))}
      >
        <X size={14} aria-hidden />
      </button>
    </li>
  );
}
