import { useQuery } from '@tanstack/react-query';
import { CalendarX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EventId } from '#core/events/model.ts';
import { errorWords, isNotFound } from '#renderer/client/errors.ts';
import { orpc } from '#renderer/client/queries.ts';
import { LeftOut, Sheet } from '#renderer/print/Sheet.tsx';
import { navigate, useStore } from '#renderer/store/store.ts';
import { spanWords } from '#renderer/strings/dates.ts';
import { Choice } from '#renderer/ui/Choice.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';

type Who = 'listed' | 'met' | 'both';

/** An event's people for paper: before it, who is on the list; after it, whom the owner met. */
export function EventSheet() {
  const { t } = useTranslation('events');
  const id = useStore(({ route }) => route.id);
  const [who, setWho] = useState<Who>('both');
  const { data, error } = useQuery({
    ...orpc.events.sheet.queryOptions({ input: { id: EventId.parse(id ?? 1) } }),
    enabled: id !== undefined,
  });
  if (id === undefined || error !== null) {
    const isGone = id === undefined || isNotFound(error);
    return <EmptyState icon={CalendarX} title={isGone ? t('notFound') : errorWords(error)} />;
  }
  if (data === undefined) return null;
  const { summary, dtstart, dtend, location } = data.event;
  const people = data.people.filter(
    ({ isListed, isMet }) => who === 'both' || (who === 'listed' ? isListed : isMet),
  );
  return (
    <Sheet
      title={summary}
      note={[spanWords(dtstart, dtend), location].filter((part) => part !== '').join(' · ')}
      people={people}
      onBack={() => navigate({ section: 'events', id })}
    >
      <Choice
        label={t('sheet.who')}
        hideLabel
        value={who}
        onValue={setWho}
        options={[
          { value: 'both', label: t('sheet.both') },
          { value: 'listed', label: t('listed.title') },
          { value: 'met', label: t('page.met') },
        ]}
      />
      <LeftOut count={data.leftOut} />
    </Sheet>
  );
}
