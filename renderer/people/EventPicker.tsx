import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Event, EventId } from '#core/events/model.ts';
import { isOnItsWay } from '#renderer/client/on-its-way.ts';
import { orpc } from '#renderer/client/queries.ts';
import { spanWords } from '#renderer/strings/dates.ts';
import { Combobox } from '#renderer/ui/Combobox.tsx';
import { Row } from '#renderer/ui/Row.tsx';

/** An event picked: in the book already, or a name to be added. */
export type PickedEvent =
  | { readonly kind: 'known'; readonly id: EventId; readonly summary: string }
  | { readonly kind: 'new'; readonly summary: string };

/** A field that finds an event as its name is typed, the latest ones first, or adds one. Put it inside a `Field`. */
export function EventPicker({
  value,
  onPick,
}: {
  readonly value: PickedEvent | undefined;
  readonly onPick: (event: PickedEvent | undefined) => void;
}) {
  const { t } = useTranslation('events');
  const [typed, setTyped] = useState<string>();
  const text = typed?.trim() ?? '';
  const found = useQuery({
    ...orpc.events.list.queryOptions({ input: { text, page: { offset: 0, limit: 8 } } }),
    placeholderData: keepPreviousData,
  });
  const pick = (event: PickedEvent) => {
    setTyped(undefined);
    onPick(event);
  };
  return (
    <Combobox<Event>
      text={typed ?? value?.summary ?? ''}
      onText={(next) => {
        setTyped(next);
        if (value !== undefined) onPick(undefined);
      }}
      options={value === undefined ? (found.data?.rows ?? []) : []}
      isPending={isOnItsWay(found)}
      keyOf={({ id }) => id}
      render={({ summary, dtstart, dtend, location }) => (
        <Row
          title={summary}
          note={[spanWords(dtstart, dtend), location].filter((part) => part !== '').join(' · ')}
        />
      )}
      onChoose={({ id, summary }) => pick({ kind: 'known', id, summary })}
      create={
        text === ''
          ? undefined
          : { label: t('met.eventCreate', { text }), run: () => pick({ kind: 'new', summary: text }) }
      }
      none={t('met.eventNone')}
      listLabel={t('met.eventList')}
    />
  );
}
