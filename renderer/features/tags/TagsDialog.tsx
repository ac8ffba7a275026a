import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Merge, Tags as TagsIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TagShare } from '#api/tags.ts';
import { usePeopleWork } from '#renderer/client/people-deeds.ts';
import { orpc } from '#renderer/client/queries.ts';
import { useStore } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { SearchInput } from '#renderer/ui/TextInput.tsx';
import { AlikeTags } from './AlikeTags.tsx';
import { TagForm } from './TagForm.tsx';
import type { Asked } from './TagForm.tsx';
import { TagRow } from './TagRow.tsx';
import css from './Tags.module.css';

/** As many as anybody looks through; the search finds the others. */
const SHOWN = 200;

/** All tags with how many people have each: written otherwise, made one, taken away. */
export function TagsDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('tags');
  const { t: ui } = useTranslation('ui');
  const [asked, ask] = useState<Asked>();
  return (
    <Dialog title={t('title')} closeLabel={ui('close')} onClose={onClose} size="wide">
      {asked === undefined ? (
        <TagList onAsk={ask} onClose={onClose} />
      ) : (
        <TagForm asked={asked} onDone={() => ask(undefined)} />
      )}
      <Working />
      <LastMessage />
    </Dialog>
  );
}

interface TagListProps {
  readonly onAsk: (asked: Asked) => void;
  readonly onClose: () => void;
}

function TagList({ onAsk, onClose }: TagListProps) {
  const { t } = useTranslation('tags');
  const { t: ui } = useTranslation('ui');
  const [find, setFind] = useState('');
  const [chosen, setChosen] = useState<ReadonlyMap<string, TagShare>>(new Map());
  const { data } = useQuery({
    ...orpc.tags.list.queryOptions({ input: { find: find.trim(), page: { offset: 0, limit: SHOWN } } }),
    placeholderData: keepPreviousData,
  });
  if (data === undefined) return null;
  if (data.total === 0 && find.trim() === '')
    return <EmptyState icon={TagsIcon} title={t('empty')} text={t('emptyText')} />;
  const toggle = (share: TagShare) => {
    const next = new Map(chosen);
    if (!next.delete(share.tag)) next.set(share.tag, share);
    setChosen(next);
  };
  return (
    <div className={css.tags}>
      <div className={css.head}>
        <SearchInput
          label={t('find')}
          clearLabel={ui('clear')}
          maxLength={200}
          value={find}
          onText={setFind}
        />
        <span className={css.quiet} role="status">
          {t('count', { count: data.total })}
        </span>
        <Button
          icon={Merge}
          disabled={chosen.size < 2}
          onClick={() => onAsk({ kind: 'merge', shares: [...chosen.values()] })}
        >
          {t('merge', { count: chosen.size })}
        </Button>
      </div>
      {find.trim() === '' ? <AlikeTags groups={data.alike} /> : null}
      {data.total === 0 ? <p className={css.quiet}>{t('none', { text: find.trim() })}</p> : null}
      <ul className={css.list} aria-label={t('list')}>
        {data.rows.map((share) => (
          <TagRow
            key={share.tag}
            share={share}
            isChosen={chosen.has(share.tag)}
            onToggle={() => toggle(share)}
            onRename={() => onAsk({ kind: 'rename', share })}
            onShown={onClose}
          />
        ))}
      </ul>
      {data.total > data.rows.length ? <p className={css.quiet}>{t('rest')}</p> : null}
    </div>
  );
}

/** What was done last, here as well: the corner where messages stand is out of reach while a dialog is open. */
function LastMessage() {
  const message = useStore((state) => state.toasts.at(-1));
  const dismiss = useStore((state) => state.dismissToast);
  if (message === undefined) return null;
  const { id, text, action } = message;
  return (
    <div className={css.head}>
      <p className={css.message}>{text}</p>
      {action === undefined ? null : (
        <Button
          look="plain"
          onClick={() => {
            dismiss(id);
            action.run();
          }}
        >
          {action.label}
        </Button>
      )}
    </div>
  );
}

/** How far a deed is that takes a while. */
function Working() {
  const { t } = useTranslation('bulk');
  const work = usePeopleWork((state) => state.work);
  if (work === undefined || work.total === 0) return null;
  const { done, total, stop } = work;
  return (
    <div className={css.head} role="status">
      <progress className={css.progress} value={done} max={total} aria-label={t('bar')} />
      <span className={css.quiet}>{t('working', { done, total })}</span>
      <Button onClick={stop}>{t('stop')}</Button>
    </div>
  );
}
