import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/Button.tsx';
import css from './ExportDialog.module.css';
import type { Progress } from './take-out.ts';

/** How far an export is, and a way to stop it. */
export function ExportProgress({
  words,
  progress,
  onStop,
}: {
  readonly words: string;
  readonly progress: Progress;
  readonly onStop: () => void;
}) {
  const { t } = useTranslation('exports');
  return (
    <div className={css.buttons} role="status">
      <progress className={css.bar} value={progress.done} max={Math.max(progress.total, 1)} />
      <span>{words}</span>
      <Button onClick={onStop}>{t('cancel')}</Button>
    </div>
  );
}
