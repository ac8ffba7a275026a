import { ClipboardPaste, FileInput, FolderInput } from 'lucide-react';
import { useRef, useState } from 'react';
import type { ChangeEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { DetailPane } from '#renderer/ui/Pane.tsx';
import { chosenFiles } from './chosen-files.ts';
import { HowTo } from './HowTo.tsx';
import { PasteDialog } from './PasteDialog.tsx';
import { ProblemNotice } from './ProblemNotice.tsx';
import { WorkProgress } from './WorkProgress.tsx';
import { isBusy, useWork } from './work.ts';
import css from './StartScreen.module.css';

/** The way in: drop, choose, paste, what is being prepared or why it failed, and how to come by a file. */
export function StartScreen() {
  const { t } = useTranslation('imports');
  const work = useWork((state) => state.work);
  const [isPasting, setPasting] = useState(false);
  return (
    <DetailPane label={t('start.heading')}>
      <h1 className="visually-hidden">{t('start.heading')}</h1>
      {isBusy(work) ? <WorkProgress /> : null}
      {work.state === 'failed' ? <ProblemNotice {...work} /> : null}
      {isBusy(work) ? null : <DropZone onPaste={() => setPasting(true)} />}
      <HowTo />
      {isPasting ? <PasteDialog onClose={() => setPasting(false)} /> : null}
    </DetailPane>
  );
}

function DropZone({ onPaste }: { readonly onPaste: () => void }) {
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
        <Button icon={ClipboardPaste} onClick={onPaste}>
          {t('start.paste')}
          <Kbd keys="Mod+V" />
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
