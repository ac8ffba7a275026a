// The people of the picture: circles while they can be told apart, dots when there are thousands on the screen.
import { forEachIn } from '#core/network/places.ts';
import { seenBy } from './camera.ts';
import { pixelOf } from './colours.ts';
import { onScreen, radiusOf } from './frame.ts';
import type { Frame } from './frame.ts';
import { otherEnd } from './scene.ts';

const MOST_CIRCLES = 5000;

export function paintPeople(context: CanvasRenderingContext2D, frame: Frame): void {
  const seen: number[] = [];
  forEachIn(frame.scene.places, seenBy(frame.camera, frame.size, 16), (node) => seen.push(node));
  const bright = brightPeople(frame);
  context.globalAlpha = bright === undefined ? 1 : 0.25;
  if (seen.length > MOST_CIRCLES) paintDots(context, frame, seen);
  else paintCircles(context, frame, seen);
  context.globalAlpha = 1;
  if (bright === undefined) return;
  paintCircles(context, frame, bright);
  for (const node of frame.way) ringAround(context, frame, node);
  if (frame.chosen >= 0) ringAround(context, frame, frame.chosen);
}

/** Who stays bright while somebody is chosen or a way is shown: they and whoever they are tied to. */
function brightPeople({ scene, chosen, way }: Frame): number[] | undefined {
  if (chosen < 0) return way.length === 0 ? undefined : [...way];
  const ties = scene.ties.subarray(scene.starts[chosen], scene.starts[chosen + 1]);
  return [chosen, ...Array.from(ties, (tie) => otherEnd(scene, tie, chosen)), ...way];
}

function paintCircles(context: CanvasRenderingContext2D, frame: Frame, nodes: readonly number[]): void {
  const { palette, colours } = frame;
  const { x, y } = onScreen(frame);
  const byColour: number[][] = palette.colours.map(() => []);
  for (const node of nodes) byColour[palette.of[node]!]!.push(node);
  byColour.forEach((some, at) => {
    context.beginPath();
    for (const node of some) {
      const [left, top, radius] = [x(node), y(node), radiusOf(frame, node)];
      context.moveTo(left + radius, top);
      context.arc(left, top, radius, 0, 2 * Math.PI);
    }
    context.fillStyle = palette.colours[at]!;
    context.fill();
    if (nodes.length > 600) return;
    context.strokeStyle = colours.paper;
    context.lineWidth = 1.5;
    context.stroke();
  });
}

/** Dots are written as pixels: a hundred thousand of them in the time of a few thousand circles. */
function paintDots(context: CanvasRenderingContext2D, frame: Frame, nodes: readonly number[]): void {
  const { palette, size, camera } = frame;
  const ratio = context.getTransform().a;
  const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
  const pixels = palette.colours.map(pixelOf);
  const image = new ImageData(width, height);
  const grid = new Uint32Array(image.data.buffer);
  const side = Math.max(1, Math.round(ratio * Math.min(4, 1.4 + 6 * camera.scale)));
  const { x, y } = onScreen(frame);
  for (const node of nodes) {
    const [left, top] = [Math.round(x(node) * ratio - side / 2), Math.round(y(node) * ratio - side / 2)];
    if (left < 0 || top < 0 || left + side > width || top + side > height) continue;
    const pixel = pixels[palette.of[node]!]!;
    for (let row = top; row < top + side; row += 1)
      grid.fill(pixel, row * width + left, row * width + left + side);
  }
  const layer = new OffscreenCanvas(width, height);
  layer.getContext('2d')!.putImageData(image, 0, 0);
  context.drawImage(layer, 0, 0, size.width, size.height);
}

function ringAround(context: CanvasRenderingContext2D, frame: Frame, node: number): void {
  const { x, y } = onScreen(frame);
  context.beginPath();
  context.arc(x(node), y(node), radiusOf(frame, node) + 4, 0, 2 * Math.PI);
  context.strokeStyle = frame.colours.accent;
  context.lineWidth = 2.5;
  context.stroke();
}
