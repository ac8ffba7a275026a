import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonPicker } from '#renderer/people/PersonPicker.tsx';
import type { Picked } from '#renderer/people/PersonPicker.tsx';
import { navigate } from '#renderer/store/store.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import type { Person } from './person.ts';
import css from './MergedPeople.module.css';

/** Asks who is the same person; both cards are looked at side by side before anything happens. */
export function MergeWith({
  person: { id, fn },
  onClose,
}: {
  readonly person: Person;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('duplicates');
  const { t: ui } = useTranslation('ui');
  const [picked, setPicked] = useState<Picked>();
  const other = picked?.kind === 'known' ? picked.id : undefined;
  return (
    <Dialog title={t('person.pickTitle', { fn: isolated(fn) })} closeLabel={ui('close')} onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (other === undefined) return;
          onClose();
          navigate({ section: 'people', id, mode: 'merge', params: { with: String(other) } });
        }}
      >
        <Field label={t('person.pick')} hint={t('person.pickHint')}>
          <PersonPicker value={picked} onPick={setPicked} except={[id]} />
        </Field>
        <div className={css.buttons}>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" look="primary" disabled={other === undefined}>
            {t('person.compare')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
