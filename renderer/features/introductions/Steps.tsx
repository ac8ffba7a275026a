import { useQuery } from '@tanstack/react-query';
import { CalendarDays, Ellipsis } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isStrained } from '#core/introductions/goodwill.ts';
import { LEADS_ON, needsReason } from '#core/introductions/lifecycle.ts';
import type { Introduction, IntroductionStep } from '#core/introductions/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { orpc } from '#renderer/client/queries.ts';
import { GoodwillLine } from '#renderer/keeping-up/GoodwillLine.tsx';
import { loggedWords, stepWords } from '#renderer/people/introduction-words.ts';
import { Button, IconButton } from '#renderer/ui/Button.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { asksMore, StepDialog } from './StepDialog.tsx';
import type { Said } from './StepDialog.tsx';
import { stepsApart, stepsInSight } from './stages.ts';
import css from './Introductions.module.css';

/** What may be done or answered now: the step that leads on first, and apart what sets a rule aside or ends it. */
export function Steps({
  introduction,
  isHeld,
}: {
  readonly introduction: Introduction;
  /** Nobody is asked before the doubts are answered; what ends it can be done. */
  readonly isHeld: boolean;
}) {
  const { t } = useTranslation('introductions');
  const [busy, setBusy] = useState<IntroductionStep>();
  const [asking, setAsking] = useState<{ step: IntroductionStep; isAny: boolean }>();
  const policies = usePolicies(introduction);
  const goodwill = useGoodwill(introduction);
  const isStrainedAsk = (step: IntroductionStep) =>
    step === 'ask_a' && goodwill !== undefined && isStrained(goodwill);
  const may = (step: IntroductionStep) => !isHeld || !LEADS_ON.has(step);
  const shown = stepsInSight(introduction).filter(may);
  const apart = stepsApart(introduction).filter(may);
  const advance = async (said: Said) => {
    setAsking(undefined);
    setBusy(said.step);
    const { id } = introduction;
    await act(() => client.introductions.advance({ id, ...said }), loggedWords(introduction, said.step));
    setBusy(undefined);
  };
  const take = (step: IntroductionStep) =>
    asksMore(step) || isStrainedAsk(step) ? setAsking({ step, isAny: false }) : void advance({ step });
  if (introduction.steps.length === 0) return null;
  return (
    <>
      {goodwill === undefined ? null : <GoodwillLine goodwill={goodwill} />}
      <div className={css.steps}>
        {shown.map((step, at) => (
          <Button
            key={step}
            look={at === 0 && !isHeld ? 'primary' : 'quiet'}
            busy={busy === step}
            disabled={busy !== undefined}
            onClick={() => take(step)}
          >
            <span data-private="">{stepWords(introduction, step)}</span>
          </Button>
        ))}
        {shown[0] === undefined || isHeld ? null : (
          <Button
            look="plain"
            icon={CalendarDays}
            onClick={() => setAsking({ step: shown[0]!, isAny: true })}
          >
            {t('otherDay')}
          </Button>
        )}
        {apart.length === 0 ? null : (
          <Menu
            label={t('ways')}
            trigger={<IconButton icon={Ellipsis} label={t('ways')} />}
            items={apart.map((step) => ({
              id: step,
              label: stepWords(introduction, step),
              run: () => take(step),
            }))}
          />
        )}
      </div>
      {asking === undefined ? null : (
        <StepDialog
          introduction={introduction}
          step={asking.step}
          needsReason={needsReason(asking.step, policies) || isStrainedAsk(asking.step)}
          {...(asking.isAny ? { choices: shown } : {})}
          onSave={(said) => void advance(said)}
          onClose={() => setAsking(undefined)}
        />
      )}
    </>
  );
}

/** Give and take with whoever is to be asked for an introduction; undefined once they have been. */
function useGoodwill({ direction, a, steps }: Introduction) {
  const isAsk = direction === 'requested' && steps.includes('ask_a');
  const { data } = useQuery({
    ...orpc.invitations.references.queryOptions({ input: { contactId: a } }),
    enabled: isAsk,
  });
  return isAsk ? data?.goodwill : undefined;
}

/** How the two like to be introduced; until the book has said so, everybody is asked first. */
function usePolicies({ a, b }: Introduction) {
  const one = useQuery(orpc.manners.get.queryOptions({ input: { contactId: a } }));
  const other = useQuery(orpc.manners.get.queryOptions({ input: { contactId: b } }));
  return {
    a: one.data?.introductionPolicy ?? 'ask-first',
    b: other.data?.introductionPolicy ?? 'ask-first',
  } as const;
}
