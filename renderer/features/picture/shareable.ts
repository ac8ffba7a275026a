// What of the picture may go into a file: everything but confidential people and their ties.
import { placesOf } from '#core/network/places.ts';
import type { Scene } from './scene.ts';
import { tiesByPerson } from './scene.ts';

/** The scene without the people the owner keeps to themselves, everybody else where they were. */
export function shareable(scene: Scene): Scene {
  if (!scene.confidential.includes(1)) return scene;
  const kept = scene.ids.map((_, node) => node).filter((node) => scene.confidential[node] === 0);
  const place = new Int32Array(scene.ids.length).fill(-1);
  kept.forEach((node, at) => (place[node] = at));
  const ties = Array.from(scene.kinds.keys()).filter(
    (tie) => place[scene.pairs[2 * tie]!]! >= 0 && place[scene.pairs[2 * tie + 1]!]! >= 0,
  );
  const pick = (from: Uint8Array): Uint8Array => Uint8Array.from(kept, (node) => from[node]!);
  const pairs = Int32Array.from(
    ties.flatMap((tie) => [place[scene.pairs[2 * tie]!]!, place[scene.pairs[2 * tie + 1]!]!]),
  );
  const ids = Int32Array.from(kept, (node) => scene.ids[node]!);
  const xy = Float32Array.from(
    Array.from(kept, (node) => [scene.places.xy[2 * node]!, scene.places.xy[2 * node + 1]!]).flat(),
  );
  const linked = tiesByPerson({ ids, pairs });
  return {
    ids,
    pairs,
    kinds: Uint8Array.from(ties, (tie) => scene.kinds[tie]!),
    tieCount: ties.length,
    levels: pick(scene.levels),
    how: pick(scene.how),
    confidential: pick(scene.confidential),
    // How many they know says too much about whom: it is counted anew among those who are left.
    degrees: Int32Array.from(kept, (_, at) => linked.starts[at + 1]! - linked.starts[at]!),
    community: Int32Array.from(kept, (node) => scene.community[node]!),
    byDegree: scene.byDegree.filter((node) => place[node]! >= 0).map((node) => place[node]!),
    places: placesOf(xy),
    ...linked,
  };
}
