// The attacks of the security checklist, in the running desktop app: on the stand-in, and on true Electron where its
// program is (npm run test:electron).
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { expect as expectSoon, test } from '@playwright/test';
import type { Page } from '@playwright/test';
import { launchElectron, launchSecond } from '#tests/e2e/launch-electron.ts';
import type { Launched } from '#tests/e2e/launch-electron.ts';

const TAG = { tag: '@electron' };
// A whole desktop app starts in most of these: on a small machine with other work that takes a while.
const expect = expectSoon.configure({ timeout: 20_000 });
test.describe.configure({ timeout: 90_000 });
const folders: string[] = [];

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'acquaint-e2e-'));
  folders.push(made);
  return made;
}

/** The command lines of every process that can be seen here. */
function commandLines(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((id) => {
      try {
        return readFileSync(join('/proc', id, 'cmdline'), 'utf8');
      } catch {
        // It ended in this moment.
        return '';
      }
    });
}

/** The page has drawn something. */
async function drawn(page: Page): Promise<void> {
  await expect(page.locator('#root')).not.toBeEmpty();
}

/** Quits the app: without an error, and if not, with what it said. */
async function quits(app: Launched): Promise<void> {
  const code = await app.close();
  expect(code, app.output()).toBe(0);
}

/** What the page's policy refuses while `attack` runs in it; undefined when nothing is refused within a second. */
function violationOf(page: Page, attack: string): Promise<string | undefined> {
  return page.evaluate(
    (code) =>
      new Promise<string | undefined>((resolve) => {
        document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective), {
          once: true,
        });
        // Only DOM calls: the code is given as data and made into elements below.
        const { element, attributes, text } = JSON.parse(code);
        const made = document.createElement(element);
        for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, String(value));
        if (text !== '') made.textContent = text;
        document.body.append(made);
        setTimeout(() => resolve(undefined), 1000);
      }),
    attack,
  );
}

const attack = (element: string, attributes: Record<string, string>, text = '') =>
  JSON.stringify({ element, attributes, text });

test.afterAll(() => {
  for (const made of folders) rmSync(made, { recursive: true, force: true, maxRetries: 5 });
});

test.describe('a page in the desktop app', TAG, () => {
  // One app for all of them: they look, they change nothing.
  test.describe.configure({ mode: 'default' });
  let app: Launched;
  let page: Page;
  let home: string;

  test.beforeAll(async () => {
    app = await launchElectron({ userData: folder() });
    ({ page } = app);
    await drawn(page);
    home = page.url();
  });

  test.afterEach(async () => {
    expect(page.url().split('#')[0]).toBe(home.split('#')[0]);
    expect(page.context().pages()).toHaveLength(1);
  });

  test.afterAll(async () => {
    await quits(app);
  });

  test('has no Node in it', async () => {
    const found = await page.evaluate(() =>
      ['process', 'require', 'module', 'Buffer', 'global', 'ipcRenderer'].filter(
        (name) => name in globalThis,
      ),
    );
    expect(found).toEqual([]);
  });

  test('is given four members, frozen, and no event object', async () => {
    const given = await page.evaluate(() => {
      const bridge = (globalThis as unknown as { acquaint: Record<string, unknown> }).acquaint;
      return {
        members: Object.entries(bridge).map(([name, value]) => `${name}: ${typeof value}`),
        isFrozen: Object.isFrozen(bridge),
      };
    });
    expect(given).toEqual({
      members: ['kind: string', 'platform: string', 'onCommand: function', 'onFiles: function'],
      isFrozen: true,
    });
  });

  test('hears menu items by their id, and nothing else about them', async () => {
    await page.evaluate(() => {
      const heard: unknown[][] = [];
      const { acquaint } = globalThis as unknown as {
        acquaint: { onCommand: (listener: (...words: unknown[]) => void) => () => void };
      };
      Object.assign(globalThis, { heard, stop: acquaint.onCommand((...words) => heard.push(words)) });
    });
    const click = () =>
      app.evaluate(({ Menu }) => {
        Menu.getApplicationMenu()?.getMenuItemById('go.today')?.click();
      });
    await click();
    const heard = () => page.evaluate(() => (globalThis as unknown as { heard: unknown[] }).heard);
    await expect.poll(heard).toEqual([['go.today']]);
    await page.evaluate(() => (globalThis as unknown as { stop: () => void }).stop());
    await click();
    await page.waitForTimeout(200);
    expect(await heard()).toEqual([['go.today']]);
  });

  test('cannot run inline or evaluated script', async () => {
    expect(await violationOf(page, attack('script', {}, 'globalThis.stolen = 1'))).toMatch(/script-src/);
    expect(await page.evaluate(() => 'stolen' in globalThis)).toBe(false);
    const evaluated = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          // A timer with text is the eval that Playwright's own evaluation does not lend its rights to.
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.blockedURI), {
            once: true,
          });
          // oxlint-disable-next-line typescript/no-implied-eval -- the attack
          setTimeout('globalThis.stolen = 1', 0);
          setTimeout(() => resolve('nothing was refused'), 1000);
        }),
    );
    expect(evaluated).toBe('eval');
    expect(await page.evaluate(() => 'stolen' in globalThis)).toBe(false);
  });

  const remote: readonly (readonly [string, string, string])[] = [
    ['a remote picture', attack('img', { src: 'https://example.org/a.png' }), 'img-src'],
    ['a remote script', attack('script', { src: 'https://example.org/a.js' }), 'script-src-elem'],
    [
      'a remote style sheet',
      attack('link', { rel: 'stylesheet', href: 'https://example.org/a.css' }),
      'style-src-elem',
    ],
    ['an inline style', attack('style', {}, 'body { display: none }'), 'style-src-elem'],
    ['a data: picture', attack('img', { src: 'data:image/gif;base64,R0lGODlhAQABAAAAACw=' }), 'img-src'],
    ['a frame', attack('iframe', { src: 'https://example.org/' }), 'frame-src'],
    ['an object', attack('object', { data: 'https://example.org/a.swf' }), 'object-src'],
    ['a base', attack('base', { href: 'https://example.org/' }), 'base-uri'],
  ];
  for (const [what, code, directive] of remote) {
    test(`cannot use ${what}`, async () => {
      expect(await violationOf(page, code)).toBe(directive);
    });
  }

  test('cannot reach any network: not by fetch, beacon, socket or form', async () => {
    let reached = 0;
    const server = createServer((_request, response) => {
      reached += 1;
      response.end();
    });
    server.on('connection', () => {
      reached += 1;
    });
    await new Promise<void>((listening) => {
      server.listen(0, '127.0.0.1', listening);
    });
    // A server's address is an object once it listens on a port.
    const { port } = server.address() as AddressInfo;
    const tried = await page.evaluate(async (to) => {
      const fetched = await fetch(`http://${to}/`).then(
        () => 'fetched',
        () => 'refused',
      );
      navigator.sendBeacon(`http://${to}/`, 'names');
      const socket = await new Promise<string>((resolve) => {
        try {
          const opened = new WebSocket(`ws://${to}/`);
          opened.addEventListener('open', () => resolve('opened'));
          opened.addEventListener('error', () => resolve('refused'));
        } catch {
          resolve('refused');
        }
      });
      const form = document.createElement('form');
      form.action = `http://${to}/`;
      document.body.append(form);
      form.submit();
      form.remove();
      return [fetched, socket];
    }, `127.0.0.1:${port}`);
    await page.waitForTimeout(300);
    server.close();
    expect(tried).toEqual(['refused', 'refused']);
    expect(reached).toBe(0);
  });

  test('opens no window, and offers only allowed links to the outside, after asking', async () => {
    await app.evaluate(({ shell, dialog }) => {
      const seen: string[] = [];
      Object.assign(globalThis, { seen });
      shell.openExternal = async (href) => {
        seen.push(`opened ${href}`);
      };
      dialog.showMessageBox = async (...words: unknown[]) => {
        const { detail = '' } = words.at(-1) as { detail?: string };
        seen.push(`asked ${detail.split('\n')[0]}`);
        return { response: detail.includes('refused') ? 1 : 0, checkboxChecked: false };
      };
    });
    for (const href of [
      'https://example.org/person',
      'https://example.org/refused',
      'mailto:ada@example.org',
      'http://example.org/',
      'file:///etc/passwd',
      'smb://example.org/share',
      'ms-settings:privacy',
    ]) {
      await page.evaluate((to) => {
        // After this call has returned: a page that opens a window cannot answer at the same time.
        setTimeout(() => window.open(to, '_blank', 'noopener'), 0);
      }, href);
      await page.waitForTimeout(100);
    }
    const seen = () => app.evaluate(() => (globalThis as unknown as { seen: string[] }).seen);
    await expect.poll(async () => (await seen()).length).toBeGreaterThanOrEqual(4);
    expect((await seen()).toSorted()).toEqual([
      'asked https://example.org/person',
      'asked https://example.org/refused',
      'opened https://example.org/person',
      'opened mailto:ada@example.org',
    ]);
    await expect.poll(() => page.context().pages().length).toBe(1);
  });

  for (const [how, to] of [
    ['a remote page', 'https://example.org/'],
    ['a file', 'file:///etc/passwd'],
    ['a script URL in the page', 'data:text/html,<script>1</script>'],
  ] as const) {
    test(`does not become ${how}`, async () => {
      await page.evaluate((href) => {
        const link = document.createElement('a');
        link.href = href;
        document.body.append(link);
        link.click();
        link.remove();
      }, to);
      await page.waitForTimeout(300);
      expect(page.url().split('#')[0]).toBe(home.split('#')[0]);
      expect(await page.evaluate(() => 'acquaint' in globalThis)).toBe(true);
    });
  }

  test('is not redirected, and no frame in it goes anywhere', async () => {
    const prevented = await app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return (['will-redirect', 'will-frame-navigate', 'will-attach-webview'] as const).map((name) => {
        let isPrevented = false;
        window?.webContents.emit(
          name,
          {
            url: 'https://example.org/',
            isMainFrame: true,
            preventDefault: () => {
              isPrevented = true;
            },
          },
          {},
          {},
        );
        return isPrevented;
      });
    });
    expect(prevented).toEqual([true, true, true]);
  });

  test('gives no frame inside it the ports', async () => {
    const answered = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const frame = document.createElement('iframe');
          document.body.append(frame);
          const { port1, port2 } = new MessageChannel();
          const channels = [port2, ...[1, 2, 3].map(() => new MessageChannel().port2)];
          port1.addEventListener('message', () => resolve('answered'));
          port1.start();
          const message = { acquaint: 'connect', lanes: ['read', 'write', 'jobs', 'host'] };
          // From the frame to itself, where there is no preload; then to the page, as a stranger.
          const inner = frame.contentWindow;
          if (inner !== null && 'acquaint' in inner) resolve('the frame has a bridge');
          inner?.parent.postMessage(message, '*', channels);
          port1.postMessage('{"i":"1","p":{"u":"/host/info","b":{}}}');
          setTimeout(() => {
            frame.remove();
            resolve('silence');
          }, 700);
        }),
    );
    expect(answered).toBe('silence');
  });

  test('cannot hand ports over a second time', async () => {
    const answered = await page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const channels = [1, 2, 3, 4].map(() => new MessageChannel());
          const host = channels[3]!.port1;
          host.addEventListener('message', () => resolve('answered'));
          host.start();
          host.postMessage('{"i":"1","p":{"u":"/host/info","b":{}}}');
          window.postMessage(
            { acquaint: 'connect', lanes: ['read', 'write', 'jobs', 'host'] },
            window.location.origin,
            channels.map(({ port2 }) => port2),
          );
          setTimeout(() => resolve('silence'), 700);
        }),
    );
    expect(answered).toBe('silence');
  });

  test('is refused by main when it is not the page that asks', async () => {
    const closed = await app.evaluate(({ BrowserWindow, ipcMain }) => {
      const sender = BrowserWindow.getAllWindows()[0]?.webContents;
      const frame = { origin: 'app://book', parent: null };
      const senders = [
        { sender, senderFrame: null },
        { sender, senderFrame: { ...frame, parent: frame } },
        { sender, senderFrame: { ...frame, origin: 'https://example.org' } },
        { sender: { getType: () => 'webview' }, senderFrame: frame },
      ];
      return senders.map((from) => {
        let count = 0;
        const port = {
          close: () => {
            count += 1;
          },
          on: () => undefined,
          start: () => undefined,
        };
        ipcMain.emit('acquaint:connect', { ...from, ports: [port, port, port, port] }, []);
        return count;
      });
    });
    expect(closed).toEqual([4, 4, 4, 4]);
  });

  test('is refused the place it is at, the camera and notifications', async () => {
    const states = await page.evaluate(async () => {
      const located = await new Promise<string>((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('located'),
          ({ code }) => resolve(code === 1 ? 'denied' : `error ${code}`),
        );
      });
      const filmed = await navigator.mediaDevices.getUserMedia({ video: true }).then(
        () => 'filmed',
        () => 'denied',
      );
      return [located, filmed, await Notification.requestPermission()];
    });
    expect(states).toEqual(['denied', 'denied', 'denied']);
  });

  test('attaches nothing to a webview element', async () => {
    const attached = await page.evaluate(() => {
      const element = document.createElement('webview');
      element.setAttribute('src', 'https://example.org/');
      document.body.append(element);
      // A webview that works has a class of its own; Chromium itself knows either a plain element or an unknown one.
      const isPlain = ['HTMLElement', 'HTMLUnknownElement'].includes(element.constructor.name);
      const kind = [isPlain, element.shadowRoot === null, 'getWebContentsId' in element];
      element.remove();
      return kind;
    });
    expect(attached).toEqual([true, true, false]);
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  });

  test('saves the letter it made where the owner says, and nothing else', async () => {
    const saved = join(folder(), 'saved.eml');
    // Where the owner would choose a place, a second listener does; it also sees what the first one refused.
    await app.evaluate(({ session }, path) => {
      const downloads: unknown[] = [];
      Object.assign(globalThis, { downloads });
      session.defaultSession.on('will-download', (event, item) => {
        const { defaultPath } = item.getSaveDialogOptions();
        downloads.push([item.getFilename(), event.defaultPrevented ? 'refused' : (defaultPath ?? 'unasked')]);
        if (!event.defaultPrevented) item.setSavePath(path);
      });
    }, saved);
    const download = (fileName: string, of: { readonly href: string } | { readonly text: string }) =>
      page.evaluate(
        ([name, from]) => {
          const link = document.createElement('a');
          link.href =
            'href' in from
              ? from.href
              : URL.createObjectURL(new Blob([from.text], { type: 'message/rfc822' }));
          link.download = name;
          link.click();
        },
        [fileName, of] as const,
      );
    const downloads = () =>
      app.evaluate(() => (globalThis as unknown as { downloads: unknown[][] }).downloads);
    await download('Hello Ada.eml', { text: 'Subject: Hello' });
    await expect.poll(() => existsSync(saved) && readFileSync(saved, 'utf8')).toBe('Subject: Hello');
    const attacks = [
      ['setup.exe', { text: 'MZ' }],
      ['Hello.eml.desktop', { text: '[Desktop Entry]' }],
      ['page.eml', { href: '/index.html' }],
      ['data.eml', { href: 'data:message/rfc822,Subject:%20Hello' }],
      ['far.eml', { href: 'https://example.org/far.eml' }],
    ] as const;
    for (const [name, of] of attacks) await download(name, of);
    // Only the first two reach the session on every Chromium; the others may have been refused before.
    await expect.poll(async () => (await downloads()).length).toBeGreaterThanOrEqual(3);
    await page.waitForTimeout(300);
    const [first, ...others] = await downloads();
    expect(first).toEqual(['Hello Ada.eml', 'Hello Ada.eml']);
    expect(others.filter(([, how]) => how !== 'refused')).toEqual([]);
    expect(readFileSync(saved, 'utf8')).toBe('Subject: Hello');
  });

  test('is served files of its own folder only', async () => {
    const statuses = await page.evaluate(async () => {
      const paths = [
        'index.html',
        '..%2f..%2fpackage.json',
        '%2e%2e%2fmain%2fmain.js',
        'a%00.html',
        'C:%5cboot.ini',
        'nowhere.js',
        '.built',
      ];
      return Promise.all(paths.map(async (path) => (await fetch(`/${path}`)).status));
    });
    expect(statuses).toEqual([200, 400, 400, 400, 400, 404, 400]);
  });
});

test('a second start brings the first forward, hands its files over and ends', TAG, async () => {
  const userData = folder();
  const card = join(folder(), 'Ada Lovelace.vcf');
  writeFileSync(card, 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada Lovelace\r\nEND:VCARD\r\n');
  const app = await launchElectron({ userData });
  await drawn(app.page);
  await app.page.evaluate(() => {
    const { acquaint } = globalThis as unknown as {
      acquaint: { onFiles: (listener: (files: { name: string; bytes: Uint8Array }[]) => void) => void };
    };
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    acquaint.onFiles((files) =>
      opened.push(...files.map(({ name, bytes }) => `${name}: ${new TextDecoder().decode(bytes)}`)),
    );
  });
  expect(await launchSecond({ userData, args: [card, join(userData, 'Preferences')] })).toBe(0);
  await expect
    .poll(() => app.page.evaluate(() => (globalThis as unknown as { opened: string[] }).opened))
    .toEqual([expect.stringMatching(/^Ada Lovelace\.vcf: BEGIN:VCARD/)]);
  await quits(app);
  // SECURITY: the log says what happened, never about whom.
  const log = readFileSync(join(userData, 'logs/acquaint.log'), 'utf8');
  expect(log).toMatch(/ started .*\n[^]* page-connected\n[^]* stopped\n$/);
  expect(log).not.toMatch(/Ada|Lovelace|\.vcf/);
});

test('drags people out as a file of cards, and removes it when it ends', TAG, async () => {
  const app = await launchElectron({ userData: folder() });
  const { page } = app;
  await drawn(page);
  await app.evaluate(({ BrowserWindow }) => {
    const items: object[] = [];
    Object.assign(globalThis, { items });
    for (const window of BrowserWindow.getAllWindows())
      window.webContents.startDrag = (item) => void items.push(item);
  });
  await page.keyboard.press('ControlOrMeta+n');
  await page.getByLabel('Given name').fill('Ada');
  await page.getByLabel('Family name').fill('Okafor');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Ada Okafor' })).toBeVisible();
  await page.locator('article [draggable]').dispatchEvent('dragstart');
  const items = () =>
    app.evaluate(() => (globalThis as unknown as { items: { file: string; icon: string }[] }).items);
  await expect.poll(items).toHaveLength(1);
  const [{ file, icon } = { file: '', icon: '' }] = await items();
  expect(basename(file)).toBe('Ada Okafor.vcf');
  expect(readFileSync(file, 'utf8')).toMatch(/^BEGIN:VCARD\r\n[^]*\r\nFN:Ada Okafor\r\n/);
  expect(existsSync(icon)).toBe(true);
  await quits(app);
  expect(existsSync(file)).toBe(false);
});

test('keeps the book to its owner and leaves no process behind', TAG, async () => {
  const userData = folder();
  const app = await launchElectron({ userData });
  await drawn(app.page);
  const book = join(userData, 'book');
  await expect.poll(() => existsSync(book) && readdirSync(book).length).toBeTruthy();
  if (process.platform !== 'win32') {
    expect(statSync(book).mode & 0o077).toBe(0);
    for (const name of readdirSync(book)) expect(statSync(join(book, name)).mode & 0o077).toBe(0);
  }
  await quits(app);
  expect(() => process.kill(app.pid, 0)).toThrow();
  // Both Chromiums name their profile on their processes' command lines.
  const profile = app.kind === 'electron' ? userData : `acquaint-stand-in-${app.pid}-`;
  if (process.platform === 'linux')
    expect(commandLines().filter((line) => line.includes(profile))).toEqual([]);
  if (app.kind === 'stand-in') {
    expect(readdirSync(tmpdir()).filter((name) => name.startsWith(profile))).toEqual([]);
  }
});

test('says why a book cannot be opened and shows the ways out', TAG, async () => {
  const userData = folder();
  const file = join(userData, 'letters.acquaint');
  writeFileSync(file, 'This is not a database, only a letter.\n'.repeat(100));
  const app = await launchElectron({ userData, args: ['--book', file] });
  await expect(app.page.getByRole('heading')).toHaveText('This file is not an Acquaint book');
  await app.evaluate(({ shell }) => {
    const shown: string[] = [];
    Object.assign(globalThis, { shown });
    shell.showItemInFolder = (path) => {
      shown.push(path);
    };
  });
  await app.page.getByRole('link', { name: 'Show the folder' }).click();
  const shown = () => app.evaluate(() => (globalThis as unknown as { shown: string[] }).shown);
  await expect.poll(shown).toEqual([file]);
  await app.page.getByRole('link', { name: 'Try again' }).click();
  await expect(app.page.getByRole('heading')).toHaveText('This file is not an Acquaint book');
  expect(readFileSync(file, 'utf8')).toContain('only a letter');
  rmSync(file);
  await app.page.getByRole('link', { name: 'Try again' }).click();
  await drawn(app.page);
  await quits(app);
});
