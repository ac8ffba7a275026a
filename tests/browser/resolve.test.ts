// The browser npm brings, unpacked by several processes at once as Playwright's workers would.
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { environmentOf, resolveBrowser } from './resolve.ts';
import { packageFolder, unpackChromium } from './unpack.ts';

afterEach(() => vi.unstubAllEnvs());

describe('the browser of the tests', () => {
  it('is the one that is named', async () => {
    vi.stubEnv('TEST_CHROMIUM', process.execPath);
    const { executablePath, source } = await resolveBrowser();
    expect([executablePath, source]).toEqual([process.execPath, 'TEST_CHROMIUM']);
  });

  it('is not guessed when the named one is missing', async () => {
    vi.stubEnv('TEST_CHROMIUM', '/no/such/browser');
    await expect(resolveBrowser()).rejects.toThrow('/no/such/browser');
  });

  it('is there without being named', async () => {
    vi.stubEnv('TEST_CHROMIUM', '');
    const browser = await resolveBrowser();
    expect(existsSync(browser.executablePath)).toBe(true);
    expect(environmentOf(browser)).toMatchObject(browser.env);
  });
});

// The package holds a browser for Linux on x64 only; elsewhere the resolver does not ask for it.
describe.runIf(process.platform === 'linux' && process.arch === 'x64')('npm’s browser', () => {
  it('is unpacked once, however many ask at the same time, and leaves nothing half done', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'acquaint-chromium-'));
    try {
      const packed = packageFolder();
      if (packed === undefined) throw new Error('npm ci has not brought @sparticuz/chromium');
      const home = path.join(folder, 'chromium');
      const [one, two] = await Promise.all([unpackChromium(home, packed), unpackChromium(home, packed)]);
      expect(one).toEqual(two);
      expect(readdirSync(folder)).toEqual(['chromium']);
      expect(existsSync(one.executablePath)).toBe(true);
      expect(one.env['LD_LIBRARY_PATH']).toContain(path.join(home, 'al2023', 'lib'));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }, 60_000);
});
