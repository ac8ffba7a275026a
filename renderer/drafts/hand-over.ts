// How text leaves the page: to the clipboard or into a file the owner keeps. Nothing goes over a network.

/** Copies text; answers whether it is on the clipboard. Call it inside the press. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // No clipboard API (plain http on another host) or no permission: the old way needs neither.
    return copySelected(text);
  }
}

/** Copies a letter plain and with its paragraphs: whichever the program it is pasted into takes. As `copyText` else. */
export async function copyLetter(text: string, html: string): Promise<boolean> {
  try {
    const types = { 'text/plain': text, 'text/html': html };
    const item = new ClipboardItem(
      Object.fromEntries(Object.entries(types).map(([type, part]) => [type, new Blob([part], { type })])),
    );
    await navigator.clipboard.write([item]);
    return true;
  } catch {
    return copyText(text);
  }
}

function copySelected(text: string): boolean {
  const before = document.activeElement;
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  document.body.append(field);
  field.select();
  const copied = document.execCommand('copy');
  field.remove();
  if (before instanceof HTMLElement) before.focus();
  return copied;
}

/** Offers text as a file, as a download does. */
export function saveFile({ fileName, text, type }: { fileName: string; text: string; type: string }): void {
  saveBlob(fileName, new Blob([text], { type }));
}

/** Offers bytes as a file. */
export function saveBlob(fileName: string, blob: Blob): void {
  const href = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = href;
  link.download = fileName;
  link.click();
  // The browser reads the blob after this turn; a minute is long enough for any disk.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
