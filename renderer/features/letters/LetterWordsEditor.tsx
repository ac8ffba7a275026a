import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LetterLanguage, Tone } from '#core/introductions/model.ts';
import { LONGEST_BODY, LONGEST_SUBJECT } from '#core/introductions/own-letters.ts';
import type { TemplateForm } from '#core/introductions/own-letters.ts';
import type { LetterPart, TemplateMistake } from '#core/introductions/template-mistake.ts';
import type { Variable } from '#core/introductions/variable-names.ts';
import { orpc } from '#renderer/client/queries.ts';
import { useSettled } from '#renderer/drafts/settled.ts';
import type { UnsavedLetter } from '#renderer/store/own-letter.ts';
import { useStore } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { inserted } from './completion.ts';
import type { Written } from './completion.ts';
import { InsertVariable } from './InsertVariable.tsx';
import { Preview } from './Preview.tsx';
import type { SampleReader } from './Preview.tsx';
import { TemplateField } from './TemplateField.tsx';
import css from './Letters.module.css';

interface EditorProps {
  readonly opened: UnsavedLetter;
  /** By a press, after which one goes on in it; else it stood open already. */
  readonly isJustOpened: boolean;
  readonly onSave: (form: TemplateForm) => Promise<void>;
  readonly onClose: () => void;
}

/** A letter of the owner's own: its words, what can be filled in, and how it reads. */
export function LetterWordsEditor({ opened, isJustOpened, onSave, onClose }: EditorProps) {
  const { t } = useTranslation('letters');
  const { t: say } = useTranslation('drafts');
  const words = useWords(opened);
  const { form, parts } = words;
  const [reader, setReader] = useState<SampleReader>({
    address: form.tone === 'formal' ? 'formal' : 'informal',
    knowledge: 'much',
  });
  const preview = usePreview(form, reader);
  const wrong = (part: LetterPart) => preview?.mistakes.find((mistake) => mistake.part === part);
  const [isSaving, setSaving] = useState(false);
  const save = async () => {
    setSaving(true);
    await onSave(form);
    setSaving(false);
  };
  return (
    <form
      className={css.editor}
      aria-label={say(`kind.${form.kind}`)}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <h3 className={css.title}>{say(`kind.${form.kind}`)}</h3>
      <StyleFields form={form} isJustOpened={isJustOpened} onForm={words.change} />
      <div className={css.columns}>
        <div className={css.writing}>
          <TemplateField
            label={say('subject')}
            rows={1}
            lang={form.language}
            maxLength={LONGEST_SUBJECT}
            error={useMistakeWords(wrong('subject'))}
            {...parts.subject}
          />
          <TemplateField
            label={say('body')}
            rows={14}
            lang={form.language}
            maxLength={LONGEST_BODY}
            error={useMistakeWords(wrong('body'))}
            {...parts.body}
          />
          <InsertVariable onInsert={words.insert} />
        </div>
        <Preview preview={preview} language={form.language} reader={reader} onReader={setReader} />
      </div>
      <p className={css.quiet}>
        {t('howTo', {
          open: '{% if event %}',
          close: '{% endif %}',
          choice: '{{ "du" | formally: "Sie" }}',
        })}
      </p>
      <div className={css.buttons}>
        <Button type="submit" look="primary" busy={isSaving} disabled={form.body.trim() === ''}>
          {t('save')}
        </Button>
        <Button onClick={onClose}>{t('cancel')}</Button>
      </div>
    </form>
  );
}

function StyleFields({
  form,
  isJustOpened,
  onForm,
}: {
  readonly form: TemplateForm;
  readonly isJustOpened: boolean;
  readonly onForm: (change: Partial<TemplateForm>) => void;
}) {
  const { t, i18n } = useTranslation('letters');
  const { t: say } = useTranslation('drafts');
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  return (
    <div className={css.choices}>
      <Field label={say('style.language')}>
        <Select
          // Pressing the button opens the letter, and one goes on in it.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus={isJustOpened}
          value={form.language}
          onValue={(language) => onForm({ language })}
          options={LetterLanguage.options.map((value) => ({ value, label: names.of(value) ?? value }))}
        />
      </Field>
      <Field label={say('style.tone')}>
        <Select
          value={form.tone}
          onValue={(tone) => onForm({ tone })}
          options={Tone.options.map((value) => ({ value, label: say(`tone.${value}`) }))}
        />
      </Field>
      <Field label={t('name')} hint={form.name.trim() === '' ? t('nameless') : t('named')}>
        <TextInput
          maxLength={100}
          value={form.name}
          onChange={({ target }) => onForm({ name: target.value })}
        />
      </Field>
    </div>
  );
}

/** Whatever is written waits in the page's memory, so that going elsewhere loses nothing. */
function useKept({ id, start, style, typed }: UnsavedLetter): void {
  const keep = useStore((state) => state.keepLetter);
  const isTouched = style !== start || Object.keys(typed).length > 0;
  useEffect(() => {
    if (isTouched) keep({ id, start, style, typed });
  }, [keep, isTouched, id, start, style, typed]);
}

/**
 * The words being written. A new letter that nobody has typed into follows its language and tone, as a copy of the one
 * that comes with the program.
 */
function useWords({ id, start, ...was }: UnsavedLetter) {
  const isNew = id === undefined;
  const [style, setStyle] = useState(was.style);
  const [typed, setTyped] = useState(was.typed);
  useKept({ id, start, style, typed });
  const [carets, setCarets] = useState<Partial<Record<LetterPart, number>>>({});
  const [last, setLast] = useState<LetterPart>('body');
  const fields = { subject: useRef<HTMLTextAreaElement>(null), body: useRef<HTMLTextAreaElement>(null) };
  const { kind, language, tone } = style;
  const shipped = useQuery({
    ...orpc.letters.shipped.queryOptions({ input: { kind, language, tone } }),
    enabled: isNew,
    placeholderData: keepPreviousData,
  });
  const textOf = (part: LetterPart): string =>
    typed[part] ?? (isNew ? (shipped.data?.[part] ?? '') : start[part]);
  const write = (part: LetterPart, written: Written) => {
    // A subject is one line, whatever is pasted into it.
    const text = part === 'subject' ? written.text.replaceAll(/[\r\n]+/g, ' ') : written.text;
    // Moving the cursor is not writing.
    if (text !== textOf(part)) setTyped((before) => ({ ...before, [part]: text }));
    setCarets((before) => ({ ...before, [part]: Math.min(written.caret, text.length) }));
  };
  const partOf = (part: LetterPart) => ({
    written: { text: textOf(part), caret: carets[part] ?? 0 },
    onWritten: (written: Written) => write(part, written),
    onFocus: () => setLast(part),
    field: fields[part],
  });
  return {
    form: { ...style, subject: textOf('subject'), body: textOf('body') },
    change: (change: Partial<TemplateForm>) => setStyle({ ...style, ...change }),
    parts: { subject: partOf('subject'), body: partOf('body') },
    insert: (variable: Variable) => {
      const field = fields[last].current;
      if (field === null) return;
      write(last, inserted(field.value, field.selectionStart, field.selectionEnd, variable));
      field.focus();
    },
  };
}

function usePreview(form: TemplateForm, reader: SampleReader) {
  const { kind, language, tone, subject, body } = form;
  const settled = useSettled(JSON.stringify({ kind, language, tone, subject, body, ...reader }));
  // What was written as text a line above.
  const input = JSON.parse(settled) as Omit<TemplateForm, 'name'> & SampleReader;
  return useQuery({
    ...orpc.letters.preview.queryOptions({ input }),
    placeholderData: keepPreviousData,
    // Every pause is another letter; nobody comes back to one of them.
    gcTime: 10_000,
  }).data;
}

function useMistakeWords(mistake: TemplateMistake | undefined): string | undefined {
  const { t } = useTranslation('letters');
  if (mistake === undefined) return undefined;
  return t(`mistake.${mistake.code}`, { line: mistake.line, what: mistake.what });
}
