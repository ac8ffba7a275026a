// The audit of connections: counted exactly after an archive and after every change, against the book read by hand.
import Database from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import type { Client } from '#api/contract.ts';
import { ContactId } from '#core/contacts/model.ts';
import { EncounterForm } from '#core/events/model.ts';
import { AuditGroup } from '#core/invitations/audit.ts';
import { drain, stageFiles } from '#scripts/in-process-client.ts';
import {
  aConnection,
  anInvitation,
  connectionsCsv,
  invitationsCsv,
  OWNER,
  profileCsv,
} from '../fixtures/linkedin.ts';
import { testBook } from './harness.ts';

const COMPANIES = ['Acme', 'Globex', 'Initech', ''];
const nameOf = (at: number) => `Given${at} Family${at}`;

/** Sixty connections: a third invited the owner silently, a sixth with a note, a sixth were invited, the rest unknown. */
function archive() {
  const people = Array.from({ length: 60 }, (_, at) => at);
  const how = (at: number) => ['silent', 'note', 'outgoing', 'none', 'silent', 'none'][at % 6]!;
  const connections = people.map((at) =>
    aConnection({
      first: `Given${at}`,
      last: `Family${at}`,
      slug: `p-${at}`,
      company: at % 5 === 0 ? `Solo ${at}` : COMPANIES[at % 4]!,
      on: `0${(at % 9) + 1} Jan ${2015 + (at % 4)}`,
    }),
  );
  const invitations = people
    .filter((at) => how(at) !== 'none')
    .map((at) =>
      anInvitation({
        fn: nameOf(at),
        slug: `p-${at}`,
        direction: how(at) === 'outgoing' ? 'OUTGOING' : 'INCOMING',
        message: how(at) === 'note' ? 'Your talk on looms stayed with me.' : '',
      }),
    );
  const strangers = ['ann', 'bob'].map((slug) => anInvitation({ fn: slug, slug: `s-${slug}` }));
  return [
    ['Profile.csv', profileCsv('Olive', 'Owner')],
    ['Connections.csv', connectionsCsv(...connections)],
    ['Invitations.csv', invitationsCsv(...invitations, ...strangers)],
  ].map(([name = '', text = '']) => ({ name, bytes: Buffer.from(text) }));
}

async function imported() {
  const opened = await testBook();
  const { client } = opened;
  const { batchId } = (await stageFiles(client, archive())).result;
  await drain(await client.imports.apply({ id: batchId }));
  return opened;
}

/** Everybody of every group, page by page. */
async function listed(client: Client) {
  const groups: Record<string, ContactId[]> = {};
  for (const group of AuditGroup.options) {
    const ids: ContactId[] = [];
    for (let offset = 0; ; offset += 7) {
      const { rows, total } = await client.audit.list({ group, page: { offset, limit: 7 } });
      ids.push(...rows.map(({ id }) => id));
      if (offset + 7 >= total) break;
    }
    if (ids.length > 0) groups[group] = ids.toSorted((a, b) => a - b);
  }
  return groups;
}

const beginningOf = ([first]: readonly { direction: string; message: string }[]): string => {
  if (first === undefined) return 'list_only';
  if (first.direction === 'outgoing') return 'outgoing';
  return first.message === '' ? 'no_note' : 'note';
};

function groupOf(one: {
  isTagged: boolean;
  isStrong: boolean;
  isKept: boolean;
  isKnown: boolean;
  beginning: string;
}): string | undefined {
  if (one.isTagged) return 'parting';
  if (one.isStrong) return undefined;
  if (one.isKept) return 'kept';
  return one.isKnown ? 'known_to_others' : one.beginning;
}

/** The same by looking at one connection after the other, with nothing kept. */
async function byHand(client: Client, file: string) {
  const db = new Database(file, { readonly: true });
  const ids = db
    .prepare(
      `select distinct contact_id from evidence v join contact c on c.id = contact_id where kind = 'li_connected'
       and other_id is null and superseded_by is null and deleted_at is null`,
    )
    .pluck()
    .all() as ContactId[];
  const stated = (id: number) =>
    db
      .prepare(
        `select level from evidence where contact_id = ? and other_id is null and kind = 'user_statement'`,
      )
      .pluck()
      .get(id);
  const met = (id: number) =>
    db.prepare('select count(*) from encounter where contact_id = ?').pluck().get(id);
  const tagged = (id: number) =>
    db.prepare(`select count(*) from property where contact_id = ? and value = 'to part'`).pluck().get(id);
  const silent = (id: number) =>
    db
      .prepare(
        `select i.direction, i.message from invitation i join property p on p.key = i.url_key and p.name = 'URL' where p.contact_id = ?`,
      )
      .all(id) as { direction: string; message: string }[];
  const groups: Record<string, number[]> = {};
  for (const id of ids) {
    const known = (await client.network.mutuals({ contactId: id })).some(({ ownerTie }) =>
      ['met_once', 'acquaintance', 'know', 'know_well', 'trusted'].includes(ownerTie.level),
    );
    const strong = met(id) !== 0 || !['name_only', 'unknown', undefined].includes(stated(id) as string);
    const own = { isTagged: tagged(id) !== 0, isStrong: strong, isKept: stated(id) === 'name_only' };
    const group = groupOf({ ...own, isKnown: known, beginning: beginningOf(silent(id)) });
    if (group !== undefined) (groups[group] ??= []).push(id);
    expect((await client.audit.get({ contactId: id })).group).toBe(group);
  }
  db.close();
  for (const list of Object.values(groups)) list.sort((a, b) => a - b);
  return groups;
}

describe('looking through connections', () => {
  it('counts what an archive says, and keeps the count through every change and its undo', async () => {
    const { client, file } = await imported();
    const summary = await client.audit.summary();
    expect(summary).toMatchObject({ connections: 60, acceptedWithoutNote: 20, pending: 2 });
    const before = await listed(client);
    expect(before).toEqual(await byHand(client, file));
    expect(Object.keys(before).toSorted()).toEqual(['list_only', 'no_note', 'note', 'outgoing']);
    expect(summary.groups.no_note).toBe(before['no_note']?.length);

    const [one, two, three, four] = before['no_note']!;
    const deeds: readonly (() => Promise<unknown>)[] = [
      () => client.network.stateTie({ contactId: one!, level: 'name_only' }),
      () => client.network.stateTie({ contactId: two!, level: 'know' }),
      () =>
        client.events.logEncounter(
          EncounterForm.parse({ who: { kind: 'known', contactId: three }, metOn: '2026-01-02' }),
        ),
      () => client.audit.part({ contactId: four!, isParting: true }),
      () => client.network.stateTie({ contactId: two!, other: before['note']![0]!, level: 'know' }),
      () => client.contacts.delete({ id: before['outgoing']![0]! }),
    ];
    for (const deed of deeds) {
      await deed();
      expect(await listed(client)).toEqual(await byHand(client, file));
    }
    const after = await listed(client);
    expect([
      after['kept'],
      after['parting'],
      after['known_to_others']?.includes(before['note']![0]!),
    ]).toEqual([[one], [four], true]);
    for (const _ of deeds) await client.book.undo({});
    expect(await listed(client)).toEqual(before);
  }, 120_000);

  it('finds a group by year and by organisation, and says of one all that is known', async () => {
    const { client } = await imported();
    const group = 'no_note';
    const { years, orgs } = await client.audit.facets({ group });
    const { total } = await client.audit.list({ group, page: {} });
    expect(years.reduce((sum, { people }) => sum + people, 0)).toBe(total);
    expect(years.map(({ year }) => year)).toEqual(
      years
        .map(({ year }) => year)
        .toSorted()
        .toReversed(),
    );
    for (const { year, people } of years)
      expect((await client.audit.list({ group, year, page: {} })).total).toBe(people);
    for (const { orgKey, people } of orgs)
      expect((await client.audit.list({ group, orgKey, page: {} })).total).toBe(people);
    const [row] = (await client.audit.list({ group, page: {} })).rows;
    expect(await client.audit.get({ contactId: row!.id })).toMatchObject({
      group,
      url: expect.stringContaining('linkedin.com/in/p-'),
      invitation: { direction: 'incoming', hasMessage: false },
      tie: { level: 'name_only' },
      knownByWhom: [],
    });
    const letter = await client.introductions.draft({
      about: 'person',
      kind: 'reintroduce',
      to: row!.id,
    });
    expect(letter.body).toContain('We are connected on LinkedIn');
  });

  it('is about nobody else: the owner and people who are gone are no connections', async () => {
    const { client } = await imported();
    const { owner } = await client.book.summary();
    expect(owner?.fn).toBe(OWNER.fn);
    await expect(client.audit.get({ contactId: ContactId.parse(9999) })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});
