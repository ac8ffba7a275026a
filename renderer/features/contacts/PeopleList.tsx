import { Trash2, UserPlus, Users, UsersRound } from 'lucide-react';
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactSummary } from '#core/contacts/model.ts';
import { clausesOf } from '#core/contacts/search/query.ts';
import type { Query } from '#core/contacts/search/query.ts';
import { usePagedRows } from '#renderer/client/paged.ts';
import { orpc } from '#renderer/client/queries.ts';
import { PersonRow } from '#renderer/people/PersonPicker.tsx';
import type { Route } from '#renderer/store/navigation.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { MarkBox } from '#renderer/ui/MarkBox.tsx';
import { useListSelection } from '#renderer/ui/list-selection.ts';
import { ListPane } from '#renderer/ui/Pane.tsx';
import { SearchInput } from '#renderer/ui/TextInput.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { bookText, LONGEST_QUERY, readTyped, writeTyped } from '#renderer/people/typed-query.ts';
import { Looking } from './Looking.tsx';
import { NobodyFound } from './NobodyFound.tsx';
import { usePeopleDrag } from './people-drag.ts';
import { usePeopleMarks } from './people-marks.ts';
import { usePeopleQuery } from './people-query.ts';
import { PeopleFilter } from './PeopleFilter.tsx';
import { QueryChips, QueryHints } from './QueryChips.tsx';
import { SavedViews } from './SavedViews.tsx';
import css from './PeopleFilter.module.css';

/** Everybody in the book, or whom a query finds, as it is typed or chosen. `foot`: what is done with those chosen. */
export function PeopleList({ foot }: { readonly foot?: ReactNode }) {
  const { t } = useTranslation('contacts');
  const { t: ui } = useTranslation('ui');
  const [text, setText] = usePeopleQuery();
  const { query, hints } = useMemo(() => readTyped(text), [text]);
  const setQuery = (next: Query) => setText(writeTyped(next));
  const id = useStore(({ route }) => (route.section === 'people' ? route.id : undefined));
  const rows = usePagedRows<ContactSummary>((page) =>
    orpc.contacts.list.queryOptions({ input: { text: bookText(text), page } }),
  );
  const count = rows.total ?? 0;
  const go = useCallback((person: ContactSummary) => {
    const { route } = useStore.getState();
    navigate(
      { section: 'people', id: person.id, ...queryOf(route) },
      { replace: route.section === 'people' && route.id !== undefined },
    );
  }, []);
  const selection = useListSelection({ rowAt: rows.rowAt, count, id, go });
  const marks = usePeopleMarks({ query: text.trim(), count: rows.total, rowAt: rows.rowAt });
  const drag = usePeopleDrag(rows.rowAt, count);
  return (
    <ListPane
      title={t('list.title')}
      foot={foot}
      bar={
        <>
          <IconButton
            icon={UserPlus}
            label={t('list.add')}
            onClick={() => navigate({ section: 'people', mode: 'new' })}
          />
          <div className={css.search}>
            <SearchInput
              label={t('list.search')}
              clearLabel={ui('clear')}
              maxLength={LONGEST_QUERY}
              value={text}
              onText={setText}
              onKeyDown={(event) => {
                if (event.nativeEvent.isComposing || count === 0) return;
                if (event.key === 'Enter') selection.onOpen(Math.max(0, selection.selectedIndex));
                else if (event.key === 'ArrowDown') focusList(event.currentTarget);
                else return;
                event.preventDefault();
              }}
            />
            <PeopleFilter query={query} onQuery={setQuery} />
          </div>
          <QueryChips query={query} onQuery={setQuery} />
          {hints.length === 0 ? null : <QueryHints hints={hints} />}
          <Looking isLooking={rows.isStale || (rows.total === undefined && rows.error === null)} />
          <SavedViews text={text} onText={setText} />
          <MayBeTwice />
          <InTrash />
        </>
      }
    >
      {rows.total === 0 && !rows.isStale ? (
        <NoPeople text={text.trim()} query={query} onQuery={setQuery} />
      ) : (
        <VirtualList
          label={t('list.title')}
          count={count}
          rowAt={rows.rowAt}
          onRange={rows.onRange}
          isStale={rows.isStale}
          {...selection}
          marks={marks}
          drag={drag}
          render={(person) => (
            <PersonRow
              person={person}
              lead={<MarkBox id={person.id} name={person.fn} isMarked={marks.isMarked(person)} />}
            />
          )}
        />
      )}
    </ListPane>
  );
}

/** The query goes along to where it leads. */
function queryOf({ section, params }: Route): Pick<Route, 'params'> {
  const q = section === 'people' ? params?.['q'] : undefined;
  return q === undefined ? {} : { params: { q } };
}

/** Tells, and interrupts nobody: how many may be in the book twice, and the way to look at them. */
function MayBeTwice() {
  const { t } = useTranslation('duplicates');
  const { data } = useQuery(orpc.duplicates.summary.queryOptions());
  const count = data === undefined ? 0 : data.surely + data.probably + data.possibly;
  if (count === 0) return null;
  return (
    <div>
      <Button
        look="plain"
        icon={UsersRound}
        onClick={() => navigate({ section: 'people', mode: 'duplicates' })}
      >
        {t('badge', { count })}
      </Button>
    </div>
  );
}

/** The way to whoever was deleted, as long as somebody is there. */
function InTrash() {
  const { t } = useTranslation('trash');
  const { data } = useQuery(orpc.trash.list.queryOptions({ input: { page: { offset: 0, limit: 1 } } }));
  const count = data?.total ?? 0;
  if (count === 0) return null;
  return (
    <div>
      <Button look="plain" icon={Trash2} onClick={() => navigate({ section: 'people', mode: 'trash' })}>
        {t('list.badge', { count })}
      </Button>
    </div>
  );
}

/** From the search field into the rows under it. */
function focusList(field: HTMLElement): void {
  field.closest('section')?.querySelector<HTMLElement>('[data-list]')?.focus();
}

interface NoPeopleProps {
  readonly text: string;
  readonly query: Query;
  readonly onQuery: (query: Query) => void;
}

function NoPeople({ text, query, onQuery }: NoPeopleProps) {
  const { t } = useTranslation('contacts');
  // A name alone may be somebody to add; a filter is not.
  if (clausesOf(query).some(({ kind }) => kind !== 'word'))
    return <NobodyFound query={query} onQuery={onQuery} />;
  const add = () =>
    navigate({ section: 'people', mode: 'new', ...(text === '' ? {} : { params: { fn: text } }) });
  return text === '' ? (
    <EmptyState icon={Users} title={t('list.empty')} text={t('list.emptyText')}>
      <Button look="primary" icon={UserPlus} onClick={add}>
        {t('list.add')}
      </Button>
    </EmptyState>
  ) : (
    <EmptyState title={t('list.none', { text })} text={t('list.noneText')}>
      <Button icon={UserPlus} onClick={add}>
        {t('list.addNamed', { text })}
      </Button>
    </EmptyState>
  );
}
