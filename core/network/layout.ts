// Where everybody stands in the picture. The same network always gives the same places: nothing here is random.
import { forceCollide, forceLink, forceManyBody, forceSimulation, forceX, forceY } from 'd3-force';
import type { Simulation, SimulationLinkDatum, SimulationNodeDatum } from 'd3-force';
import type { WeightedTies } from './communities.ts';

/** What is laid out: ties, and the community of every node (-1: tied to nobody). */
export interface ToLayOut extends WeightedTies {
  readonly community: Int32Array;
}

/** Units of the picture between two neighbours inside a community. */
const SPACING = 10;
/** Few people have more room, so that their names do. */
const FEW = 400;
const roomFor = (tied: number): number => (tied <= FEW ? 2.4 : 1);
/** So many communities find their place by what ties them; smaller ones stand around them in a ring. */
const MOST_PLACED = 400;
/** A community of fewer is not worth a place of its own. */
const FEWEST_PLACED = 4;
/** Up to so many people the ties themselves draw everybody to their place; beyond, communities are discs. */
export const MOST_FORCED = 5000;
const COMMUNITY_TICKS = 200;
/** Many people start from good places and need not travel far. */
const personTicks = (people: number): number => (people <= 1500 ? 120 : 50);
const TICKS_A_STEP = 10;

/** The angle between two seeds of a sunflower (Vogel 1979): a disc evenly filled. */
const GOLDEN = Math.PI * (3 - Math.sqrt(5));

/**
 * Places as x and y side by side. Yields the picture as it comes along, first of all whole; what is yielded is written
 * to again, so whoever keeps one must copy it.
 */
export function* layoutSteps(graph: ToLayOut): Generator<Float32Array, Float32Array> {
  const places = new Float32Array(2 * graph.count);
  const groups = groupsOf(graph);
  const discs = placedDiscs(graph, groups);
  for (const disc of discs) fillDisc(disc, places);
  ring(groups, discs, places);
  yield places;
  if (groups.tied > 0 && groups.tied <= MOST_FORCED)
    yield* drawnTogether(graph, { discs, room: groups.room }, places);
  return places;
}

interface Groups {
  /** The members of every community, those with most ties first. */
  readonly members: readonly (readonly number[])[];
  /** People tied to nobody. */
  readonly alone: readonly number[];
  readonly tied: number;
  /** How much more room than `SPACING` there is. */
  readonly room: number;
}

function groupsOf({ count, pairs, community }: ToLayOut): Groups {
  const degrees = new Int32Array(count);
  for (const node of pairs) degrees[node]! += 1;
  const members: number[][] = [];
  const alone: number[] = [];
  const order = Array.from({ length: count }, (_, node) => node);
  order.sort((a, b) => degrees[b]! - degrees[a]! || a - b);
  for (const node of order) {
    const at = community[node]!;
    if (at < 0) alone.push(node);
    else (members[at] ??= []).push(node);
  }
  const tied = count - alone.length;
  return { members, alone: alone.toSorted((a, b) => a - b), tied, room: roomFor(tied) };
}

/** A community as a circle. */
interface Disc extends SimulationNodeDatum {
  readonly members: readonly number[];
  readonly radius: number;
  readonly room: number;
  x: number;
  y: number;
}

const radiusOf = (size: number, room: number): number => room * SPACING * (Math.sqrt(size) * 0.62 + 1);

/** The large communities, where the ties between them draw them, none over another. */
function placedDiscs({ pairs, weights, community }: ToLayOut, { members, room }: Groups): Disc[] {
  const large = members.slice(0, MOST_PLACED).filter(({ length }) => length >= FEWEST_PLACED);
  const reach = Math.sqrt(large.reduce((sum, group) => sum + radiusOf(group.length, room) ** 2, 0)) * 1.3;
  const discs: Disc[] = large.map((group, at) => {
    const away = reach * Math.sqrt((at + 0.5) / large.length);
    const turn = at * GOLDEN;
    return {
      members: group,
      radius: radiusOf(group.length, room),
      room,
      x: away * Math.cos(turn),
      y: away * Math.sin(turn),
    };
  });
  const between = new Map<number, number>();
  weights.forEach((weight, at) => {
    const [one, other] = [community[pairs[2 * at]!]!, community[pairs[2 * at + 1]!]!];
    if (one === other || one >= discs.length || other >= discs.length) return;
    const key = Math.min(one, other) * discs.length + Math.max(one, other);
    between.set(key, (between.get(key) ?? 0) + weight);
  });
  const links = Array.from(between, ([key, weight]) => ({
    source: Math.floor(key / discs.length),
    target: key % discs.length,
    weight,
  }));
  const strength = ({ source, target, weight }: Link<Disc>): number =>
    Math.min(1, weight / Math.min(sizeOf(discs, source), sizeOf(discs, target)));
  run(
    forceSimulation(discs)
      .force('apart', forceCollide<Disc>(({ radius }) => radius + SPACING).iterations(3))
      .force('x', forceX<Disc>(0).strength(0.06))
      .force('y', forceY<Disc>(0).strength(0.06))
      .force(
        'ties',
        forceLink<Disc, Link<Disc>>(links)
          .distance(({ source, target }) => discOf(discs, source).radius + discOf(discs, target).radius)
          .strength((link) => 0.3 * strength(link)),
      ),
    COMMUNITY_TICKS,
  );
  return discs;
}

/** A tie as the simulation wants it: before it starts its ends are places, afterwards the nodes themselves. */
interface Link<Node extends SimulationNodeDatum> extends SimulationLinkDatum<Node> {
  readonly weight: number;
}
const discOf = (discs: readonly Disc[], end: Link<Disc>['source']): Disc =>
  typeof end === 'object' ? end : discs[Number(end)]!;
const sizeOf = (discs: readonly Disc[], end: Link<Disc>['source']): number =>
  discOf(discs, end).members.length;

/** Runs it to its end at once: the clock it would run by has no place here. */
function run(simulation: Simulation<never, never> | Simulation<Disc, undefined>, ticks: number): void {
  simulation.stop();
  simulation.alphaDecay(1 - 0.001 ** (1 / ticks));
  simulation.tick(ticks);
}

/** Members from the middle outward. */
function fillDisc({ members, room, x, y }: Disc, places: Float32Array): void {
  members.forEach((node, at) => {
    const away = room * SPACING * 0.62 * Math.sqrt(at);
    places[2 * node] = x + away * Math.cos(at * GOLDEN);
    places[2 * node + 1] = y + away * Math.sin(at * GOLDEN);
  });
}

/** Around the rest: first the small communities, each a small disc, then everybody who is tied to nobody. */
function ring({ members, alone, room }: Groups, discs: readonly Disc[], places: Float32Array): void {
  let away = Math.max(0, ...discs.map(({ x, y, radius }) => Math.hypot(x, y) + radius)) + 3 * SPACING;
  let turn = 0;
  let widest = 0;
  for (const group of members.slice(discs.length)) {
    const radius = radiusOf(group.length, room);
    const step = (2 * radius + SPACING) / away;
    if (turn + step > 2 * Math.PI) {
      away += 2 * widest + SPACING;
      turn = 0;
      widest = 0;
    }
    widest = Math.max(widest, radius);
    turn += step;
    const at = turn - step / 2;
    fillDisc({ members: group, radius, room, x: away * Math.cos(at), y: away * Math.sin(at) }, places);
  }
  const inner = discs.length + members.length === 0 ? 0 : away + 2 * widest + 2 * SPACING;
  // A sunflower that begins where the ring ends.
  const skipped = (inner / (SPACING * 0.62)) ** 2;
  alone.forEach((node, at) => {
    const out = SPACING * 0.62 * Math.sqrt(at + skipped);
    places[2 * node] = out * Math.cos(at * GOLDEN);
    places[2 * node + 1] = out * Math.sin(at * GOLDEN);
  });
}

interface Person extends SimulationNodeDatum {
  readonly node: number;
  readonly home: Disc;
  x: number;
  y: number;
}

/** Everybody of the large communities drawn by their own ties, each community still around its place. */
function* drawnTogether(
  { pairs, weights }: ToLayOut,
  { discs, room }: { readonly discs: readonly Disc[]; readonly room: number },
  places: Float32Array,
): Generator<Float32Array> {
  const people: Person[] = discs.flatMap((home) =>
    home.members.map((node) => ({ node, home, x: places[2 * node]!, y: places[2 * node + 1]! })),
  );
  const at = new Map(people.map((person, place) => [person.node, place]));
  const links: Link<Person>[] = [];
  weights.forEach((weight, tie) => {
    const [source, target] = [at.get(pairs[2 * tie]!), at.get(pairs[2 * tie + 1]!)];
    if (source !== undefined && target !== undefined) links.push({ source, target, weight });
  });
  const ticks = personTicks(people.length);
  const simulation = forceSimulation(people)
    .force(
      'apart',
      forceManyBody<Person>()
        .strength(-14 * room)
        .distanceMax(160 * room)
        .theta(1.1),
    )
    .force('room', forceCollide<Person>(SPACING * 0.42 * room))
    .force('ties', forceLink<Person, Link<Person>>(links).distance(SPACING * 1.4 * room))
    .force('x', forceX<Person>(({ home }) => home.x).strength(0.09))
    .force('y', forceY<Person>(({ home }) => home.y).strength(0.09))
    .alpha(0.6)
    .alphaDecay(1 - 0.001 ** (1 / ticks))
    .stop();
  for (let tick = 0; tick < ticks; tick += TICKS_A_STEP) {
    simulation.tick(TICKS_A_STEP);
    for (const { node, x, y } of people) {
      places[2 * node] = x;
      places[2 * node + 1] = y;
    }
    yield places;
  }
}
