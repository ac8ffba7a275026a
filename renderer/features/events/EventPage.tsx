import { ListPlus, MailPlus } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { EventPage as Page } from '#api/events.ts';
import { peopleMet } from '#core/events/met-there.ts';
import type { Event } from '#core/events/model.ts';
import { openLink } from '#renderer/client/links.ts';
import { hashOf } from '#renderer/store/navigation.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { spanWords } from '#renderer/strings/dates.ts';
import { Badge } from '#renderer/ui/Badge.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { ExternalLink } from '#renderer/ui/Link.tsx';
import { DetailPane, PaneSection } from '#renderer/ui/Pane.tsx';
import { Attendees } from './Attendees.tsx';
import { EventBar } from './EventBar.tsx';
import { kindWords } from './kinds.ts';
import { EventLogForm } from './MetForm.tsx';
import { MetThere, WhoIntroduced } from './MetThere.tsx';
import { SimilarEvents } from './SimilarEvents.tsx';
import css from './EventPage.module.css';

/** One event: when and where, a line to log the next person, everyone met there, and who was on the list. */
export function EventPage({ page }: { readonly page: Page }) {
  const { t } = useTranslation('events');
  const { event, encounters, attendees, similar } = page;
  const people = peopleMet(encounters);
  return (
    <DetailPane label={event.summary} bar={<EventBar event={event} />}>
      <EventHeader event={event} />
      <SimilarEvents event={event} similar={similar} />
      <PaneSection title={t('page.log')} action={<OneLine />}>
        <EventLogForm event={event} />
      </PaneSection>
      <PaneSection title={t('page.met')} action={<MetTools event={event} count={people.length} />}>
        {people.length === 0 ? (
          <p className={css.quiet}>{t('page.metNone')}</p>
        ) : (
          <>
            <MetThere people={people} event={event} />
            <WhoIntroduced encounters={encounters} />
          </>
        )}
      </PaneSection>
      <Attendees
        event={event}
        attendees={attendees}
        met={new Set(people.map(({ contactId }) => contactId))}
      />
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

function EventHeader({ event }: { readonly event: Event }) {
  const { t } = useTranslation('events');
  const { summary, location, dtstart, dtend, url, kind, organizer, series } = event;
  return (
    <header className={css.header}>
      <h1 className={css.name} dir="auto">
        {summary}
      </h1>
      <p className={css.when} dir="auto">
        {[spanWords(dtstart, dtend), location].filter((part) => part !== '').join(' · ')}
      </p>
      {kind === '' && organizer === '' && series === '' ? null : (
        <p className={css.facts}>
          {kind === '' ? null : <Badge>{kindWords(kind)}</Badge>}
          {organizer === '' ? null : (
            <span>
              {t('page.organizer')} <bdi>{organizer}</bdi>
            </span>
          )}
          {series === '' ? null : (
            <span>
              {t('page.series')}{' '}
              <a href={hashOf({ section: 'events', mode: 'series', params: { name: series } })}>
                <bdi>{series}</bdi>
              </a>
            </span>
          )}
        </p>
      )}
      {url === '' ? null : (
        <ExternalLink href={url} onOpen={openLink}>
          {url.replace(/^https:\/\/(?:www\.)?|\/$/g, '')}
        </ExternalLink>
      )}
    </header>
  );
}

function OneLine() {
  const { t } = useTranslation('events');
  const openOverlay = useStore((state) => state.openOverlay);
  return (
    <Button look="plain" icon={ListPlus} onClick={() => openOverlay('met')}>
      {t('page.oneLine')}
    </Button>
  );
}

function MetTools({ event: { id }, count }: { readonly event: Event; readonly count: number }) {
  const { t } = useTranslation('events');
  return (
    <span className={css.tools}>
      {count === 0 ? null : (
        <Button
          look="plain"
          icon={MailPlus}
          onClick={() => navigate({ section: 'events', id, mode: 'follow-up' })}
        >
          {t('page.followUp')}
        </Button>
      )}
      <span className={css.count}>{count}</span>
    </span>
  );
}
