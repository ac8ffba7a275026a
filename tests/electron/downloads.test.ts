// Which downloads may begin, under which name, and that the session is told so.
import { EventEmitter } from 'node:events';
import type { Session } from 'electron';
import { assert, constantFrom, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { offeredName, plainFileName, restrictDownloads } from '#electron/security/downloads.ts';

const BLOB = 'blob:app://book/0f2c8a52-6a1e-4c44-9b53-0d3c1d8e7f10';
const letter = { urls: [BLOB], page: 'app://book/#/invitations/3', fileName: 'Hello.eml' };

describe('a download begins', () => {
  it('for a letter our page made', () => {
    expect(offeredName(letter)).toBe('Hello.eml');
  });

  it.each([
    ['from no window', { page: undefined }],
    ['from another page', { page: 'https://example.org/' }],
    ['from a page whose name starts like ours', { page: 'app://book.example.org/' }],
    ['before a page is there', { page: '' }],
    ['of nothing', { urls: [] }],
    ['of a file of the page', { urls: ['app://book/index.html'] }],
    ['of the web', { urls: ['https://example.org/a.eml'] }],
    ['of a file of this computer', { urls: ['file:///etc/passwd'] }],
    ['of a data address', { urls: ['data:message/rfc822,Hello'] }],
    ['of what another origin made', { urls: [BLOB.replace('app://book', 'https://example.org')] }],
    ['of what nobody made', { urls: [BLOB.replace('app://book', 'null')] }],
    ['that was redirected', { urls: ['https://example.org/a.eml', BLOB] }],
    ['that is redirected away', { urls: [BLOB, 'https://example.org/a.eml'] }],
    ['of a program', { fileName: 'setup.exe' }],
    ['of a shortcut that ends like a letter in the middle', { fileName: 'Hello.eml.lnk' }],
    ['of a file without an ending', { fileName: 'Hello' }],
    ['of a file that is only an ending', { fileName: '.eml' }],
  ])('never %s', (_which, change) => {
    expect(offeredName({ ...letter, ...change })).toBeUndefined();
  });
});

describe('a file name', () => {
  it.each([
    ['Hello Ada.eml', 'Hello Ada.eml'],
    ['Grüße an 田中さん.EML', 'Grüße an 田中さん.eml'],
    ['../../.bashrc.eml', 'bashrc.eml'],
    ['/etc/cron.d/x.eml', 'etc cron.d x.eml'],
    ['C:\\Windows\\x.eml', 'C Windows x.eml'],
    ['a\u0000b\nc.eml', 'a b c.eml'],
    ['\u202Eexe.\u202Cletter.eml', 'exe. letter.eml'],
    ['x.eml::$DATA', undefined],
    ['x.eml.', 'x.eml'],
    ['x.eml   ', 'x.eml'],
    ['x.exe\u202Elme.eml', 'x.exe lme.eml'],
    ['CON.eml', '_CON.eml'],
    ['nul.txt.eml', '_nul.txt.eml'],
    ['LPT1.eml', '_LPT1.eml'],
    ['Connie.eml', 'Connie.eml'],
    [`${'a'.repeat(500)}.eml`, `${'a'.repeat(80)}.eml`],
    [`${'a'.repeat(79)}😀.eml`, `${'a'.repeat(79)}.eml`],
    ['', undefined],
    ['...', undefined],
    ['. .eml', undefined],
    ['x.eml/y.sh', undefined],
  ])('%j is offered as %j', (offered, name) => {
    expect(plainFileName(offered)).toBe(name);
  });

  it('is one plain file of ours whatever the page calls it, and stays as it is the second time', () => {
    const ending = constantFrom('', '.eml', '.EML', '.eml.', '.eml ', '.exe', '.eml/..', '\u202E.eml');
    assert(
      property(string({ unit: 'binary', maxLength: 120 }), ending, (stem, end) => {
        const name = plainFileName(stem + end);
        if (name === undefined) return;
        expect(name).toMatch(/^[^\s./\\][^/\\:*?"<>|\p{Cc}\p{Cf}\p{Cs}]*\.eml$/u);
        expect(name.length).toBeLessThanOrEqual(86);
        expect(plainFileName(name)).toBe(name);
      }),
      { numRuns: 2000 },
    );
  });
});

/** A session and what it was told. */
function restricted() {
  const session = new EventEmitter();
  const logged: string[] = [];
  // The installer listens to one event and no more.
  restrictDownloads(session as unknown as Session, { write: (event) => logged.push(event) });
  const download = ({ url = BLOB, name = 'Hello.eml', page = 'app://book/', type = 'window' } = {}) => {
    const item = Object.assign(new EventEmitter() as EventEmitter & { dialog?: unknown }, {
      getURL: () => url,
      getURLChain: () => [url],
      getFilename: () => name,
      setSaveDialogOptions: (options: unknown) => {
        item.dialog = options;
      },
      setSavePath: () => {
        throw new Error('only the owner says where');
      },
    });
    let isRefused = false;
    const event = {
      preventDefault: () => {
        isRefused = true;
      },
    };
    session.emit('will-download', event, item, { getType: () => type, getURL: () => page });
    return { item, isRefused };
  };
  return { session, logged, download };
}

describe('the session', () => {
  it('asks the owner where, with our name and kind, and chooses no place itself', () => {
    const { download, logged } = restricted();
    const { item, isRefused } = download();
    expect(isRefused).toBe(false);
    expect(item.dialog).toEqual({
      title: 'Save file',
      defaultPath: 'Hello.eml',
      filters: [{ name: 'Files of Acquaint', extensions: ['eml'] }],
    });
    expect(logged).toEqual([]);
  });

  it('refuses everything else before a dialog shows, and the log tells neither name nor address', () => {
    const { download, logged } = restricted();
    const refused = [
      download({ url: 'https://example.org/a.eml' }),
      download({ name: 'a.exe' }),
      download({ page: 'https://example.org/' }),
      download({ type: 'webview' }),
    ];
    expect(refused.map(({ item, isRefused }) => [isRefused, item.dialog])).toEqual(
      refused.map(() => [true, undefined]),
    );
    expect(logged).toEqual(refused.map(() => 'download-refused'));
  });

  it('refuses a download without a page', () => {
    const { session, logged } = restricted();
    const item = { getURL: () => BLOB, getURLChain: () => [BLOB], getFilename: () => 'a.eml' };
    session.emit('will-download', { preventDefault: () => undefined }, item, undefined);
    expect(logged).toEqual(['download-refused']);
  });

  it.each(['completed', 'cancelled', 'interrupted'])(
    'shows one dialog at a time; the next may come once the last is %s',
    (state) => {
      const { download } = restricted();
      const { item } = download();
      expect(download().isRefused).toBe(true);
      item.emit('done', {}, state);
      expect(download().isRefused).toBe(false);
    },
  );
});
