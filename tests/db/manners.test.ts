// How the owner treats people: kept on their cards as the owner's word, and never taken from a stranger's file.
import { beforeEach, describe, expect, it } from 'vitest';
import type { Client } from '#api/contract.ts';
import type { ContactId } from '#core/contacts/model.ts';
import { drain, stageFiles } from '#scripts/in-process-client.ts';
import { testBook } from './harness.ts';

let client: Client;
let ana: ContactId;
let ben: ContactId;
beforeEach(async () => {
  ({ client } = await testBook());
  ana = (await client.contacts.create({ given: 'Ana', family: 'Ruiz', emails: ['ana@example.org'] })).id;
  ben = (await client.contacts.create({ given: 'Ben', family: 'Zak' })).id;
});

const manners = (contactId: ContactId) => client.manners.get({ contactId });
const NOTHING_SAID = {
  isConfidential: false,
  introductionPolicy: 'ask-first',
  offers: '',
  seeks: '',
  isNotAsked: false,
  keptFrom: [],
};

async function bring(into: Client, name: string, text: string): Promise<void> {
  const file = { name, bytes: new TextEncoder().encode(text) };
  const { batchId } = (await stageFiles(into, [file])).result;
  await drain(await into.imports.apply({ id: batchId }));
}

async function textOf(wish: Parameters<Client['exports']['people']>[0]) {
  const { items, result } = await drain(await client.exports.people(wish));
  const text = items.map(({ base64 }) => Buffer.from(base64, 'base64').toString()).join('');
  return { text, ...result };
}

describe('what the owner says of a person', () => {
  it('is changed part by part, and each part is undone by itself', async () => {
    expect(await manners(ana)).toEqual(NOTHING_SAID);
    await client.manners.set({
      contactId: ana,
      patch: { offers: 'a spare room in Lyon', seeks: 'a translator' },
    });
    await client.manners.set({
      contactId: ana,
      patch: { channel: 'phone', introductionPolicy: 'just-send' },
    });
    await client.manners.set({ contactId: ana, patch: { channel: null, offers: '' } });
    expect(await manners(ana)).toEqual({
      ...NOTHING_SAID,
      introductionPolicy: 'just-send',
      seeks: 'a translator',
    });
    await client.book.undo({});
    expect(await manners(ana)).toMatchObject({ channel: 'phone', offers: 'a spare room in Lyon' });
  });

  it('stays when the form is saved, and the form does not show it', async () => {
    await client.manners.set({ contactId: ana, patch: { isConfidential: true, seeks: 'a translator' } });
    const { form } = await client.contacts.get({ id: ana });
    expect(JSON.stringify(form)).not.toMatch(/translator|CONFIDENTIAL/);
    await client.contacts.update({ id: ana, form: { ...form, nickname: 'Anita' } });
    expect(await manners(ana)).toMatchObject({ isConfidential: true, seeks: 'a translator' });
  });

  it('marks confidential people in lists', async () => {
    await client.manners.set({ contactId: ana, patch: { isConfidential: true } });
    const marks = async () =>
      (await client.contacts.list({ page: {} })).rows.map(({ fn, isConfidential }) => [fn, isConfidential]);
    expect(await marks()).toEqual([
      ['Ana Ruiz', true],
      ['Ben Zak', undefined],
    ]);
    expect((await client.contacts.find({ text: 'ana' }))[0]?.isConfidential).toBe(true);
    await client.manners.set({ contactId: ana, patch: { isConfidential: false } });
    expect((await marks())[0]).toEqual(['Ana Ruiz', undefined]);
  });
});

describe('a card that says how somebody is to be treated', () => {
  const HOSTILE = [
    'BEGIN:VCARD',
    'VERSION:3.0',
    'FN:Mallory Quick',
    'CLASS:CONFIDENTIAL',
    'X-CADENCE:P1D',
    'X-INTRODUCTION-POLICY:never',
    'X-PREFERRED-CHANNEL:phone',
    'X-OFFERS:everything',
    'X-REFERENCE-POLICY:do-not-ask',
    'X-THANKED-ON:2026-01-01',
    'END:VCARD',
    '',
  ].join('\r\n');

  it('changes nothing: whoever sends a card does not say how they are to be treated', async () => {
    await bring(client, 'mallory.vcf', HOSTILE);
    const { id } = (await client.contacts.find({ text: 'mallory' }))[0]!;
    expect(await manners(id)).toEqual(NOTHING_SAID);
    expect((await client.contacts.find({ text: 'mallory' }))[0]?.isConfidential).toBeUndefined();
    expect(await client.reminders.list({ today: '2031-01-01' })).toMatchObject({ due: [] });
    await client.introductions.create({ a: id, b: ben });
  });

  it('does not make the owner’s word weaker', async () => {
    await client.manners.set({ contactId: ana, patch: { isConfidential: true } });
    await bring(
      client,
      'ana.vcf',
      'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Ruiz\r\nEMAIL:ana@example.org\r\nCLASS:PUBLIC\r\nEND:VCARD\r\n',
    );
    expect((await manners(ana)).isConfidential).toBe(true);
  });
});

describe('a file of everybody', () => {
  beforeEach(() =>
    client.manners.set({ contactId: ana, patch: { isConfidential: true, seeks: 'a translator' } }),
  );

  it.each(['vcard-4', 'vcard-3', 'csv-google', 'csv-acquaint', 'json'] as const)(
    'as %s leaves confidential people out unless they are named or asked for',
    async (format) => {
      const { text, people, leftOut } = await textOf({ format, withPrivate: true });
      expect(text).not.toMatch(/Ruiz|ana@example/);
      expect([people, leftOut]).toEqual([1, 1]);
      expect((await textOf({ format, withConfidential: true })).text).toContain('ana@example.org');
      expect((await textOf({ format, people: { ids: [ana] } })).text).toContain('ana@example.org');
    },
  );

  it('tells nobody how they are treated unless what is private goes along', async () => {
    const { text } = await textOf({ format: 'vcard-4', people: { ids: [ana] } });
    expect(text).not.toMatch(/CLASS|X-SEEKS|translator/);
    expect((await textOf({ format: 'vcard-3', people: { ids: [ana] }, withPrivate: true })).text).toMatch(
      /CLASS:CONFIDENTIAL\r\n.*X-SEEKS:a translator/s,
    );
  });

  it('as our own JSON brings the owner’s word into another book', async () => {
    await client.reminders.setCadence({ contactId: ben, cadence: 'P3M' });
    const { text } = await textOf({ format: 'json', withPrivate: true, withConfidential: true });
    const other = (await testBook()).client;
    await bring(other, 'book.json', text);
    const id = async (fn: string) => (await other.contacts.find({ text: fn }))[0]!.id;
    expect(await other.manners.get({ contactId: await id('Ana') })).toMatchObject({
      isConfidential: true,
      seeks: 'a translator',
    });
    const about = { contactId: await id('Ben'), today: '2026-03-10' };
    expect((await other.reminders.about(about)).cadence).toBe('P3M');
    await other.manners.set({ contactId: await id('Ana'), patch: { isConfidential: false } });
    expect((await other.contacts.find({ text: 'Ana' }))[0]?.isConfidential).toBeUndefined();
  });
});

describe('an introduction', () => {
  const why = (reason: string) => ({ code: 'CONFLICT', data: { why: reason } });

  it('is refused for a pair that is kept apart, in either order, and for every step towards it', async () => {
    const { id } = await client.introductions.create({ a: ana, b: ben });
    await client.manners.keepFrom({ a: ben, b: ana, reason: 'They parted badly.' });
    for (const [a, b] of [
      [ana, ben],
      [ben, ana],
    ] as const)
      await expect(client.introductions.create({ a, b })).rejects.toMatchObject(why('do_not_introduce'));
    await expect(client.introductions.advance({ id, step: 'ask_a' })).rejects.toMatchObject(
      why('do_not_introduce'),
    );
    await client.introductions.advance({ id, step: 'close' });
    const [kept] = (await manners(ana)).keptFrom;
    expect(kept).toMatchObject({ contactId: ben, fn: 'Ben Zak', reason: 'They parted badly.' });
    await client.manners.allow({ id: kept!.id });
    await client.introductions.create({ a: ana, b: ben });
  });

  it('is refused where one of them is never introduced', async () => {
    await client.manners.set({ contactId: ben, patch: { introductionPolicy: 'never' } });
    await expect(client.introductions.create({ a: ana, b: ben })).rejects.toMatchObject(
      why('never_introduced'),
    );
    await client.manners.set({ contactId: ben, patch: { introductionPolicy: 'just-send' } });
    await client.introductions.create({ a: ana, b: ben });
  });

  it('is not of somebody and themselves, nor of the owner', async () => {
    await expect(client.manners.keepFrom({ a: ana, b: ana })).rejects.toMatchObject(why('same_person'));
    await client.contacts.setOwner({ id: ben });
    await expect(client.manners.keepFrom({ a: ana, b: ben })).rejects.toMatchObject(why('is_owner'));
  });
});

describe('two cards that become one', () => {
  const merge = async (survivorId: ContactId, absorbedId: ContactId) =>
    (await client.contacts.merge({ groups: [{ survivorId, absorbedIds: [absorbedId] }] })).mergeIds[0]!;

  it('are confidential when one was, say both words, and are what they were when parted', async () => {
    await client.manners.set({ contactId: ana, patch: { offers: 'maps', introductionPolicy: 'just-send' } });
    await client.manners.set({
      contactId: ben,
      patch: { isConfidential: true, offers: 'ink', introductionPolicy: 'never' },
    });
    const before = [await manners(ana), await manners(ben)];
    const mergeId = await merge(ana, ben);
    const one = await manners(ana);
    expect(one).toMatchObject({ isConfidential: true, introductionPolicy: 'never' });
    expect(one.offers.split('\n').toSorted()).toEqual(['ink', 'maps']);
    await client.contacts.unmerge({ mergeId });
    expect([await manners(ana), await manners(ben)]).toEqual(before);
  });

  it('keep what was said about pairs, but not about themselves, which comes back when they are parted', async () => {
    const kim = (await client.contacts.create({ given: 'Kim', family: 'Oh' })).id;
    await client.manners.keepFrom({ a: ana, b: ben, reason: 'rivals' });
    await client.manners.keepFrom({ a: ben, b: kim, reason: 'cousins' });
    const before = [await manners(ana), await manners(ben), await manners(kim)];
    const mergeId = await merge(ana, ben);
    expect((await manners(ana)).keptFrom).toMatchObject([{ contactId: kim, reason: 'cousins' }]);
    await expect(client.introductions.create({ a: ana, b: kim })).rejects.toMatchObject({ code: 'CONFLICT' });
    await client.contacts.unmerge({ mergeId });
    expect([await manners(ana), await manners(ben), await manners(kim)]).toEqual(before);
  });
});
