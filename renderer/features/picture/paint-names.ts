// Names in the picture: those of whom most is known first, as many as stand clear of each other.
import { forEachIn } from '#core/network/places.ts';
import { toPlace } from './camera.ts';
import { isFew, onScreen, radiusOf } from './frame.ts';
import type { Frame } from './frame.ts';
import { otherEnd } from './scene.ts';

const MOST_NAMES = 48;
const LINE = 16;
const LONGEST = 28;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Paints the names that are known and answers whose are still wanted. */
export function paintNames(context: CanvasRenderingContext2D, frame: Frame): number[] {
  const { names, colours, scene } = frame;
  const { x, y } = onScreen(frame);
  const wanted: number[] = [];
  const taken: Box[] = [];
  context.font = `500 13px ${colours.font}`;
  context.textAlign = 'center';
  context.textBaseline = 'top';
  context.lineJoin = 'round';
  for (const node of candidates(frame)) {
    if (taken.length >= MOST_NAMES) break;
    const [left, middle] = [x(node), y(node)];
    if (left < 0 || left > frame.size.width || middle < 0 || middle > frame.size.height) continue;
    const name = names.get(scene.ids[node]!);
    // Until its name is here the place is held by a name of middling length.
    const width = name === undefined ? 90 : context.measureText(shortened(name)).width;
    const box = placeOf(frame, node, width, taken);
    if (box === undefined) continue;
    taken.push(box);
    if (name === undefined) wanted.push(node);
    else
      paintName(context, frame, {
        name: shortened(name),
        left: (box.left + box.right) / 2,
        top: box.top + 2,
      });
  }
  return wanted;
}

/** Under the circle, or above it where that hides fewer people; nowhere, where another name stands. */
function placeOf(frame: Frame, node: number, width: number, taken: readonly Box[]): Box | undefined {
  const { x, y } = onScreen(frame);
  const [middle, radius] = [y(node), radiusOf(frame, node)];
  const left = insideOf(frame.size.width, x(node), width / 2 + 4);
  const [place, other] = [middle + radius + 3, middle - radius - LINE - 1]
    .map((top) => ({
      left: left - width / 2 - 4,
      right: left + width / 2 + 4,
      top: top - 2,
      bottom: top + LINE,
    }))
    .filter((box) => !taken.some((name) => overlap(box, name)))
    .map((box) => ({ box, hides: covered(frame, box) }));
  if (place === undefined) return undefined;
  const { box, hides } = other !== undefined && other.hides < place.hides ? other : place;
  // Of many people a name always hides some; of a few everybody is to be seen, unless it is the one asked about.
  return hides > 0 && isFew(frame.scene) && !isAskedAbout(frame, node) ? undefined : box;
}

/** The middle of a name: over its circle, and beside it where the name would leave the picture. */
export const insideOf = (width: number, middle: number, half: number): number =>
  Math.max(half, Math.min(width - half, middle));

const isAskedAbout = ({ chosen, pointedAt, way }: Frame, node: number): boolean =>
  chosen >= 0 || way.length > 0 || node === pointedAt;

/** First whom it is about, then everybody by the number of their ties. */
function* candidates({ scene, chosen, pointedAt, way }: Frame): Generator<number> {
  const first = new Set([pointedAt, chosen, ...way].filter((node) => node >= 0));
  if (chosen >= 0)
    for (const tie of scene.ties.subarray(scene.starts[chosen], scene.starts[chosen + 1]))
      first.add(otherEnd(scene, tie, chosen));
  yield* first;
  // Beside somebody chosen the names of others would only be in the way.
  if (chosen >= 0 || way.length > 0) return;
  for (const node of scene.byDegree) if (!first.has(node)) yield node;
}

function paintName(
  context: CanvasRenderingContext2D,
  { colours }: Frame,
  { name, left, top }: { readonly name: string; readonly left: number; readonly top: number },
): void {
  context.strokeStyle = colours.paper;
  context.lineWidth = 4;
  context.strokeText(name, left, top);
  context.fillStyle = colours.ink;
  context.fillText(name, left, top);
}

/** How many people a name would hide: a name goes above its circle where fewer stand. */
function covered(frame: Frame, { left, top, right, bottom }: Box): number {
  const { camera, size, scene } = frame;
  const { x, y } = onScreen(frame);
  const [from, to] = [
    toPlace(camera, size, { x: left, y: top }),
    toPlace(camera, size, { x: right, y: bottom }),
  ];
  let count = 0;
  forEachIn(scene.places, { left: from.x, top: from.y, right: to.x, bottom: to.y }, (node) => {
    if (x(node) > left && x(node) < right && y(node) > top && y(node) < bottom) count += 1;
  });
  return count;
}

const shortened = (name: string): string => {
  const letters = [...name];
  return letters.length <= LONGEST ? name : `${letters.slice(0, LONGEST - 1).join('')}…`;
};

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
