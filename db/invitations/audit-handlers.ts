import type { audit, AuditedTie, AuditFilter, AuditRow } from '#api/audit.ts';
import { ContactId } from '#core/contacts/model.ts';
import { tagKey } from '#core/contacts/tags.ts';
import { AuditGroup, auditGroup, heightAt, PARTING_TAG, whoKnow } from '#core/invitations/audit.ts';
import { linkedInKey } from '#core/contacts/identity.ts';
import { idOf, nodeOf } from '#core/network/graph.ts';
import type { NetworkGraph } from '#core/network/graph.ts';
import type { DateTime } from '#core/shared/dates.ts';
import type { ReadBook } from '#db/book.ts';
import { formOf } from '#db/contacts/properties.ts';
import { contactRow, namesOf } from '#db/contacts/queries.ts';
import { addTags, removeTags } from '#db/contacts/tag-rows.ts';
import type { HandlersFor, QueryCall } from '#db/handler.ts';
import { ownerTie } from '#db/network/queries.ts';
import { ownerId } from '#db/settings/queries.ts';
import { beginnings, connectionsAmong } from './connections.ts';
import type { Audit, HollowTie } from './kept-connections.ts';
import { invitationsWith } from './queries.ts';
import { countForOwner } from './queue.ts';

const ORGS_SHOWN = 50;
const NAMED = 3;

const auditNow = async ({ book, reader, now }: QueryCall<unknown>): Promise<Audit> =>
  reader.connections(now, ownerId(book));

export const auditHandlers: HandlersFor<typeof audit> = {
  async summary(call) {
    const { connections, acceptedWithoutNote, groups } = await auditNow(call);
    const counted = AuditGroup.options.map((group) => [group, groups.get(group)?.length ?? 0] as const);
    return {
      connections,
      acceptedWithoutNote,
      pending: countForOwner(call.book, call.now),
      // An entry for every group there is.
      groups: Object.fromEntries(counted) as Record<AuditGroup, number>,
    };
  },
  async facets(call) {
    const found = (await auditNow(call)).groups.get(call.input.group) ?? [];
    return { years: yearsOf(found), orgs: orgsOf(call.book, found) };
  },
  async list(call) {
    const { book, input } = call;
    const found = ((await auditNow(call)).groups.get(input.group) ?? []).filter(matching(input));
    const { offset, limit } = input.page;
    return { total: found.length, rows: rowsOf(book, found.slice(offset, offset + limit)) };
  },
  async get({ book, reader, input: { contactId }, now }) {
    contactRow(book, contactId);
    return auditedTie(book, contactId, await reader.network(now), now);
  },
  part({ book, input: { contactId, isParting }, now }) {
    contactRow(book, contactId);
    const tagged = { book, id: contactId, now };
    if (isParting) addTags(tagged, [PARTING_TAG]);
    else removeTags(tagged, new Set([tagKey(PARTING_TAG)]));
  },
};

const matching =
  ({ year, orgKey }: Pick<AuditFilter, 'year' | 'orgKey'>) =>
  (row: HollowTie): boolean =>
    (year === undefined || row.on.slice(0, 4) === year) && (orgKey === undefined || row.orgKey === orgKey);

function countsBy(found: readonly HollowTie[], keyOf: (tie: HollowTie) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const tie of found) counts.set(keyOf(tie), (counts.get(keyOf(tie)) ?? 0) + 1);
  return counts;
}

/** The latest year first; those of no known day last. */
const yearsOf = (found: readonly HollowTie[]) =>
  [...countsBy(found, ({ on }) => on.slice(0, 4))]
    .map(([year, people]) => ({ year, people }))
    .toSorted((a, b) => (a.year < b.year ? 1 : -1));

function orgsOf(book: ReadBook, found: readonly HollowTie[]) {
  const counts = countsBy(found, ({ orgKey }) => orgKey);
  counts.delete('');
  return [...counts]
    .toSorted(([one, a], [other, b]) => b - a || (one < other ? -1 : 1))
    .slice(0, ORGS_SHOWN)
    .map(([orgKey, people]) => ({ orgKey, org: orgName(book, orgKey), people }));
}

/** An organisation as somebody who is there has it. */
function orgName(book: ReadBook, orgKey: string): string {
  const org = book
    .statement(`select org from contact where org_key = ? and org_key <> '' and deleted_at is null limit 1`)
    .pluck()
    .get(orgKey);
  return typeof org === 'string' ? org : orgKey;
}

function rowsOf(book: ReadBook, found: readonly HollowTie[]): AuditRow[] {
  const people = peopleOf(
    book,
    found.map(({ id }) => id),
  );
  return found.flatMap(({ id, on, knownBy }) => {
    const person = people.get(id);
    return person === undefined
      ? []
      : [{ id, ...person, ...(on === '' ? {} : { connectedOn: on }), knownBy }];
  });
}

interface Person {
  readonly id: number;
  readonly fn: string;
  readonly org: string;
  readonly title: string;
}

function peopleOf(book: ReadBook, ids: readonly ContactId[]): Map<ContactId, Omit<Person, 'id'>> {
  const rows = book
    .statement(`select c.id, c.fn, c.org, c.title from json_each(?) j join contact c on c.id = j.value`)
    .all(JSON.stringify(ids)) as Person[]; // the columns named
  return new Map(rows.map(({ id, ...person }) => [ContactId.parse(id), person]));
}

/** One tie read from the book as it is, whoever else has changed. */
function auditedTie(book: ReadBook, id: ContactId, graph: NetworkGraph, now: DateTime): AuditedTie {
  const owner = ownerId(book);
  const node = nodeOf(graph, id);
  const known = whoKnow(graph, node, owner);
  const [row] = connectionsAmong(book, [id]);
  const beginning = beginnings(book, [id]).get(id) ?? 'unknown';
  const group =
    row && auditGroup({ ...row, height: heightAt(graph, node), knownBy: known.length, beginning });
  const [invitation] = invitationsWith(book, id).toSorted(
    (a, b) => Number(a.direction === 'outgoing') - Number(b.direction === 'outgoing'),
  );
  const { fn, org, title } = contactRow(book, id);
  return {
    id,
    fn,
    org,
    title,
    ...(row === undefined || row.on === '' ? {} : { connectedOn: row.on }),
    knownBy: known.length,
    ...(group === undefined ? {} : { group }),
    url: formOf(book, id).urls.find((url) => linkedInKey(url) !== undefined) ?? '',
    tie: ownerTie(book, id, now),
    ...(invitation === undefined
      ? {}
      : {
          invitation: {
            direction: invitation.direction,
            hasMessage: invitation.message.trim() !== '',
            ...(invitation.sentAt === undefined ? {} : { sentAt: invitation.sentAt }),
          },
        }),
    knownByWhom: namesAt(book, graph, known.slice(0, NAMED)),
  };
}

function namesAt(book: ReadBook, graph: NetworkGraph, nodes: readonly number[]) {
  const ids = nodes.map((node) => idOf(graph, node));
  const names = namesOf(book, ids);
  return ids.flatMap((contactId) => {
    const fn = names.get(contactId)?.fn;
    return fn === undefined ? [] : [{ contactId, fn }];
  });
}
