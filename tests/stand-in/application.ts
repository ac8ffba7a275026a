// `app`: paths, readiness, the single instance, and the order of quitting.
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { isAbsolute, join, resolve } from 'node:path';
import { allowed, preventable } from './preventable.ts';
import { takeLock } from './single-instance.ts';

/** A window, as quitting sees it. */
export interface Closable {
  /** Asks the window to close; answers whether it did. */
  readonly tryToClose: () => Promise<boolean>;
}

/** The folder with package.json: `.` when run from source, the unpacked archive when packed. */
const appPath = process.env['STAND_IN_APP'] ?? process.cwd();
const about: { name: string; productName?: string; version: string } = JSON.parse(
  readFileSync(join(appPath, 'package.json'), 'utf8'),
);

const userDataSwitch = () => {
  const word = process.argv.find((argument) => argument.startsWith('--user-data-dir='));
  return word === undefined ? undefined : resolve(word.slice('--user-data-dir='.length));
};

export class Application extends EventEmitter {
  /** What the program appended, for Chromium's command line. */
  readonly switches: string[] = [];
  readonly commandLine = {
    appendSwitch: (name: string, value?: string) => {
      this.switches.push(value === undefined ? `--${name}` : `--${name}=${value}`);
    },
  };
  readonly #paths = new Map<string, string>([
    ['home', homedir()],
    ['temp', tmpdir()],
    ['appData', join(homedir(), '.config')],
  ]);
  readonly #windows: () => readonly Closable[];
  #isReady = false;
  #isQuitting = false;
  #hasLock = false;

  constructor(windows: () => readonly Closable[]) {
    super();
    this.#windows = windows;
  }

  get isQuitting(): boolean {
    return this.#isQuitting;
  }

  becomeReady(): void {
    this.#isReady = true;
    this.emit('ready', preventable({}), {});
  }

  enableSandbox(): void {
    if (this.#isReady) throw new Error('app.enableSandbox() can only be called before app is ready');
  }

  getName(): string {
    return about.productName ?? about.name;
  }

  getVersion(): string {
    return about.version;
  }

  getAppPath(): string {
    return appPath;
  }

  getPath(name: string): string {
    const set = this.#paths.get(name);
    if (set !== undefined) return set;
    if (name === 'userData') return userDataSwitch() ?? join(this.getPath('appData'), this.getName());
    throw new Error(`stand-in: app.getPath('${name}') is not implemented`);
  }

  setPath(name: string, path: string): void {
    if (!isAbsolute(path)) throw new Error('Path must be absolute');
    this.#paths.set(name, path);
  }

  whenReady(): Promise<void> {
    if (this.#isReady) return Promise.resolve();
    return new Promise((ready) => {
      this.once('ready', () => ready());
    });
  }

  requestSingleInstanceLock(data?: unknown): boolean {
    this.#hasLock = takeLock(this.getPath('userData'), data, (words) =>
      this.emit('second-instance', preventable({}), words.argv, words.directory, words.data),
    );
    return this.#hasLock;
  }

  setAboutPanelOptions(_options: object): void {}

  /** Electron's order: before-quit, every window's close, will-quit, quit. Any of them may be refused. */
  quit(): void {
    if (this.#isQuitting) return;
    this.#isQuitting = true;
    setImmediate(() => void this.#quitInOrder());
  }

  exit(code = 0): void {
    process.exit(code);
  }

  windowClosed(): void {
    if (this.#windows().length === 0 && !this.#isQuitting) this.emit('window-all-closed');
  }

  async #quitInOrder(): Promise<void> {
    const mayQuit = await this.#mayQuit();
    if (!mayQuit) {
      this.#isQuitting = false;
      return;
    }
    this.emit('quit', preventable({}), 0);
    this.exit(0);
  }

  async #mayQuit(): Promise<boolean> {
    if (!allowed(this, 'before-quit')) return false;
    for (const window of this.#windows()) {
      if (!(await window.tryToClose())) return false;
    }
    return allowed(this, 'will-quit');
  }
}
