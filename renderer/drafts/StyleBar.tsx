import { useTranslation } from 'react-i18next';
import { LetterLanguage, Tone } from '#core/introductions/model.ts';
import type { Draft, StyleChoice } from '#core/introductions/model.ts';
import { Address } from '#core/manners/model.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import css from './DraftEditor.module.css';

/** How the letter is written: its language, tone, address and way; each follows the reader's card until it is chosen. */
export function StyleBar({
  draft,
  onStyle,
}: {
  readonly draft: Draft;
  readonly onStyle: (change: StyleChoice) => void;
}) {
  const { t, i18n } = useTranslation('drafts');
  const { style, channels } = draft;
  const names = new Intl.DisplayNames([i18n.language], { type: 'language' });
  return (
    <div className={css.style}>
      <Field label={t('style.language')}>
        <Select
          value={style.language}
          onValue={(language) => onStyle({ language })}
          options={LetterLanguage.options.map((value) => ({ value, label: names.of(value) ?? value }))}
        />
      </Field>
      <Field label={t('style.tone')}>
        <Select
          value={style.tone}
          onValue={(tone) => onStyle({ tone })}
          options={Tone.options.map((value) => ({ value, label: t(`tone.${value}`) }))}
        />
      </Field>
      <Field label={t('style.address')}>
        <Select
          value={style.address}
          onValue={(address) => onStyle({ address })}
          options={Address.options.map((value) => ({
            value,
            label: t(`address.${style.language}.${value}`),
          }))}
        />
      </Field>
      <Field label={t('style.channel')}>
        <Select
          value={style.channel}
          onValue={(channel) => onStyle({ channel })}
          options={channels.map((value) => ({ value, label: t(`channel.${value}`) }))}
        />
      </Field>
    </div>
  );
}
