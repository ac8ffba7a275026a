// npm start: what it is asked, what it builds, what it opens. The launch as a whole is tested in tests/loopback.
import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { electronBinary } from '#scripts/launch/electron-binary.ts';
import { isStale, STAMP } from '#scripts/launch/freshness.ts';
import { openingCommand } from '#scripts/launch/open-page.ts';
import { hasDisplay, hostWords, readOptions } from '#scripts/launch/options.ts';

let project: string;

beforeEach(() => {
  project = mkdtempSync(path.join(tmpdir(), 'acquaint-launch-'));
});
afterEach(() => rmSync(project, { recursive: true, force: true }));

const write = (file: string, content = '', seconds = 1_000_000) => {
  const full = path.join(project, file);
  mkdirSync(path.dirname(full), { recursive: true });
  writeFileSync(full, content);
  utimesSync(full, seconds, seconds);
};

describe('the options', () => {
  it.each([
    [[], { demo: false, browser: false, open: true, removesLock: false }, []],
    [['--demo'], { demo: true, browser: false, open: true, removesLock: false }, ['--demo']],
    [['--remove-lock'], { demo: false, browser: false, open: true, removesLock: true }, ['--remove-lock']],
    [['--browser'], { demo: false, browser: true, open: true, removesLock: false }, []],
    [['--no-open'], { demo: false, browser: true, open: false, removesLock: false }, []],
    [
      ['--book', 'mine.acquaint'],
      {
        demo: false,
        browser: false,
        open: true,
        removesLock: false,
        book: path.resolve('/home/zoe', 'mine.acquaint'),
      },
      ['--book', path.resolve('/home/zoe', 'mine.acquaint')],
    ],
  ])('%j are understood and passed on', (words, options, passedOn) => {
    const read = readOptions(words, '/home/zoe');
    expect(read).toEqual(options);
    expect(read === 'help' ? undefined : hostWords(read)).toEqual(passedOn);
  });

  it.each([['--help'], ['-h']])('%s asks for help', (word) => {
    expect(readOptions([word], '/')).toBe('help');
  });

  it.each([[['--demo', '--book', 'x']], [['--book']], [['--book', '']], [['--demos']], [['x.db']]])(
    '%j are refused with a sentence',
    (words) => {
      expect(() => readOptions(words, '/')).toThrow(/\w+ \w+/);
    },
  );
});

describe('a display', () => {
  it.each([
    ['linux', {}, false],
    ['linux', { DISPLAY: '' }, false],
    ['linux', { DISPLAY: ':0' }, true],
    ['linux', { WAYLAND_DISPLAY: 'wayland-0' }, true],
    ['freebsd', {}, false],
    ['darwin', {}, true],
    ['win32', {}, true],
  ] as const)('on %s with %j: %s', (platform, env, answer) => {
    expect(hasDisplay(platform, env)).toBe(answer);
  });
});

describe('what is built', () => {
  it('is stale when there is none, when a source is newer or has gone, and fresh otherwise', () => {
    write('core/a.ts');
    write('core/b.ts');
    write('package.json');
    utimesSync(path.join(project, 'core'), 1_000_000, 1_000_000);
    expect(isStale(project)).toBe(true);
    write(STAMP, '', 1_000_001);
    expect(isStale(project)).toBe(false);
    write('README.md', 'not a source', 2_000_000);
    expect(isStale(project)).toBe(false);
    rmSync(path.join(project, 'core', 'b.ts'));
    expect(isStale(project)).toBe(true);
    utimesSync(path.join(project, 'core'), 1_000_000, 1_000_000);
    expect(isStale(project)).toBe(false);
    write('core/a.ts', 'changed', 1_000_002);
    expect(isStale(project)).toBe(true);
  });
});

describe('Electron’s program', () => {
  it('is there when its path is written down and the file exists', () => {
    expect(electronBinary(project)).toBeUndefined();
    write('node_modules/electron/path.txt', 'electron');
    expect(electronBinary(project)).toBeUndefined();
    write('node_modules/electron/dist/electron');
    expect(electronBinary(project)).toBe(path.join(project, 'node_modules', 'electron', 'dist', 'electron'));
  });
});

describe('the page', () => {
  const url = 'http://127.0.0.1:1/#token=x';
  const only = (file: string) => (asked: string) => asked === file;
  const nothing = () => false;

  it.each([
    ['linux', '/usr/bin/chromium', { PATH: '/bin:/usr/bin' }],
    ['linux', '/bin/google-chrome', { PATH: '/bin:/usr/bin' }],
    ['darwin', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge', {}],
    ['win32', 'C:\\Programs\\Microsoft\\Edge\\Application\\msedge.exe', { PROGRAMFILES: 'C:\\Programs' }],
  ] as const)('opens on %s in a window of %s', (platform, file, env) => {
    expect(openingCommand(url, { platform, env, isRoot: false }, only(file))).toEqual([file, `--app=${url}`]);
  });

  it.each([
    ['linux', ['xdg-open', url]],
    ['darwin', ['open', url]],
    ['win32', ['rundll32', 'url.dll,FileProtocolHandler', url]],
  ] as const)(
    'opens on %s in the owner’s browser when there is neither Chrome nor Edge',
    (platform, command) => {
      expect(openingCommand(url, { platform, env: {}, isRoot: false }, nothing)).toEqual(command);
    },
  );

  it('gives up the browser’s sandbox as root only, where it would not start with it', () => {
    const desktop = { platform: 'linux', env: { PATH: '/usr/bin' } } as const;
    const command = openingCommand(url, { ...desktop, isRoot: true }, only('/usr/bin/chromium'));
    expect(command).toEqual(['/usr/bin/chromium', `--app=${url}`, '--no-sandbox']);
  });
});
