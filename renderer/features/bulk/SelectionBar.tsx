import { CalendarPlus, Ellipsis, Tag, X } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { usePeopleWork } from '#renderer/client/people-deeds.ts';
import type { PeopleWork } from '#renderer/client/people-deeds.ts';
import { useStore } from '#renderer/store/store.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { useMoreItems } from './more-items.ts';
import { useSelected } from './selected.ts';
import type { Selected } from './selected.ts';
import css from './Bulk.module.css';

/** Under the list, while somebody is chosen: how many, and what can be done with them all. */
export function SelectionBar() {
  const selected = useSelected();
  const work = usePeopleWork((state) => state.work);
  const { t } = useTranslation('bulk');
  if (work !== undefined) return <Working work={work} />;
  if (selected === undefined) return null;
  return (
    <div className={css.bar} role="group" aria-label={t('bar')}>
      <Deeds selected={selected} />
    </div>
  );
}

function Deeds({ selected }: { readonly selected: Selected }) {
  const { t } = useTranslation('bulk');
  const openOverlay = useStore((state) => state.openOverlay);
  const selectPeople = useStore((state) => state.selectPeople);
  const items = useMoreItems(selected);
  const letGo = () => {
    selectPeople(undefined);
    // The bar goes, and with it the button: the list is where one goes on.
    document.querySelector<HTMLElement>('[data-list]')?.focus();
  };
  return (
    <>
      <IconButton icon={X} label={t('clear')} onClick={letGo} />
      <span className={css.count} role="status">
        {t('count', { count: selected.count })}
      </span>
      <Button className={css.deed} icon={Tag} onClick={() => openOverlay('tag-people')}>
        {t('actions.tag')}
      </Button>
      <Button className={css.deed} icon={CalendarPlus} onClick={() => openOverlay('meet-people')}>
        {t('actions.meet')}
      </Button>
      <Menu label={t('more')} items={items} trigger={<IconButton icon={Ellipsis} label={t('more')} />} />
    </>
  );
}

function Working({ work: { done, total, stop } }: { readonly work: PeopleWork }) {
  const { t } = useTranslation('bulk');
  const words = t('working', { done, total });
  return (
    <div className={css.bar} role="group" aria-label={t('bar')}>
      <progress
        className={css.progress}
        {...(total > 0 && { value: done, max: total })}
        aria-label={t('bar')}
      />
      <span className={css.count}>{total > 0 ? words : null}</span>
      <Button onClick={stop}>{t('stop')}</Button>
    </div>
  );
}
