// Runs inside the page, injected as text: the bridge between the page's world and the preload's, and the
// preload's own `require('electron')`. Every function is self-contained: it may use nothing outside itself.
import type { Params } from './cdp.ts';

/** Tells the codec about values it does not know (functions); answers their stand-in. */
export type Foreign = (value: Params) => Params;

export interface Codec {
  readonly encode: (value: unknown, foreign?: Foreign) => Params;
  readonly decode: (value: Params, foreign?: Foreign) => Params;
}

/** The part of the structured clone algorithm that our program uses, as JSON. Shared by Node and the page. */
export function makeCodec(): Codec {
  const toText = (bytes: Uint8Array) => {
    let binary = '';
    for (const byte of bytes) binary += String.fromCodePoint(byte);
    return btoa(binary);
  };
  const toBytes = (text: string) => Uint8Array.from(atob(text), (character) => character.codePointAt(0) ?? 0);
  const encode: Codec['encode'] = (value, foreign) => {
    if (value === undefined) return { $: 'undefined' };
    if (value === null || ['string', 'boolean', 'number'].includes(typeof value)) return value;
    if (typeof value === 'function' && foreign) return foreign(value);
    if (value instanceof ArrayBuffer) return { $: 'buffer', text: toText(new Uint8Array(value)) };
    if (value instanceof Uint8Array) return { $: 'bytes', text: toText(value) };
    if (Array.isArray(value)) return value.map((item) => encode(item, foreign));
    if (typeof value !== 'object') throw new Error('An object could not be cloned.');
    const members = Object.entries(value).map(([name, item]) => [name, encode(item, foreign)]);
    return { $: 'object', members };
  };
  const decode: Codec['decode'] = (value, foreign) => {
    if (Array.isArray(value)) return value.map((item) => decode(item, foreign));
    if (value === null || typeof value !== 'object') return value;
    switch (value.$) {
      case 'undefined':
        return undefined;
      case 'buffer':
        return toBytes(value.text).buffer;
      case 'bytes':
        return toBytes(value.text);
      case 'object':
        return Object.fromEntries(
          value.members.map(([name, item]: [string, Params]) => [name, decode(item, foreign)]),
        );
      default:
        return foreign?.(value);
    }
  };
  return { encode, decode };
}

/**
 * One end of contextBridge; runs in both worlds. DOM events are dispatched synchronously and to both worlds, so a
 * call across returns before the next line. `channel` is a name no page can guess.
 */
export function makeBridge(
  side: { readonly me: string; readonly other: string; readonly channel: string },
  { encode, decode }: Codec,
): { expose: (name: string, api: unknown) => void } {
  let last = 0;
  let answer: Params;
  const functions = new Map<number, (...words: unknown[]) => unknown>();
  const post = (message: object) =>
    window.dispatchEvent(new CustomEvent(side.channel + side.other, { detail: JSON.stringify(message) }));
  const outward: Foreign = (value) => {
    last += 1;
    functions.set(last, value);
    return { $: 'function', id: last };
  };
  const inward: Foreign = ({ id }) => {
    const call = (...words: unknown[]) => {
      post({ kind: 'call', id, words: encode(words, outward) });
      const { value, error } = answer;
      if (error !== undefined) throw new Error(error);
      return decode(value, inward);
    };
    return call;
  };
  const freeze = (value: Params): Params => {
    for (const member of Object.values(value)) if (typeof member === 'object' && member) freeze(member);
    return Object.freeze(value);
  };
  const run = ({ id, words }: Params) => {
    try {
      post({ kind: 'return', value: encode(functions.get(id)?.(...decode(words, inward)), outward) });
    } catch (error) {
      post({ kind: 'return', error: String(error) });
    }
  };
  window.addEventListener(side.channel + side.me, (event) => {
    event.stopImmediatePropagation();
    const message: Params = JSON.parse((event as CustomEvent<string>).detail);
    if (message.kind === 'call') run(message);
    if (message.kind === 'return') answer = message;
    if (message.kind === 'expose') {
      Object.defineProperty(window, message.name, {
        value: freeze(decode(message.api, inward)),
        enumerable: true,
      });
    }
  });
  return { expose: (name, api) => post({ kind: 'expose', name, api: encode(api, outward) }) };
}

interface PreloadWorld {
  readonly receive: (message: Params) => void;
  readonly require: (name: string) => unknown;
}

/** What a sandboxed preload finds: `require('electron')` with contextBridge and ipcRenderer, nothing else. */
export function makePreloadWorld(
  { expose }: ReturnType<typeof makeBridge>,
  { encode, decode }: Codec,
  send: (message: object) => void,
): PreloadWorld {
  let last = 0;
  const ports = new Map<number, MessagePort>();
  const listeners = new Map<string, ((event: object, ...words: unknown[]) => void)[]>();
  const track = (port: MessagePort) => {
    last += 1;
    const id = last;
    ports.set(id, port);
    port.addEventListener('message', ({ data }) => send({ kind: 'port-message', id, data: encode(data) }));
    port.addEventListener('close', () => send({ kind: 'port-close', id }));
    port.start();
    return id;
  };
  const receive = ({ kind, id, channel, words, data }: Params) => {
    if (kind === 'event') for (const listener of listeners.get(channel) ?? []) listener({}, ...decode(words));
    if (kind === 'port-message') ports.get(id)?.postMessage(decode(data));
    if (kind === 'port-close') {
      ports.get(id)?.close();
      ports.delete(id);
    }
  };
  const refuse = (name: string, members: object) =>
    new Proxy(members, {
      get(object, member) {
        if (!(member in object)) throw new Error(`stand-in: ${name}.${String(member)} is not implemented`);
        return Reflect.get(object, member);
      },
    });
  const electron = {
    contextBridge: refuse('contextBridge', { exposeInMainWorld: expose }),
    ipcRenderer: refuse('ipcRenderer', {
      on: (channel: string, listener: (event: object, ...words: unknown[]) => void) => {
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]);
      },
      postMessage: (channel: string, message: unknown, transfer: readonly MessagePort[] = []) =>
        send({ kind: 'post', channel, message: encode(message), ports: transfer.map(track) }),
    }),
  };
  const require = (name: string) => {
    if (name === 'electron') return refuse('electron', electron);
    throw new Error(`module not found: ${name}`);
  };
  return { receive, require };
}

/** The script for the page's own world: its end of the bridge, in the top frame only. */
export const pageScript = (channel: string): string =>
  `if (window === top) (${String(makeBridge)})(${JSON.stringify({ me: 'page', other: 'preload', channel })}, (${String(makeCodec)})());`;

/** The script for the preload's world: its end of the bridge, then the preload itself. */
export const preloadScript = (channel: string, preload: string): string => `
if (window === top) {
  const codec = (${String(makeCodec)})();
  const send = (message) => __standInOut(JSON.stringify(message));
  const bridge = (${String(makeBridge)})(${JSON.stringify({ me: 'preload', other: 'page', channel })}, codec);
  const world = (${String(makePreloadWorld)})(bridge, codec, send);
  globalThis.__standInReceive = world.receive;
  send({ kind: 'hello' });
  (function (require, process, module, exports) { ${preload}
  }).call(globalThis, world.require, { platform: ${JSON.stringify(process.platform)} }, { exports: {} }, {});
}`;
