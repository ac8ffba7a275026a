import { useFormContext, useWatch } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { TagsField } from '#renderer/people/TagsField.tsx';
import { locale } from '#renderer/strings/i18n.ts';
import { DateField } from '#renderer/ui/DateField.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextArea } from '#renderer/ui/TextInput.tsx';
import { AddMore } from './AddMore.tsx';
import type { FormFields } from './form-fields.ts';
import { FACTS, WAYS, WITH_NAME } from './form-sections.ts';
import type { FormSection, ListSection } from './form-sections.ts';
import { FormSuggestions } from './FormSuggestions.tsx';
import { NameFields, WorkFields } from './NameFields.tsx';
import { PhotoField } from './PhotoField.tsx';
import { ValueSection, writtenDate } from './ValueSection.tsx';
import type { ListProps } from './ValueSection.tsx';

export interface BodyProps extends Omit<ListProps, 'onAdd'> {
  readonly opened: ReadonlySet<FormSection>;
  readonly photo: string;
  /** Opens a part of the form, or adds a line to it. */
  readonly onAdd: (section: FormSection) => void;
}

/** A note as long as an owner types one; what several people's notes were merged into may be longer already. */
const LONGEST_NOTE = 20_000;

/** Everything a card holds, as far as it is filled in or asked for. */
export function PersonFormBody({ list, opened, photo, onAdd, onRemoved, onDate }: BodyProps) {
  const { t } = useTranslation('contacts');
  const { register, formState } = useFormContext<FormFields>();
  const sections = (wanted: readonly ListSection[]) =>
    wanted
      .filter((section) => opened.has(section))
      .map((section) => <ValueSection key={section} {...{ section, list, onAdd, onRemoved, onDate }} />);
  const longest = Math.max(LONGEST_NOTE, (formState.defaultValues?.note ?? '').length);
  return (
    <>
      {opened.has('photo') ? <Photo before={photo} /> : null}
      <NameFields isFull={opened.has('names')} />
      {sections(WITH_NAME)}
      <WorkFields hasUnits={opened.has('units')} />
      {sections(WAYS)}
      {opened.has('bday') ? <Birthday onDate={onDate} /> : null}
      {sections(FACTS)}
      {opened.has('tags') ? <Tags /> : null}
      <Field label={t('form.note')} hint={t('form.noteHint')}>
        <TextArea {...register('note')} maxLength={longest} rows={4} />
      </Field>
      <AddMore opened={opened} onOpen={onAdd} />
      <FormSuggestions opened={opened} />
    </>
  );
}

function Photo({ before }: { readonly before: string }) {
  const { control, setValue } = useFormContext<FormFields>();
  const photo = useWatch({ control, name: 'photo' });
  return (
    <div data-section="photo">
      <PhotoField
        photo={photo ?? before}
        onPhoto={(next) => setValue('photo', next, { shouldDirty: true })}
      />
    </div>
  );
}

function Birthday({ onDate }: Pick<ListProps, 'onDate'>) {
  const { t } = useTranslation('contacts');
  const { control, setValue } = useFormContext<FormFields>();
  const bday = useWatch({ control, name: 'bday' });
  return (
    <div data-section="bday">
      <DateField
        label={t('form.bday')}
        hint={t('form.dateHint')}
        wrong={t('form.dateWrong')}
        value={bday === '' ? undefined : bday}
        onDate={(date) => setValue('bday', date ?? '', { shouldDirty: true })}
        onValid={(isValid) => onDate('bday', isValid)}
        write={writtenDate}
        language={locale()}
      />
    </div>
  );
}

function Tags() {
  const { control, setValue } = useFormContext<FormFields>();
  const tags = useWatch({ control, name: 'tags' });
  return (
    <div data-section="tags">
      <TagsField tags={tags} onTags={(next) => setValue('tags', next, { shouldDirty: true })} />
    </div>
  );
}
