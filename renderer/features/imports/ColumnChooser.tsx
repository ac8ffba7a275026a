import { useId, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ColumnMapping } from '#core/imports/model.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import {
  columnsFor,
  DATE_ORDERS,
  DELIMITERS,
  hasName,
  headerLines,
  meaningKey,
  meaningOf,
  meaningOptions,
  withMeaning,
} from './column-meanings.ts';
import css from './Dialogs.module.css';

interface ChooserProps {
  readonly mapping: ColumnMapping;
  /** The first rows, the one with the column names included. */
  readonly rows: readonly (readonly string[])[];
  readonly onMapping: (mapping: ColumnMapping) => void;
}

/** How a table is cut into cells and what each column is, over its first rows. */
export function ColumnChooser(props: ChooserProps) {
  const { t } = useTranslation('imports');
  const { mapping, onMapping } = props;
  return (
    <>
      <div className={css.row}>
        <Field label={t('read.delimiter')}>
          <Select
            value={mapping.delimiter}
            // The keys of an object of ours.
            options={(Object.keys(DELIMITERS) as ColumnMapping['delimiter'][]).map((value) => ({
              value,
              label: t(`read.${DELIMITERS[value]}`),
            }))}
            // Cut elsewhere, what was a column is none any more.
            onValue={(delimiter) => onMapping({ ...mapping, delimiter, columns: [] })}
          />
        </Field>
        <Field label={t('read.header')}>
          <Select
            value={String(mapping.headerLine)}
            options={headerLines(mapping.headerLine).map((line) => ({
              value: String(line),
              label: line === 0 ? t('read.headerNone') : t('read.headerLine', { line }),
            }))}
            onValue={(line) => onMapping({ ...mapping, headerLine: Number(line) })}
          />
        </Field>
        <Field label={t('read.dateOrder')}>
          <Select
            value={mapping.dateOrder}
            options={DATE_ORDERS.map((value) => ({ value, label: t(`read.${value}`) }))}
            onValue={(dateOrder) => onMapping({ ...mapping, dateOrder })}
          />
        </Field>
      </div>
      <Sheet {...props} />
    </>
  );
}

function Sheet({ mapping, rows, onMapping }: ChooserProps) {
  const { t } = useTranslation('imports');
  const id = useId();
  const columns = columnsFor(mapping, rows);
  const options = useMemo(() => meaningOptions(mapping.columns), [mapping.columns]);
  const [labels, body] = mapping.headerLine === 0 ? [undefined, rows] : [rows[0], rows.slice(1)];
  const nameOf = (at: number) => {
    const label = labels?.[at]?.trim() ?? '';
    return label === '' ? t('read.column', { at: at + 1 }) : t('read.columnNamed', { at: at + 1, label });
  };
  return (
    <section className={css.part} aria-labelledby={id}>
      <h3 id={id} className={css.heading}>
        {t('read.columns')}
      </h3>
      <p className={css.note}>{t('read.columnsHint')}</p>
      <p className={css.caution} role="status">
        {hasName(mapping) ? '' : t('read.noName')}
      </p>
      {/* A box that scrolls is reached by the keyboard too. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <div className={css.sheet} tabIndex={0} role="group" aria-labelledby={id}>
        <table>
          <thead>
            <tr>
              {columns.map((column, at) => (
                // Columns have no name but their place.
                // eslint-disable-next-line react/no-array-index-key
                <th key={at} scope="col">
                  <Field label={nameOf(at)}>
                    <Select
                      value={meaningKey(column)}
                      options={options}
                      onValue={(key) => onMapping(withMeaning(mapping, rows, at, meaningOf(key)))}
                    />
                  </Field>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {body.map((row, line) => (
              // eslint-disable-next-line react/no-array-index-key
              <tr key={line}>
                {columns.map((_, at) => (
                  // eslint-disable-next-line react/no-array-index-key
                  <td key={at}>
                    <bdi>{row[at]}</bdi>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
