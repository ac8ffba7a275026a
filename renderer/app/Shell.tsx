import { ArrowLeft } from 'lucide-react';
import { Suspense, useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MetDialog } from '#renderer/features/events/MetDialog.tsx';
import type { Overlay as OverlayName } from '#renderer/store/frame.ts';
import type { Route } from '#renderer/store/navigation.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { late } from '#renderer/ui/late.tsx';
import { Toaster } from '#renderer/ui/Toaster.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { DropTarget } from './DropTarget.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { useKeptFocus } from './kept-focus.ts';
import { sections } from './routes.tsx';
import { useShortcuts } from './shortcuts.ts';
import { Sidebar } from './Sidebar.tsx';
import css from './Shell.module.css';

/** The window: three panes that fold as it narrows, and what floats above them. */
export function Shell() {
  useShortcuts();
  useKeptFocus();
  return (
    <div className={css.shell}>
      <Sidebar />
      <Panes />
      <Overlay />
      <Toasts />
      <DropTarget />
    </div>
  );
}

/** The panes of a route, whether its detail is what a narrow window shows, and where Back leads there. */
function panesOf(route: Route) {
  const section = sections.find(({ id }) => id === route.section) ?? sections[0]!;
  const mode = route.mode === undefined ? undefined : section.modes?.[route.mode];
  const panes = { section, List: section.List, ...mode, Detail: mode?.Detail ?? section.Detail };
  if (mode?.opens === undefined || route.mode === undefined) {
    const isDetail = route.id !== undefined || route.mode !== undefined;
    return { ...panes, isDetail, back: { section: section.id } satisfies Route };
  }
  const back: Route = { section: section.id, mode: route.mode };
  return { ...panes, isDetail: route.params?.[mode.opens] !== undefined, back };
}

function Panes() {
  const { t } = useTranslation('app');
  const route = useStore((state) => state.route);
  const { section, List, Detail, isDetail, back } = panesOf(route);
  useEffect(() => {
    document.title = `${t(`sections.${section.id}`)} – ${t('name')}`;
  }, [t, section.id]);
  return (
    <>
      {List === undefined ? null : (
        <div className={classes(css.list, isDetail && css.behind)}>
          <ErrorBoundary key={List === section.List ? section.id : `${section.id}/${route.mode}`}>
            <Suspense>
              <List />
            </Suspense>
          </ErrorBoundary>
        </div>
      )}
      <main className={classes(css.detail, List === undefined ? css.alone : !isDetail && css.behind)}>
        {List === undefined ? null : <Back to={back} />}
        <div className={css.screen}>
          <ErrorBoundary key={`${section.id}/${route.id ?? ''}/${route.mode ?? ''}`}>
            <Suspense>
              <Detail />
            </Suspense>
          </ErrorBoundary>
        </div>
      </main>
    </>
  );
}

/** From the detail to its list, where they take turns. */
function Back({ to }: { readonly to: Route }) {
  const { t } = useTranslation('app');
  return (
    <div className={css.back}>
      <Button look="plain" icon={ArrowLeft} onClick={() => navigate(to)}>
        {to.mode === undefined ? t(`sections.${to.section}`) : t('back')}
      </Button>
    </div>
  );
}

/** Two are opened by a key from anywhere and typed into with the next one: they are there from the first moment. */
const OVERLAYS: Readonly<Record<OverlayName, (props: { readonly onClose: () => void }) => ReactNode>> = {
  palette: CommandPalette,
  shortcuts: late(async () => (await import('./ShortcutSheet.tsx')).ShortcutSheet),
  met: MetDialog,
  export: late(async () => (await import('#renderer/features/exports/ExportDialog.tsx')).ExportDialog),
  calendar: late(async () => (await import('#renderer/features/exports/CalendarDialog.tsx')).CalendarDialog),
  forget: late(async () => (await import('#renderer/features/trash/ForgetDialog.tsx')).ForgetDialog),
  tags: late(async () => (await import('#renderer/features/tags/TagsDialog.tsx')).TagsDialog),
  'tag-people': late(async () => (await import('#renderer/features/bulk/TagDialogs.tsx')).TagDialog),
  'untag-people': late(async () => (await import('#renderer/features/bulk/TagDialogs.tsx')).UntagDialog),
  'meet-people': late(async () => (await import('#renderer/features/bulk/MeetDialog.tsx')).MeetDialog),
  'edit-people': late(async () => (await import('#renderer/features/bulk/EditDialog.tsx')).EditDialog),
};

function Overlay() {
  const overlay = useStore((state) => state.overlay);
  const close = useStore((state) => state.closeOverlay);
  if (overlay === undefined) return null;
  const Shown = OVERLAYS[overlay];
  return (
    <Suspense>
      <Shown onClose={close} />
    </Suspense>
  );
}

function Toasts() {
  const { t } = useTranslation('ui');
  const toasts = useStore((state) => state.toasts);
  const dismiss = useStore((state) => state.dismissToast);
  return <Toaster messages={toasts} onDismiss={dismiss} label={t('notifications')} closeLabel={t('close')} />;
}
