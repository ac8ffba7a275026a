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

/** Records of one tab of one batch. */
export interface TabOf {
  readonly id: ImportBatchId;
  readonly action: ImportItem['action'];
}

/** The ids of the marked records; for "all but" the tab is read through, page by page. */
export async function markedIds(door: Pick<Door, 'items'>, tab: TabOf, marks: Marks): Promise<ItemId[]> {
  if (marks.kind === 'some') return [...marks.ids];
  const ids: ItemId[] = [];
  for (let offset = 0; ; offset += MOST_A_PAGE) {
    const { rows, total } = await door.items({ ...tab, page: { offset, limit: MOST_A_PAGE } });
    ids.push(...rows.map(({ id }) => id).filter((id) => isMarked(marks, id)));
    if (rows.length === 0 || offset + rows.length >= total) return ids;
  }
}

/** Decides about records, as many at a time as the door takes. */
export async function chooseAll(
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

/** Decides about all marked records and says how many, with Undo where it was one deed. Answers whether it was done. */
export async function chooseMarked(tab: TabOf, marks: Marks, choice: ImportItem['choice']): Promise<boolean> {
  const found = await act(() => markedIds(client.imports, tab, marks));
  if (found === undefined) return false;
  const { result: ids } = found;
  const text = i18n.t('imports:items.chosen', {
    choice: i18n.t(`imports:choice.${tab.action}.${choice}`),
    count: ids.length,
  });
  const isOneDeed = ids.length <= MOST_A_CHOICE;
  const done = await act(() => chooseAll(client.imports, tab.id, ids, choice), isOneDeed ? text : undefined);
  if (done === undefined) return false;
  if (!isOneDeed) useStore.getState().showToast({ text, tone: 'done' });
  return true;
}
