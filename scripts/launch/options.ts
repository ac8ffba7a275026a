// What `npm start` is asked to do, and which of the two hosts that means here.
import path from 'node:path';
import { parseArgs } from 'node:util';

export interface LaunchOptions {
  /** Made-up people in a book that is thrown away afterwards. */
  readonly demo: boolean;
  /** The browser host even where the desktop app would run. */
  readonly browser: boolean;
  /** Open no window or tab: only print the address. */
  readonly open: boolean;
  /** Take the book's lock away: its passphrase has been forgotten. */
  readonly removesLock: boolean;
  /** The book to open; absent: the owner's own. */
  readonly book?: string;
}

/** What `npm start -- --help` prints. */
export const USAGE = `npm start -- [--demo | --book PATH] [--browser] [--no-open]

  --demo       made-up people, in a book that is thrown away afterwards
  --book PATH  another book than your own
  --remove-lock  open a book whose passphrase has been forgotten, without its lock from now on
  --browser    in the browser, even where the desktop app would run
  --no-open    in the browser, but only print the address`;

/**
 * Reads the words after `npm start --`.
 *
 * @param directory where `npm start` was typed; npm itself runs in the project's folder.
 * @returns the options, or `help` when that is asked for.
 * @throws with a sentence for the owner when a word is not known or two exclude each other.
 */
export function readOptions(words: readonly string[], directory: string): LaunchOptions | 'help' {
  const { values } = parseArgs({
    args: [...words],
    options: {
      demo: { type: 'boolean', default: false },
      browser: { type: 'boolean', default: false },
      'no-open': { type: 'boolean', default: false },
      'remove-lock': { type: 'boolean', default: false },
      book: { type: 'string' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  const { demo, book } = values;
  if (demo && book !== undefined)
    throw new Error('Choose either --demo or --book: the demo never touches a book of yours.');
  if (book === '') throw new Error('--book needs the path of a file.');
  const noOpen = values['no-open'];
  const common = {
    demo,
    browser: values.browser || noOpen,
    open: !noOpen,
    removesLock: values['remove-lock'],
  };
  return book === undefined ? common : { ...common, book: path.resolve(directory, book) };
}

/** The words the chosen host is started with; both hosts know the same ones. */
export function hostWords({ demo, book, removesLock }: LaunchOptions): string[] {
  const more = removesLock ? ['--remove-lock'] : [];
  if (demo) return ['--demo', ...more];
  return book === undefined ? more : ['--book', book, ...more];
}

/** Whether a window could be shown at all. */
export function hasDisplay(platform: NodeJS.Platform, env: NodeJS.Dict<string>): boolean {
  if (platform === 'win32' || platform === 'darwin') return true;
  return Boolean(env['DISPLAY'] ?? '') || Boolean(env['WAYLAND_DISPLAY'] ?? '');
}
