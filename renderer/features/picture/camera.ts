// From places in the picture to points on the screen, and back.
import type { Places, Rect } from '#core/network/places.ts';

/** The place in the middle of the screen, and how many pixels a unit is. */
export interface Camera {
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}
export interface Size {
  readonly width: number;
  readonly height: number;
}
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Closer than this a person is a plate. */
const CLOSEST = 12;

/** The whole picture with a margin around it; a picture of one person is not blown up. */
export function wholeOf(places: Places, size: Size): Camera {
  const { left, top, width, height } = places;
  const margin = 48;
  const scale = Math.min(
    (size.width - 2 * margin) / Math.max(width, 60),
    (size.height - 2 * margin) / Math.max(height, 60),
  );
  return { x: left + width / 2, y: top + height / 2, scale: Math.max(1e-4, Math.min(3, scale)) };
}

export const toPlace = ({ x, y, scale }: Camera, size: Size, point: Point): Point => ({
  x: (point.x - size.width / 2) / scale + x,
  y: (point.y - size.height / 2) / scale + y,
});

/** Closer by a factor, with what is under the point staying there. `least` is how far out one may go. */
export function zoomedAt(
  camera: Camera,
  size: Size,
  { point, factor, least }: { readonly point: Point; readonly factor: number; readonly least: number },
): Camera {
  const scale = Math.min(CLOSEST, Math.max(least, camera.scale * factor));
  const place = toPlace(camera, size, point);
  return {
    x: place.x - (point.x - size.width / 2) / scale,
    y: place.y - (point.y - size.height / 2) / scale,
    scale,
  };
}

/** Moved by so many pixels of the screen. */
export const panned = (camera: Camera, dx: number, dy: number): Camera => ({
  ...camera,
  x: camera.x - dx / camera.scale,
  y: camera.y - dy / camera.scale,
});

/** What part of the picture is on the screen, and `around` pixels beside it. */
export function seenBy(camera: Camera, size: Size, around = 0): Rect {
  const { x: left, y: top } = toPlace(camera, size, { x: -around, y: -around });
  const { x: right, y: bottom } = toPlace(camera, size, { x: size.width + around, y: size.height + around });
  return { left, top, right, bottom };
}
