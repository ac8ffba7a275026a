// The pure decisions of the desktop host, as tables: who may speak, where a page may go, what it may ask for.
import { join, resolve } from 'node:path';
import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isConnectMessage } from '#electron/channels.ts';
import { isOurSender, senderOf } from '#electron/door.ts';
import { resolveAsset } from '#electron/security/app-protocol.ts';
import { linksOutside } from '#electron/security/external-links.ts';
import { staysLocal } from '#electron/security/offline.ts';
import { isAllowedPermission } from '#electron/security/permissions.ts';
import { isAllowedNavigation } from '#electron/security/web-contents.ts';

describe('the door lets in', () => {
  const us = { type: 'window', parent: null, origin: 'app://book' };
  it.each([
    ['the top frame of our window', us, true],
    ['no webview', { ...us, type: 'webview' }, false],
    ['no background page', { ...us, type: 'backgroundPage' }, false],
    ['no frame inside the page', { ...us, parent: { origin: 'app://book' } }, false],
    ['no frame that has gone', { ...us, parent: undefined, origin: undefined }, false],
    ['no other host of our scheme', { ...us, origin: 'app://other' }, false],
    ['no origin that starts like ours', { ...us, origin: 'app://book.example.org' }, false],
    ['no web page', { ...us, origin: 'https://book' }, false],
    ['no opaque origin', { ...us, origin: 'null' }, false],
    ['no file', { ...us, origin: 'file://' }, false],
  ])('%s', (_who, sender, isIn) => {
    expect(isOurSender(sender)).toBe(isIn);
  });

  it('no sender whose frame has gone before it was looked at', () => {
    const sender = { getType: () => 'window' } as Parameters<typeof senderOf>[0]['sender']; // all senderOf uses
    expect(isOurSender(senderOf({ sender, senderFrame: null }))).toBe(false);
  });

  it.each([
    [{ acquaint: 'connect', lanes: ['read', 'write', 'jobs', 'host'] }, true],
    [{ acquaint: 'connect', lanes: ['write', 'read', 'jobs', 'host'] }, false],
    [{ acquaint: 'connect', lanes: ['read', 'write', 'jobs'] }, false],
    [{ acquaint: 'connect', lanes: ['read', 'write', 'jobs', 'host', 'host'] }, false],
    [{ acquaint: 'connect', lanes: 'read' }, false],
    [{ acquaint: 'other', lanes: ['read', 'write', 'jobs', 'host'] }, false],
    [Object.create({ acquaint: 'connect', lanes: ['read', 'write', 'jobs', 'host'] }), false],
    ['connect', false],
    [null, false],
  ])('the message %j: %s', (message, isIn) => {
    expect(isConnectMessage(message)).toBe(isIn);
  });
});

describe('a page may go', () => {
  it.each([
    ['app://book/', true],
    ['app://book/#/people/12', true],
    ['app://book/index.html', true],
    ['app://book/trouble', true],
    ['app://book/trouble/quit', false],
    ['app://book/other.html', false],
    ['app://book/?next=https://example.org', false],
    ['app://book.example.org/', false],
    ['app://someone@book/', false],
    ['app://book:80/', false],
    ['app:book', false],
    ['https://example.org/', false],
    ['file:///etc/passwd', false],
    ['about:blank', false],
    ['javascript:alert(1)', false],
    ['data:text/html,hello', false],
    ['blob:app://book/1234', false],
    ['not a url', false],
    ['', false],
  ])('to %s: %s', (url, mayGo) => {
    expect(isAllowedNavigation({ url, isMainFrame: true })).toBe(mayGo);
    expect(isAllowedNavigation({ url, isMainFrame: false })).toBe(false);
  });
});

describe('a page may use', () => {
  const all = [
    'clipboard-read',
    'clipboard-sanitized-write',
    'display-capture',
    'fullscreen',
    'geolocation',
    'idle-detection',
    'media',
    'mediaKeySystem',
    'midi',
    'midiSysex',
    'notifications',
    'pointerLock',
    'keyboardLock',
    'openExternal',
    'speaker-selection',
    'storage-access',
    'top-level-storage-access',
    'window-management',
    'unknown',
    'fileSystem',
    'hid',
    'serial',
    'usb',
    'constructor',
  ];
  it('the clipboard for writing, and of everything Electron knows nothing else', () => {
    expect(all.filter((permission) => isAllowedPermission(permission, 'app://book/'))).toEqual([
      'clipboard-sanitized-write',
    ]);
  });
  it.each(['https://example.org/', 'app://other/', 'file:///', 'null', '', 'app://book.example.org'])(
    'not even that from %j',
    (url) => {
      expect(isAllowedPermission('clipboard-sanitized-write', url)).toBe(false);
    },
  );
});

describe('a request stays here', () => {
  it.each([
    ['app://book/assets/page.js', true],
    ['blob:app://book/0f2c8a52-6a1e-4c44-9b53-0d3c1d8e7f10', true],
    ['blob:app://book/../index.html', false],
    ['blob:app://book', false],
    ['blob:app://book.example.org/0f2c8a52-6a1e-4c44-9b53-0d3c1d8e7f10', false],
    ['blob:app://other/0f2c8a52-6a1e-4c44-9b53-0d3c1d8e7f10', false],
    ['blob:null/0f2c8a52-6a1e-4c44-9b53-0d3c1d8e7f10', false],
    ['app://other/', false],
    ['blob:https://example.org/0f2c8a52-6a1e-4c44-9b53-0d3c1d8e7f10', false],
    ['https://example.org/', false],
    ['http://127.0.0.1:9999/', false],
    ['ws://127.0.0.1/', false],
    ['wss://example.org/', false],
    ['file:///etc/passwd', false],
    ['ftp://example.org/', false],
    ['chrome-extension://abc/x.js', false],
    ['data:text/plain,x', false],
    ['', false],
  ])('%s: %s', (url, stays) => {
    expect(staysLocal(url)).toBe(stays);
  });
});

describe('app://book/ serves', () => {
  const root = resolve('/opt/page');
  const get = (path: string) => resolveAsset({ method: 'GET', url: `app://book${path}` }, root);
  it.each([
    ['/', 'index.html', 'text/html; charset=utf-8'],
    ['/index.html', 'index.html', 'text/html; charset=utf-8'],
    ['/index.html?x=1#y', 'index.html', 'text/html; charset=utf-8'],
    ['/assets/index-a1b2.js', 'assets/index-a1b2.js', 'text/javascript; charset=utf-8'],
    ['/assets/Source%20Sans.woff2', 'assets/Source Sans.woff2', 'font/woff2'],
  ])('%s', (path, file, type) => {
    expect(get(path)).toEqual({ file: join(root, file), type });
  });

  it.each([
    '/..%2f..%2fetc%2fpasswd.html',
    '/%2e%2e%2f%2e%2e%2fsecret.html',
    '/a/..%2f..%2f..%2fsecret.html',
    '/a%00.html',
    '/C:%5cWindows%5cwin.html',
    '/C:/Windows/win.html',
    '/c%3a/x.html',
    '/..%5c..%5csecret.html',
    '//etc/x.html',
    '/a//b.html',
    '/.git/config.json',
    '/.env.json',
    '/a/.hidden/x.js',
    '/%zz.html',
    '/%ff.html',
    '/x.html::$DATA',
    '/assets/',
  ])('no %s', (path) => {
    expect(get(path)).toEqual({ status: 400 });
  });

  it.each([
    '/page.exe',
    '/index',
    '/assets/index.js.map',
    '/book.acquaint',
    '/package',
    '/constructor',
    '/x.__proto__',
  ])('no type it does not know: %s', (path) => {
    expect(get(path)).toEqual({ status: 404 });
  });

  it.each(['POST', 'PUT', 'HEAD', 'OPTIONS', 'DELETE', 'get'])('no %s', (method) => {
    expect(resolveAsset({ method, url: 'app://book/' }, root)).toEqual({ status: 405 });
  });

  it.each([
    'app://other/index.html',
    'app://book.evil/index.html',
    'https://book/index.html',
    'app://u@book/index.html',
    'nonsense',
  ])('nobody but our host: %s', (url) => {
    expect(resolveAsset({ method: 'GET', url }, root)).toEqual({ status: 404 });
  });

  it('nothing above its folder, whatever is asked', () => {
    const piece = constantFrom(
      '..',
      '.',
      '/',
      '\\',
      '%2f',
      '%5c',
      '%2e',
      '%252e',
      '%00',
      'C:',
      'a',
      '.html',
      '.js',
      ' ',
      '%c0%ae',
    );
    assert(
      property(array(piece, { maxLength: 12 }), (pieces) => {
        const answer = get(`/${pieces.join('')}`);
        if ('file' in answer) expect(answer.file.startsWith(join(root, '/'))).toBe(true);
        if ('file' in answer) expect(answer.file.slice(root.length)).not.toMatch(/\.\.[/\\]|[\\:\0]/);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a link outside', () => {
  const outside = (open: boolean, rememberSite = false) => {
    const said: string[] = [];
    const openLink = linksOutside({
      ask: async (href) => {
        said.push(`ask ${href}`);
        return { open, rememberSite };
      },
      open: async (href) => {
        said.push(`open ${href}`);
      },
    });
    return { said, openLink };
  };

  it.each([
    'http://example.org/',
    'file:///etc/passwd',
    'smb://example.org/x',
    'ms-settings:privacy',
    'javascript:alert(1)',
    'vbscript:x',
    'data:text/html,x',
    'app://book/',
    'https://user:word@example.org/',
    '\\\\example.org\\share',
    '',
    `https://example.org/${'a'.repeat(2000)}`,
  ])('is neither shown nor opened: %s', async (href) => {
    const { said, openLink } = outside(true);
    expect(await openLink(href)).toBe(false);
    expect(said).toEqual([]);
  });

  it('is shown before it opens, each time', async () => {
    const { said, openLink } = outside(true);
    expect(await openLink('https://example.org/a')).toBe(true);
    expect(await openLink('https://example.org/b')).toBe(true);
    expect(said).toEqual([
      'ask https://example.org/a',
      'open https://example.org/a',
      'ask https://example.org/b',
      'open https://example.org/b',
    ]);
  });

  it('is shown once a site when the owner wants it so, and other sites still are', async () => {
    const { said, openLink } = outside(true, true);
    await openLink('https://example.org/a');
    await openLink('https://example.org/b');
    await openLink('https://example.com/');
    expect(said.filter((line) => line.startsWith('ask'))).toEqual([
      'ask https://example.org/a',
      'ask https://example.com/',
    ]);
  });

  it('stays closed when the owner says no, even with the site remembered', async () => {
    const { said, openLink } = outside(false, true);
    expect(await openLink('https://example.org/a')).toBe(false);
    expect(await openLink('https://example.org/a')).toBe(false);
    expect(said).toEqual(['ask https://example.org/a', 'ask https://example.org/a']);
  });

  it('to a mail program opens unasked: the draft is shown there and sent by hand', async () => {
    const { said, openLink } = outside(false);
    expect(await openLink('mailto:ada@example.org?subject=Hello')).toBe(true);
    expect(said).toEqual(['open mailto:ada@example.org?subject=Hello']);
  });
});
