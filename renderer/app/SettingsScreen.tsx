import { useQuery } from '@tanstack/react-query';
import { Monitor, Moon, Sun } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { REGIONS } from '#core/contacts/regions.ts';
import { savePreferences } from '#renderer/client/preferences.ts';
import { orpc } from '#renderer/client/queries.ts';
import { OwnLetters } from '#renderer/features/letters/OwnLetters.tsx';
import { TagCadences } from '#renderer/features/reminders/TagCadences.tsx';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { useStore } from '#renderer/store/store.ts';
import { locale } from '#renderer/strings/i18n.ts';
import { Choice } from '#renderer/ui/Choice.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { DetailPane, PaneSection } from '#renderer/ui/Pane.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { HistoryList } from './HistoryList.tsx';
import { LetterSettings } from './LetterSettings.tsx';
import { LockSettings } from './LockSettings.tsx';
import { PolicySettings } from './PolicySettings.tsx';
import css from './SettingsScreen.module.css';

/** How it looks, how invitations are judged, where the book is, what was done in it. */
export function SettingsScreen() {
  const { t } = useTranslation('app');
  return (
    <DetailPane label={t('sections.settings')}>
      <h1 className={css.title}>{t('sections.settings')}</h1>
      <Appearance />
      <Telephones />
      <PolicySettings />
      <LetterSettings />
      <OwnLetters />
      <TagCadences />
      <LockSettings />
      <Book />
      <HistoryList />
      <About />
    </DetailPane>
  );
}

function Appearance() {
  const { t } = useTranslation('app');
  const { theme, density } = useStore((state) => state.preferences);
  return (
    <PaneSection title={t('settings.appearance')}>
      <div className={css.choices}>
        <Choice
          label={t('settings.theme')}
          value={theme}
          onValue={(chosen) => void savePreferences({ theme: chosen })}
          options={[
            { value: 'system', label: t('settings.system'), icon: Monitor },
            { value: 'light', label: t('settings.light'), icon: Sun },
            { value: 'dark', label: t('settings.dark'), icon: Moon },
          ]}
        />
        <Choice
          label={t('settings.density')}
          value={density}
          onValue={(chosen) => void savePreferences({ density: chosen })}
          options={[
            { value: 'comfortable', label: t('settings.comfortable') },
            { value: 'compact', label: t('settings.compact') },
          ]}
        />
      </div>
    </PaneSection>
  );
}

/** Where numbers without a country are dialled: address books of telephones are full of them. */
function Telephones() {
  const { t } = useTranslation('app');
  const region = useStore((state) => state.preferences.region);
  const options = useMemo(() => {
    const names = new Intl.DisplayNames([locale()], { type: 'region' });
    const regions = REGIONS.map((value) => ({ value, label: names.of(value) ?? value }));
    return regions.toSorted((a, b) => a.label.localeCompare(b.label, locale()));
  }, []);
  return (
    <PaneSection title={t('settings.telephones')}>
      <Field label={t('settings.region')} hint={t('settings.regionHint')}>
        <Select
          value={region ?? ''}
          onValue={(chosen) => void savePreferences({ region: chosen === '' ? undefined : chosen })}
          options={[{ value: '', label: t('settings.regionNone') }, ...options]}
        />
      </Field>
    </PaneSection>
  );
}

function Book() {
  const { t } = useTranslation('app');
  const { data } = useQuery(orpc.book.summary.queryOptions());
  if (data === undefined) return null;
  return (
    <PaneSection title={t('settings.book')}>
      <dl className={css.facts}>
        <dt>{t('settings.bookName')}</dt>
        <dd>{data.isDemo ? t('sidebar.demo') : data.name}</dd>
        <dt>{t('settings.bookPath')}</dt>
        <dd className={css.path}>{data.path}</dd>
        <dt>{t('settings.owner')}</dt>
        <dd>
          {data.owner === undefined ? (
            t('settings.ownerUnknown')
          ) : (
            <PersonLink id={data.owner.id}>{data.owner.fn}</PersonLink>
          )}
        </dd>
      </dl>
    </PaneSection>
  );
}

function About() {
  const { t } = useTranslation('app');
  const { data } = useQuery(orpc.host.info.queryOptions());
  if (data === undefined) return null;
  return (
    <PaneSection title={t('settings.about')}>
      <dl className={css.facts}>
        <dt>{t('settings.version')}</dt>
        <dd>{data.version}</dd>
        <dt>{t('settings.runsIn')}</dt>
        <dd>{t(`settings.host.${data.kind}`)}</dd>
      </dl>
    </PaneSection>
  );
}
