import { CircleCheck, CircleX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { DuplicatePair, DuplicateReason } from '#core/contacts/duplicates/model.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import type { Comparison } from './comparison.ts';
import { reasonWords, stanceOf, strengthWords } from './words.ts';
import css from './Reasons.module.css';

/** Why the book thinks so, for and against; in a cluster pair by pair, the strongest open. */
export function Reasons({ people, pairs }: Pick<Comparison, 'people' | 'pairs'>) {
  const { t } = useTranslation('duplicates');
  const [first, ...others] = pairs;
  if (first === undefined) return null;
  const pairWords = ({ a, b }: DuplicatePair) => {
    const [fnA = '', fnB = ''] = [a, b].map((id) => people.find((person) => person.id === id)?.fn);
    return t('reasons.pair', { a: isolated(fnA), b: isolated(fnB) });
  };
  return (
    <PaneSection title={t('reasons.title')}>
      {others.length === 0 ? null : (
        <h3 className={css.pair} data-private="">
          {pairWords(first)}
        </h3>
      )}
      <Pair pair={first} />
      {others.length === 0 ? null : (
        <details className={css.more}>
          <summary>{t('reasons.others', { count: others.length })}</summary>
          <ul className={css.pairs}>
            {others.map((pair) => (
              <li key={`${pair.a}-${pair.b}`}>
                <h3 className={css.pair} data-private="">
                  {pairWords(pair)}
                </h3>
                <Pair pair={pair} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </PaneSection>
  );
}

function Pair({ pair: { reasons } }: { readonly pair: DuplicatePair }) {
  const { t } = useTranslation('duplicates');
  const [speakFor, against] = (['for', 'against'] as const).map((stance) =>
    reasons.filter((reason) => stanceOf(reason) === stance),
  );
  return (
    <div className={css.sides}>
      <Side title={t('reasons.for')} none={t('reasons.nothingFor')} reasons={speakFor ?? []} />
      <Side title={t('reasons.against')} none={t('reasons.nothingAgainst')} reasons={against ?? []} />
    </div>
  );
}

function Side({
  title,
  none,
  reasons,
}: {
  readonly title: string;
  readonly none: string;
  readonly reasons: readonly DuplicateReason[];
}) {
  if (reasons.length === 0) return <p className={css.none}>{none}</p>;
  return (
    <ul className={css.reasons} aria-label={title}>
      {reasons.map((reason) => {
        const isFor = stanceOf(reason) === 'for';
        const Icon = isFor ? CircleCheck : CircleX;
        return (
          <li key={`${reason.field}/${reason.agreement}`} data-stance={isFor ? 'for' : 'against'}>
            <Icon size={16} strokeWidth={1.75} aria-hidden />
            <p data-private="">
              {reasonWords(reason)}
              <span className={css.strength}>{strengthWords(reason)}</span>
            </p>
          </li>
        );
      })}
    </ul>
  );
}
