// The owner's word about what people are to each other, from both pages, taken back and put back.
import { describe, expect, it } from 'vitest';
import { RelationId } from '#core/network/relation.ts';
import { testBook } from './harness.ts';

async function book() {
  const { client } = await testBook();
  const create = async (given: string, family: string) =>
    (await client.contacts.create({ given, family })).id;
  const [me, ana, ben] = [
    await create('Me', 'Self'),
    await create('Ana', 'Ruiz'),
    await create('Ben', 'Ode'),
  ];
  await client.contacts.setOwner({ id: me });
  const words = async (contactId: typeof ana) =>
    (await client.network.relations({ contactId })).map(({ word, other }) => `${word} ${other?.fn ?? 'me'}`);
  return { client, me, ana, ben, words };
}

describe('relations', () => {
  it('are read from both pages, several of one pair, the owner among them', async () => {
    const { client, ana, ben, words } = await book();
    await client.network.addRelation({ contactId: ana, other: ben, relation: 'mentee' });
    await client.network.addRelation({ contactId: ana, other: ben, relation: 'friend' });
    await client.network.addRelation({ contactId: ana, relation: 'manager' });
    await client.network.addRelation({ contactId: ben, relation: 'climbing partners' });
    expect(await words(ana)).toEqual(['manager me', 'mentee Ben Ode', 'friend Ben Ode']);
    expect(await words(ben)).toEqual(['climbing partners me', 'mentor Ana Ruiz', 'friend Ana Ruiz']);
    const { tie } = await client.contacts.get({ id: ana });
    expect(tie).toMatchObject({ level: 'know', certainty: 'recorded' });
    expect(tie.basis).toMatchObject([{ kind: 'related', text: 'manager' }]);
  });

  it('are said once, from whichever end', async () => {
    const { client, me, ana, ben, words } = await book();
    await client.network.addRelation({ contactId: ana, other: ben, relation: 'mentee' });
    await client.network.addRelation({ contactId: ben, other: ana, relation: 'mentor' });
    expect(await words(ana)).toEqual(['mentee Ben Ode']);
    // The owner's own card is the owner, from either side.
    await client.network.addRelation({ contactId: ben, relation: 'teacher' });
    await client.network.addRelation({ contactId: ben, other: me, relation: 'teacher' });
    await client.network.addRelation({ contactId: me, other: ben, relation: 'student' });
    expect(await words(ben)).toEqual(['teacher me', 'mentor Ana Ruiz']);
  });

  it('tie people to each other, and stop to when they are taken back', async () => {
    const { client, ana, ben, words } = await book();
    const level = async () => (await client.network.mutuals({ contactId: ben }))[0]?.tie.level;
    await client.network.addRelation({ contactId: ana, other: ben, relation: 'sibling' });
    expect(await level()).toBe('know_well');
    const [said] = await client.network.relations({ contactId: ben });
    await client.network.removeRelation({ id: said!.id });
    expect([await level(), await words(ana)]).toEqual([undefined, []]);
    await client.book.undo({});
    expect([await level(), await words(ana)]).toEqual(['know_well', ['sibling Ben Ode']]);
    await client.book.undo({});
    expect([await level(), await words(ana)]).toEqual([undefined, []]);
    expect(await client.book.history({})).toMatchObject([
      { code: 'network.removeRelation', params: { name: 'Ana Ruiz' } },
      { code: 'network.addRelation', params: { name: 'Ana Ruiz' } },
      {},
      {},
      {},
      {},
    ]);
  });

  it('are said with how well in one breath, which is one deed', async () => {
    const { client, ana, ben, words } = await book();
    await client.network.stateTie({ contactId: ben, other: ana, level: 'trusted', relation: 'co-founder' });
    expect(await words(ana)).toEqual(['co-founder Ben Ode']);
    expect((await client.network.mutuals({ contactId: ben }))[0]?.tie.level).toBe('trusted');
    await client.book.undo({});
    expect(await words(ana)).toEqual([]);
    expect(await client.network.mutuals({ contactId: ben })).toEqual([]);
  });

  it('leave with the one who is deleted, and follow the card that stands after a merge', async () => {
    const { client, ana, ben, words } = await book();
    const cy = (await client.contacts.create({ given: 'Cy', family: 'Poe' })).id;
    await client.network.addRelation({ contactId: ana, other: ben, relation: 'client' });
    await client.contacts.delete({ id: ben });
    expect(await words(ana)).toEqual([]);
    await client.book.undo({});
    await client.contacts.merge({ groups: [{ survivorId: cy, absorbedIds: [ben] }] });
    const [related] = await client.network.relations({ contactId: ana });
    expect(related).toMatchObject({ other: { contactId: cy }, word: 'client' });
    expect(await words(cy)).toEqual(['supplier Ana Ruiz']);
  });

  it('refuse somebody and themselves, and what is not the owner’s to take back', async () => {
    const { client, me, ana } = await book();
    const say = client.network.addRelation;
    await expect(say({ contactId: ana, other: ana, relation: 'friend' })).rejects.toMatchObject({
      code: 'CONFLICT',
    });
    await expect(say({ contactId: me, relation: 'friend' })).rejects.toMatchObject({ code: 'CONFLICT' });
    await client.network.stateTie({ contactId: ana, level: 'know' });
    // The first piece of evidence in the book, which is no relation.
    await expect(client.network.removeRelation({ id: RelationId.parse(1) })).rejects.toMatchObject({
      code: 'NOT_FOUND',
    });
  });
});

describe('a correction', () => {
  it('that two people do not know each other stands against what is only inferred', async () => {
    const { client } = await testBook();
    const create = async (given: string) => (await client.contacts.create({ given, org: 'Acme' })).id;
    const [ana, ben] = [await create('Ana'), await create('Ben')];
    const known = async () => (await client.network.mutuals({ contactId: ana })).map(({ fn }) => fn);
    expect(await known()).toEqual(['Ben']);
    await client.network.stateTie({ contactId: ana, other: ben, level: 'unknown' });
    expect(await known()).toEqual([]);
    await create('Cy');
    expect(await known()).toEqual(['Cy']);
    await client.network.stateTie({ contactId: ben, other: ana, level: 'met_once' });
    expect(await known()).toEqual(['Cy', 'Ben']);
  });
});
