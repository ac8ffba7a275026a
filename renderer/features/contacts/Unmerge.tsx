import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Merged } from '#api/contacts.ts';
import type { Property } from '#core/contacts/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { propertyTerm, propertyText } from '#renderer/people/property.ts';
import { navigate } from '#renderer/store/store.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import css from './MergedPeople.module.css';

/** Always go back: without them nobody would be there. */
const NAMES: readonly Property['name'][] = ['N', 'FN'];

/** Takes a person out of a card again: which of their values go back, and whether the two may be suggested again. */
export function Unmerge({ merged, onClose }: { readonly merged: Merged; readonly onClose: () => void }) {
  const { t } = useTranslation('duplicates');
  const { t: ui } = useTranslation('ui');
  const { mergeId, properties } = merged;
  const fn = isolated(merged.fn);
  const [stays, setStays] = useState<readonly Property['id'][]>([]);
  const [isApart, setApart] = useState(true);
  const [isBusy, setBusy] = useState(false);
  const values = properties.filter(({ name }) => !NAMES.includes(name));
  const takeOut = async () => {
    setBusy(true);
    const done = await act(
      () => client.contacts.unmerge({ mergeId, stays: [...stays], keepApart: isApart }),
      t('person.unmerged', { fn }),
    );
    setBusy(false);
    if (done === undefined) return;
    onClose();
    navigate({ section: 'people', id: done.result.id });
  };
  return (
    <Dialog title={t('person.unmergeTitle', { fn })} closeLabel={ui('close')} onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void takeOut();
        }}
      >
        <p>{t('person.unmergeText')}</p>
        {values.length === 0 ? null : (
          <fieldset className={css.values}>
            <legend>{t('person.goesBack')}</legend>
            {values.map((property) => (
              <ValueBox
                key={property.id}
                property={property}
                goesBack={!stays.includes(property.id)}
                onGoesBack={(goes) =>
                  setStays(goes ? stays.filter((id) => id !== property.id) : [...stays, property.id])
                }
              />
            ))}
          </fieldset>
        )}
        <p className={css.quiet}>{t('person.always')}</p>
        <label className={css.box}>
          <input type="checkbox" checked={isApart} onChange={(event) => setApart(event.target.checked)} />
          {t('person.keepApart')}
        </label>
        <div className={css.buttons}>
          <Button onClick={onClose}>{ui('cancel')}</Button>
          <Button type="submit" look="primary" busy={isBusy}>
            {t('person.unmerge')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

function ValueBox({
  property,
  goesBack,
  onGoesBack,
}: {
  readonly property: Property;
  readonly goesBack: boolean;
  readonly onGoesBack: (goes: boolean) => void;
}) {
  const id = useId();
  return (
    <div className={css.box}>
      <input
        type="checkbox"
        id={id}
        checked={goesBack}
        onChange={(event) => onGoesBack(event.target.checked)}
      />
      <label htmlFor={id}>
        <span className={css.quiet}>{propertyTerm(property)}</span>{' '}
        <span dir="auto">{propertyText(property)}</span>
      </label>
    </div>
  );
}
