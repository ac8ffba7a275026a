import { CircleCheck, CircleDashed, CircleDotDashed } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Counterfactual, Exposed, Invitation, Vetting } from '#core/invitations/model.ts';
import { verdictLook, verdictWords } from '#renderer/people/verdict.ts';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import { EvidenceList } from './EvidenceList.tsx';
import { ExposureLine } from './ExposureLine.tsx';
import { Missing } from './Missing.tsx';
import { NextStep } from './NextStep.tsx';
import { counterfactualWords } from './words.ts';
import css from './VerdictCard.module.css';

const CERTAINTY: Readonly<Record<Vetting['certainty'], LucideIcon>> = {
  clear: CircleCheck,
  likely: CircleDotDashed,
  open: CircleDashed,
};

/** What the book makes of an invitation: the verdict, why, what is missing, what it costs, what to do. */
export function VerdictCard({
  invitation,
  vetting,
  exposed,
}: {
  readonly invitation: Invitation;
  readonly vetting: Vetting;
  readonly exposed: Exposed;
}) {
  const { t } = useTranslation('invitations');
  const missing = useRef<HTMLDivElement>(null);
  const { icon: Icon, meaning } = verdictLook(vetting.verdict);
  const Sure = CERTAINTY[vetting.certainty];
  return (
    <section className={css.card} aria-label={t('verdict.label')} data-meaning={meaning}>
      <header className={css.head}>
        <span className={css.seal}>
          <Icon size={22} strokeWidth={1.75} aria-hidden />
        </span>
        <div className={css.verdict}>
          <h2>{verdictWords(vetting.verdict)}</h2>
          <Tooltip content={t(`verdict.certaintyWhy.${vetting.certainty}`)}>
            <button type="button" className={css.certainty}>
              <Sure size={14} strokeWidth={1.75} aria-hidden />
              {t(`verdict.certainty.${vetting.certainty}`)}
            </button>
          </Tooltip>
        </div>
      </header>
      <p className={css.voice}>{t(`verdict.voice.${vetting.verdict}`)}</p>
      <EvidenceList reasons={vetting.reasons} matching={vetting.matching} />
      <div ref={missing}>
        <Missing invitation={invitation} vetting={vetting} />
      </div>
      <WouldChange changes={vetting.wouldChange} />
      <ExposureLine exposure={vetting.exposure} exposed={exposed} />
      <NextStep
        invitation={invitation}
        vetting={vetting}
        onMissing={() => missing.current?.querySelector<HTMLElement>('input, textarea, button')?.focus()}
      />
    </section>
  );
}

function WouldChange({ changes }: { readonly changes: readonly Counterfactual[] }) {
  const { t } = useTranslation('invitations');
  if (changes.length === 0) return null;
  return (
    <section className={css.part}>
      <h3>{t('change.title')}</h3>
      <ul className={css.changes}>
        {changes.map((change) => {
          const { icon: Icon, meaning } = verdictLook(change.verdict);
          return (
            <li key={JSON.stringify(change)} data-meaning={meaning}>
              <span>{counterfactualWords(change)}</span>
              <span className={css.then}>
                <Icon size={14} strokeWidth={1.75} aria-hidden />
                {t('change.then', { verdict: verdictWords(change.verdict) })}
              </span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
