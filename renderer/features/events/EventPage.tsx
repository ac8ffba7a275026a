import { Ellipsis, ListPlus, Pencil, Trash2, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { Encounter, Event } from '#core/events/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { openLink } from '#renderer/client/links.ts';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { navigate, useStore } from '#renderer/store/store.ts';
import { spanWords } from '#renderer/strings/dates.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { ExternalLink } from '#renderer/ui/Link.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { DetailPane, PaneSection } from '#renderer/ui/Pane.tsx';
import { EventLogForm } from './MetForm.tsx';
import css from './EventPage.module.css';

/** One event: when and where, a line to log the next person, and everyone met there. */
export function EventPage({
  event,
  encounters,
}: {
  readonly event: Event;
  readonly encounters: readonly Encounter[];
}) {
  const { t } = useTranslation('events');
  const openOverlay = useStore((state) => state.openOverlay);
  const when = spanWords(event.dtstart, event.dtend);
  return (
    <DetailPane label={event.summary} bar={<EventBar event={event} />}>
      <header className={css.header}>
        <h1 className={css.name} dir="auto">
          {event.summary}
        </h1>
        <p className={css.when} dir="auto">
          {[when, event.location].filter((part) => part !== '').join(' · ')}
        </p>
        {event.url === '' ? null : (
          <ExternalLink href={event.url} onOpen={openLink}>
            {event.url.replace(/^https:\/\/(?:www\.)?|\/$/g, '')}
          </ExternalLink>
        )}
      </header>
      <PaneSection
        title={t('page.log')}
        action={
          <Button look="plain" icon={ListPlus} onClick={() => openOverlay('met')}>
            {t('page.oneLine')}
          </Button>
        }
      >
        <EventLogForm event={event} />
      </PaneSection>
      <PaneSection title={t('page.met')} action={<span className={css.count}>{encounters.length}</span>}>
        {encounters.length === 0 ? (
          <p className={css.quiet}>{t('page.metNone')}</p>
        ) : (
          <ul className={css.people}>
            {encounters.map((encounter) => (
              <MetThere key={encounter.id} encounter={encounter} />
            ))}
          </ul>
        )}
      </PaneSection>
      {event.description === '' ? null : (
        <PaneSection title={t('page.about')}>
          <p className={css.text} dir="auto">
            {event.description}
          </p>
        </PaneSection>
      )}
    </DetailPane>
  );
}

function MetThere({
  encounter: { id, contactId, fn, note, introducedBy },
}: {
  readonly encounter: Encounter;
}) {
  const { t } = useTranslation('events');
  return (
    <li className={css.person}>
      <Avatar id={contactId} name={fn} />
      <div className={css.body}>
        <p>
          <PersonLink id={contactId}>{fn}</PersonLink>
          {introducedBy === undefined ? null : (
            <span className={css.quiet}>
              {' '}
              {t('page.introducedBy')} <PersonLink id={introducedBy.id}>{introducedBy.fn}</PersonLink>
            </span>
          )}
        </p>
        {note === '' ? null : (
          <p className={css.text} dir="auto">
            {note}
          </p>
        )}
      </div>
      <IconButton
        icon={X}
        className={css.remove}
        label={t('page.remove', { fn })}
        onClick={() => void act(() => client.events.deleteEncounter({ id }), t('page.removed', { fn }))}
      />
    </li>
  );
}

function EventBar({ event: { id, summary } }: { readonly event: Event }) {
  const { t } = useTranslation('events');
  const { t: ui } = useTranslation('ui');
  const remove = async () => {
    const done = await act(() => client.events.delete({ id }), t('page.deleted', { summary }));
    if (done !== undefined) navigate({ section: 'events' }, { replace: true });
  };
  return (
    <>
      <Button icon={Pencil} onClick={() => navigate({ section: 'events', id, mode: 'edit' })}>
        {t('page.edit')}
      </Button>
      <Menu
        label={ui('more')}
        items={[
          { id: 'delete', label: t('page.delete'), icon: Trash2, isDanger: true, run: () => void remove() },
        ]}
        trigger={<IconButton icon={Ellipsis} label={ui('more')} />}
      />
    </>
  );
}
