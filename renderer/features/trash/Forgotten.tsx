import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Forgetting } from '#api/trash.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Copies } from './Copies.tsx';
import css from './Trash.module.css';

/** What came of it. */
export interface Outcome {
  readonly forgetting: Forgetting;
  readonly isCleared: boolean;
  /** Texts about others that still name them. */
  readonly named: number;
}

/** The last word: nothing is left here, and where something may be left. */
export function Forgotten({
  outcome: { forgetting, isCleared, named },
  onClose,
}: {
  readonly outcome: Outcome;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('trash');
  const button = useRef<HTMLButtonElement>(null);
  // What had the focus is gone with the form.
  useEffect(() => button.current?.focus(), []);
  return (
    <div className={css.form} role="status">
      <p>{isCleared ? t('forgotten.done') : t('forgotten.notCleared')}</p>
      {named === 0 ? null : <p>{t('forgotten.named', { count: named })}</p>}
      <Copies forgetting={forgetting} />
      <div className={classes(css.buttons, css.end)}>
        <Button ref={button} look="primary" onClick={onClose}>
          {t('forgotten.close')}
        </Button>
      </div>
    </div>
  );
}
