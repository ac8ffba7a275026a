// The lines of the picture: on record solid, likely ones broken, the strongest first where not all can be drawn.
import { heightOfTie, isLikelyTie } from './scene.ts';
import { onScreen } from './frame.ts';
import type { Frame } from './frame.ts';

const MOST_LINES = 12_000;
const MOST_MOVING = 2500;
/** From so many lines on, broken ones take too long to draw and cannot be told from solid ones anyway: they are paler. */
const MOST_BROKEN = 1500;

export function paintTies(context: CanvasRenderingContext2D, frame: Frame): void {
  const { scene, chosen, colours } = frame;
  const lines = linesOf(frame);
  const isFew = lines.solid.length + lines.likely.length <= MOST_BROKEN;
  context.lineWidth = 1;
  context.strokeStyle = colours.tie;
  context.globalAlpha = (chosen >= 0 ? 0.35 : 1) * (isFew ? 0.9 : 0.5);
  stroke(context, frame, lines.solid);
  if (isFew) context.setLineDash([4, 3]);
  else context.globalAlpha *= 0.6;
  stroke(context, frame, lines.likely);
  context.setLineDash([]);
  context.globalAlpha = 1;
  if (chosen >= 0)
    paintOwnTies(context, frame, scene.ties.subarray(scene.starts[chosen], scene.starts[chosen + 1]));
  paintWay(context, frame);
}

/** The ties that cross the screen, as many as can be drawn. */
function linesOf(frame: Frame): { readonly solid: number[]; readonly likely: number[] } {
  const { scene, size, isMoving } = frame;
  const { x, y } = onScreen(frame);
  const most = isMoving ? MOST_MOVING : MOST_LINES;
  const [solid, likely]: [number[], number[]] = [[], []];
  for (let tie = 0; tie < scene.kinds.length && solid.length + likely.length < most; tie += 1) {
    const [one, other] = [scene.pairs[2 * tie]!, scene.pairs[2 * tie + 1]!];
    if (isBeside(x(one), x(other), size.width) || isBeside(y(one), y(other), size.height)) continue;
    (isLikelyTie(scene, tie) ? likely : solid).push(tie);
  }
  return { solid, likely };
}

/** Both ends lie off the same side. */
const isBeside = (one: number, other: number, end: number): boolean =>
  (one < 0 && other < 0) || (one > end && other > end);

function stroke(context: CanvasRenderingContext2D, frame: Frame, ties: Iterable<number>): void {
  const { pairs } = frame.scene;
  const { x, y } = onScreen(frame);
  context.beginPath();
  for (const tie of ties) {
    context.moveTo(x(pairs[2 * tie]!), y(pairs[2 * tie]!));
    context.lineTo(x(pairs[2 * tie + 1]!), y(pairs[2 * tie + 1]!));
  }
  context.stroke();
}

/** The ties of whoever is chosen stand out; the stronger the thicker. */
function paintOwnTies(context: CanvasRenderingContext2D, frame: Frame, ties: Int32Array): void {
  context.strokeStyle = frame.colours.accent;
  for (const tie of ties) {
    context.lineWidth = 1 + 0.4 * heightOfTie(frame.scene, tie);
    context.setLineDash(isLikelyTie(frame.scene, tie) ? [5, 4] : []);
    stroke(context, frame, [tie]);
  }
  context.setLineDash([]);
}

function paintWay(context: CanvasRenderingContext2D, frame: Frame): void {
  const { x, y } = onScreen(frame);
  const [first, ...rest] = frame.way;
  if (first === undefined) return;
  context.strokeStyle = frame.colours.accent;
  context.lineWidth = 4;
  context.lineJoin = 'round';
  context.beginPath();
  context.moveTo(x(first), y(first));
  for (const node of rest) context.lineTo(x(node), y(node));
  context.stroke();
}
