// Downloads: Chromium's are told to the session as `will-download`. The dialog the system would show is answered by
// nobody, so a download goes on only where a listener sets its path, as tests on true Electron do too.
import { EventEmitter } from 'node:events';
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Cdp, Params } from './cdp.ts';
import { allowed } from './preventable.ts';
import { fromWeb } from './scheme.ts';
import { strict } from './strict.ts';

class DownloadItem extends EventEmitter {
  savePath = '';
  readonly #url: string;
  readonly #fileName: string;
  #dialog: object = {};

  constructor(url: string, fileName: string) {
    super();
    this.#url = url;
    this.#fileName = fileName;
  }

  getURL(): string {
    return this.#url;
  }

  getURLChain(): string[] {
    return [this.#url];
  }

  getFilename(): string {
    return this.#fileName;
  }

  setSaveDialogOptions(options: object): void {
    this.#dialog = options;
  }

  getSaveDialogOptions(): object {
    return this.#dialog;
  }

  setSavePath(path: string): void {
    this.savePath = path;
  }

  getSavePath(): string {
    return this.savePath;
  }
}

export interface DownloadScene {
  readonly cdp: Cdp;
  readonly session: EventEmitter;
  /** Where Chromium keeps what it loads, each under its id, until it is known whether that may be. */
  readonly folder: string;
  /** The contents whose main frame that is. */
  readonly contentsOf: (frame: string) => Promise<unknown>;
}

/** From now on the session is told about every download. */
export async function tellDownloads({ cdp, session, folder, contentsOf }: DownloadScene): Promise<void> {
  /** The item of a download that goes on; undefined for one that was refused. */
  const begun = new Map<string, Promise<DownloadItem | undefined>>();
  const begin = async (frame: string, item: DownloadItem): Promise<DownloadItem | undefined> => {
    const contents = await contentsOf(frame);
    const mayGoOn = allowed(session, 'will-download', {}, [strict('downloadItem', item), contents]);
    if (mayGoOn && item.savePath !== '') return item;
    if (mayGoOn) item.emit('done', {}, 'cancelled');
    return undefined;
  };
  const refuse = (guid: string) => cdp.send('Browser.cancelDownload', { guid }).catch(() => undefined);
  cdp.on('Browser.downloadWillBegin', ({ guid, frameId, url, suggestedFilename }) => {
    const beginning = begin(frameId, new DownloadItem(fromWeb(url), suggestedFilename));
    begun.set(guid, beginning);
    void beginning.then((item) => (item === undefined ? refuse(guid) : undefined));
  });
  const end = async ({ guid, state, filePath }: Params) => {
    const item = await begun.get(guid);
    // A test that drives the same Chromium may have chosen another folder.
    const loaded: string = filePath ?? join(folder, guid);
    if (item !== undefined && state === 'completed') copyFileSync(loaded, item.savePath);
    rmSync(loaded, { force: true });
    item?.emit('done', {}, state === 'completed' ? 'completed' : 'cancelled');
  };
  cdp.on('Browser.downloadProgress', (progress) => {
    if (progress.state !== 'inProgress') void end(progress);
  });
  await cdp.send('Browser.setDownloadBehavior', {
    behavior: 'allowAndName',
    downloadPath: folder,
    eventsEnabled: true,
  });
}
