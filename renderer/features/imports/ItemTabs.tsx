import { useTranslation } from 'react-i18next';
import type { ImportBatch, ItemAction } from '#core/imports/model.ts';
import { Tabs } from '#renderer/ui/Tabs.tsx';
import { ItemPanel } from './ItemPanel.tsx';
import { ACTIONS, tabsOf } from './words.ts';
import css from './ItemTabs.module.css';

/** Every record of an import, by what would happen to it. */
export function ItemTabs({
  batch,
  tab,
  onTab,
  canChoose,
}: {
  readonly batch: ImportBatch;
  /** Undefined: the first tab that holds anything. */
  readonly tab: ItemAction | undefined;
  readonly onTab: (tab: ItemAction) => void;
  readonly canChoose: boolean;
}) {
  const { t } = useTranslation('imports');
  const shown = tab ?? ACTIONS.find((action) => batch.counts[action] > 0) ?? 'create';
  return (
    <Tabs
      tabs={tabsOf(batch.counts).map((action) => ({
        value: action,
        label: t(`tabs.${action}`),
        count: batch.counts[action],
      }))}
      value={shown}
      onValue={onTab}
      label={t('tabs.label')}
    >
      <p className={css.why}>{t(`tabWhy.${shown}`)}</p>
      <ItemPanel key={shown} id={batch.id} action={shown} count={batch.counts[shown]} canChoose={canChoose} />
    </Tabs>
  );
}
