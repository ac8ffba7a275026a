// What the program itself asks or tells, in native dialogs: before there is a page, or about leaving it.
import type { BrowserWindow, Dialog, MessageBoxOptions } from 'electron';
import type { Consent } from './security/external-links.ts';
import { say } from './strings/words.ts';

const show = (dialog: Dialog, window: BrowserWindow | undefined, options: MessageBoxOptions) =>
  window === undefined ? dialog.showMessageBox(options) : dialog.showMessageBox(window, options);

/** Shows the address and asks whether it may be opened; Enter opens, Escape does not. */
export async function askAboutLink(
  dialog: Dialog,
  window: BrowserWindow | undefined,
  href: string,
): Promise<Consent> {
  const { host } = new URL(href);
  const { response, checkboxChecked } = await show(dialog, window, {
    type: 'question',
    message: say('link.question'),
    detail: [href, say('link.offline')].join('\n\n'),
    buttons: [say('link.open'), say('link.cancel')],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
    checkboxLabel: say('link.remember', { site: host }),
  });
  return { open: response === 0, rememberSite: checkboxChecked };
}

/** Says that files the owner opened with Acquaint could not be read. */
export function sayCouldNotOpen(dialog: Dialog, window: BrowserWindow | undefined, count: number): void {
  void show(dialog, window, {
    type: 'info',
    message: say('couldNotOpen.title', { count }),
    detail: say('couldNotOpen.body'),
    buttons: [say('couldNotOpen.ok')],
    noLink: true,
  });
}
