// The page's end of the door in Electron: four ports, handed to the host once, one per lane.
import { RPCLink } from '@orpc/client/message-port';
import { LANES } from '#api/lane-names.ts';
import type { Lane } from '#api/lane-names.ts';
import type { Connection } from './lanes.ts';

/**
 * Opens one MessageChannel per lane and gives the far ends to the preload, which hands them to main; main
 * checks who we are before it pipes them to the book. Settles at once: a refused port simply closes.
 */
export function connectByPorts(): Promise<Connection> {
  const channels = LANES.map((lane) => ({ lane, channel: new MessageChannel() }));
  const closed = new Promise<'dropped'>((resolve) => {
    // A port closes when the book's thread ends or main refuses us.
    for (const { channel } of channels) channel.port1.addEventListener('close', () => resolve('dropped'));
  });
  const link = (lane: Lane) => {
    const port = channels.find((candidate) => candidate.lane === lane)!.channel.port1;
    port.start();
    return new RPCLink({ port });
  };
  const links = { read: link('read'), write: link('write'), jobs: link('jobs'), host: link('host') };
  window.postMessage(
    { acquaint: 'connect', lanes: [...LANES] },
    window.location.origin,
    channels.map(({ channel }) => channel.port2),
  );
  const close = () => {
    for (const { channel } of channels) channel.port1.close();
  };
  return Promise.resolve({ links, closed, close });
}
