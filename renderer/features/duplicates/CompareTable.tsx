import type { CSSProperties } from 'react';
import { EqualNot } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#core/contacts/model.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import type { Comparison } from './comparison.ts';
import { PersonHead } from './PersonHead.tsx';
import { rowsOf } from './rows.ts';
import type { Choices, Row } from './rows.ts';
import { ValueCell } from './ValueCell.tsx';
import css from './CompareTable.module.css';

type Person = Comparison['people'][number];

export interface CompareTableProps {
  readonly comparison: Comparison;
  /** Of those who are merged. */
  readonly rows: readonly Row[];
  readonly choices: Choices;
  readonly leftOut: readonly ContactId[];
  readonly winner: ContactId | undefined;
  readonly survivorId: ContactId | undefined;
  readonly onChoices: (choices: Choices) => void;
  readonly onTake: (id: ContactId) => void;
  readonly onLeftOut: (ids: readonly ContactId[]) => void;
}

/** One column per card, one row per field; what is chosen in each row stands on the merged card. */
export function CompareTable(props: CompareTableProps) {
  const { comparison, rows, leftOut } = props;
  const { t } = useTranslation('duplicates');
  const { people, fields } = comparison;
  // Those left out are still shown, and so is what only they say.
  const shown = rowsOf(
    fields,
    people.map(({ id }) => id),
  );
  // How many columns there are is known here only. A custom property is no CSSProperties key of its own.
  const columns = { '--people': people.length } as CSSProperties;
  return (
    <div className={css.scroll}>
      <table className={css.table} style={columns}>
        <caption className="visually-hidden">{t('compare.title')}</caption>
        <thead>
          <tr>
            <th scope="col" className={css.corner}>
              <span className="visually-hidden">{t('compare.field')}</span>
            </th>
            {people.map((person, index) => (
              <PersonHead key={person.id} person={person} index={index} table={props} />
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((row) => (
            <tr key={row.name} data-differs={row.differs || undefined}>
              <RowHead row={row} />
              {people.map((person) => (
                <ValueCell
                  key={person.id}
                  person={person}
                  people={people}
                  shown={row}
                  row={leftOut.includes(person.id) ? undefined : rows.find(({ name }) => name === row.name)}
                  choices={props.choices}
                  onChoices={props.onChoices}
                />
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">{t('compare.behind')}</th>
            {people.map((person) => (
              <td key={person.id} data-fn={person.fn}>
                <Behind person={person} />
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  );
}

function RowHead({ row: { term, differs } }: { readonly row: Row }) {
  const { t } = useTranslation('duplicates');
  return (
    <th scope="row">
      {term}
      {differs ? (
        <span className={css.differs}>
          <EqualNot size={14} strokeWidth={2} aria-hidden />
          {t('compare.differs')}
        </span>
      ) : null}
    </th>
  );
}

/** What a merge would move. */
function behindWords({ links, createdAt }: Person): string[] {
  const kinds = [
    ['met', links.encounters],
    ['ties', links.ties],
    ['invitations', links.invitations],
    ['introductions', links.introductions],
    ['imports', links.imports],
  ] as const;
  const words = kinds
    .filter(([, count]) => count > 0)
    .map(([kind, count]) => i18n.t(`duplicates:compare.${kind}`, { count }));
  return [
    i18n.t('duplicates:compare.since', { on: dateWords(createdAt.slice(0, 10)) }),
    ...(words.length === 0 ? [i18n.t('duplicates:compare.nothingBehind')] : words),
  ];
}

function Behind({ person }: { readonly person: Person }) {
  return (
    <ul className={css.behind}>
      {behindWords(person).map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}
