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

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

/** A field that finds an event as its name is typed, the latest ones first, or, where `canCreate`, adds one. Put it inside a `Field`. */
export function EventPicker({
  value,
  canCreate = true,
  except = [],
  onPick,
}: {
  readonly value: PickedEvent | undefined;
  readonly canCreate?: boolean;
  /** Not offered: the event the page is about. */
  readonly except?: readonly EventId[];
  readonly onPick: (event: PickedEvent | undefined) => void;
}) {
  const { t } = useTranslation('meetings');
  const [typed, setTyped] = useState<string>();
  const text = typed?.trim() ?? '';
  const { options, isPending } = useEvents(text, except);
  const pick = (event: PickedEvent) => {
    setTyped(undefined);
    onPick(event);
  };
  const isNew = canCreate && text !== '';
  const create = () => pick({ kind: 'new', summary: text });
  return (
    <Combobox<Event>
      text={typed ?? value?.summary ?? ''}
      onText={(next) => {
        setTyped(next);
        if (value !== undefined) onPick(undefined);
      }}
      options={value === undefined ? options : []}
      isPending={isPending}
      keyOf={({ id }) => id}
      render={({ summary, dtstart, dtend, location }) => (
        <Row title={summary} note={joined(spanWords(dtstart, dtend), location)} />
      )}
      onChoose={({ id, summary }) => pick({ kind: 'known', id, summary })}
      create={isNew ? { label: t('event.create', { text }), run: create } : undefined}
      none={t('event.none')}
      listLabel={t('event.list')}
    />
  );
}

/** The events a text finds, the latest first. */
function useEvents(text: string, except: readonly EventId[]) {
  const found = useQuery({
    ...orpc.events.list.queryOptions({ input: { text, page: { offset: 0, limit: 8 } } }),
    placeholderData: keepPreviousData,
  });
  return {
    options: (found.data?.rows ?? []).filter(({ id }) => !except.includes(id)),
    isPending: isOnItsWay(found),
  };
}
