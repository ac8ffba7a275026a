// Browser tests: the same specs in two hosts, the browser host and Electron (its stand-in where its program is missing).
import { defineConfig } from '@playwright/test';
import { environmentOf, resolveBrowser } from './tests/browser/resolve.ts';

/** Which host a project's specs start; the fixtures of tests/e2e read it. */
export interface HostOption {
  readonly host: 'loopback' | 'electron';
}

const browser = await resolveBrowser();
const inCi = (process.env['CI'] ?? '') !== '';

export default defineConfig<HostOption>({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  reporter: [['list']],
  timeout: 30_000,
  workers: 2,
  // A busy machine may lose one; a journey that passes only the second time is named as flaky.
  retries: inCi ? 1 : 0,
  forbidOnly: inCi,
  fullyParallel: true,
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    trace: 'retain-on-failure',
    // Recording needs a program that npm does not bring.
    video: 'off',
    launchOptions: {
      executablePath: browser.executablePath,
      env: environmentOf(browser),
      chromiumSandbox: false,
    },
  },
  projects: [
    { name: 'loopback', use: { host: 'loopback' }, testIgnore: '**/electron/**' },
    { name: 'electron', use: { host: 'electron' }, testIgnore: '**/loopback/**' },
  ],
});
