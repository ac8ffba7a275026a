// The door: checks who asks, once, then pipes the page's ports to the book's threads without reading a frame.
import type { IpcMain, IpcMainEvent, MessagePortMain, WebContents } from 'electron';
import { CONNECT, PORT_LANES } from './channels.ts';
import type { Log } from './logging.ts';
import { ORIGIN } from './page-address.ts';
import type { Lane } from '#api/lane-names.ts';
import type { Book } from '#db/client.ts';

/** Who sent a message, reduced to what decides. */
export interface Sender {
  /** Electron's kind of web contents: `window`, `webview`, `browserView`, … */
  readonly type: string;
  /** The frame's parent; null for a top frame. */
  readonly parent: unknown;
  /** The frame's origin; undefined when the frame has gone already. */
  readonly origin: string | undefined;
}

/** SECURITY: only the top frame of a window of ours, showing our own page. */
export function isOurSender({ type, parent, origin }: Sender): boolean {
  return type === 'window' && parent === null && origin === ORIGIN;
}

/** The sender of a message. A frame that has gone counts as no frame of ours. */
export function senderOf({ sender, senderFrame }: Pick<IpcMainEvent, 'sender' | 'senderFrame'>): Sender {
  if (senderFrame === null) return { type: sender.getType(), parent: undefined, origin: undefined };
  return { type: sender.getType(), parent: senderFrame.parent, origin: senderFrame.origin };
}

/** The page's end, as main holds it. */
export type PagePort = Pick<MessagePortMain, 'on' | 'postMessage' | 'start' | 'close'>;
/** The book's end, as main holds it. */
export type BookPort = ReturnType<Book['connect']>;

/** oRPC's frames are text or bytes; anything else on a port is not from our page's client. */
const isFrame = (data: unknown): boolean =>
  typeof data === 'string' || data instanceof ArrayBuffer || ArrayBuffer.isView(data);

/** Copies frames both ways until either end closes; then both are closed. */
export function pipe(page: PagePort, book: BookPort): void {
  page.on('message', ({ data }) => {
    if (isFrame(data)) book.postMessage(data);
    else page.close();
  });
  book.on('message', (frame: unknown) => page.postMessage(frame));
  page.on('close', () => book.close());
  book.on('close', () => page.close());
  page.start();
}

export interface DoorOptions {
  readonly ipcMain: Pick<IpcMain, 'on'>;
  /** The book, when it is open; rejects when it cannot be opened. */
  readonly book: () => Promise<Book>;
  /** Serves the host's own procedures on a port. */
  readonly serveHost: (port: MessagePortMain) => void;
  /** A page has just been connected. */
  readonly connected: (page: WebContents) => void;
  readonly log: Log;
}

/** Opens the door: from now on a page of ours that brings its ports is connected. */
export function installDoor({ ipcMain, book, serveHost, connected, log }: DoorOptions): void {
  const open = new WeakMap<WebContents, readonly MessagePortMain[]>();
  const watched = new WeakSet<WebContents>();
  const closePorts = (page: WebContents) => {
    for (const port of open.get(page) ?? []) port.close();
    open.delete(page);
  };
  /** Ports close by themselves when their frame goes; a crash or a reload must not depend on that. */
  const watch = (page: WebContents) => {
    if (watched.has(page)) return;
    watched.add(page);
    page.on('did-navigate', () => closePorts(page));
    page.on('render-process-gone', () => closePorts(page));
    page.on('destroyed', () => closePorts(page));
  };
  const join = async (lane: Lane, port: MessagePortMain) => {
    if (lane === 'host') serveHost(port);
    else pipe(port, (await book()).connect(lane));
  };
  ipcMain.on(CONNECT, (event) => {
    const { ports, sender } = event;
    // SECURITY: before anything else. A port is a capability: it is given only here and dies with its frame.
    if (!isOurSender(senderOf(event)) || ports.length !== PORT_LANES.length) {
      for (const port of ports) port.close();
      log.write('page-refused');
      return;
    }
    watch(sender);
    closePorts(sender);
    open.set(sender, ports);
    for (const [index, lane] of PORT_LANES.entries()) {
      const port = ports[index]!;
      join(lane, port).catch((error: unknown) => {
        log.fault(error);
        port.close();
      });
    }
    log.write('page-connected');
    connected(sender);
  });
}
