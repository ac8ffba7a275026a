// Starts the desktop app for a test: on true Electron where its program is, else on the stand-in. Same object.
import { fork, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, chromium } from '@playwright/test';
import type { Page } from '@playwright/test';
import { electronBinary } from '#scripts/launch/electron-binary.ts';
import { hasDisplay } from '#scripts/launch/options.ts';
import { resolveBrowser } from '#tests/browser/resolve.ts';

const PROJECT = resolve(import.meta.dirname, '../..');

type ElectronModule = typeof import('electron');

export interface LaunchOptions {
  /** Words for our program, after its name. */
  readonly args?: readonly string[];
  /** The folder for book, log and profile; a new one when absent. */
  readonly userData?: string;
  /** A packed app folder to start instead of the source tree (stand-in only). */
  readonly packed?: string;
}

export interface Launched {
  readonly kind: 'electron' | 'stand-in';
  readonly page: Page;
  readonly userData: string;
  /** Runs a function in main with the electron module and one argument; both ways must be JSON. */
  readonly evaluate: <Result, Argument = undefined>(
    run: (electron: ElectronModule, argument: Argument) => Result | Promise<Result>,
    argument?: Argument,
  ) => Promise<Result>;
  /** Quits as the menu would and answers the exit code. */
  readonly close: () => Promise<number | null>;
  /** What main printed. */
  readonly output: () => string;
  /** The process of main. */
  readonly pid: number;
}

/** Electron's program, if it has been downloaded and could show a window here. */
const electronProgram = (): string | undefined =>
  hasDisplay(process.platform, process.env) ? electronBinary(PROJECT) : undefined;

const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
const words = (userData: string, args: readonly string[]) => [`--user-data-dir=${userData}`, ...args];

/** Starts the app and waits for its first page. */
export function launchElectron({ args = [], userData, packed }: LaunchOptions = {}): Promise<Launched> {
  const folder = userData ?? mkdtempSync(join(tmpdir(), 'acquaint-e2e-'));
  const program = electronProgram();
  return program === undefined || packed !== undefined
    ? launchStandIn(folder, args, packed)
    : launchTrue(program, folder, args);
}

/** Starts the app a second time on the same folder and waits for that process to end; answers its exit code. */
export async function launchSecond({ args, userData }: Required<Omit<LaunchOptions, 'packed'>>) {
  const program = electronProgram();
  if (program !== undefined) {
    return spawnSync(program, [PROJECT, ...asRoot, ...words(userData, args)], { timeout: 30_000 }).status;
  }
  const child = await forkMain(words(userData, args), PROJECT);
  return new Promise<number | null>((ended) => {
    child.once('exit', ended);
  });
}

async function launchTrue(program: string, userData: string, args: readonly string[]): Promise<Launched> {
  const app = await _electron.launch({
    executablePath: program,
    args: [PROJECT, ...asRoot, ...words(userData, args)],
  });
  const page = await app.firstWindow();
  const child = app.process();
  const output = collect(child);
  const exited = new Promise<number | null>((ended) => {
    child.once('exit', ended);
  });
  return {
    kind: 'electron',
    page,
    userData,
    // Playwright's own type cannot say that the argument may be left out.
    evaluate: (run, argument) => app.evaluate<never, never>(run as never, argument as never),
    close: async () => {
      await app.close();
      return exited;
    },
    output,
    pid: child.pid ?? 0,
  };
}

async function forkMain(args: readonly string[], app: string): Promise<ChildProcess> {
  const { executablePath, env } = await resolveBrowser();
  const about: { main: string } = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8'));
  return fork(join(app, about.main), args, {
    cwd: PROJECT,
    execArgv: [
      '--enable-source-maps',
      '--disable-warning=ExperimentalWarning',
      '--import',
      join(PROJECT, 'tests/stand-in/register.ts'),
    ],
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      STAND_IN_APP: app,
      STAND_IN_CHROMIUM: executablePath,
      STAND_IN_CHROMIUM_ENV: JSON.stringify(env),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
}

function collect(child: ChildProcess): () => string {
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part: Buffer) => {
      text += part.toString();
    });
  }
  return () => text;
}

type Answer = { readonly id: number; readonly value?: unknown; readonly error?: string };

/** Calls main over the IPC channel of its process. */
function caller(child: ChildProcess) {
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  child.on('message', (message: { kind: string } & Answer) => {
    if (message.kind !== 'answer') return;
    const call = waiting.get(message.id);
    waiting.delete(message.id);
    if (message.error === undefined) call?.resolve(message.value);
    else call?.reject(new Error(message.error));
  });
  child.once('exit', () => {
    for (const call of waiting.values()) call.reject(new Error('main has ended'));
  });
  let last = 0;
  return (text: string, argument: unknown) => {
    last += 1;
    const call = Promise.withResolvers<unknown>();
    waiting.set(last, call);
    child.send({ kind: 'evaluate', id: last, text, argument });
    return call.promise;
  };
}

async function launchStandIn(
  userData: string,
  args: readonly string[],
  app: string = PROJECT,
): Promise<Launched> {
  const child = await forkMain(words(userData, args), app);
  const output = collect(child);
  const exited = new Promise<number | null>((ended) => {
    child.once('exit', ended);
  });
  const endpoint = await new Promise<string>((ready, failed) => {
    child.on('message', (message: { kind: string; endpoint: string }) => {
      if (message.kind === 'ready') ready(message.endpoint);
    });
    void exited.then((code) => failed(new Error(`main ended with ${code}\n${output()}`)));
  });
  const browser = await chromium.connectOverCDP(endpoint);
  const context = browser.contexts()[0]!;
  const page = context.pages()[0] ?? (await context.waitForEvent('page'));
  // Not waitForURL: a book in trouble loads a second page over the first.
  while (page.url() === 'about:blank' && child.exitCode === null) await page.waitForTimeout(20);
  const call = caller(child);
  return {
    kind: 'stand-in',
    page,
    userData,
    // What comes back is JSON of what `run` returns, which is all the interface promises.
    evaluate: (run, argument) => call(String(run), argument) as Promise<never>,
    close: async () => {
      await browser.close().catch(() => undefined);
      if (child.exitCode === null && child.connected)
        void call('({ app }) => app.quit()', undefined).catch(() => undefined);
      const late = setTimeout(() => child.kill('SIGKILL'), 10_000);
      const code = await exited;
      clearTimeout(late);
      return code;
    },
    output,
    pid: child.pid ?? 0,
  };
}
