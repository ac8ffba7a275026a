// What the program is asked to do, and where the owner's book lies on this system.
import path from 'node:path';
import { parseArgs } from 'node:util';

export interface LoopbackArguments {
  /** Show made-up people in a book that is thrown away afterwards. */
  readonly demo: boolean;
  /** The book to open; absent: the owner's own. */
  readonly book?: string;
  /** Take the book's lock away: its passphrase has been forgotten. */
  readonly removesLock?: boolean;
}

/** What decides where programs keep their data. */
export interface Surroundings {
  readonly platform: NodeJS.Platform;
  readonly home: string;
  readonly env: NodeJS.Dict<string>;
}

/**
 * Reads the command line.
 *
 * @throws with a sentence for the owner when an option is not known or both a book and the demo are asked for.
 */
export function readArguments(words: readonly string[]): LoopbackArguments {
  const { values } = parseArgs({
    args: [...words],
    options: {
      demo: { type: 'boolean', default: false },
      book: { type: 'string' },
      'remove-lock': { type: 'boolean', default: false },
    },
  });
  const more = values['remove-lock'] ? { removesLock: true } : {};
  if (values.book === undefined) return { demo: values.demo, ...more };
  if (values.demo) throw new Error('Choose either --demo or --book: the demo never touches a book of yours.');
  if (values.book === '') throw new Error('--book needs the path of a file.');
  return { demo: false, book: path.resolve(values.book), ...more };
}

/**
 * The owner's book: the same file the desktop app opens (`placesFor` in electron/places.ts, in the folder Electron calls
 * `userData`), so that it does not matter which of the two hosts is started.
 */
export function ownBook({ platform, home, env }: Surroundings): string {
  return path.join(dataFolder({ platform, home, env }), 'Acquaint', 'book', 'book.acquaint');
}

function dataFolder({ platform, home, env }: Surroundings): string {
  if (platform === 'win32') return env['APPDATA'] ?? path.join(home, 'AppData', 'Roaming');
  if (platform === 'darwin') return path.join(home, 'Library', 'Application Support');
  // The XDG base directory specification: a relative or empty value is to be ignored.
  const configured = env['XDG_CONFIG_HOME'];
  return configured !== undefined && path.isAbsolute(configured) ? configured : path.join(home, '.config');
}
