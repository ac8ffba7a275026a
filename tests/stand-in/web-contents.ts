// WebContents: what main can do with a page, and what the page's preload says to main.
import { EventEmitter } from 'node:events';
import type { Params } from './cdp.ts';
import { ipcMain } from './ipc.ts';
import { makeCodec } from './page-worlds.ts';
import { MessagePortMain } from './ports.ts';
import { preventable } from './preventable.ts';
import { originOf } from './scheme.ts';

const codec = makeCodec();

/** The way to the page, given by the target once it is there. */
export interface PageWire {
  readonly command: (method: string, params?: object) => Promise<Params>;
  readonly load: (url: string) => Promise<void>;
}

type OpenHandler = (details: { url: string }) => { action: 'allow' | 'deny' };

export class WebContents extends EventEmitter {
  openHandler: OpenHandler = () => ({ action: 'allow' });
  #url = '';
  #wire: PageWire | undefined;
  #preloadContext: number | undefined;
  #isDestroyed = false;
  #waiting: object[] = [];
  readonly #ports = new Map<number, MessagePortMain>();

  attach(wire: PageWire): void {
    this.#wire = wire;
  }

  getType(): 'window' {
    return 'window';
  }

  getURL(): string {
    return this.#url;
  }

  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  setWebRTCIPHandlingPolicy(_policy: string): void {}

  /** What was dragged out of the page; the stand-in has no system to drag it to. */
  readonly dragged: { readonly file: string; readonly icon: string }[] = [];

  startDrag(item: { readonly file: string; readonly icon: string }): void {
    this.dragged.push(item);
  }

  /** Chromium itself prints; of Electron's options those are known that main gives. */
  async printToPDF({ preferCSSPageSize = false }: { preferCSSPageSize?: boolean } = {}): Promise<Buffer> {
    const answer = await this.#wire?.command('Page.printToPDF', { preferCSSPageSize });
    return Buffer.from(String(answer?.['data'] ?? ''), 'base64');
  }

  reload(): void {
    void this.#wire?.load(this.#url);
  }

  send(channel: string, ...words: unknown[]): void {
    this.#post({ kind: 'event', channel, words: codec.encode(words) });
  }

  /** The main frame shows another document: the old one's ports have gone with it. */
  navigated(url: string): void {
    this.#url = url;
    this.emit('did-navigate', preventable({}), url);
  }

  /** The preload's world is there (or, with undefined, gone). */
  preloadAt(context: number | undefined): void {
    this.#preloadContext = context;
    if (context === undefined) {
      for (const port of this.#ports.values()) port.disconnected();
      this.#ports.clear();
      return;
    }
    for (const message of this.#waiting.splice(0)) this.#post(message);
  }

  destroyed(): void {
    if (this.#isDestroyed) return;
    this.#isDestroyed = true;
    this.preloadAt(undefined);
    this.emit('destroyed');
  }

  /** A message of the preload. */
  receive(message: Params): void {
    const { kind, id } = message;
    if (kind === 'port-message') this.#ports.get(id)?.deliver(codec.decode(message.data));
    if (kind === 'port-close') {
      this.#ports.get(id)?.disconnected();
      this.#ports.delete(id);
    }
    if (kind === 'post') {
      const frame = { url: this.#url, origin: originOf(this.#url), parent: null };
      const ports = message.ports.map((port: number) => this.#track(port));
      const event = preventable({ sender: this, senderFrame: frame, ports, type: 'frame' });
      ipcMain.emit(message.channel, event, codec.decode(message.message));
    }
  }

  #track(id: number): MessagePortMain {
    const port = new MessagePortMain({
      send: (data) => this.#post({ kind: 'port-message', id, data: codec.encode(data) }),
      close: () => {
        this.#ports.delete(id);
        this.#post({ kind: 'port-close', id });
      },
    });
    this.#ports.set(id, port);
    return port;
  }

  #post(message: object): void {
    if (this.#preloadContext === undefined || this.#wire === undefined) {
      // A port's message to a page that has gone is lost, an event waits for the next page.
      if ('channel' in message) this.#waiting.push(message);
      return;
    }
    const expression = `__standInReceive(${JSON.stringify(message)})`;
    this.#wire
      .command('Runtime.evaluate', { contextId: this.#preloadContext, expression })
      // The page went in this moment.
      .catch(() => undefined);
  }
}
