import { CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '#renderer/ui/Button.tsx';
import type { Problem } from './problems.ts';
import { ReadDialog } from './ReadDialog.tsx';
import { dismissProblem } from './work.ts';
import type { OpenEntry } from './work.ts';
import css from './Notice.module.css';

/** Why a drop could not be prepared. Stays until it is put away or something else is dropped. */
export function ProblemNotice({
  fileName,
  problem,
  entry,
}: {
  readonly fileName: string;
  readonly problem: Problem;
  /** What the owner may know more about than we do. */
  readonly entry?: OpenEntry;
}) {
  const { t } = useTranslation('imports');
  const [isReading, setReading] = useState(false);
  return (
    <section className={css.notice} data-tone="problem" role="alert">
      <CircleAlert size={20} strokeWidth={1.75} aria-hidden />
      <div className={css.body}>
        <h2 className={css.title}>{problem.title}</h2>
        <p>{problem.text}</p>
        <p className={css.small} dir="auto">
          {t('problem.file', { fileName })}
        </p>
        {problem.detail === undefined ? null : (
          <p className={css.small} dir="auto">
            {t('problem.detail', { detail: problem.detail })}
          </p>
        )}
        <div className={css.next}>
          {entry === undefined ? null : (
            <Button onClick={() => setReading(true)}>{t('problem.readDifferently')}</Button>
          )}
          <Button look="plain" onClick={dismissProblem}>
            {t('problem.dismiss')}
          </Button>
        </div>
      </div>
      {entry !== undefined && isReading ? (
        <ReadDialog entry={entry} onClose={() => setReading(false)} />
      ) : null}
    </section>
  );
}
