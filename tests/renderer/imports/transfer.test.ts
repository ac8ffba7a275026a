import { assert, property, uint8Array } from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { CHUNK_BYTES, imports } from '#api/imports.ts';
import { base64Of, follow, piecesOf, sendFiles, stageUpload } from '#renderer/features/imports/transfer.ts';
import type {
  Following,
  ImportDoor,
  OpenUpload,
  StageProgress,
} from '#renderer/features/imports/transfer.ts';
import { steps } from './fake-book.ts';

interface Staged {
  readonly fileName: string;
  readonly readings: unknown;
  readonly replaces?: number;
}

interface Sent {
  readonly files: { readonly name: string; readonly size: number }[];
  readonly chunks: { readonly file: number; readonly bytes: Buffer }[];
  staged?: Staged;
}

/** A door that keeps what it is given, checking every input against the contract. */
function aDoor(sent: Sent, stage: () => AsyncGenerator<unknown, unknown, void> = staged): ImportDoor {
  const inputOf = (procedure: { '~orpc': { inputSchema?: unknown } }) =>
    procedure['~orpc'].inputSchema as { parse: (input: unknown) => never }; // the contract's inputs are zod schemas
  return {
    begin: (input: unknown) => {
      const { files }: { files: Sent['files'] } = inputOf(imports.begin).parse(input);
      sent.files.push(...files);
      return Promise.resolve({ uploadId: 'upload' });
    },
    chunk: (input: unknown) => {
      const { file, base64 }: { file: number; base64: string } = inputOf(imports.chunk).parse(input);
      sent.chunks.push({ file, bytes: Buffer.from(base64, 'base64') });
      return Promise.resolve();
    },
    stage: (input: unknown) => {
      sent.staged = inputOf(imports.stage).parse(input);
      return Promise.resolve(stage());
    },
  } as unknown as ImportDoor; // the three procedures of the door, without their client's extras
}

const staged = () =>
  steps(
    [
      { phase: 'reading', done: 0, total: 10 },
      { phase: 'planning', done: 10, total: 10 },
    ],
    () => ({ batchId: 9 }),
  );

const nothingSent = (): Sent => ({ files: [], chunks: [] });
const aFile = (size: number, name = 'Connections.csv') => ({
  name,
  file: new File([new Uint8Array(size).map((_, at) => at % 251)], name.split('/').at(-1)!),
});
const quietly = () => ({ signal: new AbortController().signal, onProgress: () => undefined });

/** Both halves of the way in, as a drop goes through them. */
async function stageFiles(
  door: ImportDoor,
  { name, files }: { readonly name: string; readonly files: readonly { name: string; file: File }[] },
  following: Following<StageProgress>,
) {
  const uploadId = await sendFiles(door, files, following);
  return stageUpload(door, { uploadId, fileName: name, readings: {} }, undefined, following);
}

describe('base64Of', () => {
  it('writes what any decoder reads back, whatever the length', () => {
    assert(
      property(uint8Array({ maxLength: 300 }), (bytes) => {
        expect(Buffer.from(base64Of(bytes), 'base64')).toEqual(Buffer.from(bytes));
      }),
    );
  });

  it('takes a whole piece without running out of arguments', () => {
    const bytes = new Uint8Array(CHUNK_BYTES).fill(200);
    expect(Buffer.from(base64Of(bytes), 'base64').equals(Buffer.from(bytes))).toBe(true);
  });
});

describe('piecesOf', () => {
  it.each([
    [0, []],
    [1, [1]],
    [CHUNK_BYTES, [CHUNK_BYTES]],
    [CHUNK_BYTES + 1, [CHUNK_BYTES, 1]],
    [2 * CHUNK_BYTES, [CHUNK_BYTES, CHUNK_BYTES]],
  ])('cuts %d bytes into pieces of %j', async (size, lengths) => {
    const found: number[] = [];
    for await (const piece of piecesOf(new Blob([new Uint8Array(size)]))) found.push(piece.length);
    expect(found).toEqual(lengths);
  });
});

describe('handing files over', () => {
  it('sends every byte of every file in order and answers the batch', async () => {
    const sent = nothingSent();
    const files = [
      aFile(CHUNK_BYTES + 5, 'export/Connections.csv'),
      aFile(0, 'export/Empty.csv'),
      aFile(3, 'export/Profile.csv'),
    ];
    const id = await stageFiles(aDoor(sent), { name: 'export', files }, quietly());
    expect(id).toBe(9);
    expect(sent.staged).toEqual({ uploadId: 'upload', fileName: 'export', readings: {} });
    expect(sent.files.map(({ name, size }) => [name, size])).toEqual([
      ['export/Connections.csv', CHUNK_BYTES + 5],
      ['export/Empty.csv', 0],
      ['export/Profile.csv', 3],
    ]);
    expect(sent.chunks.map(({ file }) => file)).toEqual([0, 0, 2]);
    for (const [index, { file }] of files.entries()) {
      const arrived = Buffer.concat(
        sent.chunks.filter((chunk) => chunk.file === index).map(({ bytes }) => bytes),
      );
      expect(arrived.equals(Buffer.from(await file.arrayBuffer()))).toBe(true);
    }
  });

  it('tells how far it is, in bytes while it sends and in records after', async () => {
    const told: StageProgress[] = [];
    const size = CHUNK_BYTES + 1;
    await stageFiles(
      aDoor(nothingSent()),
      { name: 'a.zip', files: [aFile(size)] },
      {
        signal: new AbortController().signal,
        onProgress: (step) => told.push(step),
      },
    );
    expect(told).toEqual([
      { phase: 'sending', done: 0, total: size },
      { phase: 'sending', done: CHUNK_BYTES, total: size },
      { phase: 'sending', done: size, total: size },
      { phase: 'reading', done: 0, total: 10 },
      { phase: 'planning', done: 10, total: 10 },
    ]);
  });

  it('keeps the end of a name that is longer than the door takes', async () => {
    const sent = nothingSent();
    const name = `${'folder/'.repeat(200)}Connections.csv`;
    await stageFiles(aDoor(sent), { name, files: [{ ...aFile(1), name }] }, quietly());
    expect(sent.files[0]!.name).toHaveLength(1000);
    expect(sent.files[0]!.name.endsWith('/Connections.csv')).toBe(true);
  });

  it('sends nothing more once it is cancelled, and never stages', async () => {
    const sent = nothingSent();
    const stop = new AbortController();
    const work = stageFiles(
      aDoor(sent),
      { name: 'a.zip', files: [aFile(3 * CHUNK_BYTES)] },
      {
        signal: stop.signal,
        onProgress: ({ done }) => done > 0 && stop.abort(),
      },
    );
    await expect(work).rejects.toHaveProperty('name', 'AbortError');
    expect(sent.chunks).toHaveLength(1);
    expect(sent.staged).toBeUndefined();
  });

  it('ends with the error of the door', async () => {
    const refused = new Error('refused');
    // eslint-disable-next-line require-yield
    const stage = async function* () {
      throw refused;
    };
    const work = stageFiles(aDoor(nothingSent(), stage), { name: 'a.zip', files: [aFile(1)] }, quietly());
    await expect(work).rejects.toBe(refused);
  });
});

describe('reading an upload again', () => {
  it('says how, and which batch the new one replaces', async () => {
    const sent = nothingSent();
    const upload = {
      uploadId: 'upload',
      fileName: 'cards.vcf',
      readings: { 'cards.vcf': { encoding: 'windows-1252' } },
    } as unknown as OpenUpload; // the id is a branded text
    await stageUpload(aDoor(sent), upload, 4 as Parameters<typeof stageUpload>[2], quietly());
    expect(sent.staged).toEqual({ ...upload, replaces: 4 });
    expect(sent.files).toEqual([]);
  });
});

describe('follow', () => {
  it('answers what the work returns', async () => {
    const seen: number[] = [];
    const result = await follow(
      steps([1, 2], () => 'done'),
      {
        signal: new AbortController().signal,
        onProgress: (step) => seen.push(step),
      },
    );
    expect([seen, result]).toEqual([[1, 2], 'done']);
  });

  it('does not wait for a step that never comes once it is cancelled, and tells the far side', async () => {
    const stop = new AbortController();
    const endless = {
      next: () => new Promise<IteratorResult<number, never>>(() => undefined),
      return: vi.fn(() => Promise.resolve({ done: true as const, value: undefined as never })),
    };
    const work = follow(endless, { signal: stop.signal, onProgress: () => undefined });
    stop.abort();
    await expect(work).rejects.toBe(stop.signal.reason);
    expect(endless.return).toHaveBeenCalledOnce();
  });

  it('leaves the far side alone when the work has ended by itself', async () => {
    const ended = {
      next: () => Promise.resolve({ done: true as const, value: 5 }),
      return: vi.fn(() => Promise.resolve({ done: true as const, value: 0 })),
    };
    expect(await follow(ended, quietly())).toBe(5);
    expect(ended.return).not.toHaveBeenCalled();
  });
});
