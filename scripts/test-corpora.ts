// npm run test:corpora -- --dir DIR [--json] [--misses N]
// Reads every file of a corpus and says how much of it is understood, by kind and producer, against the share wanted.
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { adapt } from './corpora/adapt.ts';
import {
  type CorpusReport,
  hasFilesOf,
  type Kind,
  KINDS,
  shareOf,
  type Total,
  totalsOf,
} from './corpora/report.ts';

const USAGE = `npm run test:corpora -- --dir DIR [--json] [--misses N]

  --dir DIR    a corpus: DIR/vcard, DIR/csv, DIR/ldif, DIR/linkedin, DIR/ics, DIR/eml, DIR/mailconf – those it has –
               with a folder for each producer, and DIR/INDEX.tsv, whose column “records” says how many each file has
  --json       one object instead of a table
  --misses N   how many misses of each kind to list (20)

Exit code: 0 every share that is wanted is reached; 1 one is not, or a measurement failed; 2 DIR is no such folder.`;

/** Words that are not understood, or a folder that is no corpus. */
class NoCorpus extends Error {}

interface Asked {
  readonly directory: string;
  readonly json: boolean;
  readonly misses: number;
}

function readWords(words: readonly string[], from: string): Asked | 'help' {
  const { values } = parsed(words);
  if (values.help) return 'help';
  if (values.dir === undefined) throw new NoCorpus('Which corpus? npm run test:corpora -- --dir DIR');
  const directory = path.resolve(from, values.dir);
  if (!existsSync(directory) || !statSync(directory).isDirectory())
    throw new NoCorpus(`There is no folder ${directory}.`);
  const misses = Number(values.misses);
  if (!Number.isInteger(misses) || misses < 0) throw new NoCorpus('--misses needs a number.');
  return { directory, json: values.json, misses };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      options: {
        dir: { type: 'string' },
        json: { type: 'boolean', default: false },
        misses: { type: 'string', default: '20' },
        help: { type: 'boolean', short: 'h', default: false },
      },
    });
  } catch (error) {
    throw new NoCorpus(error instanceof Error ? error.message : String(error));
  }
}

/** Has one kind measured. Throws when its measurer fails or answers strangely. */
const measured = async ({ kind, measure }: Kind, directory: string): Promise<CorpusReport> =>
  adapt(kind, await measure(directory));

interface KindResult {
  readonly kind: string;
  readonly title: string;
  /** False: the corpus has no such files, and nothing is said about them. */
  readonly present: boolean;
  readonly figures: CorpusReport['figures'];
  readonly totals: readonly Total[];
  readonly misses: readonly string[];
  /** Why it could not be measured. */
  readonly failed?: string;
}

async function resultOf(kind: Kind, directory: string): Promise<KindResult> {
  const nothing = { kind: kind.kind, title: kind.title, present: false, figures: [], totals: [], misses: [] };
  if (!hasFilesOf(kind, directory)) return nothing;
  try {
    const report = await measured(kind, directory);
    const { figures, misses } = report;
    return { ...nothing, present: true, figures, totals: totalsOf(kind, report), misses };
  } catch (error) {
    // The other kinds are worth knowing all the same.
    return { ...nothing, present: true, failed: error instanceof Error ? error.message : String(error) };
  }
}

const percent = (share: number) => `${(share * 100).toFixed(2)} %`;
/** Rounding never makes a share look whole that is not, and nothing is not everything. */
function sharePercent(one: { right: number; total: number }): string {
  const share = shareOf(one);
  if (share === undefined) return 'nothing';
  return share < 1 && share > 0.9999 ? '<100 %' : percent(share);
}

const row = (name: string, what: string, one: { right: number; total: number }) =>
  `  ${name.padEnd(34)} ${what.padEnd(20)} ${String(one.right).padStart(8)} of ${String(one.total).padStart(8)} ${sharePercent(one).padStart(10)}`;

function* linesOf(result: KindResult, most: number): Generator<string> {
  const { title, present, figures, totals, misses, failed } = result;
  if (!present) yield `${title}: not in this corpus, so not measured`;
  else yield failed === undefined ? title : `${title}: could not be measured. ${failed}`;
  for (const figure of figures) yield row(figure.producer, figure.what, figure);
  for (const total of totals) {
    const wanted =
      total.least === undefined ? '' : `  wanted ${percent(total.least)} ${total.passed ? '✓' : '✗'}`;
    yield `${row('together', total.what, total)}${wanted}`;
  }
  for (const miss of misses.slice(0, most)) yield `    ${miss}`;
  if (misses.length > most) yield `    … and ${misses.length - most} more`;
}

/** Runs the command; answers the exit code. */
export async function runCorpora(
  words: readonly string[],
  from: string,
  print: (line: string) => void,
): Promise<number> {
  try {
    const asked = readWords(words, from);
    if (asked === 'help') {
      print(USAGE);
      return 0;
    }
    const { directory, json, misses } = asked;
    const results: KindResult[] = [];
    for (const kind of KINDS) results.push(await resultOf(kind, directory));
    if (results.every(({ present }) => !present))
      throw new NoCorpus(`There is nothing to measure in ${directory}.`);
    const passed = results.every(
      ({ failed, totals }) => failed === undefined && totals.every((total) => total.passed),
    );
    if (json) print(JSON.stringify({ directory, passed, kinds: results }));
    else for (const result of results) for (const line of linesOf(result, misses)) print(line);
    return passed ? 0 : 1;
  } catch (error) {
    print(error instanceof Error ? error.message : String(error));
    return error instanceof NoCorpus ? 2 : 1;
  }
}

if (import.meta.main) {
  // npm runs scripts in the project's folder; DIR is meant from where it was typed.
  const from = process.env['INIT_CWD'] ?? process.cwd();
  process.exitCode = await runCorpora(process.argv.slice(2), from, (line) => console.log(line));
}
