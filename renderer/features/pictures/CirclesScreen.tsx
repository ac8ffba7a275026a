import { useQuery } from '@tanstack/react-query';
import { CircleDotDashed } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Client } from '#api/contract.ts';
import { TIE_LEVELS } from '#core/network/model.ts';
import { errorWords } from '#renderer/client/errors.ts';
import { orpc } from '#renderer/client/queries.ts';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { tieWords } from '#renderer/people/tie.ts';
import { hashOf } from '#renderer/store/navigation.ts';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { NobodyYet, PictureFrame } from './PictureFrame.tsx';
import { ringPlaces } from './ring-places.ts';
import css from './Pictures.module.css';

type Circle = Awaited<ReturnType<Client['network']['circles']>>[number];
type Drawn = Circle['drawn'][number];

/** Everybody by how well they are known and how long they have been silent, as circles and as a list. */
export function CirclesScreen() {
  const { t } = useTranslation('pictures');
  const { data, error } = useQuery(orpc.network.circles.queryOptions());
  return (
    <PictureFrame title={t('circles.title')} intro={t('circles.intro')}>
      {error !== null ? (
        <EmptyState icon={CircleDotDashed} title={errorWords(error)} />
      ) : data === undefined ? (
        <Skeleton lines={8} />
      ) : data.length === 0 ? (
        <NobodyYet icon={CircleDotDashed} title={t('circles.none')} text={t('circles.noneText')} />
      ) : (
        <Circles circles={data} />
      )}
    </PictureFrame>
  );
}

function Circles({ circles }: { readonly circles: readonly Circle[] }) {
  const [lit, setLit] = useState<number>();
  return (
    <div className={css.circles}>
      <Rings circles={circles} lit={lit} />
      <CircleList circles={circles} onLit={setLit} />
    </div>
  );
}

/** For the eye and the mouse: the list beside it says the same, and keys go through that. */
function Rings({ circles, lit }: { readonly circles: readonly Circle[]; readonly lit: number | undefined }) {
  const { t } = useTranslation('pictures');
  const { rings, reach } = ringPlaces(circles);
  const side = reach * 2 + 8;
  return (
    <svg className={css.rings} viewBox={`${-side / 2} ${-side / 2} ${side} ${side}`} aria-hidden>
      {rings.map(({ level, radius }) => (
        <circle key={level} className={css.ring} r={radius} />
      ))}
      <text className={css.you} textAnchor="middle" dy="0.35em">
        {t('circles.you')}
      </text>
      {rings.flatMap(({ level, dots }) =>
        dots.map(({ person, x, y, opacity }) => (
          <a
            key={person.id}
            href={hashOf({ section: 'people', id: person.id })}
            tabIndex={-1}
            className={css.dotLink}
            data-level={TIE_LEVELS.indexOf(level)}
            data-lit={lit === person.id ? '' : undefined}
            data-private=""
          >
            <title>{person.fn}</title>
            <circle
              className={opacity === undefined ? css.hollow : css.dot}
              cx={x}
              cy={y}
              r={5}
              opacity={opacity}
            />
          </a>
        )),
      )}
    </svg>
  );
}

function CircleList({
  circles,
  onLit,
}: {
  readonly circles: readonly Circle[];
  readonly onLit: (id: number | undefined) => void;
}) {
  const { t } = useTranslation('pictures');
  return (
    <div className={css.circleList} role="group" aria-label={t('circles.list')}>
      {circles.map(({ level, people, withoutRecord, drawn }) => (
        <section key={level} aria-label={tieWords(level)}>
          <h2 className={css.circleHead}>
            <span className={css.levelDot} data-level={TIE_LEVELS.indexOf(level)} aria-hidden />
            {tieWords(level)}
            <a className={css.quiet} href={hashOf({ section: 'people', params: { q: `level:${level}` } })}>
              {t('people', { count: people })}
            </a>
          </h2>
          {withoutRecord === 0 ? null : (
            <p className={css.quiet}>{t('circles.withoutRecord', { count: withoutRecord })}</p>
          )}
          <ul className={css.names}>
            {drawn.map((person) => (
              // What is pointed at or focused in the list stands out in the picture; nothing is done.
              // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
              <li
                key={person.id}
                onMouseEnter={() => onLit(person.id)}
                onMouseLeave={() => onLit(undefined)}
                onFocus={() => onLit(person.id)}
                onBlur={() => onLit(undefined)}
              >
                <PersonLink id={person.id}>{person.fn}</PersonLink>
                <span className={css.quiet}>
                  <Silence person={person} />
                </span>
              </li>
            ))}
          </ul>
          {people > drawn.length ? (
            <p className={css.quiet}>{t('more', { count: people - drawn.length })}</p>
          ) : null}
        </section>
      ))}
    </div>
  );
}

function Silence({ person: { silent } }: { readonly person: Drawn }) {
  const { t } = useTranslation('pictures');
  if (silent === undefined) return t('circles.noRecord');
  return silent === 0 ? t('circles.fresh') : t('circles.silent', { count: silent });
}
