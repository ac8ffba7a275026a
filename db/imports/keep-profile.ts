// Remembering how the owner had a table read; apart from looking at tables, so that the writer need not know any format.
import type { Reading } from '#core/imports/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';

/** What is remembered of one table. */
export interface Profile {
  /** Its header line, folded. */
  readonly header: string;
  readonly reading: Reading;
}

/** Remembers it, in the place of what was remembered of the same header. */
export function keepProfile(book: ReadBook, { header, reading }: Profile, now: DateTime): void {
  book
    .statement(
      `insert into column_profile (header, mapping, saved_at) values (?, ?, ?)
       on conflict do update set mapping = excluded.mapping, saved_at = excluded.saved_at`,
    )
    .run(header, JSON.stringify(reading), now);
}
