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
          onValue={(language) => onStyle({ ...freed(draft), language })}
          options={LetterLanguage.options.map((value) => ({ value, label: names.of(value) ?? value }))}
        />
      </Field>
      <Field label={t('style.tone')}>
        <Select
          value={style.tone}
          onValue={(tone) => onStyle({ ...freed(draft), tone })}
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
      <Words draft={draft} onStyle={onStyle} />
    </div>
  );
}

/** Another language or tone is other words than the owner's own that are on the page; what else they said stays. */
function freed({ style: { language, tone }, words }: Draft): StyleChoice {
  return words === undefined || words.used === 'shipped' ? {} : { language, tone, words: undefined };
}

/** The owner's own letters of this kind, where there are some; choosing one takes its language and tone. */
function Words({
  draft: { style, words },
  onStyle,
}: {
  readonly draft: Draft;
  readonly onStyle: (change: StyleChoice) => void;
}) {
  const { t, i18n } = useTranslation('drafts');
  if (words === undefined) return null;
  const languages = new Intl.DisplayNames([i18n.language], { type: 'language' });
  const labelOf = ({ name, language, tone }: (typeof words.own)[number]): string => {
    if (name === '') return t('words.own');
    if (language === style.language && tone === style.tone) return t('words.named', { name });
    return t('words.namedIn', {
      name,
      language: languages.of(language) ?? language,
      tone: t(`tone.${tone}`),
    });
  };
  return (
    <Field label={t('style.words')} className={css.words}>
      <Select
        value={String(words.used)}
        onValue={(chosen) =>
          onStyle({
            language: style.language,
            tone: style.tone,
            words: words.own.find(({ id }) => String(id) === chosen)?.id ?? 'shipped',
          })
        }
        options={[
          { value: 'shipped', label: t('words.shipped') },
          ...words.own.map((own) => ({ value: String(own.id), label: labelOf(own) })),
        ]}
      />
    </Field>
  );
}
