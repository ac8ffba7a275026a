import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { useSelected } from './selected.ts';
import type { Selected } from './selected.ts';
import css from './Bulk.module.css';

export interface BulkDialogProps {
  readonly onClose: () => void;
}

/** A dialog about the selected people; it closes by itself where there are none any more. */
export function BulkDialog({
  title,
  onClose,
  children,
}: BulkDialogProps & {
  readonly title: (count: number) => string;
  readonly children: (selected: Selected) => ReactNode;
}) {
  const { t: ui } = useTranslation('ui');
  const selected = useSelected();
  if (selected === undefined) return null;
  return (
    <Dialog title={title(selected.count)} closeLabel={ui('close')} onClose={onClose}>
      {children(selected)}
    </Dialog>
  );
}

/** The form of such a dialog: what is asked, and the one deed. */
export function BulkForm({
  run,
  canRun,
  onRun,
  onClose,
  children,
}: BulkDialogProps & {
  readonly run: string;
  readonly canRun: boolean;
  readonly onRun: () => void;
  readonly children: ReactNode;
}) {
  const { t: ui } = useTranslation('ui');
  return (
    <form
      className={css.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!canRun) return;
        // The bar under the list shows how far it is.
        onClose();
        onRun();
      }}
    >
      {children}
      <div className={css.buttons}>
        <Button onClick={onClose}>{ui('cancel')}</Button>
        <Button type="submit" look="primary" disabled={!canRun}>
          {run}
        </Button>
      </div>
    </form>
  );
}
