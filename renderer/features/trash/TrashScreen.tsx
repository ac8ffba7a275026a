import { useQuery } from '@tanstack/react-query';
import { Eraser, Trash2, Undo2, UserX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Trashed } from '#api/trash.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { errorWords, isNotFound } from '#renderer/client/errors.ts';
import { orpc } from '#renderer/client/queries.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { DetailPane } from '#renderer/ui/Pane.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import { restore } from './restoring.ts';
import { shownId, trashRoute } from './route.ts';
import css from './Trash.module.css';

/** The right pane of the trash: somebody in it, and what can be done. */
export function TrashScreen() {
  const { t } = useTranslation('trash');
  const id = useStore(({ route }) => shownId(route));
  const { data } = useQuery(
    orpc.trash.list.queryOptions({ input: { text: '', page: { offset: 0, limit: 100 } } }),
  );
  if (id !== undefined) return <InTrash key={id} id={id} />;
  return data === undefined || data.total === 0 ? null : (
    <EmptyState icon={Trash2} title={t('list.choose')} />
  );
}

function InTrash({ id }: { readonly id: ContactId }) {
  const { t } = useTranslation('trash');
  const person = useQuery(orpc.trash.get.queryOptions({ input: { id } }));
  if (person.error !== null) {
    return isNotFound(person.error) ? (
      <EmptyState icon={UserX} title={t('person.gone')} text={t('person.goneText')} />
    ) : (
      <EmptyState icon={UserX} title={errorWords(person.error)} />
    );
  }
  if (person.data === undefined) {
    return (
      <DetailPane label={t('list.title')}>
        <Skeleton lines={3} />
      </DetailPane>
    );
  }
  return <TrashedPerson person={person.data} />;
}

function TrashedPerson({ person }: { readonly person: Trashed }) {
  const { t } = useTranslation('trash');
  const [isErasing, setErasing] = useState(false);
  const { id, fn, org, title, deletedAt, daysLeft } = person;
  const bringBack = async () => {
    if (await restore([id])) navigate({ section: 'people', id });
  };
  return (
    <DetailPane label={fn}>
      <header>
        <h1 className={css.name} dir="auto">
          {fn}
        </h1>
        <p dir="auto">{[title, org].filter((part) => part !== '').join(' · ')}</p>
      </header>
      <div>
        <p>{t('person.deleted', { on: dateWords(deletedAt.slice(0, 10)) })}</p>
        <p>{t('person.left', { count: daysLeft })}</p>
      </div>
      <div className={css.buttons}>
        <Button look="primary" icon={Undo2} onClick={() => void bringBack()}>
          {t('person.restore')}
        </Button>
        <Button look="danger" icon={Eraser} onClick={() => setErasing(true)}>
          {t('person.erase')}
        </Button>
      </div>
      {isErasing ? (
        <EraseDialog
          ids={[id]}
          count={1}
          onClose={(isErased) => {
            setErasing(false);
            if (isErased) navigate(trashRoute(), { replace: true });
          }}
        />
      ) : null}
    </DetailPane>
  );
}
