import { ArrowLeft, Eraser, Trash2, Undo2 } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trashed } from '#api/trash.ts';
import { usePagedRows } from '#renderer/client/paged.ts';
import { orpc } from '#renderer/client/queries.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { useListSelection } from '#renderer/ui/list-selection.ts';
import { ListPane } from '#renderer/ui/Pane.tsx';
import { Row } from '#renderer/ui/Row.tsx';
import { SearchInput } from '#renderer/ui/TextInput.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import { restore } from './restoring.ts';
import { shownId, trashRoute } from './route.ts';
import css from './Trash.module.css';

/** Who was deleted, the last first, in place of the list of people. */
export function TrashList() {
  const { t } = useTranslation('trash');
  const { t: ui } = useTranslation('ui');
  const [text, setText] = useState('');
  const [isEmptying, setEmptying] = useState(false);
  const id = useStore(({ route }) => shownId(route));
  const rows = usePagedRows<Trashed>((page) =>
    orpc.trash.list.queryOptions({ input: { text: text.trim(), page } }),
  );
  const count = rows.total ?? 0;
  const go = useCallback((person: Trashed) => {
    navigate(trashRoute(person.id), { replace: shownId(useStore.getState().route) !== undefined });
  }, []);
  const selection = useListSelection({ rowAt: rows.rowAt, count, id, go });
  const isSearching = text.trim() !== '';
  return (
    <ListPane
      title={t('list.title')}
      bar={
        <>
          <IconButton
            icon={ArrowLeft}
            label={t('list.back')}
            onClick={() => navigate({ section: 'people' })}
          />
          <SearchInput
            label={t('list.search')}
            clearLabel={ui('clear')}
            maxLength={200}
            value={text}
            onText={setText}
          />
          {count === 0 || isSearching ? null : (
            <div className={css.tools}>
              <Button icon={Undo2} onClick={() => void restore(undefined)}>
                {t('list.restoreAll')}
              </Button>
              <Button icon={Eraser} onClick={() => setEmptying(true)}>
                {t('list.eraseAll')}
              </Button>
            </div>
          )}
        </>
      }
    >
      {rows.total === 0 && !rows.isStale ? (
        isSearching ? (
          <EmptyState title={t('list.none', { text: text.trim() })} />
        ) : (
          <EmptyState icon={Trash2} title={t('list.empty')} text={t('list.emptyText')} />
        )
      ) : (
        <VirtualList
          label={t('list.title')}
          count={count}
          rowAt={rows.rowAt}
          onRange={rows.onRange}
          isStale={rows.isStale}
          {...selection}
          render={(person) => <TrashedRow person={person} />}
        />
      )}
      {isEmptying ? <EraseDialog ids={undefined} count={count} onClose={() => setEmptying(false)} /> : null}
    </ListPane>
  );
}

function TrashedRow({ person }: { readonly person: Trashed }) {
  const { t } = useTranslation('trash');
  return (
    <Row
      lead={<Avatar id={person.id} name={person.fn} />}
      title={person.fn}
      note={[person.title, person.org].filter((part) => part !== '').join(' · ')}
      end={t('list.days', { count: person.daysLeft })}
    />
  );
}
