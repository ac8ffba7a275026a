import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { classes } from '#renderer/ui/classes.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { TextArea, TextInput } from '#renderer/ui/TextInput.tsx';
import type { FormFields } from './form-fields.ts';
import type { AddressPart } from './form-texts.ts';
import { RowEnd } from './ValueRow.tsx';
import type { RowProps } from './ValueRow.tsx';
import css from './ValueRow.module.css';

const LONGEST_PART = 1000;
/** As most envelopes have them; how a country writes its addresses shows on the person's page. */
const AFTER_STREET = [
  'extended',
  'box',
  'code',
  'locality',
  'region',
  'country',
] as const satisfies AddressPart[];

/** A postal address part by part; the street may have several lines. */
export function AddressRow({ at, onRemove }: RowProps) {
  const { t } = useTranslation('contacts');
  const { register } = useFormContext<FormFields>();
  return (
    <div className={css.address}>
      <Field label={t('form.address.street')} className={css.whole}>
        <TextArea {...register(`values.${at}.address.street`)} rows={1} maxLength={LONGEST_PART} />
      </Field>
      {AFTER_STREET.map((part) => (
        <Field key={part} label={t(`form.address.${part}`)}>
          <TextInput {...register(`values.${at}.address.${part}`)} maxLength={LONGEST_PART} />
        </Field>
      ))}
      <div className={classes(css.row, css.whole)}>
        <RowEnd at={at} onRemove={onRemove} />
      </div>
    </div>
  );
}
