// The Chromium target behind a window: its session, its two worlds, its events.
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Cdp, Params } from './cdp.ts';
import { pageScript, preloadScript } from './page-worlds.ts';
import { answerRequest } from './requests.ts';
import { fromWeb, toWeb } from './scheme.ts';
import { applyPermissions } from './session.ts';
import type { WebContents } from './web-contents.ts';

export interface TargetOptions {
  readonly cdp: Cdp;
  readonly contents: WebContents;
  readonly preload: string | undefined;
  readonly loaded: () => void;
}

export class Target {
  readonly #cdp: Cdp;
  readonly #contents: WebContents;
  readonly #loaded: () => void;
  #isOwnNavigation = false;
  #sessionId = '';
  id = '';

  constructor({ cdp, contents, loaded }: TargetOptions) {
    this.#cdp = cdp;
    this.#contents = contents;
    this.#loaded = loaded;
  }

  /** Takes over the target `id` and makes it a page of ours. */
  static async open(id: string, options: TargetOptions): Promise<Target> {
    const target = new Target(options);
    target.id = id;
    const { sessionId } = await options.cdp.send('Target.attachToTarget', { targetId: id, flatten: true });
    target.#sessionId = sessionId;
    const world = `preload-${randomUUID()}`;
    target.#listen();
    await Promise.all([
      target.command('Page.enable'),
      target.command('Runtime.enable'),
      target.command('Runtime.addBinding', { name: '__standInOut', executionContextName: world }),
      target.command('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    ]);
    if (options.preload !== undefined) await target.#addPreload(options.preload, world);
    options.contents.attach({ command: target.command, load: target.load });
    return target;
  }

  readonly command = (method: string, params: object = {}): Promise<Params> =>
    this.#cdp.send(method, params, this.#sessionId);

  readonly load = async (url: string): Promise<void> => {
    await applyPermissions(this.#cdp, this.#contents, url);
    this.#isOwnNavigation = true;
    const { errorText } = await this.command('Page.navigate', { url: toWeb(url) });
    if (errorText !== undefined) throw new Error(`${errorText} loading '${url}'`);
  };

  async #addPreload(file: string, worldName: string): Promise<void> {
    const channel = `bridge-${randomUUID()}`;
    const script = (source: string, options: object = {}) =>
      this.command('Page.addScriptToEvaluateOnNewDocument', { source, ...options });
    await script(pageScript(channel));
    await script(preloadScript(channel, readFileSync(file, 'utf8')), { worldName });
  }

  #listen(): void {
    const contents = this.#contents;
    const on = (method: string, listener: (params: Params) => void) =>
      this.#cdp.on(method, listener, this.#sessionId);
    let preloadContext: number | undefined;
    const setPreload = (context: number | undefined) => {
      preloadContext = context;
      contents.preloadAt(context);
    };
    on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name !== '__standInOut') return;
      const message: Params = JSON.parse(payload);
      if (message.kind === 'hello') setPreload(executionContextId);
      else contents.receive(message);
    });
    on('Runtime.executionContextDestroyed', ({ executionContextId }) => {
      if (executionContextId === preloadContext) setPreload(undefined);
    });
    on('Runtime.executionContextsCleared', () => setPreload(undefined));
    on('Page.frameNavigated', ({ frame }) => {
      if (frame.parentId === undefined) contents.navigated(fromWeb(frame.url));
    });
    on('Page.loadEventFired', this.#loaded);
    on('Page.windowOpen', ({ url }) => {
      const { action } = contents.openHandler({ url: fromWeb(url) });
      if (action !== 'deny') throw new Error('stand-in: a second page is not implemented');
    });
    on('Inspector.targetCrashed', () => contents.emit('render-process-gone', {}, { reason: 'crashed' }));
    on('Fetch.requestPaused', (paused) => void this.#answer(paused));
  }

  async #answer(paused: Params): Promise<void> {
    try {
      await answerRequest(
        {
          contents: this.#contents,
          mainFrame: this.id,
          command: this.command,
          takeOwnNavigation: () => {
            const isOwn = this.#isOwnNavigation;
            this.#isOwnNavigation = false;
            return isOwn;
          },
        },
        paused,
      );
    } catch (error) {
      // The request, the page or the whole browser went while the answer was being made.
      if (!/Invalid InterceptionId|Session with given id not found|gone/.test(String(error))) throw error;
    }
  }
}
