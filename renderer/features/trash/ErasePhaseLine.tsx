import { useTranslation } from 'react-i18next';
import type { Phase } from './erasing.ts';
import css from './Trash.module.css';

/** What is being done, and that it takes as long as it takes. */
export function ErasePhaseLine({ phase }: { readonly phase: Phase }) {
  const { t } = useTranslation('trash');
  return (
    <div className={css.progress} role="status">
      <progress className={css.bar} aria-label={t(`phase.${phase}`)} />
      <span>{t(`phase.${phase}`)}</span>
    </div>
  );
}
