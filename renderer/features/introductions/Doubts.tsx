import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Check, CircleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { IntroductionForm } from '#core/introductions/model.ts';
import type { Doubt } from '#core/introductions/win-win.ts';
import { orpc } from '#renderer/client/queries.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import css from './Introductions.module.css';

interface Names {
  readonly fnA: string;
  readonly fnB: string;
}

const SETTLE_MS = 400;

/** A value once it has stood still for a moment: nobody wants to be judged while typing. */
function useSettled<Value>(value: Value): Value {
  const [settled, setSettled] = useState(value);
  const key = JSON.stringify(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), SETTLE_MS);
    return () => clearTimeout(timer);
    // The value is the same while what it says is.
    // eslint-disable-next-line react/exhaustive-deps
  }, [key]);
  return settled;
}

/** What to think about before these two are asked; undefined until the book has answered, or while nobody is chosen. */
export function useDoubts(form: IntroductionForm | undefined): readonly Doubt[] | undefined {
  const settled = useSettled(form);
  // Asking for oneself needs no win for two: the letter says what it is about, and a no is easy.
  const input = settled === undefined || settled.direction === 'requested' ? undefined : settled;
  const { data } = useQuery({
    ...orpc.introductions.doubts.queryOptions({
      // Not asked while nothing is chosen.
      input: input ?? ({} as IntroductionForm),
      placeholderData: keepPreviousData,
    }),
    enabled: input !== undefined,
  });
  return input === undefined ? undefined : data;
}

/** The doubts in words, or a calm word that there is none. */
export function DoubtList({ doubts, names }: { readonly doubts: readonly Doubt[]; readonly names: Names }) {
  const { t } = useTranslation('introductions');
  if (doubts.length === 0)
    return (
      <p className={css.sound}>
        <Check size={14} strokeWidth={2} aria-hidden />
        {t('doubts.none')}
      </p>
    );
  return (
    <ul className={css.doubts} aria-label={t('doubts.title')}>
      {doubts.map((doubt) => (
        <li key={JSON.stringify(doubt)}>
          <CircleAlert size={14} strokeWidth={1.75} aria-hidden />
          <span data-private="">{doubtWords(doubt, names)}</span>
        </li>
      ))}
    </ul>
  );
}

function doubtWords(doubt: Doubt, { fnA, fnB }: Names): string {
  const sides = (side: 'a' | 'b') => ({
    who: isolated(side === 'a' ? fnA : fnB),
    other: isolated(side === 'a' ? fnB : fnA),
  });
  switch (doubt.code) {
    case 'no_benefit':
    case 'vague':
    case 'asymmetry':
      return i18n.t(`introductions:doubts.${doubt.code}`, sides(doubt.side));
    case 'former_employer':
      return i18n.t('introductions:doubts.former_employer', { ...sides(doubt.side), org: doubt.org });
    case 'pressure':
      return i18n.t('introductions:doubts.pressure', { quote: doubt.quote });
    case 'colleagues':
      return i18n.t('introductions:doubts.colleagues', { org: doubt.org });
    default:
      return i18n.t(`introductions:doubts.${doubt.code}`);
  }
}
