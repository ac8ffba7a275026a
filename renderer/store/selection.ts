// Whom the owner has chosen in the list of people, across features: kept while they scroll or look at somebody.
import type { StateCreator } from 'zustand';
import type { People } from '#api/people.ts';
import type { ContactId } from '#core/contacts/model.ts';

/** Some people, or everybody whom a query finds but some. Never empty: that is no selection. */
export interface PeopleSelection {
  /** The query of the list they were chosen in. */
  readonly query: string;
  /** Whether everybody is chosen whom the query finds, but `ids`; else `ids` alone. */
  readonly all: boolean;
  readonly ids: ReadonlySet<ContactId>;
}

export interface SelectionSlice {
  readonly selection: PeopleSelection | undefined;
  /** Chooses these instead; nobody: no selection. */
  readonly selectPeople: (selection: PeopleSelection | undefined) => void;
}

export const createSelectionSlice: StateCreator<SelectionSlice> = (set) => ({
  selection: undefined,
  selectPeople: (selection) =>
    set({
      selection:
        selection === undefined || (!selection.all && selection.ids.size === 0) ? undefined : selection,
    }),
});

/** Whether a person is among them. */
export const isSelected = (selection: PeopleSelection | undefined, id: ContactId): boolean =>
  selection !== undefined && selection.ids.has(id) !== selection.all;

/** With one more, or without them where they were chosen already. */
export function withToggled(
  selection: PeopleSelection | undefined,
  query: string,
  id: ContactId,
): PeopleSelection {
  const { all, ids } = selection ?? { all: false, ids: new Set<ContactId>() };
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return { query, all, ids: next };
}

/** With these as well. */
export function withAlso(
  selection: PeopleSelection | undefined,
  query: string,
  more: readonly ContactId[],
): PeopleSelection {
  const { all, ids } = selection ?? { all: false, ids: new Set<ContactId>() };
  const next = new Set(ids);
  for (const id of more) {
    if (all) next.delete(id);
    else next.add(id);
  }
  return { query, all, ids: next };
}

/** As the book is told who is meant. */
export const peopleOf = ({ query, all, ids }: PeopleSelection): People =>
  all ? { query, except: [...ids] } : { ids: [...ids] };
