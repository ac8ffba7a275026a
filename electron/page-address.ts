// The address of our own page. Everything that decides "is this us?" asks here.

export const SCHEME = 'app';
export const HOST = 'book';
/** What Chromium calls the page's origin: the scheme is registered as standard, so it has a real one. */
export const ORIGIN = `${SCHEME}://${HOST}`;
export const PAGE = `${ORIGIN}/`;
/** The plain page that says why the book cannot be opened. */
export const TROUBLE_PAGE = `${ORIGIN}/trouble`;

/** The URL, or undefined when it is none. */
export function parseUrl(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}

/** Whether the URL belongs to our scheme and host; user info and ports are somebody else's idea. */
export function isOurs(text: string): boolean {
  const url = parseUrl(text);
  return (
    url !== undefined &&
    url.protocol === `${SCHEME}:` &&
    url.host === HOST &&
    url.username === '' &&
    url.password === ''
  );
}

/** Whether the URL is one of the two documents a window of ours may show (any hash, no query). */
export function isOurPage(text: string): boolean {
  if (!isOurs(text)) return false;
  const { pathname, search } = new URL(text);
  return search === '' && ['', '/', '/index.html', '/trouble'].includes(pathname);
}
