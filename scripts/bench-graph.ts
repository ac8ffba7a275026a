// npm run bench:graph -- [--edges FILE] [--people N] [--ties N] [--queries N] [--seed N]
// How long the network takes to load, how much memory it needs, and how fast it says whom two people both know and who
// can introduce one to the other. Without a file: a made-up network of 100 000 people and 1 000 000 ties.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { deserialize, serialize } from 'node:v8';
import { withTies } from '#core/network/graph-edits.ts';
import { buffersOf, idOf, networkSize, tiesOf } from '#core/network/graph.ts';
import type { NetworkGraph } from '#core/network/graph.ts';
import { linkOf } from '#core/network/link.ts';
import { mutualContacts } from '#core/network/mutual-contacts.ts';
import { bestWays } from '#core/network/paths.ts';
import { percentile } from './bench/arm.ts';
import { graphFromEdges } from './bench/edges.ts';
import { seeded } from './bench/generate.ts';

const MOST_HOPS = 3;
const INTRODUCERS = 5;
/** Asked before anything is measured, so that what is measured is the program as it runs, not as it starts. */
const WARM_UP = 500;
const EDITS = 500;

const { values } = parseArgs({
  options: {
    edges: { type: 'string' },
    people: { type: 'string', default: '100000' },
    ties: { type: 'string', default: '1000000' },
    queries: { type: 'string', default: '10000' },
    seed: { type: 'string', default: '20260' },
  },
});
const random = seeded(Number(values.seed));

const folder = mkdtempSync(path.join(tmpdir(), 'acquaint-graph-'));
try {
  measure(values.edges ?? madeUp(path.join(folder, 'made-up.tsv')));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** Writes ties of every level among people of whom some know a great many; answers the file. */
function madeUp(file: string): string {
  const people = Number(values.people);
  const lines = Array.from({ length: Number(values.ties) }, () => {
    const [one, other] = [random(), random() ** 2].map((share) => 1 + Math.floor(share * people));
    return `${one}\t${other}\t${2 + Math.floor(random() ** 2 * 5)}\n`;
  });
  writeFileSync(file, `# made up: a, b, level\n${lines.join('')}`);
  return file;
}

function measure(file: string): void {
  const before = process.memoryUsage.rss();
  const read = timed(() => readFileSync(file));
  const built = timed(() => graphFromEdges(read.answer));
  const graph = built.answer;
  const grown = process.memoryUsage.rss() - before;
  const arrays = buffersOf(graph).reduce((sum, { byteLength }) => sum + byteLength, 0);
  say('people', networkSize(graph));
  say('ties', graph.base.neighbours.length / 2);
  say(
    'load from the edge list',
    ms(read.ms + built.ms),
    `read ${ms(read.ms)}, parse and build ${ms(built.ms)}`,
  );
  const loaded = reloaded(graph);
  say('load from saved arrays', ms(loaded.ms), `reading the bare file ${ms(loaded.reading)}`);
  say('memory', mb(arrays), `the process grew by ${mb(grown)} with the file and all that building took`);
  if (networkSize(graph) < 2 || graph.base.neighbours.length === 0) return;
  const pairs = Array.from({ length: WARM_UP + Number(values.queries) }, (_, at) => aPair(graph, at));
  askMutuals(graph, pairs);
  askIntroducers(graph, pairs);
  edit(graph);
}

/** What it takes to have the network back from a file of its arrays, which is what one thread hands to another. */
function reloaded(graph: NetworkGraph) {
  const file = path.join(folder, 'arrays');
  writeFileSync(file, serialize(graph));
  const reading = timed(() => readFileSync(file));
  return { reading: reading.ms, ms: timed(() => deserialize(readFileSync(file))).ms };
}

/** Two people: every other time just anybody, every other time a few ties apart. */
function aPair(graph: NetworkGraph, at: number): readonly [number, number] {
  const one = Math.floor(random() * networkSize(graph));
  let other = one;
  if (at % 2 === 1)
    for (let steps = 2 + (at % 4 === 1 ? 0 : 1); steps > 0; steps -= 1) other = aNeighbour(graph, other);
  while (other === one) other = Math.floor(random() * networkSize(graph));
  return [one, other];
}

function aNeighbour(graph: NetworkGraph, node: number): number {
  const { neighbours } = tiesOf(graph, node);
  return neighbours[Math.floor(random() * neighbours.length)] ?? node;
}

function askMutuals(graph: NetworkGraph, pairs: readonly (readonly [number, number])[]): void {
  let [some, found] = [0, 0];
  const times = pairs.map(([one, other], at) => {
    const { ms: time, answer } = timed(() => mutualContacts(graph, idOf(graph, one), idOf(graph, other)));
    if (at >= WARM_UP && answer.length > 0) some += 1;
    if (at >= WARM_UP) found += answer.length;
    return time;
  });
  tell('mutual contacts', times, `${some} pairs have some, ${found} in all`);
}

/** Every time the first of the two is the owner, who knows whom they are tied to. */
function askIntroducers(graph: NetworkGraph, pairs: readonly (readonly [number, number])[]): void {
  let [some, all, found] = [0, 0, 0];
  const own = new Int32Array(networkSize(graph));
  const owned: NetworkGraph = { ...graph, own };
  const times = pairs.map(([one, other], at) => {
    const { neighbours, links } = tiesOf(graph, one);
    const { ms: time, answer } = timed(() => {
      neighbours.forEach((node, place) => (own[node] = links[place]!));
      const request = { targets: [idOf(graph, other)], exclude: idOf(graph, one) };
      const ways = bestWays(owned, { ...request, maxHops: MOST_HOPS, limit: INTRODUCERS });
      for (const node of neighbours) own[node] = 0;
      return ways;
    });
    if (at >= WARM_UP) {
      if (answer.length > 0) some += 1;
      if (answer.length === INTRODUCERS) all += 1;
      found += answer.length;
    }
    return time;
  });
  tell('five best introducers', times, `${some} pairs have one, ${all} have five, ${found} in all`);
}

/** One new tie at a time, each on top of those before it. */
function edit(graph: NetworkGraph): void {
  let edited = graph;
  const times = Array.from({ length: WARM_UP + EDITS }, () => {
    const [one, other] = [0, 1].map(() => Math.floor(random() * networkSize(graph)));
    const { neighbours, links } = tiesOf(edited, one!);
    const ties = Array.from(neighbours, (node, at) => ({ id: idOf(edited, node), link: links[at]! }));
    if (other !== one)
      ties.push({ id: idOf(edited, other!), link: linkOf({ level: 'met_once', lastOn: '2026' }) });
    const { ms: time, answer } = timed(() => withTies(edited, [{ id: idOf(edited, one!), own: 0, ties }]));
    edited = answer;
    return time;
  });
  tell('one edit', times, `slowest ${ms(Math.max(...times.slice(WARM_UP)))}`);
}

function timed<Answer>(work: () => Answer) {
  const start = performance.now();
  const answer = work();
  return { ms: performance.now() - start, answer };
}

function tell(what: string, times: readonly number[], more: string): void {
  const counted = times.slice(WARM_UP);
  say(what, `p50 ${ms(percentile(counted, 0.5))}  p95 ${ms(percentile(counted, 0.95))}`, more);
}

function say(what: string, value: string | number, more = ''): void {
  console.log(`${what.padEnd(24)} ${String(value).padEnd(28)} ${more}`.trimEnd());
}

function ms(value: number): string {
  return `${value.toFixed(value < 1 ? 4 : 1)} ms`;
}

function mb(bytes: number): string {
  return `${(bytes / 1_048_576).toFixed(1)} MB`;
}
