// Who in the trash has which keys, for planning.
import type { ContactId } from '#core/contacts/model.ts';
import type { KeyKind } from '#core/imports/planned.ts';
import type { ReadBook } from '#db/book.ts';
import { addTo, rowsOf } from './lookup-rows.ts';

const NOBODY: readonly never[] = [];

/** People in the trash by key; undefined where nobody is in it. */
export function trashedIn(
  book: ReadBook,
): ((kind: KeyKind, key: string) => readonly ContactId[]) | undefined {
  const byKey = new Map<string, ContactId[]>();
  const rows = rowsOf<readonly [ContactId, string, string]>(
    book,
    // From those in the trash, who are few, to what is said of them: the other way round is through the whole book.
    `select p.contact_id, lower(p.name), p.key from contact c cross join property p on p.contact_id = c.id
     where c.deleted_at is not null and c.merged_into_id is null and p.key <> ''
       and p.name in ('URL', 'EMAIL', 'TEL', 'UID') order by p.id`,
  );
  for (const [id, kind, key] of rows) addTo(byKey, `${kind}:${key}`, id);
  return byKey.size === 0 ? undefined : (kind, key) => byKey.get(`${kind}:${key}`) ?? NOBODY;
}
