import { useTranslation } from 'react-i18next';
import type { LetterFact } from '#core/introductions/model.ts';
import css from './DraftEditor.module.css';

/** The facts of the letter, and which record of the book each is from: nothing in it is invented. */
export function FactList({ facts }: { readonly facts: readonly LetterFact[] }) {
  const { t } = useTranslation('drafts');
  if (facts.length === 0) return null;
  return (
    <details className={css.facts}>
      <summary>{t('facts.title')}</summary>
      <dl data-private="">
        {facts.map(({ name, value, from }) => (
          <Fact key={name} name={name} value={value} from={from} />
        ))}
      </dl>
    </details>
  );
}

function Fact({ name, value, from }: LetterFact) {
  const { t } = useTranslation('drafts');
  return (
    <>
      <dt>{t(`facts.name.${name}`)}</dt>
      <dd>
        <bdi>{value}</bdi> <span className={css.hint}>{t(`facts.from.${from}`)}</span>
      </dd>
    </>
  );
}
