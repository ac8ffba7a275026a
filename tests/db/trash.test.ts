import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Client } from '#api/contract.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { openReadOnly } from '#db/book.ts';
import { fileHolds } from '#db/trash/clearing.ts';
import { drain, stageFiles } from '#scripts/in-process-client.ts';
import { aConnection, connectionsCsv } from '#tests/fixtures/linkedin.ts';
import { testBook } from './harness.ts';
import { tempFolder } from './temp-folder.ts';

const ANA = {
  given: 'Ana',
  family: 'Ruizmora',
  emails: ['ana@ruizmora.example'],
  urls: ['https://www.linkedin.com/in/ana-ruizmora'],
  tels: ['+49 30 5550199'],
  note: 'afraid of heights',
};
const ana = aConnection({ first: 'Ana', last: 'Ruizmora', slug: 'ana-ruizmora', company: 'Kite Works' });
const ben = aConnection({ first: 'Ben', last: 'Okafor', slug: 'ben-okafor', company: 'Kite Works' });

const staged = async (client: Client, ...rows: string[]) => {
  const file = { name: 'Connections.csv', bytes: Buffer.from(connectionsCsv(...rows)) };
  return (await stageFiles(client, [file])).result.batchId;
};
type BatchId = Awaited<ReturnType<typeof staged>>;

const applied = async (client: Client, id: BatchId) => drain(await client.imports.apply({ id }));
const items = async (client: Client, id: BatchId, action: 'create' | 'review') =>
  (await client.imports.items({ id, action, page: {} })).rows;
const forget = async (client: Client, id: ContactId, name: string, clean = true) =>
  (await drain(await client.trash.forget({ id, name, clean }))).result;
const names = async (client: Client) =>
  (await client.contacts.list({ page: {} })).rows.map(({ fn }) => fn).toSorted();

describe('the trash', () => {
  it('keeps whom the owner deleted, with the days that are left, and gives them back', async () => {
    const { client } = await testBook();
    const { id } = await client.contacts.create(ANA);
    const { id: other } = await client.contacts.create({ given: 'Ben' });
    await client.contacts.delete({ id });
    await client.contacts.delete({ id: other });
    const { total, rows } = await client.trash.list({ page: {} });
    expect(total).toBe(2);
    expect(rows.map(({ fn, daysLeft }) => [fn, daysLeft])).toEqual([
      ['Ben', 30],
      ['Ana Ruizmora', 30],
    ]);
    expect((await client.trash.list({ text: 'RUIZ', page: {} })).rows.map((row) => row.id)).toEqual([id]);
    expect(await client.trash.restore({ ids: [id] })).toEqual({ people: 1 });
    expect((await client.contacts.get({ id })).form.note).toBe('afraid of heights');
    expect((await client.contacts.list({ text: 'ruizmora', page: {} })).total).toBe(1);
    await client.book.undo({});
    expect((await client.trash.list({ page: {} })).total).toBe(2);
    expect(await client.trash.restore({})).toEqual({ people: 2 });
    await expect(client.trash.restore({ ids: [id] })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is emptied for good, and nobody outside it is', async () => {
    const { client, file } = await testBook();
    const { id } = await client.contacts.create(ANA);
    const { id: other } = await client.contacts.create({ given: 'Ben' });
    await client.contacts.delete({ id });
    await expect(drain(await client.trash.erase({ ids: [other] }))).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
    const { items: phases, result } = await drain(await client.trash.erase({}));
    expect(phases.map(({ phase }) => phase)).toEqual(['erasing', 'clearing']);
    expect(result).toEqual({ people: 1, isCleared: true });
    expect(await names(client)).toEqual(['Ben']);
    expect((await client.trash.list({ page: {} })).total).toBe(0);
    expect(fileHolds(file, [Buffer.from('heights'), Buffer.from('ruizmora')])).toBe(false);
    expect((await client.book.history()).map(({ params }) => params['name'])).toEqual(['Ben']);
  });

  it('does not hold cards that have become part of another', async () => {
    const { client } = await testBook();
    const { id } = await client.contacts.create(ANA);
    const { id: twin } = await client.contacts.create({ given: 'A.', family: 'Ruizmora' });
    await client.contacts.merge({ groups: [{ survivorId: id, absorbedIds: [twin] }] });
    expect((await client.trash.list({ page: {} })).total).toBe(0);
  });

  it('erases on opening whoever has been in it for thirty days, and nobody a day too early', async () => {
    const first = await testBook();
    const { client, file } = first;
    const { id } = await client.contacts.create(ANA);
    const { id: later } = await client.contacts.create({ given: 'Ben' });
    await client.contacts.delete({ id });
    await client.contacts.delete({ id: later });
    await first.book.close();
    const { default: Database } = await import('better-sqlite3');
    const sqlite = new Database(file);
    const ago = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString();
    sqlite.prepare('update contact set deleted_at = ? where id = ?').run(ago(30.1), id);
    sqlite.prepare('update contact set deleted_at = ? where id = ?').run(ago(29.9), later);
    sqlite.close();
    const again = await testBook({ file });
    const { rows } = await again.client.trash.list({ page: {} });
    expect(rows.map(({ fn, daysLeft }) => [fn, daysLeft])).toEqual([['Ben', 1]]);
  });

  it('holds the owner without costing the book its summary', async () => {
    const { client } = await testBook();
    const { id } = await client.contacts.create(ANA);
    await client.contacts.setOwner({ id });
    await client.contacts.delete({ id });
    expect((await client.book.summary()).owner).toBeUndefined();
    await drain(await client.trash.erase({}));
    expect((await client.book.summary()).owner).toBeUndefined();
  });
});

describe('forgetting a person', () => {
  it('asks for the name, refuses the owner, and says what goes', async () => {
    const { client } = await testBook();
    const { id } = await client.contacts.create(ANA);
    const { id: me } = await client.contacts.create({ given: 'Me' });
    await client.contacts.setOwner({ id: me });
    await client.contacts.create({ given: 'Ben', note: 'Came with Ana Ruizmora to the fair' });
    await client.events.logEncounter({ who: { kind: 'known', contactId: id }, note: 'kites' });
    expect(await client.trash.forgetting({ id })).toMatchObject({
      fn: 'Ana Ruizmora',
      counts: { encounters: 1, merged: 0, deeds: 2 },
      isRecognisable: true,
      named: {
        total: 1,
        rows: [{ place: 'value', of: 'Ben', excerpt: 'Came with Ana Ruizmora to the fair' }],
      },
      backups: [],
    });
    await expect(forget(client, id, 'Ana Ruiz')).rejects.toMatchObject({ data: { why: 'name_differs' } });
    await expect(forget(client, me, 'Me')).rejects.toMatchObject({ data: { why: 'owner_forgotten' } });
    expect(await forget(client, id, ' ana  ruizmora')).toEqual({ people: 1, isCleared: true });
    expect(await names(client)).toEqual(['Ben', 'Me']);
    const [found] = (await client.contacts.list({ text: 'ben', page: {} })).rows;
    expect((await client.contacts.get({ id: found!.id })).form.note).toBe('Came with … to the fair');
  });

  it('leaves them out of search, paths, history and the files of the book', async () => {
    const { client, file } = await testBook();
    const { id } = await client.contacts.create(ANA);
    const { id: other } = await client.contacts.create({ given: 'Ben' });
    await client.network.stateTie({ contactId: id, level: 'know_well' });
    const event = await client.events.create({ summary: 'Kite Fair' });
    for (const contactId of [id, other])
      await client.events.logEncounter({ who: { kind: 'known', contactId }, eventId: event.id });
    expect(await client.network.mutuals({ contactId: other })).toHaveLength(1);
    const { rows } = await client.contacts.list({ text: 'ruizmora', page: {} });
    expect(rows).toHaveLength(1);
    await forget(client, id, 'Ana Ruizmora');
    expect((await client.contacts.list({ text: 'ruizmora', page: {} })).total).toBe(0);
    expect(await client.contacts.find({ text: 'ana' })).toEqual([]);
    expect(await client.network.mutuals({ contactId: other })).toEqual([]);
    const about = (await client.book.history()).map(({ params }) => params['name']);
    expect(new Set(about)).toEqual(new Set(['Ben', 'Kite Fair']));
    await expect(client.contacts.get({ id })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    for (const one of [file, `${file}-wal`].filter((name) => fs.existsSync(name)))
      for (const word of ['Ruizmora', 'ruizmora', 'heights', '5550199'])
        expect([one, word, fileHolds(one, [Buffer.from(word)])]).toEqual([one, word, false]);
  });

  it('names the copies of the book that still hold them', async () => {
    const folder = tempFolder();
    const { client, file } = await testBook({ file: path.join(folder, 'mine.acquaint') });
    const { id } = await client.contacts.create(ANA);
    fs.mkdirSync(path.join(folder, 'backups'));
    const copy = openReadOnly(file);
    copy.sqlite.prepare('vacuum into ?').run(path.join(folder, 'backups', 'mine-with.acquaint'));
    copy.close();
    fs.writeFileSync(path.join(folder, 'backups', 'mine-without.acquaint'), 'nobody');
    const { backups } = await client.trash.forgetting({ id });
    expect(
      backups
        .map(({ fileName, holds }) => [fileName, holds] as const)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ).toEqual([
      ['mine-with.acquaint', true],
      ['mine-without.acquaint', false],
    ]);
  });

  it('goes on to the end when nobody waits for it any more', async () => {
    const { client, file } = await testBook();
    const { id } = await client.contacts.create(ANA);
    const stream = await client.trash.forget({ id, name: 'Ana Ruizmora', clean: true });
    await stream.next();
    await stream.next();
    await stream.return?.();
    await client.contacts.create({ given: 'Ben' });
    expect(await names(client)).toEqual(['Ben']);
    expect(fileHolds(file, [Buffer.from('ruizmora')])).toBe(false);
  });

  it('keeps what else was done in the same deed, and takes that back', async () => {
    const { client } = await testBook();
    const { id } = await client.contacts.create(ANA);
    const event = await client.events.create({ summary: 'Kite Fair' });
    await client.events.logEncounter({ who: { kind: 'known', contactId: id }, eventId: event.id });
    const met = await client.events.logEncounter({
      who: { kind: 'new', contact: { given: 'Ben' } },
      eventId: event.id,
      introducedBy: id,
    });
    await client.events.delete({ id: event.id });
    await forget(client, id, 'Ana Ruizmora');
    await client.book.undo({});
    const { encounters } = await client.events.get({ id: event.id });
    expect(encounters.map(({ contactId }) => contactId)).toEqual([met.contactId]);
    expect(encounters[0]?.introducedBy).toBeUndefined();
    while (await client.book.undo({}));
    expect((await client.events.list({ page: {} })).total).toBe(0);
    while (await client.book.redo());
    expect(await names(client)).toEqual(['Ben']);
  });
});

describe('a later import', () => {
  it('leaves out whom the owner has forgotten, and keeps nothing of what it said', async () => {
    const { client, file } = await testBook();
    const first = await staged(client, ana, ben);
    await applied(client, first);
    const [{ id } = { id: undefined }] = await client.contacts.find({ text: 'ruizmora' });
    await forget(client, id!, 'Ana Ruizmora');
    expect(await items(client, first, 'create')).toMatchObject([
      { fn: '', issues: [{ code: 'ERASED' }], changes: [] },
      { fn: 'Ben Okafor' },
    ]);
    const second = await staged(client, ana, ben);
    expect(await items(client, second, 'review')).toMatchObject([
      { fn: 'Ana Ruizmora', choice: 'skip', issues: [{ code: 'FORGOTTEN' }] },
    ]);
    await client.imports.chooseAll({ id: second, action: 'review', choice: 'take' });
    await applied(client, second);
    expect(await names(client)).toEqual(['Ben Okafor']);
    expect(await items(client, second, 'review')).toMatchObject([{ fn: '', issues: [{ code: 'ERASED' }] }]);
    await client.contacts.create({ given: 'Zoe' });
    const holds = openReadOnly(file);
    expect(
      holds.sqlite.prepare(`select count(*) from import_plan where items like '%uizmora%'`).pluck().get(),
    ).toBe(0);
    holds.close();
  });

  it('brings them back only where that is chosen; taking it back forgets them again', async () => {
    const { client } = await testBook();
    const { id } = await client.contacts.create(ANA);
    await forget(client, id, 'Ana Ruizmora');
    const batch = await staged(client, ana);
    const [item] = await items(client, batch, 'review');
    await client.imports.choose({ id: batch, itemIds: [item!.id], choice: 'take' });
    await applied(client, batch);
    expect(await names(client)).toEqual(['Ana Ruizmora']);
    await client.imports.revert({ id: batch });
    const again = await staged(client, ana);
    expect(await items(client, again, 'review')).toMatchObject([{ issues: [{ code: 'FORGOTTEN' }] }]);
    await client.imports.discard({ id: again });
  });

  it('lets a namesake in', async () => {
    const { client } = await testBook();
    const { id } = await client.contacts.create(ANA);
    await forget(client, id, 'Ana Ruizmora');
    const namesake = aConnection({ first: 'Ana', last: 'Ruizmora', slug: 'another-ana', company: 'Elm' });
    const batch = await staged(client, namesake);
    expect(await items(client, batch, 'create')).toMatchObject([{ choice: 'take', issues: [] }]);
  });

  it('says of somebody in the trash that they are there, and brings them back with what is new', async () => {
    const { client } = await testBook();
    const { id } = await client.contacts.create(ANA);
    await client.contacts.delete({ id });
    const batch = await staged(client, ana, ben);
    const [item] = await items(client, batch, 'review');
    expect(item).toMatchObject({ contactId: id, choice: 'skip', issues: [{ code: 'IN_TRASH' }] });
    await client.imports.choose({ id: batch, itemIds: [item!.id], choice: 'join' });
    await applied(client, batch);
    expect(await names(client)).toEqual(['Ana Ruizmora', 'Ben Okafor']);
    const page = await client.contacts.get({ id });
    expect([page.form.note, page.org]).toEqual(['afraid of heights', 'Kite Works']);
    await client.imports.revert({ id: batch });
    expect(await names(client)).toEqual([]);
    expect((await client.trash.list({ page: {} })).total).toBe(1);
  });
});

describe('everything held about a person', () => {
  it('is every value with its source and what became of it, every link, and every deed', async () => {
    const { client } = await testBook();
    const batch = await staged(client, ana, ben);
    await applied(client, batch);
    const [{ id } = { id: undefined }] = await client.contacts.find({ text: 'ruizmora' });
    const { form } = await client.contacts.get({ id: id! });
    await client.contacts.update({ id: id!, form: { ...form, org: 'Elm Press', note: 'afraid of heights' } });
    const event = await client.events.create({ summary: 'Kite Fair' });
    await client.events.logEncounter({
      who: { kind: 'known', contactId: id! },
      eventId: event.id,
      note: 'kites',
    });
    const held = await client.holdings.get({ id: id! });
    expect(held.values.filter(({ name }) => name === 'ORG')).toMatchObject([
      { value: 'Elm Press', state: 'stands', provenance: { source: 'owner' } },
      {
        value: 'Kite Works',
        state: 'overruled',
        provenance: { source: 'import', fileName: 'Connections.csv' },
      },
    ]);
    expect(held.encounters).toMatchObject([{ event: 'Kite Fair', note: 'kites' }]);
    expect(held.ties).toMatchObject([{ kind: 'li_connected', other: '', isFormer: false }]);
    expect(held.imports).toMatchObject([{ fileName: 'Connections.csv', isReverted: false }]);
    expect(held.deeds.map(({ code }) => code)).toEqual(['events.logEncounter', 'contacts.update']);
    await expect(client.holdings.get({ id: 999 })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('the history', () => {
  it('is searched by names and by what was done', async () => {
    const { client } = await testBook();
    const { id } = await client.contacts.create(ANA);
    await client.contacts.create({ given: 'Ben' });
    await client.contacts.delete({ id });
    const codes = async (input: Parameters<Client['book']['history']>[0]) =>
      (await client.book.history(input)).map(({ code }) => code);
    expect(await codes({ find: 'ruizm ana' })).toEqual(['contacts.delete', 'contacts.create']);
    expect(await codes({ find: 'delet', codes: ['contacts.delete'] })).toEqual(['contacts.delete']);
    expect(await codes({ find: 'nobody' })).toEqual([]);
  });
});
