// What the packed program of a stand-in distribution runs: unpacks resources/app.asar (and what lies unpacked beside it)
// into a temporary folder, starts its main program on the stand-in, and sweeps up.
import { fork } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { extractAll } from '@electron/asar';
import { resolveBrowser } from '../browser/resolve.ts';

const [folder = '', ...words] = process.argv.slice(2);
const app = mkdtempSync(join(tmpdir(), 'acquaint-packed-'));
extractAll(join(folder, 'resources/app.asar'), app);
const about: { main: string } = JSON.parse(readFileSync(join(app, 'package.json'), 'utf8'));
const { executablePath, env } = await resolveBrowser();
const child = fork(join(app, about.main), words, {
  execArgv: ['--import', join(import.meta.dirname, 'register.ts')],
  env: {
    ...process.env,
    STAND_IN_APP: app,
    STAND_IN_CHROMIUM: executablePath,
    STAND_IN_CHROMIUM_ENV: JSON.stringify(env),
  },
});
child.on('message', ({ kind, endpoint }: { kind: string; endpoint: string }) => {
  if (kind === 'ready') console.log(`ready ${endpoint}`);
});
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => child.kill(signal));
child.once('exit', (code) => {
  rmSync(app, { recursive: true, force: true });
  process.exit(code ?? 1);
});
