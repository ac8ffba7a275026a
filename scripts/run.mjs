#!/usr/bin/env node
// node scripts/run.mjs <command> [words] [-- <command> [words]]…
// Runs local tools one after another under a Node that is new enough: this one, or the copy npm has installed beside
// the other packages. Plain JavaScript without newer syntax, because it must start on whatever Node there is.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** The oldest Node that runs the TypeScript sources as they are (type stripping without a flag). */
const FLOOR = { major: 22, minor: 18 };

/**
 * The Node to run under.
 *
 * @param {{ version: string, execPath: string, platform: string, arch: string }} here this process
 * @param {(file: string) => boolean} exists
 * @returns {string | undefined} its path; nothing when this one is too old and there is no installed copy
 */
export function chooseNode(here, exists) {
  const [major = 0, minor = 0] = here.version.replace(/^v/, '').split('.').map(Number);
  if (major > FLOOR.major || (major === FLOOR.major && minor >= FLOOR.minor)) return here.execPath;
  const windows = here.platform === 'win32';
  const folder = `node-${windows ? 'win' : here.platform}-${here.arch}`;
  const copy = path.join(ROOT, 'node_modules', folder, 'bin', windows ? 'node.exe' : 'node');
  return exists(copy) ? copy : undefined;
}

/**
 * Splits the words at each `--`.
 *
 * @param {readonly string[]} words
 * @returns {string[][]} the commands, in order, empty ones left out
 */
export function splitCommands(words) {
  /** @type {string[][]} */
  const commands = [[]];
  for (const word of words) {
    if (word === '--') commands.push([]);
    else commands[commands.length - 1]?.push(word);
  }
  return commands.filter((command) => command.length > 0);
}

/**
 * Runs one command to its end. Signals reach the child as well, and this process waits for it to finish by itself, so
 * that nothing is left running and the prompt comes back last.
 *
 * @param {string} node
 * @param {readonly string[]} command
 * @returns {Promise<number>} the exit code
 */
function run(node, [name = '', ...words]) {
  const isScript = /\.(mjs|ts)$/.test(name);
  const env = { ...process.env };
  const pathName = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const bin = path.join(ROOT, 'node_modules', '.bin');
  env[pathName] = [path.dirname(node), bin, env[pathName]].filter(Boolean).join(path.delimiter);
  const child = isScript
    ? // The channel is never spoken on: a script that must not outlive this process listens for its end.
      spawn(node, [name, ...words], { stdio: ['inherit', 'inherit', 'inherit', 'ipc'], env })
    : spawn(name, words, { stdio: 'inherit', env, shell: process.platform === 'win32' });
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => void child.kill(signal);
  process.on('SIGINT', pass).on('SIGTERM', pass).on('SIGHUP', pass);
  return new Promise((resolve) => {
    child.on('error', (error) => {
      console.error(`${name} could not be started: ${error.message}`);
      resolve(1);
    });
    child.on('exit', (code, signal) => {
      process.off('SIGINT', pass).off('SIGTERM', pass).off('SIGHUP', pass);
      resolve(code ?? (signal === 'SIGINT' ? 130 : 1));
    });
  });
}

/** @param {readonly string[]} words */
async function main(words) {
  const node = chooseNode(process, fs.existsSync);
  if (node === undefined) {
    console.error(
      `Acquaint needs Node.js ${FLOOR.major}.${FLOOR.minor} or newer and this is ${process.version}. ` +
        'Install Node.js 24 from nodejs.org, or run: npm ci --include=optional',
    );
    return 1;
  }
  for (const command of splitCommands(words)) {
    const code = await run(node, command);
    if (code !== 0) return code;
  }
  return 0;
}

const started = process.argv[1];
if (started !== undefined && fs.realpathSync(started) === fileURLToPath(import.meta.url)) {
  process.exitCode = await main(process.argv.slice(2));
}
