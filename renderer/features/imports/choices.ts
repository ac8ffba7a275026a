// Which records are marked, and what is decided about them.
import type { ImportBatchId, ImportItem } from '#core/imports/model.ts';
import { act } from '#renderer/client/commands.ts';
import { client } from '#renderer/client/client.ts';
import { useStore } from '#renderer/store/store.ts';
import { i18n } from '#renderer/strings/i18n.ts';

type ItemId = ImportItem['id'];

/** Marked records of one tab: some by id, or all but some. `all` stands for records no page of which is loaded yet. */
export interface Marks {
  readonly kind: 'some' | 'all';
  readonly ids: ReadonlySet<ItemId>;
}

export const NO_MARKS: Marks = { kind: 'some', ids: new Set() };
export const ALL_MARKED: Marks = { kind: 'all', ids: new Set() };

export const isMarked = ({ kind, ids }: Marks, id: ItemId): boolean => ids.has(id) === (kind === 'some');

/** How many records are marked in a tab of `total`. */
export const markedCount = ({ kind, ids }: Marks, total: number): number =>
  kind === 'some' ? ids.size : Math.max(0, total - ids.size);

/** Marks a record, or takes its mark off. */
export function toggled({ kind, ids }: Marks, id: ItemId): Marks {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { kind, ids: next };
}

/** Adds marks to records, whichever way round the marks are kept. */
export function withMarks(marks: Marks, added: readonly ItemId[]): Marks {
  const next = new Set(marks.ids);
  for (const id of added) {
    if (marks.kind === 'some') next.add(id);
    else next.delete(id);
  }
  return { kind: marks.kind, ids: next };
}

/** As many as one `imports.items` and one `imports.choose` take. */
const MOST_A_PAGE = 500;
const MOST_A_CHOICE = 5000;

/** What choosing needs of the contract. */
interface Door {
  readonly items: (typeof client)['imports']['items'];
  readonly choose: (typeof client)['imports']['choose'];
}

/** Records of one tab of one batch, or those a search finds in it. */
export interface TabOf {
  readonly id: ImportBatchId;
  readonly action: ImportItem['action'];
  readonly search: string;
}

/** A part of a tab's records: 0-based place of the first, and how many. */
export interface Part {
  readonly offset: number;
  readonly count: number;
}

/** The ids of the marked records; for "all but" the tab, or its part, is read through page by page. */
export async function markedIds(
  door: Pick<Door, 'items'>,
  tab: TabOf,
  marks: Marks,
  part: Part = { offset: 0, count: Number.MAX_SAFE_INTEGER },
): Promise<ItemId[]> {
  if (marks.kind === 'some') return [...marks.ids];
  const ids: ItemId[] = [];
  const end = part.offset + part.count;
  for (let offset = part.offset; offset < end; offset += MOST_A_PAGE) {
    const page = { offset, limit: Math.min(MOST_A_PAGE, end - offset) };
    const { rows, total } = await door.items({ ...tab, page });
    ids.push(...rows.map(({ id }) => id).filter((id) => isMarked(marks, id)));
    if (rows.length === 0 || offset + rows.length >= total) break;
  }
  return ids;
}

/** Decides about records, as many at a time as the door takes. */
export async function chooseEach(
  door: Pick<Door, 'choose'>,
  id: ImportBatchId,
  itemIds: readonly ItemId[],
  choice: ImportItem['choice'],
): Promise<void> {
  for (let at = 0; at < itemIds.length; at += MOST_A_CHOICE) {
    await door.choose({ id, itemIds: itemIds.slice(at, at + MOST_A_CHOICE), choice });
  }
}

/** Decides about one record; it shows the choice as soon as the book has it. */
export async function chooseOne(
  batchId: ImportBatchId,
  item: ImportItem,
  choice: ImportItem['choice'],
): Promise<void> {
  await act(() => client.imports.choose({ id: batchId, itemIds: [item.id], choice }));
}

/** What is decided about and how it is shown. */
export interface Marked {
  readonly tab: TabOf;
  readonly marks: Marks;
  /** How many records there are to mark. */
  readonly total: number;
  /** Undefined: the whole tab, or all that its search finds. */
  readonly part: Part | undefined;
}

/**
 * Decides about all marked records and says how many. No Undo is offered: choosing changes nothing in the book, and
 * what Undo would take back is some other deed. Answers whether it was done.
 */
export async function chooseMarked(marked: Marked, choice: ImportItem['choice']): Promise<boolean> {
  const done = await act(() => chooseThem(marked, choice));
  if (done === undefined) return false;
  const what = i18n.t(`imports:choice.${marked.tab.action}.${choice}`);
  const text = i18n.t('imports:items.chosen', { choice: what, count: done.result });
  useStore.getState().showToast({ text, tone: 'done' });
  return true;
}

/** Answers how many records it was decided about. */
async function chooseThem(
  { tab, marks, total, part }: Marked,
  choice: ImportItem['choice'],
): Promise<number> {
  if (marks.kind === 'all' && marks.ids.size === 0 && part === undefined) {
    await client.imports.chooseAll({ ...tab, choice });
    return total;
  }
  const ids = await markedIds(client.imports, tab, marks, part);
  await chooseEach(client.imports, tab.id, ids, choice);
  return ids.length;
}

/** Says which of a record's values are not wanted. Answers whether the book took it. */
export async function leaveOut(
  batchId: ImportBatchId,
  itemId: ItemId,
  leftOut: readonly number[],
): Promise<boolean> {
  const done = await act(() => client.imports.leaveOut({ id: batchId, itemId, leftOut: [...leftOut] }));
  return done !== undefined;
}
