import { useQuery } from '@tanstack/react-query';
import { Download, Table2, UserPlus, Waypoints } from 'lucide-react';
import { useEffect, useId, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PictureScope } from '#api/network.ts';
import { ContactId } from '#core/contacts/model.ts';
import { errorWords } from '#renderer/client/errors.ts';
import { orpc } from '#renderer/client/queries.ts';
import { NetworkTabs } from '#renderer/network-panels/NetworkTabs.tsx';
import { PersonPicker } from '#renderer/people/PersonPicker.tsx';
import { navigate, useStore } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { Choice } from '#renderer/ui/Choice.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Field } from '#renderer/ui/Field.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { Select } from '#renderer/ui/Select.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import type { ColourBy } from './colours.ts';
import { Legend } from './Legend.tsx';
import { useNames } from './names.ts';
import type { Names } from './names.ts';
import { PersonPanel } from './PersonPanel.tsx';
import { PictureCanvas } from './PictureCanvas.tsx';
import { PictureTable } from './PictureTable.tsx';
import { saveAs } from './save.ts';
import type { Scene } from './scene.ts';
import { scopeOf, wayOf, withScope } from './scope.ts';
import { useScene } from './use-scene.ts';
import css from './Picture.module.css';

/** Everybody and the ties between them as a picture, with the table that says the same. */
export function PictureScreen() {
  const { t } = useTranslation('network');
  const route = useStore((state) => state.route);
  const scope = useMemo(() => scopeOf(route), [route]);
  const { scene, isSettled, error } = useScene(scope);
  const names = useNames();
  const [colourBy, setColourBy] = useState<ColourBy>('community');
  const [isTable, setTable] = useState(false);
  const canvas = useRef<HTMLDivElement>(null);
  return (
    <section className={css.screen} aria-label={t('picture.title')}>
      <header className={css.bar}>
        <div className={css.tabs}>
          <NetworkTabs />
        </div>
        <h1 className={css.title}>{t('picture.title')}</h1>
        <ScopeSelect scope={scope} />
        <Find scene={scene} />
        <Choice
          label={t('picture.colourBy')}
          hideLabel
          value={colourBy}
          onValue={setColourBy}
          options={(['community', 'how', 'level'] as const).map((value) => ({
            value,
            label: t(`picture.by.${value}`),
          }))}
        />
        <Button className={css.last} icon={Table2} aria-pressed={isTable} onClick={() => setTable(!isTable)}>
          {t('picture.table')}
        </Button>
        <SaveMenu scene={scene} colourBy={colourBy} frame={canvas} />
      </header>
      <div className={css.body} ref={canvas}>
        {error !== null ? (
          <EmptyState icon={Waypoints} title={errorWords(error)} />
        ) : scene === undefined ? (
          <Skeleton lines={8} />
        ) : (
          <Shown scene={scene} isOfAll={scope.kind === 'all'} {...{ colourBy, names, isTable, isSettled }} />
        )}
      </div>
    </section>
  );
}

/** An empty picture: of a part of the book, or of a book in which nobody is yet. */
function Nobody({ isOfAll }: { readonly isOfAll: boolean }) {
  const { t } = useTranslation('network');
  const { t: app } = useTranslation('app');
  const openOverlay = useStore((state) => state.openOverlay);
  if (!isOfAll)
    return <EmptyState icon={Waypoints} title={t('picture.nobody')} text={t('picture.nobodyText')} />;
  return (
    <EmptyState icon={Waypoints} title={t('picture.nobody')} text={t('picture.emptyText')}>
      <Button look="primary" icon={UserPlus} onClick={() => openOverlay('met')}>
        {app('actions.met')}
      </Button>
    </EmptyState>
  );
}

function Shown({
  scene,
  colourBy,
  names,
  isTable,
  isSettled,
  isOfAll,
}: {
  readonly scene: Scene;
  readonly colourBy: ColourBy;
  readonly names: Names;
  readonly isTable: boolean;
  readonly isSettled: boolean;
  readonly isOfAll: boolean;
}) {
  const { t } = useTranslation('network');
  const help = useId();
  const route = useStore((state) => state.route);
  const chosen = nodeOf(scene, Number(route.params?.['show'] ?? 0));
  const way = useMemo(() => wayOf(route).map((id) => nodeOf(scene, id)), [scene, route]);
  const choose = (node: number) => {
    const { show: _, ...params } = route.params ?? {};
    const next = node < 0 ? params : { ...params, show: String(scene.ids[node]) };
    navigate({ ...route, params: next }, { replace: true });
  };
  const open = (node: number) => navigate({ section: 'people', id: scene.ids[node]! });
  const { want } = names;
  useEffect(() => {
    if (chosen >= 0) want([scene.ids[chosen]!]);
  }, [want, scene, chosen]);
  if (scene.ids.length === 0) return <Nobody isOfAll={isOfAll} />;
  const table = <PictureTable scene={scene} names={names} chosen={chosen} onChoose={choose} onOpen={open} />;
  return (
    <>
      <div className={css.stage}>
        <PictureCanvas
          scene={scene}
          colourBy={colourBy}
          chosen={chosen}
          onChoose={choose}
          onOpen={open}
          way={way.includes(-1) ? [] : way}
          names={names}
          label={t('picture.canvas', { count: scene.ids.length })}
          describedBy={help}
        />
        <p id={help} className={css.help}>
          {t('picture.help')}
        </p>
        <p className={css.status} role="status">
          {summary(scene, t, isSettled)}
        </p>
        <Legend scene={scene} colourBy={colourBy} names={names} />
      </div>
      {isTable ? (
        <aside className={css.side} aria-label={t('picture.table')}>
          {table}
        </aside>
      ) : chosen >= 0 ? (
        <PersonPanel scene={scene} node={chosen} names={names} onChoose={choose} />
      ) : null}
    </>
  );
}

type Words = ReturnType<typeof useTranslation<'network'>>['t'];

function summary(scene: Scene, t: Words, isSettled: boolean): string {
  if (!isSettled) return t('picture.moving');
  const drawn = scene.kinds.length;
  return drawn < scene.tieCount
    ? t('picture.strongest', { drawn, count: scene.tieCount })
    : t('picture.ties', { count: scene.tieCount });
}

/** The node of a person by key; -1: not in the picture. Keys are in order. */
function nodeOf({ ids }: Scene, id: number): number {
  let low = 0;
  let high = ids.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (ids[middle]! < id) low = middle + 1;
    else high = middle;
  }
  return ids[low] === id ? low : -1;
}

/** Everybody, the people of a saved view, or those around one person. */
function ScopeSelect({ scope }: { readonly scope: PictureScope }) {
  const { t } = useTranslation('network');
  const { data: views = [] } = useQuery(orpc.views.list.queryOptions());
  const middle = useQuery({
    ...orpc.network.names.queryOptions({
      input: { ids: scope.kind === 'around' ? [scope.contactId] : [] },
    }),
    enabled: scope.kind === 'around',
  });
  const value =
    scope.kind === 'around' ? `around ${scope.hops}` : scope.kind === 'found' ? `found ${scope.text}` : 'all';
  const fn = middle.data?.[0]?.fn ?? '';
  const isSaved = scope.kind !== 'found' || views.some(({ text }) => text === scope.text);
  const around = scope.kind === 'around' ? scope.contactId : undefined;
  return (
    <Field label={t('picture.who')} hideLabel className={css.scope}>
      <Select
        value={value}
        onValue={(chosen) => navigate(withScope(chosen, around))}
        options={[
          { value: 'all', label: t('picture.everybody') },
          ...(around === undefined
            ? []
            : [
                { value: 'around 1', label: t('picture.around1', { fn }) },
                { value: 'around 2', label: t('picture.around2', { fn }) },
              ]),
          ...(isSaved ? [] : [{ value, label: scope.text }]),
          ...views.map(({ name, text }) => ({ value: `found ${text}`, label: name })),
        ]}
      />
    </Field>
  );
}

/** Goes to somebody: in this picture where they are in it, otherwise to their surroundings. */
function Find({ scene }: { readonly scene: Scene | undefined }) {
  const { t } = useTranslation('network');
  const route = useStore((state) => state.route);
  return (
    <Field label={t('picture.find')} hideLabel className={css.find}>
      <PersonPicker
        value={undefined}
        placeholder={t('picture.find')}
        onPick={(picked) => {
          if (picked?.kind !== 'known') return;
          const isShown = scene !== undefined && nodeOf(scene, picked.id) >= 0;
          navigate(
            isShown
              ? { ...route, params: { ...route.params, show: String(picked.id) } }
              : { section: 'network', mode: 'picture', params: { around: String(picked.id) } },
          );
        }}
      />
    </Field>
  );
}

function SaveMenu({
  scene,
  colourBy,
  frame,
}: {
  readonly scene: Scene | undefined;
  readonly colourBy: ColourBy;
  readonly frame: React.RefObject<HTMLDivElement | null>;
}) {
  const { t } = useTranslation('network');
  const save = (kind: 'png' | 'svg' | 'graphml') => {
    if (scene !== undefined && frame.current !== null)
      void saveAs(kind, { scene, colourBy, at: frame.current });
  };
  return (
    <Menu
      label={t('picture.save')}
      trigger={
        <Button icon={Download} disabled={scene === undefined}>
          {t('picture.save')}
        </Button>
      }
      items={(['png', 'svg', 'graphml'] as const).map((kind) => ({
        id: kind,
        label: t(`picture.saveAs.${kind}`),
        run: () => save(kind),
      }))}
    />
  );
}

export const contactIdOf = (scene: Scene, node: number): ContactId => ContactId.parse(scene.ids[node]);
