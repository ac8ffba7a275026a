// What planning an import asks of the invitations in the book.
import type { BookLookup, KnownInvitation } from '#core/imports/planned.ts';
import type { ReadBook } from '#db/book.ts';

const COLUMNS = 'id, fn, url, message, headline, coalesce(sent_at, created_at) as "on", state';
type Row = Omit<KnownInvitation, 'pending'> & { readonly state: string };

/** Queries each time: an archive has thousands of invitations at most, and every one is found by an index. */
export function invitationsLookup(book: ReadBook): Pick<BookLookup, 'invitationByKey' | 'invitationsOf'> {
  // Only with the second condition may SQLite use the index, which leaves out those without a key.
  const byKey = book.statement(`select ${COLUMNS} from invitation where key = ? and key <> ''`);
  const alike = book.statement(
    `select ${COLUMNS} from invitation where url_key = @urlKey and url_key <> '' and direction = @direction
     union select ${COLUMNS} from invitation where name_key = @nameKey and name_key <> '' and direction = @direction
     order by id`,
  );
  return {
    invitationByKey(key) {
      const row = byKey.get(key) as Row | undefined; // the columns named
      return row && known(row);
    },
    invitationsOf: (direction, urlKey, nameKey) =>
      (alike.all({ direction, urlKey, nameKey }) as Row[]).map(known), // as above
  };
}

const known = ({ state, ...row }: Row): KnownInvitation => ({ ...row, pending: state === 'pending' });
