import { useQuery } from '@tanstack/react-query';
import { UserX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { errorWords } from '#renderer/client/errors.ts';
import { orpc } from '#renderer/client/queries.ts';
import { LeftOut, Sheet } from '#renderer/print/Sheet.tsx';
import { navigate, useStore } from '#renderer/store/store.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';

/** More than this is a book, not a sheet. */
const MOST = 500;

/** Whom the query of the list finds, for paper. */
export function PeopleSheet() {
  const { t } = useTranslation('contacts');
  const q = useStore(({ route }) => route.params?.['q'] ?? '');
  const { data, error } = useQuery(
    orpc.contacts.list.queryOptions({ input: { text: q.trim(), page: { offset: 0, limit: MOST } } }),
  );
  if (error !== null) return <EmptyState icon={UserX} title={errorWords(error)} />;
  if (data === undefined) return null;
  // SECURITY: confidential people are on no sheet or badge: a query names nobody by choice.
  const people = data.rows.filter(({ isConfidential }) => isConfidential !== true);
  const leftOut = data.rows.length - people.length;
  const shown = people.length;
  const total = data.total - leftOut;
  const count = t('sheet.people', { count: total });
  return (
    <Sheet
      title={q.trim() === '' ? t('list.title') : q.trim()}
      note={shown < total ? t('sheet.first', { people: count, shown }) : count}
      people={people}
      onBack={() => navigate({ section: 'people', ...(q !== '' && { params: { q } }) })}
    >
      <LeftOut count={leftOut} />
    </Sheet>
  );
}
