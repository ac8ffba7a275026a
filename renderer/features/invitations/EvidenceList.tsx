import { Check, Circle, Scale, X } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Reason, Vetting } from '#core/invitations/model.ts';
import { verdictWords } from '#renderer/people/verdict.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Tooltip } from '#renderer/ui/Tooltip.tsx';
import { SourceLinks } from './SourceLinks.tsx';
import { harmlessWords, isSign, reasonWords } from './words.ts';
import css from './EvidenceList.module.css';

type Stance = Reason['stance'];
const ICONS: Readonly<Record<Stance, LucideIcon>> = { for: Check, against: X, open: Circle };
const STANCES = ['for', 'against', 'open'] as const satisfies readonly Stance[];

/**
 * What the verdict rests on: for, against and open, each with its day and a way to look for oneself; small signs apart,
 * each with what else may explain it. The rules behind it on demand.
 */
export function EvidenceList({
  reasons,
  matching = [],
}: {
  readonly reasons: readonly Reason[];
  readonly matching?: Vetting['matching'];
}) {
  const { t } = useTranslation('invitations');
  const [isRuled, setRuled] = useState(false);
  const signs = reasons.filter(isSign);
  const facts = reasons.filter((reason) => !isSign(reason));
  if (reasons.length === 0 && matching.length === 0) return <p className={css.quiet}>{t('evidence.none')}</p>;
  return (
    <div className={css.evidence}>
      {STANCES.map((stance) => {
        const some = facts.filter((reason) => reason.stance === stance);
        return some.length === 0 ? null : (
          <ul key={stance} aria-label={t(`evidence.${stance}`)} className={css.reasons}>
            {some.map((reason) => (
              <Evidence key={JSON.stringify(reason)} reason={reason} isRuled={isRuled} />
            ))}
          </ul>
        );
      })}
      {signs.length === 0 ? null : (
        <section className={css.signs}>
          <h3 className={css.title}>{t('evidence.signs')}</h3>
          <ul aria-label={t('evidence.signs')} className={css.reasons}>
            {signs.map((reason) => (
              <Evidence key={JSON.stringify(reason)} reason={reason} isRuled={false} />
            ))}
          </ul>
        </section>
      )}
      {matching.length === 0 ? null : (
        <div>
          <Button
            look="plain"
            icon={Scale}
            className={css.rulesButton}
            aria-expanded={isRuled}
            onClick={() => setRuled(!isRuled)}
          >
            {t(isRuled ? 'evidence.hideRules' : 'evidence.showRules')}
          </Button>
          {isRuled ? <Rules matching={matching} /> : null}
        </div>
      )}
    </div>
  );
}

function Evidence({ reason, isRuled }: { readonly reason: Reason; readonly isRuled: boolean }) {
  const { t } = useTranslation('invitations');
  const Icon = ICONS[reason.stance];
  const harmless = harmlessWords(reason);
  const { on, rule } = reason;
  return (
    <li className={css.reason} data-stance={reason.stance}>
      <Icon size={16} strokeWidth={2.25} aria-hidden />
      <div>
        <p>
          <span className="visually-hidden">{t(`evidence.stance.${reason.stance}`)} </span>
          <span className={css.said} data-private="">
            {reasonWords(reason)}
          </span>
          {reason.decisive === true ? <Decides /> : null}
        </p>
        {harmless === undefined ? null : <p className={css.harmless}>{harmless}</p>}
        <p className={css.source}>
          {on === undefined ? null : <time dateTime={on}>{dateWords(on)}</time>}
          <SourceLinks reason={reason} />
          {isRuled && rule !== undefined ? <span>{ruleWords(rule, t(`rule.${rule}`))}</span> : null}
        </p>
      </div>
    </li>
  );
}

/** The rule's own name goes with what it asks. */
const ruleWords = (rule: string, name: string) => `${rule} · ${name}`;

function Decides() {
  const { t } = useTranslation('invitations');
  return (
    <Tooltip content={t('evidence.decidesWhy')}>
      <button type="button" className={css.decides}>
        {t('evidence.decides')}
      </button>
    </Tooltip>
  );
}

function Rules({ matching }: { readonly matching: NonNullable<Vetting['matching']> }) {
  const { t } = useTranslation('invitations');
  return (
    <ol className={css.rules} aria-label={t('evidence.rules')}>
      {matching.map(({ rule, verdict }, at) => (
        <li key={rule} data-first={at === 0 || undefined}>
          <span>{ruleWords(rule, t(`rule.${rule}`))}</span>
          <span className={css.quiet}>{t('change.then', { verdict: verdictWords(verdict) })}</span>
        </li>
      ))}
    </ol>
  );
}
