// app://book/… : the only thing a window can load. Files of the built page, read-only, nothing above them.
import { readFile } from 'node:fs/promises';
import { extname, join, sep } from 'node:path';
import type { Protocol } from 'electron';
import { CONTENT_SECURITY_POLICY } from '#renderer/content-security-policy.ts';
import { SCHEME, isOurs } from '../page-address.ts';

/** The types the built page consists of; a file of any other type is not served. */
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Sent with every answer, errors too. */
export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
};

export type Resolved =
  | { readonly file: string; readonly type: string }
  | { readonly status: 400 | 404 | 405 };

/** The path's parts, decoded once; undefined when one of them could mean another place than its own folder. */
function plainSegments(pathname: string): readonly string[] | undefined {
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    // A malformed escape (`%zz`, `%ff`): nothing of ours is called that.
    return undefined;
  }
  // A drive letter or an NTFS stream needs a colon, a Windows path a backslash, a truncated name a NUL.
  // oxlint-disable-next-line no-control-regex -- the NUL is the attack
  if (!path.startsWith('/') || /[\\:\u0000]/.test(path)) return undefined;
  const segments = (path === '/' ? '/index.html' : path).slice(1).split('/');
  // Windows drops dots and spaces at the end of a name, which makes another name of it.
  const isPlain = (segment: string) => segment !== '' && !segment.startsWith('.') && !/[. ]$/.test(segment);
  return segments.every(isPlain) ? segments : undefined;
}

/**
 * Which file of the folder `root` (absolute) answers a request, and as what type.
 * SECURITY: GET only; our host only; the file must lie under `root` after decoding; fixed MIME types.
 */
export function resolveAsset(request: { method: string; url: string }, root: string): Resolved {
  if (request.method !== 'GET') return { status: 405 };
  if (!isOurs(request.url)) return { status: 404 };
  const segments = plainSegments(new URL(request.url).pathname || '/');
  if (segments === undefined) return { status: 400 };
  const file = join(root, ...segments);
  const type = TYPES[extname(file).toLowerCase()];
  if (!file.startsWith(root + sep) || type === undefined) return { status: 404 };
  return { file, type };
}

/** To be called before `ready`: a real origin, a secure context, fetch; no policy bypass, no CORS, no service workers. */
export function registerScheme(protocol: Protocol): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** A document that is made, not read from the folder. */
export interface MadeDocument {
  readonly body: string;
  readonly type: string;
}

/** Serves the built page from `root`, and what `made` makes for a path. */
export function serveApp(
  protocol: Protocol,
  root: string,
  made: (pathname: string) => MadeDocument | undefined,
): void {
  const answer = (
    status: number,
    body: string | Uint8Array<ArrayBuffer> | null,
    type = 'text/plain; charset=utf-8',
  ) => new Response(body, { status, headers: { ...SECURITY_HEADERS, 'content-type': type } });
  protocol.handle(SCHEME, async (request) => {
    const resolved = resolveAsset(request, root);
    if ('status' in resolved && resolved.status !== 404) return answer(resolved.status, null);
    const document = isOurs(request.url) ? made(new URL(request.url).pathname) : undefined;
    if (document !== undefined) return answer(200, document.body, document.type);
    if ('status' in resolved) return answer(resolved.status, null);
    try {
      return answer(200, new Uint8Array(await readFile(resolved.file)), resolved.type);
    } catch {
      // Not there, or a folder: the page is told the same.
      return answer(404, null);
    }
  });
}
