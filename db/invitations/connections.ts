// The owner's connections as the book has them: when, where, how it began, what the owner has said about them.
import { ContactId } from '#core/contacts/model.ts';
import { type Beginning, moreTelling, PARTING_TAG } from '#core/invitations/audit.ts';
import type { ReadBook } from '#db/book.ts';

/** One connection apart from what the network knows of it and how it began. */
export interface ConnectionRow {
  readonly id: ContactId;
  /** A partial date; empty where no day is known. */
  readonly on: string;
  readonly orgKey: string;
  readonly isKept: boolean;
  readonly isParting: boolean;
}

interface Stored {
  readonly id: number;
  readonly on: string | null;
  readonly orgKey: string;
  readonly isKept: number;
  readonly isParting: number;
}

const COLUMNS = `select v.contact_id as id, max(v."on") as "on", c.org_key as "orgKey",
  exists (select 1 from evidence s where s.contact_id = v.contact_id and s.other_id is null
    and s.kind <> 'li_connected' and s.kind = 'user_statement' and s.superseded_by is null) as "isKept",
  v.contact_id in (select t.contact_id from property t where t.name = 'CATEGORIES' and t.value = '${PARTING_TAG}'
    and t.hidden = 0 and t.superseded_by is null) as "isParting"`;
const CONNECTED = `v.kind = 'li_connected' and v.other_id is null and v.superseded_by is null
  and c.deleted_at is null`;

const rowOf = ({ id, on, orgKey, isKept, isParting }: Stored): ConnectionRow => ({
  id: ContactId.parse(id),
  on: on ?? '',
  orgKey,
  isKept: isKept === 1,
  isParting: isParting === 1,
});

/** The connections with keys above `after`, in the order of keys; fewer than `limit` are the last. */
export const connectionsAfter = (book: ReadBook, after: number, limit: number): ConnectionRow[] =>
  (
    book
      .statement(
        `${COLUMNS} from evidence v join contact c on c.id = v.contact_id
         where ${CONNECTED} and v.contact_id > ? group by v.contact_id order by v.contact_id limit ?`,
      )
      .all(after, limit) as Stored[]
  ) // the columns named
    .map(rowOf);

/** Those of these people who are connections. */
export const connectionsAmong = (book: ReadBook, ids: readonly ContactId[]): ConnectionRow[] =>
  (
    book
      .statement(
        `${COLUMNS} from json_each(?) j join evidence v on v.contact_id = j.value join contact c on c.id = v.contact_id
         where ${CONNECTED} group by v.contact_id`,
      )
      .all(JSON.stringify(ids)) as Stored[]
  ) // the columns named
    .map(rowOf);

const BEGINNING = `case when i.direction = 'outgoing' then 'outgoing' when trim(i.message) = '' then 'no_note'
  else 'note' end as beginning`;

/** How connections began, by person: from invitations that share a page with them. */
export function beginnings(book: ReadBook, ids?: readonly ContactId[]): Map<ContactId, Beginning> {
  const rows = (
    ids === undefined
      ? book
          .statement(
            `select p.contact_id as id, ${BEGINNING} from invitation i
             join property p on p.key = i.url_key and p.key <> '' and p.name = 'URL' where i.url_key <> ''`,
          )
          .all()
      : book
          .statement(
            `select p.contact_id as id, ${BEGINNING} from json_each(?) j
             join property p on p.contact_id = j.value and p.name = 'URL' and p.key <> ''
             join invitation i on i.url_key = p.key and i.url_key <> ''`,
          )
          .all(JSON.stringify(ids))
  ) as { id: number; beginning: Beginning }[]; // the columns named
  const found = new Map<ContactId, Beginning>();
  for (const { id, beginning } of rows) {
    const contactId = ContactId.parse(id);
    found.set(contactId, moreTelling(found.get(contactId) ?? 'unknown', beginning));
  }
  return found;
}
