// What people are to each other: the owner's word and what files say, kept as evidence of the kind `related`.
import { ContactId } from '#core/contacts/model.ts';
import { inverseWord, relationsOf } from '#core/network/relation.ts';
import type { RelatedRow, Relation, RelationId } from '#core/network/relation.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { contactRow } from '#db/contacts/queries.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { conflict, notFound } from '#db/problems.ts';
import { ownerId } from '#db/settings/queries.ts';
import { evidence } from './tables.ts';

/** Nobody's page is read further down; a file may relate one card to thousands. */
const MOST_SHOWN = 200;

interface Row {
  readonly id: number;
  readonly other: number | null;
  readonly fn: string | null;
  readonly text: string;
  readonly isTurned: number;
  readonly isOwn: number;
  readonly fileName: string | null;
}

/** From both ends: the pair is found whichever of the two was named first. */
const AROUND = `
  select v.id, v.other_id as other, k.fn, v.text, 0 as "isTurned", v.batch_id is null as "isOwn", b.file_name as "fileName"
    from evidence v left join contact k on k.id = v.other_id left join import_batch b on b.id = v.batch_id
    where v.contact_id = @id and v.kind = 'related' and v.superseded_by is null
      and (v.other_id is null or k.deleted_at is null)
  union all
  select v.id, v.contact_id, k.fn, v.text, 1, v.batch_id is null, b.file_name
    from evidence v join contact k on k.id = v.contact_id left join import_batch b on b.id = v.batch_id
    where v.other_id = @id and v.kind = 'related' and v.superseded_by is null and k.deleted_at is null`;

/** What others and the owner are to this person. */
export function relationsOfPerson(book: ReadBook, id: ContactId): Relation[] {
  const owner = ownerId(book);
  const rows = book.statement(`${AROUND} order by "isOwn" desc limit 2000`).all({ id }) as Row[]; // AROUND's columns
  const related = rows.map(({ other, fn, isTurned, isOwn, fileName, ...row }): RelatedRow => ({
    ...row,
    // The owner's own card is the owner, too.
    other:
      other === null || other === owner ? undefined : { contactId: ContactId.parse(other), fn: fn ?? '' },
    isTurned: isTurned === 1,
    isOwn: isOwn === 1,
    ...(fileName !== null && { fileName }),
  }));
  return relationsOf(related).slice(0, MOST_SHOWN);
}

/**
 * Keeps the owner's word that `other`, or the owner, is this to a person; nothing where it has been said, from either
 * end. Throws NOT_FOUND where one of the two is not in the book, CONFLICT for somebody and themselves.
 */
export function addRelation(book: WriteBook, { contactId, other, relation }: Pair, now: DateTime): void {
  for (const id of [contactId, ...(other === undefined ? [] : [other])]) contactRow(book, id);
  const pair = pairOf({ contactId, other, relation }, ownerId(book));
  if (pair === undefined) throw conflict('nobody is related to themselves');
  const isSaid = relationsOfPerson(book, pair.contactId).some(
    (said) =>
      said.isOwn &&
      said.other?.contactId === pair.other &&
      said.word.toLowerCase() === pair.relation.toLowerCase(),
  );
  if (isSaid) return;
  book.insert(evidence, {
    kind: 'related',
    contactId: pair.contactId,
    otherId: pair.other ?? null,
    text: pair.relation,
    createdAt: now,
  });
}

interface Pair {
  readonly contactId: ContactId;
  /** Absent: the owner. */
  readonly other?: ContactId | undefined;
  readonly relation: string;
}

/** The pair with the owner, whose own card is the owner, too, on the side of `other`; undefined for one person alone. */
function pairOf({ contactId, other, relation }: Pair, owner: ContactId | undefined): Pair | undefined {
  const isWithOwner = other === undefined || other === owner;
  if (contactId === other || (contactId === owner && isWithOwner)) return undefined;
  if (contactId === owner && other !== undefined)
    return { contactId: other, relation: inverseWord(relation) ?? relation };
  return { contactId, other: isWithOwner ? undefined : other, relation };
}

/** Takes the owner's word back. Throws NOT_FOUND for what is not there or a file says. */
export function removeRelation(book: WriteBook, id: RelationId): void {
  const row = book
    .statement(`select 1 from evidence where id = ? and kind = 'related' and batch_id is null`)
    .get(id);
  if (row === undefined) throw notFound('relation');
  book.remove(evidence, id);
}
