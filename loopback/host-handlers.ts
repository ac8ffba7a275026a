// The host.* procedures, as far as a browser host can answer them.
import { implement } from '@orpc/server';
import { RPCHandler } from '@orpc/server/ws';
import type { WebSocket } from 'ws';
import { host as contract } from '#api/host.ts';

/** What the handlers need to know about the running host. */
export interface HostFacts {
  readonly version: string;
  readonly platform: string;
  /** How many requests the guard has turned away so far. */
  readonly refusals: () => number;
}

/** Answers the host lane on a socket that has already been let in. */
export function hostLane(facts: HostFacts): (socket: WebSocket) => void {
  const { host } = implement({ host: contract });
  const handler = new RPCHandler({
    host: {
      info: host.info.handler(() => ({ kind: 'browser', version: facts.version, platform: facts.platform })),
      // The page opens links itself, inside the click: a process of this computer has no better way to do it.
      openLink: host.openLink.handler(() => ({ opened: false })),
      // A browser drags by itself what the page gives it.
      dragOut: host.dragOut.handler(() => ({ dragged: false })),
      // The browser has a printer of its own, and the page asks for it.
      printPdf: host.printPdf.handler(() => ({ outcome: 'not_here' })),
      refusedRequests: host.refusedRequests.handler(() => ({ count: facts.refusals() })),
    },
  });
  return (socket) => {
    void handler.upgrade(socket, { context: {} });
  };
}
