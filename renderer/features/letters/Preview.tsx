import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LetterPreview } from '#core/introductions/own-letters.ts';
import type { LetterLanguage } from '#core/introductions/model.ts';
import { Address } from '#core/manners/model.ts';
import { Field } from '#renderer/ui/Field.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import css from './Letters.module.css';

export interface SampleReader {
  readonly address: Address;
  readonly knowledge: 'much' | 'little';
}

/** The letter as somebody who does not exist would get it; it follows what is typed. */
export function Preview({
  preview,
  language,
  reader,
  onReader,
}: {
  readonly preview: LetterPreview | undefined;
  readonly language: LetterLanguage;
  readonly reader: SampleReader;
  readonly onReader: (reader: SampleReader) => void;
}) {
  const { t } = useTranslation('letters');
  const { t: say } = useTranslation('drafts');
  const shown = useLastWhole(preview);
  return (
    <section className={css.preview} aria-label={t('preview.title')}>
      <h4 className={css.previewTitle}>{t('preview.title')}</h4>
      <div className={css.choices}>
        <Field label={t('preview.address')}>
          <Select
            value={reader.address}
            onValue={(address) => onReader({ ...reader, address })}
            options={Address.options.map((value) => ({ value, label: say(`address.${language}.${value}`) }))}
          />
        </Field>
        <Field label={t('preview.knowledge')}>
          <Select
            value={reader.knowledge}
            onValue={(knowledge) => onReader({ ...reader, knowledge })}
            options={[
              { value: 'much', label: t('preview.much') },
              { value: 'little', label: t('preview.little') },
            ]}
          />
        </Field>
      </div>
      <div className={css.sheet} lang={language} data-stale={shown.isStale || undefined}>
        {shown.subject === '' ? null : <p className={css.subject}>{shown.subject}</p>}
        <p className={css.letter}>{shown.body}</p>
      </div>
      <p className={css.quiet}>{shown.isStale ? t('preview.stale') : t('preview.nobody')}</p>
    </section>
  );
}

/** Where a part has a mistake in it, as it was before that: a word half typed does not take the letter away. */
function useLastWhole(preview: LetterPreview | undefined) {
  const [last, setLast] = useState({ subject: '', body: '' });
  const { subject = last.subject, body = last.body } = preview ?? {};
  if (subject !== last.subject || body !== last.body) setLast({ subject, body });
  return { subject, body, isStale: (preview?.mistakes.length ?? 0) > 0 };
}
