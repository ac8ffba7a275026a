// The long work of imports that goes on while the owner looks elsewhere: one drop is prepared, or one batch applied, at a time.
import { create } from 'zustand';
import type { ImportBatchId } from '#core/imports/model.ts';
import { client } from '#renderer/client/client.ts';
import { sayProblem } from '#renderer/client/commands.ts';
import type { Drop } from '#renderer/store/drops.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { problemFrom, problemOf } from './problems.ts';
import type { Problem } from './problems.ts';
import { follow, stageFiles } from './transfer.ts';
import type { StageProgress } from './transfer.ts';

export type Work =
  | { readonly state: 'idle' }
  | ({ readonly state: 'preparing'; readonly fileName: string } & StageProgress)
  | { readonly state: 'failed'; readonly fileName: string; readonly problem: Problem }
  | {
      readonly state: 'applying';
      readonly batchId: ImportBatchId;
      readonly done: number;
      readonly total: number;
    };

/** What taking a batch back came to, until the page is closed. */
export interface Reverted {
  readonly removed: number;
  readonly kept: number;
}

interface WorkState {
  readonly work: Work;
  readonly reverted: ReadonlyMap<ImportBatchId, Reverted>;
}

/** The feature's own corner of what the page knows; no screen outside it asks. */
export const useWork = create<WorkState>()(() => ({ work: { state: 'idle' }, reverted: new Map() }));

const show = (work: Work): void => useWork.setState({ work });

/** Whether something is being done that a second drop has to wait for. */
export const isBusy = (work: Work): boolean => work.state === 'preparing' || work.state === 'applying';

/** More files than the door takes in one import. */
const MOST_FILES = 2000;

let running = new AbortController();

/** Stops what is being done. What was sent is forgotten, what was written is rolled back. */
export const cancelWork = (): void => running.abort();

/** Puts the last problem away. */
export function dismissProblem(): void {
  if (useWork.getState().work.state === 'failed') show({ state: 'idle' });
}

/** Whether the owner is looking at the start of the section, where a preview may open by itself. */
function isAtStart(): boolean {
  const { section, id } = useStore.getState().route;
  return section === 'imports' && id === undefined;
}

/** Prepares a drop and shows its preview; a problem is shown on the section's start, and said where that is not seen. */
export async function prepare({ name, files }: Omit<Drop, 'id'>): Promise<void> {
  if (isBusy(useWork.getState().work) || files.length === 0) return;
  const fileName = name;
  if (files.length > MOST_FILES) {
    failed(fileName, problemOf('too_many_entries'));
    return;
  }
  running = new AbortController();
  const { signal } = running;
  try {
    const onProgress = (step: StageProgress) => show({ state: 'preparing', fileName, ...step });
    const id = await stageFiles(client.imports, { name, files }, { signal, onProgress });
    show({ state: 'idle' });
    ready(id, fileName);
  } catch (error) {
    if (signal.aborted) stopped();
    else failed(fileName, problemFrom(error, fileName));
  }
}

function ready(id: ImportBatchId, fileName: string): void {
  if (isAtStart()) {
    navigate({ section: 'imports', id }, { replace: true });
    return;
  }
  useStore.getState().showToast({
    text: i18n.t('imports:work.ready', { fileName }),
    tone: 'done',
    action: { label: i18n.t('imports:work.look'), run: () => navigate({ section: 'imports', id }) },
  });
}

function failed(fileName: string, problem: Problem): void {
  show({ state: 'failed', fileName, problem });
  if (isAtStart()) return;
  useStore.getState().showToast({
    text: problem.title,
    tone: 'problem',
    action: { label: i18n.t('imports:work.look'), run: () => navigate({ section: 'imports', mode: 'new' }) },
  });
}

function stopped(): void {
  show({ state: 'idle' });
  useStore.getState().showToast({ text: i18n.t('imports:work.stopped'), tone: 'done' });
}

/** Does what the preview shows. The batch itself says how it ended: its state comes with the book's next answer. */
export async function applyBatch(batchId: ImportBatchId): Promise<void> {
  if (isBusy(useWork.getState().work)) return;
  running = new AbortController();
  const { signal } = running;
  show({ state: 'applying', batchId, done: 0, total: 0 });
  try {
    const steps = await client.imports.apply({ id: batchId }, { signal });
    await follow(steps, {
      signal,
      onProgress: ({ done, total }) => show({ state: 'applying', batchId, done, total }),
    });
    show({ state: 'idle' });
  } catch (error) {
    await endedEarly(batchId, signal.aborted ? undefined : error);
  }
}

/** A stop can come when the last record is written already: only the book knows. */
async function endedEarly(batchId: ImportBatchId, error: unknown): Promise<void> {
  if (error !== undefined) {
    show({ state: 'idle' });
    sayProblem(error);
    return;
  }
  const state = await client.imports.get({ id: batchId }).then(
    (batch) => batch.state,
    () => undefined,
  );
  if (state === 'staged') stopped();
  else show({ state: 'idle' });
}

/** Takes an applied batch back and remembers what that came to. */
export async function revertBatch(id: ImportBatchId): Promise<void> {
  try {
    const result = await client.imports.revert({ id });
    useWork.setState(({ reverted }) => ({ reverted: new Map(reverted).set(id, result) }));
  } catch (error) {
    sayProblem(error);
  }
}

/** Forgets a plan that was never applied. */
export async function discardBatch(id: ImportBatchId): Promise<void> {
  try {
    await client.imports.discard({ id });
  } catch (error) {
    sayProblem(error);
    return;
  }
  if (useStore.getState().route.id === id) navigate({ section: 'imports' }, { replace: true });
  useStore.getState().showToast({ text: i18n.t('imports:batch.discarded'), tone: 'done' });
}
