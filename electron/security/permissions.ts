// What the page may do with the computer: write to the clipboard. Nothing else, ever.
import type { Session } from 'electron';
import { ORIGIN, parseUrl } from '../page-address.ts';

const ALLOWED: readonly string[] = ['clipboard-sanitized-write'];

/**
 * Whether the page at `url` (a page's URL or an origin, as Electron gives either) may use `permission`
 * (Electron's names).
 */
export function isAllowedPermission(permission: string, url: string): boolean {
  const asking = parseUrl(url);
  return (
    ALLOWED.includes(permission) && asking !== undefined && `${asking.protocol}//${asking.host}` === ORIGIN
  );
}

/** SECURITY: both handlers, because a check (`navigator.permissions.query`) does not go through a request. */
export function refusePermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) =>
    answer(isAllowedPermission(permission, details.requestingUrl)),
  );
  session.setPermissionCheckHandler((_contents, permission, origin) =>
    isAllowedPermission(permission, origin),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, answer) => answer({}));
  // Without a listener Electron may choose a device by itself; an empty answer chooses none.
  session.on('select-usb-device', (event, _details, answer) => {
    event.preventDefault();
    answer('');
  });
  session.on('select-hid-device', (event, _details, answer) => {
    event.preventDefault();
    answer('');
  });
  session.on('select-serial-port', (event, _ports, _contents, answer) => {
    event.preventDefault();
    answer('');
  });
}
