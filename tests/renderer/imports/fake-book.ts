// A book that only knows imports, in memory: enough of the contract for the screens and the work behind them.
import type { ClientContext, ClientLink } from '@orpc/client';
import { LANES } from '#api/lane-names.ts';
import type {
  ColumnMapping,
  ImportBatch,
  ImportItem,
  ItemAction,
  ItemChoice,
  Reading,
} from '#core/imports/model.ts';
import type { Connection } from '#renderer/client/lanes.ts';

type Call = (input: never, options: { readonly signal?: AbortSignal }) => unknown;
export type Procedures = Readonly<Record<string, Readonly<Record<string, Call>>>>;

/** A connection whose four lanes all answer from `procedures`; anything else is refused by name. */
export function connectionTo(procedures: Procedures): () => Promise<Connection> {
  const link: ClientLink<ClientContext> = {
    call: async ([feature = '', verb = ''], input, options) => {
      const procedure = procedures[feature]?.[verb];
      if (procedure === undefined) throw new Error(`the fake book has no ${feature}.${verb}`);
      return procedure(input as never, options);
    },
  };
  // Every lane of LANES is a key.
  const links = Object.fromEntries(LANES.map((lane) => [lane, link])) as unknown as Connection['links'];
  return () => Promise.resolve({ links, closed: new Promise(() => undefined), close: () => undefined });
}

export const NOTHING: ImportBatch['counts'] = {
  create: 0,
  update: 0,
  same: 0,
  review: 0,
  unusable: 0,
  left: 0,
};

export const aBatch = (change: Partial<ImportBatch> = {}): ImportBatch => ({
  // Ids of the fake book are what the tests say.
  id: 7 as ImportBatch['id'],
  fileName: 'archive.zip',
  state: 'staged',
  hash: '',
  stagedAt: '2026-01-02T03:04:05Z',
  entries: [],
  counts: NOTHING,
  ...change,
});

export const anItem = (id: number, change: Partial<ImportItem> = {}): ImportItem => ({
  id: id as ImportItem['id'], // as above
  entryName: 'Connections.csv',
  line: id + 3,
  subject: 'contact',
  action: 'create',
  fn: `Person ${id}`,
  detail: 'Example Ltd',
  changes: [],
  leftOut: [],
  issues: [],
  choice: 'take',
  ...change,
});

type Change = ImportItem['changes'][number];

export const aChange = (name: string, after: string, change: Partial<Change> = {}): Change => ({
  name,
  before: '',
  after,
  type: '',
  ...change,
});

/** Steps one after the other, then the result; `between` runs before each step. */
export async function* steps<Step, Result>(
  all: readonly Step[],
  result: () => Result,
  between: () => Promise<void> | void = () => undefined,
): AsyncGenerator<Step, Result, void> {
  for (const step of all) {
    await between();
    yield step;
  }
  await between();
  return result();
}

export interface FakeBook {
  readonly procedures: Procedures;
  readonly batches: Map<number, ImportBatch>;
  readonly items: ImportItem[];
  /** Choices made: which records, what. */
  readonly chosen: { readonly itemIds: readonly number[]; readonly choice: ItemChoice }[];
  /** Choices about all that a tab or a search holds. */
  readonly chosenAll: { readonly action: ItemAction; readonly search: string; readonly choice: ItemChoice }[];
  /** Values left out: of which record, which. */
  readonly leftOut: { readonly itemId: number; readonly leftOut: readonly number[] }[];
  /** How it was asked to read an upload. */
  readonly staged: { readonly readings: unknown; readonly replaces?: number }[];
}

interface ItemsInput {
  readonly action: ItemAction;
  readonly search: string;
  readonly page: { readonly offset: number; readonly limit: number };
}

export const aMapping = (): ColumnMapping => ({
  delimiter: ',',
  headerLine: 1,
  dateOrder: 'ymd',
  columns: [
    { name: 'GIVEN', type: '' },
    { name: 'EMAIL', type: '' },
  ],
});

/** A small table as it would be read. */
const aLook = (reading: Reading) => ({
  head: 'given,mail\nAna,ana@example.org\n',
  encoding: reading.encoding ?? 'utf-8',
  rows: [
    ['given', 'mail'],
    ['Ana', 'ana@example.org'],
  ],
  mapping: reading.mapping ?? aMapping(),
  kinds: ['csv', 'outlook-csv'],
});

/** The imports of a small book, with the batch and items given. */
export function fakeBook(
  batch: ImportBatch,
  items: readonly ImportItem[],
  beforeLook: () => Promise<void> = () => Promise.resolve(),
): FakeBook {
  const batches = new Map<number, ImportBatch>([[batch.id, batch]]);
  const kept = [...items];
  const chosen: FakeBook['chosen'] = [];
  const set = (id: number, change: Partial<ImportBatch>) =>
    batches.set(id, { ...batches.get(id)!, ...change });
  const chosenAll: FakeBook['chosenAll'] = [];
  const leftOut: FakeBook['leftOut'] = [];
  const staged: FakeBook['staged'] = [];
  const found = ({ action, search }: { action: ItemAction; search: string }) =>
    kept.filter((item) => item.action === action && item.fn.toLowerCase().includes(search.toLowerCase()));
  const change = (isIt: (item: ImportItem) => boolean, to: Partial<ImportItem>) => {
    for (const [at, item] of kept.entries()) if (isIt(item)) kept[at] = { ...item, ...to };
  };
  const imports = {
    list: () => [...batches.values()],
    get: ({ id }: { id: number }) => batches.get(id),
    items: ({ page, ...tab }: ItemsInput) => {
      const rows = found(tab);
      return { total: rows.length, rows: rows.slice(page.offset, page.offset + page.limit) };
    },
    choose: ({ itemIds, choice }: { itemIds: readonly number[]; choice: ItemChoice }) => {
      chosen.push({ itemIds, choice });
      change(({ id }) => itemIds.includes(id), { choice });
    },
    chooseAll: ({ action, search, choice }: FakeBook['chosenAll'][number]) => {
      chosenAll.push({ action, search, choice });
      const all = found({ action, search }).map(({ id }) => id);
      change(({ id }) => all.includes(id), { choice });
    },
    leaveOut: ({ itemId, leftOut: out }: FakeBook['leftOut'][number]) => {
      leftOut.push({ itemId, leftOut: out });
      change(({ id }) => id === itemId, { leftOut: [...out] });
    },
    look: async ({ reading }: { reading: Reading }) => {
      await beforeLook();
      return aLook(reading);
    },
    stage: ({ readings, replaces }: FakeBook['staged'][number]) => {
      staged.push({ readings, ...(replaces === undefined ? {} : { replaces }) });
      return steps([{ phase: 'reading', done: 1, total: 1 }], () => {
        if (replaces !== undefined) batches.delete(replaces);
        // As above: an id the tests make up.
        const id = (batch.id + staged.length) as ImportBatch['id'];
        batches.set(id, { ...batch, id });
        return { batchId: id };
      });
    },
    apply: ({ id }: { id: number }) =>
      steps([{ phase: 'writing', done: 1, total: 2 }], () => {
        set(id, { state: 'applied', appliedAt: '2026-01-02T04:00:00Z' });
        return { counts: batch.counts };
      }),
    revert: ({ id }: { id: number }) => {
      set(id, { state: 'reverted', revertedAt: '2026-01-02T05:00:00Z' });
      return { removed: 2, kept: 1 };
    },
    discard: ({ id }: { id: number }) => void batches.delete(id),
  };
  const counts = { contacts: 2, events: 0, invitationsWaiting: 3, introductionsOpen: 0, importsStaged: 1 };
  const book = { summary: () => ({ name: 'Book', path: '', isDemo: false, counts }) };
  const contacts = {
    get: ({ id }: { id: number }) => ({ id, fn: 'Person in the book', org: 'Example Ltd', title: '' }),
  };
  return {
    procedures: { imports, book, contacts },
    batches,
    items: kept,
    chosen,
    chosenAll,
    leftOut,
    staged,
  };
}
