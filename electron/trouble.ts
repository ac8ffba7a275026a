// The plain page for a book that cannot be opened: what is wrong, that nothing was lost, what to do now.
import type { BookTrouble } from '#api/errors.ts';
import type { MadeDocument } from './security/app-protocol.ts';
import { ORIGIN, TROUBLE_PAGE, isOurs } from './page-address.ts';
import { language, say } from './strings/words.ts';

/** The ways out, as links of the page: there is no script in it. */
export const WAYS_OUT = ['try-again', 'show-folder', 'quit'] as const;
export type WayOut = (typeof WAYS_OUT)[number];

/** A sentence as text of a page. */
const asText = (sentence: string): string =>
  sentence.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

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
function troublePage(why: BookTrouble): MadeDocument {
  const { tag, direction } = language();
  const title = say(`trouble.why.${why}.title`);
  const links = WAYS_OUT.map(
    (way) => `<a href="/trouble/${way}">${asText(say(`trouble.ways.${way}`))}</a>`,
  ).join('');
  return {
    type: 'text/html; charset=utf-8',
    body:
      `<!doctype html><html lang="${tag}" dir="${direction}"><head><meta charset="utf-8">` +
      `<title>${asText(say('trouble.heading', { title }))}</title><link rel="stylesheet" href="/trouble.css">` +
      `</head><body><main role="alert"><h1>${asText(title)}</h1>` +
      `<p>${asText(say(`trouble.why.${why}.body`))}</p><nav>${links}</nav></main></body></html>`,
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
