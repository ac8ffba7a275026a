import { Ellipsis, PenLine, Trash2, Users } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { TagShare } from '#api/tags.ts';
import { queryText } from '#core/contacts/search/query-text.ts';
import { navigate } from '#renderer/store/store.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { deleteTag } from './deeds.ts';
import css from './Tags.module.css';

export interface TagRowProps {
  readonly share: TagShare;
  readonly isChosen: boolean;
  readonly onToggle: () => void;
  readonly onRename: () => void;
  /** The people are on the screen now. */
  readonly onShown: () => void;
}

/** One tag: chosen to be merged, and what else can be done with it. */
export function TagRow({ share: { tag, people }, isChosen, onToggle, onRename, onShown }: TagRowProps) {
  const { t } = useTranslation('tags');
  const id = useId();
  const more = t('more', { tag: isolated(tag) });
  const show = () => {
    onShown();
    const q = queryText({ kind: 'facet', name: 'tag', values: [{ text: tag, exact: true }] });
    navigate({ section: 'people', params: { q } });
  };
  return (
    <li className={css.row}>
      <input type="checkbox" id={id} checked={isChosen} onChange={onToggle} />
      <label htmlFor={id} className={css.name}>
        <bdi>{tag}</bdi>
        <span className={css.quiet}>{t('people', { count: people })}</span>
      </label>
      <Menu
        label={more}
        trigger={<IconButton icon={Ellipsis} label={more} />}
        items={[
          { id: 'show', label: t('show'), icon: Users, run: show },
          { id: 'rename', label: t('rename'), icon: PenLine, run: onRename },
          {
            id: 'delete',
            label: t('delete'),
            icon: Trash2,
            isDanger: true,
            run: () => void deleteTag(tag),
          },
        ]}
      />
    </li>
  );
}
