import { useQuery } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterTemplate } from '#api/letters.ts';
import { DraftKind } from '#core/introductions/model.ts';
import type { TemplateForm } from '#core/introductions/own-letters.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { orpc } from '#renderer/client/queries.ts';
import type { UnsavedLetter } from '#renderer/store/own-letter.ts';
import { useStore } from '#renderer/store/store.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { LetterWordsEditor } from './LetterWordsEditor.tsx';
import css from './Letters.module.css';

/** The letters the owner has put into their own words, and the way to write another. For Settings. */
export function OwnLetters() {
  const { t } = useTranslation('letters');
  const showToast = useStore((state) => state.showToast);
  const { data = [] } = useQuery(orpc.letters.list.queryOptions());
  const [kind, setKind] = useState<DraftKind>('reconnect');
  const unsaved = useStore((state) => state.unsavedLetter);
  const keep = useStore((state) => state.keepLetter);
  // One that was left half written stands open again.
  const [editing, setEditing] = useState(unsaved);
  // The way back: the cursor is where it was pressed.
  const [wasOpen, setWasOpen] = useState(false);
  const open = (next: UnsavedLetter) => {
    setEditing(next);
    setWasOpen(true);
  };
  const begin = (id: UnsavedLetter['id'], start: TemplateForm) =>
    open({ id, start, style: start, typed: {} });
  const close = () => {
    setEditing(undefined);
    setWasOpen(true);
    keep(undefined);
  };
  const cancel = () => {
    close();
    if (unsaved === undefined) return;
    const goOn = () => {
      keep(unsaved);
      open(unsaved);
    };
    showToast({ text: t('putAway'), tone: 'done', action: { label: t('goOn'), run: goOn } });
  };
  const save = async (form: TemplateForm) => {
    const { id } = editing ?? {};
    const done = await act(() => client.letters.save({ form, ...(id !== undefined && { id }) }), t('saved'));
    if (done !== undefined) close();
  };
  return (
    <PaneSection title={t('title')}>
      <p className={css.quiet}>{t('why')}</p>
      {editing === undefined ? (
        <>
          <LetterList letters={data} onEdit={({ id, ...start }) => begin(id, start)} />
          <div className={css.begin}>
            <KindSelect kind={kind} onKind={setKind} />
            <Button
              // eslint-disable-next-line jsx-a11y/no-autofocus
              autoFocus={wasOpen}
              onClick={() =>
                begin(undefined, { kind, language: 'en', tone: 'warm', name: '', subject: '', body: '' })
              }
            >
              {t('write')}
            </Button>
          </div>
        </>
      ) : (
        <>
          {wasOpen ? null : (
            <p className={css.quiet} role="status">
              {t('leftOpen')}
            </p>
          )}
          <LetterWordsEditor opened={editing} isJustOpened={wasOpen} onSave={save} onClose={cancel} />
        </>
      )}
    </PaneSection>
  );
}

function KindSelect({
  kind,
  onKind,
}: {
  readonly kind: DraftKind;
  readonly onKind: (kind: DraftKind) => void;
}) {
  const { t } = useTranslation('letters');
  const { t: say } = useTranslation('drafts');
  return (
    <Field label={t('kind')}>
      <Select
        value={kind}
        onValue={onKind}
        options={DraftKind.options.map((value) => ({ value, label: say(`kind.${value}`) }))}
      />
    </Field>
  );
}

function LetterList({
  letters,
  onEdit,
}: {
  readonly letters: readonly LetterTemplate[];
  readonly onEdit: (letter: LetterTemplate) => void;
}) {
  const { t, i18n } = useTranslation('letters');
  const { t: say } = useTranslation('drafts');
  if (letters.length === 0) return null;
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  return (
    <ul className={css.list} aria-label={t('title')}>
      {letters.map((letter) => {
        const { id, kind, name, language, tone } = letter;
        const what = t('letter', {
          kind: say(`kind.${kind}`),
          language: names.of(language) ?? language,
          tone: say(`tone.${tone}`),
        });
        const called = name === '' ? what : t('letterNamed', { letter: what, name });
        return (
          <li key={id}>
            <span className={css.what}>
              {what} <span className={css.quiet}>{name === '' ? t('inPlace') : t('further', { name })}</span>
            </span>
            <IconButton icon={Pencil} label={t('edit', { letter: called })} onClick={() => onEdit(letter)} />
            <IconButton
              icon={Trash2}
              label={t('delete', { letter: called })}
              onClick={() => void act(() => client.letters.delete({ id }), t('deleted'))}
            />
          </li>
        );
      })}
    </ul>
  );
}
