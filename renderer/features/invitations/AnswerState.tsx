import { CircleCheck, CircleHelp, CircleMinus, CircleX, Clock } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { daysSinceAsked } from '#core/invitations/ask-whom.ts';
import type { ReferenceStep } from '#core/invitations/ask-whom.ts';
import type { Answer, Mutual } from '#core/invitations/model.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { Badge } from '#renderer/ui/Badge.tsx';
import type { Meaning } from '#renderer/ui/Badge.tsx';
import css from './MutualList.module.css';

const LOOK: Readonly<Record<Answer, { readonly icon: LucideIcon; readonly meaning: Meaning }>> = {
  knows_well: { icon: CircleCheck, meaning: 'accept' },
  knows: { icon: CircleCheck, meaning: 'accept' },
  met: { icon: CircleHelp, meaning: 'neutral' },
  not_really: { icon: CircleMinus, meaning: 'caution' },
  warns: { icon: CircleX, meaning: 'decline' },
  no_reply: { icon: Clock, meaning: 'neutral' },
};

/** How the question to them stands: asked, to be reminded, silent, or what they said. */
export function AnswerState({
  mutual,
  step,
  today,
}: {
  readonly mutual: Mutual;
  readonly step: ReferenceStep;
  readonly today: string;
}) {
  const { t } = useTranslation('invitations');
  const { t: words } = useTranslation('references');
  const { answer, askedOn, answeredOn, nudgedOn, quote } = mutual;
  if (answer !== undefined) {
    const { icon, meaning } = LOOK[answer];
    return (
      <span className={css.answer}>
        <Badge icon={icon} meaning={meaning}>
          {t(`mutuals.choices.${answer}`)}
        </Badge>
        {answeredOn === undefined ? null : (
          <span className={css.quiet}>{t('mutuals.answeredOn', { on: dateWords(answeredOn) })}</span>
        )}
        {quote === undefined ? null : (
          <q className={css.quoted} dir="auto">
            {quote}
          </q>
        )}
      </span>
    );
  }
  if (askedOn === undefined) return null;
  const count = daysSinceAsked(mutual, today) ?? 0;
  return (
    <span className={css.quiet}>
      {step === 'silent' ? words('nudge.silent', { count }) : t('mutuals.asked', { on: dateWords(askedOn) })}
      {step === 'nudge' ? ` – ${words('nudge.due', { count })}` : null}
      {step === 'nudged' && nudgedOn !== undefined
        ? ` · ${words('nudge.nudged', { on: dateWords(nudgedOn) })}`
        : null}
    </span>
  );
}
