import { skipToken, useQuery } from '@tanstack/react-query';
import { CalendarDays, CalendarPlus, Layers } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EventRow } from '#api/events.ts';
import { EventId, EventKind } from '#core/events/model.ts';
import { usePagedRows } from '#renderer/client/paged.ts';
import { orpc } from '#renderer/client/queries.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { dateWords, spanWords } from '#renderer/strings/dates.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useListSelection } from '#renderer/ui/list-selection.ts';
import { ListPane } from '#renderer/ui/Pane.tsx';
import { Row } from '#renderer/ui/Row.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { SearchInput } from '#renderer/ui/TextInput.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { kindWords } from './kinds.ts';
import css from './EventsList.module.css';

interface Filter {
  readonly kind: EventKind | '';
  readonly year: string;
}

const UNFILTERED: Filter = { kind: '', year: '' };

/** Every event, or those a search finds, of a kind or a year; a series of several is one row. */
export function EventsList() {
  const { t } = useTranslation('events');
  const { t: ui } = useTranslation('ui');
  const [text, setText] = useState('');
  const [filter, setFilter] = useState(UNFILTERED);
  const open = useOpen();
  const { kind, year } = filter;
  const rows = usePagedRows<EventRow>((page) =>
    orpc.events.overview.queryOptions({
      input: { text: text.trim(), ...(kind !== '' && { kind }), ...(year !== '' && { year }), page },
    }),
  );
  const count = rows.total ?? 0;
  const rowAt = (index: number) => {
    const row = rows.rowAt(index);
    return row && { id: keyOf(row, open), ...row };
  };
  const go = useCallback((row: EventRow) => goTo(row), []);
  const selection = useListSelection({ rowAt, count, id: open?.key, go });
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
          <EventFilter filter={filter} onFilter={setFilter} />
        </>
      }
    >
      {rows.total === 0 && !rows.isStale ? (
        <NoEvents text={text.trim()} isFiltered={kind !== '' || year !== ''} />
      ) : (
        <VirtualList
          label={t('list.title')}
          count={count}
          rowAt={rowAt}
          onRange={rows.onRange}
          isStale={rows.isStale}
          {...selection}
          render={(row) => (row.series === undefined ? <EventLine {...row} /> : <SeriesLine {...row} />)}
        />
      )}
    </ListPane>
  );
}

type Key = number | string;

/** What is open beside the list: a series by its name, an event by its key, with the series it belongs to. */
interface Open {
  readonly key: Key;
  readonly series: string | undefined;
}

function useOpen(): Open | undefined {
  const route = useStore((state) => state.route);
  const { section, id, mode, params } = route;
  const eventId = section === 'events' ? EventId.safeParse(id).data : undefined;
  const { data } = useQuery(
    orpc.events.get.queryOptions(eventId === undefined ? { input: skipToken } : { input: { id: eventId } }),
  );
  if (section !== 'events') return undefined;
  if (mode === 'series') return { key: params?.['name'] ?? '', series: params?.['name'] };
  return id === undefined ? undefined : { key: id, series: data?.event.series || undefined };
}

/** The row of a series stands for whichever of its events is open. */
const keyOf = ({ event, series }: EventRow, open: Open | undefined): Key => {
  if (series === undefined) return event.id;
  return series.name === open?.series ? open.key : series.name;
};

function goTo({ event, series }: EventRow): void {
  const { route } = useStore.getState();
  const replace = route.section === 'events' && (route.id !== undefined || route.mode === 'series');
  const to =
    series === undefined
      ? { section: 'events' as const, id: event.id }
      : { section: 'events' as const, mode: 'series', params: { name: series.name } };
  navigate(to, { replace });
}

const joined = (...parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

function EventLine({ event }: EventRow) {
  return (
    <Row
      title={event.summary}
      note={joined(spanWords(event.dtstart, event.dtend), event.location)}
      end={<End met={event.metCount} kind={event.kind} />}
    />
  );
}

/** Beside the name how many were met, beside the days what it was. */
function End({ met, kind }: { readonly met: number; readonly kind: EventRow['event']['kind'] }) {
  const { t } = useTranslation('events');
  return (
    <span className={css.end}>
      <span>{met === 0 ? null : t('list.people', { count: met })}</span>
      <span>{kindWords(kind)}</span>
    </span>
  );
}

function SeriesLine({ event, series }: EventRow) {
  const { t } = useTranslation('events');
  if (series === undefined) return null;
  const last = event.dtstart === undefined ? '' : t('list.lastOn', { date: dateWords(event.dtstart) });
  return (
    <Row
      title={
        <span className={css.series}>
          <Layers size={14} strokeWidth={1.75} aria-hidden />
          {series.name}
        </span>
      }
      note={joined(t('list.series', { count: series.events }), last)}
      end={<End met={series.met} kind={event.kind} />}
    />
  );
}

/** Kind and year, of those there are; nothing where there is nothing to choose between. */
function EventFilter({
  filter,
  onFilter,
}: {
  readonly filter: Filter;
  readonly onFilter: (filter: Filter) => void;
}) {
  const { t } = useTranslation('events');
  const { data } = useQuery(orpc.events.facets.queryOptions());
  const kinds = EventKind.options.filter(
    (kind) => kind === filter.kind || data?.kinds.some(({ value }) => value === kind),
  );
  const years = [...new Set([...(data?.years ?? []).map(({ value }) => value), filter.year])].filter(Boolean);
  if (kinds.length + years.length < 2) return null;
  return (
    <div className={css.filters}>
      <Select
        aria-label={t('list.kind')}
        value={filter.kind}
        onValue={(kind) => onFilter({ ...filter, kind })}
        options={[
          { value: '', label: t('list.allKinds') },
          ...kinds.map((value) => ({ value, label: kindWords(value) })),
        ]}
      />
      <Select
        aria-label={t('list.year')}
        value={filter.year}
        onValue={(year) => onFilter({ ...filter, year })}
        options={[
          { value: '', label: t('list.allYears') },
          ...years.map((value) => ({ value, label: value })),
        ]}
      />
    </div>
  );
}

function NoEvents({ text, isFiltered }: { readonly text: string; readonly isFiltered: boolean }) {
  const { t } = useTranslation('events');
  const add = () =>
    navigate({ section: 'events', mode: 'new', ...(text === '' ? {} : { params: { summary: text } }) });
  if (isFiltered) return <EmptyState title={t('list.noneFiltered')} text={t('list.noneFilteredText')} />;
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
