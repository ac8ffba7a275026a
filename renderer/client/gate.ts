// While the book is locked, calls wait at the page's own gate; the book refuses them anyway.
import { ORPCError } from '@orpc/client';
import type { ClientContext, ClientLink } from '@orpc/client';
import { useStore } from '#renderer/store/store.ts';

/** What a locked book answers: itself, its host, and which topics change. */
const isAnswered = (path: readonly string[]): boolean =>
  path[0] === 'lock' || path[0] === 'host' || path.join('.') === 'book.changes';

function opened(signal: AbortSignal | undefined): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const look = () => {
    if (!useStore.getState().isLocked) resolve();
  };
  const stop = useStore.subscribe(look);
  const onAbort = () => reject(signal?.reason instanceof Error ? signal.reason : new Error('aborted'));
  signal?.addEventListener('abort', onAbort, { once: true });
  look();
  return promise.finally(() => {
    stop();
    signal?.removeEventListener('abort', onAbort);
  });
}

/**
 * A link whose calls wait until the book is unlocked. One that is refused was not begun, so it is made again then: nobody
 * sees an error because a lock fell between a press and its answer.
 */
export const gated = (link: ClientLink<ClientContext>): ClientLink<ClientContext> => ({
  async call(path, input, options) {
    if (isAnswered(path)) return link.call(path, input, options);
    for (;;) {
      await opened(options.signal);
      try {
        return await link.call(path, input, options);
      } catch (error) {
        if (!(error instanceof ORPCError) || error.code !== 'LOCKED') throw error;
        useStore.getState().lockChanged(true);
      }
    }
  },
});
