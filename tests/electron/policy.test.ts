// The settings that make the desktop safe, read back from where they are set: policy, preferences, preload, source.
import { readFileSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { describe, expect, it } from 'vitest';
import { CONTENT_SECURITY_POLICY } from '#renderer/content-security-policy.ts';
import { PORT_LANES } from '#electron/channels.ts';
import { LANES } from '#api/lane-names.ts';

const PROJECT = resolve(import.meta.dirname, '../..');

/** Content Security Policy Level 3, §2.2.1 "parse a serialized CSP": the first of two same directives counts. */
function parsePolicy(header: string): Map<string, readonly string[]> {
  const directives = new Map<string, readonly string[]>();
  for (const token of header.split(';')) {
    const [name, ...sources] = token.trim().split(/[\t\n\f\r ]+/);
    if (name !== undefined && name !== '' && !directives.has(name.toLowerCase())) {
      directives.set(name.toLowerCase(), sources);
    }
  }
  return directives;
}

describe('the content security policy', () => {
  const policy = parsePolicy(CONTENT_SECURITY_POLICY);

  it('is exactly this once parsed: a misspelt directive or a lost quote would be a policy that does nothing', () => {
    expect(Object.fromEntries(policy)).toEqual({
      'default-src': ["'none'"],
      'script-src': ["'self'"],
      'style-src': ["'self'"],
      'img-src': ["'self'", 'blob:'],
      'font-src': ["'self'"],
      'connect-src': ["'self'"],
      'base-uri': ["'none'"],
      'form-action': ["'none'"],
      'frame-ancestors': ["'none'"],
      'object-src': ["'none'"],
    });
  });

  it('has no word that opens it: no unsafe-*, wildcard, scheme of the web, nonce or report address', () => {
    expect(CONTENT_SECURITY_POLICY).not.toMatch(/unsafe|\*|https?:|wss?:|data:|nonce|strict-dynamic|report/i);
  });

  it('can be sent: one line, no comma (which would make it two policies)', () => {
    expect(CONTENT_SECURITY_POLICY).toMatch(/^[\x20-\x2b\x2d-\x7e]+$/);
  });
});

const sources = (folder: string): { name: string; text: string }[] =>
  readdirSync(join(PROJECT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => ({ name: join(folder, name), text: readFileSync(join(PROJECT, folder, name), 'utf8') }));

describe('the desktop host', () => {
  const host = sources('electron');
  it.each([
    [
      'web security is never touched',
      /webSecurity|allowRunningInsecureContent|allowDisplayingInsecureContent/,
    ],
    ['no experimental or enabled blink features', /experimentalFeatures|enableBlinkFeatures/],
    [
      'Node stays out of pages',
      /nodeIntegration\w*: true|contextIsolation: false|sandbox: false|webviewTag: true/,
    ],
    ['no certificate is waved through', /certificate-error|setCertificateVerifyProc|ignore-certificate/],
    ['the policy is not bypassed', /bypassCSP|corsEnabled|registerFileProtocol|loadFile\(/],
    [
      'no updater, no crash upload, no remote',
      /autoUpdater|crashReporter|electron-updater|@electron\/remote/,
    ],
    ['no synchronous or answering IPC', /sendSync|ipcMain\.handle|ipcRenderer\.invoke|executeJavaScript/],
    ['no request of its own', /\bfetch\(|node:https?|net\.request|net\.fetch/],
    ['nothing runs other programs', /child_process|openPath\(|eval\(|new Function/],
  ])('%s', (_what, pattern) => {
    expect(host.filter(({ text }) => pattern.test(text)).map(({ name }) => name)).toEqual([]);
  });

  it('says the preferences that matter out loud', () => {
    const text = readFileSync(join(PROJECT, 'electron/window.ts'), 'utf8');
    for (const setting of [
      'sandbox: true',
      'contextIsolation: true',
      'nodeIntegration: false',
      'nodeIntegrationInSubFrames: false',
      'nodeIntegrationInWorker: false',
      'webviewTag: false',
      'spellcheck: false',
      "disableBlinkFeatures: 'Auxclick'",
    ]) {
      expect(text).toContain(setting);
    }
  });

  it('opens links in one place only, behind the check', () => {
    expect(host.filter(({ text }) => text.includes('openExternal(')).map(({ name }) => name)).toEqual([
      join('electron', 'main.ts'),
    ]);
  });

  it('asks to be sandboxed and registers the scheme before anything else it does', () => {
    const lines = readFileSync(join(PROJECT, 'electron/main.ts'), 'utf8')
      .split('\n')
      .filter((line) => /^(?!import|\/\/|\s|\}|$)/.test(line));
    expect(lines.slice(0, 3)).toEqual([
      'app.enableSandbox();',
      'registerScheme(protocol);',
      'switchOffNetworking(app);',
    ]);
  });

  it('knows the lanes of the contract, in their order', () => {
    expect([...PORT_LANES]).toEqual([...LANES]);
  });

  it('has a preload that is one CommonJS file and needs nothing but electron', async () => {
    const built = await build({
      configFile: join(PROJECT, 'vite.config.ts'),
      configLoader: 'native',
      logLevel: 'silent',
      root: PROJECT,
      build: {
        write: false,
        ssr: true,
        rolldownOptions: {
          input: join(PROJECT, 'electron/preload.ts'),
          external: ['electron'],
          output: { format: 'cjs' },
        },
      },
    });
    const outputs = (Array.isArray(built) ? built : [built]).flatMap((result) =>
      'output' in result ? result.output : [],
    );
    const chunks = outputs.filter((output) => output.type === 'chunk');
    expect(chunks).toHaveLength(1);
    const code = chunks[0]?.code ?? '';
    expect([...code.matchAll(/require\(\s*["'`]([^"'`]*)/g)].map(([, name]) => name)).toEqual(['electron']);
    expect(code).not.toMatch(/^\s*import\b|\bimport\(/m);
    expect(code.match(/exposeInMainWorld/g)).toHaveLength(1);
  });
});
