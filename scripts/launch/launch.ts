// npm start: builds what has changed, then the desktop app, or the same app in a browser where Electron cannot run.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import path from 'node:path';
import { electronBinary, fetchedElectron } from './electron-binary.ts';
import { isStale } from './freshness.ts';
import { openPage } from './open-page.ts';
import { hasDisplay, hostWords, type LaunchOptions, readOptions, USAGE } from './options.ts';

const PROJECT = path.resolve(import.meta.dirname, '..', '..');
const IMPATIENCE_MS = 8000;

/**
 * Waits for the host to end. A signal, or the end of `npm` itself, is passed on; a host that does not follow is killed,
 * so nothing is left running. (Ctrl-C reaches every process of the terminal, and again through this one.)
 */
function untilItEnds(child: ChildProcess): Promise<number> {
  const stop = (signal: NodeJS.Signals) => {
    child.kill(signal);
    setTimeout(() => child.kill('SIGKILL'), IMPATIENCE_MS).unref();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(signal));
  process.once('disconnect', () => stop('SIGTERM'));
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`Acquaint could not be started: ${error.message}`);
      resolve(1);
    });
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGKILL' ? 1 : 0)));
  });
}

function startElectron(binary: string, options: LaunchOptions): Promise<number> {
  // As root Chromium does not start with its sandbox; everybody else keeps it.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const words = [PROJECT, ...asRoot, ...hostWords(options)];
  return untilItEnds(spawn(binary, words, { stdio: 'inherit' }));
}

function startBrowserHost(options: LaunchOptions, show: boolean): Promise<number> {
  const program = path.join(PROJECT, 'out', 'loopback', 'main.mjs');
  const child = spawn(process.execPath, [program, ...hostWords(options)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  child.once('message', (message: { readonly url: string }) => {
    const isRoot = process.getuid?.() === 0;
    if (show) openPage(message.url, { platform: process.platform, env: process.env, isRoot });
  });
  return untilItEnds(child);
}

/** Electron's program, or the reason in one sentence why it is the browser this time. */
function chooseHost(options: LaunchOptions, display: boolean): { binary: string } | { reason: string } {
  if (options.browser) return { reason: 'Acquaint runs in the browser, as asked.' };
  if (!display)
    return { reason: 'There is no display here, so Acquaint runs in the browser: open this address.' };
  const mayFetch = process.env['ELECTRON_SKIP_BINARY_DOWNLOAD'] === undefined;
  const binary = mayFetch ? fetchedElectron(PROJECT) : electronBinary(PROJECT);
  if (binary !== undefined) return { binary };
  return { reason: 'Electron could not be fetched here, so Acquaint runs in the browser.' };
}

function understood(words: readonly string[]): LaunchOptions | 'help' | undefined {
  try {
    return readOptions(words, process.env['INIT_CWD'] ?? process.cwd());
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${USAGE}`);
    return undefined;
  }
}

/** Starts the app and answers the exit code when it has ended. */
export async function launch(words: readonly string[]): Promise<number> {
  const asked = understood(words);
  if (asked === undefined) return 1;
  if (asked === 'help') {
    console.log(USAGE);
    return 0;
  }
  if (isStale(PROJECT)) {
    console.log('Building…');
    const build = path.join(PROJECT, 'scripts', 'build.ts');
    const { status } = spawnSync(process.execPath, [build, '--quiet'], { stdio: 'inherit', cwd: PROJECT });
    if (status !== 0) return status ?? 1;
  }
  const display = hasDisplay(process.platform, process.env);
  const host = chooseHost(asked, display);
  if ('binary' in host) return startElectron(host.binary, asked);
  console.log(host.reason);
  const show = asked.open && display && process.env['CI'] === undefined;
  return startBrowserHost(asked, show);
}
