import { useTranslation } from 'react-i18next';
import type { Goodwill } from '#core/introductions/goodwill.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import css from './KeepingUp.module.css';

/** Give and take with somebody, in plain words and without a judgement: "2 of 3 left this year · you did 1 thing for them". */
export function GoodwillLine({ goodwill }: { readonly goodwill: Goodwill }) {
  const { t } = useTranslation('references');
  const { given, taken, open, left, budget, thanksOwed, lastThankedOn, lastOutcomeOn } = goodwill;
  const said = [
    taken === 0 ? t('goodwill.untouched') : t('goodwill.left', { count: left, budget, taken }),
    open === 0 ? '' : t('goodwill.open', { count: open }),
    given === 0 ? '' : t('goodwill.given', { count: given }),
    thanksOwed === 0 ? '' : t('goodwill.owed', { count: thanksOwed }),
    lastThankedOn === undefined ? '' : t('goodwill.thanked', { on: dateWords(lastThankedOn) }),
    lastOutcomeOn === undefined ? '' : t('goodwill.outcome', { on: dateWords(lastOutcomeOn) }),
  ].filter((part) => part !== '');
  return (
    <Tooltip content={t('goodwill.why')}>
      <button type="button" className={css.ledger}>
        {said.map((part) => (
          <span key={part}>{part}</span>
        ))}
      </button>
    </Tooltip>
  );
}
