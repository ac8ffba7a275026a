// Starting once per book, being asked a second time, and stopping without losing anything.
import type { App, Event } from 'electron';
import { isOpenable } from './arguments.ts';

/** What a second start hands to the first: absolute paths of files, read from its own command line. */
export interface SecondStart {
  readonly files: readonly string[];
}

/** Reads what a second start sent. It came from another process, so it is parsed like any input. */
export function parseSecondStart(data: unknown): SecondStart {
  if (typeof data !== 'object' || data === null || !('files' in data) || !Array.isArray(data.files)) {
    return { files: [] };
  }
  const files: readonly unknown[] = data.files;
  return { files: files.filter((file) => typeof file === 'string').filter(isOpenable) };
}

export interface Asked {
  /** Somebody started this book's program again: come forward. */
  readonly again: () => void;
  /** Files were opened with Acquaint, by a second start or by the system (macOS). */
  readonly files: (paths: readonly string[]) => void;
}

/**
 * Claims this book's program: true when we are the first. The claim is counted by the profile folder, so the
 * caller sets `userData` before. Files wait nowhere: `asked.files` is called as they come.
 */
export function claim(app: App, mine: SecondStart, asked: Asked): boolean {
  if (!app.requestSingleInstanceLock({ files: [...mine.files] })) return false;
  app.on('second-instance', (_event, _argv, _directory, data) => {
    asked.again();
    asked.files(parseSecondStart(data).files);
  });
  app.on('open-file', (event, path) => {
    event.preventDefault();
    asked.files(isOpenable(path) ? [path] : []);
  });
  return true;
}

/** Longest wait for the book to be closed; SQLite recovers from a kill, a hung quit annoys for ever. */
const LONGEST_CLOSE = 5000;

/** Quits only after `close` has settled: the book's threads finish their transaction and check point. */
export function closeBeforeQuit(app: App, close: () => Promise<void>): void {
  let state: 'open' | 'closing' | 'closed' = 'open';
  const finish = () => {
    if (state === 'closed') return;
    state = 'closed';
    app.quit();
  };
  app.on('will-quit', (event: Event) => {
    if (state === 'closed') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    setTimeout(finish, LONGEST_CLOSE).unref();
    void close().then(finish, finish);
  });
}
