import { Eraser } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ContactId } from '#core/contacts/model.ts';
import { client } from '#renderer/client/client.ts';
import { useStore } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { ErasePhaseLine } from './ErasePhaseLine.tsx';
import { useErasing } from './erasing.ts';
import css from './Trash.module.css';

/** Asked before people go from the trash for good: undo could not bring them back. */
export function EraseDialog({
  ids,
  count,
  onClose,
}: {
  /** Undefined: everybody in the trash. */
  readonly ids: ContactId[] | undefined;
  readonly count: number;
  readonly onClose: (isErased: boolean) => void;
}) {
  const { t } = useTranslation('trash');
  const { t: ui } = useTranslation('ui');
  const { phase, run } = useErasing();
  const erase = async () => {
    const erased = await run(() => client.trash.erase(ids === undefined ? {} : { ids }));
    if (erased === undefined) return;
    const text = t('erase.done', { count: erased.people });
    useStore.getState().showToast({ text, tone: 'done' });
    onClose(true);
  };
  // Once it has begun there is nothing to close it for.
  const close = () => {
    if (phase === undefined) onClose(false);
  };
  return (
    <Dialog title={t('erase.title')} closeLabel={ui('close')} onClose={close}>
      <div className={css.form}>
        <p>{t('erase.text', { count })}</p>
        <p className={css.quiet}>{t('erase.later')}</p>
        {phase === undefined ? (
          <div className={classes(css.buttons, css.end)}>
            <Button data-autofocus="" onClick={close}>
              {ui('cancel')}
            </Button>
            <Button look="danger" icon={Eraser} onClick={() => void erase()}>
              {t('erase.confirm')}
            </Button>
          </div>
        ) : (
          <ErasePhaseLine phase={phase} />
        )}
      </div>
    </Dialog>
  );
}
