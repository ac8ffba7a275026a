// The hosted checks, read as data: what they run is there, and nothing of a third party runs in them.
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const PROJECT = resolve(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(join(PROJECT, name), 'utf8');

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly if?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}
interface Job {
  readonly steps: readonly Step[];
  readonly 'timeout-minutes'?: number;
  readonly strategy?: { readonly matrix: { readonly os: readonly string[] } };
}
interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

// The shape is what the tests below are about.
const FILES = ['.github/workflows/ci.yml', '.github/workflows/fuzz.yml'];
const workflows = FILES.map((file) => parse(read(file)) as Workflow);
const jobs = workflows.flatMap(({ jobs: some }) => Object.entries(some));
const steps = jobs.flatMap(([, job]) => job.steps);
const scripts = Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts); // npm's own format

describe('the hosted checks', () => {
  it('may read the source and no more, and end by themselves', () => {
    for (const { permissions } of workflows) expect(permissions).toEqual({ contents: 'read' });
    for (const [, job] of jobs) expect(job['timeout-minutes']).toBeGreaterThan(0);
    for (const file of FILES) expect(read(file)).not.toMatch(/secrets\.|pull_request_target|write-all/);
  });

  it('use nobody’s actions but the two that fetch the source and Node', () => {
    const used = new Set(
      steps.flatMap(({ uses }) => (uses === undefined ? [] : [uses.replace(/@v\d+$/, '')])),
    );
    expect([...used].toSorted()).toEqual(['actions/checkout', 'actions/setup-node']);
    for (const step of steps) {
      if (step.uses?.startsWith('actions/checkout') === true)
        expect(step.with).toEqual({ 'persist-credentials': false });
      if (step.uses?.startsWith('actions/setup-node') === true)
        expect(step.with).toMatchObject({ 'node-version-file': '.node-version' });
    }
  });

  it('run scripts and files that exist', () => {
    const commands = steps.flatMap(({ run }) => run?.split('\n') ?? []);
    const asked = commands.flatMap((line) => [...line.matchAll(/npm run (\S+)/g)].map(([, name]) => name));
    expect(asked).toEqual(expect.arrayContaining(['check', 'test:electron', 'dist', 'fuzz']));
    expect(asked.filter((name) => !scripts.includes(name ?? ''))).toEqual([]);
    const files = commands.flatMap(
      (line) => /^(?:node )?(\.?[\w./-]+\/[\w.-]+)$/.exec(line.trim())?.[1] ?? [],
    );
    expect(files).toEqual(expect.arrayContaining(['node_modules/electron/install.js', '.ci/run']));
    expect(files.filter((file) => !existsSync(join(PROJECT, file)))).toEqual([]);
  });

  it('try true Electron on all three systems: fetched first, with a display on Linux', () => {
    // npm runs no install scripts here, so Electron's program does not come with it.
    expect(read('.npmrc')).toMatch(/^ignore-scripts ?= ?true$/m);
    const job = workflows[0]?.jobs['electron'];
    expect(job?.strategy?.matrix.os.map((os) => os.replace(/-.*/, ''))).toEqual([
      'ubuntu',
      'macos',
      'windows',
    ]);
    const runs = job?.steps.flatMap(({ run = '' }) => (run === '' ? [] : [run])) ?? [];
    const at = (pattern: RegExp) => runs.findIndex((run) => pattern.test(run));
    expect(at(/^npm ci$/)).toBe(0);
    expect(at(/electron\/install\.js/)).toBe(1);
    const tests = job?.steps.filter(({ run = '' }) => run.includes('test:electron')) ?? [];
    expect(tests.map((step) => [step.if, step.run])).toEqual([
      ["runner.os == 'Linux'", 'xvfb-run --auto-servernum npm run test:electron'],
      ["runner.os != 'Linux'", 'npm run test:electron'],
    ]);
  });
});
