// The project's own lint rules, run by oxlint as the project configures it, on code that breaks them and code that does not.
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const PROJECT = path.resolve(import.meta.dirname, '..', '..');
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'acquaint-lint-'));
  mkdirSync(path.join(folder, 'core'));
  mkdirSync(path.join(folder, 'renderer'));
  const configured = JSON.parse(readFileSync(path.join(PROJECT, '.oxlintrc.json'), 'utf8')) as {
    overrides: { files: string[]; rules: Record<string, unknown> }[]; // our own configuration
  };
  const own = configured.overrides.filter(({ rules }) =>
    Object.keys(rules).some((rule) => rule.startsWith('acquaint/')),
  );
  const plugin = path.join(PROJECT, 'scripts', 'lint-rules', 'plugin.ts');
  writeFileSync(
    path.join(folder, '.oxlintrc.json'),
    JSON.stringify({ jsPlugins: [plugin], categories: { correctness: 'off' }, overrides: own }),
  );
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The rules that oxlint reports for one file with this content. */
function reported(file: string, content: string): string[] {
  writeFileSync(path.join(folder, file), content);
  const cli = path.join(PROJECT, 'node_modules', 'oxlint', 'bin', 'oxlint');
  const { stdout, stderr } = spawnSync(process.execPath, [cli, '--format', 'json', file], {
    cwd: folder,
    encoding: 'utf8',
  });
  if (!stdout.startsWith('{')) throw new Error(stdout + stderr);
  const { diagnostics } = JSON.parse(stdout) as { diagnostics: { code: string }[] }; // oxlint's documented format
  return diagnostics.map(({ code }) => code);
}

describe('no-clock-or-dice', () => {
  it.each([
    'export const a = Date.now();',
    'export const a = new Date();',
    'export const a = Date();',
    'export const a = Math.random();',
    "export const a = Math['random']();",
    'export const a = globalThis.Date.now();',
    'export const a = new globalThis.Date();',
    'export const a = crypto.randomUUID();',
    'export const a = performance.now();',
    'export const roll = Math.random;',
  ])('finds %s in core/', (code) => {
    expect(reported('core/a.ts', code)).toEqual(['acquaint(no-clock-or-dice)']);
  });

  it.each([
    'export const a = (now: string) => now;',
    "export const a = new Date('2024-01-01');",
    'export const a = Date.UTC(2024, 0, 1);',
    'export const a = Math.max(1, 2);',
    'export const a = (random: () => number) => random();',
    'export const a = (clock: { now(): string }) => clock.now();',
  ])('lets %s pass', (code) => {
    expect(reported('core/a.ts', code)).toEqual([]);
  });

  it('is for core/ only', () => {
    expect(reported('renderer/a.ts', 'export const a = Date.now();')).toEqual([]);
  });
});

describe('no-literal-text', () => {
  it.each([
    '<p>Hello</p>',
    '<p>Größe</p>',
    '<p>名前</p>',
    "<p>{'Hello'}</p>",
    '<p>{`Hello`}</p>',
    '<p>{`Hello ${a}`}</p>',
    '<img src="" alt="A face" />',
    '<button title="Close" />',
    "<button aria-label={'Close'} />",
    '<input placeholder={`Name`} />',
    '<><b/>Hello</>',
  ])('finds %s in the page', (jsx) => {
    expect(reported('renderer/a.tsx', `export const A = (a: string) => ${jsx};`)).toEqual([
      'acquaint(no-literal-text)',
    ]);
  });

  it.each([
    '<p>{t("contacts.title")}</p>',
    '<p>{a}</p>',
    '<p>·</p>',
    '<p>{" "}</p>',
    '<p>1 – 2</p>',
    '<img src="" alt="" />',
    '<input type="search" name="query" className="wide" />',
    '<button aria-label={t("close")} />',
    '<p>{`${a} · ${a}`}</p>',
  ])('lets %s pass', (jsx) => {
    expect(
      reported('renderer/a.tsx', `export const A = (a: string, t: (key: string) => string) => ${jsx};`),
    ).toEqual([]);
  });
});
