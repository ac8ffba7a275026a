import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { FormProvider, useFieldArray, useForm } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { ContactForm } from '#core/contacts/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { splitName } from '#renderer/people/names.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { useFocusFirst } from '#renderer/ui/focus-first.ts';
import { DetailPane } from '#renderer/ui/Pane.tsx';
import { linesOf } from './AddMore.tsx';
import { emptyValue, fieldsFrom, formFrom } from './form-fields.ts';
import type { FormFields } from './form-fields.ts';
import { sectionsIn } from './form-sections.ts';
import type { FormSection } from './form-sections.ts';
import { nameIn } from './NameFields.tsx';
import type { Person } from './person.ts';
import { PersonFormBody } from './PersonFormBody.tsx';
import { pictureAmong, portraitFrom } from '#renderer/people/portrait.ts';
import { photoOf } from './photo-file.ts';
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
  more: [],
  note: '',
};

/** Changes somebody; the page comes back afterwards. */
export function PersonEditor({ person }: { readonly person: Person }) {
  const { t } = useTranslation('contacts');
  const { id, fn } = person;
  return (
    <PersonForm
      title={t('form.edit', { fn })}
      initial={person.form}
      photo={photoOf(person)}
      onCancel={() => navigate({ section: 'people', id }, { replace: true })}
      onSave={async (form) => {
        const named = nameIn(form);
        const done = await act(
          () => client.contacts.update({ id, form }),
          t('form.updated', { fn: named === '' ? fn : named }),
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
      photo=""
      onCancel={() => navigate({ section: 'people' }, { replace: true })}
      onSave={async (form) => {
        const done = await act(() => client.contacts.create(form), t('form.created', { fn: nameIn(form) }));
        if (done !== undefined) navigate({ section: 'people', id: done.result.id }, { replace: true });
      }}
    />
  );
}

interface PersonFormProps {
  readonly title: string;
  readonly initial: ContactForm;
  /** The picture there is, a `data:` URI or empty. */
  readonly photo: string;
  readonly onSave: (form: ContactForm) => Promise<void>;
  readonly onCancel: () => void;
}

function PersonForm({ title, initial, photo, onSave, onCancel }: PersonFormProps) {
  const { t } = useTranslation('contacts');
  const { t: ui } = useTranslation('ui');
  const [start] = useState(() => fieldsFrom(initial));
  const form = useForm<FormFields>({ defaultValues: start });
  const { handleSubmit, setValue, formState } = form;
  const list = useFieldArray({ control: form.control, name: 'values' });
  const [opened, setOpened] = useState<ReadonlySet<FormSection>>(() => sectionsIn(start, photo !== ''));
  const [wrongDates, setWrongDates] = useState<ReadonlySet<string>>(new Set());
  const element = useFocusFirst<HTMLFormElement>();
  const goTo = useGoTo(element);
  const save = handleSubmit((filled) => onSave(formFrom(filled, initial)));
  const submit = () => {
    // A date says itself what is wrong with it; the others are asked by `save`.
    if (wrongDates.size === 0) void save();
    else element.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  };
  const add = (section: FormSection) => {
    setOpened((before) => new Set([...before, section]));
    const lines = linesOf(section);
    if (lines.length > 0) list.append(lines.map(emptyValue), { shouldFocus: false });
    goTo(section, lines.length > 1 ? 'first' : 'last');
  };
  const takePicture = async (file: File) => {
    const portrait = await portraitFrom(file);
    if (portrait === undefined) return;
    setOpened((before) => new Set([...before, 'photo']));
    setValue('photo', portrait, { shouldDirty: true });
  };
  return (
    <DetailPane label={title}>
      <FormProvider {...form}>
        {/* The keys are those of the fields inside. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <form
          ref={element}
          noValidate
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            submit();
          }}
          onPaste={(event) => {
            const picture = pictureAmong(event.clipboardData.files);
            if (picture !== undefined) void takePicture(picture);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && !event.defaultPrevented && !formState.isDirty) onCancel();
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            // A field that is still being written in hands over what it has.
            if (event.target instanceof HTMLElement) event.target.blur();
            submit();
          }}
        >
          <h1 className={css.title} dir="auto">
            {title}
          </h1>
          <PersonFormBody
            list={list}
            opened={opened}
            photo={photo}
            onAdd={add}
            onRemoved={(section) => goTo(section, 'rest')}
            onDate={(key, isValid) => setWrongDates((before) => marked(before, key, isValid))}
          />
          <div className={css.buttons}>
            <Button type="submit" look="primary" busy={formState.isSubmitting}>
              {t('form.save')}
            </Button>
            <Button onClick={onCancel}>{ui('cancel')}</Button>
          </div>
        </form>
      </FormProvider>
    </DetailPane>
  );
}

function marked(before: ReadonlySet<string>, key: string, isValid: boolean): ReadonlySet<string> {
  if (isValid !== before.has(key)) return before;
  const next = new Set(before);
  if (isValid) next.delete(key);
  else next.add(key);
  return next;
}

/** The newest line of a part, the first of several that came at once, or what is left when one has gone. */
type Line = 'first' | 'last' | 'rest';

const CONTROLS = 'input:not([type="file"]), textarea, select, button';

/** Puts the focus into a part of the form once it is there. */
function useGoTo(form: RefObject<HTMLFormElement | null>) {
  const wish = useRef<{ readonly section: FormSection; readonly line: Line }>(undefined);
  useEffect(() => {
    if (wish.current === undefined) return;
    const { section, line } = wish.current;
    const part = form.current?.querySelector(`[data-section="${section}"]`);
    if (part === null || part === undefined) return;
    wish.current = undefined;
    const lines = part.querySelectorAll('[data-row]');
    const another = line === 'rest' ? part.querySelector<HTMLElement>(':scope > button') : null;
    const place = lines[line === 'first' ? 0 : lines.length - 1] ?? part;
    (another ?? place.querySelector<HTMLElement>(CONTROLS))?.focus();
  });
  return (section: FormSection, line: Line) => {
    wish.current = { section, line };
  };
}
