import { useQuery } from '@tanstack/react-query';
import { Ellipsis, Pencil, Trash2, UserRoundX } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { IntroductionId } from '#core/introductions/model.ts';
import type { Introduction } from '#core/introductions/model.ts';
import { client } from '#renderer/client/client.ts';
import { act } from '#renderer/client/commands.ts';
import { orpc } from '#renderer/client/queries.ts';
import { loggedWords, stepTimeWords } from '#renderer/people/introduction-words.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { dateWords } from '#renderer/strings/dates.ts';
import { isolated } from '#renderer/strings/isolate.ts';
import { IconButton } from '#renderer/ui/Button.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Menu } from '#renderer/ui/Menu.tsx';
import { DetailPane, PaneSection } from '#renderer/ui/Pane.tsx';
import { Skeleton } from '#renderer/ui/Skeleton.tsx';
import { Board } from './Board.tsx';
import { Consent } from './Consent.tsx';
import { EditIntroduction, NewIntroduction } from './IntroductionForm.tsx';
import { Sides } from './Sides.tsx';
import css from './Introductions.module.css';

/** The right pane of Introductions: the board, one introduction, one being changed, or a new one. */
export function IntroductionScreen() {
  const { id, mode } = useStore((state) => state.route);
  if (id !== undefined) return <Known key={id} id={IntroductionId.parse(id)} isEditing={mode === 'edit'} />;
  return mode === 'new' ? <NewIntroduction /> : <Board />;
}

function Known({ id, isEditing }: { readonly id: IntroductionId; readonly isEditing: boolean }) {
  const { t } = useTranslation('introductions');
  const found = useQuery(orpc.introductions.get.queryOptions({ input: { id } }));
  if (found.error !== null)
    return <EmptyState icon={UserRoundX} title={t('notFound')} text={t('notFoundText')} />;
  if (found.data === undefined) {
    return (
      <DetailPane label={t('title')}>
        <Skeleton lines={8} />
      </DetailPane>
    );
  }
  return isEditing ? <EditIntroduction introduction={found.data} /> : <Page introduction={found.data} />;
}

function Page({ introduction }: { readonly introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const { fnA, fnB, purpose } = introduction;
  const pair = t('list.pair', { a: isolated(fnA), b: isolated(fnB) });
  return (
    <DetailPane label={pair}>
      <header className={css.head}>
        <h1 className={css.title} data-private="">
          {pair}
        </h1>
        <PageMenu introduction={introduction} />
        <p className={purpose === '' ? css.faint : css.purpose} dir="auto">
          {purpose === '' ? t('purposeNone') : purpose}
        </p>
      </header>
      <Consent introduction={introduction} />
      <Sides introduction={introduction} />
      <Log introduction={introduction} />
    </DetailPane>
  );
}

function PageMenu({ introduction: { id, fnA: a, fnB: b } }: { readonly introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const remove = async () => {
    navigate({ section: 'introductions' });
    await act(() => client.introductions.delete({ id }), t('deleted', { a, b }));
  };
  return (
    <Menu
      label={t('more')}
      trigger={<IconButton icon={Ellipsis} label={t('more')} />}
      items={[
        {
          id: 'edit',
          label: t('edit'),
          icon: Pencil,
          run: () => navigate({ section: 'introductions', id, mode: 'edit' }),
        },
        { id: 'delete', label: t('delete'), icon: Trash2, isDanger: true, run: () => void remove() },
      ]}
    />
  );
}

function Log({ introduction }: { readonly introduction: Introduction }) {
  const { t } = useTranslation('introductions');
  const { log } = introduction;
  if (log.length === 0) return null;
  return (
    <PaneSection title={t('log')}>
      <ol className={css.log}>
        {log.toReversed().map(({ step, at, note, until }) => (
          <li key={`${step} ${at} ${note}`}>
            <span data-private="">
              {loggedWords(introduction, step)}
              {until === undefined ? null : (
                <span className={css.faint}> {t('until', { day: dateWords(until) })}</span>
              )}
            </span>
            <time dateTime={at}>{stepTimeWords(at)}</time>
            {note === '' ? null : (
              <p className={css.note} dir="auto" data-private="">
                {note}
              </p>
            )}
          </li>
        ))}
      </ol>
    </PaneSection>
  );
}
