// Walking through the picture by arrow keys.
import type { Point } from './camera.ts';
import { otherEnd } from './scene.ts';
import type { Scene } from './scene.ts';

/**
 * Who is next in a direction (a unit step on the screen): of those the chosen person is tied to the one who lies most
 * that way; where no tie leads that way, whoever stands nearest there. Without a choice, whoever has most ties.
 */
export function nextByKey(scene: Scene, chosen: number, direction: Point): number {
  if (chosen < 0) return scene.byDegree[0] ?? -1;
  const ties = scene.ties.subarray(scene.starts[chosen], scene.starts[chosen + 1]);
  const tied = best(
    scene,
    chosen,
    direction,
    Array.from(ties, (tie) => otherEnd(scene, tie, chosen)),
  );
  return tied ?? best(scene, chosen, direction, scene.byDegree) ?? chosen;
}

/** The nearest within 60° of the direction, the straighter the better. */
function best(
  { places: { xy } }: Scene,
  from: number,
  direction: Point,
  among: Iterable<number>,
): number | undefined {
  let found: number | undefined;
  let least = Infinity;
  for (const node of among) {
    const [dx, dy] = [xy[2 * node]! - xy[2 * from]!, xy[2 * node + 1]! - xy[2 * from + 1]!];
    const away = Math.hypot(dx, dy);
    const straight = (dx * direction.x + dy * direction.y) / away;
    if (node === from || !(straight > 0.5)) continue;
    const cost = away / straight;
    if (cost >= least) continue;
    least = cost;
    found = node;
  }
  return found;
}
