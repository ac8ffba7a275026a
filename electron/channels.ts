// What the preload and main say to each other: three channels, and the page's one message to the preload.
import type { Lane } from '#api/lane-names.ts';

/** Page → main, once a page: the ports of all lanes. */
export const CONNECT = 'acquaint:connect';
/** Main → page: a native menu item was chosen. */
export const COMMAND = 'acquaint:command';
/** Main → page: files that were opened with Acquaint. */
export const FILES = 'acquaint:files';

/** The order in which the page sends its ports; a copy of api/base.ts so that the preload stays free of zod. */
export const PORT_LANES = ['read', 'write', 'jobs', 'host'] as const satisfies readonly Lane[];

/** A file the owner opened with Acquaint (double click, "Open with", the command line). */
export interface OpenedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Whether a message is the page's request to be connected: exactly our lanes, in our order. */
export function isConnectMessage(message: unknown): boolean {
  if (typeof message !== 'object' || message === null) return false;
  if (!Object.hasOwn(message, 'acquaint') || !Object.hasOwn(message, 'lanes')) return false;
  // True by the lines above; what the two hold is checked next.
  const { acquaint, lanes } = message as { acquaint: unknown; lanes: unknown };
  return (
    acquaint === 'connect' &&
    Array.isArray(lanes) &&
    lanes.length === PORT_LANES.length &&
    PORT_LANES.every((lane, index) => lanes[index] === lane)
  );
}
