// One Chromium of our own: started headless with a fresh profile, killed and swept up at the end.
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface ChromiumProcess {
  /** Where the browser's DevTools listen. */
  readonly endpoint: string;
  /** The folder of its profile; goes with `sweep`. */
  readonly profile: string;
  readonly exited: Promise<void>;
  /** Kills this Chromium and removes its profile; safe to call twice and from an `exit` handler. */
  readonly sweep: () => void;
}

const SWITCHES = [
  '--headless',
  '--remote-debugging-port=0',
  '--no-first-run',
  '--no-default-browser-check',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-quic',
  '--hide-scrollbars',
  '--enable-unsafe-swiftshader',
];

const pause = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });

/** Chromium writes the port and path of its DevTools into its profile once it listens. */
async function readEndpoint(profile: string, child: ChildProcess): Promise<string> {
  const file = join(profile, 'DevToolsActivePort');
  for (const started = Date.now(); Date.now() - started < 20_000; await pause(20)) {
    if (child.exitCode !== null) throw new Error(`stand-in: Chromium ended with ${child.exitCode}`);
    const [port, path] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (port !== undefined && path !== undefined && path !== '') return `ws://127.0.0.1:${port}${path}`;
  }
  throw new Error('stand-in: Chromium did not start in 20 s');
}

/** Starts Chromium with the switches our program appended (`app.commandLine`). */
export async function startChromium(
  executablePath: string,
  env: Readonly<Record<string, string>>,
  switches: readonly string[],
): Promise<ChromiumProcess> {
  const profile = mkdtempSync(join(tmpdir(), `acquaint-stand-in-${process.pid}-`));
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(
    executablePath,
    [...SWITCHES, ...asRoot, ...switches, `--user-data-dir=${profile}`, 'about:blank'],
    { env: { ...process.env, ...env }, stdio: 'ignore', detached: process.platform !== 'win32' },
  );
  const exited = new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.once('error', () => resolve());
  });
  const sweep = () => {
    kill(child);
    rmSync(profile, { recursive: true, force: true, maxRetries: 20, retryDelay: 25 });
  };
  process.once('exit', sweep);
  return { endpoint: await readEndpoint(profile, child), profile, exited, sweep };
}

/** Its renderers too: it leads a process group of its own. */
function kill(child: ChildProcess): void {
  if (child.pid === undefined || child.exitCode !== null) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended in this moment.
  }
}
