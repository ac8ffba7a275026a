// A window's client without a window: the same contract over the book's own ports, for tests and measurements.
import { createORPCClient, DynamicLink } from '@orpc/client';
import type { ClientContext, ClientLink } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { Lane } from '#api/lane-names.ts';
import { CHUNK_BYTES } from '#api/imports.ts';
import type { Client } from '#api/contract.ts';
import { laneOf } from '#api/lanes.ts';
import type { Book, BookLane } from '#db/client.ts';

export interface InProcessClient {
  readonly client: Client;
  readonly disconnect: () => void;
}

/** Connects one lane each; host procedures are not there. */
export function connectInProcess(book: Pick<Book, 'connect'>): InProcessClient {
  const lanes: readonly BookLane[] = ['read', 'write', 'jobs'];
  const ports = lanes.map((lane) => ({ lane, port: book.connect(lane) }));
  const links = new Map<Lane, ClientLink<ClientContext>>(
    ports.map(({ lane, port }) => {
      port.start();
      return [lane, new RPCLink({ port })];
    }),
  );
  const client: Client = createORPCClient(
    new DynamicLink((_options, path) => {
      const link = links.get(laneOf(path));
      if (link === undefined) throw new Error(`no host here for ${path.join('.')}`);
      return link;
    }),
  );
  return { client, disconnect: () => ports.forEach(({ port }) => port.close()) };
}

/** Sends files the way the page does and stages them; answers the batch and the progress that was told. */
export async function stageFiles(client: Client, files: readonly { name: string; bytes: Uint8Array }[]) {
  const { uploadId } = await client.imports.begin({
    files: files.map(({ name, bytes }) => ({ name, size: bytes.length })),
  });
  for (const [file, { bytes }] of files.entries()) {
    for (let at = 0; at < bytes.length; at += CHUNK_BYTES) {
      const base64 = Buffer.from(bytes.subarray(at, at + CHUNK_BYTES)).toString('base64');
      await client.imports.chunk({ uploadId, file, base64 });
    }
  }
  return drain(await client.imports.stage({ uploadId, fileName: files[0]?.name ?? '' }));
}

/** Runs a stream to its end; answers everything it yielded and what it returned. */
export async function drain<Item, Result>(stream: AsyncIterator<Item, Result, void>) {
  const items: Item[] = [];
  for (;;) {
    const next = await stream.next();
    if (next.done === true) return { items, result: next.value };
    items.push(next.value);
  }
}
