import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Policy } from '#core/invitations/policy.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { orpc } from '#renderer/client/queries.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import css from './SettingsScreen.module.css';

/** The owner's rules for invitations, as sentences with a word to choose in each. */
export function PolicySettings() {
  const { t } = useTranslation('app');
  const { data: policy } = useQuery(orpc.invitations.policy.queryOptions());
  if (policy === undefined) return null;
  const change = (to: Partial<Policy>) =>
    void act(() => client.invitations.setPolicy({ ...policy, ...to }), t('settings.policyDone'));
  return (
    <PaneSection title={t('settings.policy')}>
      <div className={css.sentences}>
        <Field label={t('settings.silentBefore')} className={css.sentence}>
          <Select
            value={policy.silentStranger}
            onValue={(silentStranger) => change({ silentStranger })}
            options={(['IGNORE', 'ASK_INVITER'] as const).map((value) => ({
              value,
              label: t(`settings.silent.${value}`),
            }))}
          />
        </Field>
        <Field label={t('settings.vouchBefore')} className={css.sentence}>
          <Select
            value={policy.nobodyVouches}
            onValue={(nobodyVouches) => change({ nobodyVouches })}
            options={(['DECLINE_POLITE', 'ASK_INVITER'] as const).map((value) => ({
              value,
              label: t(`settings.vouch.${value}`),
            }))}
          />
        </Field>
        <Field label={t('settings.visibleBefore')} className={css.sentence}>
          <Select
            value={policy.connectionsVisible ? 'yes' : 'no'}
            onValue={(visible) => change({ connectionsVisible: visible === 'yes' })}
            options={(['yes', 'no'] as const).map((value) => ({
              value,
              label: t(`settings.visible.${value}`),
            }))}
          />
        </Field>
      </div>
    </PaneSection>
  );
}
