// The connections as the reader keeps them once somebody has asked: read in slices, brought up to date by what changed.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ContactId } from '#core/contacts/model.ts';
import { AuditGroup, auditGroup, heightAt, knownByOf } from '#core/invitations/audit.ts';
import type { Beginning } from '#core/invitations/audit.ts';
import { nodeOf } from '#core/network/graph.ts';
import type { NetworkGraph } from '#core/network/graph.ts';
import type { ReadBook } from '#db/book.ts';
import type { Changes } from '#db/history/journal.ts';
import { beginnings, connectionsAfter, connectionsAmong } from './connections.ts';
import type { ConnectionRow } from './connections.ts';

/** Some ten milliseconds of work. */
const SLICE = 2000;

/** Everything the audit says, by group; the latest connection first. */
export interface Audit {
  readonly connections: number;
  readonly acceptedWithoutNote: number;
  readonly groups: ReadonlyMap<AuditGroup, readonly HollowTie[]>;
}

/** Nobody has looked yet where in the network somebody is. */
const UNKNOWN = -2;

/** One object a connection for as long as it stands: a hundred thousand new ones with every change would be felt. */
interface KeptRow extends ConnectionRow {
  readonly beginning: Beginning;
  /** Their node in the network with `Kept`'s keys; -1: they are not in it. */
  node: number;
  /** By the network the last audit was made with. */
  knownBy: number;
}

/** A hollow tie, with what the network says of it. */
export type HollowTie = Readonly<KeptRow>;

interface Kept {
  /** The latest connection first. */
  rows: KeptRow[];
  /** The keys of the network that the rows' nodes are of. */
  ids?: NetworkGraph['ids'];
}

const latestFirst = (one: ConnectionRow, other: ConnectionRow): number =>
  one.on === other.on ? other.id - one.id : one.on < other.on ? 1 : -1;

export class KeptConnections {
  readonly #book: ReadBook;
  #kept: Promise<Kept> | undefined;
  #pending = new Set<ContactId>();
  #audit:
    | { readonly graph: NetworkGraph; readonly owner: ContactId | undefined; readonly audit: Audit }
    | undefined;

  constructor(book: ReadBook) {
    this.#book = book;
  }

  /** Notes what a transaction changed; after bulk work everything is read again when somebody asks. */
  heard({ facets }: Pick<Changes, 'facets'>): void {
    if (facets === 'all') {
      this.#kept = undefined;
      this.#pending.clear();
      this.#audit = undefined;
    } else if (this.#kept !== undefined) {
      for (const id of facets) this.#pending.add(id);
    }
  }

  /** Every hollow tie by the network as it is now. */
  async at(graph: NetworkGraph, owner: ContactId | undefined): Promise<Audit> {
    const kept = await this.#read();
    this.#bringUpToDate(kept);
    const known = this.#audit;
    if (known?.graph === graph && known.owner === owner) return known.audit;
    const audit = auditOf(kept, graph, owner);
    this.#audit = { graph, owner, audit };
    return audit;
  }

  /** Everything may change once more while it is being read. */
  async #read(): Promise<Kept> {
    for (;;) {
      this.#kept ??= readAll(this.#book);
      const reading = this.#kept;
      try {
        const kept = await reading;
        if (this.#kept === reading) return kept;
      } catch (error) {
        // The next who asks reads again.
        if (this.#kept === reading) this.#kept = undefined;
        throw error;
      }
    }
  }

  /** Whatever changes how a connection began names the person: an invitation's change names whose page it came from. */
  #bringUpToDate(kept: Kept): void {
    if (this.#pending.size === 0) return;
    const ids = [...this.#pending];
    kept.rows = withRows(
      kept.rows.filter(({ id }) => !this.#pending.has(id)),
      placed(connectionsAmong(this.#book, ids), beginnings(this.#book, ids)),
    );
    this.#pending.clear();
    this.#audit = undefined;
  }
}

/** More than these are not put in their places one by one. */
const FEW = 30;

const placed = (rows: readonly ConnectionRow[], began: ReadonlyMap<ContactId, Beginning>): KeptRow[] =>
  rows.map((row) => ({ ...row, beginning: began.get(row.id) ?? 'unknown', node: UNKNOWN, knownBy: 0 }));

function withRows(rows: KeptRow[], added: readonly KeptRow[]): KeptRow[] {
  if (added.length > FEW) return [...rows, ...added].toSorted(latestFirst);
  for (const row of added) {
    let low = 0;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (latestFirst(rows[middle]!, row) < 0) low = middle + 1;
      else high = middle;
    }
    rows.splice(low, 0, row);
  }
  return rows;
}

async function readAll(book: ReadBook): Promise<Kept> {
  const rows: ConnectionRow[] = [];
  for (let after = 0; ;) {
    const slice = connectionsAfter(book, after, SLICE);
    for (const row of slice) rows.push(row);
    const last = slice.at(-1);
    if (last === undefined || slice.length < SLICE) break;
    after = last.id;
    // Lists and searches are answered in between.
    await nextTurn();
  }
  return { rows: placed(rows, beginnings(book)).toSorted(latestFirst) };
}

/** Where everybody is in the network: looked for again only where its people are others. */
function findNodes(kept: Kept, graph: NetworkGraph): void {
  const isAnother = kept.ids !== graph.ids;
  for (const row of kept.rows) if (isAnother || row.node === UNKNOWN) row.node = nodeOf(graph, row.id);
  kept.ids = graph.ids;
}

function auditOf(kept: Kept, graph: NetworkGraph, owner: ContactId | undefined): Audit {
  findNodes(kept, graph);
  const allKnownBy = knownByOf(graph, owner);
  const groups = new Map<AuditGroup, HollowTie[]>(AuditGroup.options.map((group) => [group, []]));
  let connections = 0;
  let acceptedWithoutNote = 0;
  for (const row of kept.rows) {
    if (row.id === owner) continue;
    connections += 1;
    if (row.beginning === 'no_note') acceptedWithoutNote += 1;
    const { beginning, node, isKept, isParting } = row;
    row.knownBy = node < 0 ? 0 : allKnownBy[node]!;
    const { knownBy } = row;
    const group = auditGroup({ beginning, height: heightAt(graph, node), knownBy, isKept, isParting });
    if (group !== undefined) groups.get(group)!.push(row);
  }
  return { connections, acceptedWithoutNote, groups };
}
