// BrowserWindow: one page each. What the window system would do is remembered, not done.
import { EventEmitter } from 'node:events';
import type { Cdp } from './cdp.ts';
import { allowed, preventable } from './preventable.ts';
import { strict } from './strict.ts';
import { Target } from './target.ts';
import { WebContents } from './web-contents.ts';

export interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

interface Options extends Partial<Bounds> {
  readonly show?: boolean;
  readonly title?: string;
  readonly webPreferences?: { readonly preload?: string };
}

/** What windows need from the running program. */
export interface Surroundings {
  readonly cdp: () => Cdp;
  /** A page target nobody uses yet. */
  readonly freshTarget: () => Promise<string>;
  readonly created: (contents: WebContents) => void;
  readonly closed: () => void;
}

let surroundings: Surroundings | undefined;

/** To be called once Chromium runs; before, no window can be made. */
export const allowWindows = (given: Surroundings): void => {
  surroundings = given;
};

const windows: BrowserWindow[] = [];

export class BrowserWindow extends EventEmitter {
  readonly webContents: WebContents;
  readonly options: Options;
  readonly #plainContents = new WebContents();
  readonly #around: Surroundings;
  readonly #target: Promise<Target>;
  readonly #bounds: Bounds;
  readonly #is = { visible: false, maximized: false, minimized: false, destroyed: false };

  constructor(options: Options = {}) {
    super();
    if (surroundings === undefined) throw new Error('Cannot create BrowserWindow before app is ready');
    this.#around = surroundings;
    this.options = options;
    this.webContents = strict('webContents', this.#plainContents);
    this.#bounds = {
      x: options.x ?? 100,
      y: options.y ?? 80,
      width: options.width ?? 800,
      height: options.height ?? 600,
    };
    this.#is.visible = options.show !== false;
    windows.push(this);
    this.#around.created(this.webContents);
    this.#target = this.#open();
  }

  static getAllWindows(): BrowserWindow[] {
    return [...windows];
  }

  /** The window whose page is the target, if any. */
  static async ofTarget(id: string): Promise<BrowserWindow | undefined> {
    const targets = await Promise.all(
      windows.map(async (window) => ({ window, id: await window.targetId() })),
    );
    return targets.find((target) => target.id === id)?.window;
  }

  async targetId(): Promise<string> {
    return (await this.#target).id;
  }

  async loadURL(url: string): Promise<void> {
    await (await this.#target).load(url);
  }

  show(): void {
    this.#is.visible = true;
    this.emit('show');
  }

  focus(): void {
    this.emit('focus');
  }

  isVisible(): boolean {
    return this.#is.visible;
  }

  minimize(): void {
    this.#is.minimized = true;
  }

  isMinimized(): boolean {
    return this.#is.minimized;
  }

  restore(): void {
    this.#is.minimized = false;
  }

  maximize(): void {
    this.#is.maximized = true;
  }

  isMaximized(): boolean {
    return this.#is.maximized;
  }

  isDestroyed(): boolean {
    return this.#is.destroyed;
  }

  getNormalBounds(): Bounds {
    return this.#bounds;
  }

  setBackgroundColor(_colour: string): void {}

  close(): void {
    void this.tryToClose();
  }

  async tryToClose(): Promise<boolean> {
    if (this.#is.destroyed) return true;
    if (!allowed(this, 'close')) return false;
    const targetId = await this.targetId();
    this.gone();
    // Chromium may have closed it by itself.
    await this.#around
      .cdp()
      .send('Target.closeTarget', { targetId })
      .catch(() => undefined);
    return true;
  }

  /** The page has gone, by us or by itself. */
  gone(): void {
    if (this.#is.destroyed) return;
    this.#is.destroyed = true;
    windows.splice(windows.indexOf(this), 1);
    this.#plainContents.destroyed();
    this.emit('closed');
    this.#around.closed();
  }

  async #open(): Promise<Target> {
    let isShown = false;
    const target = await Target.open(await this.#around.freshTarget(), {
      cdp: this.#around.cdp(),
      contents: this.#plainContents,
      preload: this.options.webPreferences?.preload,
      loaded: () => {
        if (!isShown) this.emit('ready-to-show', preventable({}));
        isShown = true;
      },
    });
    const { width, height } = this.#bounds;
    await target.command('Emulation.setDeviceMetricsOverride', {
      width,
      height,
      deviceScaleFactor: 1,
      mobile: false,
    });
    return target;
  }
}
