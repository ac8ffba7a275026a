// The connections as the reader keeps them once somebody has asked: read in slices, brought up to date by what changed.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ContactId } from '#core/contacts/model.ts';
import { auditGroup, tieInNetwork } from '#core/invitations/audit.ts';
import type { AuditGroup, Beginning } from '#core/invitations/audit.ts';
import type { NetworkGraph } from '#core/network/graph.ts';
import type { ReadBook } from '#db/book.ts';
import type { Changes } from '#db/history/journal.ts';
import { beginnings, connectionsAfter, connectionsAmong, invitationsPrint } from './connections.ts';
import type { ConnectionRow } from './connections.ts';
import { versionOf } from './received.ts';

/** Some ten milliseconds of work. */
const SLICE = 2000;

/** A hollow tie, with what the network says of it. */
export interface HollowTie {
  readonly row: ConnectionRow;
  readonly knownBy: number;
}

/** Everything the audit says, by group; the latest connection first. */
export interface Audit {
  readonly connections: number;
  readonly acceptedWithoutNote: number;
  readonly groups: ReadonlyMap<AuditGroup, readonly HollowTie[]>;
}

interface Kept {
  /** The latest connection first. */
  rows: ConnectionRow[];
  beginnings: Map<ContactId, Beginning>;
  print: string;
  version: string;
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
      const kept = await reading;
      if (this.#kept === reading) return kept;
    }
  }

  #bringUpToDate(kept: Kept): void {
    const version = versionOf(this.#book);
    if (version !== kept.version) {
      const print = invitationsPrint(this.#book);
      if (print !== kept.print) {
        kept.beginnings = beginnings(this.#book);
        this.#audit = undefined;
      }
      kept.print = print;
      kept.version = version;
    }
    if (this.#pending.size === 0) return;
    const ids = [...this.#pending];
    const there = connectionsAmong(this.#book, ids);
    const began = beginnings(this.#book, ids);
    kept.rows = [...kept.rows.filter(({ id }) => !this.#pending.has(id)), ...there].toSorted(latestFirst);
    for (const id of ids) kept.beginnings.set(id, began.get(id) ?? 'unknown');
    this.#pending.clear();
    this.#audit = undefined;
  }
}

async function readAll(book: ReadBook): Promise<Kept> {
  const version = versionOf(book);
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
  return {
    rows: rows.toSorted(latestFirst),
    beginnings: beginnings(book),
    print: invitationsPrint(book),
    version,
  };
}

function auditOf(
  { rows, beginnings: began }: Kept,
  graph: NetworkGraph,
  owner: ContactId | undefined,
): Audit {
  const groups = new Map<AuditGroup, HollowTie[]>();
  let connections = 0;
  let acceptedWithoutNote = 0;
  for (const row of rows) {
    if (row.id === owner) continue;
    connections += 1;
    const beginning = began.get(row.id) ?? 'unknown';
    if (beginning === 'no_note') acceptedWithoutNote += 1;
    const tie = tieInNetwork(graph, row.id, owner);
    const group = auditGroup({ ...row, ...tie, beginning });
    if (group === undefined) continue;
    const hollow = { row, knownBy: tie.knownBy };
    const list = groups.get(group);
    if (list === undefined) groups.set(group, [hollow]);
    else list.push(hollow);
  }
  return { connections, acceptedWithoutNote, groups };
}
