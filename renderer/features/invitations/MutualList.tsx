import { Plus } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Invitation } from '#core/invitations/model.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { formOf, mutualsFrom, saveForm, withMutuals } from './form.ts';
import { MutualRow } from './MutualRow.tsx';
import css from './MutualList.module.css';

/** Whom LinkedIn shows as shared: who each is in the book, whether they were asked, and what they said. */
export function MutualList({ invitation }: { readonly invitation: Invitation }) {
  const { t } = useTranslation('invitations');
  const [isAdding, setAdding] = useState(false);
  const { mutuals, mutualCount } = invitation;
  return (
    <PaneSection
      title={t('mutuals.title')}
      action={
        isAdding ? null : (
          <Button look="plain" icon={Plus} onClick={() => setAdding(true)}>
            {t('mutuals.add')}
          </Button>
        )
      }
    >
      {isAdding ? <AddMutuals invitation={invitation} onDone={() => setAdding(false)} /> : null}
      {mutuals.length === 0 ? (
        <p className={css.quiet}>{t('mutuals.none')}</p>
      ) : (
        <>
          <ul className={css.mutuals}>
            {mutuals.map((mutual) => (
              <MutualRow key={mutual.id} invitation={invitation} mutual={mutual} />
            ))}
          </ul>
          <p className={css.quiet}>{t('mutuals.keysHint')}</p>
        </>
      )}
      {mutualCount !== undefined && mutualCount > mutuals.length ? (
        <p className={css.quiet}>{t('received.mutualCount', { count: mutualCount })}</p>
      ) : null}
    </PaneSection>
  );
}

function AddMutuals({
  invitation,
  onDone,
}: {
  readonly invitation: Invitation;
  readonly onDone: () => void;
}) {
  const { t } = useTranslation('invitations');
  const [text, setText] = useState('');
  const [isBusy, setBusy] = useState(false);
  const added = mutualsFrom(text);
  const save = async () => {
    if (added === undefined || isBusy) return;
    setBusy(true);
    const saved = await saveForm(invitation, withMutuals(formOf(invitation), added));
    setBusy(false);
    if (saved) onDone();
  };
  return (
    <form
      className={css.add}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <Field label={t('missing.mutuals')} hint={t('missing.mutualsHint')} className={css.grow}>
        <TextInput
          // It opens because it was asked for.
          // eslint-disable-next-line jsx-a11y/no-autofocus
          autoFocus
          maxLength={2000}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onDone();
          }}
        />
      </Field>
      <div className={css.buttons}>
        <Button type="submit" disabled={added === undefined} busy={isBusy}>
          {t('missing.save')}
        </Button>
        <Button look="plain" onClick={onDone}>
          {t('form.cancel')}
        </Button>
      </div>
    </form>
  );
}
