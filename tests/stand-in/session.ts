// session.defaultSession: its handlers, and what Chromium is told about permissions.
import { EventEmitter } from 'node:events';
import type { Cdp } from './cdp.ts';
import { strict } from './strict.ts';

type RequestListener = (
  details: { url: string; method: string; resourceType: string },
  answer: (verdict: { cancel?: boolean }) => void,
) => void;
type PermissionHandler = (
  contents: unknown,
  permission: string,
  answer: (isGranted: boolean) => void,
  details: { requestingUrl: string; isMainFrame: boolean },
) => void;

/** Electron's names of the permissions Chromium can be told about, and Chromium's. */
const PERMISSIONS: readonly (readonly [string, string])[] = [
  ['geolocation', 'geolocation'],
  ['notifications', 'notifications'],
  ['media', 'camera'],
  ['media', 'microphone'],
  ['clipboard-read', 'clipboard-read'],
  ['clipboard-sanitized-write', 'clipboard-sanitized-write'],
  ['midi', 'midi'],
];

class Session extends EventEmitter {
  beforeRequest: RequestListener = (_details, answer) => answer({});
  permissionRequest: PermissionHandler = (_contents, _permission, answer) => answer(true);
  readonly webRequest = strict('session.webRequest', {
    onBeforeRequest: (listener: RequestListener) => {
      this.beforeRequest = listener;
    },
  });

  setPermissionRequestHandler(handler: PermissionHandler): void {
    this.permissionRequest = handler;
  }

  // Chromium cannot be asked to ask: these are covered by unit tests and on true Electron.
  setPermissionCheckHandler(_handler: unknown): void {}
  setDevicePermissionHandler(_handler: unknown): void {}
  setDisplayMediaRequestHandler(_handler: unknown): void {}

  setSpellCheckerEnabled(_isEnabled: boolean): void {}
}

const plain = new Session();

/** The default session as the emitter it is, for what happens in Chromium. */
export const sessionEvents: EventEmitter = plain;

/** Whether a request may be made at all, by the program's own listener. */
export const isRequestAllowed = (details: { url: string; method: string; resourceType: string }) =>
  new Promise<boolean>((resolve) => {
    plain.beforeRequest(details, ({ cancel }) => resolve(cancel !== true));
  });

/** Tells Chromium what the program answers for the page at `url`. */
export async function applyPermissions(cdp: Cdp, contents: unknown, url: string): Promise<void> {
  for (const [permission, name] of PERMISSIONS) {
    const isGranted = await new Promise<boolean>((resolve) => {
      plain.permissionRequest(contents, permission, resolve, { requestingUrl: url, isMainFrame: true });
    });
    const setting = isGranted ? 'granted' : 'denied';
    // Older Chromiums do not know every name.
    await cdp.send('Browser.setPermission', { permission: { name }, setting }).catch(() => undefined);
  }
}

export const session = strict('session', { defaultSession: strict('session', plain) });
