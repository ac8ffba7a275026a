// One look at the picture: all that painting it needs.
import type { Camera, Size } from './camera.ts';
import type { Colours, Palette } from './colours.ts';
import type { Scene } from './scene.ts';

export interface Frame {
  readonly scene: Scene;
  readonly camera: Camera;
  readonly size: Size;
  readonly colours: Colours;
  readonly palette: Palette;
  /** Somebody chosen or pointed at; -1: nobody. */
  readonly chosen: number;
  readonly pointedAt: number;
  /** A way through the picture: its people in order. */
  readonly way: readonly number[];
  /** What people are called, as far as it is known yet. */
  readonly names: ReadonlyMap<number, string>;
  /** While it moves, less is drawn. */
  readonly isMoving: boolean;
}

export interface OnScreen {
  readonly x: (node: number) => number;
  readonly y: (node: number) => number;
}

/** Where people stand on the screen, in pixels. */
export function onScreen({ scene, camera, size }: Pick<Frame, 'scene' | 'camera' | 'size'>): OnScreen {
  const { xy } = scene.places;
  const [dx, dy] = [size.width / 2 - camera.x * camera.scale, size.height / 2 - camera.y * camera.scale];
  return {
    x: (node) => xy[2 * node]! * camera.scale + dx,
    y: (node) => xy[2 * node + 1]! * camera.scale + dy,
  };
}

/** With so few there is room for everybody to be a circle, however far away. */
const FEW = 600;

export const isFew = (scene: Scene): boolean => scene.ids.length <= FEW;

/** The radius of a person in pixels: larger for whoever knows more people, and closer by. */
export const radiusOf = ({ scene, camera }: Pick<Frame, 'scene' | 'camera'>, node: number): number =>
  (2.2 + 0.9 * Math.sqrt(Math.min(scene.degrees[node]!, 120))) *
  Math.min(2, Math.max(isFew(scene) ? 1.1 : 0.35, camera.scale ** 0.6));
