import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Introduction, IntroductionStep } from '#core/introductions/model.ts';
import type { Day } from '#core/reminders/model.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import { DayField } from '#renderer/keeping-up/DayField.tsx';
import { localToday } from '#renderer/keeping-up/today.ts';
import { stepWords } from '#renderer/people/introduction-words.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DateField } from '#renderer/ui/DateField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea } from '#renderer/ui/TextInput.tsx';
import css from './Introductions.module.css';

/** What is said about a step besides that it was taken. */
export interface Said {
  readonly step: IntroductionStep;
  readonly on?: Day;
  readonly note?: string;
  readonly until?: Day;
}

const isLater = (step: IntroductionStep): boolean => step === 'a_says_later' || step === 'b_says_later';
const isSkip = (step: IntroductionStep): boolean => step === 'skip_a' || step === 'skip_b';

/** Steps that are not taken without a word or a day more. */
export const asksMore = (step: IntroductionStep): boolean =>
  isLater(step) || isSkip(step) || step === 'outcome' || step === 'tell_outcome';

interface StepDialogProps {
  readonly introduction: Introduction;
  readonly step: IntroductionStep;
  /** Whether a note has to say why, and whether that was answered by what they have said themselves. */
  readonly needsReason: boolean;
  /** Another step may be chosen; where it may not, the dialog is about this one. */
  readonly choices?: readonly IntroductionStep[];
  readonly onSave: (said: Said) => void;
  readonly onClose: () => void;
}

/** One step with its day, the day it comes back, or the words that belong to it. */
export function StepDialog({
  introduction,
  step: first,
  needsReason,
  choices,
  onSave,
  onClose,
}: StepDialogProps) {
  const { t } = useTranslation('introductions');
  const { t: ui } = useTranslation('ui');
  const [step, setStep] = useState(first);
  const [on, setOn] = useState<PartialDate | undefined>(localToday());
  const [until, setUntil] = useState<Day>();
  const [note, setNote] = useState('');
  const [isTried, setTried] = useState(false);
  const isDayWrong = on?.length !== 10 || on > localToday();
  const isUntilMissing = isLater(step) && until === undefined;
  const isNoteMissing = needsReason && note.trim() === '';
  const save = () => {
    setTried(true);
    if (isDayWrong || isUntilMissing || isNoteMissing) return;
    onSave({
      step,
      ...(on === localToday() ? {} : { on }),
      ...(note.trim() === '' ? {} : { note }),
      ...(isLater(step) && until !== undefined ? { until } : {}),
    });
  };
  return (
    <Dialog
      title={choices === undefined ? stepWords(introduction, step) : t('dialog.title')}
      closeLabel={ui('close')}
      onClose={onClose}
    >
      <form
        className={css.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {choices === undefined ? null : (
          <Field label={t('dialog.what')}>
            <Select
              value={step}
              options={choices.map((value) => ({ value, label: stepWords(introduction, value) }))}
              onValue={setStep}
            />
          </Field>
        )}
        {isLater(step) ? (
          <DayField
            label={t('dialog.until')}
            onDay={setUntil}
            takesFocus
            error={isTried && isUntilMissing ? t('dialog.untilMissing') : undefined}
          />
        ) : null}
        <NoteField
          step={step}
          needsReason={needsReason}
          isMissing={isTried && isNoteMissing}
          note={note}
          onNote={setNote}
        />
        <WhenField on={on} isWrong={isTried && isDayWrong} onDate={setOn} />
        <div className={css.dialogButtons}>
          <Button onClick={onClose}>{t('dialog.cancel')}</Button>
          <Button look="primary" type="submit">
            {t('dialog.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function WhenField({
  on,
  isWrong,
  onDate,
}: {
  readonly on: PartialDate | undefined;
  readonly isWrong: boolean;
  readonly onDate: (on: PartialDate | undefined) => void;
}) {
  const { t, i18n } = useTranslation('introductions');
  return (
    <DateField
      label={t('dialog.on')}
      hint={t('dialog.onHint')}
      wrong={t('dialog.onWrong')}
      error={isWrong ? t('dialog.onWrong') : undefined}
      value={on}
      onDate={onDate}
      write={dateWords}
      language={i18n.language}
    />
  );
}

function NoteField({
  step,
  needsReason,
  isMissing,
  note,
  onNote,
}: {
  readonly step: IntroductionStep;
  readonly needsReason: boolean;
  readonly isMissing: boolean;
  readonly note: string;
  readonly onNote: (note: string) => void;
}) {
  const { t } = useTranslation('introductions');
  const { label, hint } = wordsFor(step, needsReason);
  return (
    <Field
      label={t(`dialog.${label}`)}
      hint={t(`dialog.${hint}`)}
      error={isMissing ? t('dialog.whyMissing') : undefined}
    >
      <TextArea
        rows={2}
        spellCheck
        maxLength={2000}
        data-autofocus={isLater(step) ? undefined : ''}
        value={note}
        onChange={(event) => onNote(event.target.value)}
      />
    </Field>
  );
}

/** What the note on a step is called, and what it is for. */
function wordsFor(step: IntroductionStep, needsReason: boolean) {
  if (step === 'ask_a' && needsReason) return { label: 'whyAsk', hint: 'whyAskHint' } as const;
  if (isSkip(step)) return { label: 'why', hint: needsReason ? 'whySkip' : 'whyLikes' } as const;
  if (step === 'check_fit') return { label: 'whyFit', hint: 'noteHint' } as const;
  const isOutcome = step === 'outcome' || step === 'tell_outcome';
  return { label: isOutcome ? 'outcome' : 'note', hint: 'noteHint' } as const;
}
