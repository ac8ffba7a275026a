import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { HOW_MET } from '#core/network/how-met.ts';
import { TIE_LEVELS } from '#core/network/model.ts';
import { tieWords } from '#renderer/people/tie.ts';
import { COLOURED } from './colours.ts';
import type { ColourBy } from './colours.ts';
import type { Names } from './names.ts';
import type { Scene } from './scene.ts';
import css from './Picture.module.css';

/** So many communities are named: by whoever in them knows most of the others. */
const NAMED = 6;

/** What the colours and lines mean. */
export function Legend({
  scene,
  colourBy,
  names,
}: {
  readonly scene: Scene;
  readonly colourBy: ColourBy;
  readonly names: Names;
}) {
  const { t } = useTranslation('network');
  const hubs = hubsOf(scene);
  const { want, known } = names;
  useEffect(() => want(hubs.map((node) => scene.ids[node]!)), [want, hubs, scene]);
  const entries =
    colourBy === 'community'
      ? hubs.map((node, at) => ({
          token: `--picture-${at + 1}`,
          label: t('picture.aroundHub', { fn: known.get(scene.ids[node]!) ?? '…' }),
        }))
      : colourBy === 'level'
        ? TIE_LEVELS.map((level, at) => ({ token: `--picture-level-${at}`, label: tieWords(level) }))
        : HOW_MET.map((how, at) => ({
            token: at === 0 ? '--picture-rest' : `--picture-${at}`,
            label: t(`picture.how.${how}`),
          }));
  return (
    <ul className={css.legend} aria-label={t('picture.legend')}>
      {entries.map(({ token, label }) => (
        <li key={token}>
          <span className={css.dot} style={{ background: `var(${token})` }} aria-hidden />
          <span dir="auto">{label}</span>
        </li>
      ))}
      <li>
        <span className={css.line} aria-hidden />
        {t('picture.onRecord')}
      </li>
      <li>
        <span className={css.broken} aria-hidden />
        {t('picture.likely')}
      </li>
    </ul>
  );
}

const kept = new WeakMap<Int32Array, number[]>();

/** Of each of the largest communities whoever has most ties. */
function hubsOf({ byDegree, community }: Scene): number[] {
  const before = kept.get(community);
  if (before !== undefined) return before;
  const hubs: number[] = [];
  for (const node of byDegree) {
    const at = community[node]!;
    if (at >= 0 && at < Math.min(NAMED, COLOURED)) hubs[at] ??= node;
  }
  const found = hubs.filter((node) => node !== undefined);
  kept.set(community, found);
  return found;
}
