// Who knows whom: gathers what every feature recorded into evidence about pairs. Only this feature writes `evidence`.
import { and, eq, isNull, or } from 'drizzle-orm';
import { ContactId } from '#core/contacts/model.ts';
import type { TieEvidence, TieLevel } from '#core/network/model.ts';
import { tieOf } from '#core/network/tie.ts';
import type { Tie } from '#core/network/model.ts';
import type { DateTime, PartialDate } from '#core/shared/dates.ts';
import { fold } from '#core/shared/fold.ts';
import type { ReadBook } from '#db/book.ts';
import type { WriteBook } from '#db/history/journal.ts';
import { colleaguesOf } from './colleagues.ts';
import { Stays } from './stays.ts';
import { evidence } from './tables.ts';

/** More than this many people at one event is a crowd: no tie between two of them follows from it. */
export const LARGEST_MEETING = 20;

/** One piece of evidence as the book has it. */
export interface PairRow {
  readonly one: number;
  readonly other: number;
  readonly kind: TieEvidence['kind'];
  readonly on: string | null;
  readonly level: TieLevel | null;
  readonly text: string;
  readonly crowd: number | null;
  readonly hasNote: number | null;
}

export function toEvidence(row: PairRow): TieEvidence {
  return {
    kind: row.kind,
    text: row.text,
    ...(row.on === null ? {} : { on: row.on }),
    ...(row.level === null ? {} : { level: row.level }),
    ...(row.crowd === null ? {} : { crowd: row.crowd }),
    ...(row.hasNote === null ? {} : { hasNote: row.hasNote === 1 }),
  };
}

const CROWD = '(select count(distinct x.contact_id) from encounter x where x.event_id = m.event_id)';

/** All the book holds about the owner and this person; an introduction is worth what the introducer is to the owner. */
export const ownerEvidence = (book: ReadBook, id: ContactId, now: DateTime): TieEvidence[] =>
  ownerEvidenceOf(book, [id], now).get(id) ?? [];

/** The same for many people at once; people about whom there is nothing are left out. */
export function ownerEvidenceOf(
  book: ReadBook,
  ids: readonly ContactId[],
  now: DateTime,
): Map<ContactId, TieEvidence[]> {
  const introductions = book
    .statement(
      `select m.contact_id as one, m.introduced_by_id as other, 'introduced_by' as kind, m.met_on as "on", null as level,
         i.fn as text, null as crowd, null as "hasNote"
         from json_each(?) j join encounter m on m.contact_id = j.value
         join contact i on i.id = m.introduced_by_id where i.deleted_at is null`,
    )
    .all(JSON.stringify(ids)) as PairRow[]; // the columns named above
  const introducers = introductions.map(({ other }) => ContactId.parse(other));
  const direct = directEvidenceOf(book, [...new Set([...ids, ...introducers])]);
  const all = new Map(ids.map((id) => [id, [...(direct.get(id) ?? [])]]));
  for (const row of introductions) {
    // Direct evidence only: two people who introduced each other must not vouch for each other in circles.
    const { level } = tieOf(direct.get(ContactId.parse(row.other)) ?? [], now);
    all.get(ContactId.parse(row.one))?.push(toEvidence({ ...row, level }));
  }
  return all;
}

function directEvidenceOf(book: ReadBook, ids: readonly ContactId[]): Map<ContactId, TieEvidence[]> {
  const rows = book
    .statement(
      `select v.contact_id as one, v.contact_id as other, v.kind, v."on", v.level, v.text, null as crowd,
         null as "hasNote"
         from json_each(@ids) j join evidence v on v.contact_id = j.value and v.other_id is null
           and v.superseded_by is null
       union all
       select m.contact_id, m.contact_id, 'met_at_event', m.met_on, null, coalesce(e.summary, m.location),
         case when m.event_id is null then 1 else ${CROWD} end, trim(m.note) <> ''
         from json_each(@ids) j join encounter m on m.contact_id = j.value left join event e on e.id = m.event_id`,
    )
    .all({ ids: JSON.stringify(ids) }) as PairRow[]; // the columns named above
  return byOther(rows);
}

/** How well the owner knows this person, by everything the book holds. */
export const ownerTie = (book: ReadBook, id: ContactId, now: DateTime): Tie =>
  tieOf(ownerEvidence(book, id, now), now);

/** The same for many people at once. */
export const ownerTies = (book: ReadBook, ids: readonly ContactId[], now: DateTime): Map<ContactId, Tie> =>
  new Map([...ownerEvidenceOf(book, ids, now)].map(([id, all]) => [id, tieOf(all, now)]));

const AROUND = `
  select @id as one, case when contact_id = @id then other_id else contact_id end as other, kind, "on", level, text,
    null as crowd, null as "hasNote"
    from evidence where ((contact_id = @id and other_id is not null) or other_id = @id) and superseded_by is null
  union all
  select @id, n.contact_id, 'met_at_event', e.dtstart, null, e.summary, ${CROWD}, null
    from encounter m join encounter n on n.event_id = m.event_id and n.contact_id <> m.contact_id
    join event e on e.id = m.event_id where m.contact_id = @id and ${CROWD} <= ${LARGEST_MEETING}
  union all
  select @id, m.introduced_by_id, 'introduced_by', m.met_on, null, '', null, null
    from encounter m where m.contact_id = @id and m.introduced_by_id is not null
  union all
  select @id, m.contact_id, 'introduced_by', m.met_on, null, '', null, null
    from encounter m where m.introduced_by_id = @id
  union all
  select @id, p.contact_id, 'li_mutual', substr(i.sent_at, 1, 10), null, '', null, null
    from contact c join invitation i on i.name_key = c.name_key and i.url_key <> ''
    join property u on u.contact_id = c.id and u.key = i.url_key and u.key <> '' and u.name = 'URL'
    join mutual p on p.invitation_id = i.id and p.contact_id is not null where c.id = @id
  union all
  select @id, c.id, 'li_mutual', substr(i.sent_at, 1, 10), null, '', null, null
    from mutual p join invitation i on i.id = p.invitation_id and i.url_key <> ''
    join property u on u.key = i.url_key and u.key <> '' and u.name = 'URL'
    join contact c on c.id = u.contact_id and c.name_key = i.name_key where p.contact_id = @id`;

/**
 * Everybody in the book whom something connects with this person, and what; of `among` only, where it is given. It
 * is the same from both ends. Without `stays` only today's organisations make colleagues.
 */
export function neighboursOf(
  book: ReadBook,
  id: ContactId,
  { among, stays = new Stays() }: { readonly among?: readonly ContactId[]; readonly stays?: Stays } = {},
): Map<ContactId, TieEvidence[]> {
  const only = among === undefined ? '' : 'and a.other in (select value from json_each(@among))';
  const rows = book
    .statement(
      `select a.* from (${AROUND}) a join contact k on k.id = a.other where k.deleted_at is null and a.other <> @id ${only}`,
    )
    .all({ id, ...(among === undefined ? {} : { among: JSON.stringify(among) }) }) as PairRow[]; // AROUND's columns
  const found = byOther(rows);
  const wanted = among && new Set(among);
  for (const [other, one] of colleaguesOf(book, id, stays))
    if (wanted?.has(other) !== false) put(found, other, one);
  return found;
}

function byOther(rows: readonly PairRow[]): Map<ContactId, TieEvidence[]> {
  const found = new Map<ContactId, TieEvidence[]>();
  for (const row of rows) {
    put(found, ContactId.parse(row.other), toEvidence(row));
  }
  return found;
}

function put<Key>(found: Map<Key, TieEvidence[]>, key: Key, one: TieEvidence): void {
  const known = found.get(key);
  if (known === undefined) found.set(key, [one]);
  else known.push(one);
}

/** What is written down about pairs of people, inferred ties aside; by the two keys as asked for, `1 2`. */
export function evidenceBetween(
  book: ReadBook,
  pairs: readonly (readonly [ContactId, ContactId])[],
): Map<string, TieEvidence[]> {
  if (pairs.length === 0) return new Map();
  const rows = book
    .statement(
      `select j.value ->> 0 as one, j.value ->> 1 as other, v.kind, v."on", v.level, v.text, null as crowd,
         null as "hasNote"
         from json_each(@pairs) j join evidence v on v.contact_id = j.value ->> 0 and v.other_id = j.value ->> 1
           and v.superseded_by is null
       union all
       select j.value ->> 0, j.value ->> 1, v.kind, v."on", v.level, v.text, null, null
         from json_each(@pairs) j join evidence v on v.contact_id = j.value ->> 1 and v.other_id = j.value ->> 0
           and v.superseded_by is null`,
    )
    .all({ pairs: JSON.stringify(pairs) }) as PairRow[]; // the columns named
  const found = new Map<string, TieEvidence[]>();
  for (const row of rows) {
    put(found, `${row.one} ${row.other}`, toEvidence(row));
  }
  return found;
}

/** Organisations whose folded name has a word that starts like `text`, most people first. */
export function findOrgs(book: ReadBook, text: string, limit: number): { org: string; people: number }[] {
  const start = fold(text)
    .trim()
    .replaceAll(/[\\%_]/g, String.raw`\$&`);
  return book
    .statement(
      String.raw`select min(org) as org, count(*) as people from contact
       where deleted_at is null and org_key <> '' and (org_key like ? escape '\' or org_key like ? escape '\')
       group by org_key order by people desc, org_key limit ?`,
    )
    .all(`${start}%`, `% ${start}%`, limit) as { org: string; people: number }[]; // the columns named above
}

/** More people than this at one organisation are not looked at one by one. */
const LARGEST_ORG = 20_000;

/** People at an organisation, by its name as typed. */
export function peopleAt(book: ReadBook, org: string): ContactId[] {
  return book
    .statement(
      `select id from contact where org_key = ? and org_key <> '' and deleted_at is null order by sort_key limit ?`,
    )
    .pluck()
    .all(fold(org), LARGEST_ORG)
    .map((id) => ContactId.parse(id));
}

/**
 * The owner's newest word about a pair replaces the one before, whoever was named first. `unknown` takes back what they
 * said of themselves; of two others it says that they do not know each other, and stays said whatever else suggests
 * that they do.
 */
export function stateTie(
  book: WriteBook,
  {
    contactId,
    other,
    level,
    note,
  }: { contactId: ContactId; other: ContactId | undefined; level: TieLevel; note: string },
  now: DateTime,
): void {
  const about =
    other === undefined
      ? and(eq(evidence.contactId, contactId), isNull(evidence.otherId))
      : or(
          and(eq(evidence.contactId, contactId), eq(evidence.otherId, other)),
          and(eq(evidence.contactId, other), eq(evidence.otherId, contactId)),
        );
  const pair = and(eq(evidence.kind, 'user_statement'), isNull(evidence.supersededBy), about);
  for (const { id } of book.select({ id: evidence.id }).from(evidence).where(pair).all())
    book.remove(evidence, id);
  if (level === 'unknown' && other === undefined) return;
  book.insert(evidence, {
    kind: 'user_statement',
    contactId,
    otherId: other ?? null,
    on: now.slice(0, 10),
    level,
    text: note,
    createdAt: now,
  });
}

/** The owner says they are connected on LinkedIn, and since when; imports record it themselves. */
export function recordConnected(book: WriteBook, contactId: ContactId, on: PartialDate, now: DateTime): void {
  book.insert(evidence, { kind: 'li_connected', contactId, on, createdAt: now });
}

interface Pair {
  readonly from: ContactId;
  readonly about: ContactId;
}

/** What a person asked by the owner has said about another, in the rows that stand. */
const referencesBy = (book: ReadBook, { from, about }: Pair) =>
  book
    .select()
    .from(evidence)
    .where(and(eq(evidence.contactId, from), eq(evidence.otherId, about), isNull(evidence.supersededBy)))
    .all()
    .filter(({ kind }) => kind === 'vouched' || kind === 'disowned');

/**
 * What a person asked by the owner answered about another: evidence about that pair, in place of what they said before.
 * Said twice it is said once.
 */
export function recordReference(
  book: WriteBook,
  said: Pair & {
    readonly level: TieLevel;
    readonly kind: 'vouched' | 'disowned';
    readonly on: PartialDate;
  },
  now: DateTime,
): void {
  const { from, about, level, kind, on } = said;
  const known = referencesBy(book, said);
  const [only] = known;
  if (known.length === 1 && only?.kind === kind && only.level === level && only.on === on) return;
  for (const { id } of known) book.remove(evidence, id);
  book.insert(evidence, { kind, contactId: from, otherId: about, on, level, createdAt: now });
}

/** Takes back what a person has said about another. */
export function forgetReference(book: WriteBook, pair: Pair): void {
  for (const { id } of referencesBy(book, pair)) book.remove(evidence, id);
}
