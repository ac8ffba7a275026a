// Which value stands on a merged card where a card has one: what outranks the one chosen is put out of sight, no more.
import { CHOSEN } from '#core/contacts/duplicates/merge-choices.ts';
import type { MergeField, MergeOption } from '#core/contacts/duplicates/merge-fields.ts';
import type { ContactId, PropertyName } from '#core/contacts/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import { currentOf, rowPrecedence, spokenRows, twinKey } from '#db/contacts/properties.ts';
import type { PropertyRow } from '#db/contacts/properties.ts';
import { property } from '#db/contacts/tables.ts';
import type { WriteBook } from '#db/history/journal.ts';

/** What a group's merges are made by. */
export interface MergePlan {
  readonly survivorId: ContactId;
  /** What is left of everybody's values, and which of them stand. */
  readonly fields: readonly MergeField[];
  /** Of values there can be many of: the rows the owner leaves out. */
  readonly leftOut: readonly number[];
  /** Texts put together of several people's so far, by property. */
  readonly joined: Map<PropertyName, number>;
  readonly now: DateTime;
}

/** What a card has one text of, and how the texts of two people are put together: nobody's may be lost unasked. */
const JOINED: readonly (readonly [name: PropertyName, separator: string])[] = [
  ['NOTE', '\n\n'],
  ['NICKNAME', ', '],
  ['X-OFFERS', '\n'],
  ['X-SEEKS', '\n'],
];

/** What stands between the texts of two people; undefined for properties that are not put together. */
export const separatorOf = (name: string): string | undefined =>
  JOINED.find(([joined]) => joined === name)?.[1];

/**
 * Settles, after somebody's values have moved to the survivor, what stands of those a card has one of. Rows that rank
 * below the chosen one stay as they are, so that they stand again when a batch is taken back.
 */
export function settleSingles(book: WriteBook, plan: MergePlan): void {
  const rows = Map.groupBy(spokenRows(book, plan.survivorId), ({ name }) => name);
  const optionsOf = (name: PropertyName): MergeField['options'] =>
    plan.fields.find((field) => field.name === name)?.options ?? [];
  for (const name of CHOSEN) {
    const options = optionsOf(name);
    settle(
      book,
      rows.get(name) ?? [],
      options.find(({ stands }) => stands),
    );
  }
  for (const [name, separator] of JOINED) {
    join(book, plan, { name, separator, rows: rows.get(name) ?? [], options: optionsOf(name) });
  }
}

const isSaid = (row: PropertyRow, option: MergeOption) =>
  option.said.some(({ property: said }) => said.id === row.id);

/** Lets one of the values stand; none when nothing is left of them. */
function settle(book: WriteBook, rows: readonly PropertyRow[], standing: MergeOption | undefined): void {
  if (standing === undefined) {
    if (currentOf(rows).some((row) => row.value !== '')) hide(book, rows);
    return;
  }
  // Among equal ones the spelling that is shown.
  const chosen = rows
    .filter((row) => isSaid(row, standing))
    .toSorted(
      (a, b) =>
        Number(a.value === standing.value) - Number(b.value === standing.value) || rowPrecedence(a, b),
    )
    .at(-1);
  // Whoever says so is yet to be merged.
  if (chosen === undefined) return;
  letStand(book, rows, chosen);
}

function letStand(book: WriteBook, rows: readonly PropertyRow[], chosen: PropertyRow): void {
  if (chosen.hidden) book.update(property, chosen.id, { hidden: false });
  hide(
    book,
    rows.filter(
      (row) =>
        rowPrecedence(row, chosen) > 0 && (row.value !== chosen.value || twinKey(row) !== twinKey(chosen)),
    ),
  );
}

function hide(book: WriteBook, rows: readonly PropertyRow[]): void {
  for (const row of rows) book.update(property, row.id, { hidden: true });
}

interface Joining {
  readonly name: PropertyName;
  readonly separator: string;
  readonly rows: readonly PropertyRow[];
  readonly options: readonly MergeOption[];
}

function join(
  book: WriteBook,
  { survivorId, joined, now }: MergePlan,
  { name, separator, rows, options }: Joining,
): void {
  const said = options.filter((option) => rows.some((row) => isSaid(row, option)));
  // One that has been put together before holds the other already.
  const here = said.filter(
    (option) =>
      !said.some((other) => other !== option && other.value.split(separator).includes(option.value)),
  );
  const [only, another] = here;
  if (another === undefined) return settle(book, rows, only ?? options[0]);
  const value = here.map((option) => option.value).join(separator);
  const before = rows.find(({ id }) => id === joined.get(name));
  // What the owner reads as one text from now on is the owner's word.
  const id =
    before?.value === value
      ? before.id
      : book.insert(property, { contactId: survivorId, name, value, recordedAt: now });
  joined.set(name, id);
  const all = spokenRows(book, survivorId).filter((row) => row.name === name);
  const chosen = all.find((row) => row.id === id);
  if (chosen !== undefined) letStand(book, all, chosen);
}
