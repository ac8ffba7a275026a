// A connection to the host: one link per lane, and how it ends.
import type { ClientContext, ClientLink } from '@orpc/client';
import type { Lane } from '#api/lane-names.ts';
import type { BookTrouble } from '#api/errors.ts';

/**
 * Why there is no connection: `dropped` is worth trying again, `stopped` (the host has ended) and
 * `no_session` (this page was never let in) are not; the rest is what is wrong with the book.
 */
export type CloseReason = 'dropped' | 'stopped' | 'no_session' | BookTrouble;

/** One link per lane, and a promise that settles when the connection has gone. */
export interface Connection {
  readonly links: Readonly<Record<Lane, ClientLink<ClientContext>>>;
  readonly closed: Promise<CloseReason>;
  readonly close: () => void;
}

/** Thrown by a connect function that was refused; `reason` says why. */
export class ConnectionRefused extends Error {
  readonly reason: CloseReason;

  constructor(reason: CloseReason) {
    super(`no connection: ${reason}`);
    this.name = 'ConnectionRefused';
    this.reason = reason;
  }
}
