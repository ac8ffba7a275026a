import { Plus } from 'lucide-react';
import { useFormContext, useWatch } from 'react-hook-form';
import type { UseFieldArrayReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { PartialDate } from '#core/shared/dates.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { locale } from '#renderer/strings/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { AddressRow } from './AddressRow.tsx';
import type { FormFields } from './form-fields.ts';
import { isIn } from './form-sections.ts';
import type { ListSection, PhoneticName } from './form-sections.ts';
import { OwnFieldRow, RowEnd, useValue, ValueRow } from './ValueRow.tsx';
import type { RowProps } from './ValueRow.tsx';
import row from './ValueRow.module.css';
import css from './PersonForm.module.css';

export interface ListProps {
  readonly list: UseFieldArrayReturn<FormFields, 'values'>;
  /** Adds an empty line to a part of the form, and goes there. */
  readonly onAdd: (section: ListSection) => void;
  /** A line of a part is gone: the focus stays in that part. */
  readonly onRemoved: (section: ListSection) => void;
  /** Whether a date is one; by the line's own key, undefined when the line is gone. */
  readonly onDate: (key: string, isValid: boolean) => void;
}

/** A date in words; one that an import has left in its own words stays so. */
export const writtenDate = (date: string): string =>
  PartialDate.safeParse(date).success ? dateWords(date) : date;

/** Of these people have one, though imports may bring more. */
const SOLE: ReadonlySet<string> = new Set([
  'ROLE',
  'PRONOUNS',
  'GENDER',
  'TZ',
  'ANNIVERSARY',
  'DEATHDATE',
  'former',
] satisfies ListSection[]);
const DATES: ReadonlySet<string> = new Set(['ANNIVERSARY', 'DEATHDATE']);

/** All values of one kind, one line each. */
export function ValueSection({
  section,
  list,
  onAdd,
  onRemoved,
  onDate,
}: ListProps & { readonly section: ListSection }) {
  const { t } = useTranslation('contacts');
  const legend = useSectionWords()(section);
  const values = useWatch({ control: useFormContext<FormFields>().control, name: 'values' });
  const rows = list.fields.flatMap((field, at) => (isIn(section, field.name) ? [{ ...field, at }] : []));
  const isFull = rows.every(({ at }) => hasText(values[at]));
  const isOffered = isFull && section !== 'phonetic' && (rows.length === 0 || !SOLE.has(section));
  const labelOf = (name: string, place: number) => {
    if (section === 'phonetic') return t(`form.phonetic.${name as PhoneticName}`); // the names of that part
    return place === 0 ? legend : t('form.numbered', { what: legend, number: place + 1 });
  };
  return (
    <fieldset className={css.section} data-section={section}>
      <legend className={DATES.has(section) ? 'visually-hidden' : css.legend}>{legend}</legend>
      {rows.map(({ id, name, at }, place) => (
        <div key={id} data-row="">
          <Row
            at={at}
            name={name}
            label={labelOf(name, place)}
            hideLabel={section !== 'phonetic'}
            onRemove={() => {
              onDate(id, true);
              list.remove(at);
              onRemoved(section);
            }}
            onNext={section === 'phonetic' || SOLE.has(section) ? undefined : () => onAdd(section)}
            onValid={(isValid) => onDate(id, isValid)}
          />
        </div>
      ))}
      {isOffered ? (
        <Button look="plain" icon={Plus} className={css.another} onClick={() => onAdd(section)}>
          {t('form.another')}
        </Button>
      ) : null}
    </fieldset>
  );
}

const hasText = (value: FormFields['values'][number] | undefined): boolean =>
  value === undefined || value.text !== '' || Object.values(value.address).some((part) => part !== '');

type AnyRow = Omit<RowProps, 'onNext'> & {
  readonly name: string;
  readonly onNext: (() => void) | undefined;
  readonly onValid: (isValid: boolean) => void;
};

function Row({ name, onValid, onNext, ...rest }: AnyRow) {
  if (name === 'ADR') return <AddressRow {...rest} />;
  if (DATES.has(name)) return <DateRow {...rest} onValid={onValid} />;
  if (isIn('own', name)) return <OwnFieldRow {...rest} />;
  return <ValueRow {...rest} {...(onNext === undefined ? {} : { onNext })} />;
}

function DateRow({ at, label, onRemove, onValid }: RowProps & Pick<AnyRow, 'onValid'>) {
  const { t } = useTranslation('contacts');
  const { setValue } = useFormContext<FormFields>();
  const { text } = useValue(at);
  return (
    <div className={classes(row.row, row.labelled)}>
      <div className={row.text}>
        <DateField
          label={label}
          hint={t('form.dateHint')}
          wrong={t('form.dateWrong')}
          value={text === '' ? undefined : text}
          onDate={(date) => setValue(`values.${at}.text`, date ?? '', { shouldDirty: true })}
          onValid={onValid}
          write={writtenDate}
          language={locale()}
        />
      </div>
      <RowEnd at={at} onRemove={onRemove} />
    </div>
  );
}

/** What each part of the form is called. */
export function useSectionWords() {
  const { t } = useTranslation('contacts');
  const { t: people } = useTranslation('people');
  return (section: ListSection): string => {
    if (section === 'phonetic') return t('form.phonetic.legend');
    if (section === 'former') return t('form.former');
    return section === 'own' ? t('form.own.legend') : people(`properties.${section}`);
  };
}
