// Ways from the owner to somebody they want to reach, judged by their weakest link.
import type { ContactId } from '#core/contacts/model.ts';
import { TIE_LEVELS } from './model.ts';
import type { Tie, TieLevel } from './model.ts';

export interface Neighbour {
  readonly id: ContactId;
  readonly tie: Tie;
}

export interface PathRequest {
  /** The person to reach, or everybody at an organisation. */
  readonly targets: readonly ContactId[];
  /** The owner's own tie to somebody; undefined or `unknown` where there is none. */
  readonly ownerTie: (id: ContactId) => Tie | undefined;
  /** Whom somebody knows, either way round; asked at most once a person. */
  readonly neighbours: (id: ContactId) => readonly Neighbour[];
  /** Most ties in one path, the owner's own counted. */
  readonly maxHops: number;
  /** Most paths to answer. */
  readonly limit: number;
  /** The owner, who may be in the book too and is no step of a path. */
  readonly exclude?: ContactId;
}

export interface ContactPath {
  /** From the first person to ask to the target; each tie leads to the step from the one before, first from the owner. */
  readonly steps: readonly Neighbour[];
  readonly weakest: TieLevel;
}

const rankOf = (tie: Tie | undefined): number => (tie === undefined ? 0 : TIE_LEVELS.indexOf(tie.level));
const NAME_ONLY = TIE_LEVELS.indexOf('name_only');
const KNOW = TIE_LEVELS.indexOf('know');

/** More people than this are not asked for their neighbours: the strongest are looked at first. */
const MOST_EXPANDED = 500;

/** The rest of a way, from somebody to a target: as strong as its weakest link, as fresh as its stalest. */
interface Tail {
  readonly id: ContactId;
  readonly weakest: number;
  readonly stalest: string;
  /** The owner's strongest own tie to anybody further on: a way no stronger than that is a detour. */
  readonly shortcut: number;
  readonly next?: { readonly tail: Tail; readonly tie: Tie };
}

interface Found {
  readonly path: ContactPath;
  readonly weakest: number;
  readonly firstIsKnown: boolean;
  readonly stalest: string;
}

/**
 * The best ways to any target, at most one for each first person to ask, best first: by weakest link, then those
 * whose first person the owner really knows, then fewer steps, then the freshest stalest link. Knowing a target
 * oneself is a path of one step. Links that are no more than a name on a list are used only when there is no
 * better way at all, and never for the first of several steps: a stranger cannot introduce anybody. Nor is there
 * a way round to somebody whom the owner could ask, or write to, just as well directly.
 */
export function bestPaths(request: PathRequest): ContactPath[] {
  const neighbours = memoised(request.neighbours);
  const ownerTie = memoised(request.ownerTie);
  const search = (floor: number): ContactPath[] =>
    pathsOver({ ...request, neighbours, ownerTie }, floor)
      .sort(better)
      .slice(0, Math.max(0, request.limit))
      .map(({ path }) => path);
  const solid = search(NAME_ONLY + 1);
  return solid.length > 0 ? solid : search(NAME_ONLY);
}

function pathsOver(request: PathRequest, floor: number): Found[] {
  const targets = new Set(request.targets.filter((id) => id !== request.exclude));
  const best = new Map<ContactId, Found>();
  const offer = (tail: Tail): void => {
    const found = withOwner(tail, request.ownerTie(tail.id), floor);
    const known = best.get(tail.id);
    if (found && (known === undefined || better(found, known) < 0)) best.set(tail.id, found);
  };
  let layer: Map<ContactId, readonly Tail[]> = new Map(
    [...targets].map((id) => [id, [{ id, weakest: TIE_LEVELS.length, stalest: '9999', shortcut: 0 }]]),
  );
  let expanded = 0;
  for (let hops = 1; hops <= request.maxHops && layer.size > 0; hops += 1) {
    for (const tails of layer.values()) tails.forEach(offer);
    const sources = [...layer.values()].sort(strongestFirst).slice(0, Math.max(0, MOST_EXPANDED - expanded));
    expanded += sources.length;
    const isLast = hops + 1 === request.maxHops;
    layer = hops < request.maxHops ? nextLayer(request, sources, { targets, floor, isLast }) : new Map();
  }
  return [...best.values()];
}

interface Bounds {
  readonly targets: ReadonlySet<ContactId>;
  readonly floor: number;
  /** Nobody further is looked at, so only people the owner has a tie to matter. */
  readonly isLast: boolean;
}

/** Everybody one step further from the targets; of equally strong tails only the freshest matters. */
function nextLayer(
  request: PathRequest,
  sources: readonly (readonly Tail[])[],
  { targets, floor, isLast }: Bounds,
): Map<ContactId, readonly Tail[]> {
  const layer = new Map<ContactId, Tail[]>();
  for (const tails of sources) {
    const here = shortcutTo(request, tails[0]!.id, targets);
    for (const { id, tie } of request.neighbours(tails[0]!.id)) {
      // A way through another target is never better than stopping there.
      if (id === request.exclude || targets.has(id) || rankOf(tie) < floor) continue;
      if (isLast && request.ownerTie(id) === undefined) continue;
      const kept = layer.get(id) ?? [];
      for (const tail of tails)
        keep(kept, prepended(id, tie, { ...tail, shortcut: Math.max(tail.shortcut, here) }));
      layer.set(id, kept);
    }
  }
  return layer;
}

/** How well the owner could go straight to somebody; a mere name on a list is asked for nothing. */
function shortcutTo({ ownerTie }: PathRequest, id: ContactId, targets: ReadonlySet<ContactId>): number {
  const rank = rankOf(ownerTie(id));
  return rank > NAME_ONLY || targets.has(id) ? rank : 0;
}

function prepended(id: ContactId, tie: Tie, tail: Tail): Tail {
  return {
    id,
    shortcut: tail.shortcut,
    weakest: Math.min(tail.weakest, rankOf(tie)),
    stalest: earlier(tail.stalest, tie.lastOn ?? ''),
    next: { tail, tie },
  };
}

function keep(kept: Tail[], tail: Tail): void {
  const at = kept.findIndex((one) => one.weakest === tail.weakest && one.shortcut === tail.shortcut);
  if (at < 0) kept.push(tail);
  else if (tail.stalest > kept[at]!.stalest) kept[at] = tail;
}

const strongestFirst = (a: readonly Tail[], b: readonly Tail[]): number =>
  Math.max(...b.map((tail) => tail.weakest)) - Math.max(...a.map((tail) => tail.weakest));

/** The whole way, where the owner's own tie can carry it. */
function withOwner(tail: Tail, tie: Tie | undefined, floor: number): Found | undefined {
  const needed = tail.next === undefined ? floor : NAME_ONLY + 1;
  if (tie === undefined || rankOf(tie) < needed) return undefined;
  const weakest = Math.min(tail.weakest, rankOf(tie));
  if (tail.next !== undefined && weakest <= tail.shortcut) return undefined;
  const steps: Neighbour[] = [{ id: tail.id, tie }];
  for (let at = tail.next; at !== undefined; at = at.tail.next) steps.push({ id: at.tail.id, tie: at.tie });
  return {
    path: { steps, weakest: TIE_LEVELS[weakest]! },
    weakest,
    firstIsKnown: rankOf(tie) >= KNOW,
    stalest: earlier(tail.stalest, tie.lastOn ?? ''),
  };
}

function better(a: Found, b: Found): number {
  return (
    b.weakest - a.weakest ||
    Number(b.firstIsKnown) - Number(a.firstIsKnown) ||
    a.path.steps.length - b.path.steps.length ||
    (a.stalest === b.stalest ? 0 : a.stalest > b.stalest ? -1 : 1) ||
    byIds(a.path.steps, b.path.steps)
  );
}

/** Last resort, so that the same book always gives the same answer. */
function byIds(a: readonly Neighbour[], b: readonly Neighbour[]): number {
  const at = a.findIndex((step, place) => step.id !== b[place]?.id);
  return at < 0 ? 0 : a[at]!.id - (b[at]?.id ?? 0);
}

/** Dates compare as text; one that is not known, or has no year, counts as stalest. */
const earlier = (a: string, b: string): string => (a < b ? a : b);

function memoised<Value>(ask: (id: ContactId) => Value): (id: ContactId) => Value {
  const known = new Map<ContactId, { readonly value: Value }>();
  return (id) => {
    const before = known.get(id);
    if (before) return before.value;
    const value = ask(id);
    known.set(id, { value });
    return value;
  };
}
