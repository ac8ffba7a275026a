// Every arm by name: a program of its own, so that no arm warms another one up.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { ArmResult } from './arm.ts';

/** The arms and the programs they are, in the order of the report. */
export const ARMS = {
  'import-ours': import.meta.resolve('./arms/import-ours.ts'),
  'import-raw': import.meta.resolve('./arms/import-raw.ts'),
  'import-again': import.meta.resolve('./arms/import-again.ts'),
  'import-google': import.meta.resolve('./arms/import-google.ts'),
  'import-google-raw': import.meta.resolve('./arms/import-google-raw.ts'),
  'import-google-again': import.meta.resolve('./arms/import-google-again.ts'),
  'import-vcard': import.meta.resolve('./arms/import-vcard.ts'),
  'import-vcard-raw': import.meta.resolve('./arms/import-vcard-raw.ts'),
  'import-vcard-again': import.meta.resolve('./arms/import-vcard-again.ts'),
  'import-revert': import.meta.resolve('./arms/import-revert.ts'),
  'import-large': import.meta.resolve('./arms/import-large.ts'),
  'search-index': import.meta.resolve('./arms/search-index.ts'),
  'search-scan': import.meta.resolve('./arms/search-scan.ts'),
  'search-fts5': import.meta.resolve('./arms/search-fts5.ts'),
  'search-door': import.meta.resolve('./arms/search-door.ts'),
  'search-facets': import.meta.resolve('./arms/search-facets.ts'),
  'list-door': import.meta.resolve('./arms/list-door.ts'),
  'export-ours': import.meta.resolve('./arms/export-ours.ts'),
  'export-raw': import.meta.resolve('./arms/export-raw.ts'),
  door: import.meta.resolve('./arms/door.ts'),
  vet: import.meta.resolve('./arms/vet.ts'),
  'vet-many': import.meta.resolve('./arms/vet-many.ts'),
  'network-door': import.meta.resolve('./arms/network-door.ts'),
  'network-index': import.meta.resolve('./arms/network-index.ts'),
  'network-sql': import.meta.resolve('./arms/network-sql.ts'),
  reminders: import.meta.resolve('./arms/reminders.ts'),
  linkage: import.meta.resolve('./arms/linkage.ts'),
  'reader-during-import': import.meta.resolve('./arms/reader-during-import.ts'),
  'list-scroll': import.meta.resolve('./arms/list-scroll.ts'),
  'start-ours': import.meta.resolve('./arms/start-ours.ts'),
  'start-blank': import.meta.resolve('./arms/start-blank.ts'),
} as const;

export type ArmName = keyof typeof ARMS;
export const ARM_NAMES = Object.keys(ARMS) as ArmName[]; // its own keys

export interface ArmRun {
  readonly n: number;
  readonly seed: number;
  readonly shared: string;
  /** Run the book from its sources, for tests of the bench itself. */
  readonly source?: boolean;
}

/** Runs one arm in a fresh process. Rejects with what it said when it failed or said nothing sensible. */
export async function runArmProcess(
  arm: ArmName,
  { n, seed, shared, source = false }: ArmRun,
): Promise<ArmResult> {
  const words = [fileURLToPath(ARMS[arm]), '--n', String(n), '--seed', String(seed), '--shared', shared];
  const child = spawn(process.execPath, source ? [...words, '--source'] : words, {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const complained: string[] = [];
  child.stdout.setEncoding('utf8').on('data', (text: string) => said.push(text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => complained.push(text));
  const { promise, resolve, reject } = Promise.withResolvers<number | null>();
  child.once('error', reject);
  child.once('close', resolve);
  const code = await promise;
  if (code !== 0) throw new Error(`${arm} ended with ${code}: ${complained.join('').trim().slice(-2000)}`);
  return readLine(arm, said.join(''));
}

/** The one line an arm prints; throws when it is anything else. */
export function readLine(arm: string, text: string): ArmResult {
  const line = text.trim();
  if (line === '' || line.includes('\n')) throw new Error(`${arm} did not print exactly one line`);
  const result = JSON.parse(line) as ArmResult; // checked for the parts that are judged
  const { ms, rssMb, correct } = result;
  if (result.arm !== arm || !(ms >= 0) || !(rssMb > 0) || typeof correct !== 'object')
    throw new Error(`${arm} printed something else: ${line.slice(0, 200)}`);
  return result;
}
