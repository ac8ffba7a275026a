// Where the window was, and whether it can be there again.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

export interface Rectangle {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** What is remembered between two runs. */
export interface WindowPlace {
  readonly bounds: Rectangle;
  readonly maximized: boolean;
}

export const SMALLEST = { width: 480, height: 400 } as const;
const USUAL = { width: 1280, height: 840 } as const;
/** How much of the window must be on a screen for its title bar to be within reach. */
const REACHABLE = 80;

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);

/** Reads what was remembered; undefined when it is missing or not what we write. */
export function parseWindowPlace(text: string): WindowPlace | undefined {
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch {
    // A file cut short by a crash is the same as none.
    return undefined;
  }
  if (typeof read !== 'object' || read === null || !('bounds' in read)) return undefined;
  const { bounds } = read;
  if (typeof bounds !== 'object' || bounds === null) return undefined;
  // True by the line above; every value is checked before it is used.
  const { x, y, width, height } = bounds as Record<string, unknown>;
  if (!isWhole(x) || !isWhole(y) || !isWhole(width) || !isWhole(height)) return undefined;
  return { bounds: { x, y, width, height }, maximized: 'maximized' in read && read.maximized === true };
}

const overlap = (fromA: number, toA: number, fromB: number, toB: number): number =>
  Math.min(toA, toB) - Math.max(fromA, fromB);

/** Whether enough of the window's top edge is on one of the screens to be dragged. */
export function isReachable(bounds: Rectangle, screens: readonly Rectangle[]): boolean {
  return screens.some(
    (screen) =>
      overlap(bounds.x, bounds.x + bounds.width, screen.x, screen.x + screen.width) >= REACHABLE &&
      bounds.y >= screen.y &&
      bounds.y <= screen.y + screen.height - REACHABLE,
  );
}

/** The bounds to open with: as remembered when that is reachable and not too small, else usual and centred. */
export function openingBounds(
  place: WindowPlace | undefined,
  screens: readonly Rectangle[],
): Partial<Rectangle> & { readonly width: number; readonly height: number } {
  if (place === undefined) return USUAL;
  const size = {
    width: Math.max(place.bounds.width, SMALLEST.width),
    height: Math.max(place.bounds.height, SMALLEST.height),
  };
  const bounds = { x: place.bounds.x, y: place.bounds.y, ...size };
  return isReachable(bounds, screens) ? bounds : size;
}

/** Reads the file; undefined when there is none yet. */
export function recallPlace(file: string): WindowPlace | undefined {
  try {
    return parseWindowPlace(readFileSync(file, 'utf8'));
  } catch {
    // The first start.
    return undefined;
  }
}

/** Writes the file. A window that cannot be remembered is no reason to disturb anyone. */
export function rememberPlace(file: string, place: WindowPlace): void {
  try {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    writeFileSync(file, JSON.stringify(place), { mode: 0o600 });
  } catch {
    // A read-only or full disk: the next start opens at the usual place.
  }
}
