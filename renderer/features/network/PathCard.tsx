import { ArrowRight, Link2, PenLine } from 'lucide-react';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { JudgedPath, PathStep } from '#core/network/model.ts';
import { DraftEditor } from '#renderer/drafts/DraftEditor.tsx';
import { Basis, CertaintyBadge } from '#renderer/network-panels/Basis.tsx';
import { KeepRequest } from '#renderer/network-panels/KeepRequest.tsx';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { TieBadge } from '#renderer/people/TieBadge.tsx';
import { hashOf } from '#renderer/store/navigation.ts';
import type { Route } from '#renderer/store/navigation.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import { BeforeAsking } from './AdviceCard.tsx';
import { pathSentence, weakestWords } from './path-words.ts';
import css from './Network.module.css';

/** One way: the sentence, the people on it, what each link rests on, and the letter to the first of them. */
export function PathCard({
  path,
  isBest,
}: {
  readonly path: JudgedPath;
  /** What is to be seen to before has been said with the advice. */
  readonly isBest: boolean;
}) {
  const { t } = useTranslation('network');
  const [isWriting, setWriting] = useState(false);
  const { steps } = path;
  const via = steps[0]!;
  const target = steps.at(-1)!;
  return (
    <article className={css.card} aria-label={pathSentence(path)}>
      <h2 className={css.sentence} data-private="">
        {pathSentence(path)}
      </h2>
      <Chain steps={steps} />
      <ul className={css.links} aria-label={t('path.links')}>
        {steps.map((step, at) => (
          <Link key={step.contactId} from={steps[at - 1]} to={step} />
        ))}
      </ul>
      <p className={css.weakest}>
        <Link2 size={16} strokeWidth={1.75} aria-hidden />
        <span data-private="">
          <strong>{t('path.weakest')}</strong> {weakestWords(path)}
        </span>
      </p>
      {isBest ? null : <BeforeAsking path={path} />}
      {steps.length === 1 ? null : (
        <div className={css.actions}>
          <Button
            icon={PenLine}
            aria-expanded={isWriting}
            aria-label={isWriting ? undefined : t('path.draftFor', { via: via.fn })}
            onClick={() => setWriting(!isWriting)}
          >
            {isWriting ? t('path.hide') : t('path.draft')}
          </Button>
          <KeepRequest via={via} to={target} />
          <a className={css.toPicture} href={hashOf(pictureOf(steps))}>
            {t('picture.inPicture')}
          </a>
        </div>
      )}
      {isWriting ? (
        <DraftEditor
          request={{
            about: 'path',
            kind: 'introduction_request',
            to: target.contactId,
            via: via.contactId,
            purpose: '',
          }}
        />
      ) : null}
    </article>
  );
}

const pictureOf = (steps: readonly PathStep[]): Route => ({
  section: 'network',
  mode: 'picture',
  params: {
    around: String(steps[steps.length >> 1]!.contactId),
    way: steps.map(({ contactId }) => contactId).join('-'),
  },
});

/** The people in order, from the owner on. */
function Chain({ steps }: { readonly steps: readonly PathStep[] }) {
  const { t } = useTranslation('network');
  return (
    <p className={css.chain}>
      <span className={css.you}>{t('path.you')}</span>
      {steps.map(({ contactId, fn, org }) => (
        <Fragment key={contactId}>
          <ArrowRight size={14} strokeWidth={1.75} aria-hidden className={css.arrow} />
          <span className={css.person}>
            <Avatar id={contactId} name={fn} size="small" />
            <PersonLink id={contactId}>{fn}</PersonLink>
            {org === '' ? null : (
              <span className={css.quiet} dir="auto">
                {org}
              </span>
            )}
          </span>
        </Fragment>
      ))}
    </p>
  );
}

function Link({ from, to }: { readonly from: PathStep | undefined; readonly to: PathStep }) {
  const { t } = useTranslation('network');
  return (
    <li className={css.link}>
      <p className={css.between}>
        <span data-private="">
          {from === undefined
            ? t('path.youAnd', { b: isolated(to.fn) })
            : t('path.and', { a: isolated(from.fn), b: isolated(to.fn) })}
        </span>
        <TieBadge tie={to.tie} />
        <CertaintyBadge certainty={to.tie.certainty} />
      </p>
      <Basis tie={to.tie} />
    </li>
  );
}
