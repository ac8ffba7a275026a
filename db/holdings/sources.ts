// Who says so: the owner, or a line of an import by the file's name.
import type { Provenance } from '#core/contacts/model.ts';
import type { ReadBook } from '#db/book.ts';

/** The columns every table with sources has, by our names. */
export interface Sourced {
  readonly batchId: number | null;
  readonly line: number | null;
  /** When it was written. */
  readonly at: string;
}

/** Tells where a row came from; a batch that is gone has no name. */
export function sourceFinder(book: ReadBook): (row: Sourced) => Provenance {
  const nameOf = book.statement('select file_name from import_batch where id = ?').pluck();
  return ({ batchId, line, at }) =>
    batchId === null
      ? { source: 'owner', recordedAt: at }
      : {
          source: 'import',
          recordedAt: at,
          batchId: batchId as Extract<Provenance, { source: 'import' }>['batchId'], // a batch's own key
          fileName: (nameOf.get(batchId) ?? '') as string, // the one column named
          line: line ?? 0,
        };
}
