// What the canvas of the picture listens to and remembers.
import { useEffect, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { PointerEvent, RefObject } from 'react';
import { wholeOf } from './camera.ts';
import type { Camera, Point, Size } from './camera.ts';
import { coloursAt, paletteOf } from './colours.ts';
import type { ColourBy, Colours } from './colours.ts';
import type { Frame } from './frame.ts';
import type { Names } from './names.ts';
import { paintNames } from './paint-names.ts';
import { paintPeople } from './paint-people.ts';
import { paintTies } from './paint-ties.ts';
import type { Scene } from './scene.ts';

/** After the last move it takes this long until all is drawn again, in milliseconds. */
const REST = 140;

export function useSize(canvas: RefObject<HTMLCanvasElement | null>): Size | undefined {
  const [size, setSize] = useState<Size>();
  useLayoutEffect(() => {
    const element = canvas.current!;
    const read = () => setSize({ width: element.clientWidth, height: element.clientHeight });
    read();
    const watcher = new ResizeObserver(read);
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [canvas]);
  return size;
}

/** All of the picture at first, for as long as it has not been moved; another picture or way begins anew. */
export function useCamera(scene: Scene, size: Size | undefined, way: readonly number[]) {
  const of = `${scene.ids.length} ${scene.ids[0]} ${way.join('-')}`;
  const [moved, setMoved] = useState<{ readonly of: string; readonly camera: Camera }>();
  const whole = size === undefined ? undefined : wholeOf(scene.places, size);
  const camera = moved?.of === of ? moved.camera : whole;
  const set = (change: (before: Camera) => Camera) =>
    setMoved((before) => {
      const now = before?.of === of ? before.camera : whole;
      return now === undefined ? before : { of, camera: change(now) };
    });
  return [camera, set] as const;
}

export function useMoving(camera: Camera | undefined): boolean {
  const [rested, setRested] = useState(camera);
  useEffect(() => {
    const timer = setTimeout(() => setRested(camera), REST);
    return () => clearTimeout(timer);
  }, [camera]);
  return rested !== camera && rested !== undefined;
}

interface Painting {
  readonly scene: Scene;
  readonly colourBy: ColourBy;
  readonly chosen: number;
  readonly way: readonly number[];
  readonly names: Names;
  readonly size: Size | undefined;
  readonly camera: Camera | undefined;
  readonly pointedAt: number;
  readonly isMoving: boolean;
}

/** Paints once per screen refresh whenever something differs; answers what is painted. */
export function usePainted(
  canvas: RefObject<HTMLCanvasElement | null>,
  { scene, colourBy, chosen, way, names, size, camera, pointedAt, isMoving }: Painting,
): Frame | undefined {
  const colours = useColours();
  const { known, want } = names;
  const palette = useMemo(() => paletteOf(scene, colourBy, colours), [scene, colourBy, colours]);
  const frame = useMemo(
    (): Frame | undefined =>
      size === undefined || camera === undefined || size.width === 0
        ? undefined
        : { scene, camera, size, colours, palette, chosen, pointedAt, way, names: known, isMoving },
    [scene, camera, size, colours, palette, chosen, pointedAt, way, known, isMoving],
  );
  useLayoutEffect(() => {
    if (frame === undefined) return undefined;
    const request = requestAnimationFrame(() => {
      const wanted = paint(canvas.current!, frame);
      if (!frame.isMoving) want(wanted.map((node) => frame.scene.ids[node]!));
    });
    return () => cancelAnimationFrame(request);
  }, [canvas, frame, want]);
  return frame;
}

function paint(canvas: HTMLCanvasElement, frame: Frame): number[] {
  const { size, colours } = frame;
  const ratio = window.devicePixelRatio;
  const [width, height] = [Math.round(size.width * ratio), Math.round(size.height * ratio)];
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
  }
  const context = canvas.getContext('2d', { alpha: false })!;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.fillStyle = colours.paper;
  context.fillRect(0, 0, size.width, size.height);
  paintTies(context, frame);
  paintPeople(context, frame);
  return paintNames(context, frame);
}

const read: { theme: string; colours: Colours | undefined } = { theme: '', colours: undefined };

/** The colours as they are now: read again when the theme changes, by the system's hand or the owner's. */
const useColours = (): Colours =>
  useSyncExternalStore(watchTheme, () => {
    const theme = `${document.documentElement.dataset['theme']} ${darkSystem().matches}`;
    if (read.colours === undefined || read.theme !== theme)
      Object.assign(read, { theme, colours: coloursAt(document.body) });
    return read.colours!;
  });

const darkSystem = () => window.matchMedia('(prefers-color-scheme: dark)');

function watchTheme(changed: () => void): () => void {
  const dark = darkSystem();
  dark.addEventListener('change', changed);
  const watcher = new MutationObserver(changed);
  watcher.observe(document.documentElement, { attributeFilter: ['data-theme'] });
  return () => {
    dark.removeEventListener('change', changed);
    watcher.disconnect();
  };
}

/** React listens for wheels passively, and a passive listener cannot keep the page from scrolling. */
export function useWheel(
  canvas: RefObject<HTMLCanvasElement | null>,
  onWheel: (event: WheelEvent) => void,
): void {
  const latest = useRef(onWheel);
  useLayoutEffect(() => {
    latest.current = onWheel;
  });
  useEffect(() => {
    const element = canvas.current!;
    const listen = (event: WheelEvent) => {
      event.preventDefault();
      latest.current(event);
    };
    element.addEventListener('wheel', listen, { passive: false });
    return () => element.removeEventListener('wheel', listen);
  }, [canvas]);
}

/** Fewer pixels than this are a press with an unsteady hand. */
const STEADY = 4;

export function useDrag({
  move,
  press,
  hover,
}: {
  readonly move: (dx: number, dy: number) => void;
  readonly press: (event: PointerEvent) => void;
  readonly hover: (event: PointerEvent) => void;
}) {
  const from = useRef<Point & { readonly travelled: number }>(undefined);
  return {
    onPointerDown(event: PointerEvent) {
      event.currentTarget.setPointerCapture(event.pointerId);
      from.current = { x: event.clientX, y: event.clientY, travelled: 0 };
    },
    onPointerMove(event: PointerEvent) {
      if (from.current === undefined) return hover(event);
      const [dx, dy] = [event.clientX - from.current.x, event.clientY - from.current.y];
      const travelled = from.current.travelled + Math.hypot(dx, dy);
      from.current = { x: event.clientX, y: event.clientY, travelled };
      if (travelled >= STEADY) move(dx, dy);
    },
    onPointerUp(event: PointerEvent) {
      if (from.current !== undefined && from.current.travelled < STEADY) press(event);
      from.current = undefined;
    },
    onPointerCancel() {
      from.current = undefined;
    },
  };
}
