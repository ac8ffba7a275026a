// The parts of the desktop host that decide or remember: arguments, places, window, menu, trouble, log, life.
import { EventEmitter } from 'node:events';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import type { ContractRouterClient } from '@orpc/contract';
import type { App, MenuItemConstructorOptions, MessagePortMain } from 'electron';
import { afterAll, describe, expect, it } from 'vitest';
import type { hostContract } from '#api/contract.ts';
import { errors } from '#api/errors.ts';
import type { BookTrouble } from '#api/errors.ts';
import type { Book } from '#db/client.ts';
import { readArguments } from '#electron/arguments.ts';
import { keepBook } from '#electron/book-keeper.ts';
import { pipe } from '#electron/door.ts';
import { cardFiles } from '#electron/drag-out.ts';
import type { PagePort } from '#electron/door.ts';
import { hostLane } from '#electron/host-handlers.ts';
import { closeBeforeQuit, parseSecondStart } from '#electron/lifecycle.ts';
import { openLog } from '#electron/logging.ts';
import { COMMAND_IDS, menuTemplate } from '#electron/menu.ts';
import { LARGEST_FILE, openedFiles, readOpenedFile } from '#electron/opened-files.ts';
import { placesFor } from '#electron/places.ts';
import { troubleDocument, wayOutOf } from '#electron/trouble.ts';
import { openingBounds, parseWindowPlace } from '#electron/window-bounds.ts';

const work = mkdtempSync(join(tmpdir(), 'acquaint-parts-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

const quiet = { write: () => undefined, fault: () => undefined };

describe('the command line', () => {
  it.each([
    [[], { book: undefined, demo: false, removesLock: false, files: [] }],
    [['.', '--demo'], { book: undefined, demo: true, removesLock: false, files: [] }],
    [
      ['--book', 'a.acquaint'],
      { book: resolve('/here/a.acquaint'), demo: false, removesLock: false, files: [] },
    ],
    [['--book=/there/b'], { book: resolve('/there/b'), demo: false, removesLock: false, files: [] }],
    [['--remove-lock'], { book: undefined, demo: false, removesLock: true, files: [] }],
    [['--book'], { book: undefined, demo: false, removesLock: false, files: [] }],
    [['--book='], { book: undefined, demo: false, removesLock: false, files: [] }],
    [
      ['--no-sandbox', '--user-data-dir=/x.vcf', 'Ada.VCF', '/y/mail.eml', 'notes.txt', 'Export.zip'],
      {
        book: undefined,
        demo: false,
        removesLock: false,
        files: [resolve('/here/Ada.VCF'), resolve('/y/mail.eml'), resolve('/here/Export.zip')],
      },
    ],
  ])('%j', (words, asked) => {
    expect(readArguments(words, '/here')).toEqual(asked);
  });
});

describe('the places of a book', () => {
  it('are one folder per book, and a book elsewhere leaves no name in it', () => {
    const home = resolve('/home/ada/Acquaint');
    const own = placesFor({ book: undefined, demo: false }, home);
    const demo = placesFor({ book: undefined, demo: true }, home);
    const other = placesFor({ book: '/secret/People.acquaint', demo: false }, home);
    expect(own).toEqual({ userData: home, book: join(home, 'book', 'book.acquaint') });
    expect(new Set([own, demo, other].map(({ userData }) => userData)).size).toBe(3);
    expect(other.userData).not.toMatch(/secret|People/);
    expect(placesFor({ book: '/secret/People.acquaint', demo: false }, home)).toEqual(other);
  });
});

describe('the window', () => {
  const screens = [{ x: 0, y: 0, width: 1920, height: 1040 }];
  it.each([
    ['where it was', { x: 100, y: 50, width: 900, height: 700 }, { x: 100, y: 50, width: 900, height: 700 }],
    [
      'partly off the left edge, still to be dragged',
      { x: -800, y: 10, width: 900, height: 700 },
      { x: -800, y: 10, width: 900, height: 700 },
    ],
    [
      'centred when its screen has gone',
      { x: 2500, y: 50, width: 900, height: 700 },
      { width: 900, height: 700 },
    ],
    [
      'centred when its title bar is above the screen',
      { x: 10, y: -300, width: 900, height: 700 },
      { width: 900, height: 700 },
    ],
    [
      'never too small to use',
      { x: 10, y: 10, width: 20, height: 20 },
      { x: 10, y: 10, width: 480, height: 400 },
    ],
  ])('opens %s', (_how, bounds, opened) => {
    const place = parseWindowPlace(JSON.stringify({ bounds, maximized: false }));
    expect(openingBounds(place, screens)).toEqual(opened);
  });

  it.each([
    '',
    '{',
    'null',
    '[]',
    '{"bounds":null}',
    '{"bounds":{"x":1,"y":2,"width":"3","height":4}}',
    '{"bounds":{"x":1e999}}',
  ])('opens as usual when what was remembered is %j', (text) => {
    expect(parseWindowPlace(text)).toBeUndefined();
    expect(openingBounds(parseWindowPlace(text), screens)).toEqual({ width: 1280, height: 840 });
  });
});

describe('the menu', () => {
  const flat = (items: readonly MenuItemConstructorOptions[]): MenuItemConstructorOptions[] =>
    items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flat(item.submenu) : [])]);

  it.each(['darwin', 'win32', 'linux'])(
    'has every action once on %s and tells the page its id',
    (platform) => {
      const told: string[] = [];
      const items = flat(menuTemplate({ platform, appName: 'Acquaint', tell: (id) => told.push(id) }));
      const commands = items.filter((item) => item.id !== undefined);
      for (const { click } of commands) (click as () => void)(); // ours take no arguments
      expect(told.toSorted()).toEqual([...COMMAND_IDS].toSorted());
      const keys = items.flatMap(({ accelerator }) => accelerator ?? []);
      expect(new Set(keys).size).toBe(keys.length);
    },
  );

  it('has no way to developer tools or a forced reload', () => {
    const roles = flat(menuTemplate({ platform: 'linux', appName: 'Acquaint', tell: () => undefined })).map(
      ({ role }) => role,
    );
    expect(roles).not.toEqual(expect.arrayContaining(['toggleDevTools']));
    expect(roles).not.toEqual(expect.arrayContaining(['forceReload']));
    expect(roles).toEqual(
      expect.arrayContaining(['quit', 'about', 'togglefullscreen', 'zoomIn', 'zoomOut', 'resetZoom']),
    );
  });
});

describe('a book in trouble', () => {
  const troubles: readonly BookTrouble[] = errors.BOOK_UNAVAILABLE.data.shape.why.options;
  it.each(troubles)('%s: says so in words, with every way out and nothing the policy forbids', (why) => {
    const { body = '' } = troubleDocument('/trouble', why) ?? {};
    expect(body).toMatch(/<h1>[A-Z][^<]{10,}<\/h1><p>[A-Z][^<]{40,}<\/p>/);
    expect(body).not.toMatch(/<script|style=|<style|https?:/);
    const ways = [...body.matchAll(/href="(\/trouble\/[^"]+)"/g)].map(([, path]) =>
      wayOutOf(`app://book${path}`),
    );
    expect(ways).toEqual(['try-again', 'show-folder', 'quit']);
  });

  it('has no page while there is no trouble, and no way out elsewhere', () => {
    expect(troubleDocument('/trouble', undefined)).toBeUndefined();
    expect(troubleDocument('/index.html', 'locked')).toBeUndefined();
    expect(wayOutOf('https://example.org/trouble/quit')).toBeUndefined();
    expect(wayOutOf('app://book/trouble/constructor')).toBeUndefined();
  });

  it('is told once, and opens when it is tried again', async () => {
    const told: BookTrouble[] = [];
    let isThere = false;
    let exit: (why: BookTrouble) => void = () => undefined;
    const book: Pick<Book, 'onExit' | 'close'> = {
      onExit: (listener) => {
        exit = listener;
      },
      close: async () => undefined,
    };
    const keeper = keepBook({
      open: async () => {
        if (!isThere) throw new TypeError('locked');
        return book as Book; // the keeper uses these two members only
      },
      whyOf: (error) => (error instanceof TypeError ? 'locked' : undefined),
      inTrouble: (why) => told.push(why),
      log: quiet,
    });
    await expect(keeper.book()).rejects.toThrow('locked');
    expect([told, keeper.trouble()]).toEqual([['locked'], 'locked']);
    expect(await keeper.reopen()).toBe(false);
    isThere = true;
    expect(await keeper.reopen()).toBe(true);
    expect(keeper.trouble()).toBeUndefined();
    exit('gone');
    exit('gone');
    expect(told).toEqual(['locked', 'locked', 'gone']);
  });
});

describe('the log', () => {
  it('keeps faults without their words, is for its owner only, and never grows without end', () => {
    const file = join(work, 'logs', 'a.log');
    const log = openLog(file, () => new Date(0));
    log.write('started', { version: '1.0.0' });
    const fault = Object.assign(new Error('Ada Lovelace <ada@example.org>\n  at home'), {
      code: 'SQLITE_BUSY',
    });
    log.fault(fault);
    const text = readFileSync(file, 'utf8');
    expect(text).toMatch(/^1970-01-01T00:00:00\.000Z started version=1\.0\.0\n/);
    expect(text).toMatch(/ fault place="Error SQLITE_BUSY at parts\.test\.ts:\d+/);
    expect(text).not.toMatch(/Ada|example\.org|\/home|\/tests/);
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o077).toBe(0);
    truncateSync(file, 2 * 1024 * 1024);
    log.write('stopped');
    expect(statSync(file).size).toBeLessThan(200);
    expect(statSync(`${file}.old`).size).toBe(2 * 1024 * 1024);
  });
});

describe('files opened with Acquaint', () => {
  it('are read when they are of a kind it imports, and small enough', async () => {
    const card = join(work, 'a.vcf');
    writeFileSync(card, 'BEGIN:VCARD');
    const large = join(work, 'b.zip');
    writeFileSync(large, '');
    truncateSync(large, LARGEST_FILE + 1);
    const secret = join(work, 'secret.txt');
    writeFileSync(secret, 'x');
    const read = await readOpenedFile(card, quiet);
    expect([read?.name, new TextDecoder().decode(read?.bytes)]).toEqual(['a.vcf', 'BEGIN:VCARD']);
    for (const refused of [large, secret, join(work, 'missing.vcf'), work]) {
      expect(await readOpenedFile(refused, quiet)).toBeUndefined();
    }
  });

  it('wait until a page listens, and the owner hears of those that could not be read', async () => {
    const card = join(work, 'c.vcf');
    writeFileSync(card, 'BEGIN:VCARD');
    const failed = Promise.withResolvers<number>();
    const files = openedFiles(quiet, failed.resolve);
    files.add([card, join(work, 'missing.eml')]);
    expect(await failed.promise).toBe(1);
    const sent: string[] = [];
    files.deliverTo((opened) => sent.push(...opened.map(({ name }) => name)));
    files.deliverTo((opened) => sent.push(...opened.map(({ name }) => `again ${name}`)));
    expect(sent).toEqual(['c.vcf']);
  });

  it.each([
    [undefined, []],
    [null, []],
    ['/etc/passwd', []],
    [{ files: '/a.vcf' }, []],
    [{ files: ['/a.vcf', 1, null, '/etc/passwd', { vcf: 1 }] }, ['/a.vcf']],
  ])('come from a second start only as paths of importable files: %j', (data, files) => {
    expect(parseSecondStart(data)).toEqual({ files });
  });
});

describe('quitting', () => {
  it('waits for the book to be closed, once, and then really quits', async () => {
    const said: string[] = [];
    const quitAgain = Promise.withResolvers<void>();
    const app = Object.assign(new EventEmitter(), {
      quit: () => {
        said.push('quit');
        quitAgain.resolve();
      },
    });
    // closeBeforeQuit listens and quits, no more.
    closeBeforeQuit(app as unknown as App, async () => {
      said.push('close');
      throw new Error('even when closing fails');
    });
    const willQuit = () => app.emit('will-quit', { preventDefault: () => said.push('wait') });
    willQuit();
    willQuit();
    await quitAgain.promise;
    willQuit();
    expect(said).toEqual(['wait', 'close', 'wait', 'quit']);
  });
});

/** A node port as main sees a page's port: Electron wraps what arrives in an event. */
function asPagePort(port: InstanceType<typeof MessageChannel>['port1']): MessagePortMain {
  const page = new EventEmitter();
  port.on('message', (data: unknown) => page.emit('message', { data, ports: [] }));
  port.on('close', () => page.emit('close'));
  return Object.assign(page, {
    postMessage: (data: unknown) => port.postMessage(data),
    start: () => port.start(),
    close: () => port.close(),
  });
}

describe('a piped port', () => {
  const piped = () => {
    const page = new MessageChannel();
    const book = new MessageChannel();
    const pagePort: PagePort = asPagePort(page.port1);
    pipe(pagePort, book.port1);
    return { page: page.port2, book: book.port2 };
  };
  const next = (port: { once: (event: 'message', listener: (data: unknown) => void) => unknown }) =>
    new Promise<unknown>((heard) => {
      port.once('message', heard);
    });
  const closed = (port: { once: (event: 'close', listener: () => void) => unknown }) =>
    new Promise<void>((heard) => {
      port.once('close', heard);
    });

  it('carries text and bytes both ways, unread', async () => {
    const { page, book } = piped();
    page.postMessage('{"__proto__":1}');
    expect(await next(book)).toBe('{"__proto__":1}');
    book.postMessage(new Uint8Array([1, 2]));
    expect(await next(page)).toEqual(new Uint8Array([1, 2]));
    page.close();
    await closed(book);
  });

  it('ends for the page when the book ends', async () => {
    const { page, book } = piped();
    const ended = closed(page);
    page.start();
    book.close();
    await ended;
  });

  it('is cut when something arrives that is no frame', async () => {
    const { page, book } = piped();
    book.start();
    const ended = closed(book);
    page.postMessage({ not: 'a frame' });
    await ended;
  });
});

describe('cards dragged out', () => {
  const folder = join(work, 'dragged');
  const cards = 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Ada\r\nEND:VCARD\r\n';

  it('are a file of their own that only the owner reads, and gone when the program ends', () => {
    const files = cardFiles(folder);
    const [first, second] = [0, 1].map(() => files.write({ fileName: 'Ada Okafor', text: cards }) ?? '');
    expect([first, second].map((file) => basename(file ?? ''))).toEqual(['Ada Okafor.vcf', 'Ada Okafor.vcf']);
    expect(first).not.toBe(second);
    expect(readFileSync(first!, 'utf8')).toBe(cards);
    if (process.platform !== 'win32') {
      expect(statSync(first!).mode & 0o777).toBe(0o600);
      expect(statSync(dirname(first!)).mode & 0o077).toBe(0);
    }
    files.clear();
    expect(existsSync(folder)).toBe(false);
  });

  it('stay in their folder whatever a page that was taken over calls them', () => {
    const files = cardFiles(folder);
    for (const fileName of [
      '../../x',
      '/etc/cron.d/x',
      'C:\\Windows\\x.vcf',
      'a\u0000b',
      'x.exe',
      '.',
      'ev\u202elfcv.exe',
    ]) {
      const file = files.write({ fileName, text: cards });
      expect(resolve(file ?? folder).startsWith(folder)).toBe(true);
      expect(extname(file ?? 'none.vcf')).toBe('.vcf');
      expect(basename(file ?? 'x')).not.toMatch(/[/\\:\p{Cc}\p{Cf}]/u);
    }
    for (const text of ['', '#!/bin/sh', ' BEGIN:VCARD', 'MZ'])
      expect(files.write({ fileName: 'a.vcf', text })).toBeUndefined();
    files.clear();
  });

  it('do not pile up, and a crash leaves nothing behind for long', () => {
    const crashed = cardFiles(folder).write({ fileName: 'Left', text: cards });
    const files = cardFiles(folder);
    for (let at = 0; at < 25; at += 1) files.write({ fileName: `Ada ${at}`, text: cards });
    expect(readdirSync(folder)).toHaveLength(20);
    expect(crashed !== undefined && existsSync(crashed)).toBe(false);
    files.clear();
  });
});

describe('the host lane', () => {
  const served = () => {
    const { port1, port2 } = new MessageChannel();
    const asked: string[] = [];
    hostLane({
      version: '1.2.3',
      platform: 'linux',
      openLink: async (href) => {
        asked.push(href);
        return true;
      },
      dragOut: ({ fileName }) => fileName === 'Ada.vcf',
      printPdf: async (title) => {
        asked.push(`print ${title}`);
        return 'saved';
      },
      refusedRequests: () => 7,
    })(asPagePort(port1));
    const client: ContractRouterClient<typeof hostContract> = createORPCClient(new RPCLink({ port: port2 }));
    port2.start();
    return { client, asked, end: () => port2.close() };
  };

  it('answers what it is for', async () => {
    const { client, asked, end } = served();
    expect(await client.host.info()).toEqual({ kind: 'electron', version: '1.2.3', platform: 'linux' });
    expect(await client.host.refusedRequests()).toEqual({ count: 7 });
    expect(await client.host.openLink({ href: 'https://example.org/' })).toEqual({ opened: true });
    await expect(client.host.openLink({ href: 'x'.repeat(2001) })).rejects.toThrow();
    expect(await client.host.dragOut({ fileName: 'Ada.vcf', text: 'BEGIN:VCARD' })).toEqual({
      dragged: true,
    });
    expect(await client.host.printPdf({ title: 'Map Fair' })).toEqual({ outcome: 'saved' });
    await expect(client.host.printPdf({ title: 'x'.repeat(301) })).rejects.toThrow();
    expect(asked).toEqual(['https://example.org/', 'print Map Fair']);
    end();
  });

  it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'readFile', ''])(
    'knows no procedure %j',
    async (name) => {
      const { port1, port2 } = new MessageChannel();
      const abilities = {
        version: '',
        platform: '',
        openLink: async () => true,
        dragOut: () => false,
        printPdf: async () => 'cancelled' as const,
        refusedRequests: () => 0,
      };
      hostLane(abilities)(asPagePort(port1));
      port2.postMessage(JSON.stringify({ i: '1', p: { u: `/host/${name}`, b: {} } }));
      const answer = await new Promise<unknown>((heard) => {
        port2.once('message', heard);
      });
      expect(JSON.parse(String(answer))).toMatchObject({ i: '1', p: { s: 404 } });
      port2.close();
    },
  );
});
