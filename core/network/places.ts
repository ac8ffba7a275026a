// Finding who stands where in a picture: a grid of cells over it.

/** Nodes by the cell they stand in. */
export interface Places {
  /** x and y of every node, side by side. */
  readonly xy: Float32Array;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The side of a cell. */
  readonly cell: number;
  readonly columns: number;
  readonly rows: number;
  /** The nodes of cell c are `nodes[starts[c]]` up to `nodes[starts[c + 1]]`. */
  readonly starts: Int32Array;
  readonly nodes: Int32Array;
}

/** About so many people stand in one cell. */
const A_CELL = 8;

/** Sorts everybody into cells. Linear. */
export function placesOf(xy: Float32Array): Places {
  const count = xy.length / 2;
  const [left, right] = extent(xy, 0);
  const [top, bottom] = extent(xy, 1);
  const [width, height] = [Math.max(1, right - left), Math.max(1, bottom - top)];
  const cell = Math.sqrt((width * height * A_CELL) / Math.max(1, count));
  const [columns, rows] = [Math.ceil(width / cell) + 1, Math.ceil(height / cell) + 1];
  const cellOf = (node: number): number =>
    Math.floor((xy[2 * node + 1]! - top) / cell) * columns + Math.floor((xy[2 * node]! - left) / cell);
  const starts = new Int32Array(columns * rows + 1);
  for (let node = 0; node < count; node += 1) starts[cellOf(node) + 1]! += 1;
  for (let at = 0; at < columns * rows; at += 1) starts[at + 1]! += starts[at]!;
  const next = starts.slice();
  const nodes = new Int32Array(count);
  for (let node = 0; node < count; node += 1) nodes[next[cellOf(node)]!++] = node;
  return { xy, left, top, width, height, cell, columns, rows, starts, nodes };
}

function extent(xy: Float32Array, from: 0 | 1): readonly [number, number] {
  let [low, high] = [Infinity, -Infinity];
  for (let at = from; at < xy.length; at += 2) {
    low = Math.min(low, xy[at]!);
    high = Math.max(high, xy[at]!);
  }
  return low > high ? [0, 0] : [low, high];
}

/** A part of the picture. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Calls back with everybody in the cells that the part touches: all who stand in it, and some beside it. */
export function forEachIn(
  places: Places,
  { left, top, right, bottom }: Rect,
  tell: (node: number) => void,
): void {
  const { cell, columns, rows, starts, nodes } = places;
  const clamp = (value: number, most: number): number => Math.min(most, Math.max(0, Math.floor(value)));
  const [fromColumn, toColumn] = [
    clamp((left - places.left) / cell, columns - 1),
    clamp((right - places.left) / cell, columns - 1),
  ];
  const [fromRow, toRow] = [
    clamp((top - places.top) / cell, rows - 1),
    clamp((bottom - places.top) / cell, rows - 1),
  ];
  for (let row = fromRow; row <= toRow; row += 1) {
    const [from, to] = [starts[row * columns + fromColumn]!, starts[row * columns + toColumn + 1]!];
    for (let at = from; at < to; at += 1) tell(nodes[at]!);
  }
}

/** Who stands closest to a point, within `reach`; -1 where nobody does. */
export function nearestTo(
  places: Places,
  { x, y, reach }: { readonly x: number; readonly y: number; readonly reach: number },
): number {
  let nearest = -1;
  let least = reach * reach;
  forEachIn(places, { left: x - reach, top: y - reach, right: x + reach, bottom: y + reach }, (node) => {
    const away = (places.xy[2 * node]! - x) ** 2 + (places.xy[2 * node + 1]! - y) ** 2;
    if (away > least || (away === least && nearest >= 0)) return;
    least = away;
    nearest = node;
  });
  return nearest;
}
