// The picture as the page gets it: who is in it, how they were met, and who goes into no file.
import { describe, expect, it } from 'vitest';
import type { PackedPicture } from '#api/network.ts';
import { HOW_MET } from '#core/network/how-met.ts';
import { drain, stageFiles } from '#scripts/in-process-client.ts';
import { testBook } from './harness.ts';

const numbers = (packed: string, width: 1 | 4): number[] => {
  const bytes = Buffer.from(packed, 'base64');
  return Array.from({ length: bytes.length / width }, (_, at) =>
    width === 1 ? bytes[at]! : bytes.readInt32LE(4 * at),
  );
};
const idsIn = ({ ids }: PackedPicture): number[] => numbers(ids, 4);

/** Ana – Tom – Wan – Liu in a row, and Zoe by herself; the owner knows them all. */
async function row() {
  const { client } = await testBook();
  const people = [];
  for (const given of ['Ana', 'Tom', 'Wan', 'Liu', 'Zoe', 'Me'])
    people.push((await client.contacts.create({ given })).id);
  const [ana, tom, wan, liu, zoe, me] = people as [number, number, number, number, number, number] &
    typeof people;
  await client.contacts.setOwner({ id: me });
  for (const [a, b] of [
    [ana, tom],
    [tom, wan],
    [wan, liu],
    // The owner is a card as well; through it nobody is around anybody.
    [ana, me],
    [zoe, me],
  ] as const)
    await client.network.stateTie({ contactId: a, other: b, level: 'know' });
  return { client, ana, tom, wan, liu, zoe, me };
}

describe('the picture', () => {
  it('has everybody but the owner', async () => {
    const { client, ana, tom, wan, liu, zoe } = await row();
    const picture = await client.network.picture({ scope: { kind: 'all' } });
    expect(idsIn(picture)).toEqual([ana, tom, wan, liu, zoe]);
    expect(picture.tieCount).toBe(3);
    expect(numbers(picture.degrees, 4)).toEqual([1, 2, 2, 1, 0]);
  });

  it('has those around one person, as many steps as asked, and nobody through the owner', async () => {
    const { client, ana, tom, wan } = await row();
    const around = async (hops: 1 | 2) =>
      idsIn(await client.network.picture({ scope: { kind: 'around', contactId: ana, hops } }));
    expect(await around(1)).toEqual([ana, tom]);
    expect(await around(2)).toEqual([ana, tom, wan]);
  });

  it('has those whom a query finds', async () => {
    const { client, tom } = await row();
    expect(idsIn(await client.network.picture({ scope: { kind: 'found', text: 'tom' } }))).toEqual([tom]);
    expect(
      idsIn(await client.network.picture({ scope: { kind: 'found', text: 'nobody of that name' } })),
    ).toEqual([]);
  });

  it('says how they were met, by what says most', async () => {
    const { client, ana, tom, wan } = await row();
    const met = { who: { kind: 'known' as const, contactId: ana } };
    await client.events.logEncounter({ ...met, channel: 'online' });
    await client.events.logEncounter({ ...met, channel: 'in_person', introducedBy: wan });
    await client.events.logEncounter({ who: { kind: 'known', contactId: tom }, channel: 'work' });
    const { how } = await client.network.picture({ scope: { kind: 'all' } });
    expect(numbers(how, 1).map((at) => HOW_MET[at])).toEqual([
      'introduced',
      'work_or_school',
      'no_record',
      'no_record',
      'no_record',
    ]);
  });

  it('flags whoever the owner calls confidential, by either way to say so, and nobody by a stranger’s card', async () => {
    const { client, tom, liu } = await row();
    await client.manners.set({ contactId: tom, patch: { isConfidential: true } });
    await drain(await client.bulk.classify({ people: { ids: [liu] }, confidential: true }));
    const card = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Mallory\r\nCLASS:CONFIDENTIAL\r\nEND:VCARD\r\n';
    const file = { name: 'mallory.vcf', bytes: new TextEncoder().encode(card) };
    const { batchId } = (await stageFiles(client, [file])).result;
    await drain(await client.imports.apply({ id: batchId }));
    const picture = await client.network.picture({ scope: { kind: 'all' } });
    const flags = numbers(picture.confidential, 1);
    expect(flags).toHaveLength(6);
    expect(idsIn(picture).filter((_, node) => flags[node] === 1)).toEqual([tom, liu]);
  });

  it('is refused around somebody who is not there', async () => {
    const { client, zoe } = await row();
    await client.contacts.delete({ id: zoe });
    await expect(client.network.picture({ scope: { kind: 'around', contactId: zoe } })).rejects.toMatchObject(
      {
        code: 'NOT_FOUND',
      },
    );
    expect(await client.network.names({ ids: [zoe] })).toEqual([]);
  });
});
