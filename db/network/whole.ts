// The network of the whole book, read once; afterwards only people who have changed are read again.
import { evidenceLinks } from '#core/network/evidence-links.ts';
import type { EvidenceLinks } from '#core/network/evidence-links.ts';
import { buildGraph, forEachPair, mergedPairs, pairCollector } from '#core/network/graph-build.ts';
import type { TiesNow } from '#core/network/graph-edits.ts';
import type { NetworkGraph } from '#core/network/graph.ts';
import { levelOf, linkOf } from '#core/network/link.ts';
import { ContactId } from '#core/contacts/model.ts';
import { together } from '#core/network/stays.ts';
import { tieOf } from '#core/network/tie.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import type { Changes } from '#db/history/journal.ts';
import { atTheLimit, colleagueEvidence, smallStaffs } from './colleagues.ts';
import type { Staff } from './colleagues.ts';
import { LARGEST_MEETING, neighboursOf, ownerTies, toEvidence } from './queries.ts';
import type { PairRow } from './queries.ts';
import { allStays, Stays } from './stays.ts';

/** What connects pairs of people, the same things as in `neighboursOf`, employers aside; in the order of the tables. */
const BETWEEN = [
  `select contact_id as one, other_id as other, kind, "on", level, text, null as crowd, null as "hasNote"
     from evidence not indexed where other_id is not null and superseded_by is null`,
  `select m.contact_id as one, n.contact_id as other, 'met_at_event' as kind, e.dtstart as "on", null as level,
     e.summary as text, s.crowd, null as "hasNote"
     from (select event_id, count(distinct contact_id) as crowd from encounter where event_id is not null
           group by event_id having crowd <= ${LARGEST_MEETING}) s
     join encounter m on m.event_id = s.event_id
     join encounter n on n.event_id = s.event_id and n.contact_id > m.contact_id
     join event e on e.id = s.event_id`,
  `select introduced_by_id as one, contact_id as other, 'introduced_by' as kind, met_on as "on", null as level,
     '' as text, null as crowd, null as "hasNote"
     from encounter where introduced_by_id is not null`,
  `select c.id as one, p.contact_id as other, 'li_mutual' as kind, substr(i.sent_at, 1, 10) as "on", null as level,
     '' as text, null as crowd, null as "hasNote"
     from mutual p cross join invitation i on i.id = p.invitation_id and i.url_key <> ''
     cross join property u on u.key = i.url_key and u.key <> '' and u.name = 'URL'
     cross join contact c on c.id = u.contact_id and c.name_key = i.name_key
     where p.contact_id is not null`,
] as const;

/** The owner's own evidence about everybody; what an introduction is worth is worked out from it. */
const OWN = [
  `select contact_id as one, contact_id as other, kind, "on", level, text, null as crowd, null as "hasNote"
     from evidence where other_id is null and superseded_by is null`,
  `select m.contact_id as one, m.contact_id as other, 'met_at_event' as kind, m.met_on as "on", null as level,
     coalesce(e.summary, m.location) as text, coalesce(s.crowd, 1) as crowd, trim(m.note) <> '' as "hasNote"
     from encounter m left join event e on e.id = m.event_id
     left join (select event_id, count(distinct contact_id) as crowd from encounter where event_id is not null
                group by event_id) s on s.event_id = m.event_id`,
] as const;
const INTRODUCTIONS = `select introduced_by_id as one, contact_id as other, 'introduced_by' as kind, met_on as "on",
  null as level, '' as text, null as crowd, null as "hasNote" from encounter where introduced_by_id is not null`;

/** Reads every tie of the book. Takes a second or two for a million: for the jobs thread. */
export function wholeNetwork(
  book: ReadBook,
  now: DateTime,
  stays: Stays = Stays.of(allStays(book)),
): NetworkGraph {
  const ids = Float64Array.from(
    book.statement('select id from contact where deleted_at is null order by id').pluck().all() as number[], // keys
  );
  const nodes = nodeFinder(ids);
  const links = evidenceLinks(now, 'others');
  const rows = pairCollector();
  for (const sql of BETWEEN) {
    for (const row of evidenceIn(book, sql)) {
      const [one, other] = [nodes(row.one), nodes(row.other)];
      if (one < 0 || other < 0 || one === other) continue;
      rows.add(one, other, links.codeOf(toEvidence(row)));
    }
  }
  addColleagues(smallStaffs(book, stays), { nodes, links, rows });
  return buildGraph({
    ids,
    pairs: mergedPairs(rows.pairs(), ids.length, links.linkOf),
    own: ownLinks(book, { nodes, count: ids.length }, now),
  });
}

/** A pair for any two of a staff whose times there allow it. */
function addColleagues(
  staffs: Iterable<Staff>,
  { nodes, links, rows }: { nodes: NodeFinder; links: EvidenceLinks; rows: ReturnType<typeof pairCollector> },
): void {
  // Years are for the reasons, which are read from the book; a tie is as strong whenever it was.
  const [sure, perhaps] = [{}, { isTimeUnknown: true as const }].map((both) =>
    links.codeOf(colleagueEvidence('', both)),
  );
  for (const staff of staffs) {
    // Somebody may have come into the book since the keys were read.
    const there = [...staff].flatMap(([id, times]) => (nodes(id) < 0 ? [] : [[nodes(id), times] as const]));
    for (const [at, [one, times]] of there.entries())
      for (let next = at + 1; next < there.length; next += 1) {
        const [other, otherTimes] = there[next]!;
        const both = together(times, otherTimes);
        if (both !== undefined) rows.add(one, other, both.isTimeUnknown === true ? perhaps! : sure!);
      }
  }
}

/** The node of a person by key; -1 for somebody who is not in the network. */
type NodeFinder = (id: number) => number;

/** A table where keys lie close together, as they do unless much was deleted; it is asked millions of times. */
function nodeFinder(ids: Float64Array): NodeFinder {
  const last = ids.at(-1) ?? 0;
  if (last > 8 * ids.length + 65_536) {
    const nodes = new Map(Array.from(ids, (id, node) => [id, node]));
    return (id) => nodes.get(id) ?? -1;
  }
  const table = new Int32Array(last + 1).fill(-1);
  ids.forEach((id, node) => (table[id] = node));
  return (id) => table[id] ?? -1;
}

function ownLinks(
  book: ReadBook,
  { nodes, count }: { nodes: NodeFinder; count: number },
  now: DateTime,
): Int32Array {
  const links = evidenceLinks(now, 'owner');
  const rows = pairCollector();
  const all = (): Int32Array => {
    const own = new Int32Array(count);
    // A pair of somebody with themselves here is one of the owner with them.
    const merged = mergedPairs(rows.pairs(), count, links.linkOf);
    forEachPair(merged, (node, _, link) => (own[node] = link));
    return own;
  };
  for (const sql of OWN) {
    for (const row of evidenceIn(book, sql)) {
      const node = nodes(row.one);
      if (node >= 0) rows.add(node, node, links.codeOf(toEvidence(row)));
    }
  }
  const direct = all();
  for (const row of evidenceIn(book, INTRODUCTIONS)) {
    const [introducer, node] = [nodes(row.one), nodes(row.other)];
    if (introducer < 0 || node < 0) continue;
    rows.add(node, node, links.codeOf(toEvidence({ ...row, level: levelOf(direct[introducer]!) })));
  }
  return all();
}

const evidenceIn = (book: ReadBook, sql: string): IterableIterator<PairRow> =>
  book.statement(sql).iterate() as IterableIterator<PairRow>; // the columns named in it

/** More people than this are not read again one by one. */
export const MOST_READ_AGAIN = 300;

/**
 * Everybody whose ties may be others than before these changes: those who were changed, those they introduced, and
 * the people of an organisation or event that has just become too large to say anything about a pair, or no longer is.
 */
export function whoseTiesChanged(
  book: ReadBook,
  changes: Pick<Changes, 'orgs' | 'events'> & { readonly contacts: readonly ContactId[] },
  stays: Stays = new Stays(),
): ContactId[] {
  const { contacts, orgs, events } = changes;
  const reach = Math.max(1, contacts.length);
  const others = book
    .statement(
      `select value from json_each(@contacts)
       union select m.contact_id from json_each(@contacts) j join encounter m on m.introduced_by_id = j.value
       union select m.contact_id from json_each(@events) j join encounter m on m.event_id = j.value
         where abs((select count(distinct x.contact_id) from encounter x where x.event_id = j.value) - ${LARGEST_MEETING}) <= @reach`,
    )
    .pluck()
    .all({
      contacts: JSON.stringify(contacts),
      events: JSON.stringify(events),
      reach,
    }) as number[]; // keys
  const all = new Set([...others, ...atTheLimit(book, orgs, stays, reach)]);
  return [...all].map((id) => ContactId.parse(id));
}

/** The ties of these people as they are now. */
export function tiesNow(
  book: ReadBook,
  ids: readonly ContactId[],
  now: DateTime,
  stays: Stays = new Stays(),
): TiesNow[] {
  const there = new Set(
    book
      .statement(
        'select c.id from json_each(?) j join contact c on c.id = j.value where c.deleted_at is null',
      )
      .pluck()
      .all(JSON.stringify(ids)),
  );
  const own = ownerTies(book, ids, now);
  return ids.map((id) => {
    if (!there.has(id)) return { id, own: 0, ties: [] };
    const ties = [...neighboursOf(book, id, { stays })].map(([other, evidence]) => ({
      id: other,
      link: linkOf(tieOf(evidence, now, 'others')),
    }));
    const mine = own.get(id);
    return { id, own: mine === undefined ? 0 : linkOf(mine), ties: ties.filter(({ link }) => link !== 0) };
  });
}
