// The page's end of the door in a browser tab: a link over each of the four WebSockets.
import { RPCLink } from '@orpc/client/websocket';
import type { Lane } from '#api/lane-names.ts';
import type { CloseReason, Connection } from './lanes.ts';
import { knocked, openSockets, reasonOf } from './sockets.ts';

/** Takes the four sockets of the browser host, or opens them; rejects with `ConnectionRefused`. */
export async function connectBySockets(token: string | undefined): Promise<Connection> {
  const sockets = await (knocked() ?? openSockets(token));
  const closed = new Promise<CloseReason>((resolve) => {
    for (const { socket } of sockets) {
      socket.addEventListener('close', (event) => resolve(reasonOf(event)), { once: true });
      // It closed before anybody listened.
      if (socket.readyState > WebSocket.OPEN) resolve('dropped');
    }
  });
  const link = (lane: Lane) =>
    new RPCLink({ websocket: sockets.find((candidate) => candidate.lane === lane)!.socket });
  const links = { read: link('read'), write: link('write'), jobs: link('jobs'), host: link('host') };
  const close = () => {
    for (const { socket } of sockets) socket.close();
  };
  return { links, closed, close };
}
