// Own schemes: app://book/x is shown to Chromium as https://book.app.test/x, a secure context with a real origin.

const privileged = new Set<string>();
const handlers = new Map<string, (request: Request) => Promise<Response>>();
let isReady = false;

/** From now on schemes can no longer be registered, as in Electron. */
export const schemesAreFixed = (): void => {
  isReady = true;
};

export const handlerOf = (url: string) => handlers.get(new URL(url).protocol.slice(0, -1));

/** `app://book/a` → `https://book.app.test/a`; other URLs as they are. */
export function toWeb(url: string): string {
  const [, scheme = '', host = '', rest = ''] = /^([a-z][\w+.-]*):\/\/([^/?#]*)(.*)$/i.exec(url) ?? [];
  return privileged.has(scheme) ? `https://${host}.${scheme}.test${rest}` : url;
}

/** The inverse of `toWeb`, also inside `blob:` URLs. */
export function fromWeb(url: string): string {
  if (url.startsWith('blob:')) return `blob:${fromWeb(url.slice('blob:'.length))}`;
  const [, host = '', scheme = '', rest = ''] =
    /^https:\/\/([^/?#]*)\.([a-z][\w+-]*)\.test(.*)$/i.exec(url) ?? [];
  return privileged.has(scheme) ? `${scheme}://${host}${rest}` : url;
}

/** The origin Electron would give a frame at this URL. */
export function originOf(url: string): string {
  const [, origin] = /^([a-z][\w+.-]*:\/\/[^/?#]*)/i.exec(url) ?? [];
  return origin ?? 'null';
}

export const protocol = {
  registerSchemesAsPrivileged(schemes: readonly { scheme: string }[]): void {
    if (isReady) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme } of schemes) privileged.add(scheme);
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void {
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
};
