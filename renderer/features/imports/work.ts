// The long work of imports that goes on while the owner looks elsewhere: one drop is prepared, or one batch applied, at a time.
import { create } from 'zustand';
import type { ImportBatchId, Reading } from '#core/imports/model.ts';
import { client } from '#renderer/client/client.ts';
import { sayProblem } from '#renderer/client/commands.ts';
import type { Drop } from '#renderer/store/drops.ts';
import { navigate, useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { isUnrecognised, problemFrom, problemOf } from './problems.ts';
import type { Problem } from './problems.ts';
import { follow, sendFiles, stageUpload } from './transfer.ts';
import type { OpenUpload, StageProgress } from './transfer.ts';

/** One entry of an upload that is still open, and the batch that was staged of it, if one was. */
export interface OpenEntry {
  readonly upload: OpenUpload;
  readonly entryName: string;
  readonly replaces: ImportBatchId | undefined;
}

/** `elapsed` is how long the phase has taken so far, in milliseconds. */
export type Work =
  | { readonly state: 'idle' }
  | ({ readonly state: 'preparing'; readonly fileName: string; readonly elapsed: number } & StageProgress)
  | {
      readonly state: 'failed';
      readonly fileName: string;
      readonly problem: Problem;
      /** What the owner could say more about: a file that was read and not recognised. */
      readonly entry?: OpenEntry;
    }
  | {
      readonly state: 'applying';
      readonly batchId: ImportBatchId;
      readonly elapsed: number;
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
  /** The batch that is being taken back. */
  readonly reverting?: ImportBatchId | undefined;
  /** The upload the book still has, by the batch staged of it: there is one at most. */
  readonly uploads: ReadonlyMap<ImportBatchId, OpenUpload>;
}

/** The feature's own corner of what the page knows; no screen outside it asks. */
export const useWork = create<WorkState>()(() => ({
  work: { state: 'idle' },
  reverted: new Map(),
  uploads: new Map(),
}));

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

/** Whether the owner is looking at the start of the section, or at this batch: a preview may open there by itself. */
function isWaiting(batchId?: ImportBatchId): boolean {
  const { section, id } = useStore.getState().route;
  return section === 'imports' && (id === undefined || id === batchId);
}

/** What a step of a phase is shown as; a phase keeps the moment it began. */
function preparing(fileName: string): (step: StageProgress) => void {
  let phase: StageProgress['phase'] | undefined;
  let since = 0;
  return (step) => {
    if (step.phase !== phase) since = Date.now();
    ({ phase } = step);
    show({ state: 'preparing', fileName, elapsed: Date.now() - since, ...step });
  };
}

/** Prepares a drop and shows its preview; a problem is shown on the section's start, and said where that is not seen. */
export async function prepare({ name, files }: Omit<Drop, 'id'>): Promise<void> {
  if (isBusy(useWork.getState().work) || files.length === 0) return;
  if (files.length > MOST_FILES) {
    failed(name, problemOf('too_many_entries'));
    return;
  }
  running = new AbortController();
  const { signal } = running;
  const following = { signal, onProgress: preparing(name) };
  let upload: OpenUpload | undefined;
  try {
    // The book forgets an earlier upload as soon as another begins.
    useWork.setState({ uploads: new Map() });
    upload = { uploadId: await sendFiles(client.imports, files, following), fileName: name, readings: {} };
    const id = await stageUpload(client.imports, upload, undefined, following);
    staged(id, upload);
    ready(id, name);
  } catch (error) {
    if (signal.aborted) stopped();
    else failed(name, problemFrom(error, name), loneEntry(error, upload, files));
  }
}

/** Archives hold entries of their own, whose names the page does not know. */
const ARCHIVE = /\.(?:zip|tgz|gz|tar)$/i;

/** The one file of a drop that was read and not recognised: its owner may know what it is. */
function loneEntry(
  error: unknown,
  upload: OpenUpload | undefined,
  files: Drop['files'],
): OpenEntry | undefined {
  const [first] = files;
  if (upload === undefined || first === undefined || files.length > 1) return undefined;
  if (!isUnrecognised(error) || ARCHIVE.test(first.name)) return undefined;
  // As much of the name as was handed over.
  return { upload, entryName: first.name.slice(-1000), replaces: undefined };
}

/** Has the book read one entry of an open upload as the owner says; the new preview takes the place of the old one. */
export async function readDifferently(entry: OpenEntry, reading: Reading): Promise<void> {
  if (isBusy(useWork.getState().work)) return;
  const { replaces, entryName } = entry;
  const upload = { ...entry.upload, readings: { ...entry.upload.readings, [entryName]: reading } };
  const { fileName } = upload;
  running = new AbortController();
  const { signal } = running;
  try {
    const following = { signal, onProgress: preparing(fileName) };
    const id = await stageUpload(client.imports, upload, replaces, following);
    staged(id, upload);
    ready(id, fileName, replaces);
  } catch (error) {
    if (signal.aborted) stopped();
    else notReadLikeThis(entry, error);
  }
}

/** The preview there was before still stands; where there was none, the owner may try again. */
function notReadLikeThis(entry: OpenEntry, error: unknown): void {
  const { fileName } = entry.upload;
  const problem = problemFrom(error, fileName);
  if (entry.replaces === undefined) failed(fileName, problem, isUnrecognised(error) ? entry : undefined);
  else {
    show({ state: 'idle' });
    useStore.getState().showToast({ text: i18n.t('imports:read.failedLikeThis'), tone: 'problem' });
  }
}

function staged(id: ImportBatchId, upload: OpenUpload): void {
  useWork.setState({ work: { state: 'idle' }, uploads: new Map([[id, upload]]) });
}

function ready(id: ImportBatchId, fileName: string, replaces?: ImportBatchId): void {
  if (isWaiting(replaces)) {
    navigate({ section: 'imports', id }, { replace: true });
    return;
  }
  useStore.getState().showToast({
    text: i18n.t('imports:work.ready', { fileName }),
    tone: 'done',
    action: { label: i18n.t('imports:work.look'), run: () => navigate({ section: 'imports', id }) },
  });
}

function failed(fileName: string, problem: Problem, entry?: OpenEntry): void {
  show({ state: 'failed', fileName, problem, ...(entry === undefined ? {} : { entry }) });
  if (isWaiting()) return;
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
  const since = Date.now();
  show({ state: 'applying', batchId, elapsed: 0, done: 0, total: 0 });
  try {
    const steps = await client.imports.apply({ id: batchId }, { signal });
    await follow(steps, {
      signal,
      onProgress: ({ done, total }) =>
        show({ state: 'applying', batchId, elapsed: Date.now() - since, done, total }),
    });
    useWork.setState({ work: { state: 'idle' }, uploads: new Map() });
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
  useWork.setState({ reverting: id });
  try {
    const result = await client.imports.revert({ id });
    useWork.setState(({ reverted }) => ({ reverted: new Map(reverted).set(id, result) }));
  } catch (error) {
    sayProblem(error);
  } finally {
    useWork.setState({ reverting: undefined });
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
  useWork.setState(({ uploads }) => ({ uploads: uploads.has(id) ? new Map() : uploads }));
  if (useStore.getState().route.id === id) navigate({ section: 'imports' }, { replace: true });
  useStore.getState().showToast({ text: i18n.t('imports:batch.discarded'), tone: 'done' });
}
