import { useTranslation } from 'react-i18next';
import { dateWords } from '#renderer/strings/dates.ts';
import { locale } from '#renderer/strings/i18n.ts';
import { Chips } from '#renderer/ui/Chips.tsx';
import { DateField } from '#renderer/ui/DateField.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextArea, TextInput } from '#renderer/ui/TextInput.tsx';
import { AboutFields } from './AboutFields.tsx';
import { isCount, isFullDay } from './fields.ts';
import type { Fields } from './fields.ts';
import { mutualsFrom } from './form.ts';
import css from './InvitationEditor.module.css';

const LINES = [
  ['url', 2000],
  ['email', 320],
  ['headline', 500],
  ['org', 300],
  ['location', 300],
] as const;

/** What can be known of an invitation, one field each. */
export function InvitationFields({
  fields,
  isTried,
  onChange,
}: {
  readonly fields: Fields;
  readonly isTried: boolean;
  readonly onChange: (part: Partial<Fields>) => void;
}) {
  const { t } = useTranslation('invitations');
  return (
    <>
      <Field
        label={t('form.fn')}
        error={isTried && fields.fn.trim() === '' ? t('form.fnMissing') : undefined}
      >
        <TextInput
          maxLength={300}
          value={fields.fn}
          onChange={(event) => onChange({ fn: event.target.value })}
        />
      </Field>
      <Field label={t('form.message')} hint={t('form.messageHint')}>
        <TextArea
          maxLength={4000}
          value={fields.message}
          onChange={(event) => onChange({ message: event.target.value })}
        />
      </Field>
      <Mutuals fields={fields} onChange={onChange} />
      <div className={css.pair}>
        {LINES.map(([name, maxLength]) => (
          <Field key={name} label={t(`form.${name}`)}>
            <TextInput
              maxLength={maxLength}
              dir={name === 'url' || name === 'email' ? 'ltr' : 'auto'}
              inputMode={name === 'url' || name === 'email' ? name : 'text'}
              value={fields[name]}
              onChange={(event) => onChange({ [name]: event.target.value })}
            />
          </Field>
        ))}
        <DateField
          label={t('form.sentAt')}
          hint={isFullDay(fields.day) ? t('form.sentHint') : t('form.sentWrong')}
          wrong={t('form.sentWrong')}
          value={fields.day}
          onDate={(day) => onChange(day === fields.day ? {} : { day, time: 'T00:00' })}
          onValid={(isDay) => onChange({ isDay })}
          write={dateWords}
          language={locale()}
        />
      </div>
      <AboutFields fields={fields} onChange={onChange} />
    </>
  );
}

/** Names, one by one or as LinkedIn's line; the number it counts beside them. */
function Mutuals({
  fields,
  onChange,
}: {
  readonly fields: Fields;
  readonly onChange: (part: Partial<Fields>) => void;
}) {
  const { t } = useTranslation('invitations');
  const take = (values: readonly string[]) => {
    // A whole line pasted into the field is one new value: taken apart here. Names already there stay as they are.
    const read = values.map((value) =>
      fields.mutualNames.includes(value)
        ? { mutualNames: [value], mutualCount: undefined }
        : mutualsFrom(value),
    );
    const counts = read.flatMap((one) => one?.mutualCount ?? []);
    onChange({
      mutualNames: [...new Set(read.flatMap((one) => one?.mutualNames ?? []))].slice(0, 50),
      ...(counts.length === 0 ? {} : { mutualCount: String(Math.max(...counts)) }),
    });
  };
  return (
    <div className={css.mutuals}>
      <Field label={t('form.mutuals')} hint={t('form.mutualsHint')}>
        <Chips
          values={fields.mutualNames}
          onValues={take}
          removeLabel={(name) => t('form.mutualRemove', { name })}
        />
      </Field>
      <Field
        label={t('form.mutualCount')}
        hint={t('form.mutualCountHint')}
        error={isCount(fields.mutualCount) ? undefined : t('form.mutualCountWrong')}
      >
        <TextInput
          inputMode="numeric"
          value={fields.mutualCount}
          onChange={(event) => onChange({ mutualCount: event.target.value })}
        />
      </Field>
    </div>
  );
}
