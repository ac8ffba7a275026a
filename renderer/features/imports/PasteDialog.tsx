import { useState } from 'react';
import type { FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextArea } from '#renderer/ui/TextInput.tsx';
import { MOST_PASTED, takeText } from './pasted.ts';
import css from './Dialogs.module.css';

/** A place for text that was copied somewhere: cards, cells, headers. It is looked at like a file. */
export function PasteDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('imports');
  const { t: ui } = useTranslation('ui');
  const [text, setText] = useState('');
  const isTooLong = text.length > MOST_PASTED;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (takeText(text)) onClose();
  };
  return (
    <Dialog size="wide" title={t('paste.title')} closeLabel={ui('close')} onClose={onClose}>
      <form className={css.form} onSubmit={submit}>
        <Field
          label={t('paste.label')}
          hint={t('paste.hint')}
          error={isTooLong ? t('paste.tooLong') : undefined}
        >
          <TextArea
            className={css.text}
            rows={10}
            spellCheck={false}
            autoComplete="off"
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </Field>
        <div className={css.buttons}>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" look="primary" disabled={text.trim() === '' || isTooLong}>
            {t('paste.go')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
