// MessagePortMain: main's end of a port whose other end is in a page.
import { EventEmitter } from 'node:events';

/** What a port needs to reach its page. */
export interface PortWire {
  readonly send: (data: unknown) => void;
  readonly close: () => void;
}

export class MessagePortMain extends EventEmitter {
  readonly #wire: PortWire;
  #waiting: unknown[] | undefined = [];
  #isOpen = true;

  constructor(wire: PortWire) {
    super();
    this.#wire = wire;
  }

  postMessage(data: unknown): void {
    if (this.#isOpen) this.#wire.send(data);
  }

  start(): void {
    const waiting = this.#waiting ?? [];
    this.#waiting = undefined;
    for (const data of waiting) this.emit('message', { data, ports: [] });
  }

  close(): void {
    if (!this.#isOpen) return;
    this.#wire.close();
    this.disconnected();
  }

  /** A message from the page; kept until `start`, as in Electron. */
  deliver(data: unknown): void {
    if (this.#waiting === undefined) this.emit('message', { data, ports: [] });
    else this.#waiting.push(data);
  }

  /** The other end has gone. */
  disconnected(): void {
    if (!this.#isOpen) return;
    this.#isOpen = false;
    setImmediate(() => this.emit('close'));
  }
}
