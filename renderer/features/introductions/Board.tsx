import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IntroductionDirection } from '#core/introductions/model.ts';
import type { Introduction } from '#core/introductions/model.ts';
import { needsOwner } from '#core/introductions/waiting.ts';
import type { Day } from '#core/reminders/model.ts';
import { orpc } from '#renderer/client/queries.ts';
import { useToday } from '#renderer/keeping-up/today.ts';
import { hashOf } from '#renderer/store/navigation.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Choice } from '#renderer/ui/Choice.tsx';
import { StateBadge } from './IntroductionsList.tsx';
import { stageOf, STAGES } from './stages.ts';
import { Suggestions } from './Suggestions.tsx';
import { waitingFor, waitingWords } from './waiting-words.ts';
import css from './Board.module.css';

type Shown = IntroductionDirection | 'all';

/** All introductions by stage, at a glance, and whom one might introduce next. */
export function Board() {
  const { t } = useTranslation('introductions');
  const today = useToday();
  const all = useQuery(orpc.introductions.list.queryOptions());
  const [show, setShow] = useState<Shown>('all');
  if (all.data === undefined) return null;
  const directions = IntroductionDirection.options.filter((one) =>
    all.data.some(({ direction }) => direction === one),
  );
  const shown = all.data.filter(({ direction }) => show === 'all' || direction === show);
  return (
    <section className={css.frame} aria-label={t('list.board')}>
      {directions.length < 2 ? null : (
        <div className={css.bar}>
          <Choice<Shown>
            label={t('show.label')}
            hideLabel
            options={[
              { value: 'all', label: t('show.all') },
              ...directions.map((value) => ({ value, label: t(`directionShort.${value}`) })),
            ]}
            value={show}
            onValue={setShow}
          />
        </div>
      )}
      {/* The list says it when there is none. */}
      {all.data.length === 0 ? null : <Stages introductions={shown} today={today} />}
      <Suggestions />
    </section>
  );
}

function Stages({
  introductions,
  today,
}: {
  readonly introductions: readonly Introduction[];
  readonly today: Day;
}) {
  const { t } = useTranslation('introductions');
  return (
    <div className={css.board}>
      {STAGES.map((stage) => {
        const here = introductions.filter(({ state }) => stageOf(state) === stage);
        return (
          <section key={stage} className={css.stage} aria-label={t(`stage.${stage}`)}>
            <h2 className={css.title}>
              {t(`stage.${stage}`)} <span className={css.count}>{here.length}</span>
            </h2>
            {here.length === 0 ? <p className={css.nobody}>{t('stageNone')}</p> : null}
            <ul className={css.cards}>
              {here.map((introduction) => (
                <li key={introduction.id}>
                  <Card introduction={introduction} today={today} />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function Card({ introduction, today }: { readonly introduction: Introduction; readonly today: Day }) {
  const { t } = useTranslation('introductions');
  const { id, direction, a, b, fnA, fnB, purpose } = introduction;
  const waiting = waitingFor(introduction, today);
  // The sentence says more than the badge, where there is somebody to wait for.
  const isSaid = !['over', 'idea', 'under_way'].includes(waiting.kind);
  return (
    <a className={css.card} href={hashOf({ section: 'introductions', id })}>
      <span className={css.faces}>
        <Avatar id={a} name={fnA} size="small" />
        <Avatar id={b} name={fnB} size="small" />
        {direction === 'outgoing' ? null : (
          <span className={css.direction}>{t(`directionShort.${direction}`)}</span>
        )}
      </span>
      <span className={css.pair} data-private="">
        {t('list.pair', { a: isolated(fnA), b: isolated(fnB) })}
      </span>
      <span className={css.purpose} dir="auto">
        {purpose === '' ? t('list.noPurpose') : purpose}
      </span>
      {isSaid ? (
        <span className={css.waiting} data-needs={needsOwner(waiting) || undefined} data-private="">
          {waitingWords(introduction, waiting)}
        </span>
      ) : (
        <span className={css.state}>
          <StateBadge introduction={introduction} />
        </span>
      )}
    </a>
  );
}
