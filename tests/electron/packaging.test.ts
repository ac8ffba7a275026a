// Packs the app for all three systems with stand-in distributions and looks at what an owner would get.
import { execFile, spawn } from 'node:child_process';
import type { ChildProcessByStdio } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import type { Readable } from 'node:stream';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { extractFile, listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { chromium } from '@playwright/test';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { makeDistribution } from '#scripts/stand-in-distribution/make.ts';
import type { Platform } from '#scripts/stand-in-distribution/make.ts';

const PROJECT = resolve(import.meta.dirname, '../..');
const work = mkdtempSync(join(tmpdir(), 'acquaint-packing-'));
const run = promisify(execFile);

/** The fuses as electron-builder.yml must set them, by Electron's own names. */
const FUSES: Record<keyof typeof FuseV1Options, boolean> = {
  RunAsNode: false,
  EnableCookieEncryption: true,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

/** How the wire says that a fuse is on: the character 1. */
const ENABLED = '1'.codePointAt(0);

interface Packed {
  /** The folder with the program. */
  readonly folder: string;
  readonly resources: string;
  readonly program: string;
  /** The prebuilt addons this system needs. */
  readonly addons: readonly string[];
}

const LAYOUT: Readonly<Record<Platform, Packed>> = {
  linux: {
    folder: 'linux-unpacked',
    resources: 'resources',
    program: 'acquaint',
    addons: ['linux-arm64.node', 'linux-x64.node'],
  },
  win: {
    folder: 'win-unpacked',
    resources: 'resources',
    program: 'Acquaint.exe',
    addons: ['win32-arm64.node', 'win32-x64.node'],
  },
  mac: {
    folder: 'mac/Acquaint.app/Contents',
    resources: 'Resources',
    program: 'MacOS/Acquaint',
    addons: ['darwin-arm64.node', 'darwin-x64.node'],
  },
};

const at = (platform: Platform, ...parts: string[]) =>
  join(work, platform, LAYOUT[platform].folder, ...parts);
const resourcesOf = (platform: Platform) => at(platform, LAYOUT[platform].resources);

async function pack(platform: Platform): Promise<void> {
  const distribution = join(work, `${platform}-distribution`);
  await makeDistribution(platform, distribution);
  await run(
    process.execPath,
    [
      join(PROJECT, 'node_modules/electron-builder/cli.js'),
      `--${platform}`,
      'dir',
      '--x64',
      '--publish',
      'never',
      `-c.electronDist=${distribution}`,
      `-c.directories.output=${join(work, platform)}`,
    ],
    {
      cwd: PROJECT,
      env: { ...process.env, CSC_IDENTITY_AUTO_DISCOVERY: 'false' },
      maxBuffer: 64 * 1024 * 1024,
    },
  );
}

beforeAll(async () => {
  // One after another: electron-builder uses the whole machine by itself.
  for (const platform of ['linux', 'win', 'mac'] as const) await pack(platform);
}, 180_000);

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe.each(['linux', 'win', 'mac'] as const)('packed for %s', (platform) => {
  const listed = () =>
    listPackage(join(resourcesOf(platform), 'app.asar'), { isPack: false })
      .map((name) => name.replaceAll('\\', '/').slice(1))
      // Folders are listed too.
      .filter((name) => /\.[\w]+$/.test(name) || name.endsWith('LICENSE'));

  it('holds the program, the preload, the page and the icon', () => {
    const names = listed();
    expect(names).toEqual(
      expect.arrayContaining([
        'package.json',
        'out/main/main.js',
        'out/preload/preload.cjs',
        'out/renderer/index.html',
        'out/book/worker.mjs',
        'assets/icons/256x256.png',
        'assets/icons/64x64.png',
      ]),
    );
    expect(names.some((name) => /^out\/renderer\/.+\.js$/.test(name))).toBe(true);
  });

  it('holds nothing else: no browser host, tests, sources, maps, books, tools or second Node', () => {
    const surplus = listed().filter(
      (name) =>
        !/^(package\.json|out\/(main|preload|renderer|book)\/|assets\/icons\/(?:256x256|64x64)\.png$|node_modules\/)/.test(
          name,
        ) ||
        /\.(map|ts|tsx|acquaint|db|sqlite3?|vcf|log)$/.test(name) ||
        /loopback|tests?\/|\.git/.test(name),
    );
    expect(surplus).toEqual([]);
    const packages = new Set(
      listed().flatMap((name) => /^node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(name)?.[1] ?? []),
    );
    expect([...packages]).toEqual(['better-sqlite3']);
  });

  it('names its main program and no script or development tool', () => {
    const about: Record<string, unknown> = JSON.parse(
      extractFile(join(resourcesOf(platform), 'app.asar'), 'package.json').toString(),
    );
    expect(about['main']).toBe('out/main/main.js');
    expect(about).not.toHaveProperty('devDependencies');
  });

  it('keeps the threads and the addon of this system, and only of this one, outside the archive', () => {
    const unpacked = join(resourcesOf(platform), 'app.asar.unpacked');
    expect(existsSync(join(unpacked, 'out/book/worker.mjs'))).toBe(true);
    expect(readdirSync(join(unpacked, 'node_modules/better-sqlite3/prebuilds')).toSorted()).toEqual(
      LAYOUT[platform].addons,
    );
  });

  it('brings every migration', () => {
    const source = readdirSync(join(PROJECT, 'db/migrations'), {
      recursive: true,
      encoding: 'utf8',
    }).toSorted();
    const packed = join(resourcesOf(platform), 'app.asar.unpacked/out/book/migrations');
    expect(readdirSync(packed, { recursive: true, encoding: 'utf8' }).toSorted()).toEqual(source);
    expect(source.some((name) => name.endsWith('.sql'))).toBe(true);
  });

  it('has its fuses set, read back from the program', async () => {
    const program = at(platform, LAYOUT[platform].program);
    const wire = await getCurrentFuseWire(platform === 'mac' ? join(work, 'mac/mac/Acquaint.app') : program);
    const read = Object.fromEntries(
      Object.keys(FUSES).map((name) => {
        const fuse = FuseV1Options[name as keyof typeof FuseV1Options]; // the keys of a Record over that type
        return [name, Number(wire[fuse]) === ENABLED];
      }),
    );
    expect(read).toEqual(FUSES);
  });
});

describe('electron-builder.yml', () => {
  interface Configuration {
    readonly electronFuses: Readonly<Record<string, boolean>>;
    readonly publish: unknown;
    readonly npmRebuild: boolean;
    readonly electronDist?: string;
    readonly fileAssociations: readonly { ext: string; role: string }[];
    readonly files: readonly string[];
    readonly linux: { files: readonly string[] };
    readonly mac: { files: readonly string[]; target: unknown };
    readonly win: { files: readonly string[]; target: unknown };
  }
  // The shape is what the tests below are about; electron-builder has its own schema check.
  const configuration = parse(readFileSync(join(PROJECT, 'electron-builder.yml'), 'utf8')) as Configuration;

  it('sets every fuse Electron knows, each to its safe side', () => {
    const known = Object.keys(FuseV1Options).filter((name) => Number.isNaN(Number(name)));
    expect(Object.keys(FUSES).toSorted()).toEqual(known.toSorted());
    const set = Object.entries(configuration.electronFuses).map(([name, value]) => [
      name.charAt(0).toUpperCase() + name.slice(1),
      value,
    ]);
    expect(Object.fromEntries(set)).toEqual(FUSES);
  });

  it('publishes nowhere, rebuilds nothing and names no local distribution', () => {
    expect(configuration.publish).toBeNull();
    expect(configuration.npmRebuild).toBe(false);
    expect(configuration).not.toHaveProperty('electronDist');
  });

  it('starts every list of files with something to include: a list of exclusions alone takes the whole folder', () => {
    for (const { files } of [configuration, configuration.linux, configuration.mac, configuration.win]) {
      expect(files[0]).not.toMatch(/^!/);
    }
  });

  it('opens cards, mails and calendars for looking, never as their owner', () => {
    expect(configuration.fileAssociations.map(({ ext, role }) => `${ext} ${role}`)).toEqual([
      'vcf Viewer',
      'eml Viewer',
      'ics Viewer',
      'ldif Viewer',
      'mbox Viewer',
    ]);
  });

  it('is for Windows and macOS on both processors', () => {
    expect(configuration.win.target).toEqual([{ target: 'nsis', arch: ['x64', 'arm64'] }]);
    expect(configuration.mac.target).toEqual([{ target: 'dmg', arch: ['universal'] }]);
  });
});

describe('what the systems are told', () => {
  it('macOS: its icon, its archive’s checksum and the files it opens', () => {
    const info = readFileSync(at('mac', 'Info.plist'), 'utf8');
    expect(info).toMatch(/<key>CFBundleIconFile<\/key>\s*<string>icon\.icns<\/string>/);
    expect(info).toContain('<key>ElectronAsarIntegrity</key>');
    for (const extension of ['vcf', 'eml', 'ics', 'ldif', 'mbox']) {
      expect(info).toMatch(
        new RegExp(`<key>CFBundleTypeExtensions</key>\\s*<array>\\s*<string>${extension}</string>`),
      );
    }
    expect(statSync(join(resourcesOf('mac'), 'icon.icns')).size).toBe(
      statSync(join(PROJECT, 'assets/icon.icns')).size,
    );
  });

  it('Windows: the icon and the name are in the program', () => {
    const program = readFileSync(at('win', 'Acquaint.exe'));
    const largest = readFileSync(join(PROJECT, 'assets/icons/256x256.png'));
    expect(program.includes(largest)).toBe(true);
    expect(program.includes(Buffer.from('Acquaint', 'utf16le'))).toBe(true);
  });
});

describe('the icons', () => {
  it('are PNGs of the size their name says', () => {
    for (const name of readdirSync(join(PROJECT, 'assets/icons'))) {
      const png = readFileSync(join(PROJECT, 'assets/icons', name));
      expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
      expect(`${png.readUInt32BE(16)}x${png.readUInt32BE(20)}.png`).toBe(name);
    }
  });
});

/** Where the Chromium of a packed app on the stand-in listens: it prints that. */
function endpointOf(child: ChildProcessByStdio<null, Readable, null>): Promise<string> {
  return new Promise((ready, failed) => {
    let said = '';
    child.stdout.on('data', (part: Buffer) => {
      said += part.toString();
      const [, found] = /^ready (\S+)$/m.exec(said) ?? [];
      if (found !== undefined) ready(found);
    });
    child.once('exit', (code) => failed(new Error(`ended with ${code}: ${said}`)));
  });
}

describe.runIf(process.platform === 'linux')('the packed Linux app', () => {
  it('starts, shows the people page of a new book and ends by itself when told to', async () => {
    const userData = join(work, 'home');
    const child = spawn(at('linux', 'acquaint'), [`--user-data-dir=${userData}`], {
      env: { ...process.env, STAND_IN_NODE: process.execPath, NODE_OPTIONS: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const exited = new Promise<number | null>((ended) => {
      child.once('exit', ended);
    });
    try {
      const browser = await chromium.connectOverCDP(await endpointOf(child));
      const page = browser.contexts()[0]!.pages()[0]!;
      await page.waitForURL((url) => url.href !== 'about:blank');
      await page.getByRole('navigation').first().waitFor();
      await page.evaluate(() => {
        window.location.hash = '#/people';
      });
      await expect.poll(() => page.getByRole('heading').count(), { timeout: 10_000 }).toBeGreaterThan(0);
      await expect
        .poll(() => existsSync(join(userData, 'book/book.acquaint')), { timeout: 10_000 })
        .toBe(true);
      expect(await page.getByRole('alert').count()).toBe(0);
      await browser.close();
    } finally {
      child.kill('SIGTERM');
    }
    expect(await exited).toBe(0);
  }, 60_000);
});
