import { Check, Lock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Introduction, IntroductionLetter, IntroductionStep } from '#core/introductions/model.ts';
import { letterFor } from '#core/introductions/next-letter.ts';
import { mayBeShown, mayBeTold, progressOf } from '#core/introductions/progress.ts';
import type { Doubt } from '#core/introductions/win-win.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { DraftEditor } from '#renderer/drafts/DraftEditor.tsx';
import { useToday } from '#renderer/keeping-up/today.ts';
import { loggedWords } from '#renderer/people/introduction-words.ts';
import { navigate } from '#renderer/store/store.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { TextInput } from '#renderer/ui/TextInput.tsx';
import { DoubtList, useDoubts } from './Doubts.tsx';
import { StateBadge } from './IntroductionsList.tsx';
import { StepDialog } from './StepDialog.tsx';
import { Steps } from './Steps.tsx';
import { stationsOf, stationsPassed } from './stages.ts';
import { waitingFor, waitingWords } from './waiting-words.ts';
import css from './Introductions.module.css';

const namesOf = ({ fnA, fnB }: Introduction) => ({ a: isolated(fnA), b: isolated(fnB) });

/** The double opt-in: where it stands, what there is to think about, the letter for this step, and the steps it allows. */
export function Consent({ introduction }: { readonly introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const { id, direction, a, b, purpose, benefitA, benefitB, state } = introduction;
  const isIdea = state === 'idea' && direction !== 'requested';
  const doubts = useDoubts(isIdea ? { direction, a, b, purpose, benefitA, benefitB } : undefined);
  // Whoever goes on with open doubts says why first; everything else waits for that.
  const isHeld = isIdea && doubts !== undefined && doubts.length > 0;
  return (
    <PaneSection title={t('now')} action={<StateBadge introduction={introduction} />}>
      <Way introduction={introduction} />
      <Turn introduction={introduction} />
      {isIdea && doubts !== undefined ? <Worth introduction={introduction} doubts={doubts} /> : null}
      {isHeld ? null : (
        <>
          <Privacy introduction={introduction} />
          <Letter key={`${id} ${state}`} introduction={introduction} />
        </>
      )}
      <Steps introduction={introduction} isHeld={isHeld} />
    </PaneSection>
  );
}

/** Whose turn it is, and since when. */
function Turn({ introduction }: { readonly introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const today = useToday();
  const { state, log, fnA, fnB } = introduction;
  const waiting = waitingFor(introduction, today);
  if (state === 'closed_no' && waiting.kind === 'over') {
    const words = mayBeTold(progressOf(introduction)) ? 'faceSavingAsked' : 'faceSaving';
    return (
      <p className={css.turn} data-private="">
        {t(words, namesOf(introduction))}
      </p>
    );
  }
  if (state === 'lapsed') {
    const who = log.some(({ step }) => step === 'ask_b') ? fnB : fnA;
    return <p className={css.turn}>{t('restText', { who: isolated(who) })}</p>;
  }
  return (
    <p className={css.turn} data-private="">
      {waitingWords(introduction, waiting)}
    </p>
  );
}

function Privacy({ introduction }: { readonly introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const { steps, direction, state } = introduction;
  if (steps.length === 0 || state === 'lapsed' || state === 'closed_no') return null;
  const words = direction === 'requested' ? 'privacyFor' : 'privacy';
  // Once they are introduced there is nothing left to guard.
  const isMade = introduction.log.some(({ step }) => step === 'introduce');
  if (direction === 'requested' && isMade) return null;
  return (
    <p className={css.privacy} data-private="">
      <Lock size={14} strokeWidth={1.75} aria-hidden />
      {mayBeShown(progressOf(introduction)) ? t('privacyBoth') : t(words, namesOf(introduction))}
    </p>
  );
}

/** Whether it is worth it to both, and the way on where it is not quite. */
function Worth({
  introduction,
  doubts,
}: {
  readonly introduction: Introduction;
  readonly doubts: readonly Doubt[];
}) {
  const { t } = useTranslation('introductions');
  const [isAsking, setAsking] = useState(false);
  const { id } = introduction;
  return (
    <section className={css.worth} aria-label={t('doubts.title')}>
      <h3>{t('doubts.title')}</h3>
      <DoubtList doubts={doubts} names={introduction} />
      {doubts.length === 0 ? null : (
        <>
          <p className={css.faint}>{t('doubts.hint')}</p>
          <div className={css.steps}>
            <Button look="primary" onClick={() => navigate({ section: 'introductions', id, mode: 'edit' })}>
              {t('doubts.fill')}
            </Button>
            <Button onClick={() => setAsking(true)}>{t('doubts.anyway')}</Button>
          </div>
        </>
      )}
      {isAsking ? (
        <StepDialog
          introduction={introduction}
          step="check_fit"
          needsReason
          onClose={() => setAsking(false)}
          onSave={(said) => {
            setAsking(false);
            void act(
              () => client.introductions.advance({ id, ...said }),
              loggedWords(introduction, said.step),
            );
          }}
        />
      ) : null}
    </section>
  );
}

/** The stations, as a list that says which is done. */
function Way({ introduction }: { readonly introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const { steps, direction, state } = introduction;
  const isOpen = steps.length > 0 && state !== 'closed_no';
  const names = namesOf(introduction);
  const passed = stationsPassed(introduction);
  return (
    <ol className={css.way} aria-label={t('path')}>
      {stationsOf(direction).map((station, at) => {
        const place = at < passed ? 'done' : at === passed && isOpen ? 'now' : 'later';
        return (
          <li
            key={station}
            className={css.station}
            data-place={place}
            aria-current={place === 'now' ? 'step' : undefined}
          >
            <span className={css.dot}>
              {place === 'done' ? <Check size={12} strokeWidth={3} aria-hidden /> : null}
            </span>
            <span data-private="">{t(`pathSteps.${station}`, names)}</span>
            <span className="visually-hidden">{t(`pathState.${place}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}

/** What has been done once a letter was sent. */
const SENT: Readonly<Record<IntroductionLetter, readonly IntroductionStep[]>> = {
  introduction_request: ['ask_a'],
  consent_a: ['ask_a'],
  consent_b: ['ask_b'],
  nudge: ['nudge_a', 'nudge_b'],
  introduction: ['introduce'],
  moving_to_bcc: ['move_to_bcc'],
  decline_introduction: ['tell_no'],
  thank_you: ['thank'],
  outcome_report: ['tell_outcome'],
};

/** The one letter of this step; while its answer is awaited it is folded away. */
function Letter({ introduction }: { readonly introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const today = useToday();
  const [offer, setOffer] = useState('');
  const { id, state, steps } = introduction;
  const kind = letterFor(progressOf(introduction), today);
  if (kind === undefined) return null;
  const step = SENT[kind].find((one) => steps.includes(one));
  const editor = (
    <DraftEditor
      request={{
        about: 'introduction',
        kind,
        introductionId: id,
        ...(kind === 'decline_introduction' && { offer }),
      }}
      {...(step !== undefined && {
        onWritten: () =>
          void act(() => client.introductions.advance({ id, step }), loggedWords(introduction, step)),
      })}
    />
  );
  if (kind === 'decline_introduction') {
    return (
      <>
        <Field label={t('offer.label')} hint={t('offer.hint')}>
          <TextInput spellCheck maxLength={300} onBlur={({ target }) => setOffer(target.value.trim())} />
        </Field>
        {editor}
      </>
    );
  }
  const isWritten = (state === 'asked_a' || state === 'asked_b') && kind !== 'nudge';
  const isAgain = kind === 'introduction' && state === 'introduced';
  if (!isWritten && !isAgain && state !== 'a_later' && state !== 'b_later') return editor;
  return (
    <details className={css.again}>
      <summary>{t('letterAgain')}</summary>
      {editor}
    </details>
  );
}
