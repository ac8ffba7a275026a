import { useTranslation } from 'react-i18next';
import { savePreferences } from '#renderer/client/preferences.ts';
import { useStore } from '#renderer/store/store.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { Select } from '#renderer/ui/Select.tsx';

/** What LinkedIn lets this account write beside an invitation. */
export function LetterSettings() {
  const { t } = useTranslation('app');
  const noteLimit = useStore((state) => state.preferences.noteLimit);
  return (
    <PaneSection title={t('settings.letters')}>
      <Field label={t('settings.noteLimit')} hint={t('settings.noteLimitHint')}>
        <Select
          value={noteLimit === 300 ? '300' : '200'}
          onValue={(chosen) => void savePreferences({ noteLimit: chosen === '300' ? 300 : 200 })}
          options={[
            { value: '200', label: t('settings.note200') },
            { value: '300', label: t('settings.note300') },
          ]}
        />
      </Field>
    </PaneSection>
  );
}
