// What is said about a person today, out of everything the owner and the imports have said.
import { inArray } from 'drizzle-orm';
import type { InferSelectModel } from 'drizzle-orm';
import { precedence, valueKey } from '#core/contacts/duplicates/merge-choices.ts';
import type { Source } from '#core/contacts/duplicates/merge-choices.ts';
import { TREATMENT_PROPERTIES } from '#core/contacts/model.ts';
import type { ContactForm, ContactId, Property, PropertyName } from '#core/contacts/model.ts';
import type { ReadBook } from '#db/book.ts';
import { importBatch } from '#db/imports/tables.ts';
import { formFrom, isFormRow } from './form-values.ts';
import { parametersIn } from './parameters.ts';
import type { property } from './tables.ts';

export type PropertyRow = InferSelectModel<typeof property>;

const SINGLE: ReadonlySet<string> = new Set([
  'N',
  'FN',
  'NICKNAME',
  'ORG',
  'TITLE',
  'BDAY',
  'NOTE',
  ...TREATMENT_PROPERTIES,
] satisfies PropertyName[]);

/** Whether a card has one value of a property, whoever says how many. */
export const isSingleValued = (name: PropertyName): boolean => SINGLE.has(name);

/** Of these the last word stands even where all are hidden: a card without a name could not be found again. */
const NAMES: ReadonlySet<string> = new Set(['N', 'FN'] satisfies PropertyName[]);

const sourceOf = ({ id, batchId, recordedAt }: PropertyRow): Source => ({
  id,
  isOwner: batchId === null,
  recordedAt,
});

/** Above zero when the first of two rows of one single-valued property stands above the second. */
export const rowPrecedence = (a: PropertyRow, b: PropertyRow): number => precedence(sourceOf(a), sourceOf(b));

type Stored = Omit<PropertyRow, 'hidden'> & { readonly hidden: 0 | 1 };

/** Everything said about a person that no later import has replaced, what the owner removed included. */
export const spokenRows = (book: ReadBook, id: ContactId): PropertyRow[] =>
  (
    book
      .statement(
        `select id, contact_id as "contactId", name, value, type, parameters, key, recorded_at as "recordedAt", batch_id as "batchId",
           line, superseded_by as "supersededBy", hidden from property
         where contact_id = ? and superseded_by is null order by id`,
      )
      .all(id) as Stored[]
  ) // the columns named
    .map((row) => ({ ...row, hidden: row.hidden === 1 }));

/**
 * What is said about a person today: not what a later import replaced, not what the owner removed; the same value
 * from two sources twice.
 */
export const currentRows = (book: ReadBook, id: ContactId): PropertyRow[] => currentOf(spokenRows(book, id));

/** The same out of rows already read. */
export function currentOf(rows: readonly PropertyRow[]): PropertyRow[] {
  const visible = rows.filter((row) => !row.hidden);
  const named = new Set(visible.map(({ name }) => name));
  const shown = rows.filter((row) => !row.hidden || (NAMES.has(row.name) && !named.has(row.name)));
  return shown.filter((row) => !isOverruled(row, shown));
}

/** The owner's word for a single value stands above every import's, and a later import's above an earlier one's. */
function isOverruled(row: PropertyRow, rows: readonly PropertyRow[]): boolean {
  if (!SINGLE.has(row.name)) return false;
  return rows.some((other) => other.name === row.name && rowPrecedence(other, row) > 0);
}

/** Two rows that say the same thing. */
export const twinKey = (row: Pick<PropertyRow, 'name' | 'key' | 'value'>): string =>
  `${row.name}\n${row.key === '' ? valueKey(row.name, row.value) : row.key}`;

/** Every value once: as the owner writes it, else as it was written first. */
export function withoutTwins(rows: readonly PropertyRow[]): PropertyRow[] {
  const shown = new Map<string, PropertyRow>();
  for (const row of rows) {
    const key = twinKey(row);
    const known = shown.get(key);
    if (known === undefined || (known.batchId !== null && row.batchId === null)) shown.set(key, row);
  }
  return [...shown.values()];
}

export const currentProperties = (book: ReadBook, id: ContactId): Property[] =>
  toProperties(book, withoutTwins(currentRows(book, id)));

/** The values of rows with the files they came from; empty ones are left out. */
export function toProperties(book: ReadBook, all: readonly PropertyRow[]): Property[] {
  const rows = all.filter((row) => row.value !== '');
  const batches = [...new Set(rows.flatMap((row) => row.batchId ?? []))];
  const files = new Map(
    batches.length === 0
      ? []
      : book
          .select({ id: importBatch.id, fileName: importBatch.fileName })
          .from(importBatch)
          .where(inArray(importBatch.id, batches))
          .all()
          .map((batch) => [batch.id, batch.fileName]),
  );
  return rows.map((row) => toProperty(row, files));
}

function toProperty(row: PropertyRow, files: ReadonlyMap<number, string>): Property {
  const { batchId, recordedAt } = row;
  return {
    // Rows are written by this feature from values of these very types.
    id: row.id as Property['id'],
    name: row.name,
    value: row.value,
    type: row.type,
    ...(row.parameters === '' ? {} : { parameters: parametersIn(row.parameters) }),
    provenance:
      batchId === null
        ? { source: 'owner', recordedAt }
        : {
            source: 'import',
            recordedAt,
            batchId: batchId as Extract<Property['provenance'], { source: 'import' }>['batchId'],
            fileName: files.get(batchId) ?? '',
            line: row.line ?? 0,
          },
  };
}

/** The person as the edit form shows them. */
export function formOf(book: ReadBook, id: ContactId): ContactForm {
  const current = currentRows(book, id);
  return formFrom(withoutTwins(current), withoutTwins(current.filter(isFormRow)));
}
