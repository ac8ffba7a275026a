import { ChevronDown, PenLine, RotateCcw } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { advised, isOtherwise } from '#core/invitations/advice.ts';
import { allowedDecisions } from '#core/invitations/decide.ts';
import type { Decision, Invitation, Vetting } from '#core/invitations/model.ts';
import { verdictLook } from '#renderer/people/verdict.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { decide, isConcluded } from './decisions.ts';
import { Letters } from './Letters.tsx';
import { OverrideDialog } from './OverrideDialog.tsx';
import css from './NextStep.module.css';

const SHORTCUTS: Readonly<Partial<Record<Decision, string>>> = {
  accept: '1',
  ask_inviter: '2',
  decline: '3',
  ignore: '4',
  later: '0',
};

/** The one thing to do about it, what else could be decided, and the letter that goes with it. */
export function NextStep({
  invitation,
  vetting,
  onMissing,
}: {
  readonly invitation: Invitation;
  readonly vetting: Vetting;
  readonly onMissing: () => void;
}) {
  const { t } = useTranslation('invitations');
  const [overriding, setOverriding] = useState<Decision>();
  const { state } = invitation;
  const { verdict } = vetting;
  const choose = (decision: Decision) => {
    if (isOtherwise(decision, verdict)) setOverriding(decision);
    else void decide(invitation, decision);
  };
  const others = allowedDecisions(state).filter((decision) => decision !== advised(verdict));
  return (
    <>
      <div className={css.bar}>
        <Primary invitation={invitation} vetting={vetting} onMissing={onMissing} />
        {isConcluded(state) ? null : (
          <Menu
            label={t('action.label')}
            trigger={
              <Button>
                {t('action.otherwise')}
                <ChevronDown size={16} strokeWidth={1.75} aria-hidden />
              </Button>
            }
            items={others.map((decision) => ({
              id: decision,
              label: t(`action.${decision}`),
              shortcut: SHORTCUTS[decision],
              run: () => choose(decision),
            }))}
          />
        )}
        {state === 'pending' ? null : (
          <p className={css.state}>{t('action.decided', { state: t(`state.${state}`) })}</p>
        )}
      </div>
      {verdict === 'REPORT' && !isConcluded(state) ? <ReportSteps /> : null}
      <Letters invitation={invitation} vetting={vetting} />
      {overriding === undefined ? null : (
        <OverrideDialog
          invitation={invitation}
          verdict={verdict}
          decision={overriding}
          onClose={() => setOverriding(undefined)}
        />
      )}
    </>
  );
}

function Primary({
  invitation,
  vetting: { verdict, askWhom },
  onMissing,
}: {
  readonly invitation: Invitation;
  readonly vetting: Vetting;
  readonly onMissing: () => void;
}) {
  const { t } = useTranslation('invitations');
  const [isBusy, setBusy] = useState(false);
  const decision = advised(verdict);
  const take = async (chosen: Decision) => {
    setBusy(true);
    await decide(invitation, chosen);
    setBusy(false);
  };
  if (isConcluded(invitation.state)) {
    return (
      <Button icon={RotateCcw} busy={isBusy} onClick={() => void take('reopen')}>
        {t('action.reopen')}
      </Button>
    );
  }
  if (decision === undefined) {
    return (
      <Button look="primary" icon={PenLine} onClick={onMissing}>
        {t('action.addMissing')}
      </Button>
    );
  }
  const primaryWords =
    verdict === 'ALREADY_CONNECTED'
      ? t('action.tick')
      : askWhom.length > 1
        ? t('action.askedAll', { count: askWhom.length })
        : t(`action.${decision}`);
  // It was done already: what remains is to wait, or to decide otherwise.
  if (!allowedDecisions(invitation.state).includes(decision)) return null;
  return (
    <Button look="primary" icon={verdictLook(verdict).icon} busy={isBusy} onClick={() => void take(decision)}>
      {primaryWords}
    </Button>
  );
}

const STEPS = ['one', 'two', 'three'] as const;

function ReportSteps() {
  const { t } = useTranslation('invitations');
  return (
    <section className={css.steps}>
      <h3>{t('reportSteps.title')}</h3>
      <ol>
        {STEPS.map((step) => (
          <li key={step}>{t(`reportSteps.${step}`)}</li>
        ))}
      </ol>
    </section>
  );
}
