// Ties from a file of somebody else's: two columns of anything, perhaps a third with how strong they are.
import { buildGraph, mergedPairs, pairCollector } from '#core/network/graph-build.ts';
import type { NetworkGraph } from '#core/network/graph.ts';
import { linkOf, lowestLink } from '#core/network/link.ts';
import { TIE_LEVELS } from '#core/network/model.ts';

/** A tie that nothing is said about is one between people who know each other. */
const PLAIN = linkOf({ level: 'know' });
const LOWEST_OF_FIFTHS = TIE_LEVELS.indexOf('met_once');

const [NEWLINE, RETURN, HASH, PERCENT, POINT, ZERO, NINE] = [10, 13, 35, 37, 46, 48, 57];
const HEADER =
  /^(?:a|b|u|v|from|to|source|target|src|dst|(?:from|to)[ _]?(?:node)?[ _]?id|(?:node|id|person)[ _]?[12ab])$/i;

/** Ties as read: ends as nodes, and how strong each is said to be, NaN where nothing is said. */
interface Columns {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly weights: Float64Array;
  /** How many people there are, and the keys of the nodes where they are numbers themselves. */
  readonly ids: Float64Array;
}

/**
 * The network of a list of ties: one a line, its ends parted by tab, comma, semicolon or space; `#` and `%` begin a
 * comment. A third column is a level by name or a number: its place on the ladder when all are whole numbers from 1
 * to 6, otherwise a weight, of which the heavier fifths are the higher rungs. Two of one pair count as the stronger.
 */
export function graphFromEdges(bytes: Uint8Array): NetworkGraph {
  const { a, b, weights, ids } = numbered(bytes) ?? named(new TextDecoder().decode(bytes));
  const linkFor = links(weights);
  const rows = pairCollector(a.length + 1);
  for (let at = 0; at < a.length; at += 1)
    if (a[at] !== b[at]) rows.add(a[at]!, b[at]!, linkFor(weights[at]!));
  const pairs = mergedPairs(rows.pairs(), ids.length, strongest);
  return buildGraph({ ids, pairs, own: new Int32Array(ids.length) });
}

const strongest = (all: readonly number[]): number =>
  all.length === 1 ? all[0]! : all.reduce((best, one) => Math.max(best, one));

function links(weights: Float64Array): (weight: number) => number {
  const known = weights.filter((weight) => !Number.isNaN(weight));
  if (known.length === 0) return () => PLAIN;
  const ofWeight = known.every(
    (weight) => Number.isInteger(weight) && weight >= 1 && weight < TIE_LEVELS.length,
  )
    ? lowestLink
    : byFifths(known.sort());
  return (weight) => (Number.isNaN(weight) ? PLAIN : ofWeight(weight));
}

function byFifths(sorted: Float64Array): (weight: number) => number {
  const bounds = [1, 2, 3, 4].map((fifth) => sorted[Math.floor((fifth * sorted.length) / 5)]!);
  return (weight) => lowestLink(LOWEST_OF_FIFTHS + bounds.filter((bound) => weight >= bound).length);
}

/** The quick way, for whole numbers that are not too far apart, read byte by byte; undefined for anything else. */
function numbered(bytes: Uint8Array): Columns | undefined {
  // No line that counts is shorter than "1 2" and its end.
  const most = Math.ceil((bytes.length + 1) / 4);
  const [a, b, weights] = [new Int32Array(most), new Int32Array(most), new Float64Array(most)];
  const reader = new NumberReader(bytes);
  let length = 0;
  let highest = 0;
  for (; reader.toNextLine(); length += 1) {
    const one = reader.number();
    const other = reader.number();
    if (!Number.isInteger(one) || !Number.isInteger(other) || one > 0x7f_ff_ff_ff || other > 0x7f_ff_ff_ff)
      return undefined;
    a[length] = one;
    b[length] = other;
    weights[length] = reader.number();
    if (reader.failed) return undefined;
    highest = Math.max(highest, one, other);
  }
  if (highest > 16 * length + 1_000_000) return undefined;
  return renumbered(a.subarray(0, length), b.subarray(0, length), weights.subarray(0, length), highest);
}

/** Nodes without gaps, in the order of the numbers in the file. */
function renumbered(a: Int32Array, b: Int32Array, weights: Float64Array, highest: number): Columns {
  const nodes = new Int32Array(highest + 1);
  for (const column of [a, b]) for (let at = 0; at < column.length; at += 1) nodes[column[at]!] = 1;
  const ids = new Float64Array(nodes.reduce((sum, one) => sum + one, 0));
  let node = 0;
  for (let id = 0; id <= highest; id += 1) {
    if (nodes[id] === 0) continue;
    ids[node] = id;
    nodes[id] = node++;
  }
  for (const column of [a, b]) for (let at = 0; at < column.length; at += 1) column[at] = nodes[column[at]!]!;
  return { a, b, weights, ids };
}

/** Numbers of a text, line by line; `failed` once something else stood where one was asked for. */
class NumberReader {
  failed = false;
  readonly #bytes: Uint8Array;
  #at = 0;
  #isFresh = true;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  /** Goes to the next line that says something; false at the end. */
  toNextLine(): boolean {
    if (!this.#isFresh) this.#skipLine();
    this.#isFresh = false;
    for (; this.#at < this.#bytes.length; this.#skipLine()) {
      const first = this.#bytes[this.#at]!;
      if (first !== HASH && first !== PERCENT && first !== NEWLINE && first !== RETURN) return true;
    }
    return false;
  }

  /** The next number of the line; NaN where it has none. */
  number(): number {
    const bytes = this.#bytes;
    let at = this.#at;
    while (isSeparator(bytes[at])) at += 1;
    let value = 0;
    const from = at;
    for (let digit = bytes[at]!; digit >= ZERO && digit <= NINE; digit = bytes[++at]!)
      value = value * 10 + digit - ZERO;
    if (bytes[at] === POINT) {
      let unit = 0.1;
      for (let digit = bytes[++at]!; digit >= ZERO && digit <= NINE; digit = bytes[++at]!, unit /= 10)
        value += unit * (digit - ZERO);
    }
    this.#at = at;
    if (!isSeparator(bytes[at]) && !isLineEnd(bytes[at])) this.failed = true;
    return at === from ? Number.NaN : value;
  }

  #skipLine(): void {
    const end = this.#bytes.indexOf(NEWLINE, this.#at);
    this.#at = end < 0 ? this.#bytes.length : end + 1;
  }
}

const isSeparator = (byte: number | undefined): boolean =>
  byte === 9 || byte === 32 || byte === 44 || byte === 59;
const isLineEnd = (byte: number | undefined): boolean =>
  byte === undefined || byte === NEWLINE || byte === RETURN;

/** The patient way: names of any kind, parted by whatever the first line is parted by. */
function named(text: string): Columns {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^[#%]/.test(line));
  const separator = [/\t+/, /\s*[,;]\s*/].find((one) => one.test(lines[0] ?? '')) ?? /\s+/;
  const rows = lines.map((line) => line.split(separator).map((cell) => cell.replaceAll(/^"|"$/g, '')));
  if (isHeading(rows[0] ?? [])) rows.shift();
  const nodes = new Map<string, number>();
  const nodeOf = (name: string): number => {
    const node = nodes.get(name) ?? nodes.size;
    nodes.set(name, node);
    return node;
  };
  const wrong = rows.find(([one = '', other = '']) => one === '' || other === '');
  if (wrong !== undefined) throw new Error(`A tie needs two ends: ${wrong.join(' ')}`);
  return {
    a: Int32Array.from(rows, ([one]) => nodeOf(one!)),
    b: Int32Array.from(rows, ([, other]) => nodeOf(other!)),
    weights: Float64Array.from(rows, ([, , weight]) => weightOf(weight)),
    ids: Float64Array.from(nodes.values()),
  };
}

const isHeading = ([one = '', other = '', weight]: readonly string[]): boolean =>
  HEADER.test(one) && HEADER.test(other) && Number.isNaN(weightOf(weight));

function weightOf(text: string | undefined): number {
  const rung = TIE_LEVELS.findIndex((level) => level === text);
  if (rung > 0) return rung;
  return text === undefined || text === '' ? Number.NaN : Number(text);
}
