import { Check, Lock } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftRequest, Introduction, IntroductionStep } from '#core/introductions/model.ts';
import { lettersIn } from '#core/introductions/lifecycle.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { DraftEditor } from '#renderer/drafts/DraftEditor.tsx';
import { isolated } from '#renderer/strings/isolate.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { PaneSection } from '#renderer/ui/Pane.tsx';
import { StateBadge } from './IntroductionsList.tsx';
import { nextStep, STATIONS, stationsPassed } from './stages.ts';
import css from './Introductions.module.css';

const namesOf = ({ fnA, fnB }: Introduction) => ({ a: isolated(fnA), b: isolated(fnB) });

/** The double opt-in: where it stands, the steps it allows, and the letter for this one. */
export function Consent({ introduction }: { readonly introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const { state } = introduction;
  const { a, b } = namesOf(introduction);
  return (
    <PaneSection title={t('now')} action={<StateBadge introduction={introduction} />}>
      <Way introduction={introduction} />
      {introduction.steps.length === 0 ? (
        <p className={css.faint}>{t(state === 'closed_no' ? 'faceSaving' : 'closedText')}</p>
      ) : (
        <p className={css.privacy} data-private="">
          <Lock size={14} strokeWidth={1.75} aria-hidden />
          {state === 'b_yes' || state === 'introduced' ? t('privacyBoth') : t('privacy', { a, b })}
        </p>
      )}
      <Letter introduction={introduction} />
      <Steps introduction={introduction} />
    </PaneSection>
  );
}

/** The stations, as a list that says which is done. */
function Way({ introduction }: { readonly introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const { steps } = introduction;
  const { a, b } = namesOf(introduction);
  const passed = stationsPassed(introduction);
  return (
    <ol className={css.way} aria-label={t('path')}>
      {STATIONS.map((station, at) => {
        const place = at < passed ? 'done' : at === passed && steps.length > 0 ? 'now' : 'later';
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
            <span data-private="">{t(`pathSteps.${station}`, { a, b })}</span>
            <span className="visually-hidden">{t(`pathState.${place}`)}</span>
          </li>
        );
      })}
    </ol>
  );
}

function Steps({ introduction }: { readonly introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const [busy, setBusy] = useState<IntroductionStep>();
  const { id, steps } = introduction;
  const { a, b } = namesOf(introduction);
  const main = nextStep(introduction);
  const advance = async (step: IntroductionStep) => {
    setBusy(step);
    await act(() => client.introductions.advance({ id, step }), t(`logged.${step}`, { a, b }));
    setBusy(undefined);
  };
  if (steps.length === 0) return null;
  return (
    <div className={css.steps}>
      {steps.map((step) => (
        <Button
          key={step}
          look={step === main ? 'primary' : step === 'close' ? 'plain' : 'quiet'}
          busy={busy === step}
          disabled={busy !== undefined}
          onClick={() => void advance(step)}
        >
          <span data-private="">{t(`step.${step}`, { a, b })}</span>
        </Button>
      ))}
    </div>
  );
}

type IntroductionDraft = Extract<DraftRequest, { about: 'introduction' }>;
const isAboutBoth = (kind: string): kind is IntroductionDraft['kind'] =>
  kind === 'consent_a' || kind === 'consent_b' || kind === 'introduction';

/** The letter of this step; while its answer is awaited it is folded away. */
function Letter({ introduction: { id, state } }: { readonly introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const kind = lettersIn(state).find(isAboutBoth);
  if (kind === undefined) return null;
  const editor = <DraftEditor request={{ about: 'introduction', kind, introductionId: id }} />;
  if (state === 'idea' || state === 'a_yes' || state === 'b_yes') return editor;
  return (
    <details className={css.again}>
      <summary>{t('letterAgain')}</summary>
      {editor}
    </details>
  );
}
