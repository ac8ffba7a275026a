// Where the owner's people come from: who introduced whom, and of whom nobody did, the event, the file or the owner.
import { slotIn } from './meetings.ts';
import type { Meetings } from './meetings.ts';

/** How somebody came into the book where nobody introduced them. */
export type Origin =
  | { readonly kind: 'event'; readonly id: number }
  | { readonly kind: 'import'; readonly id: number }
  | { readonly kind: 'met' }
  | { readonly kind: 'typed' };

/** Somebody in the tree: they introduced others or were introduced. */
export interface Branch {
  readonly id: number;
  /** How many introductions lie between them and where the tree comes from: 0 for whoever nobody introduced. */
  readonly depth: number;
  /** Everybody below: introduced by them, or by somebody they introduced. */
  readonly people: number;
}

/** Everybody who came from one place. */
export interface Source {
  readonly origin: Origin;
  /** Everybody below, introduced or not. */
  readonly people: number;
  /** Those who came from here and introduced others, each followed by those below them; most people first. */
  readonly branches: readonly Branch[];
  /** Those who came from here and introduced nobody. */
  readonly others: number;
}

/**
 * Where everybody but `exclude`, the owner, comes from, and who introduced whom. Whoever was introduced stands below
 * their introducer, by the first introduction; everybody else below the first event they were met at, the owner who met
 * them without one, or else the file their card came from. Where people introduced each other, in a circle of any
 * size, the one with the lowest key counts as introduced by nobody. Sources with most people come first.
 */
export function sourcesOf(meetings: Meetings, exclude?: number): Source[] {
  const { people } = meetings;
  const owner = exclude === undefined ? -1 : slotIn(people, exclude);
  const origins = originsOf(meetings);
  const parents = withoutCircles(introducersOf(meetings, owner));
  const children = new Map<number, number[]>();
  for (const [slot, by] of parents) {
    const known = children.get(by);
    if (known === undefined) children.set(by, [slot]);
    else known.push(slot);
  }
  const below = countsBelow(parents, children);
  const roots = new Map<number, { readonly introducers: number[]; others: number }>();
  for (let slot = 0; slot < people.length; slot += 1) {
    if (slot === owner || parents.has(slot)) continue;
    const origin = origins[slot]!;
    let root = roots.get(origin);
    if (root === undefined) roots.set(origin, (root = { introducers: [], others: 0 }));
    if (children.has(slot)) root.introducers.push(slot);
    else root.others += 1;
  }
  return Array.from(roots, ([origin, { introducers, others }]): Source => {
    const slots = branchesOf(introducers, children, below);
    const branches = slots.map(({ slot, ...branch }) => ({ id: people[slot]!, ...branch }));
    return { origin: originAt(origin), people: branches.length + others, branches, others };
  }).toSorted((a, b) => b.people - a.people || codeOf(a.origin) - codeOf(b.origin));
}

/** An origin as a number: everybody has one. */
const codeOf = (origin: Origin): number => {
  if (origin.kind === 'event') return origin.id * 2 + 2;
  if (origin.kind === 'import') return origin.id * 2 + 3;
  return origin.kind === 'met' ? 1 : 0;
};
const originAt = (code: number): Origin => {
  if (code < 2) return { kind: code === 1 ? 'met' : 'typed' };
  return { kind: code % 2 === 0 ? 'event' : 'import', id: (code - 2) >> 1 };
};

/** Everybody's origin by slot, as a number. */
function originsOf({ batches, who, days, events }: Meetings): Float64Array {
  const origins = Float64Array.from(batches, (id) =>
    codeOf(id === 0 ? { kind: 'typed' } : { kind: 'import', id }),
  );
  const first = firstOf(
    batches.length,
    who,
    days.map((day, at) => (day || UNKNOWN_DAY) + (events[at] === 0 ? WITHOUT_EVENT : 0)),
  );
  for (const [slot, at] of first.entries()) {
    if (at < 0) continue;
    const id = events[at]!;
    origins[slot] = codeOf(id === 0 ? { kind: 'met' } : { kind: 'event', id });
  }
  return origins;
}

/** Who introduced whom first, by slot. */
function introducersOf({ people, who, days, by }: Meetings, owner: number): Map<number, number> {
  const introducers = by.map((id, at) => {
    const slot = id === 0 ? -1 : slotIn(people, id);
    return slot === owner || slot === who[at] || who[at] === owner ? -1 : slot;
  });
  const first = firstOf(
    people.length,
    who,
    days.map((day, at) => (introducers[at]! < 0 ? NEVER : day || UNKNOWN_DAY)),
  );
  const found = new Map<number, number>();
  for (const [slot, at] of first.entries()) if (at >= 0) found.set(slot, introducers[at]!);
  return found;
}

/** After every day that is known; without an event after every one with, known or not. */
const UNKNOWN_DAY = 100_000_000;
const WITHOUT_EVENT = 1_000_000_000;
const NEVER = 2 ** 31 - 1;

/** The place of everybody's first, by `when`; of equals the one that stands first, -1 for those who have none. */
function firstOf(count: number, who: Int32Array, when: Int32Array): Int32Array {
  const first = new Int32Array(count).fill(-1);
  for (let at = 0; at < who.length; at += 1) {
    const before = first[who[at]!]!;
    if (when[at]! < (before < 0 ? NEVER : when[before]!)) first[who[at]!] = at;
  }
  return first;
}

/** By whom everybody was introduced, as a tree. */
function withoutCircles(introducedBy: ReadonlyMap<number, number>): Map<number, number> {
  const parents = new Map(introducedBy);
  const isSettled = new Set<number>();
  for (const start of parents.keys()) {
    const way = new Set<number>();
    let at: number | undefined = start;
    while (at !== undefined && !isSettled.has(at) && !way.has(at)) {
      way.add(at);
      at = parents.get(at);
    }
    if (at !== undefined && way.has(at)) parents.delete(lowestOf(at, parents));
    for (const id of way) isSettled.add(id);
  }
  return parents;
}

/** Of the circle that somebody is in. */
function lowestOf(start: number, parents: ReadonlyMap<number, number>): number {
  let lowest = start;
  for (let at = parents.get(start); at !== undefined && at !== start; at = parents.get(at))
    if (at < lowest) lowest = at;
  return lowest;
}

/** How many people are below everybody who introduced others. */
function countsBelow(
  parents: ReadonlyMap<number, number>,
  children: ReadonlyMap<number, readonly number[]>,
): Map<number, number> {
  const below = new Map<number, number>();
  const waiting = new Map(Array.from(children, ([id, those]) => [id, those.length]));
  // From the ends upwards, and not by recursion: a chain may be as long as a file wants it to be.
  const ready = [...parents.keys()].filter((id) => !children.has(id));
  for (let id = ready.pop(); id !== undefined; id = ready.pop()) {
    const by = parents.get(id);
    if (by === undefined) continue;
    below.set(by, (below.get(by) ?? 0) + (below.get(id) ?? 0) + 1);
    const left = waiting.get(by)! - 1;
    waiting.set(by, left);
    if (left === 0) ready.push(by);
  }
  return below;
}

/** These people and everybody below them, each before those they introduced. */
function branchesOf(
  roots: readonly number[],
  children: ReadonlyMap<number, readonly number[]>,
  below: ReadonlyMap<number, number>,
): (Omit<Branch, 'id'> & { readonly slot: number })[] {
  const peopleOf = (id: number): number => below.get(id) ?? 0;
  // The last is taken next.
  const lastFirst = (ids: readonly number[]): number[] =>
    ids.toSorted((a, b) => peopleOf(a) - peopleOf(b) || b - a);
  const found: (Omit<Branch, 'id'> & { readonly slot: number })[] = [];
  const left = lastFirst(roots).map((slot) => ({ slot, depth: 0 }));
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const { slot, depth } = next;
    found.push({ slot, depth, people: peopleOf(slot) });
    for (const child of lastFirst(children.get(slot) ?? [])) left.push({ slot: child, depth: depth + 1 });
  }
  return found;
}
