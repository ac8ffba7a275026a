import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { propertyText } from '#renderer/people/property.ts';
import { PropertySource } from '#renderer/people/PropertySource.tsx';
import type { Comparison } from './comparison.ts';
import { standingIn } from './rows.ts';
import type { Choices, Row, RowOption } from './rows.ts';
import css from './CompareTable.module.css';

type Person = Comparison['people'][number];

interface ValueCellProps {
  readonly person: Person;
  /** Everybody compared, as the columns stand. */
  readonly people: readonly Person[];
  /** The row over everybody compared. */
  readonly shown: Row;
  /** The row over those who are merged, where something can be chosen; undefined: this person is left out. */
  readonly row: Row | undefined;
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
}

const saidBy = ({ said }: RowOption, { id }: Person): boolean =>
  said.some(({ contactId }) => contactId === id);

/** What one card says in one row, with a radio button or box for each value that can be chosen here. */
export function ValueCell({ person, people, shown, row, choices, onChoices }: ValueCellProps) {
  const { t } = useTranslation('duplicates');
  const options = (row ?? shown).options.filter((option) => saidBy(option, person));
  const canChoose = row !== undefined && (!row.isSingle || row.options.length > 1);
  return (
    <td data-fn={person.fn} data-out={row === undefined || undefined}>
      {options.length === 0 ? (
        <span className="visually-hidden">{t('compare.none')}</span>
      ) : (
        <ul className={css.values}>
          {options.map((option) => (
            <li key={option.key}>
              {canChoose && people.find((one) => saidBy(option, one)) === person ? (
                <Choosable {...{ person, option, row, choices, onChoices }} />
              ) : (
                <Plain person={person} option={option} isChosenElsewhere={canChoose} />
              )}
            </li>
          ))}
        </ul>
      )}
    </td>
  );
}

interface ValueProps {
  readonly person: Person;
  readonly option: RowOption;
}

/** A value with its one control: it stands in the first column that says it. */
function Choosable({
  person,
  option,
  row,
  choices,
  onChoices,
}: ValueProps & {
  readonly row: Row;
  readonly choices: Choices;
  readonly onChoices: (choices: Choices) => void;
}) {
  const { t } = useTranslation('duplicates');
  const id = useId();
  const stands = standingIn(row, choices).includes(option.key);
  return (
    <div className={css.value} data-stands={stands}>
      <input
        type={row.isSingle ? 'radio' : 'checkbox'}
        id={id}
        name={row.isSingle ? `row-${row.name}` : undefined}
        aria-label={t('compare.sayer', { term: row.term, value: textOf(option, person), fn: person.fn })}
        checked={stands}
        onChange={() => onChoices({ ...choices, [row.name]: chosen(row, choices, option.key) })}
      />
      <label htmlFor={id} dir="auto">
        {textOf(option, person)}
      </label>
      <Source person={person} option={option} />
    </div>
  );
}

/** A value with nothing to choose about it here. */
function Plain({ person, option, isChosenElsewhere }: ValueProps & { readonly isChosenElsewhere: boolean }) {
  const { t } = useTranslation('duplicates');
  return (
    <div className={css.value}>
      <span className={css.text}>
        <span dir="auto">{textOf(option, person)}</span>{' '}
        {isChosenElsewhere ? <span className={css.same}>{t('compare.sameAs')}</span> : null}
      </span>
      <Source person={person} option={option} />
    </div>
  );
}

/** The value as this card writes it: equal values may be written differently. */
function textOf({ text, said }: RowOption, { id }: Person): string {
  const own = said.find(({ contactId }) => contactId === id);
  return own === undefined ? text : propertyText(own.property);
}

/** Where this person's value comes from. */
function Source({ person, option }: ValueProps) {
  const said = option.said.find(({ contactId }) => contactId === person.id);
  return said === undefined ? null : (
    <PropertySource provenance={said.property.provenance} className={css.source} />
  );
}

/** What stands in a row after a press on one of its values. */
function chosen(row: Row, choices: Choices, key: string): readonly string[] {
  if (row.isSingle) return [key];
  const standing = standingIn(row, choices);
  return standing.includes(key) ? standing.filter((one) => one !== key) : [...standing, key];
}
