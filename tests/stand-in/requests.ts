// Every request of a page passes here: navigation events, the session's listener, the scheme's handler.
import type { Params } from './cdp.ts';
import { allowed } from './preventable.ts';
import { fromWeb, handlerOf } from './scheme.ts';
import { isRequestAllowed } from './session.ts';
import type { WebContents } from './web-contents.ts';

export interface RequestScene {
  readonly contents: WebContents;
  readonly mainFrame: string;
  readonly command: (method: string, params?: object) => Promise<Params>;
  /** Whether main asked for the navigation under way itself; its events are then not emitted. */
  readonly takeOwnNavigation: () => boolean;
}

/** Electron's navigation events for a document request; answers whether it may go on. */
function mayNavigate(scene: RequestScene, paused: Params, url: string): boolean {
  const isMainFrame = paused.frameId === scene.mainFrame;
  const details = { url, isMainFrame, isSameDocument: false };
  if (paused.redirectedRequestId !== undefined) return allowed(scene.contents, 'will-redirect', details);
  if (isMainFrame && scene.takeOwnNavigation()) return true;
  if (!allowed(scene.contents, 'will-frame-navigate', details)) return false;
  return !isMainFrame || allowed(scene.contents, 'will-navigate', details);
}

/** Answers one request that Chromium has paused (`Fetch.requestPaused`). */
export async function answerRequest(scene: RequestScene, paused: Params): Promise<void> {
  const { requestId, request, resourceType } = paused;
  const url = fromWeb(request.url);
  const refuse = (errorReason: string) => scene.command('Fetch.failRequest', { requestId, errorReason });
  if (resourceType === 'Document' && !mayNavigate(scene, paused, url)) return refuse('Aborted');
  if (!(await isRequestAllowed({ url, method: request.method, resourceType })))
    return refuse('BlockedByClient');
  const handler = handlerOf(url);
  if (handler === undefined) return scene.command('Fetch.continueRequest', { requestId });
  const response = await handler(new Request(url, { method: request.method, headers: request.headers }));
  const body = Buffer.from(await response.arrayBuffer());
  return scene.command('Fetch.fulfillRequest', {
    requestId,
    responseCode: response.status,
    responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
    body: body.toString('base64'),
  });
}
