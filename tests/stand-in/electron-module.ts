// The module our main program gets for `electron`. Importing it starts Chromium once the program has said its first words.
import { join } from 'node:path';
import { Application } from './application.ts';
import { BrowserWindow, allowWindows } from './browser-window.ts';
import { Cdp } from './cdp.ts';
import { startChromium } from './chromium-process.ts';
import { dialog, nativeTheme, powerMonitor, screen, shell } from './desktop.ts';
import { tellDownloads } from './downloads.ts';
import { ipcMain } from './ipc.ts';
import { Menu } from './menu.ts';
import { preventable } from './preventable.ts';
import { protocol, schemesAreFixed } from './scheme.ts';
import { session, sessionEvents } from './session.ts';
import { strict } from './strict.ts';

const application = new Application(() => BrowserWindow.getAllWindows());
const app = strict('app', application);
const members = {
  app,
  BrowserWindow,
  Menu,
  dialog,
  ipcMain,
  nativeTheme,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
};
export {
  app,
  BrowserWindow,
  Menu,
  dialog,
  ipcMain,
  nativeTheme,
  powerMonitor,
  protocol,
  screen,
  session,
  shell,
};

/** Given by the launcher: which Chromium, and what it needs in its environment. */
const executablePath = process.env['STAND_IN_CHROMIUM'] ?? '';
const env: Record<string, string> = JSON.parse(process.env['STAND_IN_CHROMIUM_ENV'] ?? '{}');

/** Hands each window a page target, the first one Chromium's own; closes every page nobody asked for. */
function targets(cdp: Cdp) {
  const ours = new Set<string>();
  let making = 0;
  const freshTarget = async (): Promise<string> => {
    making += 1;
    const { targetInfos } = await cdp.send('Target.getTargets');
    const free = targetInfos.find(
      ({ type, url, targetId }: Record<string, string>) =>
        type === 'page' && url === 'about:blank' && !ours.has(targetId ?? ''),
    );
    const { targetId } = free ?? (await cdp.send('Target.createTarget', { url: 'about:blank' }));
    ours.add(targetId);
    making -= 1;
    return targetId;
  };
  cdp.on('Target.targetCreated', ({ targetInfo: { type, targetId } }) => {
    if (type !== 'page' || ours.has(targetId) || making > 0 || ours.size === 0) return;
    // window.open: our program denies every one, and Chromium has made it all the same.
    cdp.send('Target.closeTarget', { targetId }).catch(() => undefined);
  });
  cdp.on('Target.targetDestroyed', ({ targetId }) => {
    void BrowserWindow.ofTarget(targetId).then((window) => window?.gone());
  });
  return freshTarget;
}

async function boot(): Promise<void> {
  if (application.isQuitting) return;
  const chromium = await startChromium(executablePath, env, application.switches);
  void chromium.exited.then(() => application.exit(0));
  const cdp = await Cdp.connect(chromium.endpoint);
  allowWindows({
    cdp: () => cdp,
    freshTarget: targets(cdp),
    created: (contents) => application.emit('web-contents-created', preventable({}), contents),
    closed: () => application.windowClosed(),
  });
  await cdp.send('Target.setDiscoverTargets', { discover: true });
  await tellDownloads({
    cdp,
    session: sessionEvents,
    folder: join(chromium.profile, 'stand-in-downloads'),
    contentsOf: async (frame) => (await BrowserWindow.ofTarget(frame))?.webContents,
  });
  schemesAreFixed();
  application.becomeReady();
  process.send?.({ kind: 'ready', endpoint: chromium.endpoint });
}

// The launcher's `evaluate`: a function's text, run here with the module, as Playwright does it in true Electron.
process.on('message', (message: { kind: string; id: number; text: string; argument: unknown }) => {
  if (message.kind !== 'evaluate') return;
  const { id, text, argument } = message;
  // oxlint-disable-next-line no-eval -- the test's own function, sent by the test's own process
  const run = (0, eval)(`(${text})`) as (electron: object, argument: unknown) => unknown;
  Promise.resolve()
    .then(() => run(members, argument))
    .then(
      (value) => process.send?.({ kind: 'answer', id, value: value ?? null }),
      (error: unknown) => process.send?.({ kind: 'answer', id, error: String(error) }),
    );
});
process.on('disconnect', () => application.exit(0));
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => application.quit());
// Nothing else holds the process while Chromium starts.
const holding = setInterval(() => undefined, 60_000);
setImmediate(() => {
  boot().catch((error: unknown) => {
    console.error(error);
    clearInterval(holding);
    application.exit(1);
  });
});
