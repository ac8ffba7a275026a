// Searches by layers from people to be reached back to those the owner could ask, over links of some height or more.
import { idOf, tiesOf } from './graph.ts';
import type { NetworkGraph } from './graph.ts';
import { dayOf, heightOf, lowestLink } from './link.ts';
import { TIE_LEVELS } from './model.ts';

/** Somebody the owner could ask, or reach directly. */
export interface Introducer {
  readonly node: number;
  /** Ties on the way, the owner's own counted. */
  readonly hops: number;
  /** The owner's own link to them. */
  readonly own: number;
  /** The day of the way's stalest link; 0 where one has none. */
  readonly stalest: number;
}

export interface SearchTask {
  /** Nodes to be reached. */
  readonly targets: readonly number[];
  /** A node that is no step of any way; -1 for none. */
  readonly excluded: number;
  readonly maxHops: number;
}

const LOWEST_TO_ASK = TIE_LEVELS.indexOf('met_once');
/** Later than every day. */
const ANY_DAY = 2 ** 30;

/** Notes about nodes. Kept for the next search, whoever makes it: making them anew takes longer than most searches. */
interface Notes {
  /** At which layer of which search a node was reached. */
  readonly mark: Int32Array;
  readonly stalest: Int32Array;
  /** The next step towards the target; -1 at a target. */
  readonly next: Int32Array;
}
const notesOf = (nodes: number): Notes => ({
  mark: new Int32Array(nodes),
  stalest: new Int32Array(nodes),
  next: new Int32Array(nodes),
});
let kept = notesOf(0);
/** Marks up to here belong to searches that are over. */
let marked = 0;

export class BackwardSearch {
  readonly #graph: NetworkGraph;
  readonly #task: SearchTask;
  readonly #notes: Notes;
  #introducers: Introducer[] = [];
  #atLeast = 0;
  #toAsk = 0;
  #before = 0;
  /** The highest link that was too low. */
  #lower = 0;

  constructor(graph: NetworkGraph, task: SearchTask) {
    this.#graph = graph;
    this.#task = task;
    if (kept.mark.length < graph.own.length) kept = notesOf(graph.own.length);
    this.#notes = kept;
  }

  /**
   * Everybody to whom the owner's own tie is at least of this height – and more than a name on a list, unless they
   * are a target –, from whom links of at least this height lead to a target, through people to whom the owner has no
   * such tie. Each once, with their shortest way, of these with the one whose stalest link is freshest. Goes no
   * further than the layer after which `isEnough`.
   */
  at(height: number, isEnough: (introducers: readonly Introducer[]) => boolean): readonly Introducer[] {
    this.#begin(height);
    let layer = this.#targets();
    for (let hops = 2; hops <= this.#task.maxHops && layer.length > 0; hops += 1) {
      if (isEnough(this.#introducers)) break;
      layer = this.#layerBefore(layer, hops);
    }
    return this.#introducers;
  }

  /** The next lower height at which another search could find anything else. */
  get nextHeight(): number {
    return heightOf(this.#lower);
  }

  /** The nodes from an introducer of the last search to the target. */
  pathFrom(node: number): number[] {
    const path: number[] = [];
    for (let at = node; at >= 0; at = this.#notes.next[at]!) path.push(at);
    return path;
  }

  #begin(height: number): void {
    const layers = this.#task.maxHops + 1;
    if (marked > ANY_DAY) {
      this.#notes.mark.fill(0);
      marked = 0;
    }
    this.#before = marked + 1;
    marked += layers;
    this.#introducers = [];
    this.#lower = 0;
    this.#atLeast = lowestLink(height);
    this.#toAsk = lowestLink(Math.max(height, LOWEST_TO_ASK));
  }

  /** The first layer: targets that the owner does not know that well. */
  #targets(): number[] {
    const { mark, stalest, next } = this.#notes;
    const { targets, excluded } = this.#task;
    const layer: number[] = [];
    if (excluded >= 0) mark[excluded] = this.#before;
    for (const node of targets) {
      mark[node] = this.#before;
      stalest[node] = ANY_DAY;
      next[node] = -1;
      const own = this.#graph.own[node]!;
      if (own >= this.#atLeast) this.#introduce(node, 1);
      else layer.push(node);
      this.#noteLower(own);
    }
    return layer;
  }

  /** Everybody one step further back whom no shorter way reaches; those who can be asked go no further. */
  #layerBefore(layer: readonly number[], hops: number): number[] {
    const isLast = hops === this.#task.maxHops;
    const asked: number[] = [];
    const passed: number[] = [];
    for (const node of layer) {
      const { neighbours, links } = tiesOf(this.#graph, node);
      for (let at = 0; at < neighbours.length; at += 1) {
        const link = links[at]!;
        if (link < this.#atLeast) {
          this.#noteLower(link);
          continue;
        }
        const one = neighbours[at]!;
        const own = this.#graph.own[one]!;
        const isAsked = own >= this.#toAsk;
        if (!isAsked) this.#noteLower(own);
        if ((isAsked || !isLast) && this.#reach(one, node, link, hops)) (isAsked ? asked : passed).push(one);
      }
    }
    for (const node of asked) this.#introduce(node, hops);
    return passed;
  }

  /** Notes that a way leads from somebody over `via`; answers whether they are reached for the first time. */
  #reach(node: number, via: number, link: number, hops: number): boolean {
    const { mark, stalest, next } = this.#notes;
    const here = this.#before + hops - 1;
    const isNew = mark[node]! < this.#before;
    if (!isNew && mark[node] !== here) return false;
    const day = Math.min(stalest[via]!, dayOf(link));
    if (isNew || day > stalest[node]! || (day === stalest[node] && this.#isFirst(via, next[node]!))) {
      mark[node] = here;
      stalest[node] = day;
      next[node] = via;
    }
    return isNew;
  }

  /** Last resort, so that the same network always gives the same answer. */
  #isFirst(node: number, than: number): boolean {
    return idOf(this.#graph, node) < idOf(this.#graph, than);
  }

  #introduce(node: number, hops: number): void {
    const own = this.#graph.own[node]!;
    const stalest = Math.min(this.#notes.stalest[node]!, dayOf(own));
    this.#introducers.push({ node, hops, own, stalest });
  }

  #noteLower(link: number): void {
    if (link < this.#atLeast && link > this.#lower) this.#lower = link;
  }
}
