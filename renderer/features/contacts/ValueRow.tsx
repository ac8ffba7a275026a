import { Star, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { looksLikeEmail } from '#core/contacts/identity.ts';
import { kindWords, typeWords } from '#renderer/people/property-kind.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea, TextInput } from '#renderer/ui/TextInput.tsx';
import type { FormFields } from './form-fields.ts';
import { AS_IT_WAS, OWN, usesOf } from './form-kinds.ts';
import { shownText, writtenText } from './form-texts.ts';
import css from './ValueRow.module.css';

export interface RowProps {
  /** Its place among the form's values. */
  readonly at: number;
  /** What the field is called: "E-mail", "E-mail 2". */
  readonly label: string;
  /** Its name is for screen readers only: the legend says it. */
  readonly hideLabel?: boolean;
  readonly onRemove: () => void;
  /** Enter in a field with something in it goes on to the next one. */
  readonly onNext?: () => void;
}

/** How long a text may be, where that is not what everything may be. */
const LONGEST: Readonly<Partial<Record<string, number>>> = { EMAIL: 320, TEL: 60, URL: 2000 };
const LONGEST_TEXT = 2000;
const MODES: Readonly<Partial<Record<string, 'email' | 'tel' | 'url'>>> = {
  EMAIL: 'email',
  TEL: 'tel',
  URL: 'url',
  SOCIALPROFILE: 'url',
};
const WITH_SERVICE: ReadonlySet<string> = new Set(['IMPP', 'SOCIALPROFILE']);
const WITH_PREFERENCE: ReadonlySet<string> = new Set(['EMAIL', 'TEL', 'URL', 'IMPP', 'ADR']);
/** Suggestions of the page's `<datalist>`s. */
const LISTS: Readonly<Partial<Record<string, string>>> = { LANG: 'form-languages', TZ: 'form-time-zones' };
const SERVICE_LISTS: Readonly<Partial<Record<string, string>>> = {
  IMPP: 'form-messengers',
  SOCIALPROFILE: 'form-networks',
};

export const useValue = (at: number) =>
  useWatch({ control: useFormContext<FormFields>().control, name: `values.${at}` });

const isWebAddress = (text: string): boolean =>
  URL.canParse(text) && /^(?:https?|ftp):\/\/[^/?#\s]+/i.test(text);

/** A value of one text, with what it is for. */
export function ValueRow({ at, label, hideLabel = false, onRemove, onNext }: RowProps) {
  const { t } = useTranslation('contacts');
  const { register, formState } = useFormContext<FormFields>();
  const { name, before } = useValue(at);
  const error = formState.errors.values?.[at]?.text?.message;
  const validate = (text: string) => {
    // What an import brought is no mistake of the owner's.
    if (text.trim() === '' || (before !== undefined && text === shownText(before))) return true;
    if (name === 'EMAIL') return looksLikeEmail(text.trim()) || t('form.wrongEmail');
    return name !== 'URL' || isWebAddress(writtenText(name, text, '')) || t('form.wrongUrl');
  };
  const goOn = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    if (onNext === undefined || event.currentTarget.value.trim() === '') return;
    event.preventDefault();
    onNext();
  };
  return (
    <div className={classes(css.row, !hideLabel && css.labelled)}>
      <Field label={label} hideLabel={hideLabel} error={error} className={css.text}>
        <TextInput
          {...register(`values.${at}.text`, { validate })}
          inputMode={MODES[name] ?? 'text'}
          maxLength={LONGEST[name] ?? LONGEST_TEXT}
          list={LISTS[name]}
          onKeyDown={goOn}
        />
      </Field>
      {WITH_SERVICE.has(name) ? (
        <Field label={t('form.service')} hideLabel className={css.purpose}>
          <TextInput
            {...register(`values.${at}.service`)}
            maxLength={100}
            list={SERVICE_LISTS[name]}
            placeholder={t('form.service')}
          />
        </Field>
      ) : null}
      <RowEnd at={at} onRemove={onRemove} />
    </div>
  );
}

/** What stands after every value: what it is for, whether it is the one to use, and the way out. */
export function RowEnd({ at, onRemove }: Pick<RowProps, 'at' | 'onRemove'>) {
  const { t } = useTranslation('contacts');
  const { name } = useValue(at);
  return (
    <>
      {usesOf(name).length === 0 ? null : <Purpose at={at} />}
      <span className={css.end}>
        {WITH_PREFERENCE.has(name) ? <Preferred at={at} /> : null}
        <IconButton icon={X} label={t('form.removeThis')} onClick={onRemove} />
      </span>
    </>
  );
}

function Purpose({ at }: { readonly at: number }) {
  const { t } = useTranslation('contacts');
  const { register, setValue } = useFormContext<FormFields>();
  const { name, use, before } = useValue(at);
  const words = (type: string) => type.split(',').map(typeWords).join(', ');
  const options = [
    { value: '', label: t('form.noPurpose') },
    ...usesOf(name).map((type) => ({ value: type, label: words(type) })),
    ...(before !== undefined && (before.type !== '' || before.label !== '') ? asItWas(before) : []),
    { value: OWN, label: t('form.ownPurpose') },
  ];
  return (
    <span className={css.purpose}>
      <Field label={t('form.purpose')} hideLabel>
        <Select
          options={options}
          value={use}
          onValue={(value) => setValue(`values.${at}.use`, value, { shouldDirty: true })}
        />
      </Field>
      {use === OWN ? (
        <Field label={t('form.ownWord')} hideLabel>
          <TextInput {...register(`values.${at}.label`)} maxLength={100} placeholder={t('form.ownWord')} />
        </Field>
      ) : null}
    </span>
  );
}

/** Types and labels as a source put them together, in its words. */
function asItWas(before: NonNullable<FormFields['values'][number]['before']>) {
  const { name, value, type, label } = before;
  const isPlain = label === '' && (type === '' || usesOf(name).includes(type));
  const isOwn = label !== '' && type === '';
  if (isPlain || isOwn) return [];
  const words = kindWords({ name, value, type, parameters: { 'X-ABLABEL': [label] } });
  return [{ value: AS_IT_WAS, label: words === '' ? type : words }];
}

/** Of the values of one property one is preferred, or none. */
function Preferred({ at }: { readonly at: number }) {
  const { t } = useTranslation('contacts');
  const { setValue, getValues } = useFormContext<FormFields>();
  const { name, preferred } = useValue(at);
  const press = () => {
    for (const [other, value] of getValues('values').entries()) {
      if (value.name !== name) continue;
      setValue(`values.${other}.preferred`, other === at && !preferred, { shouldDirty: true });
    }
  };
  return (
    <IconButton
      icon={Star}
      label={t('form.preferred')}
      aria-pressed={preferred}
      className={css.preferred}
      onClick={press}
    />
  );
}

/** A field of the owner's own: what it is called, and what it says. */
export function OwnFieldRow({ at, onRemove }: RowProps) {
  const { t } = useTranslation('contacts');
  const { register, formState, getValues } = useFormContext<FormFields>();
  const validate = (label: string) =>
    label.trim() !== '' || getValues(`values.${at}.text`).trim() === '' || t('form.own.nameless');
  return (
    <div className={classes(css.row, css.labelled)}>
      <Field
        label={t('form.own.label')}
        error={formState.errors.values?.[at]?.label?.message}
        className={css.called}
      >
        <TextInput {...register(`values.${at}.label`, { validate })} maxLength={100} />
      </Field>
      <Field label={t('form.own.text')} className={css.text}>
        <TextArea {...register(`values.${at}.text`)} rows={1} maxLength={LONGEST_TEXT} />
      </Field>
      <RowEnd at={at} onRemove={onRemove} />
    </div>
  );
}
