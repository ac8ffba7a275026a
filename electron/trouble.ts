// The plain page for a book that cannot be opened: what is wrong, that nothing was lost, what to do now.
import type { BookTrouble } from '#api/errors.ts';
import type { MadeDocument } from './security/app-protocol.ts';
import { ORIGIN, TROUBLE_PAGE, isOurs } from './page-address.ts';

/** The ways out, as links of the page: there is no script in it. */
export const WAYS_OUT = ['try-again', 'show-folder', 'quit'] as const;
export type WayOut = (typeof WAYS_OUT)[number];

interface Sentence {
  readonly title: string;
  readonly body: string;
}

const SENTENCES: Readonly<Record<BookTrouble, Sentence>> = {
  locked: {
    title: 'Your book is open somewhere else',
    body: 'Another program holds it – perhaps a second Acquaint, or one started from the command line. Close it and try again. Nothing was changed.',
  },
  read_only: {
    title: 'Your book cannot be written to',
    body: 'Its folder or file is read-only for you. Acquaint did not open it, so that nothing you enter can be lost. Give yourself permission to write there, then try again.',
  },
  corrupt: {
    title: 'Your book is damaged',
    body: 'The check at opening failed, so Acquaint left it exactly as it is. Copies from before are in the folder beside it: put the newest good one in its place, and keep the damaged file until you are sure.',
  },
  newer: {
    title: 'Your book was written by a newer Acquaint',
    body: 'This version does not know everything in it and has not touched it. Open it with the newer version.',
  },
  disk_full: {
    title: 'The disk is full',
    body: 'Your book cannot be opened safely without some free space. Make room, then try again. Nothing was changed.',
  },
  not_a_book: {
    title: 'This file is not an Acquaint book',
    body: 'It was not changed. Choose another file, or move this one away to start a new book in its place.',
  },
  no_folder: {
    title: 'The folder of your book is not there',
    body: 'It may be on a disk that is not connected. Connect it and try again.',
  },
  gone: {
    title: 'Your book has stopped answering',
    body: 'What you had saved is safe in the file. Try again; if it happens twice, look at the copies in the folder beside it.',
  },
};

const LABELS: Readonly<Record<WayOut, string>> = {
  'try-again': 'Try again',
  'show-folder': 'Show the folder',
  quit: 'Quit Acquaint',
};

const STYLE = `
:root { color-scheme: light dark; --paper: #faf7f1; --ink: #26241f; --teal: #0c5f5f; --on-teal: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --paper: #1d1c1a; --ink: #ece8df; --teal: #7fc7c2; --on-teal: #10211f; } }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--paper); color: var(--ink); font: 15px/1.45 system-ui, sans-serif; }
main { max-width: 34rem; padding: 2rem; }
h1 { font: 600 24px/1.2 Georgia, serif; margin: 0 0 0.75rem; }
p { margin: 0 0 1.5rem; }
nav { display: flex; flex-wrap: wrap; gap: 0.75rem; }
a { color: var(--teal); padding: 0.5rem 1rem; border: 1px solid currentColor; border-radius: 6px; text-decoration: none; }
a:first-child { background: var(--teal); border-color: var(--teal); color: var(--on-teal); }
a:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
@media (forced-colors: active) { a { border-color: LinkText; } }
`;

/** The page for one trouble, complete. */
export function troublePage(why: BookTrouble): MadeDocument {
  const { title, body } = SENTENCES[why];
  const links = WAYS_OUT.map((way) => `<a href="/trouble/${way}">${LABELS[way]}</a>`).join('');
  return {
    type: 'text/html; charset=utf-8',
    body:
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Acquaint – ${title}</title>` +
      `<link rel="stylesheet" href="/trouble.css"></head><body><main role="alert"><h1>${title}</h1>` +
      `<p>${body}</p><nav>${links}</nav></main></body></html>`,
  };
}

/** What the protocol serves for a path while `why` stands; undefined for every other path. */
export function troubleDocument(pathname: string, why: BookTrouble | undefined): MadeDocument | undefined {
  if (why === undefined) return undefined;
  if (pathname === new URL(TROUBLE_PAGE).pathname) return troublePage(why);
  return pathname === '/trouble.css' ? { type: 'text/css; charset=utf-8', body: STYLE } : undefined;
}

/** Which way out a navigation asks for, if it is one of them. */
export function wayOutOf(url: string): WayOut | undefined {
  return isOurs(url) ? WAYS_OUT.find((way) => url === `${ORIGIN}/trouble/${way}`) : undefined;
}
