import { useTranslation } from 'react-i18next';
import { hashOf } from '#renderer/store/navigation.ts';
import { useStore } from '#renderer/store/store.ts';
import css from './NetworkTabs.module.css';

const TABS = ['ways', 'picture', 'timeline', 'sources', 'circles'] as const;

/** The screens of the network: links, so that each has an address of its own. */
export function NetworkTabs() {
  const { t } = useTranslation('pictures');
  const mode = useStore(({ route }) => route.mode);
  return (
    <nav className={css.tabs} aria-label={t('tabs.label')}>
      {TABS.map((tab) => {
        const isCurrent = tab === (mode ?? 'ways');
        return (
          <a
            key={tab}
            className={css.tab}
            href={hashOf({ section: 'network', ...(tab === 'ways' ? {} : { mode: tab }) })}
            aria-current={isCurrent ? 'page' : undefined}
          >
            {t(`tabs.${tab}`)}
          </a>
        );
      })}
    </nav>
  );
}
