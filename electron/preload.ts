// The only code of ours between the page and main. Sandboxed, one CommonJS file, imports nothing but electron.
import { contextBridge, ipcRenderer } from 'electron';
import { COMMAND, CONNECT, FILES, PORT_LANES, isConnectMessage } from './channels.ts';
import type { OpenedFile } from './channels.ts';

/** The little of the page's world that is used here; the zone has no DOM types. */
type Port = NonNullable<Parameters<typeof ipcRenderer.postMessage>[2]>[number];
interface PageMessage {
  readonly source: unknown;
  readonly origin: string;
  readonly data: unknown;
  readonly ports: readonly Port[];
}
declare const window: {
  readonly location: { readonly origin: string };
  addEventListener(type: 'message', listener: (event: PageMessage) => void): void;
};

/** Remembers what arrives before anyone listens, so that nothing said early is lost. */
function subscription<Value>() {
  const listeners = new Set<(value: Value) => void>();
  const waiting: Value[] = [];
  return {
    say(value: Value): void {
      if (listeners.size === 0) waiting.push(value);
      for (const listener of listeners) listener(value);
    },
    listen(listener: (value: Value) => void): () => void {
      listeners.add(listener);
      for (const value of waiting.splice(0)) listener(value);
      return () => {
        listeners.delete(listener);
      };
    },
  };
}

const commands = subscription<string>();
const files = subscription<readonly OpenedFile[]>();
// Event objects stay here: they carry the sender, which the page must never hold.
ipcRenderer.on(COMMAND, (_event, id: string) => commands.say(id));
ipcRenderer.on(FILES, (_event, opened: readonly OpenedFile[]) => files.say(opened));

// SECURITY: only the page itself (not a frame in it, not an opener) can hand ports over, and only once.
let handedOver = false;
window.addEventListener('message', (event) => {
  if (handedOver || event.source !== window || event.origin !== window.location.origin) return;
  if (!isConnectMessage(event.data) || event.ports.length !== PORT_LANES.length) return;
  handedOver = true;
  ipcRenderer.postMessage(CONNECT, PORT_LANES, [...event.ports]);
});

// SECURITY: everything the page can reach. contextBridge copies and freezes it.
contextBridge.exposeInMainWorld('acquaint', {
  kind: 'electron',
  platform: process.platform,
  /** Calls back with an action's id when its native menu item is chosen; returns the way to stop. */
  onCommand: (listener: (id: string) => void) => commands.listen(listener),
  /** Calls back with files opened with Acquaint, also those from before; returns the way to stop. */
  onFiles: (listener: (opened: readonly OpenedFile[]) => void) => files.listen(listener),
});
