import { X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ImportBatch } from '#core/imports/model.ts';
import { useStore } from '#renderer/store/store.ts';
import { timeLeftWords } from '#renderer/strings/time-left.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { broughtWords, portion, sizeWords } from './words.ts';
import { cancelWork, useWork } from './work.ts';
import type { Work } from './work.ts';
import css from './WorkProgress.module.css';

/** How far the work has come, and the way to stop it. Nothing when there is no work. */
export function WorkProgress() {
  const { t } = useTranslation('imports');
  const work = useWork((state) => state.work);
  const waiting = useStore((state) => state.drops.length);
  if (work.state !== 'preparing' && work.state !== 'applying') return null;
  const what =
    work.state === 'applying' ? t('work.applying') : t(`work.${work.phase}`, { fileName: work.fileName });
  return (
    <section className={css.work} aria-label={what}>
      <p className={css.what} role="status" dir="auto">
        {what}
      </p>
      <Button icon={X} onClick={cancelWork}>
        {work.state === 'applying' ? t('work.cancelApply') : t('work.cancel')}
      </Button>
      <progress className={css.bar} value={portion(work.done, work.total)} aria-label={what} />
      <p className={css.far}>
        <HowFar work={work} />
      </p>
      {waiting === 0 ? null : <p className={css.far}>{t('work.waiting', { count: waiting })}</p>}
    </section>
  );
}

/**
 * That a batch is being taken back, and what that does. SQLite takes all of it out at once and cannot say how far it
 * has come.
 */
export function RevertProgress({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation('imports');
  const title = t('work.reverting', { fileName: batch.fileName });
  return (
    <section className={css.work} aria-label={title}>
      <p className={css.what} role="status" dir="auto">
        {title}
      </p>
      <progress className={css.bar} aria-label={title} />
      <p className={css.far}>{t('work.revertingWhat', { what: broughtWords(batch.counts) })}</p>
    </section>
  );
}

/** In the order they come. */
const PHASES = ['sending', 'reading', 'planning', 'writing'] as const;

function HowFar({ work }: { readonly work: Extract<Work, { done: number }> }) {
  const { t } = useTranslation('imports');
  const { done, total, elapsed } = work;
  const step =
    work.state === 'preparing'
      ? t('work.step', { step: PHASES.indexOf(work.phase) + 1, steps: PHASES.length })
      : '';
  const phase = work.state === 'preparing' ? work.phase : 'applying';
  // How many files there are in a drop shows when the last is unpacked.
  if (phase === 'reading')
    return [step, done === 0 ? '' : t('work.files', { count: done })].filter(isSaid).join(' · ');
  const far =
    phase === 'sending'
      ? t('work.bytes', { done: sizeWords(done), total: sizeWords(total) })
      : t('work.records', { done, total });
  const words = total === 0 ? [step] : [step, far, timeLeftWords(work, elapsed)];
  return words.filter(isSaid).join(' · ');
}

const isSaid = (words: string): boolean => words !== '';
