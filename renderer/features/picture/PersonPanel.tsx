import { UserRound, Waypoints } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { TIE_LEVELS } from '#core/network/model.ts';
import { PersonLink } from '#renderer/people/PersonLink.tsx';
import { tieLook, tieWords } from '#renderer/people/tie.ts';
import { ContactId } from '#core/contacts/model.ts';
import { navigate } from '#renderer/store/store.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Badge } from '#renderer/ui/Badge.tsx';
import { Button } from '#renderer/ui/Button.tsx';
import type { Names } from './names.ts';
import { heightOfTie, isLikelyTie, otherEnd } from './scene.ts';
import type { Scene } from './scene.ts';
import css from './Picture.module.css';

/** More ties than this are a list nobody reads; the table has them all. */
const SHOWN = 40;

/** Whoever is chosen: how well the owner knows them, and whom they are tied to, the strongest first. */
export function PersonPanel({
  scene,
  node,
  names,
  onChoose,
}: {
  readonly scene: Scene;
  readonly node: number;
  readonly names: Names;
  readonly onChoose: (node: number) => void;
}) {
  const { t } = useTranslation('network');
  const id = ContactId.parse(scene.ids[node]);
  const ties = useMemo(
    // Ties are in order of strength already.
    () => Array.from(scene.ties.subarray(scene.starts[node], scene.starts[node + 1])).slice(0, SHOWN),
    [scene, node],
  );
  const { want, known } = names;
  useEffect(
    () => want([node, ...ties.map((tie) => otherEnd(scene, tie, node))].map((one) => scene.ids[one]!)),
    [want, ties, scene, node],
  );
  const fn = known.get(id) ?? '';
  const level = TIE_LEVELS[scene.levels[node]!]!;
  const { icon, meaning } = tieLook(level);
  return (
    <aside className={css.side} aria-label={fn}>
      <header className={css.person}>
        <Avatar id={id} name={fn} />
        <h2 className={css.name}>
          <PersonLink id={id}>{fn}</PersonLink>
        </h2>
        <p className={css.badges}>
          <span className={css.quiet}>{t('mutuals.youKnow')}</span>
          <Badge icon={icon} meaning={meaning}>
            {tieWords(level)}
          </Badge>
        </p>
      </header>
      <p className={css.actions}>
        <Button
          icon={UserRound}
          onClick={() => navigate({ section: 'network', mode: 'picture', params: { around: String(id) } })}
        >
          {t('picture.surroundings')}
        </Button>
        <Button icon={Waypoints} onClick={() => navigate({ section: 'network', id })}>
          {t('picture.waysTo')}
        </Button>
      </p>
      <h3 className={css.heading}>{t('picture.tiedTo', { count: scene.degrees[node]! })}</h3>
      <ul className={css.ties}>
        {ties.map((tie) => {
          const other = otherEnd(scene, tie, node);
          return (
            <li key={tie}>
              <button type="button" className={css.tie} onClick={() => onChoose(other)}>
                <span>
                  <bdi>{known.get(scene.ids[other]!) ?? '…'}</bdi>
                </span>
                <span className={css.quiet}>{tieText(scene, tie, t)}</span>
              </button>
            </li>
          );
        })}
      </ul>
      {scene.degrees[node]! > ties.length ? (
        <p className={css.quiet}>{t('picture.more', { count: scene.degrees[node]! - ties.length })}</p>
      ) : null}
    </aside>
  );
}

type Words = ReturnType<typeof useTranslation<'network'>>['t'];

/** "They know each other", or of a likely tie only what it looks like: never that they know each other. */
function tieText(scene: Scene, tie: number, t: Words): string {
  const level = TIE_LEVELS[heightOfTie(scene, tie)]!;
  return isLikelyTie(scene, tie) ? t('picture.likelyTie') : t(`level.${level}`);
}
