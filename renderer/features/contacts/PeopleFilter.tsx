import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { ListFilter, Tags } from 'lucide-react';
import { Popover } from 'radix-ui';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isTextFacet } from '#core/contacts/search/facets.ts';
import type { FacetName, FacetValue } from '#core/contacts/search/facets.ts';
import { facetClauseOf, hasValue, withoutClause, withToggled } from '#core/contacts/search/query-edit.ts';
import { queryText } from '#core/contacts/search/query-text.ts';
import { clausesOf } from '#core/contacts/search/query.ts';
import type { Query } from '#core/contacts/search/query.ts';
import { orpc } from '#renderer/client/queries.ts';
import { useStore } from '#renderer/store/store.ts';
import { locale } from '#renderer/strings/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Choice } from '#renderer/ui/Choice.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { typedWords } from '#renderer/people/typed-query.ts';
import { CHOSEN_FACETS, facetWords, valueWords } from './facet-words.ts';
import css from './PeopleFilter.module.css';

interface FilterProps {
  readonly query: Query;
  readonly onQuery: (query: Query) => void;
}

/** A press that opens what people can be filtered by. What is chosen counts at once. */
export function PeopleFilter({ query, onQuery }: FilterProps) {
  const { t } = useTranslation('search');
  const count = clausesOf(query).filter((clause) => clause.kind !== 'word').length;
  return (
    <Popover.Root>
      <Popover.Trigger asChild>
        <Button
          icon={ListFilter}
          aria-label={count === 0 ? t('filter.open') : t('filter.openCount', { count })}
          title={t('filter.open')}
        >
          {count === 0 ? null : new Intl.NumberFormat(locale()).format(count)}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content
          className={css.popover}
          align="end"
          sideOffset={4}
          collisionPadding={8}
          aria-label={t('filter.title')}
        >
          <Facets query={query} onQuery={onQuery} />
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}

type Mode = 'is' | 'isNot';

function Facets({ query, onQuery }: FilterProps) {
  const { t } = useTranslation('search');
  const [name, setName] = useState<(typeof CHOSEN_FACETS)[number]>('tag');
  const [mode, setMode] = useState<Mode>('is');
  const [find, setFind] = useState('');
  return (
    <div className={css.facets}>
      <Field label={t('filter.by')}>
        <Select
          value={name}
          options={CHOSEN_FACETS.map((value) => ({ value, label: facetWords(value) }))}
          onValue={(next) => {
            setName(next);
            setFind('');
          }}
        />
      </Field>
      <Choice<Mode>
        label={t('filter.mode')}
        value={mode}
        options={[
          { value: 'is', label: t('filter.is') },
          { value: 'isNot', label: t('filter.isNot') },
        ]}
        onValue={setMode}
      />
      {isTextFacet(name) ? (
        <Field label={t('filter.find')} hideLabel>
          <TextInput
            placeholder={t('filter.find')}
            maxLength={200}
            value={find}
            onChange={({ target }) => setFind(target.value)}
          />
        </Field>
      ) : null}
      <Values query={query} onQuery={onQuery} name={name} negated={mode === 'isNot'} find={find.trim()} />
      {name === 'tag' ? <ManageTags /> : null}
      <p className={css.hint}>{t('filter.hint', { example: `${typedWords().written[name] ?? name}:` })}</p>
    </div>
  );
}

/** From the values to what can be done with them. */
function ManageTags() {
  const { t } = useTranslation('tags');
  const openOverlay = useStore((state) => state.openOverlay);
  return (
    <Popover.Close asChild>
      <Button look="plain" icon={Tags} onClick={() => openOverlay('tags')}>
        {t('action')}
      </Button>
    </Popover.Close>
  );
}

interface ValuesProps extends FilterProps {
  readonly name: FacetName;
  readonly negated: boolean;
  readonly find: string;
}

function Values({ query, onQuery, name, negated, find }: ValuesProps) {
  const { t } = useTranslation('search');
  // Counted among those whom the rest of the query finds: a second value of a facet finds more people, not fewer.
  const own = clausesOf(query).find((clause) => {
    const facet = facetClauseOf(clause);
    return facet?.name === name && facet.negated === negated;
  });
  const rest = own === undefined ? query : withoutClause(query, own);
  const { data } = useQuery({
    ...orpc.contacts.facetValues.queryOptions({ input: { text: queryText(rest), facet: name, find } }),
    placeholderData: keepPreviousData,
  });
  const chosen = (own === undefined ? undefined : facetClauseOf(own))?.values ?? [];
  const shares: readonly Share[] = data ?? [];
  const isListed = (value: FacetValue) => shares.some((share) => isSame(share, value));
  const listed: readonly Share[] = [...chosen.filter((value) => !isListed(value)), ...shares];
  if (listed.length === 0) {
    // Nothing is known yet, which is not nothing.
    if (data === undefined) return null;
    return (
      <p className={css.none}>{find === '' ? t('filter.none') : t('filter.noneLike', { text: find })}</p>
    );
  }
  return (
    <fieldset className={css.values}>
      <legend className="visually-hidden">{t('filter.values', { facet: facetWords(name) })}</legend>
      {listed.map((share) => {
        const value = { text: share.text, exact: share.exact };
        return (
          <label key={`${name}${share.exact}${share.text}`} className={css.value}>
            <input
              type="checkbox"
              checked={hasValue(query, { name, negated }, value)}
              onChange={() => onQuery(withToggled(query, { name, negated }, value))}
            />
            <bdi className={css.words}>{valueWords(name, value)}</bdi>
            {share.people === undefined ? null : (
              <span className={css.count}>{new Intl.NumberFormat(locale()).format(share.people)}</span>
            )}
          </label>
        );
      })}
    </fieldset>
  );
}

/** A value chosen may be one that nobody has; then nobody has counted it. */
interface Share extends FacetValue {
  readonly people?: number;
}

const isSame = (a: FacetValue, b: FacetValue): boolean => a.text === b.text && a.exact === b.exact;
