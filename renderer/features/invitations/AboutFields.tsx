import { useTranslation } from 'react-i18next';
import { dateWords } from '#renderer/strings/dates.ts';
import { locale } from '#renderer/strings/i18n.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import type { Fields } from './fields.ts';
import css from './InvitationEditor.module.css';

/** What "About this profile" says, for who has looked. */
export function AboutFields({
  fields,
  onChange,
}: {
  readonly fields: Fields;
  readonly onChange: (part: Partial<Fields>) => void;
}) {
  const { t } = useTranslation('invitations');
  return (
    <fieldset className={css.about}>
      <legend>{t('form.about')}</legend>
      <p className={css.count}>{t('form.aboutHint')}</p>
      <div className={css.pair}>
        <DateField
          label={t('form.joined')}
          hint={t('form.joinedHint')}
          wrong={t('form.joinedWrong')}
          value={fields.joined}
          onDate={(joined) => onChange({ joined })}
          onValid={(isJoined) => onChange({ isJoined })}
          write={dateWords}
          language={locale()}
        />
        {(['contactUpdated', 'photoUpdated'] as const).map((name) => (
          <Field key={name} label={t(`form.${name}`)}>
            <TextInput
              maxLength={200}
              dir="auto"
              value={fields[name]}
              onChange={(event) => onChange({ [name]: event.target.value })}
            />
          </Field>
        ))}
        <Field label={t('form.verified')}>
          <Select
            value={fields.verified}
            onValue={(verified) => onChange({ verified })}
            options={[
              { value: 'unsaid', label: t('form.verifiedUnsaid') },
              { value: 'yes', label: t('form.verifiedYes') },
              { value: 'no', label: t('form.verifiedNo') },
            ]}
          />
        </Field>
      </div>
    </fieldset>
  );
}
