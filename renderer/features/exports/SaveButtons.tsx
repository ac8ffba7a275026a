// The end of a form that saves a file: its buttons, or how far the file is.
import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/Button.tsx';
import css from './ExportDialog.module.css';
import type { Progress } from './take-out.ts';

/** Cancel and save; while the file is being made, how far it is in `words` of it, and a way to stop. */
export function SaveButtons({
  progress,
  words,
  onClose,
  onStop,
}: {
  readonly progress: Progress | undefined;
  readonly words: (progress: Progress) => string;
  readonly onClose: () => void;
  readonly onStop: () => void;
}) {
  const { t } = useTranslation('exports');
  const { t: ui } = useTranslation('ui');
  if (progress === undefined)
    return (
      <div className={css.buttons}>
        <Button onClick={onClose}>{ui('cancel')}</Button>
        <Button type="submit" look="primary" icon={Download}>
          {t('save')}
        </Button>
      </div>
    );
  return (
    <div className={css.buttons} role="status">
      <progress className={css.bar} value={progress.done} max={Math.max(progress.total, 1)} />
      <span>{words(progress)}</span>
      <Button onClick={onStop}>{t('cancel')}</Button>
    </div>
  );
}
