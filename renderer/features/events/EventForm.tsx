import { useState } from 'react';
import type { ReactNode } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import type { UseFormReturn } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { Event, EventForm as Form } from '#core/events/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { locale } from '#renderer/strings/i18n.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DateField } from '#renderer/ui/DateField.tsx';
import { useFocusFirst } from '#renderer/ui/focus-first.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { DetailPane } from '#renderer/ui/Pane.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextArea, TextInput } from '#renderer/ui/TextInput.tsx';
import { kindOptions } from './kinds.ts';
import { SeriesInput } from './SeriesInput.tsx';
import css from './EventForm.module.css';

/** Changes an event; its page comes back afterwards. */
export function EventEditor({ event }: { readonly event: Event }) {
  const { t } = useTranslation('events');
  const { id, metCount: _count, ...initial } = event;
  return (
    <EventForm
      title={t('form.edit', { summary: event.summary })}
      initial={initial}
      onCancel={() => navigate({ section: 'events', id }, { replace: true })}
      onSave={async (form) => {
        const done = await act(
          () => client.events.update({ id, form }),
          t('form.updated', { summary: form.summary }),
        );
        if (done !== undefined) navigate({ section: 'events', id }, { replace: true });
      }}
    />
  );
}

/** Adds an event; a name searched for in vain is already filled in. */
export function NewEvent() {
  const { t } = useTranslation('events');
  const params = useStore(({ route }) => route.params);
  const summary = params?.['summary'] ?? '';
  return (
    <EventForm
      key={summary}
      title={t('form.new')}
      initial={{
        summary,
        location: '',
        url: '',
        description: '',
        kind: '',
        organizer: '',
        series: params?.['series'] ?? '',
      }}
      onCancel={() => navigate({ section: 'events' }, { replace: true })}
      onSave={async (form) => {
        const done = await act(
          () => client.events.create(form),
          t('form.created', { summary: form.summary }),
        );
        if (done !== undefined) navigate({ section: 'events', id: done.result.id }, { replace: true });
      }}
    />
  );
}

/** An end before its beginning, as far as both are known: `2024` and `2024-05` do not contradict each other. */
const isTurned = ({ dtstart, dtend }: Form): boolean => {
  if (dtstart === undefined || dtend === undefined || dtstart.startsWith('--') || dtend.startsWith('--'))
    return false;
  const known = Math.min(dtstart.length, dtend.length);
  return dtend.slice(0, known) < dtstart.slice(0, known);
};

function EventForm({
  title,
  initial,
  onSave,
  onCancel,
}: {
  readonly title: string;
  readonly initial: Form;
  readonly onSave: (form: Form) => Promise<void>;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation('events');
  const { t: ui } = useTranslation('ui');
  const hooks = useForm<Form>({ defaultValues: initial });
  const { control, register, handleSubmit, setValue, setError, clearErrors, formState } = hooks;
  const [wrongDates, setWrongDates] = useState<ReadonlySet<string>>(new Set());
  const [dtstart, dtend] = useWatch({ control, name: ['dtstart', 'dtend'] });
  const dates = { dtstart, dtend };
  const form = useFocusFirst<HTMLFormElement>();
  const save = handleSubmit(async (filled) => {
    if (wrongDates.size > 0) return;
    if (isTurned(filled)) setError('dtend', { message: t('form.datesTurned') });
    else await onSave(filled);
  });
  const date = (name: 'dtstart' | 'dtend') => (
    <DateField
      label={t(`form.${name}`)}
      hint={t('form.dateHint')}
      error={formState.errors[name]?.message}
      wrong={t('form.dateWrong')}
      value={dates[name]}
      onDate={(value) => {
        clearErrors('dtend');
        setValue(name, value, { shouldDirty: true });
      }}
      onValid={(isValid) =>
        setWrongDates((before) => {
          const next = new Set(before);
          if (isValid) next.delete(name);
          else next.add(name);
          return next;
        })
      }
      write={dateWords}
      language={locale()}
    />
  );
  return (
    <DetailPane label={title}>
      {/* The keys are those of the fields inside. */}
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <form
        ref={form}
        className={css.form}
        onSubmit={(event) => void save(event)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && !event.defaultPrevented && !formState.isDirty) onCancel();
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
        }}
      >
        <h1 className={css.title} dir="auto">
          {title}
        </h1>
        <Field label={t('form.summary')} error={formState.errors.summary?.message}>
          <TextInput
            {...register('summary', { validate: (text) => text.trim() !== '' || t('form.nameless') })}
            maxLength={300}
          />
        </Field>
        <Details form={hooks} date={date} />
        <div className={css.buttons}>
          <Button type="submit" look="primary" busy={formState.isSubmitting}>
            {t('form.save')}
          </Button>
          <Button onClick={onCancel}>{ui('cancel')}</Button>
        </div>
      </form>
    </DetailPane>
  );
}

/** All but the name. */
function Details({
  form: { control, register, setValue },
  date,
}: {
  readonly form: UseFormReturn<Form>;
  readonly date: (name: 'dtstart' | 'dtend') => ReactNode;
}) {
  const { t } = useTranslation('events');
  const kind = useWatch({ control, name: 'kind' });
  return (
    <>
      <div className={css.pair}>
        <Field label={t('form.kind')}>
          <Select
            value={kind}
            onValue={(value) => setValue('kind', value, { shouldDirty: true })}
            options={[{ value: '', label: t('kinds.none') }, ...kindOptions()]}
          />
        </Field>
        <Field label={t('form.location')}>
          <TextInput {...register('location')} maxLength={300} />
        </Field>
      </div>
      <div className={css.pair}>
        {date('dtstart')}
        {date('dtend')}
      </div>
      <div className={css.pair}>
        <Field label={t('form.organizer')}>
          <TextInput {...register('organizer')} maxLength={300} />
        </Field>
        <Field label={t('form.series')} hint={t('form.seriesHint')}>
          <SeriesInput {...register('series')} />
        </Field>
      </div>
      <Field label={t('form.url')}>
        <TextInput {...register('url')} maxLength={2000} inputMode="url" />
      </Field>
      <Field label={t('form.description')}>
        <TextArea {...register('description')} maxLength={20_000} rows={4} />
      </Field>
    </>
  );
}
