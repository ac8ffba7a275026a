// Files opened with Acquaint: read here, because the page can never ask for a path, and kept until it listens.
import { open } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { isOpenable } from './arguments.ts';
import type { OpenedFile } from './channels.ts';
import type { Log } from './logging.ts';

/** A larger file is dropped on the window instead, where it travels in pieces. */
export const LARGEST_FILE = 64 * 1024 * 1024;

/** Reads one file whole; undefined (and a line in the log, without its name) when that cannot be done. */
export async function readOpenedFile(path: string, log: Log): Promise<OpenedFile | undefined> {
  if (!isOpenable(path)) return undefined;
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    const { size } = await file.stat();
    if (size > LARGEST_FILE) {
      log.write('file-too-large', { size });
      return undefined;
    }
    return { name: basename(path), bytes: new Uint8Array(await file.readFile()) };
  } catch (error) {
    log.write('file-unreadable');
    log.fault(error);
    return undefined;
  } finally {
    await file?.close();
  }
}

/** Collects files until a page is there to take them. */
export interface OpenedFiles {
  readonly add: (paths: readonly string[]) => void;
  /** From now on files go to this page; the ones that waited go at once. */
  readonly deliverTo: (send: (files: readonly OpenedFile[]) => void) => void;
  /** The page has gone; files wait for the next one. */
  readonly stopDelivering: () => void;
}

/** `couldNotOpen` is told how many of the files the owner asked for could not be read. */
export function openedFiles(log: Log, couldNotOpen: (count: number) => void): OpenedFiles {
  let send: ((files: readonly OpenedFile[]) => void) | undefined;
  let waiting: OpenedFile[] = [];
  const flush = () => {
    if (send === undefined || waiting.length === 0) return;
    send(waiting);
    waiting = [];
  };
  const read = async (paths: readonly string[]) => {
    const files = await Promise.all(paths.map((path) => readOpenedFile(path, log)));
    const readable = files.filter((file) => file !== undefined);
    waiting.push(...readable);
    flush();
    if (readable.length < paths.length) couldNotOpen(paths.length - readable.length);
  };
  return {
    add: (paths) => {
      if (paths.length > 0) void read(paths);
    },
    deliverTo: (receiver) => {
      send = receiver;
      flush();
    },
    stopDelivering: () => {
      send = undefined;
    },
  };
}
