import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Introduction } from '#core/introductions/model.ts';
import { orpc } from '#renderer/client/queries.ts';
import { hashOf } from '#renderer/store/navigation.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { StateBadge } from './IntroductionsList.tsx';
import { stageOf, STAGES } from './stages.ts';
import css from './Board.module.css';

/** All introductions by stage, at a glance. */
export function Board() {
  const { t } = useTranslation('introductions');
  const all = useQuery(orpc.introductions.list.queryOptions());
  // The list says it when there is none.
  if (all.data === undefined || all.data.length === 0) return null;
  return (
    <section className={css.frame} aria-label={t('list.board')}>
      <div className={css.board}>
        {STAGES.map((stage) => {
          const here = all.data.filter(({ state }) => stageOf(state) === stage);
          return (
            <section key={stage} className={css.stage} aria-label={t(`stage.${stage}`)}>
              <h2 className={css.title}>
                {t(`stage.${stage}`)} <span className={css.count}>{here.length}</span>
              </h2>
              {here.length === 0 ? <p className={css.nobody}>{t('stageNone')}</p> : null}
              <ul className={css.cards}>
                {here.map((introduction) => (
                  <li key={introduction.id}>
                    <Card introduction={introduction} />
                  </li>
                ))}
              </ul>
            </section>
          );
        })}
      </div>
    </section>
  );
}

function Card({ introduction }: { readonly introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const { id, a, b, fnA, fnB, purpose } = introduction;
  return (
    <a className={css.card} href={hashOf({ section: 'introductions', id })}>
      <span className={css.faces}>
        <Avatar id={a} name={fnA} size="small" />
        <Avatar id={b} name={fnB} size="small" />
      </span>
      <span className={css.pair} data-private="">
        {t('list.pair', { a: isolated(fnA), b: isolated(fnB) })}
      </span>
      <span className={css.purpose} dir="auto">
        {purpose === '' ? t('list.noPurpose') : purpose}
      </span>
      <span className={css.state}>
        <StateBadge introduction={introduction} />
      </span>
    </a>
  );
}
