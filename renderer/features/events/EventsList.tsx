import { CalendarDays, CalendarPlus } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Event } from '#core/events/model.ts';
import { usePagedRows } from '#renderer/client/paged.ts';
import { orpc } from '#renderer/client/queries.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { spanWords } from '#renderer/strings/dates.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useListSelection } from '#renderer/ui/list-selection.ts';
import { ListPane } from '#renderer/ui/Pane.tsx';
import { Row } from '#renderer/ui/Row.tsx';
import { SearchInput } from '#renderer/ui/TextInput.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';

/** Every event, or those a search finds. */
export function EventsList() {
  const { t } = useTranslation('events');
  const { t: ui } = useTranslation('ui');
  const [text, setText] = useState('');
  const id = useStore(({ route }) => (route.section === 'events' ? route.id : undefined));
  const rows = usePagedRows<Event>((page) =>
    orpc.events.list.queryOptions({ input: { text: text.trim(), page } }),
  );
  const count = rows.total ?? 0;
  const go = useCallback((event: Event) => {
    const { route } = useStore.getState();
    navigate(
      { section: 'events', id: event.id },
      { replace: route.section === 'events' && route.id !== undefined },
    );
  }, []);
  const selection = useListSelection({ rowAt: rows.rowAt, count, id, go });
  return (
    <ListPane
      title={t('list.title')}
      bar={
        <>
          <IconButton
            icon={CalendarPlus}
            label={t('list.add')}
            onClick={() => navigate({ section: 'events', mode: 'new' })}
          />
          <SearchInput label={t('list.search')} clearLabel={ui('clear')} value={text} onText={setText} />
        </>
      }
    >
      {rows.total === 0 && !rows.isStale ? (
        <NoEvents text={text.trim()} />
      ) : (
        <VirtualList
          label={t('list.title')}
          count={count}
          rowAt={rows.rowAt}
          onRange={rows.onRange}
          isStale={rows.isStale}
          {...selection}
          render={(event) => (
            <Row
              title={event.summary}
              note={[spanWords(event.dtstart, event.dtend), event.location]
                .filter((part) => part !== '')
                .join(' · ')}
              end={event.attendeeCount === 0 ? undefined : t('list.people', { count: event.attendeeCount })}
            />
          )}
        />
      )}
    </ListPane>
  );
}

function NoEvents({ text }: { readonly text: string }) {
  const { t } = useTranslation('events');
  const add = () =>
    navigate({ section: 'events', mode: 'new', ...(text === '' ? {} : { params: { summary: text } }) });
  const isEmpty = text === '';
  return (
    <EmptyState
      {...(isEmpty ? { icon: CalendarDays } : {})}
      title={isEmpty ? t('list.empty') : t('list.none', { text })}
      text={isEmpty ? t('list.emptyText') : t('list.noneText')}
    >
      <Button look={isEmpty ? 'primary' : 'quiet'} icon={CalendarPlus} onClick={add}>
        {isEmpty ? t('list.add') : t('list.addNamed', { text })}
      </Button>
    </EmptyState>
  );
}
