// What a run says: a table for the reader, all samples for the doubter.
import { cpus, release, totalmem } from 'node:os';
import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { type ArmName, ARM_NAMES } from './arms.ts';
import { type Judgement, median, type Round, valueOf } from './judge.ts';

export interface SizeRun {
  readonly n: number;
  readonly rounds: readonly Round[];
}

export interface Report {
  readonly measuredOn: string;
  readonly machine: Readonly<Record<string, string | number>>;
  readonly versions: Readonly<Record<string, string>>;
  readonly seed: number;
  readonly judgements: readonly Judgement[];
  readonly samples: readonly SizeRun[];
}

const LIBRARIES = ['better-sqlite3', 'papaparse', 'drizzle-orm', '@orpc/server', '@playwright/test'] as const;

const versionOf = (library: string): string => {
  const file = new URL(`../../node_modules/${library}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version; // npm puts one there
};

/** The machine and everything on it that has a say in the numbers. */
export function surroundings(): Pick<Report, 'machine' | 'versions'> {
  const sqlite = new Database(':memory:');
  const sqliteVersion = String(sqlite.prepare('select sqlite_version()').pluck().get());
  sqlite.close();
  return {
    machine: {
      processor: cpus()[0]?.model.trim() ?? 'unknown',
      cores: cpus().length,
      memoryGb: Math.round(totalmem() / 2 ** 30),
      system: `${process.platform} ${process.arch} ${release()}`,
    },
    versions: {
      node: process.version,
      sqlite: sqliteVersion,
      ...Object.fromEntries(LIBRARIES.map((library) => [library, versionOf(library)])),
    },
  };
}

const people = (n: number) => n.toLocaleString('en').replaceAll(',', '\u00a0');
const short = (value: number) => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
const times = (ratio: number | undefined) => (ratio === undefined ? '–' : `${short(ratio)}×`);

/** One line for the terminal. */
export const lineOf = ({ n, title, ratio, budget, verdict, why }: Judgement): string =>
  `${verdict.toUpperCase().padEnd(8)} ${people(n).padStart(8)}  ${times(ratio).padStart(8)} of ${times(budget).padEnd(7)} ${title}${why === undefined ? '' : ` (${why})`}`;

const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [row(head), row(head.map(() => '---')), ...rows.map(row)].join('\n');

/** The page docs/PERFORMANCE.md. */
export function markdown({ measuredOn, machine, versions, judgements, samples }: Report): string {
  const ratios = judgements.map(({ title, n, ratio, ratios: each, budget, verdict, why }) => [
    title,
    people(n),
    times(ratio),
    each.length === 0 ? (why ?? '–') : `${times(Math.min(...each))}–${times(Math.max(...each))}`,
    times(budget),
    verdict === 'over' ? '**over**' : verdict,
  ]);
  const figures = samples.flatMap(({ n, rounds }) => ARM_NAMES.flatMap((arm) => figuresOf(arm, n, rounds)));
  return `# Performance

Written by \`npm run bench -- --write\`; every sample is in [performance.json](performance.json).
Each arm is a program of its own, started afresh in every round; arms take turns, each round begins one arm further.
What is judged is the **median of the ratios of the rounds** – never a time by itself, which belongs to the machine – and a
ratio is refused where the two did not do the same work: the same rows stored, the same people found, the planted way first.
People are made up from a seed that nothing was tuned on. What imports cost and what has been tried:
[0026](adr/0026-speed-of-imports.md).

Measured on ${measuredOn}: ${machine['processor']}, ${machine['cores']} cores, ${machine['memoryGb']} GB, ${machine['system']}, shared with other work.
${Object.entries(versions)
  .map(([name, version]) => `${name} ${version}`)
  .join(', ')}.

## Ratios

${table(['What', 'People', 'Median', 'Lowest–highest', 'Budget', 'Verdict'], ratios)}

## Figures

Medians over the rounds, in milliseconds; memory is the process's peak. They say what was compared, not what to expect elsewhere.

${table(['Arm', 'People', 'Milliseconds', 'Memory, MiB', 'Further'], figures)}
`;
}

function figuresOf(arm: ArmName, n: number, rounds: readonly Round[]): string[][] {
  const results = rounds.flatMap((round) => round[arm] ?? []);
  const [first] = results;
  if (first === undefined) return [];
  const middle = (figure: string) => short(median(results.map((result) => valueOf(result, figure))));
  const further = Object.keys(first.figures).map((figure) => `${figure} ${middle(figure)}`);
  return [[arm, people(n), middle('ms'), middle('rssMb'), further.join(', ')]];
}
