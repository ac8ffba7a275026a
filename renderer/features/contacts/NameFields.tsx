import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { Chips } from '#renderer/ui/Chips.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { FormFields } from './form-fields.ts';
import css from './PersonForm.module.css';

/** What somebody goes by, as far as it is in the fields. */
export const nameIn = ({
  given,
  family,
  nickname,
  org,
}: Pick<FormFields, 'given' | 'family' | 'nickname' | 'org'>) =>
  [given, family]
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' ') ||
  nickname.trim() ||
  org.trim();

/** Given and family name; the other parts of a name once they are asked for. */
export function NameFields({ isFull }: { readonly isFull: boolean }) {
  const { t } = useTranslation('contacts');
  const { register, getValues, formState } = useFormContext<FormFields>();
  const validate = () => nameIn(getValues()) !== '' || t('form.nameless');
  return (
    <>
      <div className={css.pair}>
        <Field label={t('form.given')} error={formState.errors.given?.message}>
          <TextInput {...register('given', { validate })} maxLength={200} />
        </Field>
        <Field label={t('form.family')}>
          <TextInput {...register('family')} maxLength={200} />
        </Field>
      </div>
      {isFull ? (
        <div className={css.four} data-section="names">
          <Field label={t('form.prefix')}>
            <TextInput {...register('prefix')} maxLength={200} placeholder={t('form.prefixHint')} />
          </Field>
          <Field label={t('form.additional')}>
            <TextInput {...register('additional')} maxLength={200} />
          </Field>
          <Field label={t('form.suffix')}>
            <TextInput {...register('suffix')} maxLength={200} placeholder={t('form.suffixHint')} />
          </Field>
          <Field label={t('form.nickname')}>
            <TextInput {...register('nickname')} maxLength={2000} />
          </Field>
        </div>
      ) : null}
    </>
  );
}

/** What somebody does and where; the departments once they are asked for. */
export function WorkFields({ hasUnits }: { readonly hasUnits: boolean }) {
  const { t } = useTranslation('contacts');
  const { control, register, getValues, setValue, formState } = useFormContext<FormFields>();
  const units = useWatch({ control, name: 'units' });
  const validate = (org: string) =>
    org.trim() !== '' || getValues('units').length === 0 || t('form.unitsAlone');
  return (
    <>
      <div className={css.pair}>
        <Field label={t('form.title')}>
          <TextInput {...register('title')} maxLength={300} />
        </Field>
        <Field label={t('form.org')} error={formState.errors.org?.message}>
          <TextInput {...register('org', { validate })} maxLength={300} />
        </Field>
      </div>
      {hasUnits ? (
        <div data-section="units">
          <Field label={t('form.units')} hint={t('form.unitsHint')}>
            <Chips
              values={units}
              onValues={(values) => setValue('units', values, { shouldDirty: true })}
              removeLabel={(value) => t('form.remove', { value })}
            />
          </Field>
        </div>
      ) : null}
    </>
  );
}
