// What the command line asks for.
import { extname, resolve } from 'node:path';

export interface Arguments {
  /** The book to open instead of the usual one: an absolute path. */
  readonly book: string | undefined;
  /** Open the demo network instead of a book of one's own. */
  readonly demo: boolean;
  /** Take the book's lock away: its passphrase has been forgotten. */
  readonly removesLock: boolean;
  /** Files to import, absolute paths. */
  readonly files: readonly string[];
}

/** What can be opened with Acquaint: file name endings, lower case. */
export const OPENABLE: readonly string[] = [
  '.vcf',
  '.vcard',
  '.eml',
  '.csv',
  '.zip',
  '.ics',
  '.ldif',
  '.mbox',
];

/** Whether a path names a file that can be imported. */
export const isOpenable = (path: string): boolean => OPENABLE.includes(extname(path).toLowerCase());

/**
 * Reads the arguments after the program's own name. Switches we do not know are Chromium's and are passed over;
 * words that are not importable files are too (`.`, which names the app when it runs from source).
 */
export function readArguments(words: readonly string[], directory: string): Arguments {
  let book: string | undefined;
  let demo = false;
  let removesLock = false;
  const files: string[] = [];
  const rest = [...words];
  for (let word = rest.shift(); word !== undefined; word = rest.shift()) {
    if (word === '--demo') demo = true;
    else if (word === '--remove-lock') removesLock = true;
    else if (word === '--book') book = rest.shift() ?? book;
    else if (word.startsWith('--book=')) book = word.slice('--book='.length);
    else if (!word.startsWith('-') && isOpenable(word)) files.push(resolve(directory, word));
  }
  return {
    book: book === undefined || book === '' ? undefined : resolve(directory, book),
    demo,
    removesLock,
    files,
  };
}
