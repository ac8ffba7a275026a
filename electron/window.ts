// The one window.
import { join } from 'node:path';
import { BrowserWindow, app, nativeTheme, screen } from 'electron';
import type { WebContents, WebPreferences } from 'electron';
import type { Log } from './logging.ts';
import { SMALLEST, openingBounds, recallPlace, rememberPlace } from './window-bounds.ts';

/** The page's paper and ink before its style sheet is there, so that the window never flashes. */
const background = () => (nativeTheme.shouldUseDarkColors ? '#1d1c1a' : '#faf7f1');

/** SECURITY: the defaults that matter, said out loud; everything else stays as Electron ships it. */
export const pagePreferences = (preload: string): WebPreferences => ({
  preload,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInSubFrames: false,
  nodeIntegrationInWorker: false,
  webviewTag: false,
  navigateOnDragDrop: false,
  // Its dictionaries are downloaded.
  spellcheck: false,
  // A middle click would ask for a new window.
  disableBlinkFeatures: 'Auxclick',
});

export interface WindowOptions {
  readonly preload: string;
  readonly icon: string;
  /** Where its bounds are remembered. */
  readonly placeFile: string;
  /** Shown once this has settled and the page has something to show. */
  readonly ready: Promise<unknown>;
}

/** Opens the window, hidden until it has something to show. Nothing is loaded yet. */
export function openWindow({ preload, icon, placeFile, ready }: WindowOptions): BrowserWindow {
  const place = recallPlace(placeFile);
  const workAreas = screen.getAllDisplays().map((display) => display.workArea);
  const window = new BrowserWindow({
    ...openingBounds(place, workAreas),
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    show: false,
    title: app.getName(),
    icon,
    backgroundColor: background(),
    webPreferences: pagePreferences(preload),
  });
  if (place?.maximized === true) window.maximize();
  const recolour = () => window.setBackgroundColor(background());
  nativeTheme.on('updated', recolour);
  window.on('close', () =>
    rememberPlace(placeFile, { bounds: window.getNormalBounds(), maximized: window.isMaximized() }),
  );
  window.on('closed', () => nativeTheme.off('updated', recolour));
  const painted = new Promise<void>((resolve) => {
    window.once('ready-to-show', () => resolve());
  });
  const show = () => {
    if (!window.isDestroyed()) window.show();
  };
  void Promise.allSettled([painted, ready]).then(show);
  return window;
}

/** A crash that soon after the last one will happen again: leave the page as it is. */
const TOO_SOON = 30_000;

/** Loads the page again after its process died; what was saved is in the book. */
export function reviveAfterCrash(page: WebContents, log: Log): void {
  let last = Number.NEGATIVE_INFINITY;
  page.on('render-process-gone', (_event, { reason }) => {
    log.write('page-crashed', { why: reason });
    const soon = performance.now() - last < TOO_SOON;
    last = performance.now();
    if (reason !== 'clean-exit' && !soon && !page.isDestroyed()) page.reload();
  });
}

/** Brings the window to the front, from wherever it is. */
export function bringForward(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** The paths of what the window and what is dragged out of it need, under the app's own folder (inside the asar when packed). */
export const windowFiles = (appPath: string) => ({
  preload: join(appPath, 'out/preload/preload.cjs'),
  icon: join(appPath, 'assets/icons/256x256.png'),
  dragIcon: join(appPath, 'assets/icons/64x64.png'),
});
