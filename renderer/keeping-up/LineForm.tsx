import type { ReactNode } from 'react';
import { Button } from '#renderer/ui/Button.tsx';
import css from './KeepingUp.module.css';

/** The line in which one more is written down: its two fields beside each other, kept or left. */
export function LineForm({
  saveLabel,
  cancelLabel,
  onSave,
  onCancel,
  children,
}: {
  readonly saveLabel: string;
  readonly cancelLabel: string;
  readonly onSave: () => Promise<void>;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}) {
  return (
    <form
      className={css.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void onSave();
      }}
    >
      <div className={css.pair}>{children}</div>
      <div className={css.buttons}>
        <Button look="primary" type="submit">
          {saveLabel}
        </Button>
        <Button onClick={onCancel}>{cancelLabel}</Button>
      </div>
    </form>
  );
}
