import { ExternalLink, FileInput, FolderInput } from 'lucide-react';
import { useRef } from 'react';
import type { ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { openLink } from '#renderer/client/links.ts';
import { useStore } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { DetailPane, PaneSection } from '#renderer/ui/Pane.tsx';
import { chosenFiles } from './chosen-files.ts';
import { ProblemNotice } from './ProblemNotice.tsx';
import { WorkProgress } from './WorkProgress.tsx';
import { isBusy, useWork } from './work.ts';
import css from './StartScreen.module.css';

/** Where LinkedIn gives a member their archive. Opened on a press only, never fetched. */
const LINKEDIN_DOWNLOAD = 'https://www.linkedin.com/mypreferences/d/download-my-data';
const STEPS = ['settings', 'choose', 'wait', 'download', 'drop'] as const;

/** The way in: drop, choose, what is being prepared or why it failed, and how to come by an archive. */
export function StartScreen() {
  const { t } = useTranslation('imports');
  const work = useWork((state) => state.work);
  return (
    <DetailPane label={t('start.heading')}>
      <h1 className="visually-hidden">{t('start.heading')}</h1>
      {isBusy(work) ? <WorkProgress /> : null}
      {work.state === 'failed' ? <ProblemNotice fileName={work.fileName} problem={work.problem} /> : null}
      {isBusy(work) ? null : <DropZone />}
      <PaneSection title={t('howTo.title')}>
        <ol className={css.steps}>
          {STEPS.map((step) => (
            <li key={step}>{t(`howTo.${step}`)}</li>
          ))}
        </ol>
        <div className={css.outside}>
          <Button icon={ExternalLink} onClick={() => openLink(LINKEDIN_DOWNLOAD)}>
            {t('howTo.open')}
          </Button>
          <span className={css.address} dir="ltr">
            {LINKEDIN_DOWNLOAD}
          </span>
        </div>
      </PaneSection>
    </DetailPane>
  );
}

function DropZone() {
  const { t } = useTranslation('imports');
  const file = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  return (
    <section className={css.zone} aria-labelledby="imports-start">
      <FileInput size={28} strokeWidth={1.25} aria-hidden />
      <h2 id="imports-start" className={css.title}>
        {t('start.title')}
      </h2>
      <p>{t('start.text')}</p>
      <div className={css.buttons}>
        <Button look="primary" icon={FileInput} onClick={() => file.current?.click()}>
          {t('start.file')}
        </Button>
        <Button icon={FolderInput} onClick={() => folder.current?.click()}>
          {t('start.folder')}
        </Button>
      </div>
      <p className={css.small}>{t('start.reads')}</p>
      <p className={css.small}>{t('start.private')}</p>
      <input ref={file} type="file" multiple hidden aria-label={t('start.file')} onChange={take} />
      <input
        ref={(input) => {
          folder.current = input;
          // Every browser has this attribute; React has no name for it.
          input?.setAttribute('webkitdirectory', '');
        }}
        type="file"
        hidden
        aria-label={t('start.folder')}
        onChange={take}
      />
    </section>
  );
}

/** What was chosen goes the way of what is dropped. */
function take({ target }: ChangeEvent<HTMLInputElement>): void {
  const { name, files } = chosenFiles(Array.from(target.files ?? []));
  // The same file chosen again is a change again.
  target.value = '';
  if (files.length > 0) useStore.getState().filesDropped(name, files);
}
