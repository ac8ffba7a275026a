import { ArrowLeft } from 'lucide-react';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { MetDialog } from '#renderer/features/events/MetDialog.tsx';
import { navigate, useStore } from '#renderer/store/store.ts';
import { Button } from '#renderer/ui/Button.tsx';
import { classes } from '#renderer/ui/classes.ts';
import { Toaster } from '#renderer/ui/Toaster.tsx';
import { CommandPalette } from './CommandPalette.tsx';
import { DropTarget } from './DropTarget.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { sections } from './routes.tsx';
import { ShortcutSheet } from './ShortcutSheet.tsx';
import { useShortcuts } from './shortcuts.ts';
import { Sidebar } from './Sidebar.tsx';
import css from './Shell.module.css';

/** The window: three panes that fold as it narrows, and what floats above them. */
export function Shell() {
  useShortcuts();
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

function Panes() {
  const { t } = useTranslation('app');
  const route = useStore((state) => state.route);
  const section = sections.find(({ id }) => id === route.section) ?? sections[0]!;
  const { List, Detail } = section;
  const isDetail = route.id !== undefined || route.mode !== undefined;
  useEffect(() => {
    document.title = `${t(`sections.${section.id}`)} – ${t('name')}`;
  }, [t, section.id]);
  return (
    <>
      {List === undefined ? null : (
        <div className={classes(css.list, isDetail && css.behind)}>
          <ErrorBoundary key={section.id}>
            <Suspense>
              <List />
            </Suspense>
          </ErrorBoundary>
        </div>
      )}
      <main className={classes(css.detail, List === undefined ? css.alone : !isDetail && css.behind)}>
        {List === undefined ? null : (
          <div className={css.back}>
            <Button look="plain" icon={ArrowLeft} onClick={() => navigate({ section: section.id })}>
              {t(`sections.${section.id}`)}
            </Button>
          </div>
        )}
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

function Overlay() {
  const overlay = useStore((state) => state.overlay);
  const close = useStore((state) => state.closeOverlay);
  switch (overlay) {
    case 'palette':
      return <CommandPalette onClose={close} />;
    case 'shortcuts':
      return <ShortcutSheet onClose={close} />;
    case 'met':
      return <MetDialog onClose={close} />;
    default:
      return null;
  }
}

function Toasts() {
  const { t } = useTranslation('ui');
  const toasts = useStore((state) => state.toasts);
  const dismiss = useStore((state) => state.dismissToast);
  return <Toaster messages={toasts} onDismiss={dismiss} label={t('notifications')} closeLabel={t('close')} />;
}
