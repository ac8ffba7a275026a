import { useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { ContactForm } from '#core/contacts/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { splitName } from '#renderer/people/names.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Chips } from '#renderer/ui/Chips.tsx';
import { useFocusFirst } from '#renderer/ui/focus-first.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { DetailPane } from '#renderer/ui/Pane.tsx';
import { TextArea, TextInput } from '#renderer/ui/TextInput.tsx';
import type { Person } from './person.ts';
import css from './PersonForm.module.css';

const EMPTY: ContactForm = {
  given: '',
  family: '',
  suffix: '',
  nickname: '',
  org: '',
  title: '',
  emails: [],
  tels: [],
  urls: [],
  note: '',
};

const nameOf = ({ given, family, nickname, org }: ContactForm): string =>
  [given, family]
    .filter((part) => part.trim() !== '')
    .join(' ')
    .trim() ||
  nickname.trim() ||
  org.trim();

/** Changes somebody; the page comes back afterwards. */
export function PersonEditor({ person }: { readonly person: Person }) {
  const { t } = useTranslation('contacts');
  const { id, fn } = person;
  return (
    <PersonForm
      title={t('form.edit', { fn })}
      initial={person.form}
      onCancel={() => navigate({ section: 'people', id }, { replace: true })}
      onSave={async (form) => {
        const done = await act(
          () => client.contacts.update({ id, form }),
          t('form.updated', { fn: nameOf(form) }),
        );
        if (done !== undefined) navigate({ section: 'people', id }, { replace: true });
      }}
    />
  );
}

/** Adds somebody; a name searched for in vain is already filled in. */
export function NewPerson() {
  const { t } = useTranslation('contacts');
  const fn = useStore(({ route }) => route.params?.['fn'] ?? '');
  return (
    <PersonForm
      key={fn}
      title={t('form.new')}
      initial={{ ...EMPTY, ...splitName(fn) }}
      onCancel={() => navigate({ section: 'people' }, { replace: true })}
      onSave={async (form) => {
        const done = await act(() => client.contacts.create(form), t('form.created', { fn: nameOf(form) }));
        if (done !== undefined) navigate({ section: 'people', id: done.result.id }, { replace: true });
      }}
    />
  );
}

function PersonForm({
  title,
  initial,
  onSave,
  onCancel,
}: {
  readonly title: string;
  readonly initial: ContactForm;
  readonly onSave: (form: ContactForm) => Promise<void>;
  readonly onCancel: () => void;
}) {
  const { t } = useTranslation('contacts');
  const { t: ui } = useTranslation('ui');
  const { control, register, handleSubmit, setValue, formState } = useForm<ContactForm>({
    defaultValues: initial,
  });
  const [isNameless, setNameless] = useState(false);
  const [emails, tels, urls] = useWatch({ control, name: ['emails', 'tels', 'urls'] });
  const lists = { emails, tels, urls };
  const form = useFocusFirst<HTMLFormElement>();
  const save = handleSubmit(async (filled) => {
    setNameless(nameOf(filled) === '');
    if (nameOf(filled) !== '') await onSave(filled);
  });
  const several = (name: 'emails' | 'tels' | 'urls', inputType: 'email' | 'tel' | 'url') => (
    <Field label={t(`form.${name}`)} hint={name === 'urls' ? t('form.urlsHint') : t('form.listHint')}>
      <Chips
        values={lists[name]}
        onValues={(values) => setValue(name, values, { shouldDirty: true })}
        removeLabel={(value) => t('form.remove', { value })}
        inputType={inputType}
      />
    </Field>
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
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          // A field that is still being written in hands over what it has.
          if (event.target instanceof HTMLElement) event.target.blur();
          void save();
        }}
      >
        <h1 className={css.title} dir="auto">
          {title}
        </h1>
        <div className={css.names}>
          <Field label={t('form.given')} error={isNameless ? t('form.nameless') : undefined}>
            <TextInput {...register('given')} maxLength={200} />
          </Field>
          <Field label={t('form.family')}>
            <TextInput {...register('family')} maxLength={200} />
          </Field>
          <Field label={t('form.suffix')}>
            <TextInput {...register('suffix')} maxLength={100} placeholder={t('form.suffixHint')} />
          </Field>
        </div>
        <div className={css.pair}>
          <Field label={t('form.title')}>
            <TextInput {...register('title')} maxLength={300} />
          </Field>
          <Field label={t('form.org')}>
            <TextInput {...register('org')} maxLength={300} />
          </Field>
        </div>
        {several('emails', 'email')}
        {several('tels', 'tel')}
        {several('urls', 'url')}
        <Field label={t('form.nickname')}>
          <TextInput {...register('nickname')} maxLength={200} />
        </Field>
        <Field label={t('form.note')} hint={t('form.noteHint')}>
          <TextArea {...register('note')} maxLength={20_000} rows={4} />
        </Field>
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
