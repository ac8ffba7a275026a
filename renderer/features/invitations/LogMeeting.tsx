import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Event, EventId } from '#core/events/model.ts';
import type { Invitation, Reason } from '#core/invitations/model.ts';
import type { PartialDate } from '#core/shared/dates.ts';
import { isOnItsWay } from '#renderer/client/on-its-way.ts';
import { orpc } from '#renderer/client/queries.ts';
import { dateWords, spanWords } from '#renderer/strings/dates.ts';
import { locale } from '#renderer/strings/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Combobox } from '#renderer/ui/Combobox.tsx';
import { DateField } from '#renderer/ui/DateField.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Row } from '#renderer/ui/Row.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { logMeeting } from './log-meeting.ts';
import css from './Missing.module.css';

interface Where {
  /** What stands in the field: the event's name, or a place. */
  readonly text: string;
  readonly eventId?: EventId | undefined;
}

/** The event the message names, if the book has it: the likeliest answer to "where". */
function named(reasons: readonly Reason[]): { where: Where; metOn?: PartialDate | undefined } {
  const found = reasons.find(({ code, source }) => code === 'event_attended' && source?.kind === 'event');
  if (found?.source?.kind !== 'event') return { where: { text: '' } };
  const where = { text: String(found.params['event'] ?? ''), eventId: found.source.eventId };
  return { where, metOn: found.on };
}

/** "Yes, I remember": where, when and what about, on the card itself. */
export function LogMeeting({
  invitation,
  reasons,
  onDone,
}: {
  readonly invitation: Invitation;
  readonly reasons: readonly Reason[];
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('invitations');
  const [guess] = useState(() => named(reasons));
  const [where, setWhere] = useState<Where>(guess.where);
  const [metOn, setMetOn] = useState<PartialDate | undefined>(guess.metOn);
  const [isDate, setDate] = useState(true);
  const [note, setNote] = useState('');
  const [isBusy, setBusy] = useState(false);
  const save = async () => {
    if (!isDate || isBusy) return;
    setBusy(true);
    const done = await logMeeting(invitation, { place: where.text, eventId: where.eventId, metOn, note });
    setBusy(false);
    if (done) onDone();
  };
  return (
    <form
      className={css.meeting}
      aria-label={t('meeting.title', { fn: invitation.fn })}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3 className={css.title}>{t('meeting.title', { fn: invitation.fn })}</h3>
      <div className={css.pair}>
        <Field label={t('meeting.where')} hint={t('meeting.whereHint')}>
          <WherePicker
            where={where}
            onWhere={setWhere}
            onDay={(day) => setMetOn((before) => before ?? day)}
          />
        </Field>
        <DateField
          label={t('meeting.when')}
          hint={t('meeting.whenHint')}
          wrong={t('meeting.whenWrong')}
          value={metOn}
          onDate={setMetOn}
          onValid={setDate}
          write={dateWords}
          language={locale()}
        />
      </div>
      <Field label={t('meeting.about')}>
        <TextInput
          spellCheck
          maxLength={20_000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </Field>
      <div className={css.buttons}>
        <Button look="primary" type="submit" busy={isBusy}>
          {t('meeting.save')}
        </Button>
        <Button look="plain" onClick={onDone}>
          {t('meeting.cancel')}
        </Button>
      </div>
    </form>
  );
}

/** An event of the book as its name is typed; anything else typed is a place. */
function WherePicker({
  where,
  onWhere,
  onDay,
}: {
  readonly where: Where;
  readonly onWhere: (where: Where) => void;
  readonly onDay: (day: PartialDate | undefined) => void;
}) {
  const { t } = useTranslation('invitations');
  const text = where.text.trim();
  const found = useQuery({
    ...orpc.events.list.queryOptions({ input: { text, page: { offset: 0, limit: 8 } } }),
    enabled: where.eventId === undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <Combobox<Event>
      // It opens because this very field was asked for.
      // eslint-disable-next-line jsx-a11y/no-autofocus
      autoFocus
      text={where.text}
      onText={(typed) => onWhere({ text: typed })}
      options={where.eventId === undefined ? (found.data?.rows ?? []) : []}
      isPending={isOnItsWay(found)}
      keyOf={({ id }) => id}
      render={({ summary, dtstart, dtend }) => <Row title={summary} note={spanWords(dtstart, dtend)} />}
      onChoose={({ id, summary, dtstart }) => {
        onWhere({ text: summary, eventId: id });
        onDay(dtstart);
      }}
      create={
        text === '' || where.eventId !== undefined
          ? undefined
          : { label: t('meeting.place', { text }), run: () => onWhere({ text }) }
      }
      none={t('meeting.noEvent')}
      listLabel={t('meeting.events')}
    />
  );
}
