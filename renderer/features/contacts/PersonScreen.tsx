import { useQuery } from '@tanstack/react-query';
import { UserRound, UserX } from 'lucide-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ContactId } from '#core/contacts/model.ts';
import { errorWords, isNotFound } from '#renderer/client/errors.ts';
import { orpc } from '#renderer/client/queries.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { late } from '#renderer/ui/late.tsx';
import { DetailPane } from '#renderer/ui/Pane.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';

// The pane stands beside the list from the first moment, mostly with nobody in it.
const NewPerson = late(async () => (await import('./PersonForm.tsx')).NewPerson);
const PersonEditor = late(async () => (await import('./PersonForm.tsx')).PersonEditor);
const PersonPage = late(async () => (await import('./PersonPage.tsx')).PersonPage);

/** The right pane of People: nobody, somebody, somebody being edited, or somebody new. */
export function PersonScreen() {
  const { id, mode } = useStore((state) => state.route);
  if (id !== undefined) return <KnownPerson key={id} id={ContactId.parse(id)} isEditing={mode === 'edit'} />;
  if (mode === 'new') return <NewPerson />;
  return <NobodyChosen />;
}

/** Says nothing while there is nobody to choose: the list says it then. */
function NobodyChosen() {
  const { t } = useTranslation('contacts');
  const { data } = useQuery(orpc.book.summary.queryOptions());
  return data === undefined || data.counts.contacts === 0 ? null : (
    <EmptyState icon={UserRound} title={t('list.choose')} />
  );
}

function KnownPerson({ id, isEditing }: { readonly id: ContactId; readonly isEditing: boolean }) {
  const { t } = useTranslation('contacts');
  const person = useQuery(orpc.contacts.get.queryOptions({ input: { id } }));
  const standing = person.data?.id;
  useEffect(() => {
    // A card that was merged into another leads to that one.
    if (standing === undefined || standing === id) return;
    navigate({ section: 'people', id: standing, ...(isEditing ? { mode: 'edit' } : {}) }, { replace: true });
  }, [standing, id, isEditing]);
  if (person.error !== null) {
    return isNotFound(person.error) ? (
      <EmptyState icon={UserX} title={t('notFound')} text={t('notFoundText')} />
    ) : (
      <EmptyState icon={UserX} title={errorWords(person.error)} />
    );
  }
  if (person.data === undefined) {
    return (
      <DetailPane label={t('list.title')}>
        <Skeleton lines={6} />
      </DetailPane>
    );
  }
  return isEditing ? <PersonEditor person={person.data} /> : <PersonPage person={person.data} />;
}
