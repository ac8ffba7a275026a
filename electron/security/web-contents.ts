// What a page may become: nothing but itself. No navigation, no redirect, no new window, no webview.
import type { App, WebContents } from 'electron';
import { isOurPage } from '../page-address.ts';

/** A navigation that is about to happen, as Electron's three events tell it. */
export interface Navigation {
  readonly url: string;
  readonly isMainFrame: boolean;
}

/** Whether a frame may go where it is about to go: only the main frame, only to our own page. */
export function isAllowedNavigation({ url, isMainFrame }: Navigation): boolean {
  return isMainFrame && isOurPage(url);
}

/**
 * SECURITY: applied to every web contents of the app, also ones we never meant to exist.
 * A link that asks for a window of its own is offered to `openOutside`, which decides for itself.
 */
export function guardWebContents(contents: WebContents, openOutside: (href: string) => unknown): void {
  const stay = (event: Navigation & { preventDefault: () => void }) => {
    if (!isAllowedNavigation(event)) event.preventDefault();
  };
  contents.on('will-navigate', stay);
  contents.on('will-frame-navigate', stay);
  contents.on('will-redirect', stay);
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(({ url }) => {
    openOutside(url);
    return { action: 'deny' };
  });
  // WebRTC would send packets that neither the policy nor webRequest sees.
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
}

/** Guards every web contents from the moment it exists. */
export function guardAllWebContents(app: App, openOutside: (href: string) => unknown): void {
  app.on('web-contents-created', (_event, contents) => guardWebContents(contents, openOutside));
}
