import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '#renderer/ui/Dialog.tsx';
import { Kbd } from '#renderer/ui/Kbd.tsx';
import { actions } from './actions.ts';
import css from './ShortcutSheet.module.css';

/** Every key there is. */
export function ShortcutSheet({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('app');
  const { t: ui } = useTranslation('ui');
  const inLists: readonly (readonly [string, readonly string[]])[] = [
    [t('shortcuts.next'), ['J', '↓']],
    [t('shortcuts.previous'), ['K', '↑']],
    [t('shortcuts.ends'), ['Home', 'End']],
    [t('shortcuts.pages'), ['PageDown', 'PageUp']],
    [t('shortcuts.open'), ['O', 'Enter']],
    [t('shortcuts.mark'), ['Space']],
    [t('shortcuts.markTo'), ['Shift+↓', 'Shift+↑']],
    [t('shortcuts.markAll'), ['Mod+A']],
    [t('shortcuts.markNone'), ['Escape']],
  ];
  const inReview: readonly (readonly [string, readonly string[]])[] = [
    [t('shortcuts.wins'), ['←', '→']],
    [t('shortcuts.merge'), ['M']],
    [t('shortcuts.apart'), ['N']],
    [t('shortcuts.skip'), ['S']],
  ];
  const onToday: readonly (readonly [string, readonly string[]])[] = [
    [t('shortcuts.done'), ['D']],
    [t('shortcuts.later'), ['S']],
    [t('shortcuts.letGo'), ['L']],
  ];
  const onMutuals: readonly (readonly [string, readonly string[]])[] = [
    [t('shortcuts.letter'), ['W']],
    [t('shortcuts.asked'), ['K']],
    [t('shortcuts.answer'), ['A', '1–6']],
  ];
  const inQueue: readonly (readonly [string, readonly string[]])[] = [
    [t('shortcuts.accept'), ['1']],
    [t('shortcuts.ask'), ['2']],
    [t('shortcuts.decline'), ['3']],
    [t('shortcuts.ignore'), ['4']],
    [t('shortcuts.putOff'), ['0']],
  ];
  const onNames: readonly (readonly [string, readonly string[]])[] = [
    [t('shortcuts.known'), ['1']],
    [t('shortcuts.keep'), ['2']],
    [t('shortcuts.part'), ['3']],
  ];
  const inPicture: readonly (readonly [string, readonly string[]])[] = [
    [t('shortcuts.tie'), ['←', '↑', '→', '↓']],
    [t('shortcuts.move'), ['Shift+←', 'Shift+→']],
    [t('shortcuts.zoom'), ['+', '−']],
    [t('shortcuts.whole'), ['0']],
  ];
  const everywhere = actions.flatMap(({ label, shortcut }) =>
    shortcut === undefined ? [] : [[label(), [shortcut]] as const],
  );
  return (
    <Dialog title={t('shortcuts.title')} closeLabel={ui('close')} onClose={onClose} size="wide">
      <div className={css.sheet}>
        <Keys title={t('shortcuts.everywhere')} rows={everywhere} />
        <div className={css.column}>
          <Keys title={t('shortcuts.lists')} rows={inLists} />
          <Keys title={t('shortcuts.queue')} rows={inQueue} />
          <Keys title={t('shortcuts.mutuals')} rows={onMutuals} />
          <Keys title={t('shortcuts.names')} rows={onNames} />
          <Keys title={t('shortcuts.review')} rows={inReview} />
          <Keys title={t('sections.today')} rows={onToday} />
          <Keys title={t('shortcuts.picture')} rows={inPicture} />
        </div>
      </div>
    </Dialog>
  );
}

function Keys({
  title,
  rows,
}: {
  readonly title: string;
  readonly rows: readonly (readonly [string, readonly string[]])[];
}) {
  return (
    <section>
      <h3 className={css.title}>{title}</h3>
      <dl className={css.keys}>
        {rows.map(([label, keys]) => (
          <Fragment key={label}>
            <dt>{label}</dt>
            <dd>
              {keys.map((key) => (
                <Kbd key={key} keys={key} />
              ))}
            </dd>
          </Fragment>
        ))}
      </dl>
    </section>
  );
}
