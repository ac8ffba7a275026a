import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Day } from '#core/reminders/model.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { parseComingDay } from '#renderer/ui/coming-day.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';

/** A day to come, typed as people write it; under it stands how it was understood. */
export function DayField({
  label,
  onDay,
  error,
  takesFocus = false,
}: {
  readonly label: string;
  readonly onDay: (day: Day | undefined) => void;
  readonly error?: string | undefined;
  /** In a dialog: the first field to write in. */
  readonly takesFocus?: boolean;
}) {
  const { t, i18n } = useTranslation('reminders');
  const [text, setText] = useState('');
  const [day, setDay] = useState<Day>();
  const isWrong = text.trim() !== '' && day === undefined;
  return (
    <Field
      label={label}
      error={error !== undefined && day === undefined ? error : ''}
      hint={isWrong ? t('day.wrong') : day === undefined ? t('day.hint') : dateWords(day)}
    >
      <TextInput
        value={text}
        data-autofocus={takesFocus ? '' : undefined}
        onChange={(event) => {
          const read = parseComingDay(event.target.value, i18n.language, new Date());
          setText(event.target.value);
          setDay(read);
          onDay(read);
        }}
      />
    </Field>
  );
}
