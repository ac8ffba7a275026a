import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { drain, stageFiles } from '#scripts/in-process-client.ts';
import type { Client } from '#api/contract.ts';
import { testBook } from './harness.ts';

const HEADER = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
const INVITATIONS = 'From,To,Sent At,Message,Direction,inviterProfileUrl,inviteeProfileUrl';
const url = (slug: string) => `https://www.linkedin.com/in/${slug}`;
const bytes = (text: string) => new TextEncoder().encode(text);

const connections = (...rows: string[]) => ({
  name: 'Connections.csv',
  bytes: bytes(['Notes:', '"Some words."', '', HEADER, ...rows, ''].join('\n')),
});
const invitations = (...rows: string[]) => ({
  name: 'Invitations.csv',
  bytes: bytes([INVITATIONS, ...rows, ''].join('\n')),
});

const ADA = `Ada,"Okafor, PhD",${url('ada-okafor')},,Lumen Labs,Engineer,28 Sep 2024`;
const BEN = `Ben,Żak,${url('ben-zak')},ben@example.org,Acme,Designer,01 Jan 2020`;
const HIDDEN = ',,,,,,03 Mar 2021';

async function importing(client: Client, ...files: { name: string; bytes: Uint8Array }[]) {
  const { batchId } = (await stageFiles(client, files)).result;
  const batch = await client.imports.get({ id: batchId });
  return {
    batchId,
    batch,
    apply: async () => (await drain(await client.imports.apply({ id: batchId }))).result.counts,
  };
}

describe('importing an archive', () => {
  it('shows what it would do, does exactly that, and changes nothing the second time', async () => {
    const { client } = await testBook();
    const first = await importing(client, connections(ADA, BEN, HIDDEN));
    expect(first.batch).toMatchObject({
      state: 'staged',
      counts: { create: 2, update: 0, same: 0, unusable: 1 },
    });
    expect((await client.contacts.list({ page: {} })).total).toBe(0);
    expect(await first.apply()).toMatchObject({ create: 2 });
    const list = await client.contacts.list({ page: {} });
    expect(list.rows.map(({ fn, org }) => [fn, org])).toEqual([
      ['Ada Okafor, PhD', 'Lumen Labs'],
      ['Ben Żak', 'Acme'],
    ]);
    expect((await client.contacts.list({ text: 'zak acm', page: {} })).total).toBe(1);
    const page = await client.contacts.get({ id: list.rows[1]!.id });
    expect(page.howWeKnow[0]).toMatchObject({ code: 'connected', on: '2020-01-01' });
    expect(page.properties.find(({ name }) => name === 'EMAIL')?.provenance).toMatchObject({
      source: 'import',
      fileName: 'Connections.csv',
      line: 6,
    });
    const again = await importing(client, connections(ADA, BEN, HIDDEN));
    expect(again.batch.counts).toMatchObject({ create: 0, update: 0, same: 2, review: 0 });
    await again.apply();
    expect((await client.contacts.list({ page: {} })).total).toBe(2);
  });

  it('keeps the owner’s own words above the import’s, and still sees nothing new in the same file', async () => {
    const { client } = await testBook();
    await (await importing(client, connections(ADA, BEN))).apply();
    const { rows } = await client.contacts.list({ text: 'ben', page: {} });
    const { id } = rows[0]!;
    const { form } = await client.contacts.get({ id });
    await client.contacts.update({ id, form: { ...form, org: 'Own Studio', emails: [], note: 'left Acme' } });
    const again = await importing(client, connections(ADA, BEN));
    expect(again.batch.counts).toMatchObject({ create: 0, update: 0, same: 2 });
    await again.apply();
    const after = await client.contacts.get({ id });
    expect(after.form).toMatchObject({ org: 'Own Studio', emails: [], note: 'left Acme' });
  });

  it('shows a new job as a change, keeps the old one as history, and gives it back', async () => {
    const { client } = await testBook();
    await (await importing(client, connections(ADA, BEN))).apply();
    const moved = ADA.replace('Lumen Labs,Engineer', 'Harbour Works,CTO');
    const second = await importing(client, connections(moved, BEN));
    expect(second.batch.counts).toMatchObject({ update: 1, same: 1, create: 0 });
    const { rows } = await client.imports.items({ id: second.batchId, action: 'update', page: {} });
    expect(rows[0]?.changes).toEqual(
      expect.arrayContaining([{ name: 'ORG', before: 'Lumen Labs', after: 'Harbour Works', type: '' }]),
    );
    await second.apply();
    const find = async () => (await client.contacts.list({ text: 'ada', page: {} })).rows[0];
    expect(await find()).toMatchObject({ org: 'Harbour Works', title: 'CTO' });
    expect(await client.imports.revert({ id: second.batchId })).toEqual({ removed: 0, kept: 0 });
    expect(await find()).toMatchObject({ org: 'Lumen Labs', title: 'Engineer' });
  });

  it('takes a whole batch back but keeps whom the owner has added to', async () => {
    const { client } = await testBook();
    const first = await importing(client, connections(ADA, BEN));
    await first.apply();
    const ada = (await client.contacts.list({ text: 'ada', page: {} })).rows[0]!;
    const event = await client.events.create({ summary: 'Fair' });
    await client.events.logEncounter({ who: { kind: 'known', contactId: ada.id }, eventId: event.id });
    expect(await client.imports.revert({ id: first.batchId })).toEqual({ removed: 1, kept: 1 });
    const left = await client.contacts.list({ page: {} });
    expect(left.rows.map(({ fn }) => fn)).toEqual(['Ada Okafor, PhD']);
    const page = await client.contacts.get({ id: ada.id });
    expect(page.org).toBe('');
    expect(page.encounters).toHaveLength(1);
    expect(await client.imports.get({ id: first.batchId })).toMatchObject({ state: 'reverted' });
    expect((await client.contacts.list({ text: 'ben', page: {} })).total).toBe(0);
  });

  it('is taken back by Undo like anything else', async () => {
    const { client } = await testBook();
    await (await importing(client, connections(ADA, BEN))).apply();
    const { undo } = await client.book.summary();
    expect(undo).toMatchObject({ code: 'imports.apply', params: { fileName: 'Connections.csv' } });
    await client.book.undo({});
    expect((await client.contacts.list({ page: {} })).total).toBe(0);
  });

  it('computes who is still waiting, recognises the owner, and settles them when they connect', async () => {
    const { client } = await testBook();
    const me = url('me-myself');
    const rows = [
      `Ada Okafor,Me Myself,"9/27/24, 3:05 PM",,INCOMING,${url('ada-okafor')},${me}`,
      `Cleo Marsh,Me Myself,"10/2/24, 8:00 AM","Hello, we met at the fair",INCOMING,${url('cleo-marsh')},${me}`,
      `Me Myself,Ben Żak,"12/30/19, 9:00 AM",,OUTGOING,${me},${url('ben-zak')}`,
    ];
    const first = await importing(client, connections(ADA, BEN), invitations(...rows));
    expect(first.batch.owner).toEqual({ fn: 'Me Myself', url: me });
    await first.apply();
    const waiting = await client.invitations.list({ page: {} });
    expect(waiting.rows.map(({ fn, hasMessage }) => [fn, hasMessage])).toEqual([['Cleo Marsh', true]]);
    expect((await client.book.summary()).owner?.fn).toBe('Me Myself');
    const cleo = `Cleo,Marsh,${url('cleo-marsh')},,Tide,Editor,05 Oct 2024`;
    const second = await importing(client, connections(cleo, ADA, BEN), invitations(...rows));
    expect(second.batch.counts).toMatchObject({ create: 1, review: 0 });
    await second.apply();
    expect((await client.invitations.list({ page: {} })).total).toBe(0);
    await client.imports.revert({ id: second.batchId });
    expect((await client.invitations.list({ page: {} })).rows.map(({ fn }) => fn)).toEqual(['Cleo Marsh']);
  });

  it('keeps one of an invitation that came by e-mail, and stands in the archive as well', async () => {
    const { client } = await testBook();
    const letter = {
      name: 'invitation.eml',
      bytes: readFileSync(new URL('../fixtures/producers/invitation-2012-note.eml', import.meta.url)),
    };
    const row = `Ana Ruiz,Me Myself,"3/5/12, 9:10 AM",,INCOMING,${url('ana-ruiz-2')},${url('me-myself')}`;
    const shown = async () => {
      const { rows } = await client.invitations.list({ page: {} });
      const all = await Promise.all(rows.map(({ id }) => client.invitations.get({ id })));
      return all.map(({ invitation }) => [invitation.url, invitation.message.split('\n')[0]]);
    };
    const note = 'We met at the pottery fair in Leeds in May and talked about glazes.';
    await (await importing(client, letter)).apply();
    expect(await shown()).toEqual([['', note]]);
    const archive = await importing(client, invitations(row));
    expect(archive.batch.counts).toMatchObject({ update: 1 });
    await archive.apply();
    expect(await shown()).toEqual([[url('ana-ruiz-2'), note]]);
    const again = await importing(client, letter, invitations(row));
    expect(again.batch.counts).toMatchObject({ create: 0, update: 0 });
    await client.imports.revert({ id: archive.batchId });
    expect(await shown()).toEqual([['', note]]);
  });

  it('never joins two people by name alone unless the owner says so', async () => {
    const { client } = await testBook();
    const typed = await client.contacts.create({ given: 'Ben', family: 'Żak', note: 'met on the train' });
    const staged = await importing(client, connections(BEN));
    expect(staged.batch.counts).toMatchObject({ review: 1, create: 0 });
    const { rows } = await client.imports.items({ id: staged.batchId, action: 'review', page: {} });
    expect(rows[0]?.contactId).toBe(typed.id);
    await client.imports.choose({ id: staged.batchId, itemIds: [rows[0]!.id], choice: 'join' });
    await staged.apply();
    const list = await client.contacts.list({ page: {} });
    expect(list.rows).toMatchObject([{ fn: 'Ben Żak', org: 'Acme' }]);
    expect((await client.contacts.get({ id: typed.id })).form).toMatchObject({
      note: 'met on the train',
      emails: ['ben@example.org'],
    });
    await client.imports.revert({ id: staged.batchId });
    expect((await client.contacts.get({ id: typed.id })).form).toMatchObject({
      note: 'met on the train',
      emails: [],
      org: '',
    });
  });

  it('reads the same upload differently while it is a plan, and says when these very files were here before', async () => {
    const { client } = await testBook();
    const file = { name: 'Connections.csv', bytes: Buffer.from(connections(BEN).bytes) };
    const old = {
      ...file,
      bytes: Buffer.from(new TextDecoder().decode(file.bytes).replace('Żak', 'M\xfcller'), 'latin1'),
    };
    const send = async () => {
      const { uploadId } = await client.imports.begin({
        files: [{ name: old.name, size: old.bytes.length }],
      });
      await client.imports.chunk({ uploadId, file: 0, base64: old.bytes.toString('base64') });
      return { uploadId, fileName: old.name };
    };
    const upload = await send();
    const stage = async (more: object = {}) =>
      (await drain(await client.imports.stage({ ...upload, ...more }))).result.batchId;
    const named = async (id: number) =>
      (await client.imports.items({ id, action: 'create', page: {} })).rows.map(({ fn }) => fn);
    const first = await stage();
    const second = await stage({ readings: { [old.name]: { encoding: 'koi8-r' } }, replaces: first });
    expect(await named(second)).toEqual(['Ben MЭller']);
    const third = await stage({ readings: { [old.name]: { encoding: 'windows-1252' } }, replaces: second });
    expect(await named(third)).toEqual(['Ben Müller']);
    expect((await client.imports.list()).map(({ id }) => id)).toEqual([third]);
    await expect(stage({ replaces: first })).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await drain(await client.imports.apply({ id: third }));
    await expect(
      client.imports.look({ uploadId: upload.uploadId, entryName: old.name, reading: {} }),
    ).rejects.toMatchObject({ code: 'NOT_FOUND' });
    const again = (await drain(await client.imports.stage(await send()))).result.batchId;
    const { appliedAt } = await client.imports.get({ id: third });
    expect(await client.imports.get({ id: again })).toMatchObject({ appliedBefore: appliedAt });
  });

  it('leaves out what the owner leaves out', async () => {
    const { client } = await testBook();
    const staged = await importing(client, connections(ADA, BEN));
    const { rows } = await client.imports.items({ id: staged.batchId, action: 'create', page: {} });
    await client.imports.choose({ id: staged.batchId, itemIds: [rows[0]!.id], choice: 'skip' });
    expect(await staged.apply()).toMatchObject({ create: 1 });
    expect((await client.contacts.list({ page: {} })).total).toBe(1);
  });

  it('rolls everything back when the window stops listening half way', async () => {
    const { client } = await testBook();
    const many = Array.from(
      { length: 5000 },
      (_, at) => `Given${at},Family${at},${url(`p-${at}`)},,Org,Title,01 Jan 2020`,
    );
    const staged = await importing(client, connections(...many));
    const stream = await client.imports.apply({ id: staged.batchId });
    await stream.next();
    await stream.return?.();
    await client.contacts.create({ given: 'After', family: 'Wards' });
    expect((await client.contacts.list({ page: {} })).total).toBe(1);
    expect(await client.imports.get({ id: staged.batchId })).toMatchObject({ state: 'staged' });
    expect(await staged.apply()).toMatchObject({ create: 5000 });
    expect((await client.contacts.list({ text: 'family4999', page: {} })).total).toBe(1);
  });

  it.each([
    ['a letter', { name: 'Connections.csv', bytes: bytes('Dear Sir,\nhow are you?\n') }, 'not_recognised'],
    ['nothing', { name: 'Connections.csv', bytes: bytes('') }, 'empty'],
    ['a header alone', { name: 'x.csv', bytes: bytes(`${HEADER}\n`) }, 'no_rows'],
    ['half a zip', { name: 'a.zip', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]) }, 'broken_zip'],
  ])('says what is wrong with %s, and nothing has changed', async (_, file, why) => {
    const { client } = await testBook();
    await expect(stageFiles(client, [file])).rejects.toMatchObject({
      code: 'UNREADABLE_FILE',
      data: { why },
    });
    expect(await client.imports.list()).toEqual([]);
  });
});
