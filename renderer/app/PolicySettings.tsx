import { useTranslation } from 'react-i18next';
import { hashOf } from '#renderer/store/navigation.ts';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import css from './SettingsScreen.module.css';

/** The owner's rules for invitations have a page of their own, where they are tried out before they are saved. */
export function PolicySettings() {
  const { t } = useTranslation('app');
  return (
    <PaneSection title={t('settings.policy')}>
      <p className={css.quiet}>{t('settings.policyText')}</p>
      <p>
        <a href={hashOf({ section: 'invitations', mode: 'rules' })}>{t('settings.policyOpen')}</a>
      </p>
    </PaneSection>
  );
}
