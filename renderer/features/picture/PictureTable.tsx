import { useCallback, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { HOW_MET } from '#core/network/how-met.ts';
import { TIE_LEVELS } from '#core/network/model.ts';
import { tieWords } from '#renderer/people/tie.ts';
import { Avatar } from '#renderer/ui/Avatar.tsx';
import { Row } from '#renderer/ui/Row.tsx';
import { VirtualList } from '#renderer/ui/VirtualList.tsx';
import type { Names } from './names.ts';
import type { Scene } from './scene.ts';

/** The picture in words: everybody in it, those with most ties first. */
export function PictureTable({
  scene,
  names,
  chosen,
  onChoose,
  onOpen,
}: {
  readonly scene: Scene;
  readonly names: Names;
  readonly chosen: number;
  readonly onChoose: (node: number) => void;
  readonly onOpen: (node: number) => void;
}) {
  const { t } = useTranslation('network');
  const { want, known } = names;
  const [places] = useState(() => new Map<number, number>());
  if (places.size === 0) scene.byDegree.forEach((node, place) => places.set(node, place));
  const onRange = useCallback(
    (first: number, last: number) =>
      want(Array.from(scene.byDegree.subarray(first, last + 20), (node) => scene.ids[node]!)),
    [want, scene],
  );
  return (
    <VirtualList
      label={t('picture.table')}
      count={scene.byDegree.length}
      rowAt={(index) => scene.byDegree[index]}
      selectedIndex={chosen < 0 ? -1 : (places.get(chosen) ?? -1)}
      onSelect={(index) => onChoose(scene.byDegree[index]!)}
      onOpen={(index) => onOpen(scene.byDegree[index]!)}
      onRange={onRange}
      render={(node) => (
        <Row
          lead={<Avatar id={scene.ids[node]!} name={known.get(scene.ids[node]!) ?? ''} />}
          title={known.get(scene.ids[node]!) ?? '…'}
          note={[
            tieWords(TIE_LEVELS[scene.levels[node]!]!),
            t(`picture.how.${HOW_MET[scene.how[node]!]!}`),
          ].join(' · ')}
          end={t('picture.tiesOf', { count: scene.degrees[node]! })}
        />
      )}
    />
  );
}
