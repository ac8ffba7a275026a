// The desktop program: the order of starting and stopping, nothing else.
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Menu, app, dialog, ipcMain, protocol, powerMonitor, session, shell } from 'electron';
import type { BrowserWindow } from 'electron';
import { BookUnavailable, openBook } from '#db/client.ts';
import { readArguments } from './arguments.ts';
import { keepBook } from './book-keeper.ts';
import type { Keeper } from './book-keeper.ts';
import { COMMAND, FILES } from './channels.ts';
import { installDoor } from './door.ts';
import { cardFiles } from './drag-out.ts';
import type { DraggedCards } from './drag-out.ts';
import { hostLane } from './host-handlers.ts';
import { claim, closeBeforeQuit } from './lifecycle.ts';
import { openLog } from './logging.ts';
import { menuTemplate } from './menu.ts';
import { openedFiles } from './opened-files.ts';
import { PAGE, TROUBLE_PAGE } from './page-address.ts';
import { placesFor } from './places.ts';
import { printToFile } from './printing.ts';
import { askAboutLink, sayCouldNotOpen } from './questions.ts';
import { registerScheme, serveApp } from './security/app-protocol.ts';
import { restrictDownloads } from './security/downloads.ts';
import { linksOutside } from './security/external-links.ts';
import { refuseRequests, switchOffNetworking } from './security/offline.ts';
import { refusePermissions } from './security/permissions.ts';
import { guardAllWebContents } from './security/web-contents.ts';
import { say } from './strings/words.ts';
import { troubleDocument, wayOutOf } from './trouble.ts';
import { bringForward, openWindow, reviveAfterCrash, windowFiles } from './window.ts';

// SECURITY: before anything can be shown; Electron refuses all three once it is ready.
app.enableSandbox();
registerScheme(protocol);
switchOffNetworking(app);

const asked = readArguments(process.argv.slice(1), process.cwd());
const places = placesFor(asked, app.getPath('userData'));
mkdirSync(places.userData, { recursive: true, mode: 0o700 });
app.setPath('userData', places.userData);

const log = openLog(join(places.userData, 'logs', 'acquaint.log'));
let window: BrowserWindow | undefined;
const files = openedFiles(log, (count) => sayCouldNotOpen(dialog, window, count));
const dragged = cardFiles(join(places.userData, 'dragged'));
const isFirst = claim(app, asked, {
  again: () => window && bringForward(window),
  files: files.add,
});

if (isFirst) {
  log.write('started', { version: app.getVersion(), platform: process.platform });
  files.add(asked.files);
  const keeper = keepTheBook();
  closeBeforeQuit(app, async () => {
    await keeper.close();
    discardDemo();
    dragged.clear();
    log.write('stopped');
  });
  void app.whenReady().then(() => start(keeper), log.fault);
} else {
  app.quit();
}

/** The demo book is made anew each time and thrown away afterwards; no other book is ever removed. */
function discardDemo(): void {
  if (asked.demo && asked.book === undefined) rmSync(dirname(places.book), { recursive: true, force: true });
}

/** The book opens while Electron gets ready. */
function keepTheBook(): Keeper {
  discardDemo();
  // The usual place is made for its owner only; a book named on the command line has its folder already.
  if (asked.book === undefined) mkdirSync(dirname(places.book), { recursive: true, mode: 0o700 });
  // The threads run from real files beside the archive.
  const appFiles = app.getAppPath().replace(/app\.asar$/, 'app.asar.unpacked');
  return keepBook({
    open: () =>
      openBook({
        file: places.book,
        workerUrl: pathToFileURL(join(appFiles, 'out/book/worker.mjs')),
        demo: asked.demo,
        removesLock: asked.removesLock,
        log: (line) => log.write('book', { line: JSON.stringify(line) }),
      }),
    whyOf: (error) => (error instanceof BookUnavailable ? error.why : undefined),
    inTrouble: () => void window?.loadURL(TROUBLE_PAGE),
    log,
  });
}

/** Guards first, then the door, then something to look at. */
function start(keeper: Keeper): void {
  const openLink = linksOutside({
    ask: (href) => askAboutLink(dialog, window, href),
    open: (href) => shell.openExternal(href),
  });
  guardAllWebContents(app, (href) => void openLink(href).catch(log.fault));
  refusePermissions(session.defaultSession);
  restrictDownloads(session.defaultSession, log);
  const refusals = refuseRequests(session.defaultSession);
  serveApp(protocol, join(app.getAppPath(), 'out/renderer'), (path) =>
    troubleDocument(path, keeper.trouble()),
  );
  installDoor({
    ipcMain,
    book: keeper.book,
    serveHost: hostLane({
      version: app.getVersion(),
      platform: process.platform,
      openLink,
      dragOut,
      printPdf: printToFile({ window: () => window, dialog, log }),
      refusedRequests: refusals.count,
    }),
    connected: (page) => files.deliverTo((opened) => page.send(FILES, opened)),
    log,
  });
  const tell = (id: string) => window?.webContents.send(COMMAND, id);
  Menu.setApplicationMenu(
    Menu.buildFromTemplate(menuTemplate({ platform: process.platform, appName: app.getName(), tell })),
  );
  app.setAboutPanelOptions({
    applicationName: app.getName(),
    applicationVersion: app.getVersion(),
    copyright: say('about.copyright'),
    credits: say('about.credits'),
  });
  lockWhenLeft(keeper);
  showWindow(keeper);
  // On macOS a program lives on without windows and gets a new one from the Dock.
  app.on('activate', () => (window === undefined ? showWindow(keeper) : bringForward(window)));
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
}

/** The picture under the pointer is the program's own. */
function dragOut(cards: DraggedCards): boolean {
  const file = window === undefined ? undefined : dragged.write(cards);
  if (file === undefined) return false;
  window?.webContents.startDrag({ file, icon: windowFiles(app.getAppPath()).dragIcon });
  return true;
}

/** Whoever locks the computer, or closes its lid, has left. */
function lockWhenLeft(keeper: Keeper): void {
  const lock = () => void keeper.book().then((book) => book.lock(), log.fault);
  powerMonitor.on('suspend', lock);
  powerMonitor.on('lock-screen', lock);
}

function showWindow(keeper: Keeper): void {
  const opened = openWindow({
    ...windowFiles(app.getAppPath()),
    placeFile: join(places.userData, 'window.json'),
    ready: keeper.book(),
  });
  window = opened;
  opened.on('closed', () => {
    window = undefined;
    files.stopDelivering();
  });
  reviveAfterCrash(opened.webContents, log);
  // The earliest of the navigation events: the guards prevent it, and then no later one comes.
  opened.webContents.on('will-frame-navigate', ({ url }) => void leaveTrouble(keeper, url).catch(log.fault));
  opened.loadURL(keeper.trouble() === undefined ? PAGE : TROUBLE_PAGE).catch(log.fault);
}

/** The links of the plain page: they are never followed, only understood, and only while it is shown. */
async function leaveTrouble(keeper: Keeper, url: string): Promise<void> {
  if (keeper.trouble() === undefined) return;
  const way = wayOutOf(url);
  if (way === 'quit') app.quit();
  if (way === 'show-folder') shell.showItemInFolder(places.book);
  if (way === 'try-again' && (await keeper.reopen())) await window?.loadURL(PAGE);
}
