import { useQuery } from '@tanstack/react-query';
import { CalendarDays, CalendarX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { EventId } from '#core/events/model.ts';
import { errorWords, isNotFound } from '#renderer/client/errors.ts';
import { orpc } from '#renderer/client/queries.ts';
import { useStore } from '#renderer/store/store.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { DetailPane } from '#renderer/ui/Pane.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { EventEditor, NewEvent } from './EventForm.tsx';
import { EventPage } from './EventPage.tsx';

/** The right pane of Events: none, one, one being edited, or a new one. */
export function EventScreen() {
  const { id, mode } = useStore((state) => state.route);
  if (id !== undefined) return <KnownEvent key={id} id={EventId.parse(id)} isEditing={mode === 'edit'} />;
  if (mode === 'new') return <NewEvent />;
  return <NoneChosen />;
}

/** Says nothing while there is no event to choose: the list says it then. */
function NoneChosen() {
  const { t } = useTranslation('events');
  const { data } = useQuery(orpc.book.summary.queryOptions());
  return data === undefined || data.counts.events === 0 ? null : (
    <EmptyState icon={CalendarDays} title={t('list.choose')} />
  );
}

function KnownEvent({ id, isEditing }: { readonly id: EventId; readonly isEditing: boolean }) {
  const { t } = useTranslation('events');
  const { data, error } = useQuery(orpc.events.get.queryOptions({ input: { id } }));
  if (error !== null) {
    return isNotFound(error) ? (
      <EmptyState icon={CalendarX} title={t('notFound')} text={t('notFoundText')} />
    ) : (
      <EmptyState icon={CalendarX} title={errorWords(error)} />
    );
  }
  if (data === undefined) {
    return (
      <DetailPane label={t('list.title')}>
        <Skeleton lines={6} />
      </DetailPane>
    );
  }
  return isEditing ? <EventEditor event={data.event} /> : <EventPage page={data} />;
}
