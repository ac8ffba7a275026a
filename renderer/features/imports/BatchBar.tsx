import { FileCheck, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportBatch } from '#core/imports/model.ts';
import { navigate } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { hasNews } from './words.ts';
import { applyBatch, discardBatch, isBusy, revertBatch, useWork } from './work.ts';

/** What can be done with a whole import: do it or throw it away; take it back. */
export function BatchBar({ batch }: { readonly batch: ImportBatch }) {
  const { t } = useTranslation('imports');
  const busy = useWork(({ work }) => isBusy(work));
  const [isWorking, setWorking] = useState(false);
  const run = (work: Promise<void>) => {
    setWorking(true);
    void work.finally(() => setWorking(false));
  };
  switch (batch.state) {
    case 'staged':
      return (
        <>
          <Button
            icon={Trash2}
            title={t('batch.discardWhy')}
            busy={isWorking}
            onClick={() => run(discardBatch(batch.id))}
          >
            {t('batch.discard')}
          </Button>
          <Button
            look="primary"
            icon={FileCheck}
            disabled={busy || isWorking || !hasNews(batch.counts)}
            onClick={() => void applyBatch(batch.id)}
          >
            {t('batch.import')}
          </Button>
        </>
      );
    case 'applied':
      return (
        <Button
          icon={Undo2}
          title={t('batch.undoWhy')}
          busy={isWorking}
          disabled={busy}
          onClick={() => run(revertBatch(batch.id))}
        >
          {t('batch.undo')}
        </Button>
      );
    default:
      return (
        <Button onClick={() => navigate({ section: 'imports', mode: 'new' })}>{t('batch.toStart')}</Button>
      );
  }
}
