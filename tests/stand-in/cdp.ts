// The Chrome DevTools Protocol over one WebSocket, all targets on it as flattened sessions.

/** What a CDP answer or event carries; the protocol's own documentation says which members each one has. */
// oxlint-disable-next-line typescript/no-explicit-any -- the protocol's 600 message types are not worth a copy
export type Params = any;

interface Waiting {
  readonly method: string;
  readonly resolve: (result: Params) => void;
  readonly reject: (error: Error) => void;
}

type Listener = (params: Params) => void;

export class Cdp {
  readonly #socket: WebSocket;
  readonly #waiting = new Map<number, Waiting>();
  readonly #listeners = new Map<string, Listener[]>();
  #last = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.addEventListener('message', ({ data }) => this.#receive(JSON.parse(String(data))));
    socket.addEventListener('close', () => {
      for (const { reject, method } of this.#waiting.values())
        reject(new Error(`${method}: Chromium has gone`));
      this.#waiting.clear();
    });
  }

  /** Connects to a browser's `webSocketDebuggerUrl`. */
  static async connect(endpoint: string): Promise<Cdp> {
    const socket = new WebSocket(endpoint);
    await new Promise<void>((resolve, reject) => {
      socket.addEventListener('open', () => resolve(), { once: true });
      socket.addEventListener('error', () => reject(new Error(`no DevTools at ${endpoint}`)), { once: true });
    });
    return new Cdp(socket);
  }

  /** Sends a command, to the browser or to the session of a target. */
  send(method: string, params: object = {}, sessionId?: string): Promise<Params> {
    this.#last += 1;
    const id = this.#last;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { method, resolve, reject });
      this.#socket.send(JSON.stringify({ id, method, params, sessionId }));
    });
  }

  /** Listens to an event, of the browser or of one session. */
  on(method: string, listener: Listener, sessionId = ''): void {
    const key = `${sessionId} ${method}`;
    this.#listeners.set(key, [...(this.#listeners.get(key) ?? []), listener]);
  }

  close(): void {
    this.#socket.close();
  }

  #receive(message: Params): void {
    if (message.id === undefined) {
      const key = `${message.sessionId ?? ''} ${message.method}`;
      for (const listener of this.#listeners.get(key) ?? []) listener(message.params);
      return;
    }
    const waiting = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`));
    else waiting?.resolve(message.result);
  }
}
