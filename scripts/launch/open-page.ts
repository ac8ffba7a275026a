// Showing the page: a window of Chrome or Edge without tabs where there is one, else the owner's own browser.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/** What decides how a page is opened. */
export interface Desktop {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.Dict<string>;
  readonly isRoot: boolean;
}

const MAC_APPS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const WINDOWS_ROOTS = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'];
const WINDOWS_APPS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
const LINUX_COMMANDS = [
  'google-chrome',
  'google-chrome-stable',
  'chromium',
  'chromium-browser',
  'microsoft-edge',
];

const candidates = ({ platform, env }: Desktop): string[] => {
  if (platform === 'darwin') return MAC_APPS;
  if (platform === 'win32') {
    const roots = WINDOWS_ROOTS.flatMap((name) => env[name] ?? []);
    return WINDOWS_APPS.flatMap((app) => roots.map((root) => path.win32.join(root, app)));
  }
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder !== '');
  return LINUX_COMMANDS.flatMap((command) => folders.map((folder) => path.posix.join(folder, command)));
};

/** The command that shows a page on this desktop, words included. */
export function openingCommand(
  url: string,
  desktop: Desktop,
  exists: (file: string) => boolean = existsSync,
): [string, ...string[]] {
  const browser = candidates(desktop).find(exists);
  // Chromium refuses to run as root with its sandbox.
  if (browser !== undefined) return [browser, `--app=${url}`, ...(desktop.isRoot ? ['--no-sandbox'] : [])];
  if (desktop.platform === 'darwin') return ['open', url];
  if (desktop.platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler', url];
  return ['xdg-open', url];
}

/** Shows the page; when that does not work the printed address still does. */
export function openPage(url: string, desktop: Desktop): void {
  const [command, ...words] = openingCommand(url, desktop);
  const child = spawn(command, words, { stdio: 'ignore', detached: true });
  child.on('error', () => console.log('No browser could be opened here: open the address above yourself.'));
  child.unref();
}
