// Doing things: run a command, say what was done, offer to take it back; say what went wrong and keep the form.
import type { HistoryEntry } from '#api/book.ts';
import { useStore } from '#renderer/store/store.ts';
import { historyWords } from '#renderer/strings/history.ts';
import { i18n } from '#renderer/strings/i18n.ts';
import { timeLeftWords } from '#renderer/strings/time-left.ts';
import { client } from './client.ts';
import { errorWords } from './errors.ts';

/** Says what went wrong. */
export function sayProblem(error: unknown): void {
  useStore.getState().showToast({ text: errorWords(error), tone: 'problem' });
}

/**
 * Runs a command of the book. When it is done and `done` is given, says so with an Undo for exactly this deed
 * (not for whatever is newest by the time the button is pressed). Answers undefined when it failed; the problem
 * has been shown then.
 */
export async function act<Result>(
  run: () => Promise<Result>,
  done?: string,
): Promise<{ readonly result: Result } | undefined> {
  let result: Result;
  try {
    result = await run();
  } catch (error) {
    sayProblem(error);
    return undefined;
  }
  if (done !== undefined) await offerUndo(done);
  return { result };
}

/** Says what was done, with an Undo for the newest deed: call it right after that deed. */
export async function offerUndo(text: string): Promise<void> {
  const { showToast } = useStore.getState();
  const undoable = await client.book.summary().then(
    ({ undo: entry }) => entry,
    () => undefined,
  );
  showToast({
    text,
    tone: 'done',
    ...(undoable === undefined
      ? {}
      : { action: { label: i18n.t('app:undo.undo'), run: () => void undo(undoable.id) } }),
  });
}

/** Takes the newest deed back, or the one named, and says which; the toast offers to do it again. */
export async function undo(id?: number): Promise<void> {
  try {
    const what = client.book.summary().then(
      ({ undo: next }) => (next !== undefined && (id === undefined || next.id === id) ? next : undefined),
      () => undefined,
    );
    const entry = await inSight(client.book.undo(id === undefined ? {} : { id }), async () => {
      const named = await what;
      return named === undefined
        ? i18n.t('app:undo.undoing')
        : i18n.t('app:undo.undoingWhat', { what: historyWords(named) });
    });
    tell(entry, 'undo');
  } catch (error) {
    sayProblem(error);
  }
}

/** Does the newest undone deed again. */
export async function redo(): Promise<void> {
  try {
    tell(await inSight(client.book.redo(), () => Promise.resolve(i18n.t('app:undo.redoing'))), 'redo');
  } catch (error) {
    sayProblem(error);
  }
}

/** Longer than this, and one wonders whether anything happens. */
const WONDERS_AFTER = 1000;

/**
 * Says that something is being done once it takes long, as a deed about many people does, and how far that has come;
 * answers what it answers.
 */
async function inSight<Result>(deed: Promise<Result>, words: () => Promise<string>): Promise<Result> {
  const { showToast, dismissToast } = useStore.getState();
  const began = Date.now();
  const done = new AbortController();
  let shown: number | undefined;
  const say = async () => {
    const text = await words();
    if (done.signal.aborted) return;
    showToast({ text, tone: 'busy' });
    shown = useStore.getState().toasts.at(-1)?.id;
    if (shown !== undefined) void sayHowFar(shown, began, done.signal);
  };
  const timer = setTimeout(() => void say(), WONDERS_AFTER);
  try {
    return await deed;
  } finally {
    clearTimeout(timer);
    done.abort();
    if (shown !== undefined) dismissToast(shown);
  }
}

async function sayHowFar(toast: number, began: number, signal: AbortSignal): Promise<void> {
  try {
    for await (const far of await client.book.replaying(undefined, { signal })) {
      if (signal.aborted) return;
      const words = [i18n.t('app:undo.far', far), timeLeftWords(far, Date.now() - began)];
      useStore.getState().toastIsAt(toast, {
        portion: far.done / far.total,
        words: words.filter((part) => part !== '').join(' · '),
      });
    }
  } catch {
    // Numbers are a courtesy: the deed itself says how it ended.
  }
}

function tell(entry: HistoryEntry | undefined, did: 'undo' | 'redo'): void {
  const { showToast } = useStore.getState();
  if (entry === undefined) {
    showToast({
      text: i18n.t(did === 'undo' ? 'app:undo.nothingToUndo' : 'app:undo.nothingToRedo'),
      tone: 'done',
    });
    return;
  }
  const what = historyWords(entry);
  showToast({
    text: i18n.t(did === 'undo' ? 'app:undo.undone' : 'app:undo.redone', { what }),
    tone: 'done',
    action: {
      label: i18n.t(did === 'undo' ? 'app:undo.redo' : 'app:undo.undo'),
      run: () => void (did === 'undo' ? redo() : undo(entry.id)),
    },
  });
}
