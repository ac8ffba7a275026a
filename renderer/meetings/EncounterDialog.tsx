import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Channel } from '#core/events/model.ts';
import type { Encounter } from '#core/events/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { PersonPicker } from '#renderer/people/PersonPicker.tsx';
import type { Picked } from '#renderer/people/PersonPicker.tsx';
import { dateWords } from '#renderer/strings/dates.ts';
import { locale } from '#renderer/strings/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DateField } from '#renderer/ui/DateField.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea, TextInput } from '#renderer/ui/TextInput.tsx';
import { EventPicker } from './EventPicker.tsx';
import type { PickedEvent } from './EventPicker.tsx';
import css from './Meetings.module.css';

/** A press that opens a meeting for correction. */
export function EditEncounter({
  encounter,
  className,
}: {
  readonly encounter: Encounter;
  readonly className?: string | undefined;
}) {
  const { t } = useTranslation('meetings');
  const [isOpen, setOpen] = useState(false);
  const label = t('edit.open', { fn: encounter.fn });
  return (
    <>
      <button
        type="button"
        className={className}
        aria-label={label}
        title={label}
        onClick={() => setOpen(true)}
      >
        <Pencil size={14} strokeWidth={1.75} aria-hidden />
      </button>
      {isOpen ? <EncounterDialog encounter={encounter} onClose={() => setOpen(false)} /> : null}
    </>
  );
}

function EncounterDialog({
  encounter,
  onClose,
}: {
  readonly encounter: Encounter;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('meetings');
  const { t: ui } = useTranslation('ui');
  return (
    <Dialog
      title={t('edit.title', { fn: encounter.fn })}
      closeLabel={ui('close')}
      onClose={onClose}
      size="wide"
    >
      <EncounterForm encounter={encounter} onClose={onClose} />
    </Dialog>
  );
}

/** What has been changed so far, and saving it. */
function useEdit(encounter: Encounter, onClose: () => void) {
  const { t } = useTranslation('meetings');
  const { id, fn, eventId, eventSummary, metOn, location, channel, note, introducedBy } = encounter;
  const [event, setEvent] = useState<PickedEvent | undefined>(
    eventId === undefined ? undefined : { kind: 'known', id: eventId, summary: eventSummary },
  );
  const [introducer, setIntroducer] = useState<Picked | undefined>(
    introducedBy === undefined ? undefined : { kind: 'known', ...introducedBy },
  );
  const [fields, setFields] = useState({ metOn, location, channel, note });
  const [isDate, setDate] = useState(true);
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    if (!isDate || isBusy) return;
    setBusy(true);
    const done = await act(
      () =>
        client.events.updateEncounter({
          id,
          form: {
            location: fields.location,
            // Introduced by nobody any more: they met in person then.
            channel:
              introducer === undefined && fields.channel === 'introduced' ? 'in_person' : fields.channel,
            note: fields.note,
            ...(fields.metOn !== undefined && { metOn: fields.metOn }),
            ...(event?.kind === 'known' && { eventId: event.id }),
            ...(introducer?.kind === 'known' && { introducedBy: introducer.id }),
          },
        }),
      t('edit.saved', { fn }),
    );
    setBusy(false);
    if (done !== undefined) onClose();
  };
  const change = (part: Partial<typeof fields>) => setFields((before) => ({ ...before, ...part }));
  return { event, setEvent, introducer, setIntroducer, fields, change, setDate, isBusy, save };
}

function EncounterForm({
  encounter,
  onClose,
}: {
  readonly encounter: Encounter;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('meetings');
  const { t: ui } = useTranslation('ui');
  const edit = useEdit(encounter, onClose);
  const { fields, change } = edit;
  return (
    // The keys are those of the fields inside.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        void edit.save();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void edit.save();
      }}
    >
      <div className={css.pair}>
        <DateField
          label={t('edit.when')}
          hint={t('edit.whenHint')}
          wrong={t('edit.whenWrong')}
          value={fields.metOn}
          onDate={(metOn) => change({ metOn })}
          onValid={edit.setDate}
          write={dateWords}
          language={locale()}
        />
        <Field label={t('edit.how')}>
          <Select
            value={edit.introducer === undefined ? fields.channel : 'introduced'}
            disabled={edit.introducer !== undefined}
            onValue={(channel) => change({ channel })}
            options={Channel.options.map((value) => ({ value, label: t(`channels.${value}`) }))}
          />
        </Field>
        <Field label={t('edit.event')} hint={t('edit.eventHint')}>
          <EventPicker value={edit.event} canCreate={false} onPick={edit.setEvent} />
        </Field>
        <Field label={t('edit.place')}>
          <TextInput
            maxLength={300}
            value={fields.location}
            onChange={(event) => change({ location: event.target.value })}
          />
        </Field>
      </div>
      <Field label={t('edit.introducedBy')}>
        <PersonPicker value={edit.introducer} onPick={edit.setIntroducer} except={[encounter.contactId]} />
      </Field>
      <Field label={t('edit.about')}>
        <TextArea
          rows={4}
          spellCheck
          maxLength={20_000}
          value={fields.note}
          onChange={(event) => change({ note: event.target.value })}
        />
      </Field>
      <div className={css.buttons}>
        <Button onClick={onClose}>{ui('cancel')}</Button>
        <Button type="submit" look="primary" busy={edit.isBusy}>
          {t('edit.save')}
        </Button>
      </div>
    </form>
  );
}
