// The owner's people as circles around them: the nearer, the better known; the fainter, the longer silent.
import { dayOf, heightOf, lastOnOf, levelOf } from './link.ts';
import { idOf } from './graph.ts';
import type { NetworkGraph } from './graph.ts';
import { TIE_LEVELS } from './model.ts';
import type { TieLevel } from './model.ts';
import type { ContactId } from '#core/contacts/model.ts';
import type { DateTime, PartialDate } from '#core/shared/dates.ts';

export interface InCircle {
  readonly id: ContactId;
  /** Undefined: no interaction is on record, which is not the same as long ago. */
  readonly lastOn?: PartialDate;
  /** Whole months since then. */
  readonly silent?: number;
}

export interface Circle {
  readonly level: TieLevel;
  /** How many people there are on it, drawn or not. */
  readonly people: number;
  /** How many of them have no interaction on record. */
  readonly withoutRecord: number;
  /** Those who are drawn: the latest met first, those without a record last. */
  readonly drawn: readonly InCircle[];
}

/**
 * Everybody the owner has a tie to, the innermost circle first; circles with nobody on them are left out. At most
 * `most` people are drawn: the inner circles whole as far as that goes, of the rest those last heard of.
 */
export function circlesOf(
  graph: NetworkGraph,
  {
    now,
    most,
    exclude,
  }: { readonly now: DateTime; readonly most: number; readonly exclude?: number | undefined },
): Circle[] {
  const byLevel = TIE_LEVELS.map((): number[] => []);
  graph.own.forEach((link, node) => {
    if (link !== 0 && idOf(graph, node) !== exclude) byLevel[heightOf(link)]!.push(node);
  });
  let left = most;
  const circles: Circle[] = [];
  for (let level = TIE_LEVELS.length - 1; level > 0; level -= 1) {
    const nodes = byLevel[level]!;
    if (nodes.length === 0) continue;
    const dayAt = (node: number): number => dayOf(graph.own[node]!);
    const drawn = nodes.toSorted((a, b) => dayAt(b) - dayAt(a) || a - b).slice(0, left);
    left -= drawn.length;
    circles.push({
      level: levelOf(graph.own[nodes[0]!]!),
      people: nodes.length,
      withoutRecord: nodes.filter((node) => dayAt(node) === 0).length,
      drawn: drawn.map((node) => inCircle(graph, node, now)),
    });
  }
  return circles;
}

function inCircle(graph: NetworkGraph, node: number, now: DateTime): InCircle {
  const lastOn = lastOnOf(graph.own[node]!);
  return {
    id: idOf(graph, node),
    ...(lastOn !== undefined && { lastOn, silent: monthsSince(lastOn, now) }),
  };
}

/** Whole months from a day on; of a month or year its beginning counts, of a day to come nothing. */
export function monthsSince(on: PartialDate, now: DateTime): number {
  const [year = 0, month = 1, day = 1] = on.split('-').map(Number);
  const [thisYear = 0, thisMonth = 1, today = 1] = now.slice(0, 10).split('-').map(Number);
  const months = (thisYear - year) * 12 + (thisMonth - month) - Number(today < day);
  return Math.max(0, months);
}
