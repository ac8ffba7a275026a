// npm run bench:names -- [--bank FILE]…
// How many names of a bank `parseName` takes apart right in every part the bank speaks of. A bank is a table with tabs:
// test, name, title, first, middle, last, suffix, nickname, surnames; an empty cell says nothing.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parseName } from '#core/contacts/names/parse.ts';

/** One name of a bank: column → what it says; only the columns that say something. */
interface Row {
  readonly name: string;
  readonly expected: ReadonlyMap<string, string>;
}

const COLUMNS = ['title', 'first', 'middle', 'last', 'suffix', 'nickname'];

function readBank(file: string): Row[] {
  const [header = '', ...lines] = readFileSync(file, 'utf8').split(/\r?\n/);
  const names = header.split('\t');
  return lines
    .filter((line) => line.trim() && !line.startsWith('#'))
    .map((line) => {
      const cells = new Map(line.split('\t').map((cell, at) => [names[at] ?? '', cell.trim()]));
      const expected = new Map(COLUMNS.map((column) => [column, cells.get(column) ?? ''] as const));
      return { name: cells.get('name') ?? '', expected: new Map([...expected].filter(([, value]) => value)) };
    });
}

/** The parts as the banks call them. */
function parts(name: string): Map<string, string> {
  const { n, nicknames } = parseName(name);
  return new Map([
    ['title', n.prefix],
    ['first', n.given],
    ['middle', n.additional],
    ['last', n.family],
    ['suffix', n.suffix],
    ['nickname', nicknames.join(' ')],
  ]);
}

const { values } = parseArgs({ options: { bank: { type: 'string', multiple: true } } });
for (const file of values.bank ?? []) {
  const rows = readBank(file);
  let right = 0;
  for (const { name, expected } of rows) {
    const got = parts(name);
    const wrong = [...expected].filter(([column, value]) => got.get(column) !== value);
    if (wrong.length === 0) right++;
    else
      console.log(
        `${name}: ${wrong.map(([column, value]) => `${column} is “${got.get(column) ?? ''}”, not “${value}”`).join('; ')}`,
      );
  }
  console.log(
    `${file}: ${right} of ${rows.length} names right in all parts (${((100 * right) / rows.length).toFixed(1)} %)`,
  );
}

const SAMPLE = [
  'Ada Byron',
  'Ada M. Byron',
  'Dr. Juan Q. de la Vega, PhD',
  'Edmund (Ned) Farrow',
  'Jean-Pierre Dupont',
];
const TIMES = 50_000;
for (const name of SAMPLE) {
  const start = performance.now();
  for (let time = 0; time < TIMES; time++) parseName(name);
  console.log(`${name}: ${(((performance.now() - start) / TIMES) * 1000).toFixed(2)} µs`);
}
