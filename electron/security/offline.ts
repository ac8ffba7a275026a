// "Works entirely offline" as code: every request that is not for our own files is refused and counted.
import type { App, Session } from 'electron';
import { ORIGIN, isOurs } from '../page-address.ts';

/** Whether the URL names something our own page made: a picture, or a letter to be saved. No other origin can use it. */
export function isOwnBlob(url: string): boolean {
  return url.startsWith(`blob:${ORIGIN}/`) && /^[\da-f-]{36}$/.test(url.slice(`blob:${ORIGIN}/`.length));
}

/** Whether a request stays on this computer: our own files, and what the page made itself. */
export function staysLocal(url: string): boolean {
  return isOurs(url) || isOwnBlob(url);
}

/**
 * Chromium's own errands (component updates, DNS probes, sync, pings) never see a webRequest, so they are
 * switched off, and so is the resolver: no name leads anywhere. To be called before `ready`.
 */
export function switchOffNetworking(app: App): void {
  const { commandLine } = app;
  for (const name of [
    'disable-background-networking',
    'disable-component-update',
    'disable-domain-reliability',
    'disable-sync',
    'dns-prefetch-disable',
    'no-pings',
  ]) {
    commandLine.appendSwitch(name);
  }
  commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
}

/** How often something was refused since the start. */
export interface Refusals {
  readonly count: () => number;
}

/** SECURITY: refuses every request of the session that would leave this computer. */
export function refuseRequests(session: Session): Refusals {
  let refused = 0;
  session.webRequest.onBeforeRequest(({ url }, answer) => {
    const cancel = !staysLocal(url);
    if (cancel) refused += 1;
    answer({ cancel });
  });
  // The spelling dictionaries are downloaded from the network on Windows and Linux.
  session.setSpellCheckerEnabled(false);
  return { count: () => refused };
}
