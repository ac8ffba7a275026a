// From suggested pairs to the groups a person reviews: never two in one group who must stay apart.
import type { ContactId } from '#core/contacts/model.ts';
import type { DuplicateGroup, DuplicatePair, DuplicateTier } from './model.ts';

/** As many as can be shown side by side and merged at once. */
const LARGEST_GROUP = 20;

const TIERS: readonly DuplicateTier[] = ['surely', 'probably', 'possibly'];
const place = (tier: DuplicateTier) => TIERS.indexOf(tier);

/** A group while it grows. */
interface Growing {
  readonly ids: ContactId[];
  tier: DuplicateTier;
}

/**
 * Groups of people who may all be one, in the order of review: surest tier first, then by match weight; clones last,
 * each a pair of its own. The strongest pairs join first; a pair joins nobody with whom somebody must stay apart
 * (`isApart`, or a clone), and a group that is surely one takes in nobody by less: what is left over is suggested again
 * once that group is decided. Does not depend on the order of `pairs`.
 */
export function groupsOf(
  pairs: readonly DuplicatePair[],
  isApart: (a: ContactId, b: ContactId) => boolean,
): DuplicateGroup[] {
  const open = pairs.filter(({ a, b }) => !isApart(a, b)).toSorted(strongestFirst);
  const clones = open.filter(({ kind }) => kind === 'clone');
  const cloned = new Set(clones.map(({ a, b }) => nameOf([a, b])));
  const mustStayApart = (a: ContactId, b: ContactId) =>
    isApart(a, b) || (cloned.size > 0 && cloned.has(nameOf(a < b ? [a, b] : [b, a])));
  const groupOf = new Map<ContactId, Growing>();
  for (const pair of open) if (pair.kind === 'same') join(pair, groupOf, mustStayApart);
  const groups = [...new Set(groupOf.values())].filter(({ ids }) => ids.length > 1);
  const within = new Map<Growing, DuplicatePair[]>(groups.map((group) => [group, []]));
  for (const pair of open) {
    const group = groupOf.get(pair.a);
    if (group !== undefined && pair.kind === 'same' && group === groupOf.get(pair.b))
      within.get(group)?.push(pair);
  }
  return [
    ...[...within].map(([{ ids, tier }, inside]) => toGroup(ids, tier, inside)).toSorted(reviewFirst),
    ...clones.map((pair) => toGroup([pair.a, pair.b], pair.tier, [pair])).toSorted(reviewFirst),
  ];
}

function join(
  { a, b, tier }: DuplicatePair,
  groupOf: Map<ContactId, Growing>,
  mustStayApart: (a: ContactId, b: ContactId) => boolean,
): void {
  const one = groupOf.get(a) ?? { ids: [a], tier };
  const other = groupOf.get(b) ?? { ids: [b], tier };
  if (one === other || one.ids.length + other.ids.length > LARGEST_GROUP) return;
  const weakest = [one.tier, other.tier, tier].reduce((x, y) => (place(x) > place(y) ? x : y));
  const isSure = [one, other].some((group) => group.ids.length > 1 && group.tier === 'surely');
  if (isSure && weakest !== 'surely') return;
  if (one.ids.some((x) => other.ids.some((y) => mustStayApart(x, y)))) return;
  const [larger, smaller] = one.ids.length >= other.ids.length ? [one, other] : [other, one];
  larger.ids.push(...smaller.ids);
  larger.tier = weakest;
  for (const id of larger.ids) groupOf.set(id, larger);
}

const nameOf = (ids: readonly ContactId[]) => ids.join('-');

function toGroup(
  members: readonly ContactId[],
  tier: DuplicateTier,
  pairs: readonly DuplicatePair[],
): DuplicateGroup {
  const ids = members.toSorted((a, b) => a - b);
  const [{ kind } = { kind: 'same' as const }] = pairs;
  return { key: nameOf(ids), kind, tier, ids, pairs: pairs.toSorted(heaviestFirst) };
}

const heaviestFirst = (x: DuplicatePair, y: DuplicatePair) => y.weight - x.weight || x.a - y.a || x.b - y.b;

/** Sure pairs join before all others, whatever these weigh. */
const strongestFirst = (x: DuplicatePair, y: DuplicatePair) =>
  Number(y.tier === 'surely') - Number(x.tier === 'surely') || heaviestFirst(x, y);

const reviewFirst = (x: DuplicateGroup, y: DuplicateGroup) =>
  place(x.tier) - place(y.tier) || heaviestFirst(x.pairs[0]!, y.pairs[0]!); // a group has a pair that made it
