// The built page, listed at the start: what is not in the list cannot be asked for, so no path is ever resolved.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { CONTENT_SECURITY_POLICY } from '#renderer/content-security-policy.ts';

/** One file of the page. */
export interface PageFile {
  /** What is sent. */
  readonly body: () => Buffer | Promise<Buffer>;
  readonly type: string;
}

/** All files of the page by the path of their address; `/` is the HTML. */
export type PageFiles = ReadonlyMap<string, PageFile>;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.woff2': 'font/woff2',
};

/** Sent with every answer of this host, page or not. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'cache-control': 'no-store',
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
};

/** The page is kept in memory, so that it stays whole when it is built anew; what only a debugger asks for is not. */
async function bodyOf(file: string): Promise<PageFile['body']> {
  if (path.extname(file) === '.map') return () => readFile(file);
  const body = await readFile(file);
  return () => body;
}

/**
 * Reads the built page.
 *
 * @param directory what the build wrote for the page (`out/renderer`).
 * @throws when the directory is missing or holds no `index.html`: the page has not been built.
 */
export async function readPage(directory: string): Promise<PageFiles> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const files = new Map<string, PageFile>();
  await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const file = path.join(entry.parentPath, entry.name);
        const address = `/${path.relative(directory, file).split(path.sep).join('/')}`;
        const type = TYPES[path.extname(entry.name).toLowerCase()] ?? 'application/octet-stream';
        files.set(address, { body: await bodyOf(file), type });
      }),
  );
  const html = files.get('/index.html');
  if (!html) throw new Error(`The page has not been built: no index.html in ${directory}.`);
  return new Map([...files, ['/', html]]);
}

/**
 * The file an address names, or `undefined`. The address is compared as it was sent, never decoded: the page's own
 * files have plain names, so an escape can only be somebody trying something.
 *
 * @param target the request target as sent (`/assets/x.js?v=1`).
 */
export function fileAt(files: PageFiles, target: string): PageFile | undefined {
  const [address] = target.split('?', 1);
  return address === undefined ? undefined : files.get(address);
}
