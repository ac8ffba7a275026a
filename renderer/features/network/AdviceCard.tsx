import { Flame, HandHeart, MailPlus, PenLine, Waypoints } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LookUp } from '#api/network.ts';
import type { Advice } from '#core/network/model.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { adviceWords, favourWords, isVerified, staleWords } from './path-words.ts';
import { LetterFor } from './LetterFor.tsx';
import type { LetterAbout } from './LetterFor.tsx';
import type { Target } from './target.ts';
import css from './Network.module.css';

const ICONS = { write: PenLine, ask: Waypoints, note: MailPlus } as const;

/** What to do, in one sentence; what to see to before; and the letter. */
export function AdviceCard({
  found,
  target,
  name,
}: {
  readonly found: LookUp;
  readonly target: Target;
  readonly name: string;
}) {
  const { t } = useTranslation('network');
  const { advice, paths } = found;
  const [best] = paths;
  const sentence = adviceWords(found, target, name);
  const about = letterAbout(found, target);
  return (
    <article className={css.advice} aria-label={t('advice.title')}>
      {best === undefined || isVerified(advice) ? null : <p className={css.count}>{t('noPath.title')}</p>}
      <AdviceSentence code={advice.code} text={sentence} />
      {best === undefined ? null : <BeforeAsking path={best} />}
      {about === undefined ? null : <LetterButton about={about} code={advice.code} />}
    </article>
  );
}

export function AdviceSentence({ code, text }: { readonly code: Advice['code']; readonly text: string }) {
  const Icon = ICONS[code];
  return (
    <div role="status">
      <h2 className={css.sentence} data-private="">
        <Icon size={20} strokeWidth={1.5} aria-hidden />
        <span dir="auto">{text}</span>
      </h2>
    </div>
  );
}

/** Links to be warmed up first, and what was asked of the first person lately. */
export function BeforeAsking({ path }: { readonly path: LookUp['paths'][number] }) {
  const favours = path.steps.length > 1 ? favourWords(path) : undefined;
  const lines = [
    ...path.stale.map((link) => ({ icon: Flame, text: staleWords(path, link) })),
    ...(favours === undefined ? [] : [{ icon: HandHeart, text: favours }]),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className={css.before}>
      {lines.map(({ icon: Icon, text }) => (
        <li key={text} className={css.weakest}>
          <Icon size={16} strokeWidth={1.75} aria-hidden />
          <span data-private="" dir="auto">
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The letter that follows from the advice, opened on a press. */
export function LetterButton({
  about,
  code,
}: {
  readonly about: LetterAbout;
  readonly code: Advice['code'];
}) {
  const { t } = useTranslation('network');
  const [isWriting, setWriting] = useState(false);
  return (
    <>
      <div className={css.actions}>
        <Button
          look={isWriting ? 'quiet' : 'primary'}
          icon={PenLine}
          aria-expanded={isWriting}
          onClick={() => setWriting(!isWriting)}
        >
          {isWriting ? t('path.hide') : t(`advice.draft.${code}`)}
        </Button>
      </div>
      {isWriting ? <LetterFor about={about} /> : null}
    </>
  );
}

/** Whom the letter goes to and about; undefined where nobody in particular is meant. */
function letterAbout({ advice, paths }: LookUp, target: Target): LetterAbout | undefined {
  const steps = paths[0]?.steps;
  const [first, last] = [steps?.[0], steps?.at(-1)];
  if (advice.code === 'ask' && first !== undefined && last !== undefined)
    return { kind: 'ask', to: last.contactId, via: first.contactId };
  if (last !== undefined) return { kind: advice.code === 'write' ? 'write' : 'note', to: last.contactId };
  if (target.kind === 'contact') return { kind: 'note', to: target.contactId };
  return target.kind === 'org' ? { kind: 'stranger', fn: '', org: target.org } : undefined;
}
