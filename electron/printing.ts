// The page as a PDF, in a file the owner chooses.
import { writeFile } from 'node:fs/promises';
import type { BrowserWindow, Dialog } from 'electron';
import type { Log } from './logging.ts';
import { isOurPage } from './page-address.ts';
import { pdfName } from './security/downloads.ts';
import { say } from './strings/words.ts';

export type PrintOutcome = 'saved' | 'cancelled' | 'failed';

/** What printing needs of the running program. */
export interface Printing {
  readonly window: () => BrowserWindow | undefined;
  readonly dialog: Pick<Dialog, 'showSaveDialog'>;
  readonly log: Log;
  readonly write?: (path: string, bytes: Uint8Array) => Promise<void>;
}

/** Prints the window as it is, one sheet at a time; a second wish while the first is being answered is none. */
export function printToFile({
  window,
  dialog,
  log,
  write = writeFile,
}: Printing): (title: string) => Promise<PrintOutcome> {
  let isAsking = false;
  const print = async (title: string): Promise<PrintOutcome> => {
    const shown = window();
    // SECURITY: our own page only, whatever the window may have come to show, and only where the owner says.
    if (shown === undefined || !isOurPage(shown.webContents.getURL())) return 'failed';
    const { canceled, filePath } = await dialog.showSaveDialog(shown, {
      title: say('print.title'),
      defaultPath: pdfName(title),
      filters: [{ name: say('print.kind'), extensions: ['pdf'] }],
    });
    if (canceled || filePath === '') return 'cancelled';
    if (shown.isDestroyed() || !isOurPage(shown.webContents.getURL())) return 'failed';
    // The style sheet says how large a page is and what is left out; backgrounds are part of neither.
    const bytes = await shown.webContents.printToPDF({ preferCSSPageSize: true, pageSize: 'A4' });
    await write(filePath, bytes);
    return 'saved';
  };
  return async (title) => {
    if (isAsking) return 'cancelled';
    isAsking = true;
    try {
      return await print(title);
    } catch (error) {
      // No name of the sheet goes into the log: it may be that of an event.
      log.fault(error);
      return 'failed';
    } finally {
      isAsking = false;
    }
  };
}
