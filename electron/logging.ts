// A log that stays on this computer and holds no names, notes, messages or paths: what happened, how long it took.
import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';

/** Everything the log can say. A closed list, so that nothing written by a person can slip in. */
export type LogEvent =
  | 'started'
  | 'book'
  | 'book-opened'
  | 'book-unavailable'
  | 'book-gone'
  | 'page-connected'
  | 'page-refused'
  | 'page-crashed'
  | 'file-too-large'
  | 'file-unreadable'
  | 'download-refused'
  | 'fault'
  | 'stopped';

export interface Log {
  readonly write: (event: LogEvent, details?: Readonly<Record<string, number | string | boolean>>) => void;
  /** A fault by name, code and place: its message may quote what the owner wrote. */
  readonly fault: (error: unknown) => void;
}

const LARGEST = 1024 * 1024;

/** Where an error came from, without its message and without the folders of this computer. */
export function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  // The message goes first: it may hold lines that look like places.
  const frames = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => /^\s+at .*:\d+:\d+\)?$/.test(line))
    .slice(0, 8)
    .map((line) => /([^\s()]+?):(\d+):\d+\)?$/.exec(line))
    .map((match) => `${basename(match?.[1] ?? '')}:${match?.[2] ?? ''}`);
  return `${error.name}${code} at ${frames.join(' < ')}`;
}

/** Opens the log in `file`; one older file of the same size is kept beside it. Never throws. */
export function openLog(file: string, now: () => Date = () => new Date()): Log {
  const append = (line: string) => {
    try {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) renameSync(file, `${file}.old`);
      appendFileSync(file, line, { mode: 0o600 });
    } catch {
      // A full or read-only disk must not take the program down for the sake of its log.
    }
  };
  const write: Log['write'] = (event, details = {}) => {
    const said = Object.entries(details).map(([name, value]) => ` ${name}=${String(value)}`);
    append(`${now().toISOString()} ${event}${said.join('')}\n`);
  };
  return { write, fault: (error) => write('fault', { place: JSON.stringify(placeOf(error)) }) };
}
