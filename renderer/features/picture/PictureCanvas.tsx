import { useRef, useState } from 'react';
import type { KeyboardEvent, PointerEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { nearestTo } from '#core/network/places.ts';
import { panned, toPlace, wholeOf, zoomedAt } from './camera.ts';
import type { Point } from './camera.ts';
import { useCamera, useDrag, useMoving, usePainted, useSize, useWheel } from './canvas-hooks.ts';
import type { ColourBy } from './colours.ts';
import { radiusOf } from './frame.ts';
import type { Frame } from './frame.ts';
import { nextByKey } from './keys.ts';
import type { Names } from './names.ts';
import type { Scene } from './scene.ts';
import css from './Picture.module.css';

export interface PictureCanvasProps {
  readonly scene: Scene;
  readonly colourBy: ColourBy;
  readonly chosen: number;
  readonly onChoose: (node: number) => void;
  readonly onOpen: (node: number) => void;
  readonly way: readonly number[];
  readonly names: Names;
  readonly label: string;
  readonly describedBy: string;
}

/** Pixels beside somebody that still point at them. */
const NEAR = 10;
/** Nobody's circle is larger. */
const LARGEST = 24;
const PAN = 60;

/** The picture itself: dragged, zoomed by wheel or keys, walked through from tie to tie by the arrow keys. */
export function PictureCanvas(props: PictureCanvasProps) {
  const { scene, chosen, onChoose, onOpen, way } = props;
  const { t } = useTranslation('network');
  const canvas = useRef<HTMLCanvasElement>(null);
  const size = useSize(canvas);
  const [camera, setCamera] = useCamera(scene, size, way);
  const [pointedAt, setPointedAt] = useState(-1);
  const isMoving = useMoving(camera);
  const frame = usePainted(canvas, { ...props, size, camera, pointedAt, isMoving });

  const zoom = (factor: number, point?: Point) => {
    if (size === undefined) return;
    const least = wholeOf(scene.places, size).scale * 0.5;
    const middle = { x: size.width / 2, y: size.height / 2 };
    setCamera((before) => zoomedAt(before, size, { point: point ?? middle, factor, least }));
  };
  useWheel(canvas, (event) => zoom(Math.exp(-event.deltaY * 0.0015), pointOf(event, canvas.current!)));
  const under = (event: PointerEvent): number =>
    frame === undefined ? -1 : nodeUnder(frame, pointOf(event, event.currentTarget));
  const drag = useDrag({
    move: (dx, dy) => setCamera((before) => panned(before, dx, dy)),
    press: (event) => onChoose(under(event)),
    hover: (event) => setPointedAt(under(event)),
  });
  const walk = (by: Point) => {
    const next = nextByKey(scene, chosen, by);
    onChoose(next);
    setCamera((before) => ({ ...before, x: scene.places.xy[2 * next]!, y: scene.places.xy[2 * next + 1]! }));
  };
  const keys: Readonly<Record<string, () => void>> = {
    '+': () => zoom(1.4),
    '=': () => zoom(1.4),
    '-': () => zoom(1 / 1.4),
    '0': () => setCamera((before) => (size === undefined ? before : wholeOf(scene.places, size))),
    ...(chosen < 0 ? {} : { Enter: () => onOpen(chosen), Escape: () => onChoose(-1) }),
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const by = ARROWS[event.key];
    const move = by === undefined ? keys[event.key] : () => walk(by);
    const isPan = by !== undefined && event.shiftKey;
    const act = isPan ? () => setCamera((before) => panned(before, -by.x * PAN, -by.y * PAN)) : move;
    if (act === undefined) return;
    event.preventDefault();
    act();
  };
  return (
    // The one control of the picture; the table beside it says the same to those who cannot see it. An application is
    // a widget (WAI-ARIA 1.2), which the rule does not know.
    // eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <div
      className={css.control}
      role="application"
      aria-label={props.label}
      aria-roledescription={t('picture.role')}
      aria-describedby={props.describedBy}
      // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
      tabIndex={0}
      data-pointing={pointedAt >= 0 || undefined}
      onKeyDown={onKeyDown}
      onDoubleClick={() => chosen >= 0 && onOpen(chosen)}
      {...drag}
    >
      <canvas ref={canvas} className={css.canvas} aria-hidden />
    </div>
  );
}

function pointOf(
  { clientX, clientY }: { readonly clientX: number; readonly clientY: number },
  of: Element,
): Point {
  const box = of.getBoundingClientRect();
  return { x: clientX - box.left, y: clientY - box.top };
}

/** Who is at a point of the screen, or close beside it. */
function nodeUnder(frame: Frame, point: Point): number {
  const { scene, camera, size } = frame;
  const place = toPlace(camera, size, point);
  const node = nearestTo(scene.places, { ...place, reach: (NEAR + LARGEST) / camera.scale });
  if (node < 0) return -1;
  const [dx, dy] = [scene.places.xy[2 * node]! - place.x, scene.places.xy[2 * node + 1]! - place.y];
  return Math.hypot(dx, dy) * camera.scale <= radiusOf(frame, node) + NEAR ? node : -1;
}

const ARROWS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};
