import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useLayoutEffect } from 'react';
import { bookTrouble } from '#renderer/client/errors.ts';
import { loadPreferences } from '#renderer/client/preferences.ts';
import { followChanges, queryClient } from '#renderer/client/queries.ts';
import { followHash } from '#renderer/store/navigation.ts';
import { useStore } from '#renderer/store/store.ts';
import { TooltipProvider } from '#renderer/ui/Tooltip.tsx';
import { ConnectionScreen } from './ConnectionScreen.tsx';
import { Curtain } from './Curtain.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { withoutTitles } from './presentation.ts';
import { Shell } from './Shell.tsx';

/** The whole page: the shell while there is a book, and a clear word when there is not. */
export function App() {
  const connection = useStore((state) => state.connection);
  useAppearance();
  usePresentation();
  useBook(connection.state === 'open');
  return (
    <ErrorBoundary>
      <QueryClientProvider client={queryClient}>
        <TooltipProvider>
          {connection.state === 'lost' ? (
            <ConnectionScreen why={connection.why ?? ''} />
          ) : (
            <Curtain>
              <Shell />
            </Curtain>
          )}
        </TooltipProvider>
      </QueryClientProvider>
    </ErrorBoundary>
  );
}

/** Theme and density as attributes of the root, where tokens.css reads them. */
function useAppearance(): void {
  const { theme, density } = useStore((state) => state.preferences);
  useEffect(() => {
    const root = document.documentElement;
    if (theme === 'system') delete root.dataset['theme'];
    else root.dataset['theme'] = theme;
    root.dataset['density'] = density;
  }, [theme, density]);
}

/** Presentation as an attribute of the root, where base.css reads it: set before anything is painted. */
function usePresentation(): void {
  const isPresenting = useStore((state) => state.isPresenting);
  useLayoutEffect(() => {
    document.documentElement.toggleAttribute('data-presentation', isPresenting);
    return isPresenting ? withoutTitles() : undefined;
  }, [isPresenting]);
}

/** Follows the URL and, while connected, the book's changes. */
function useBook(isOpen: boolean): void {
  useEffect(() => followHash(useStore.getState().routeChanged), []);
  useEffect(() => {
    if (!isOpen) return undefined;
    const listening = new AbortController();
    const failed = (error: unknown) => {
      const why = bookTrouble(error);
      if (why !== undefined) useStore.getState().connectionChanged({ state: 'lost', why });
    };
    loadPreferences().catch(failed);
    followChanges(listening.signal).catch(failed);
    return () => listening.abort();
  }, [isOpen]);
}
