// Builds everything into out/: `node scripts/build.ts [--quiet] [--only page,main,…]`.
import { cpSync, mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { createBuilder } from 'vite';
import { STAMP } from './launch/freshness.ts';

const PROJECT = path.resolve(import.meta.dirname, '..');
/** The environments of vite.config.ts that are programs of ours. */
const PARTS = ['client', 'main', 'preload', 'book', 'loopback'];

/** Which parts to build: all, or those named by `--only`. */
function chosenParts(only: string | undefined): string[] {
  if (only === undefined) return PARTS;
  const named = only.split(',');
  const unknown = named.filter((name) => !PARTS.includes(name));
  if (unknown.length > 0)
    throw new Error(`No such part: ${unknown.join(', ')}. There are: ${PARTS.join(', ')}.`);
  return named;
}

/** Builds the parts one after another; the first that fails ends it. */
async function build(parts: readonly string[], quiet: boolean): Promise<void> {
  const stamp = path.join(PROJECT, STAMP);
  rmSync(stamp, { force: true });
  const began = new Date();
  const builder = await createBuilder({
    configFile: path.join(PROJECT, 'vite.config.ts'),
    logLevel: quiet ? 'error' : 'warn',
  });
  for (const part of parts) {
    const environment = builder.environments[part];
    if (!environment) throw new Error(`vite.config.ts has no environment called ${part}.`);
    await builder.build(environment);
  }
  if (parts.includes('book')) {
    const migrations = path.join(PROJECT, 'out', 'book', 'migrations');
    cpSync(path.join(PROJECT, 'db', 'migrations'), migrations, { recursive: true });
    const templates = path.join(PROJECT, 'out', 'book', 'templates');
    cpSync(path.join(PROJECT, 'assets', 'templates'), templates, { recursive: true });
  }
  if (parts.length < PARTS.length) return;
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, '');
  // A source that changed while it was being built counts as changed.
  utimesSync(stamp, began, began);
  if (!quiet) console.log(`Built in ${((Date.now() - began.getTime()) / 1000).toFixed(1)} s.`);
}

const { values } = parseArgs({
  options: { quiet: { type: 'boolean', default: false }, only: { type: 'string' } },
});
process.chdir(PROJECT);
// Whatever NODE_ENV the surroundings have (vitest sets one), the page is built to be shipped.
process.env['NODE_ENV'] = 'production';
try {
  await build(chosenParts(values.only), values.quiet);
} catch (error) {
  // Vite's own message names the file and the line; its stack is only Vite.
  console.error(`The build failed. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
