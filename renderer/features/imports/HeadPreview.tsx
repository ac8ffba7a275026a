import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import css from './Dialogs.module.css';

/** As many lines as show what a file is. */
const MOST_LINES = 30;

/** The first lines of a file as they would be read, with their numbers. */
export function HeadPreview({ head }: { readonly head: string }) {
  const { t } = useTranslation('imports');
  const id = useId();
  const lines = head.split(/\r\n|\r|\n/, MOST_LINES);
  return (
    <section className={css.part} aria-labelledby={id}>
      <h3 id={id} className={css.heading}>
        {t('read.head')}
      </h3>
      {head.trim() === '' ? (
        <p className={css.note}>{t('read.headEmpty')}</p>
      ) : (
        // A box that scrolls is reached by the keyboard too.
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <ol className={css.head} tabIndex={0} aria-labelledby={id}>
          {lines.map((line, at) => (
            // Lines have no name but their place, and that never changes.
            // eslint-disable-next-line react/no-array-index-key
            <li key={at}>
              <span className={css.lineNumber} aria-hidden>
                {at + 1}
              </span>
              <bdi>{line}</bdi>
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
