// Files the page saves (a letter as .eml): only what our own page made, only where the owner says. No other download.
import { extname } from 'node:path';
import type { DownloadItem, Session } from 'electron';
import type { Log } from '../logging.ts';
import { isOurPage } from '../page-address.ts';
import { say } from '../strings/words.ts';
import { isOwnBlob } from './offline.ts';

/** What the page writes: file name ending, lower case. A new export adds its own here. */
const SAVEABLE: readonly string[] = [
  '.eml',
  '.vcf',
  '.csv',
  '.json',
  '.zip',
  '.ics',
  '.md',
  '.png',
  '.svg',
  '.graphml',
];
/** In UTF-16 units; file systems take 255 bytes, and the owner may want to add something. */
const LONGEST_NAME = 80;
/** Names Windows keeps for devices, whatever follows the first dot. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;

/**
 * A name no file system reads as anything but one plain file, or undefined when it does not end as a file of ours.
 * Folders and drives (`/ \ :`), patterns and quotes, control characters, and characters that are not seen or turn the
 * reading direction (`lme.exe` shown as `exe.eml`) become spaces; leading dots, trailing spaces and dots go.
 */
export function plainFileName(offered: string): string | undefined {
  const name = offered
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\:*?"<>|]/gu, ' ')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[\s.]+/, '')
    .replace(/[\s.]+$/, '');
  const ending = extname(name).toLowerCase();
  if (!SAVEABLE.includes(ending)) return undefined;
  const stem = name
    .slice(0, -ending.length)
    .slice(0, LONGEST_NAME)
    // A surrogate pair may have been cut in two.
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd();
  return DEVICE.test(`${stem}.`) ? `_${stem}${ending}` : `${stem}${ending}`;
}

/** A plain name for a PDF with this title. */
export function pdfName(title: string): string {
  // The ending is taken off again: a PDF is written by the program, never downloaded by the page.
  const name = plainFileName(`${title.slice(0, 2 * LONGEST_NAME)} .eml`) ?? '';
  const stem = name.slice(0, -'.eml'.length).trim();
  return `${stem === '' ? 'Acquaint' : stem}.pdf`;
}

/** A download that is about to begin, reduced to what decides. */
export interface Download {
  /** Every address it came by, redirects included; the last one is what would be written. */
  readonly urls: readonly string[];
  /** The address of the page that began it; undefined when no window did. */
  readonly page: string | undefined;
  readonly fileName: string;
}

/** The name to offer for a download; undefined when it must not begin. */
export function offeredName({ urls, page, fileName }: Download): string | undefined {
  if (page === undefined || !isOurPage(page)) return undefined;
  return urls.length > 0 && urls.every(isOwnBlob) ? plainFileName(fileName) : undefined;
}

/**
 * SECURITY: nothing is written without the system's own save dialog, one at a time, for text our page made. A page
 * that has been taken over can neither fetch a file, nor choose a place, nor cover the screen with dialogs.
 */
export function restrictDownloads(session: Session, log: Pick<Log, 'write'>): void {
  let asking: DownloadItem | undefined;
  session.on('will-download', (event, item, contents: Electron.WebContents | undefined) => {
    const name = offeredName({
      urls: [...item.getURLChain(), item.getURL()],
      page: contents?.getType() === 'window' ? contents.getURL() : undefined,
      fileName: item.getFilename(),
    });
    if (name === undefined || asking !== undefined) {
      event.preventDefault();
      log.write('download-refused');
      return;
    }
    asking = item;
    item.once('done', () => {
      asking = undefined;
    });
    // No save path is set, so Electron asks for one.
    item.setSaveDialogOptions({
      title: say('save.title'),
      defaultPath: name,
      filters: [{ name: say('save.kind'), extensions: [extname(name).slice(1)] }],
    });
  });
}
