import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parsePastedInvitation, parsePastedInvitations } from '#core/invitations/pasted-invitation.ts';
import type { PastedInvitation } from '#core/invitations/pasted-invitation.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { TextArea } from '#renderer/ui/TextInput.tsx';
import { arePictures, isMailSource, readAsFile, refusePictures } from './pasted-kind.ts';
import css from './InvitationEditor.module.css';

/**
 * Text copied from the page or the e-mail, read as soon as it is pasted. `onRead` takes what was found and answers how
 * many fields that filled.
 */
export function PasteBox({ onRead }: { readonly onRead: (found: readonly PastedInvitation[]) => number }) {
  const { t } = useTranslation('invitations');
  const [text, setText] = useState('');
  const [count, setCount] = useState<number>();
  const isMail = isMailSource(text);
  const read = (pasted: string) => {
    if (isMailSource(pasted)) return;
    const found = parsePastedInvitations(pasted);
    // An address alone is no invitation yet, but fills its field.
    setCount(onRead(found.length > 0 ? found : [{ form: parsePastedInvitation(pasted) }]));
  };
  return (
    <div className={css.paste}>
      <Field label={t('form.paste')} hint={t('form.pasteHint')}>
        <TextArea
          // Whoever adds an invitation has it in the clipboard, mostly.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          rows={4}
          maxLength={100_000}
          value={text}
          onChange={(event) => {
            setText(event.target.value);
            setCount(undefined);
          }}
          onPaste={(event) => {
            if (arePictures(Array.from(event.clipboardData.files))) {
              event.preventDefault();
              refusePictures();
              return;
            }
            const field = event.currentTarget;
            // After the browser has put the text in.
            setTimeout(() => read(field.value));
          }}
        />
      </Field>
      <div className={css.read}>
        {isMail ? (
          <Button look="primary" onClick={() => readAsFile(text)}>
            {t('form.mailGo')}
          </Button>
        ) : (
          <Button disabled={text.trim() === ''} onClick={() => read(text)}>
            {t('form.pasteRead')}
          </Button>
        )}
        <p role="status" className={css.count}>
          {isMail ? t('form.mail') : count === undefined ? '' : readWords(t, count)}
        </p>
      </div>
    </div>
  );
}

type Translate = ReturnType<typeof useTranslation<'invitations'>>['t'];

const readWords = (t: Translate, count: number): string =>
  count === 0 ? t('form.pasteNothing') : t('form.pasteDone', { count });
