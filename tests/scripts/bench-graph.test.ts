// What `npm run bench:graph` reads, and that it says what it promises.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { idOf, networkSize, tiesOf } from '#core/network/graph.ts';
import type { NetworkGraph } from '#core/network/graph.ts';
import { levelOf } from '#core/network/link.ts';
import { mutualContacts } from '#core/network/mutual-contacts.ts';
import { bestWays } from '#core/network/paths.ts';
import { graphFromEdges } from '#scripts/bench/edges.ts';
import { seeded } from '#scripts/bench/generate.ts';
import { bestScores, type Edge, neighboursIn, scoreOf, tie } from '#tests/core/network/ways.ts';

const PROJECT = path.resolve(import.meta.dirname, '..', '..');
/** Networks of other people's making, beside the project where somebody has them. */
const CORPORA = path.resolve(PROJECT, '..', 'shared', 'corpora', 'graph');

const parsed = (text: string) => graphFromEdges(new TextEncoder().encode(text));

/** Every tie once, by key. */
function edgesOf(graph: NetworkGraph): Edge[] {
  const edges: Edge[] = [];
  for (let node = 0; node < networkSize(graph); node += 1) {
    const { neighbours, links } = tiesOf(graph, node);
    neighbours.forEach((other, at) => {
      if (node < other) edges.push([idOf(graph, node), idOf(graph, other), tie(levelOf(links[at]!))]);
    });
  }
  return edges;
}
const said = (graph: NetworkGraph) => edgesOf(graph).map(([a, b, { level }]) => `${a}–${b} ${level}`);

describe('a list of ties', () => {
  it.each([
    ['tabs', '# people\n7\t9\n9\t12\n'],
    ['commas, Windows lines and no end', '7,9\r\n\r\n9, 12'],
    ['spaces and semicolons', '  7   9  \n% more\n9;12\n'],
    ['both directions and a loop', '9 7\n7 9\n7 7\n12 9\n'],
  ])('is read with %s', (_, text) => {
    expect(said(parsed(text))).toEqual(['7–9 know', '9–12 know']);
  });

  it.each([
    ['under a heading', 'source\ttarget\nAna Ruiz\tBen\nBen\tCleo\n'],
    ['in quotes', '"Ana Ruiz","Ben"\n"Ben","Cleo"\n'],
    ['with a sign', '-1 2\n2 3\n'],
    ['as numbers far apart', '5 4000000000\n4000000000 6\n'],
  ])('is read with names %s', (_, text) => {
    expect(said(parsed(text))).toEqual(['0–1 know', '1–2 know']);
  });

  it('takes a third column as a level, as a rung, or as a weight by fifths, and the stronger of two', () => {
    expect(said(parsed('a,b,trusted\nb,c,met_once\nc,d\n'))).toEqual([
      '0–1 trusted',
      '1–2 met_once',
      '2–3 know',
    ]);
    expect(said(parsed('1 2 6\n2 3 2\n3 2 3\n'))).toEqual(['1–2 trusted', '2–3 acquaintance']);
    const weighted = ['1 2 0.5', '2 3 10', '3 4 20.5', '4 5 30', '5 6 400'].join('\n');
    expect(said(parsed(weighted)).map((one) => one.split(' ')[1])).toEqual([
      'met_once',
      'acquaintance',
      'know',
      'know_well',
      'trusted',
    ]);
  });

  it('is refused where a tie has one end', () => {
    expect(() => parsed('1 2\n3\n')).toThrow('A tie needs two ends: 3');
    expect(() => parsed('a b\nc\n')).toThrow('A tie needs two ends: c');
  });

  it('may be empty', () => {
    expect(said(parsed('# nothing\n'))).toEqual([]);
  });
});

describe('networks of other people’s making', () => {
  it('say what looking at every tie and every way says, each of ten thousand times', () => {
    if (!existsSync(CORPORA)) {
      console.info('No networks beside the project: only made-up ones were compared.');
      return;
    }
    const files = readdirSync(CORPORA).filter((file) => /\.(?:tsv|csv|txt|edges)$/.test(file));
    expect(files).not.toEqual([]);
    for (const file of files) {
      const graph = graphFromEdges(readFileSync(path.join(CORPORA, file)));
      const edges = edgesOf(graph);
      const around = neighboursIn(edges);
      const random = seeded(files.length);
      const someone = () => idOf(graph, Math.floor(random() * networkSize(graph)));
      for (let query = 0; query < 10_000 / files.length; query += 1) {
        const [one, other] = [someone(), someone()];
        const theirs = around.get(other)!;
        const both = [...around.get(one)!.keys()].filter((id) => theirs.has(id));
        expect(mutualContacts(graph, one, other)).toEqual(both.sort((a, b) => a - b));
        const owner = around.get(one)!;
        const { neighbours, links } = tiesOf(graph, one);
        const own = new Int32Array(networkSize(graph));
        neighbours.forEach((node, at) => (own[node] = links[at]!));
        const ways = bestWays({ ...graph, own }, { targets: [other], exclude: one, maxHops: 3, limit: 5 });
        const scores = bestScores({ owner, edges, targets: new Set([other]), maxHops: 3, exclude: one });
        expect(ways.map((way) => scoreOf(way))).toEqual(scores.slice(0, 5));
      }
    }
  }, 60_000);
});

describe('npm run bench:graph', () => {
  it('tells how long loading and asking take, how much memory that needs, and how much was found', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'acquaint-edges-'));
    const file = path.join(folder, 'ring.csv');
    const ring = Array.from(
      { length: 50 },
      (_, at) => `p${at},p${(at + 1) % 50}\np${at},p${(at + 2) % 50}\n`,
    );
    writeFileSync(file, `from,to\n${ring.join('')}`);
    const words = [path.join(PROJECT, 'scripts', 'bench-graph.ts'), '--edges', file, '--queries', '100'];
    const { stdout, stderr, status } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    rmSync(folder, { recursive: true });
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    expect(stdout).toMatch(/^people +50$/m);
    expect(stdout).toMatch(/^ties +100$/m);
    expect(stdout).toMatch(/^load from the edge list +[\d.]+ ms/m);
    expect(stdout).toMatch(/^load from saved arrays +[\d.]+ ms/m);
    expect(stdout).toMatch(/^memory +[\d.]+ MB/m);
    expect(stdout).toMatch(/^mutual contacts +p50 [\d.]+ ms +p95 [\d.]+ ms +[1-9]\d* pairs have some/m);
    expect(stdout).toMatch(/^five best introducers +p50 [\d.]+ ms +p95 [\d.]+ ms +[1-9]\d* pairs have one/m);
    expect(stdout).toMatch(/^one edit +p50 [\d.]+ ms +p95 [\d.]+ ms/m);
  });
});
