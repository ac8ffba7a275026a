import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { withoutClause } from '#core/contacts/search/query-edit.ts';
import { queryText } from '#core/contacts/search/query-text.ts';
import { clausesOf } from '#core/contacts/search/query.ts';
import type { Query, QueryHint } from '#core/contacts/search/query.ts';
import { clauseWords } from './facet-words.ts';
import { typedWords } from '#renderer/people/typed-query.ts';
import { Chip } from '#renderer/ui/Chip.tsx';
import css from './PeopleFilter.module.css';

/** What the people are filtered by, each with a press that takes it out; words are in the box above. */
export function QueryChips({
  query,
  onQuery,
}: {
  readonly query: Query;
  readonly onQuery: (query: Query) => void;
}) {
  const { t } = useTranslation('search');
  const list = useRef<HTMLUListElement>(null);
  const chips = clausesOf(query).filter((clause) => clause.kind !== 'word');
  if (chips.length === 0) return null;
  const remove = (clause: Query) => {
    // The press is gone with its chip: the focus goes to the search, where the rest of the query is.
    list.current?.closest('section')?.querySelector<HTMLElement>('[data-search]')?.focus();
    onQuery(withoutClause(query, clause));
  };
  return (
    <ul ref={list} className={css.chips} aria-label={t('chip.list')}>
      {chips.map((clause, at) => {
        const what = clauseWords(clause);
        return (
          // A query may say a thing twice.
          <li key={`${at}${queryText(clause)}`}>
            <Chip
              text={what}
              look="chosen"
              removeLabel={t('chip.remove', { what })}
              onRemove={() => remove(clause)}
            />
          </li>
        );
      })}
    </ul>
  );
}

/** What in a query was not understood, in words. */
export function QueryHints({ hints }: { readonly hints: readonly QueryHint[] }) {
  const { t } = useTranslation('search');
  const said = new Set(
    hints.map((hint) =>
      hint.code === 'unknownFacet'
        ? t('hints.unknownFacet', { name: hint.name })
        : t('hints.badValue', { name: typedWords().written[hint.name] ?? hint.name, value: hint.value }),
    ),
  );
  return (
    <div role="status">
      {[...said].map((words) => (
        <p key={words} className={css.said}>
          {words}
        </p>
      ))}
    </div>
  );
}
