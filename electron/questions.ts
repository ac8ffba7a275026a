// What the program itself asks or tells, in native dialogs: before there is a page, or about leaving it.
import type { BrowserWindow, Dialog, MessageBoxOptions } from 'electron';
import type { Consent } from './security/external-links.ts';

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
    message: 'Open this in your browser?',
    detail: `${href}\n\nAcquaint itself stays offline.`,
    buttons: ['Open', 'Cancel'],
    defaultId: 0,
    cancelId: 1,
    noLink: true,
    checkboxLabel: `Do not ask again for ${host} until Acquaint is closed`,
  });
  return { open: response === 0, rememberSite: checkboxChecked };
}

/** Says that files the owner opened with Acquaint could not be read. */
export function sayCouldNotOpen(dialog: Dialog, window: BrowserWindow | undefined, count: number): void {
  void show(dialog, window, {
    type: 'info',
    message: count === 1 ? 'This file could not be opened' : `${count} files could not be opened`,
    detail:
      'It may have been moved, be unreadable, or be too large to open this way. ' +
      'Drop it on the window, or choose Import in the File menu. Nothing was changed.',
    buttons: ['OK'],
    noLink: true,
  });
}
