// The borders of ARCHITECTURE.md hold: each is breached in a small copy of the tree, and the breach must be seen, by the
// compiler where an environment is concerned and by dependency-cruiser where a direction is.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PROJECT = path.resolve(import.meta.dirname, '..', '..');
let copy: string;

/** A tree with the project's own configuration and one small file per place the rules speak of. */
const FILES = {
  'core/a.ts': 'export const a = 1;\n',
  'api/b.ts': "import { a } from '#core/a.ts';\nexport const b = a;\n",
  'db/client.ts': "import { b } from '#api/b.ts';\nexport const client = b;\n",
  'db/inner.ts': 'export const inner = 1;\n',
  'electron/window.ts': "import { client } from '#db/client.ts';\nexport const opened = client;\n",
  'loopback/server.ts': "import { client } from '#db/client.ts';\nexport const served = client;\n",
  'renderer/content-security-policy.ts': 'export const policy = 1;\n',
  'renderer/ui/button.ts': 'export const button = 1;\n',
  'renderer/features/contacts/list.ts':
    "import { button } from '#renderer/ui/button.ts';\nexport const list = button;\n",
  'renderer/features/events/list.ts': "import { b } from '#api/b.ts';\nexport const list = b;\n",
} as const;
type FileName = keyof typeof FILES;

const plain = () => {
  for (const [file, content] of Object.entries(FILES)) {
    mkdirSync(path.dirname(path.join(copy, file)), { recursive: true });
    writeFileSync(path.join(copy, file), content);
  }
};

/** Plants a line at the end of one of the files; `plain` takes it out again. */
const plant = (file: FileName, line: string) =>
  writeFileSync(path.join(copy, file), `${FILES[file]}${line}\n`);

/** The names of the rules that dependency-cruiser sees broken. */
function brokenRules(): string[] {
  const cli = path.join(PROJECT, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs');
  const words = [
    '--config',
    '.dependency-cruiser.mjs',
    '--output-type',
    'json',
    'core',
    'api',
    'db',
    'electron',
  ];
  const { stdout, stderr } = spawnSync(process.execPath, [cli, ...words, 'loopback', 'renderer'], {
    cwd: copy,
    encoding: 'utf8',
  });
  if (!stdout.startsWith('{')) throw new Error(stdout + stderr);
  const { summary } = JSON.parse(stdout) as { summary: { violations: { rule: { name: string } }[] } }; // its documented format
  return [...new Set(summary.violations.map(({ rule }) => rule.name))].toSorted();
}

/** What the compiler says about core/ of the copy. */
function compilerOnCore(): string {
  const tsc = path.join(PROJECT, 'node_modules', 'typescript', 'bin', 'tsc');
  const { stdout } = spawnSync(process.execPath, [tsc, '--noEmit', '-p', 'core'], {
    cwd: copy,
    encoding: 'utf8',
  });
  return stdout;
}

beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'acquaint-borders-'));
  for (const file of ['.dependency-cruiser.mjs', 'tsconfig.base.json', 'package.json'])
    cpSync(path.join(PROJECT, file), path.join(copy, file));
  mkdirSync(path.join(copy, 'core'));
  cpSync(path.join(PROJECT, 'core', 'std.d.ts'), path.join(copy, 'core', 'std.d.ts'));
  const settings = readFileSync(path.join(PROJECT, 'core', 'tsconfig.json'), 'utf8');
  writeFileSync(path.join(copy, 'core', 'tsconfig.json'), settings.replaceAll('../node_modules/', './'));
  symlinkSync(path.join(PROJECT, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

describe('dependency-cruiser', () => {
  it('has nothing to say about the arrows as they should be', () => {
    plain();
    expect(brokenRules()).toEqual([]);
  });

  it.each<[string, FileName, string]>([
    ['core-is-pure', 'core/a.ts', "export { b } from '#api/b.ts';"],
    ['core-is-pure', 'core/a.ts', "export { inner } from '../db/inner.ts';"],
    ['core-and-api-reach-no-system', 'core/a.ts', "import 'node:fs';"],
    ['core-and-api-reach-no-system', 'api/b.ts', "export type { Stats } from 'node:fs';"],
    ['api-knows-only-core', 'api/b.ts', "export { inner } from '#db/inner.ts';"],
    ['page-reaches-no-host', 'renderer/ui/button.ts', "export { client } from '#db/client.ts';"],
    [
      'page-reaches-no-host',
      'renderer/ui/button.ts',
      "export const later = () => import('#electron/window.ts');",
    ],
    ['page-imports-no-system', 'renderer/ui/button.ts', "import 'node:path';"],
    ['book-knows-no-host', 'db/inner.ts', "export { policy } from '#renderer/content-security-policy.ts';"],
    ['hosts-use-the-client-of-the-book', 'electron/window.ts', "export { inner } from '#db/inner.ts';"],
    ['hosts-use-the-client-of-the-book', 'loopback/server.ts', "export { inner } from '#db/inner.ts';"],
    [
      'hosts-take-only-the-policy-of-the-page',
      'loopback/server.ts',
      "export { button } from '#renderer/ui/button.ts';",
    ],
    [
      'nobody-imports-the-desktop-host',
      'loopback/server.ts',
      "export { opened } from '#electron/window.ts';",
    ],
    [
      'nobody-imports-the-browser-host',
      'electron/window.ts',
      "export { served } from '#loopback/server.ts';",
    ],
    [
      'features-are-strangers',
      'renderer/features/contacts/list.ts',
      "export { list as other } from '../events/list.ts';",
    ],
    [
      'widgets-know-no-feature',
      'renderer/ui/button.ts',
      "export { list } from '#renderer/features/events/list.ts';",
    ],
    ['no-cycles', 'core/a.ts', "export { c } from './c.ts';"],
    ['everything-resolves', 'core/a.ts', "export { nothing } from './nothing.ts';"],
  ])('sees %s broken by %s: %s', (rule, file, line) => {
    plain();
    writeFileSync(path.join(copy, 'core', 'c.ts'), "import { a } from './a.ts';\nexport const c = a;\n");
    plant(file, line);
    expect(brokenRules()).toContain(rule);
  });

  it('sees the page reach a host through a third file', () => {
    plain();
    plant('api/b.ts', "export { client } from '#db/client.ts';");
    expect(brokenRules()).toContain('page-reaches-no-host');
  });

  it('lets types point back, and lets a host take the policy of the page', () => {
    plain();
    writeFileSync(path.join(copy, 'core', 'c.ts'), "import { a } from './a.ts';\nexport const c = a;\n");
    plant('core/a.ts', "export type { c } from './c.ts';");
    plant('loopback/server.ts', "export { policy } from '#renderer/content-security-policy.ts';");
    expect(brokenRules()).toEqual([]);
  });
});

describe('the compiler', () => {
  it('has nothing to say about core/ as it should be', () => {
    plain();
    rmSync(path.join(copy, 'core', 'c.ts'), { force: true });
    expect(compilerOnCore()).toBe('');
  });

  it.each([
    ['a Node module', "export { readFileSync } from 'node:fs';"],
    ['a Node global', 'export const here = process.cwd();'],
    ['a global of the page', 'export const where = document.title;'],
    ['the network', "export const answer = fetch('https://example.org');"],
    ['a timer', 'export const timer = setTimeout(() => undefined, 1);'],
  ])('refuses %s in core/', (_, line) => {
    plain();
    plant('core/a.ts', line);
    expect(compilerOnCore()).toMatch(/core\/a\.ts\(2,\d+\): error TS/);
  });
});
