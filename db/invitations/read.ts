// Invitations as the book has them, one or many at once, each with its mutual connections as they stand now.
import type { InferSelectModel } from 'drizzle-orm';
import { emailKey } from '#core/contacts/identity.ts';
import { ContactId } from '#core/contacts/model.ts';
import { AboutProfile, InvitationId } from '#core/invitations/model.ts';
import type { Answer, Invitation, InvitationState, Mutual } from '#core/invitations/model.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { namesOf } from '#db/contacts/queries.ts';
import { notFound } from '#db/problems.ts';
import { ownerTies } from '#db/network/queries.ts';
import { ownerId } from '#db/settings/queries.ts';
import { askingOf } from './asking.ts';
import type { invitation, mutual } from './tables.ts';

type InvitationRow = InferSelectModel<typeof invitation>;
type MutualRow = InferSelectModel<typeof mutual>;
/** As SQLite has it: flags are numbers. */
type StoredMutual = Omit<MutualRow, 'quoteShareable'> & { readonly quoteShareable: number };

/** Throws NOT_FOUND when it is not in the book. */
export function invitationById(book: ReadBook, id: InvitationId, now: DateTime): Invitation {
  const [found] = invitationsById(book, [id], now);
  if (found === undefined) throw notFound('invitation');
  return found;
}

/** Many at once, in the order asked for; those not in the book are left out. */
export function invitationsById(book: ReadBook, ids: readonly InvitationId[], now: DateTime): Invitation[] {
  const rows = book
    .statement(
      `select i.id, i.fn, i.url, i.url_key as "urlKey", i.email, i.headline, i.org, i.location, i.message,
         i.sent_at as "sentAt", i.mutual_count as "mutualCount", i.about_profile as "aboutProfile",
         i.batch_id as "batchId", i.state, i.source
       from json_each(?) j join invitation i on i.id = j.value order by j.key`,
    )
    .all(JSON.stringify(ids)) as Row[]; // the columns named
  const owner = ownerId(book);
  const inviters = new Map(rows.map((row) => [row.id, { ...row, inviterId: personOf(book, row, owner) }]));
  const mutuals = mutualsOf(book, inviters, now);
  return rows.map(
    ({ urlKey: _key, sentAt, mutualCount, aboutProfile, batchId, state, source, id, ...row }) => {
      const contactId = inviters.get(id)?.inviterId;
      return {
        ...row,
        id: InvitationId.parse(id),
        ...(sentAt === null ? {} : { sentAt }),
        mutuals: mutuals.get(id) ?? [],
        ...(mutualCount === null ? {} : { mutualCount }),
        aboutProfile: aboutFrom(aboutProfile),
        ...(batchId === null ? {} : { batchId }),
        // Rows are written by queries.ts and import.ts from values of these very types.
        state: state as InvitationState,
        source: source as Invitation['source'],
        ...(contactId === undefined ? {} : { contactId }),
      };
    },
  );
}

/** As SQLite has it: the panel is JSON. */
type Row = Omit<
  InvitationRow,
  'direction' | 'nameKey' | 'messageKey' | 'key' | 'createdAt' | 'line' | 'aboutProfile'
> & { readonly aboutProfile: string };

/** Most invitations have none; what another version has written there is not taken on trust. */
const aboutFrom = (text: string): AboutProfile =>
  text === '{}' ? {} : (AboutProfile.safeParse(JSON.parse(text)).data ?? {});

/** The person in the book whose strong key the invitation shares; never by name. */
export function personOf(
  book: ReadBook,
  row: Pick<InvitationRow, 'urlKey' | 'email'>,
  owner: ContactId | undefined = ownerId(book),
): ContactId | undefined {
  if (row.urlKey === '' && row.email === '') return undefined;
  const email = emailKey(row.email) ?? '';
  const id = book
    .statement(
      `select c.id from (
         select contact_id as id, 0 as rank from property where key = ? and key <> '' and name = 'URL'
         union all select contact_id, 1 from property where key = ? and key <> '' and name = 'EMAIL') f
       join contact c on c.id = f.id where c.deleted_at is null order by f.rank, c.id limit 1`,
    )
    .pluck()
    .get(row.urlKey, email);
  return typeof id === 'number' && id !== owner ? ContactId.parse(id) : undefined;
}

/** What of an invitation bears on asking about whoever sent it. */
type Inviter = Pick<Row, 'org' | 'headline'> & { readonly inviterId: ContactId | undefined };

/** Mutual connections by the invitation that names them, each with the owner's tie and the ledger as they are now. */
function mutualsOf(
  book: ReadBook,
  inviters: ReadonlyMap<number, Inviter>,
  now: DateTime,
): Map<number, Mutual[]> {
  const rows = book
    .statement(
      `select m.id, m.invitation_id as "invitationId", m.name, m.contact_id as "contactId", m.answer,
         m.asked_on as "askedOn", m.nudged_on as "nudgedOn", m.answered_on as "answeredOn", m.quote,
         m.quote_shareable as "quoteShareable"
       from json_each(?) j join mutual m on m.invitation_id = j.value order by m.id`,
    )
    .all(JSON.stringify([...inviters.keys()])) as StoredMutual[]; // the columns named
  if (rows.length === 0) return new Map();
  const people = peopleOf(book, rows, inviters, now);
  const found = new Map<number, Mutual[]>();
  for (const row of rows) {
    const one = mutualFrom(row, people.get(row.id));
    const list = found.get(row.invitationId);
    if (list) list.push(one);
    else found.set(row.invitationId, [one]);
  }
  return found;
}

/** Who a mutual connection is in the book. */
type Known = Pick<Mutual, 'fn' | 'ownerLevel' | 'asking'> & { readonly contactId: ContactId };

/** By mutual connection; those matched to nobody, or to a card that is gone, are left out. */
function peopleOf(
  book: ReadBook,
  rows: readonly StoredMutual[],
  inviters: ReadonlyMap<number, Inviter>,
  now: DateTime,
): Map<number, Known> {
  const matched = rows.flatMap(({ id, invitationId, contactId }) =>
    contactId === null ? [] : [{ id, invitationId, contactId: ContactId.parse(contactId) }],
  );
  const ids = [...new Set(matched.map(({ contactId }) => contactId))];
  const names = namesOf(book, ids);
  const ties = ownerTies(book, ids, now);
  const there = matched.flatMap(({ id, invitationId, contactId }) => {
    const inviter = inviters.get(invitationId);
    return names.has(contactId) && inviter !== undefined
      ? [{ ...inviter, mutualId: id, invitationId, contactId }]
      : [];
  });
  const asking = askingOf(book, there, now);
  return new Map(
    there.map(({ mutualId, contactId }) => {
      const about = asking.get(mutualId);
      return [
        mutualId,
        {
          contactId,
          fn: names.get(contactId)?.fn ?? '',
          ownerLevel: ties.get(contactId)?.level ?? 'unknown',
          ...(about !== undefined && { asking: about }),
        },
      ];
    }),
  );
}

/** A mutual connection as kept; `known` is who they are in the book, unless that card is gone. */
function mutualFrom(row: StoredMutual, known: Known | undefined): Mutual {
  const { id, name, answer, askedOn, nudgedOn, answeredOn, quote, quoteShareable } = row;
  return {
    id: id as Mutual['id'], // the row's own key
    name,
    fn: name,
    ownerLevel: 'unknown',
    ...known,
    quoteShareable: quoteShareable === 1,
    ...(answer === null ? {} : { answer: answer as Answer }), // written by references.ts from an Answer
    ...(askedOn === null ? {} : { askedOn }),
    ...(nudgedOn === null ? {} : { nudgedOn }),
    ...(answeredOn === null ? {} : { answeredOn }),
    ...(quote === '' ? {} : { quote }),
  };
}
