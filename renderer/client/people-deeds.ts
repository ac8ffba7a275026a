// Deeds about many people: one at a time, with its progress, a way to stop it and an Undo when it is done.
import { create } from 'zustand';
import type { z } from 'zod';
import type { PeopleChanged, PeopleProgress } from '#api/people.ts';
import { useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { client } from './client.ts';
import { offerUndo, sayProblem } from './commands.ts';

/** A deed being done; `total` is 0 until the book has begun. */
export interface PeopleWork {
  readonly done: number;
  readonly total: number;
  readonly stop: () => void;
}

/** What is being done, for whoever shows it. */
export const usePeopleWork = create<{ readonly work: PeopleWork | undefined }>()(() => ({ work: undefined }));

type Steps = AsyncIterator<z.infer<typeof PeopleProgress>, PeopleChanged, void>;

/** What is said afterwards: of those it changed, or that it changed nobody. */
export interface DeedWords {
  readonly done: (count: number) => string;
  readonly none: string;
}

/**
 * Does one. Says what came of it, with an Undo where it changed anybody; answers that, or undefined where it failed, was
 * stopped, or another one is being done.
 */
export async function doWithPeople(
  start: (options: { readonly signal: AbortSignal }) => Promise<Steps>,
  words: DeedWords,
): Promise<PeopleChanged | undefined> {
  if (usePeopleWork.getState().work !== undefined) return undefined;
  const controller = new AbortController();
  const { signal } = controller;
  const show = (done: number, total: number) =>
    usePeopleWork.setState({ work: { done, total, stop: () => controller.abort() } });
  show(0, 0);
  const before = await newestDeed();
  try {
    const result = await followed(await start({ signal }), signal, show);
    if (result.changed > 0) await offerUndo(words.done(result.changed));
    else useStore.getState().showToast({ text: words.none, tone: 'done' });
    return result;
  } catch (error) {
    if (signal.aborted) await sayStopped(before);
    else sayProblem(error);
    return undefined;
  } finally {
    usePeopleWork.setState({ work: undefined });
  }
}

const newestDeed = (): Promise<number | undefined> =>
  client.book.summary().then(
    ({ undo }) => undo?.id,
    () => undefined,
  );

/** A stop can come when everything is written already: only the book knows, once it is free again. */
async function sayStopped(before: number | undefined): Promise<void> {
  try {
    // What changes nothing still waits for its turn.
    await client.book.setPreferences(await client.book.preferences());
  } catch (error) {
    sayProblem(error);
    return;
  }
  if ((await newestDeed()) === before)
    useStore.getState().showToast({ text: i18n.t('bulk:stopped'), tone: 'done' });
  else await offerUndo(i18n.t('bulk:tooLate'));
}

async function followed(
  steps: Steps,
  signal: AbortSignal,
  show: (done: number, total: number) => void,
): Promise<PeopleChanged> {
  for (;;) {
    const step = await steps.next();
    if (step.done === true) return step.value;
    // Stopped before it was written: whoever listens no more takes it back.
    signal.throwIfAborted();
    show(step.value.done, step.value.total);
  }
}
