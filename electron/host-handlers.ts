// The host.* procedures of the desktop: what only the program around the page can answer.
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/message-port';
import type { MessagePortMain } from 'electron';
import { host as contract } from '#api/host.ts';
import type { DraggedCards } from './drag-out.ts';
import type { PrintOutcome } from './printing.ts';

/** What the handlers need from the running program. */
export interface HostAbilities {
  readonly version: string;
  readonly platform: string;
  /** Opens a link outside, if it may be and the owner agrees; answers whether it was opened. */
  readonly openLink: (href: string) => Promise<boolean>;
  /** Lets the system drag these cards as a file; answers whether it does. */
  readonly dragOut: (cards: DraggedCards) => boolean;
  /** Writes the page as a PDF where the owner says, under this title. */
  readonly printPdf: (title: string) => Promise<PrintOutcome>;
  /** How many requests that would have left this computer were refused since the start. */
  readonly refusedRequests: () => number;
}

/** Serves the host lane on a port that main has already let in. */
export function hostLane(abilities: HostAbilities): (port: MessagePortMain) => void {
  const { host } = implement({ host: contract });
  const handler = new RPCHandler({
    host: {
      info: host.info.handler(() => ({
        kind: 'electron',
        version: abilities.version,
        platform: abilities.platform,
      })),
      openLink: host.openLink.handler(async ({ input }) => ({
        opened: await abilities.openLink(input.href),
      })),
      dragOut: host.dragOut.handler(({ input }) => ({ dragged: abilities.dragOut(input) })),
      printPdf: host.printPdf.handler(async ({ input }) => ({
        outcome: await abilities.printPdf(input.title),
      })),
      refusedRequests: host.refusedRequests.handler(() => ({ count: abilities.refusedRequests() })),
    },
  });
  return (port) => {
    handler.upgrade(port);
    port.start();
  };
}
