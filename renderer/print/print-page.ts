// Printing what is on the screen: a window of ours writes a PDF, a browser tab has its own printer.
import { client } from '#renderer/client/client.ts';
import { sayProblem } from '#renderer/client/commands.ts';
import { hostBridge } from '#renderer/client/host-bridge.ts';
import { useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';

/** Prints the page, under this title. The print style sheet leaves out all but the sheet. */
export async function printPage(title: string): Promise<void> {
  if (hostBridge() === undefined) {
    printWithTitle(title);
    return;
  }
  try {
    const { outcome } = await client.host.printPdf({ title });
    const { showToast } = useStore.getState();
    if (outcome === 'saved') showToast({ text: i18n.t('print:saved'), tone: 'done' });
    else if (outcome === 'failed') showToast({ text: i18n.t('print:failed'), tone: 'problem' });
    else if (outcome === 'not_here') printWithTitle(title);
  } catch (error) {
    sayProblem(error);
  }
}

/** Browsers offer the document's title as the name of the file. */
function printWithTitle(title: string): void {
  const before = document.title;
  document.title = title;
  window.print();
  document.title = before;
}
