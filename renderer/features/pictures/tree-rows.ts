// The tree of sources as rows, and where the keys lead in it (WAI-ARIA Authoring Practices, tree view).
import type { Client } from '#api/contract.ts';

type Source = Awaited<ReturnType<Client['network']['sources']>>[number];

/** One line of the tree. */
export interface TreeRow {
  readonly key: string;
  /** From 1. */
  readonly level: number;
  /** Its place among those of the same parent, from 1, and how many those are. */
  readonly place: number;
  readonly among: number;
  /** Undefined: nothing is below. */
  readonly isOpen?: boolean;
  /** Everybody below. */
  readonly people: number;
  readonly what:
    | { readonly kind: 'source'; readonly source: Source }
    | { readonly kind: 'person'; readonly id: Source['branches'][number]['id']; readonly fn: string }
    | { readonly kind: 'others' | 'leftOut'; readonly source: Source };
}

const keyOf = ({ origin }: Source): string => ('id' in origin ? `${origin.kind} ${origin.id}` : origin.kind);

/** So many sources in which somebody introduced others are open at first, so that the tree is seen to be one. */
const OPEN_AT_FIRST = 3;

export const openAtFirst = (sources: readonly Source[]): ReadonlySet<string> =>
  new Set(
    sources
      .filter(({ branches }) => branches.length > 0)
      .slice(0, OPEN_AT_FIRST)
      .flatMap((source) => [keyOf(source), `${keyOf(source)} ${source.branches[0]!.id}`]),
  );

/** The rows to be seen: those below an open one. `open` has the keys of those. */
export function treeRows(sources: readonly Source[], open: ReadonlySet<string>): TreeRow[] {
  return sources.flatMap((source, at): TreeRow[] => {
    const key = keyOf(source);
    const isOpen = open.has(key);
    const row: TreeRow = {
      key,
      level: 1,
      place: at + 1,
      among: sources.length,
      isOpen,
      people: source.people,
      what: { kind: 'source', source },
    };
    return isOpen ? [row, ...rowsBelow(source, key, open)] : [row];
  });
}

function rowsBelow(source: Source, parent: string, open: ReadonlySet<string>): TreeRow[] {
  const { branches } = source;
  const rows: TreeRow[] = [];
  const ends = (['others', 'leftOut'] as const).filter((kind) => source[kind] > 0);
  const roots = branches.filter(({ depth }) => depth === 0).length;
  const among = roots + ends.length;
  // Below somebody who is closed nothing is seen until a branch that is no deeper.
  let closedAt = Infinity;
  const placeAt: number[] = [];
  for (const [at, { id, fn, depth, people }] of branches.entries()) {
    placeAt.length = depth + 1;
    placeAt[depth] = (placeAt[depth] ?? 0) + 1;
    if (depth > closedAt) continue;
    closedAt = Infinity;
    const key = `${parent} ${id}`;
    const hasBelow = people > 0 && (branches[at + 1]?.depth ?? 0) > depth;
    if (hasBelow && !open.has(key)) closedAt = depth;
    rows.push({
      key,
      level: depth + 2,
      place: placeAt[depth],
      among: depth === 0 ? among : siblingsFrom(branches, at, placeAt[depth]),
      ...(hasBelow && { isOpen: open.has(key) }),
      people,
      what: { kind: 'person', id, fn },
    });
  }
  for (const [at, kind] of ends.entries())
    rows.push({
      key: `${parent} ${kind}`,
      level: 2,
      place: roots + at + 1,
      among,
      people: 0,
      what: { kind, source },
    });
  return rows;
}

/** How many have the same parent: those before this one, it, and those until a branch that is nearer to the root. */
function siblingsFrom(branches: Source['branches'], at: number, place: number): number {
  const { depth } = branches[at]!;
  let count = place;
  for (let next = at + 1; next < branches.length && branches[next]!.depth >= depth; next += 1)
    if (branches[next]!.depth === depth) count += 1;
  return count;
}

/** What a key does: to another row, or a row opened or closed. */
export type TreeMove =
  | { readonly kind: 'go'; readonly to: number }
  | { readonly kind: 'open' | 'close'; readonly key: string }
  | undefined;

/** `at`: the row that has the focus. Right and left change places where the page is read from right to left. */
export function treeMove(rows: readonly TreeRow[], at: number, key: string, isRtl = false): TreeMove {
  const row = rows[at];
  if (row === undefined) return undefined;
  const pressed = isRtl ? (MIRRORED.get(key) ?? key) : key;
  if (pressed === 'ArrowRight' && row.isOpen === false) return { kind: 'open', key: row.key };
  if (pressed === 'ArrowLeft' && row.isOpen === true) return { kind: 'close', key: row.key };
  const to = placeOf(rows, at, pressed);
  return to === at || rows[to] === undefined ? undefined : { kind: 'go', to };
}

const MIRRORED: ReadonlyMap<string, string> = new Map([
  ['ArrowLeft', 'ArrowRight'],
  ['ArrowRight', 'ArrowLeft'],
]);

/** Where a key leads that opens and closes nothing; to -1 where nothing is there, to itself where it does nothing. */
function placeOf(rows: readonly TreeRow[], at: number, key: string): number {
  const row = rows[at]!;
  if (key === 'ArrowDown') return at + 1;
  if (key === 'ArrowUp') return at - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return rows.length - 1;
  if (key === 'ArrowRight') return row.isOpen === true ? at + 1 : at;
  return key === 'ArrowLeft'
    ? rows.findLastIndex(({ level }, before) => before < at && level < row.level)
    : at;
}
