import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DuplicateGroupSummary } from '#api/duplicates.ts';
import { navigate } from '#renderer/store/store.ts';
import { namesInWords } from '#renderer/strings/lists.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { mergeAll } from './decisions.ts';
import { reviewRoute, WINDOW } from './queue.ts';
import type { Queue } from './queue.ts';
import { reasonWords, tellingReason } from './words.ts';
import css from './BulkDialog.module.css';

/** Everybody who is surely the same, to be merged in one deed; each can be left out. */
export function BulkDialog({ queue, onClose }: { readonly queue: Queue; readonly onClose: () => void }) {
  const { t } = useTranslation('duplicates');
  const { t: ui } = useTranslation('ui');
  const [leftOut, setLeftOut] = useState<ReadonlySet<string>>(new Set());
  const [isBusy, setBusy] = useState(false);
  // As they were when it was opened: those being merged leave the queue at once.
  const [groups] = useState(() => queue.groups.slice(0, WINDOW));
  const [total] = useState(queue.summary?.surely ?? groups.length);
  const taken = groups.filter(({ key }) => !leftOut.has(key));
  const toggle = (key: string) => {
    const next = new Set(leftOut);
    if (!next.delete(key)) next.add(key);
    setLeftOut(next);
  };
  const merge = async () => {
    setBusy(true);
    // The open group goes with them; the next one opens by itself.
    navigate(reviewRoute(queue.tab), { replace: true });
    await mergeAll(taken);
    onClose();
  };
  return (
    <Dialog title={t('bulk.title')} closeLabel={ui('close')} onClose={onClose} size="wide">
      <p>{t('bulk.text')}</p>
      {total > groups.length ? (
        <p className={css.quiet}>{t('bulk.first', { count: groups.length, total })}</p>
      ) : null}
      <ul className={css.groups} aria-label={t('bulk.list')}>
        {groups.map((group) => (
          <GroupLine
            key={group.key}
            group={group}
            isTaken={!leftOut.has(group.key)}
            onToggle={() => toggle(group.key)}
          />
        ))}
      </ul>
      <div className={css.buttons}>
        <Button onClick={onClose}>{ui('cancel')}</Button>
        <Button look="primary" disabled={taken.length === 0} busy={isBusy} onClick={() => void merge()}>
          {t('bulk.confirm', { count: taken.length })}
        </Button>
      </div>
    </Dialog>
  );
}

function GroupLine({
  group: { people, reasons },
  isTaken,
  onToggle,
}: {
  readonly group: DuplicateGroupSummary;
  readonly isTaken: boolean;
  readonly onToggle: () => void;
}) {
  const { t } = useTranslation('duplicates');
  const id = useId();
  const names = [...new Set(people.map(({ fn }) => fn))];
  const key = tellingReason(reasons);
  return (
    <li className={css.group}>
      <input type="checkbox" id={id} checked={isTaken} onChange={onToggle} aria-describedby={`${id}-why`} />
      <label htmlFor={id} className={css.names} data-private="">
        {namesInWords(names)}
        <span className={css.quiet}>{t('list.cards', { count: people.length })}</span>
      </label>
      <p id={`${id}-why`} className={css.why} data-private="">
        {key === undefined ? null : reasonWords(key)}
      </p>
    </li>
  );
}
