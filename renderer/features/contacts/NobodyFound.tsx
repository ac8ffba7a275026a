import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { withoutClause } from '#core/contacts/search/query-edit.ts';
import { queryText } from '#core/contacts/search/query-text.ts';
import { clausesOf } from '#core/contacts/search/query.ts';
import type { Query } from '#core/contacts/search/query.ts';
import { orpc } from '#renderer/client/queries.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { clauseWords } from './facet-words.ts';

/** So many ways out are looked for; with more one reads none. */
const MOST_OFFERED = 8;

/** A filter that finds nobody: says what to leave out, and how many there would be. */
export function NobodyFound({
  query,
  onQuery,
}: {
  readonly query: Query;
  readonly onQuery: (query: Query) => void;
}) {
  const { t } = useTranslation('search');
  const clauses = clausesOf(query).slice(0, MOST_OFFERED);
  const answers = useQueries({
    queries: clauses.map((clause) =>
      orpc.contacts.list.queryOptions({
        input: { text: queryText(withoutClause(query, clause)), page: { offset: 0, limit: 1 } },
      }),
    ),
  });
  const offers = clauses.flatMap((clause, at) => {
    const total = answers[at]?.data?.total ?? 0;
    return total === 0 ? [] : [{ clause, total }];
  });
  const isKnown = answers.every(({ isPending }) => !isPending);
  const text = offers.length > 0 ? t('none.text') : isKnown ? t('none.textNothing') : undefined;
  return (
    <EmptyState title={t('none.title')} text={text}>
      {offers.map(({ clause, total }) => (
        <Button key={queryText(clause)} onClick={() => onQuery(withoutClause(query, clause))}>
          {t('none.without', { what: clauseWords(clause), count: total })}
        </Button>
      ))}
    </EmptyState>
  );
}
