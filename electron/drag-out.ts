// People dragged out of the window as a file: the system drags files, so one is written for as long as the program runs.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainFileName } from './security/downloads.ts';

/** What the page wants dragged: the text of cards, and what their file would be called. */
export interface DraggedCards {
  readonly fileName: string;
  readonly text: string;
}

export interface CardFiles {
  /** Writes the cards and answers where; undefined for what is no file of cards. */
  readonly write: (cards: DraggedCards) => string | undefined;
  /** Removes everything written. */
  readonly clear: () => void;
}

/** Another program may read a file a while after it was let go; older ones than these it has. */
const MOST_KEPT = 20;

/**
 * Files of cards in `folder`, which is theirs alone: what a crash left there goes when it is first asked about.
 *
 * SECURITY: a page that has been taken over writes nothing but text that begins as cards do, under a name that is one
 * plain `.vcf`, into a folder nobody else can read; it cannot say where, and never hears where.
 */
export function cardFiles(folder: string): CardFiles {
  let kept: string[] = [];
  let count = 0;
  const clear = () => {
    rmSync(folder, { recursive: true, force: true });
    kept = [];
  };
  return {
    write({ fileName, text }) {
      const name = plainFileName(fileName.toLowerCase().endsWith('.vcf') ? fileName : `${fileName}.vcf`);
      if (name === undefined || !text.startsWith('BEGIN:VCARD')) return undefined;
      if (count === 0) clear();
      // A folder each: two people of one name are two files.
      const own = join(folder, String((count += 1)));
      mkdirSync(own, { recursive: true, mode: 0o700 });
      const file = join(own, name);
      writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
      kept.push(own);
      for (const old of kept.slice(0, -MOST_KEPT)) rmSync(old, { recursive: true, force: true });
      kept = kept.slice(-MOST_KEPT);
      return file;
    },
    clear,
  };
}
