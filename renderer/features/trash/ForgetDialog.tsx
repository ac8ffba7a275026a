import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Forgetting } from '#api/trash.ts';
import { ContactId } from '#core/contacts/model.ts';
import { errorWords } from '#renderer/client/errors.ts';
import { orpc } from '#renderer/client/queries.ts';
import { useStore } from '#renderer/store/store.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { Forgotten } from './Forgotten.tsx';
import type { Outcome } from './Forgotten.tsx';
import { ForgetForm } from './ForgetForm.tsx';

/** Forgets whoever is on the screen, after saying what goes and hearing their name. */
export function ForgetDialog({ onClose }: { readonly onClose: () => void }) {
  // As it was when it was opened: their page is gone before the last word is said.
  const [id] = useState(() => useStore.getState().route.id);
  return id === undefined ? null : <ForgetPerson id={ContactId.parse(id)} onClose={onClose} />;
}

function ForgetPerson({ id, onClose }: { readonly id: ContactId; readonly onClose: () => void }) {
  const { t } = useTranslation('trash');
  const { t: ui } = useTranslation('ui');
  const [outcome, setOutcome] = useState<Outcome>();
  const [isBusy, setBusy] = useState(false);
  const { known, error } = useForgetting(id, isBusy || outcome !== undefined);
  if (outcome !== undefined) {
    return (
      <Dialog title={t('forgotten.title')} closeLabel={ui('close')} onClose={onClose}>
        <Forgotten outcome={outcome} onClose={onClose} />
      </Dialog>
    );
  }
  const title =
    known === undefined ? t('forgetting.looking') : t('forgetting.title', { fn: isolated(known.fn) });
  // Once it has begun there is nothing to close it for.
  const close = () => {
    if (!isBusy) onClose();
  };
  return (
    <Dialog title={title} closeLabel={ui('close')} onClose={close}>
      {known === undefined ? (
        <Looking error={error} />
      ) : (
        <Asked id={id}>
          <ForgetForm id={id} forgetting={known} onBusy={setBusy} onDone={setOutcome} onCancel={close} />
        </Asked>
      )}
    </Dialog>
  );
}

/** What would go, until it begins to: what is being erased is not asked about again. */
function useForgetting(id: ContactId, isOver: boolean) {
  const [known, setKnown] = useState<Forgetting>();
  const { data, error } = useQuery({
    ...orpc.trash.forgetting.queryOptions({ input: { id } }),
    enabled: !isOver,
  });
  if (data !== undefined && data !== known && !isOver) setKnown(data);
  return { known, error };
}

function Looking({ error }: { readonly error: Error | null }) {
  return error === null ? <Skeleton lines={4} /> : <p>{errorWords(error)}</p>;
}

/** The owner's own card is not forgotten. */
function Asked({ id, children }: { readonly id: ContactId; readonly children: ReactNode }) {
  const { t } = useTranslation('trash');
  const { data } = useQuery(orpc.book.summary.queryOptions());
  return data?.owner?.id === id ? <p>{t('forgetting.owner')}</p> : children;
}
