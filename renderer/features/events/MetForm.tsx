import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ContactForm } from '#core/contacts/model.ts';
import { Channel } from '#core/events/model.ts';
import type { Event } from '#core/events/model.ts';
import { PersonPicker } from '#renderer/people/PersonPicker.tsx';
import type { Picked } from '#renderer/people/PersonPicker.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { logMet } from './log-met.ts';
import type { Place } from './log-met.ts';
import css from './EventForm.module.css';

/** On an event's page: one person after the other, keyboard only, the event stays. */
export function EventLogForm({ event: { id, summary, dtstart } }: { readonly event: Event }) {
  return (
    <MetForm
      place={{ event: { kind: 'known', id, summary }, ...(dtstart === undefined ? {} : { metOn: dtstart }) }}
      onDone={() => undefined}
    />
  );
}

/**
 * Whom, what about, introduced by. Picking a person leads on to the note; Enter there saves and leads back to an
 * empty "whom". `onDone` is told after each person saved, with the place as it is now.
 */
export function MetForm({
  place,
  initial,
  initialNote = '',
  details,
  onDone,
  children,
  hasClose = false,
  canSave = true,
}: {
  readonly place: Place;
  readonly initial?: Picked | undefined;
  readonly initialNote?: string;
  /** What else a line has said of somebody new. */
  readonly details?: Partial<ContactForm> | undefined;
  readonly onDone: (isLast: boolean, place: Place) => void;
  /** Further fields: where and when. */
  readonly children?: ReactNode;
  /** Has a button that saves and is done; else every save is followed by the next person. */
  readonly hasClose?: boolean;
  /** False while a further field says something is wrong. */
  readonly canSave?: boolean;
}) {
  const { t } = useTranslation('events');
  const { t: meetings } = useTranslation('meetings');
  const met = useMet({ place, initial, initialNote, details, canSave, onDone });
  const { who, note, introducer, channel, whoField, noteField, save } = met;
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.target instanceof HTMLButtonElement)
      return;
    event.preventDefault();
    void save(hasClose && !event.shiftKey);
  };
  return (
    // The keys belong to the fields inside; the form only listens for Enter.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form className={css.form} onSubmit={(event) => event.preventDefault()} onKeyDown={onKeyDown}>
      <div className={css.pair}>
        <Field
          label={t('met.who')}
          hint={t('met.whoHint')}
          error={met.isMissing ? t('met.whoMissing') : undefined}
        >
          <PersonPicker value={who} canCreate inputRef={whoField} onPick={met.setWho} />
        </Field>
        <Field label={t('met.introducedBy')}>
          <PersonPicker
            value={introducer}
            onPick={met.setIntroducer}
            except={who?.kind === 'known' ? [who.id] : []}
          />
        </Field>
      </div>
      <Field label={t('met.note')}>
        <TextInput
          ref={noteField}
          data-autofocus={initial === undefined ? undefined : ''}
          value={note}
          maxLength={20_000}
          spellCheck
          placeholder={t('met.notePlaceholder')}
          onChange={(event) => met.setNote(event.target.value)}
        />
      </Field>
      {children}
      {hasClose ? (
        <Field label={t('met.channel')}>
          <Select
            value={channel}
            onValue={met.setChannel}
            options={Channel.options.map((value) => ({ value, label: meetings(`channels.${value}`) }))}
          />
        </Field>
      ) : null}
      <div className={css.buttons}>
        {hasClose ? (
          <Button look="primary" busy={met.isBusy} onClick={() => void save(true)}>
            {t('met.save')}
          </Button>
        ) : null}
        <Button look={hasClose ? 'quiet' : 'primary'} busy={met.isBusy} onClick={() => void save(false)}>
          {t('met.saveNext')}
        </Button>
      </div>
    </form>
  );
}

/** What has been filled in so far, and saving it. */
function useMet({
  place,
  initial,
  initialNote,
  details,
  canSave,
  onDone,
}: {
  readonly place: Place;
  readonly initial: Picked | undefined;
  readonly initialNote: string;
  readonly details: Partial<ContactForm> | undefined;
  readonly canSave: boolean;
  readonly onDone: (isLast: boolean, place: Place) => void;
}) {
  const [who, setWho] = useState<Picked | undefined>(initial);
  const [isMissing, setMissing] = useState(false);
  const [note, setNote] = useState(initialNote);
  const [introducer, setIntroducer] = useState<Picked>();
  const [channel, setChannel] = useState<Channel>('in_person');
  const [isBusy, setBusy] = useState(false);
  const whoField = useRef<HTMLInputElement>(null);
  const noteField = useRef<HTMLInputElement>(null);
  // Not while picking: an Enter in the note before the pick has arrived would ask for whom.
  useEffect(() => {
    if (who !== undefined) noteField.current?.focus();
  }, [who]);
  // The line was about the first person saved; the next is somebody else.
  const hasSaved = useRef(false);

  const save = async (isLast: boolean) => {
    setMissing(who === undefined);
    if (who === undefined || isBusy) {
      whoField.current?.focus();
      return;
    }
    if (!canSave) return;
    setBusy(true);
    const done = await logMet({
      who,
      note,
      channel,
      place,
      introducer,
      details: hasSaved.current ? undefined : details,
    });
    setBusy(false);
    if (done === undefined) return;
    hasSaved.current = true;
    setWho(undefined);
    setNote('');
    setIntroducer(undefined);
    whoField.current?.focus();
    onDone(isLast, done);
  };
  return {
    who,
    setWho,
    isMissing: isMissing && who === undefined,
    note,
    setNote,
    introducer,
    setIntroducer,
    channel,
    setChannel,
    isBusy,
    whoField,
    noteField,
    save,
  };
}
