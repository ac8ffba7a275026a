import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactForm } from '#core/contacts/model.ts';
import { EventPicker } from '#renderer/meetings/EventPicker.tsx';
import type { Picked } from '#renderer/people/PersonPicker.tsx';
import { dateWords } from '#renderer/strings/dates.ts';
import { locale } from '#renderer/strings/i18n.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import type { Place } from './log-met.ts';
import { MetForm } from './MetForm.tsx';
import css from './EventForm.module.css';

/** All fields of a meeting, filled with what a line has said so far. The event and the day stay for the next person. */
export function MetFields({
  initial,
  note,
  details,
  place,
  onKeep,
  onClose,
  children,
}: {
  readonly initial: Picked | undefined;
  readonly note: string;
  readonly details: Partial<ContactForm>;
  readonly place: Place;
  readonly onKeep: (place: Place) => void;
  readonly onClose: () => void;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation('events');
  const [event, setEvent] = useState(place.event);
  const [metOn, setMetOn] = useState(place.metOn);
  const [isDateValid, setDateValid] = useState(true);
  return (
    <>
      <MetForm
        hasClose
        canSave={isDateValid}
        place={{ event, metOn, location: place.location }}
        initial={initial}
        initialNote={note}
        details={details}
        onDone={(isLast, stays) => {
          setEvent(stays.event);
          onKeep(stays);
          if (isLast) onClose();
        }}
      >
        <div className={css.pair}>
          <Field label={t('met.event')} hint={t('met.eventHint')}>
            <EventPicker value={event} onPick={setEvent} />
          </Field>
          <DateField
            label={t('met.metOn')}
            hint={t('form.dateHint')}
            wrong={t('form.dateWrong')}
            value={metOn}
            onDate={setMetOn}
            onValid={setDateValid}
            write={dateWords}
            language={locale()}
          />
        </div>
      </MetForm>
      <div className={css.buttons}>{children}</div>
    </>
  );
}
