// @vitest-environment happy-dom
import { ORPCError } from '@orpc/client';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { connect } from '#renderer/client/client.ts';
import { chosenFiles } from '#renderer/features/imports/chosen-files.ts';
import { problemOf } from '#renderer/features/imports/problems.ts';
import {
  applyBatch,
  cancelWork,
  discardBatch,
  dismissProblem,
  prepare,
  readDifferently,
  revertBatch,
  useWork,
} from '#renderer/features/imports/work.ts';
import type { OpenEntry } from '#renderer/features/imports/work.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { aBatch, connectionTo, fakeBook, steps } from './fake-book.ts';
import type { Procedures } from './fake-book.ts';

const batch = aBatch();
const drop = { name: 'archive.zip', files: [{ name: 'archive.zip', file: new File(['x'], 'archive.zip') }] };
const never = () => new Promise<void>(() => undefined);

/** Connects to a book whose import procedures are the given ones, over those of the usual fake. */
async function withImports(imports: Readonly<Record<string, unknown>>): Promise<void> {
  const { procedures } = fakeBook(batch, []);
  await connect(
    connectionTo({ ...procedures, imports: { ...procedures['imports'], ...imports } } as Procedures),
  );
}
const upload = { begin: () => ({ uploadId: 'u' }), chunk: () => undefined };
const toasts = () => useStore.getState().toasts.map(({ text }) => text);
const work = () => useWork.getState().work;

beforeEach(() => {
  useWork.setState({ work: { state: 'idle' }, reverted: new Map(), uploads: new Map() });
  useStore.setState({ toasts: [], drops: [] });
  navigate({ section: 'imports', mode: 'new' });
});

describe('preparing a drop', () => {
  const stage = () => steps([{ phase: 'reading', done: 1, total: 2 }], () => ({ batchId: batch.id }));

  it('opens the preview where the owner waits for it', async () => {
    await withImports({ ...upload, stage });
    await prepare(drop);
    expect(useStore.getState().route).toEqual({ section: 'imports', id: batch.id });
    expect(work()).toEqual({ state: 'idle' });
  });

  it('only says that it is ready where the owner has gone elsewhere', async () => {
    await withImports({ ...upload, stage });
    navigate({ section: 'people', id: 3 });
    await prepare(drop);
    expect(useStore.getState().route).toEqual({ section: 'people', id: 3 });
    useStore.getState().toasts[0]!.action!.run();
    expect(useStore.getState().route).toEqual({ section: 'imports', id: batch.id });
  });

  it('shows why a drop cannot be read until that is dismissed', async () => {
    const begin = () =>
      Promise.reject(new ORPCError('UNREADABLE_FILE', { data: { why: 'empty', detail: '' } }));
    await withImports({ ...upload, begin, stage });
    await prepare(drop);
    expect(work()).toEqual({ state: 'failed', fileName: 'archive.zip', problem: problemOf('empty') });
    expect(toasts()).toEqual([]);
    dismissProblem();
    expect(work()).toEqual({ state: 'idle' });
  });

  it('says a problem aloud where the section is not on the screen', async () => {
    await withImports({ ...upload, begin: () => Promise.reject(new Error('gone')), stage });
    navigate({ section: 'today' });
    await prepare(drop);
    expect(toasts()).toEqual(['This could not be prepared']);
  });

  it('asks the book nothing about more files than the door takes', async () => {
    const begin = vi.fn();
    await withImports({ begin });
    await prepare({ name: 'disk', files: Array.from({ length: 2001 }, () => drop.files[0]!) });
    expect(begin).not.toHaveBeenCalled();
    expect(work()).toMatchObject({ state: 'failed', problem: problemOf('too_many_entries') });
  });

  it('can be cancelled while the book plans, and then nothing is left of it', async () => {
    const endless = () =>
      steps(
        [
          { phase: 'planning', done: 1, total: 2 },
          { phase: 'planning', done: 2, total: 2 },
        ],
        () => ({ batchId: 1 }),
        waitAfterFirst(),
      );
    await withImports({ ...upload, stage: endless });
    const ended = prepare(drop);
    await vi.waitFor(() => expect(work()).toMatchObject({ state: 'preparing', phase: 'planning', done: 1 }));
    cancelWork();
    await ended;
    expect(work()).toEqual({ state: 'idle' });
    expect(toasts()).toEqual(['Stopped. Nothing in your book has changed.']);
  });

  it('is not begun twice at once', async () => {
    const begin = vi.fn(() => never());
    await withImports({ ...upload, begin, stage });
    const first = prepare(drop);
    await prepare(drop);
    await vi.waitFor(() => expect(begin).toHaveBeenCalledOnce());
    cancelWork();
    // The answer of `begin` never comes: this promise stays open, and nothing waits for it.
    void first;
  });
});

describe('reading differently', () => {
  const refuse = () =>
    Promise.reject(new ORPCError('UNREADABLE_FILE', { data: { why: 'not_recognised', detail: '' } }));
  const stageAs = (id: number) => () =>
    steps([{ phase: 'reading', done: 1, total: 1 }], () => ({ batchId: id }));
  const lone = { name: 'people.txt', files: [{ name: 'people.txt', file: new File(['x'], 'people.txt') }] };

  it('keeps what the book still has, for the batch that is looked at', async () => {
    await withImports({ ...upload, stage: stageAs(batch.id) });
    await prepare(drop);
    expect(useWork.getState().uploads.get(batch.id)).toEqual({
      uploadId: 'u',
      fileName: 'archive.zip',
      readings: {},
    });
    await applyBatch(batch.id);
    expect(useWork.getState().uploads.size).toBe(0);
  });

  it('is offered for a lone file that nobody recognised, and goes on to its preview', async () => {
    await withImports({ ...upload, stage: refuse });
    await prepare(lone);
    const failed = work();
    if (failed.state !== 'failed') throw new Error(failed.state);
    expect(failed.entry).toMatchObject({ entryName: 'people.txt', replaces: undefined });
    const asked: unknown[] = [];
    const stage = (input: unknown) => {
      asked.push(input);
      return stageAs(8)();
    };
    await withImports({ ...upload, stage });
    await readDifferently(failed.entry!, { kind: 'csv' });
    expect(asked).toEqual([
      { uploadId: 'u', fileName: 'people.txt', readings: { 'people.txt': { kind: 'csv' } } },
    ]);
    expect(useStore.getState().route).toEqual({ section: 'imports', id: 8 });
    expect(useWork.getState().uploads.get(aBatch({ id: 8 as typeof batch.id }).id)?.readings).toEqual({
      'people.txt': { kind: 'csv' },
    });
  });

  it.each([
    ['an archive, whose entries the page does not know', { ...lone.files[0]!, name: 'people.zip' }, refuse],
    ['a file that did not arrive', lone.files[0]!, () => Promise.reject(new Error('gone'))],
  ])('is not offered for %s', async (_, file, stage) => {
    await withImports({ ...upload, stage });
    await prepare({ name: file.name, files: [file] });
    expect(work()).toMatchObject({ state: 'failed' });
    expect(work()).not.toHaveProperty('entry');
  });

  it('leaves the preview there was where nobody is found that way', async () => {
    await withImports({ ...upload, stage: refuse });
    navigate({ section: 'imports', id: batch.id });
    const open = { uploadId: 'u', fileName: 'archive.zip', readings: {} } as unknown as OpenEntry['upload']; // a branded id
    await readDifferently({ upload: open, entryName: 'a.csv', replaces: batch.id }, { encoding: 'big5' });
    expect(work()).toEqual({ state: 'idle' });
    expect(useStore.getState().route.id).toBe(batch.id);
    expect(toasts()).toEqual(['Read like that, nobody was found in it. The preview is as it was.']);
  });
});

describe('applying a batch', () => {
  it('tells how far it is and ends quietly: the batch says the rest', async () => {
    await withImports({});
    const seen: unknown[] = [];
    const stop = useWork.subscribe((state) => seen.push(state.work));
    await applyBatch(batch.id);
    stop();
    expect(seen).toMatchObject([
      { state: 'applying', batchId: batch.id, done: 0, total: 0 },
      { state: 'applying', batchId: batch.id, done: 1, total: 2 },
      { state: 'idle' },
    ]);
    expect(toasts()).toEqual([]);
  });

  const stopInTheMiddle = async (state: 'staged' | 'applied'): Promise<void> => {
    await withImports({
      apply: () =>
        steps(
          [
            { phase: 'writing', done: 1, total: 3 },
            { phase: 'writing', done: 2, total: 3 },
          ],
          () => ({}),
          waitAfterFirst(),
        ),
      get: () => aBatch({ state }),
    });
    const ended = applyBatch(batch.id);
    await vi.waitFor(() => expect(work()).toMatchObject({ state: 'applying', done: 1 }));
    cancelWork();
    await ended;
  };

  it('says that nothing changed when it was stopped in time', async () => {
    await stopInTheMiddle('staged');
    expect(toasts()).toEqual(['Stopped. Nothing in your book has changed.']);
  });

  // A stop pressed while the last record was being written came too late, and the page said nothing had changed.
  it('does not say so when the book had finished before it heard the stop', async () => {
    await stopInTheMiddle('applied');
    expect(toasts()).toEqual([]);
    expect(work()).toEqual({ state: 'idle' });
  });

  it('says what went wrong', async () => {
    await withImports({
      apply: () => Promise.reject(new ORPCError('CONFLICT', { data: { why: 'not_staged' } })),
    });
    await applyBatch(batch.id);
    expect(useStore.getState().toasts).toMatchObject([{ tone: 'problem' }]);
    expect(work()).toEqual({ state: 'idle' });
  });
});

describe('taking back and throwing away', () => {
  it('remembers how many went and how many stayed', async () => {
    await withImports({});
    await revertBatch(batch.id);
    expect(useWork.getState().reverted.get(batch.id)).toEqual({ removed: 2, kept: 1 });
  });

  it('leaves the screen of a plan that is no more', async () => {
    await withImports({});
    navigate({ section: 'imports', id: batch.id });
    await discardBatch(batch.id);
    expect(useStore.getState().route).toEqual({ section: 'imports' });
    expect(toasts()).toEqual(['Thrown away. Your book is as it was.']);
  });

  it('stays where it is when the book refuses', async () => {
    await withImports({ discard: () => Promise.reject(new ORPCError('NOT_FOUND')) });
    navigate({ section: 'imports', id: batch.id });
    await discardBatch(batch.id);
    expect(useStore.getState().route.id).toBe(batch.id);
    expect(useStore.getState().toasts).toMatchObject([{ tone: 'problem' }]);
  });
});

describe('chosen files', () => {
  it('go under their path inside the folder, and the folder names them all', () => {
    const file = new File(['x'], 'Connections.csv');
    Object.defineProperty(file, 'webkitRelativePath', { value: 'export/Connections.csv' });
    expect(chosenFiles([file])).toEqual({
      name: 'export',
      files: [{ name: 'export/Connections.csv', file }],
    });
  });

  it('without a folder are named by the first', () => {
    const [first, second] = [new File(['x'], 'a.csv'), new File(['x'], 'b.csv')];
    expect(chosenFiles([first, second])).toMatchObject({
      name: 'a.csv',
      files: [{ name: 'a.csv' }, { name: 'b.csv' }],
    });
    expect(chosenFiles([]).files).toEqual([]);
  });
});

/** Lets the first step through and then holds for ever. */
function waitAfterFirst(): () => Promise<void> {
  let isFirst = true;
  return () => {
    if (!isFirst) return never();
    isFirst = false;
    return Promise.resolve();
  };
}
