import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { getTableName, is } from 'drizzle-orm';
import { getTableConfig, SQLiteTable } from 'drizzle-orm/sqlite-core';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '#api/contract.ts';
import { ContactForm } from '#core/contacts/model.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { openReadOnly, openWritable } from '#db/book.ts';
import { createContact } from '#db/contacts/queries.ts';
import { mergeGroups } from '#db/duplicates/merge.ts';
import { MOVED, PAIRED, STAYING } from '#db/duplicates/references.ts';
import { keepEntry } from '#db/history/queries.ts';
import { Recorder } from '#db/history/journal.ts';
import * as schema from '#db/schema.ts';
import { drain, stageFiles } from '#scripts/in-process-client.ts';
import { testBook } from './harness.ts';
import { stateHash } from './state-hash.ts';
import { tempFolder } from './temp-folder.ts';

const url = (slug: string) => `https://www.linkedin.com/in/${slug}`;
const HEADER = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
const connections = (...rows: string[]) => ({
  name: 'Connections.csv',
  bytes: new TextEncoder().encode([HEADER, ...rows, ''].join('\n')),
});

async function importing(client: Client, ...rows: string[]) {
  const { batchId } = (await stageFiles(client, [connections(...rows)])).result;
  const { counts } = await client.imports.get({ id: batchId });
  await drain(await client.imports.apply({ id: batchId }));
  return { batchId, counts };
}

const merged = async (client: Client, survivorId: ContactId, ...absorbedIds: ContactId[]) =>
  (await client.contacts.merge({ groups: [{ survivorId, absorbedIds }] })).mergeIds;

const valuesOf = async (client: Client, id: ContactId, name: string) =>
  (await client.contacts.get({ id })).properties
    .filter((property) => property.name === name)
    .map(({ value }) => value);

/** The book's state as its file says it, beside the threads. */
function hashOf(file: string): string {
  const book = openReadOnly(file);
  try {
    expect(book.sqlite.pragma('foreign_key_check')).toEqual([]);
    return stateHash(book);
  } finally {
    book.close();
  }
}

async function twoBobs() {
  const opened = await testBook();
  const { client } = opened;
  const bob = await client.contacts.create({
    given: 'Bob',
    family: 'Smith',
    org: 'Acme',
    emails: ['bob@example.org', 'both@example.org'],
    note: 'likes maps',
  });
  const robert = await client.contacts.create({
    given: 'Robert',
    family: 'Smith',
    org: 'Globex',
    emails: ['robert@example.org', 'BOTH@example.org'],
    note: 'met on the train',
  });
  return { ...opened, bob: bob.id, robert: robert.id };
}

describe('merging', () => {
  it('makes one card of two, and the old key leads to it', async () => {
    const { client, bob, robert } = await twoBobs();
    await merged(client, bob, robert);
    const page = await client.contacts.get({ id: robert });
    expect(page.id).toBe(bob);
    expect(page.fn).toBe('Robert Smith');
    expect(page.form).toMatchObject({ given: 'Robert', org: 'Globex' });
    expect((await client.contacts.list({ page: {} })).total).toBe(1);
    expect((await client.book.summary()).counts.contacts).toBe(1);
    expect((await client.book.history())[0]).toMatchObject({
      code: 'contacts.merge',
      params: { name: 'Robert Smith' },
    });
  });

  it('shows a value that both have once, and removes it from both by hand', async () => {
    const { client, bob, robert } = await twoBobs();
    await merged(client, bob, robert);
    const { form } = await client.contacts.get({ id: bob });
    expect(form.emails).toEqual(['bob@example.org', 'both@example.org', 'robert@example.org']);
    await client.contacts.update({
      id: bob,
      form: { ...form, emails: form.emails.filter((email) => email !== 'both@example.org') },
    });
    expect((await client.contacts.get({ id: bob })).form.emails).toEqual([
      'bob@example.org',
      'robert@example.org',
    ]);
  });

  it('loses nobody’s note, and gives each their own back', async () => {
    const { client, bob, robert } = await twoBobs();
    const [mergeId] = await merged(client, bob, robert);
    expect((await client.contacts.get({ id: bob })).form.note).toBe('likes maps\n\nmet on the train');
    await client.contacts.unmerge({ mergeId: mergeId! });
    expect((await client.contacts.get({ id: bob })).form.note).toBe('likes maps');
    expect((await client.contacts.get({ id: robert })).form.note).toBe('met on the train');
  });

  it('keeps what the owner wrote on the merged note where it was written', async () => {
    const { client, bob, robert } = await twoBobs();
    const [mergeId] = await merged(client, bob, robert);
    const { form } = await client.contacts.get({ id: bob });
    await client.contacts.update({ id: bob, form: { ...form, note: `${form.note}, twice` } });
    await client.contacts.unmerge({ mergeId: mergeId! });
    expect((await client.contacts.get({ id: bob })).form.note).toBe('likes maps\n\nmet on the train, twice');
    expect((await client.contacts.get({ id: robert })).form.note).toBe('met on the train');
  });

  it('takes one of three notes out of the text put together', async () => {
    const { client, bob, robert } = await twoBobs();
    const third = await client.contacts.create({ given: 'Bobby', family: 'Smith', note: 'plays chess' });
    const [first] = await merged(client, bob, robert, third.id);
    expect((await client.contacts.get({ id: bob })).form.note).toBe(
      'likes maps\n\nmet on the train\n\nplays chess',
    );
    await client.contacts.unmerge({ mergeId: first! });
    expect((await client.contacts.get({ id: bob })).form.note).toBe('likes maps\n\nplays chess');
  });

  it('lets stand what the owner chose, and nothing else', async () => {
    const { client, bob, robert } = await twoBobs();
    const { fields } = await client.duplicates.compare({ ids: [bob, robert] });
    const hide = fields
      .filter(({ name }) => ['FN', 'N', 'ORG', 'NOTE'].includes(name))
      .flatMap(({ options }) => options.flatMap(({ said }) => said))
      .filter(({ contactId }) => contactId === robert)
      .map(({ property }) => property.id);
    const emails = fields.find(({ name }) => name === 'EMAIL')!.options;
    hide.push(emails.find(({ value }) => value === 'bob@example.org')!.said[0]!.property.id);
    await client.contacts.merge({ groups: [{ survivorId: bob, absorbedIds: [robert], hide }] });
    const page = await client.contacts.get({ id: bob });
    expect(page).toMatchObject({ fn: 'Bob Smith', org: 'Acme' });
    expect(page.form).toMatchObject({
      given: 'Bob',
      note: 'likes maps',
      emails: ['both@example.org', 'robert@example.org'],
    });
    for (const name of ['FN', 'N', 'ORG', 'NOTE']) expect(await valuesOf(client, bob, name)).toHaveLength(1);
  });

  it('edits the word that stands where there are two of the owner’s', async () => {
    const { client, bob, robert } = await twoBobs();
    await merged(client, bob, robert);
    const { form } = await client.contacts.get({ id: bob });
    await client.contacts.update({ id: bob, form: { ...form, org: 'Initech', given: 'Rob' } });
    expect(await client.contacts.get({ id: bob })).toMatchObject({ fn: 'Rob Smith', org: 'Initech' });
    expect(await valuesOf(client, bob, 'ORG')).toEqual(['Initech']);
  });

  it('refuses the owner’s card as one that goes, and anybody twice', async () => {
    const { client, bob, robert } = await twoBobs();
    await client.contacts.setOwner({ id: robert });
    const group = { survivorId: bob, absorbedIds: [robert] };
    const why = (reason: string) => ({ code: 'CONFLICT', data: { why: reason } });
    await expect(client.contacts.merge({ groups: [group] })).rejects.toMatchObject(why('owner_absorbed'));
    for (const groups of [
      [{ survivorId: bob, absorbedIds: [bob] }],
      [{ survivorId: robert, absorbedIds: [bob, bob] }],
      [
        { survivorId: robert, absorbedIds: [bob] },
        { survivorId: bob, absorbedIds: [robert] },
      ],
    ])
      await expect(client.contacts.merge({ groups })).rejects.toMatchObject(why('same_person'));
    expect((await client.contacts.list({ page: {} })).total).toBe(2);
  });

  it('takes out what would relate a person to themselves, and brings it back', async () => {
    const { client, file, bob, robert } = await twoBobs();
    await client.network.stateTie({ contactId: bob, other: robert, level: 'know' });
    await client.introductions.create({ a: bob, b: robert, purpose: 'maps', benefitA: '', benefitB: '' });
    await client.events.logEncounter({ who: { kind: 'known', contactId: robert }, introducedBy: bob });
    const before = hashOf(file);
    const [mergeId] = await merged(client, bob, robert);
    expect(await client.introductions.list()).toEqual([]);
    const { encounters } = await client.contacts.get({ id: bob });
    expect(encounters).toHaveLength(1);
    expect(encounters[0]?.introducedBy).toBeUndefined();
    await client.contacts.unmerge({ mergeId: mergeId!, keepApart: false });
    expect(hashOf(file)).toBe(before);
  });

  it('is one deed for many groups, undone and redone as one', async () => {
    const { client, file, bob, robert } = await twoBobs();
    const [c, d] = [
      await client.contacts.create({ given: 'Cy' }),
      await client.contacts.create({ given: 'Cyrus' }),
    ];
    const before = hashOf(file);
    await client.contacts.merge({
      groups: [
        { survivorId: bob, absorbedIds: [robert] },
        { survivorId: d.id, absorbedIds: [c.id] },
      ],
    });
    const after = hashOf(file);
    await client.book.undo({});
    expect(hashOf(file)).toBe(before);
    await client.book.redo();
    expect(hashOf(file)).toBe(after);
  });

  it('says in the same deed who is somebody else', async () => {
    const { client, file, bob, robert } = await twoBobs();
    const { id: other } = await client.contacts.create({
      given: 'Bob',
      family: 'Smith',
      emails: ['bob@acme.example'],
    });
    const before = hashOf(file);
    await expect(
      client.contacts.merge({ groups: [{ survivorId: bob, absorbedIds: [robert], apart: [robert] }] }),
    ).rejects.toMatchObject({ data: { why: 'same_person' } });
    await client.contacts.merge({ groups: [{ survivorId: bob, absorbedIds: [robert], apart: [other] }] });
    const book = openReadOnly(file);
    expect(book.statement('select a_id, b_id from kept_apart').raw().all()).toEqual([[bob, other]]);
    book.close();
    await client.book.undo({});
    expect(hashOf(file)).toBe(before);
  });
});

describe('unmerging', () => {
  it('takes one out of a card that was merged further, directly', async () => {
    const { client, file, bob, robert } = await twoBobs();
    const third = await client.contacts.create({ given: 'Bobby', family: 'Smith', tels: ['+49 30 1234567'] });
    const before = hashOf(file);
    const [inner] = await merged(client, robert, third.id);
    const [outer] = await merged(client, bob, robert);
    expect((await client.contacts.merged({ id: bob })).map(({ mergeId }) => mergeId)).toEqual([outer, inner]);
    expect((await client.contacts.get({ id: third.id })).id).toBe(bob);
    expect(await client.contacts.unmerge({ mergeId: inner!, keepApart: false })).toEqual({ id: third.id });
    expect((await client.contacts.get({ id: third.id })).form.tels).toEqual(['+49 30 1234567']);
    expect((await client.contacts.get({ id: bob })).form.tels).toEqual([]);
    await client.contacts.unmerge({ mergeId: outer!, keepApart: false });
    expect(hashOf(file)).toBe(before);
  });

  it('lets stay what shall stay, but never a name', async () => {
    const { client, bob, robert } = await twoBobs();
    const [mergeId] = await merged(client, bob, robert);
    const [theirs] = await client.contacts.merged({ id: bob });
    expect(theirs).toMatchObject({ fn: 'Robert Smith' });
    const stays = theirs!.properties
      .filter(({ name, value }) => name === 'N' || name === 'FN' || value === 'robert@example.org')
      .map(({ id }) => id);
    expect(stays).toHaveLength(3);
    await client.contacts.unmerge({ mergeId: mergeId!, stays });
    expect((await client.contacts.get({ id: bob })).form.emails).toContain('robert@example.org');
    const back = await client.contacts.get({ id: robert });
    expect(back.fn).toBe('Robert Smith');
    expect(back.form.emails).toEqual(['BOTH@example.org']);
    expect((await client.contacts.get({ id: bob })).fn).toBe('Bob Smith');
  });

  it('leaves with the survivor what came since, even under a key that was used before', async () => {
    const { client, bob, robert } = await twoBobs();
    const [mergeId] = await merged(client, bob, robert);
    const { form } = await client.contacts.get({ id: bob });
    await client.contacts.update({ id: bob, form: { ...form, emails: ['bob@example.org'] } });
    const emails = ['bob@example.org', 'one@example.org', 'two@example.org'];
    await client.contacts.update({ id: bob, form: { ...form, emails } });
    await client.events.logEncounter({ who: { kind: 'known', contactId: bob }, note: 'as one' });
    await client.contacts.unmerge({ mergeId: mergeId! });
    const kept = await client.contacts.get({ id: bob });
    expect(kept.form.emails).toEqual(emails);
    expect(kept.encounters).toHaveLength(1);
    expect((await client.contacts.get({ id: robert })).form.emails).toEqual([]);
    await expect(client.contacts.unmerge({ mergeId: mergeId! })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('counts what would go back', async () => {
    const { client, bob, robert } = await twoBobs();
    await client.events.logEncounter({ who: { kind: 'known', contactId: robert } });
    await client.network.stateTie({ contactId: robert, level: 'know' });
    await merged(client, bob, robert);
    await client.events.logEncounter({ who: { kind: 'known', contactId: bob } });
    expect((await client.contacts.merged({ id: bob }))[0]?.links).toEqual({
      encounters: 1,
      ties: 1,
      invitations: 0,
      introductions: 0,
    });
  });
});

const ROW_A = `Ada,Okafor,${url('ada-okafor')},ada@example.org,Acme,Engineer,28 Sep 2024`;
const ROW_B = `Adaeze,Okafor,${url('adaeze')},ada@example.com,Globex,CTO,29 Sep 2024`;

describe('imports and merging', () => {
  async function twoAdas() {
    const opened = await testBook();
    const first = await importing(opened.client, ROW_A);
    const second = await importing(opened.client, ROW_B);
    const { rows } = await opened.client.contacts.list({ page: {} });
    const idOf = (fn: string) => rows.find((row) => row.fn === fn)!.id;
    return { ...opened, first, second, ada: idOf('Ada Okafor'), adaeze: idOf('Adaeze Okafor') };
  }

  it('see nothing new in either export, nor in one that has both', async () => {
    const { client, ada, adaeze } = await twoAdas();
    await merged(client, ada, adaeze);
    for (const rows of [[ROW_A], [ROW_B], [ROW_A, ROW_B]]) {
      const { counts } = await importing(client, ...rows);
      expect(counts).toEqual({ create: 0, update: 0, same: rows.length, review: 0, unusable: 0, left: 0 });
    }
    expect((await client.contacts.list({ page: {} })).total).toBe(1);
  });

  it('know whom a row without an address means by the name of the card that went', async () => {
    const { client } = await testBook();
    const rows = ['Ada,Okafor,,,Acme,Engineer,28 Sep 2018', 'Adaeze,Nwosu,,,Globex,CTO,29 Sep 2019'];
    await importing(client, ...rows);
    const [one, two] = (await client.contacts.list({ page: {} })).rows;
    await merged(client, one!.id, two!.id);
    expect((await importing(client, ...rows)).counts).toMatchObject({ same: 2, create: 0, review: 0 });
  });

  it('apply a plan made before the merge to whoever the person is part of', async () => {
    const { client, ada, adaeze } = await twoAdas();
    const moved = ROW_B.replace('Globex', 'Initech');
    const { batchId } = (await stageFiles(client, [connections(moved)])).result;
    await merged(client, ada, adaeze);
    const items = await client.imports.items({ id: batchId, action: 'update', page: {} });
    expect(items.rows[0]?.contactId).toBe(ada);
    await drain(await client.imports.apply({ id: batchId }));
    expect((await client.contacts.get({ id: ada })).org).toBe('Initech');
  });

  it('are taken back wherever their values are, and a card they made goes with its merge', async () => {
    const { client, file, second, ada, adaeze } = await twoAdas();
    await merged(client, ada, adaeze);
    expect(await client.imports.revert({ id: second.batchId })).toEqual({ removed: 0, kept: 0 });
    const page = await client.contacts.get({ id: ada });
    expect(page).toMatchObject({ fn: 'Ada Okafor', org: 'Acme' });
    expect(page.form.emails).toEqual(['ada@example.org']);
    expect(await client.contacts.merged({ id: ada })).toEqual([]);
    await expect(client.contacts.get({ id: adaeze })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    hashOf(file);
  });

  it('leave a survivor they made who holds somebody else’s values, and both have a name when parted', async () => {
    const { client, file, first, ada, adaeze } = await twoAdas();
    const [mergeId] = await merged(client, ada, adaeze);
    expect(await client.imports.revert({ id: first.batchId })).toEqual({ removed: 0, kept: 1 });
    expect(await client.contacts.get({ id: ada })).toMatchObject({ fn: 'Adaeze Okafor', org: 'Globex' });
    await client.contacts.unmerge({ mergeId: mergeId! });
    expect((await client.contacts.get({ id: adaeze })).fn).toBe('Adaeze Okafor');
    expect((await client.contacts.get({ id: ada })).fn).toBe('Ada Okafor');
    hashOf(file);
  });

  it('take away both cards of one batch', async () => {
    const { client, file } = await testBook();
    const { batchId } = await importing(client, ROW_A, ROW_B);
    const [one, two] = (await client.contacts.list({ page: {} })).rows;
    await merged(client, one!.id, two!.id);
    expect(await client.imports.revert({ id: batchId })).toEqual({ removed: 1, kept: 0 });
    expect((await client.contacts.list({ page: {} })).total).toBe(0);
    hashOf(file);
  });
});

describe('the list of what points at a person', () => {
  it('has every foreign key to a person in the schema', () => {
    const known = [...MOVED, ...PAIRED, ...STAYING].map(({ table, column }) => `${table}.${column}`);
    const tables = Object.values(schema).filter((table) => is(table, SQLiteTable));
    const pointing = tables.flatMap((table) =>
      getTableConfig(table).foreignKeys.flatMap((key) => {
        const { columns, foreignTable } = key.reference();
        return foreignTable === schema.contact
          ? columns.map((column) => `${getTableName(table)}.${column.name}`)
          : [];
      }),
    );
    expect(pointing.toSorted()).toEqual(known.toSorted());
  });
});

describe('merging many', () => {
  const book = openWritable(
    path.join(tempFolder(), 'many.acquaint'),
    fileURLToPath(new URL('../../db/migrations', import.meta.url)),
  );
  const NOW = '2026-01-02T03:04:05Z';
  let ids: ContactId[] = [];

  beforeAll(() => {
    const recorder = new Recorder(book);
    book.sqlite.transaction(() => {
      ids = Array.from({ length: 1000 }, (_, at) =>
        createContact(
          recorder,
          ContactForm.parse({
            given: `Given${at >> 1}`,
            family: 'Family',
            org: `Org ${at}`,
            title: 'Title',
            note: `note ${at}`,
            emails: [`a${at}@example.org`, `b${at >> 1}@example.org`],
            urls: [url(`p-${at}`)],
          }),
          NOW,
        ),
      );
    })();
  });

  it('makes one of each of 500 pairs in a second', () => {
    const groups = Array.from({ length: 500 }, (_, at) => ({
      survivorId: ids[at * 2]!,
      absorbedIds: [ids[at * 2 + 1]!],
      hide: [],
      apart: [],
    }));
    const start = process.cpuUsage();
    const recorder = new Recorder(book);
    book.sqlite.transaction(() => {
      expect(mergeGroups(recorder, groups, NOW)).toHaveLength(500);
      keepEntry(recorder, { code: 'contacts.merge' }, recorder.changes, NOW);
    })();
    const { user, system } = process.cpuUsage(start);
    const ms = (user + system) / 1000;
    // Twice the budget, and of work rather than of waiting: tests share their machine.
    expect(ms).toBeLessThan(2000);
    book.close();
  });
});
