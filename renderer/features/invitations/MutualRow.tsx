import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ASK_AGAIN_DAYS, daysSinceAsked, referenceStep, wantsReason } from '#core/invitations/ask-whom.ts';
import type { ReferenceStep } from '#core/invitations/ask-whom.ts';
import type { Invitation, Mutual } from '#core/invitations/model.ts';
import { orpc } from '#renderer/client/queries.ts';
import { reliabilityWords } from '#renderer/keeping-up/references-words.ts';
import { useToday } from '#renderer/keeping-up/today.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Answers } from './Answers.tsx';
import { AnswerState } from './AnswerState.tsx';
import { AgainstAsking, AskMutual, NudgeMutual } from './AskMutual.tsx';
import { markAsked, nameOf } from './asking.ts';
import { MutualWho } from './MutualWho.tsx';
import css from './MutualList.module.css';

type Panel = 'ask' | 'nudge' | 'answer';

/** Whether a question to them makes sense: never asked, or so long ago that it may be asked again. */
const mayBeAsked = (mutual: Mutual, step: ReferenceStep, today: string): boolean =>
  step === 'untried' || (step === 'silent' && (daysSinceAsked(mutual, today) ?? 0) >= ASK_AGAIN_DAYS);

/**
 * One mutual connection. With the focus on it: W opens the letter that comes next, K notes that they were asked, A opens
 * the answers, 1–6 picks one.
 */
export function MutualRow({
  invitation,
  mutual,
}: {
  readonly invitation: Invitation;
  readonly mutual: Mutual;
}) {
  const [panel, setPanel] = useState<Panel>();
  const row = useRef<HTMLLIElement>(null);
  const today = useToday();
  const { data: policy } = useQuery(orpc.invitations.policy.queryOptions());
  const step = referenceStep(mutual, today, policy?.silenceDays);
  const letter = letterFor(mutual, step, today);
  const toggle = (wanted: Panel) => setPanel(panel === wanted ? undefined : wanted);
  const done = () => {
    setPanel(undefined);
    row.current?.focus();
  };
  const askedByKey = () => {
    if (wantsReason(mutual, today)) setPanel('ask');
    else void markAsked(mutual);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!isPlainKey(event)) return;
    const { key } = event;
    if (key === 'a') setPanel('answer');
    else if (key === 'w' && letter !== undefined) setPanel(letter);
    else if (key === 'k' && letter === 'ask') askedByKey();
    else if (key === 'Escape' && panel !== undefined) done();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    // A group of controls that is a stop of its own, so that two keys are enough for an answer.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex
    <li ref={row} className={css.mutual} tabIndex={0} aria-label={nameOf(mutual)} onKeyDown={onKeyDown}>
      <MutualWho mutual={mutual} />
      <WhatToKnow mutual={mutual} step={step} today={today} />
      <div className={css.asked}>
        <AnswerState mutual={mutual} step={step} today={today} />
        <Buttons mutual={mutual} letter={letter} panel={panel} onToggle={toggle} />
      </div>
      {panel === 'ask' ? <AskMutual invitation={invitation} mutual={mutual} onDone={done} /> : null}
      {panel === 'nudge' ? <NudgeMutual invitation={invitation} mutual={mutual} onDone={done} /> : null}
      {panel === 'answer' ? <Answers mutual={mutual} fn={nameOf(mutual)} onDone={done} /> : null}
    </li>
  );
}

/** A key by itself, and not one of a text being written. */
const isPlainKey = ({ nativeEvent, target }: KeyboardEvent): boolean =>
  !(nativeEvent.isComposing || nativeEvent.ctrlKey || nativeEvent.metaKey || nativeEvent.altKey) &&
  !(target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement);

function letterFor(mutual: Mutual, step: ReferenceStep, today: string): 'ask' | 'nudge' | undefined {
  if (step === 'nudge') return 'nudge';
  return mayBeAsked(mutual, step, today) ? 'ask' : undefined;
}

/** Before they are asked: what speaks against it now, and how often they knew whom they were shown to know. */
function WhatToKnow({
  mutual,
  step,
  today,
}: {
  readonly mutual: Mutual;
  readonly step: ReferenceStep;
  readonly today: string;
}) {
  const reliability = mutual.asking?.reliability;
  return (
    <>
      {step === 'untried' ? <AgainstAsking mutual={mutual} today={today} /> : null}
      {reliability === undefined || reliability.disowned === 0 ? null : (
        <p className={css.quiet}>{reliabilityWords(reliability)}</p>
      )}
    </>
  );
}

function Buttons({
  mutual,
  letter,
  panel,
  onToggle,
}: {
  readonly mutual: Mutual;
  readonly letter: 'ask' | 'nudge' | undefined;
  readonly panel: Panel | undefined;
  readonly onToggle: (panel: Panel) => void;
}) {
  const { t } = useTranslation('invitations');
  const { t: words } = useTranslation('references');
  const fn = nameOf(mutual);
  return (
    <>
      {letter === undefined ? null : (
        <Button
          aria-label={words(`${letter}.openOf`, { fn })}
          aria-expanded={panel === letter}
          onClick={() => onToggle(letter)}
        >
          {words(`${letter}.open`)}
        </Button>
      )}
      <Button
        aria-label={t('mutuals.answerOf', { fn })}
        aria-expanded={panel === 'answer'}
        onClick={() => onToggle('answer')}
      >
        {t('mutuals.answer')}
      </Button>
    </>
  );
}
